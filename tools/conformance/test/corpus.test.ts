import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

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

// Needs ../shared/corpus/wsdl, which other people wrote and which therefore lies outside of this repository.
describe.skipIf(!existsSync(corpus))("services that nobody here wrote", () => {
  it("generate without loss, type-check, and their messages go there and back through the codec", () => {
    const script = resolve(import.meta.dirname, "../src/corpus/main.ts");
    const only = UNITS.map(([unit]) => unit).join(",");
    const run = spawnSync(
      process.execPath,
      ["--conditions=@coo/source", script, "--run", "--tsc", "7", "--only", only],
      {
        encoding: "utf8",
      },
    );
    expect(`${run.stdout}${run.stderr}`).toContain(`\n${UNITS.length} passed, 0 failed\n`);
    expect(run.status).toBe(0);
  }, 300_000);
});
