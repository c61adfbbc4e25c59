import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const repo = resolve(import.meta.dirname, "../../../..");

/** Compiler of a major version, out of the store of installed packages; `null` when it is not there. */
export function compilerOf(version: string): string | null {
  const store = join(repo, "node_modules/.pnpm");
  const found = readdirSync(store)
    .filter((n) => n.startsWith(`typescript@${version}`) && !n.includes("rc"))
    .sort()
    .at(-1);
  const path = found ? join(store, found, "node_modules/typescript/bin/tsc") : "";
  return found && existsSync(path) ? path : null;
}

/** Type-checks the `.ts` files below `folder` under the options that generated code promises; gives the complaints. */
export function typeCheck(folder: string, version = "7"): string[] {
  const tsc = compilerOf(version);
  if (tsc === null) throw new Error(`TypeScript ${version} is not installed`);
  writeFileSync(join(folder, "package.json"), `{ "type": "module" }\n`);
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        module: "nodenext",
        moduleResolution: "nodenext",
        target: "es2024",
        lib: ["es2024"],
        types: ["node"],
        typeRoots: [join(repo, "node_modules/@types")],
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        isolatedModules: true,
        isolatedDeclarations: true,
        declaration: true,
        erasableSyntaxOnly: true,
        verbatimModuleSyntax: true,
        allowImportingTsExtensions: true,
        noEmit: true,
        skipLibCheck: false,
        paths: {
          "@coo/soap/gen1": [join(repo, "packages/soap/src/gen1.ts")],
          "@coo/xml/pattern": [join(repo, "packages/xml/src/pattern.ts")],
          zod: [join(repo, "tools/codegen/node_modules/zod/index.d.ts")],
        },
      },
      include: [`${folder}/**/*.ts`],
    }),
  );
  const run = spawnSync(process.execPath, [tsc, "-p", join(folder, "tsconfig.json"), "--pretty", "false"], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const lines = `${run.stdout}${run.stderr}`.split("\n").filter((l) => l !== "");
  if (run.status !== 0 && lines.length === 0) lines.push(`the compiler ended with ${run.status ?? run.signal}`);
  return lines;
}
