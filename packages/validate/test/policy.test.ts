import { expect, it } from "vitest";
import type { Mark } from "../src/evidence.ts";
import { formMarks } from "../src/gen/marks.ts";
import { sourceClasses } from "../src/gen/sources.ts";
import { rules, SEVERITY_BY_EVIDENCE } from "../src/index.ts";

const marks: readonly (readonly [string, Mark])[] = [
  ...rules.flatMap((rule) =>
    Object.entries(rule.findings).map(([code, mark]) => [`${rule.id} ${code}`, mark] as const),
  ),
  ...Object.entries(formMarks),
];

it("lets only official texts, official schemas and contradictions block a message", () => {
  expect(SEVERITY_BY_EVIDENCE).toEqual({
    official: "error",
    "official-schema": "error",
    arithmetic: "error",
    consistency: "error",
    "third-party": "warning",
    inferred: "warning",
  });
});

it("names known sources only", () => {
  const unknown = marks.flatMap(([name, { sources }]) =>
    sources.filter((id) => sourceClasses[id] === undefined).map((id) => `${name} ${id}`),
  );
  expect(unknown).toEqual([]);
});

/** The evidence calls this official although it was read in a copy: a customs notice of 2021 (no. 49). */
const READ_IN_A_COPY: ReadonlySet<string> = new Set(["form.line-cap TOO_MANY_LINES", "S.max_lines"]);

it("calls nothing official without a source of an authority, and nothing third-party without a source", () => {
  const wrong = marks.filter(([name, { evidence, sources }]) => {
    if (READ_IN_A_COPY.has(name)) return false;
    if (evidence === "official" || evidence === "official-schema")
      return !sources.some((id) => sourceClasses[id]?.includes("official"));
    return evidence === "third-party" && sources.length === 0;
  });
  expect(wrong.map(([name]) => name)).toEqual([]);
});

it("needs no source for what arithmetic and the message itself tell", () => {
  const wrong = marks.filter(
    ([, { evidence, sources }]) => (evidence === "arithmetic" || evidence === "consistency") && sources.length > 0,
  );
  expect(wrong.map(([name]) => name)).toEqual([]);
});

it("never words a finding as official", async () => {
  const { TEXTS } = await import("../src/texts.ts");
  for (const text of Object.values(TEXTS)) {
    expect(`${text.en} ${text.adviceEn}`).not.toMatch(/\bofficial(ly)?\b|\bCCPIT (requires|demands)\b|\bby law\b/iu);
    expect(text.zh + text.adviceZh).not.toMatch(/官方|贸促会规定|法律规定|海关规定/u);
  }
});
