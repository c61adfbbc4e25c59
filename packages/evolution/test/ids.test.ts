import type { Model } from "@coo/wsdl";
import { describe, expect, it } from "vitest";
import { type Cells, CHANGE_RULES, type Change, changeRule, compare, type Report } from "../src/index.ts";
import { ID_CASES, type IdCase } from "./id-cases.ts";

/** What one id did where the operation is called, and where it is pushed to us. */
interface Row {
  readonly called: Report;
  readonly pushed: Report;
}

const rows = new Map<string, Row[]>();

function run(a: Model, b: Model, facts: IdCase["facts"]): Row {
  const given = facts === undefined ? {} : { facts };
  return {
    called: compare(a, b, given),
    pushed: compare(a, b, { ...given, pushed: ["PT", "PT9", "PU"] }),
  };
}

const cellText = (c: Cells | null | undefined): string => (c ? `${c.wire}${c.types}${c.validation}` : "–");
const stated = (id: string, side: "sent" | "read"): string => cellText(changeRule(id)[side]);

/** Rows where what was computed differs from the table of the contract, each for the reason given. */
const COMPUTED: Readonly<Record<string, string>> = {
  "substitution-head-changed": "nothing moves at the member itself; its heads lose and gain it, in lines of their own",
};

describe("every id", () => {
  const oriented = ID_CASES.flatMap((c) => [
    { id: c.there, a: c.old, b: c.new, facts: c.facts },
    ...(c.back === null
      ? []
      : [
          {
            id: c.back,
            a: c.new,
            b: c.old,
            facts: c.facts === undefined ? undefined : { old: c.facts.new, new: c.facts.old },
          },
        ]),
  ]);

  it.each(oriented)("$id", { timeout: 120_000 }, ({ id, a, b, facts }) => {
    const row = run(a, b, facts);
    rows.set(id, [...(rows.get(id) ?? []), row]);
    for (const report of [row.called, row.pushed]) {
      expect(report.contradictions).toEqual([]);
      const found = report.changes.filter((c) => c.id === id);
      expect(found.length, report.changes.map((c) => c.id).join(" ")).toBeGreaterThan(0);
      if (id !== "unclassified-change") expect(report.changes.map((c) => c.id)).not.toContain("unclassified-change");
      for (const c of found) {
        if (c.sent !== null && COMPUTED[id] === undefined) expect(cellText(c.sent), "sent").toBe(stated(id, "sent"));
        if (c.read !== null && COMPUTED[id] === undefined) expect(cellText(c.read), "read").toBe(stated(id, "read"));
      }
    }
    const sides = [...row.called.changes, ...row.pushed.changes].filter((c) => c.id === id);
    expect(sides.some((c) => c.sent !== null) && sides.some((c) => c.read !== null), "both sides").toBe(true);
  });

  it("has a case, and the table in docs says what came of it", async () => {
    expect(CHANGE_RULES.map((r) => r.id).filter((id) => !rows.has(id))).toEqual([]);
    const lines = CHANGE_RULES.flatMap((r) => (rows.get(r.id) ?? []).map((row) => line(r.id, row)));
    const text = `# Every kind of change, and what a test finds of it

Written by \`npm test -- packages/evolution/test/ids.test.ts -u\`; never edited. Each line is a pair of small sets of
\`packages/evolution/test/id-cases.ts\`, the request of one operation changed: once called by us (sent), once pushed to us
(read). L, letters (wire, types, validation), roll-out and bump are computed; *also* names the other ids of the same pair.

| id | L | sent | roll-out | bump | read | roll-out | bump | also |
|---|---|---|---|---|---|---|---|---|
${[...new Set(lines)].join("\n")}
`;
    await expect(text).toMatchFileSnapshot("../../../docs/schema-evolution-ids.md");
  });
});

function line(id: string, { called, pushed }: Row): string {
  const one = (report: Report, side: "sent" | "read"): Change | undefined =>
    report.changes.find((c) => c.id === id && c[side] !== null);
  const [s, r] = [one(called, "sent") ?? one(pushed, "sent"), one(pushed, "read") ?? one(called, "read")];
  const also = [...new Set(called.changes.map((c) => c.id))].filter((other) => other !== id).sort();
  const cells = [
    `\`${id}\``,
    s?.L ?? r?.L ?? "–",
    `\`${cellText(s?.sent)}\``,
    s?.rollout ?? "–",
    called.summary.bump,
    `\`${cellText(r?.read)}\``,
    r?.rollout ?? "–",
    pushed.summary.bump,
    also.map((x) => `\`${x}\``).join(" "),
  ];
  return `| ${cells.join(" | ")} |`;
}
