import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { generate } from "../src/generate.ts";
import { typeCheck } from "./support/type-check.ts";
import { temporary } from "./support/workspace.ts";

const corpus = resolve(import.meta.dirname, "../../../../shared/corpus/wsdl");

/** Unit → entry document: two and more of each kind. */
const UNITS: readonly (readonly [unit: string, kind: string])[] = [
  ["axis-axis1-java--complex-rpc-encoded-883b3c", "rpc/encoded"],
  ["axis-axis1-java--interoptestrpcenc-5501fe", "rpc/encoded"],
  ["axis-axis1-java--echo2-407a62", "rpc/encoded"],
  ["node-soap--rpcexample-90683f", "rpc/encoded"],
  ["soa-model--cyclingtypes-ed9b68", "rpc/literal"],
  ["axis-axis2-java-core--rpcunwrappingtest-3c6299", "rpc/literal"],
  ["axis-axis2-java-core--rpclit-e7f1b3", "rpc/literal"],
  ["cxf--header-rpc-lit-88cea1", "rpc/literal, headers"],
  ["node-soap--wsdl-style-mix-e4155d", "mixed styles"],
  ["axis-axis1-java--multiimp-c1c166", "several files"],
  ["axis-axis1-java--import3-cdb5f8", "several files"],
  ["axis-axis1-java--importmessagesxsdimport-f8938b", "several files"],
  ["axis-axis1-java--groups-a70e0a", "groups"],
  ["axis-axis2-java-core--doclitwrap-3a8867", "document/literal wrapped"],
  ["axis-axis2-java-core--documentunwrappingtest-3b3968", "document/literal"],
  ["xsd-parser--dynamic-type-substitution-group-34626e", "substitution groups"],
  ["xsd-parser--mixed-content-b36f9b", "mixed content"],
  ["xsd-parser--facets-0d23b4", "facets"],
];

function entriesOf(unit: string): string[] {
  return readFileSync(join(corpus, "manifest.csv"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith(`${unit},entry,`))
    .map((line) => join(corpus, line.split(",")[2] ?? ""));
}

// Needs ../shared/corpus/wsdl, which other people wrote and which therefore lies outside of this repository.
describe.skipIf(!existsSync(corpus))("services that nobody here wrote", () => {
  it("generate and type-check under every strict option", () => {
    const out = temporary();
    for (const [unit] of UNITS) {
      const entries = entriesOf(unit);
      expect(entries, unit).not.toEqual([]);
      const { files } = generate({ entries });
      for (const [file, text] of files) {
        mkdirSync(dirname(join(out, unit, file)), { recursive: true });
        writeFileSync(join(out, unit, file), text);
      }
    }
    expect(typeCheck(out)).toEqual([]);
  });

  it("never mention the type any", () => {
    for (const [unit] of UNITS) {
      for (const [file, text] of generate({ entries: entriesOf(unit) }).files) {
        const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*|"(?:[^"\\]|\\.)*"/g, "");
        expect(code, `${unit}/${file}`).not.toMatch(/[:<|&(,] *any\b/);
      }
    }
  });
});
