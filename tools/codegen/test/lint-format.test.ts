import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { EXIT } from "../src/index.ts";
import { formatJson } from "../src/lint/format/json.ts";
import { formatSarif } from "../src/lint/format/sarif.ts";
import { formatText } from "../src/lint/format/text.ts";
import { type LintReport, lint } from "../src/lint/lint.ts";
import { run } from "../src/run.ts";

const FIXTURES = join(import.meta.dirname, "lint");
const FAILING = join(FIXTURES, "rules/enumeration-near/failing.xsd");
const CLEAN = join(FIXTURES, "rules/enumeration-near/clean.xsd");

async function runLint(...args: string[]): Promise<{ code: number; out: string }> {
  let out = "";
  const code = await run(["lint", ...args], { out: (t) => (out += t), err: () => undefined });
  return { code, out };
}

/** `count` findings of one rule in one file. */
function many(count: number): LintReport {
  const lines = Array.from({ length: count }, (_, i) => `<xs:element name="e${i}" type="xs:anyType"/>`);
  const content = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:a">\n${lines.join("\n")}\n</xs:schema>`;
  return lint({ entries: ["目录/a b.xsd"], readFile: () => content });
}

/** Says what the published schema of SARIF 2.1.0 does not allow. */
function sarifErrors(text: string): readonly string[] {
  const require = createRequire(import.meta.url);
  const file = require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  // The schema says draft 4 and uses nothing of it that later drafts changed, but for the name of its id.
  const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return validate(JSON.parse(text)) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath}: ${e.message}`);
}

describe("text", () => {
  it("gives place, severity, rule and both languages in one line, advice below", () => {
    const text = formatText(lint({ entries: [FAILING] }), false);
    expect(text).toContain(
      `${FAILING}:6:7: warning enumeration-near: “Kg”与“KG”仅大小写不同 · "Kg" differs from "KG" only in letter case`,
    );
    expect(text).toContain("  建议 advice: ");
    expect(text).toContain("1 documents: 0 errors, 2 warnings, 0 infos");
  });

  it("prints the first five of a rule in a file and says how many more, all with --all", () => {
    const short = formatText(many(12), false);
    expect(short.match(/warning any-type/g)).toHaveLength(5);
    expect(short).toContain("7 more of this rule");
    expect(formatText(many(12), true).match(/warning any-type/g)).toHaveLength(12);
    expect(formatText(many(5), false)).not.toContain("more of this rule");
  });
});

describe("json", () => {
  it("has stable keys and the exit code", () => {
    const report = JSON.parse(formatJson(lint({ entries: [FAILING] }), EXIT.ok)) as Record<string, unknown>;
    expect(report).toMatchObject({
      ok: true,
      exitCode: 0,
      counts: { error: 0, warning: 2, info: 0 },
      documents: [FAILING],
    });
    expect(Object.keys((report["findings"] as object[])[0] as object)).toEqual([
      "rule",
      "category",
      "severity",
      "file",
      "line",
      "column",
      "message",
      "messageZh",
      "advice",
      "adviceZh",
    ]);
  });
});

describe("SARIF", () => {
  it("fits the published schema of 2.1.0, with and without findings", () => {
    for (const report of [many(3), lint({ entries: [CLEAN] }), lint({ entries: ["missing.wsdl"] })])
      expect(sarifErrors(formatSarif(report))).toEqual([]);
  });

  it("is judged by a schema that refuses other things", () => {
    const broken = formatSarif(many(1)).replace('"level": "warning"', '"level": "info"');
    expect(sarifErrors(broken)).not.toEqual([]);
  });

  it("escapes paths and points every result at its rule", () => {
    const log = JSON.parse(formatSarif(many(2))) as {
      runs: [
        {
          tool: { driver: { rules: { id: string }[] } };
          results: { ruleId: string; ruleIndex: number; locations: unknown }[];
        },
      ];
    };
    const [{ tool, results }] = log.runs;
    expect(results).toHaveLength(2);
    for (const { ruleId, ruleIndex, locations } of results) {
      expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(JSON.stringify(locations)).toContain("%E7%9B%AE%E5%BD%95/a%20b.xsd");
    }
  });
});

describe("exit codes", () => {
  it("follow the threshold", async () => {
    expect((await runLint(FAILING)).code).toBe(EXIT.ok);
    expect((await runLint(FAILING, "--fail-on", "warning")).code).toBe(EXIT.input);
    expect((await runLint(FAILING, "--fail-on=info")).code).toBe(EXIT.input);
    expect((await runLint(FAILING, "--fail-on", "warning", "--disable", "enumeration-near")).code).toBe(EXIT.ok);
    expect((await runLint(FAILING, "--fail-on", "warning", "--disable", "names,types")).code).toBe(EXIT.ok);
    expect((await runLint(CLEAN, "--fail-on", "info")).code).toBe(EXIT.ok);
  });

  it("are the same whatever the format", async () => {
    for (const format of ["text", "json", "sarif"])
      expect((await runLint(FAILING, "--format", format, "--fail-on", "warning")).code).toBe(EXIT.input);
    expect(JSON.parse((await runLint(FAILING, "--json", "--fail-on", "warning")).out)).toMatchObject({
      ok: false,
      exitCode: EXIT.input,
    });
  });

  it("come as JSON too when the command line is wrong", async () => {
    expect(JSON.parse((await runLint("--json", "--nope")).out)).toMatchObject({ ok: false, exitCode: EXIT.usage });
  });

  it("--help and --rules need no file", async () => {
    expect(await runLint("--help")).toMatchObject({ code: EXIT.ok });
    expect((await runLint("--rules")).out).toContain("R2706\twsi\twarning\t");
  });
});
