import { describe, expect, it } from "vitest";
import {
  type Change,
  compare,
  formatHtml,
  formatJson,
  formatMarkdown,
  formatSarif,
  formatText,
  type ReleaseFacts,
  type Report,
} from "../src/index.ts";
import { conditionsOf } from "../src/report/conditions.ts";
import { ID_CASES } from "./id-cases.ts";

const PUSHED = { pushed: ["PT", "PT9", "PU"] };

/** All changes of every id, called and pushed, both ways. */
function changesOfAll(): Change[] {
  return ID_CASES.flatMap(({ old, new: now, facts }) => {
    const back = facts === undefined ? {} : { facts: { old: facts.new, new: facts.old } };
    return [
      compare(old, now, facts === undefined ? {} : { facts }),
      compare(now, old, back),
      compare(old, now, { ...PUSHED, ...(facts === undefined ? {} : { facts }) }),
      compare(now, old, { ...PUSHED, ...back }),
    ].flatMap((report) => report.changes);
  });
}

const all = changesOfAll();

/** A change of that kind which concerns this side. */
function changeOf(id: string, side: "sent" | "read"): Change {
  const found = all.find((c) => c.id === id && c[side] !== null);
  if (found === undefined) throw new Error(`no case of ${id}, ${side}`);
  return found;
}

describe("conditions of potentially breaking changes", () => {
  it("are named for every letter P of every id, and for no other letter", () => {
    let letters = 0;
    for (const change of all)
      for (const side of ["sent", "read"] as const) {
        const cells = change[side];
        const conditions = conditionsOf(change, side);
        for (const surface of ["wire", "types", "validation"] as const) {
          if (cells?.[surface] === "P") letters++;
          expect(conditions[surface] !== undefined, `${change.id} ${side} ${surface}`).toBe(cells?.[surface] === "P");
        }
      }
    expect(letters).toBeGreaterThan(100);
  });

  // What the tables of docs/schema-evolution.md say in their column "reason".
  it.each([
    ["endpoint-changed", "sent", { wire: "o" }],
    ["operation-removed", "read", { wire: "o" }],
    ["default-changed", "sent", { wire: "s" }],
    ["documentation-contract-text", "sent", { wire: "s" }],
    ["schema-language-raised", "sent", { wire: "o" }],
    ["element-required-added", "read", { types: "m", validation: "c" }],
    ["max-length-loosened", "read", {}],
    ["white-space-changed", "sent", { wire: "s", validation: "s" }],
    ["fault-added", "read", { wire: "s", types: "s" }],
    ["assertion-changed", "read", { validation: "d" }],
  ] as const)("%s, %s", (id, side, expected) => {
    expect(conditionsOf(changeOf(id, side), side)).toEqual(expected);
  });
});

describe("evidence", () => {
  it("is an example that the right side accepts, a proof, or says that there is none", () => {
    for (const { id, L, evidence } of all) {
      const { kind, accepted, example } = evidence;
      expect(example !== null && accepted !== null, id).toBe(kind === "witness");
      if (kind === "inclusion") expect(L, id).toBe("E");
      if (kind === "witness" && L === "N") expect(accepted, id).toBe("old");
      if (kind === "witness" && L === "W") expect(accepted, id).toBe("new");
      if (kind === "undecided") expect(["W", "N", "X"], id).toContain(L);
      if (L === null) expect(kind, id).toBe("rule");
    }
    expect(new Set(all.map((c) => c.evidence.kind))).toEqual(new Set(["witness", "inclusion", "undecided", "rule"]));
  });

  it.each([
    ["max-length-loosened", "new"],
    ["enum-value-added", "new"],
    ["element-required-added", "old"],
    ["element-made-optional", "new"],
  ])("of %s is accepted by the %s edition", (id, accepted) => {
    expect(all.find((c) => c.id === id)?.evidence).toMatchObject({ kind: "witness", accepted });
  });
});

describe("every output", () => {
  const made = ID_CASES.find((c) => c.there === "element-required-added") as (typeof ID_CASES)[number];
  const report: Report = compare(made.old, made.new, PUSHED);
  const change = report.changes.find((c) => c.id === "element-required-added") as Change;
  const facts: ReleaseFacts = {
    old: "2018-07",
    new: "2026-09",
    effectiveDate: "2026-09-01",
    operations: { ask: { zh: "询问", en: "Question" } },
    waivers: [{ fingerprint: change.fingerprint, reason: "why", reasonZh: "原因", owner: "o", expires: "2027-01-01" }],
  };

  it("of JSON names operations in both languages, conditions, evidence and the waiver", () => {
    const json = JSON.parse(formatJson(report, facts));
    expect(json).toMatchObject({ formatVersion: 2, effectiveDate: "2026-09-01", old: { edition: "2018-07" } });
    expect(json.changes.find((c: Change) => c.id === "element-required-added")).toMatchObject({
      operations: [{ code: "ask", zh: "询问", en: "Question", direction: "P" }],
      read: { types: "P", conditions: { types: "m", validation: "c" } },
      evidence: { kind: "witness", accepted: "old" },
      rename: null,
      waiver: { reason: "why", owner: "o", expires: "2027-01-01" },
    });
    expect(json.messages[0]).toMatchObject({ code: "ask", zh: "询问" });
  });

  it("of people shows the letter with its condition, what that means, and the evidence", () => {
    for (const text of [formatText(report), formatMarkdown(report, facts)]) {
      expect(text).toContain("B°P(m)P(c)");
      expect(text).toContain("自行构造读取类型的代码");
      expect(text).toContain("反例:仅旧版接受");
      expect(text).toContain("messages from before the switch");
    }
    const html = formatHtml(report, facts);
    expect(html).toContain("P(m)</abbr>");
    expect(html).toContain("P(c)</abbr>");
    expect(html).toContain("仅旧版接受");
    expect(JSON.parse(formatSarif(report, facts)).runs[0].results[0].properties.read).toBe("B°P(m)P(c)");
  });
});
