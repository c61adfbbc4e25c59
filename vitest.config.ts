import { defineConfig } from "vitest/config";

// Tests read neighbours' source through the `@coo/source` export condition: no build is needed.
export default defineConfig({
  resolve: { conditions: ["@coo/source"] },
  ssr: {
    resolve: {
      conditions: ["@coo/source", "module", "node", "development|production"],
      externalConditions: ["@coo/source"],
    },
  },
  test: {
    include: [
      "packages/*/test/**/*.test.ts",
      "tools/*/test/**/*.test.ts",
      "schemas/test/**/*.test.ts",
      "examples/*/test/**/*.test.ts",
      "test/**/*.test.ts",
    ],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: "forks",
    // The default leaves a core free, which on two cores is half of them.
    maxWorkers: "100%",
  },
});
