import { readdirSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import * as xml from "@coo/xml";
import * as c14n from "@coo/xml/c14n";
import * as raw from "@coo/xml/raw";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const readme = readFileSync(join(root, "README.md"), "utf8");

const codes = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((m) => m[1]))].sort();

describe("README", () => {
  it("has an example of at most 20 lines that prints what it says", () => {
    const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] as string;
    const lines = code.trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(20);
    const modules: Record<string, object> = { "@coo/xml": xml, "@coo/xml/c14n": c14n, "@coo/xml/raw": raw };
    const body = stripTypeScriptTypes(code).replace(
      /import (\{[^}]*\}) from ("[^"]*");/g,
      (_, names: string, from: string) => `const ${names} = modules[${from}];`,
    );
    const printed: unknown[] = [];
    // oxlint-disable-next-line typescript/no-implied-eval -- the README is what is run here
    new Function("modules", "console", body)(modules, { log: (value: unknown) => printed.push(value) });
    expect(printed).toEqual([
      { line: 1, column: 54 },
      "冷冻虾仁 & 鱼片",
      "<Body><goodsName>冷冻虾仁 &amp; 鱼片</goodsName></Body>",
      "<goodsName>冷冻虾仁 &amp; 鱼片</goodsName>",
    ]);
  });

  it("lists every error code, and no other", () => {
    const source = readFileSync(join(root, "src/errors.ts"), "utf8");
    expect(codes(readme, /^\| `(XML_\w+)`/gm)).toEqual(codes(source, /\| "(XML_\w+)"/g));
  });
});

describe("the package", () => {
  it("imports nothing from outside and no node:* module", () => {
    const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter((f) =>
      f.endsWith(".ts"),
    );
    for (const file of files) {
      const source = readFileSync(join(root, "src", file), "utf8");
      for (const [, from] of source.matchAll(/from "([^"]+)"/g))
        expect(from, file).toMatch(/^\.\/(?:[\w-]+\/)?[\w-]+\.ts$/);
      expect(source, file).not.toMatch(/\bimport\(|\brequire\(/);
    }
  });
});
