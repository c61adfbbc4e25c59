import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
// @boundaries-ignore test support is shared by all packages
import { compilerOf, typeCheck } from "../../../test/support/compilers.ts";
import { generate } from "../src/generate.ts";
import { temporary } from "./support/workspace.ts";

const golden = join(import.meta.dirname, "golden");
const cases = readdirSync(golden).sort();

const generated = (name: string): ReadonlyMap<string, string> => {
  const entry = existsSync(join(golden, name, "in.wsdl")) ? "in.wsdl" : "in.xsd";
  const manifest = join(golden, name, "manifest.json");
  return generate({
    entries: [join(golden, name, entry)],
    ...(existsSync(manifest) ? { manifest } : {}),
  }).files;
};

describe("golden files", () => {
  it.each(cases)("%s", async (name) => {
    const text = [...generated(name)].map(([file, body]) => `//// ${file}\n${body}`).join("\n");
    await expect(text).toMatchFileSnapshot(join(golden, name, "out.ts.txt"));
  });

  it.each(["5.9", "6", "7"])(
    "type-check under every strict option on TypeScript %s",
    (version) => {
      expect(compilerOf(version)).not.toBeNull();
      const out = temporary();
      for (const name of cases) {
        for (const [file, text] of generated(name)) {
          mkdirSync(dirname(join(out, name, file)), { recursive: true });
          writeFileSync(join(out, name, file), text);
        }
      }
      expect(typeCheck(out, ["."], version)).toEqual([]);
    },
    180_000,
  );
});
