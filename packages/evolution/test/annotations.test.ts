import { loadModelFrom } from "@coo/wsdl";
import { describe, expect, it } from "vitest";
import {
  type AcceptedWaiver,
  type Change,
  compare,
  formatAnnotations,
  formatGithubAnnotations,
  formatMarkdown,
  formatSarif,
  type ReleaseFacts,
  type Report,
} from "../src/index.ts";

const schema = (length: number, rest = ""): string =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="e"><xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="${length}"/></xs:restriction></xs:simpleType></xs:element>${rest}</xs:schema>`;
const model = (text: string) => loadModelFrom([{ file: "a.xsd", content: text, entry: true }]);
const report = compare(model(schema(10)), model(schema(8)));
const [first] = report.changes as [Change];
const waiver: AcceptedWaiver = {
  fingerprint: first.fingerprint,
  reason: "agreed",
  reasonZh: "已确认",
  owner: "Li",
  expires: "2026-12-31",
};
const FACTS: ReleaseFacts = { old: "1", new: "2", waivers: [waiver] };

function changed(change: Partial<Change>): Report {
  return { ...report, changes: [{ ...first, ...change }] };
}

describe("annotations", () => {
  it("keep to their line and their place, whatever a value holds", () => {
    const evil = changed({ old: "a\n::error::x", new: "100%,\r\n\u001b[31mred", component: "{urn:t}e" });
    const github = formatGithubAnnotations(evil, undefined, "schemas/a,b:c");
    expect(github.trimEnd().split("\n").length).toBe(1);
    expect(github).toContain("file=schemas/a%2Cb%3Ac/a.xsd,");
    expect(github).toContain("100%25");
    const plain = formatAnnotations(evil);
    expect(plain.trimEnd().split("\n").length).toBe(1);
    expect(plain).not.toContain("\u001b");
  });

  it("say what is gone where it was, and nothing when nothing changed", () => {
    const gone = changed({ newAt: null, oldAt: { file: "a.xsd", line: 7, column: 2 } });
    expect(formatAnnotations(gone)).toMatch(/^old:a\.xsd:7:2: error: /);
    expect(formatGithubAnnotations(gone)).toMatch(/^::error title=/);
    expect(formatAnnotations(compare(model(schema(1)), model(schema(1))))).toBe("");
  });

  it("turn what is waived into notes, and SARIF suppresses it with the reason", () => {
    expect(formatAnnotations(report)).toContain(": error: ");
    expect(formatAnnotations(report, FACTS)).toContain(": note: ");
    expect(formatGithubAnnotations(report, FACTS)).toMatch(/^::notice /);
    const [result] = JSON.parse(formatSarif(report, FACTS)).runs[0].results;
    expect(result.suppressions).toEqual([
      { kind: "external", status: "accepted", justification: "已确认 · agreed (Li, 2026-12-31)" },
    ]);
    expect(result.level).toBe("error");
    expect(result.partialFingerprints).toEqual({ "coo/v1": first.fingerprint });
    expect(JSON.parse(formatSarif(report)).runs[0].results[0].suppressions).toBeUndefined();
  });
});

describe("formatMarkdown", () => {
  it("has the calendar and what is to be done, with the date", () => {
    const out = formatMarkdown(report, { ...FACTS, effectiveDate: "2026-09-01" });
    expect(out).toContain("## 升级日程 · roll-out calendar");
    expect(out).toContain("2026-09-01");
    expect(out).toContain("## 迁移说明 · migration notes");
    expect(out).toContain("缩短该值");
    expect(out).toContain("已豁免 waived: 已确认 agreed (Li, 2026-12-31)");
  });
});
