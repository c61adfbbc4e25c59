import { existsSync, readFileSync } from "node:fs";
import type { Model } from "@coo/wsdl";
import { describe, expect, it } from "vitest";
import { type Change, compare, type Report } from "../src/index.ts";
import { ID_CASES, type IdCase } from "./id-cases.ts";

const GOLDEN = new URL("golden/reports.txt", import.meta.url);
const map = {
  namespaces: { "urn:t": "@x/t", "urn:w": "@x/w", "urn:other": "@x/other" },
  operations: { tell: "@x/tell" },
};

interface Side {
  readonly name: string;
  readonly a: Model;
  readonly b: Model;
  readonly facts: IdCase["facts"];
}

// Patterns that cannot be compared take long to be given up; ids.test.ts has them.
const CASES = ID_CASES.filter((c) => c.there !== "pattern-undecided");
const SIDES: readonly Side[] = CASES.flatMap((c, i) => [
  { name: `${i} ${c.there}`, a: c.old, b: c.new, facts: c.facts },
  {
    name: `${i} ${c.there}, back`,
    a: c.new,
    b: c.old,
    facts: c.facts === undefined ? undefined : { old: c.facts.new, new: c.facts.old },
  },
]);

/** All that a report says, a line each. */
function told({ changes, messages, packages, summary, old, new: now }: Report): string {
  const letters = (c: Change["sent"]): string => (c === null ? "–" : `${c.wire}${c.types}${c.validation}`);
  const at = (place: Change["oldAt"]): string => (place === null ? "–" : `${place.file}:${place.line}:${place.column}`);
  const lines = changes.flatMap((c) => [
    `${c.id} ${c.L ?? "–"} ${letters(c.sent)} ${letters(c.read)} ${c.rollout} ${c.fingerprint}`,
    `  ${c.message}`,
    `  ${c.messageZh}`,
    `  ${at(c.oldAt)} ${at(c.newAt)} ${c.operations.map((o) => `${o.operation}/${o.direction}`).join(" ")} ${c.packages.map((p) => `${p.name}=${p.bump}`).join(" ")} ${c.evidence.kind} ${c.evidence.accepted ?? ""} ${c.evidence.example ?? ""} ${c.suggestedRename ?? ""}`,
  ]);
  return [
    ...lines,
    ...messages.map((m) => `${m.operation} ${m.direction} ${m.root} ${m.L} ${m.wire}`),
    ...packages.map((p) => `${p.name} ${p.bump} ${p.rollout} ${p.changes}`),
    `${summary.breaking} ${summary.potential} ${summary.compatible} ${summary.rollout} ${summary.bump} ${old.documents.length} ${now.documents.length}`,
  ]
    .map((line) => line.trimEnd())
    .join("\n");
}

const known = new Map(
  (existsSync(GOLDEN) ? readFileSync(GOLDEN, "utf8") : "")
    .split(/^# /m)
    .slice(1)
    .map((section) => {
      const end = section.indexOf("\n");
      return [section.slice(0, end), section.slice(end + 1).trimEnd()];
    }),
);
const sections: string[] = [];

describe("the report of every case", () => {
  // After `-u` these have to run once more.
  it.each(SIDES)("$name", { timeout: 120_000 }, ({ name, a, b, facts }) => {
    const report = compare(a, b, {
      packages: { old: map, new: map },
      pushed: ["PU"],
      ...(facts === undefined ? {} : { facts }),
    });
    const text = told(report);
    sections.push(`# ${name}\n${text}\n`);
    expect(text).toBe(known.get(name));
  });

  it("is the one that is kept", async () => {
    await expect(sections.join("\n")).toMatchFileSnapshot("golden/reports.txt");
  });
});
