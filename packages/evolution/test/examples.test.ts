import type { Model } from "@coo/wsdl";
import { describe, expect, it } from "vitest";
import { EXAMPLES } from "../src/catalogue/examples.ts";
import { CHANGE_RULES, compare, explainChange } from "../src/index.ts";
import { ID_CASES, SOURCES } from "./id-cases.ts";

/** Lines of an example; what is longer is cut. */
const MAX_LINES = 14;

interface Side {
  readonly id: string;
  readonly old: Model;
  readonly new: Model;
  readonly facts: readonly [unknown, unknown] | null;
}

const SIDES: readonly Side[] = ID_CASES.flatMap((c) => {
  const facts = c.facts === undefined ? null : ([c.facts.old, c.facts.new] as const);
  return [
    { id: c.there, old: c.old, new: c.new, facts },
    ...(c.back === null
      ? []
      : [{ id: c.back, old: c.new, new: c.old, facts: facts === null ? null : ([facts[1], facts[0]] as const) }]),
  ];
});

/** The first case of each id. */
const FIRST = CHANGE_RULES.map((r) => SIDES.find((s) => s.id === r.id) as Side);

describe("examples of explain", () => {
  it("are where the cases of the tests differ, one an id", async () => {
    const lines = FIRST.map((side) => {
      const [old, now] = differing(textOf(side.old, side.facts?.[0]), textOf(side.new, side.facts?.[1]));
      return `  ${JSON.stringify([side.id, old, now])},`;
    });
    const text = `// Written by \`npm test -- packages/evolution/test/examples.test.ts -u\` from the cases of id-cases.ts; never edited.

/** Where the documents of a change differ, before and after, by id. */
// biome-ignore format: a line an id
export const EXAMPLES: readonly (readonly [id: string, old: string, now: string])[] = [
${lines.join("\n")}
];
`;
    await expect(text).toMatchFileSnapshot("../src/catalogue/examples.ts");
  });

  it.each(FIRST.filter((s) => s.id !== "pattern-undecided"))("$id comes of its example", (side) => {
    const facts = side.facts === null ? {} : { facts: { old: side.facts[0] as object, new: side.facts[1] as object } };
    expect(compare(side.old, side.new, facts).changes.map((c) => c.id)).toContain(side.id);
    const [, old, now] = EXAMPLES.find(([id]) => id === side.id) ?? [];
    expect(old).toBeTypeOf("string");
    expect(old).not.toBe(now);
  });
});

describe("explainChange", () => {
  it("has a reason for every id in both languages, and an example", () => {
    for (const { id } of CHANGE_RULES) {
      const { reason, example, sender, reader } = explainChange(id);
      expect(reason.zh, id).toMatch(/\p{Script=Han}.*[。]$/u);
      expect(reason.en, id).toMatch(/^[^\p{Script=Han}]*\.$/u);
      expect(example.old, id).not.toBe(example.new);
      expect(sender.zh === "", id).toBe(sender.en === "");
      expect(reader.zh === "", id).toBe(reader.en === "");
    }
  });

  it("refuses what is no id", () => {
    expect(() => explainChange("max-length")).toThrow(RangeError);
  });
});

/** All documents of a case as lines, an element a line; behind them what a manifest says. */
function textOf(model: Model, facts: unknown): string[] {
  const files = SOURCES.get(model) ?? [];
  return [
    ...files.flatMap((f) => [...(files.length > 1 ? [`<!-- ${f.file} -->`] : []), ...linesOf(f.content)]),
    ...(facts === undefined ? [] : [`manifest: ${JSON.stringify(facts)}`]),
  ];
}

function linesOf(xml: string): string[] {
  const out: string[] = [];
  let depth = 0;
  for (const [piece] of xml.matchAll(/<[^>]*>[^<]*/g)) {
    const tag = piece.trim();
    const closes = tag.startsWith("</");
    if (closes) depth--;
    const last = out.at(-1);
    // A closing tag stays on the line of its text.
    if (
      closes &&
      last !== undefined &&
      last.trim().startsWith(`<${tag.slice(2).split(/[\s>]/)[0]}`) &&
      !last.endsWith("/>") &&
      !last.includes("</")
    )
      out[out.length - 1] = last + tag;
    else out.push("  ".repeat(depth) + tag);
    if (!closes && !/^<[^>]*\/>/.test(tag) && !tag.startsWith("<!--") && !tag.startsWith("<?")) depth++;
  }
  return out;
}

/** What lies between the first and the last lines that differ, with a line around. */
function differing(a: readonly string[], b: readonly string[]): [string, string] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const part = (lines: readonly string[]): string => {
    const some = lines.slice(Math.max(0, start - 1), lines.length - Math.max(0, end - 1));
    const cut = some.length > MAX_LINES ? [...some.slice(0, MAX_LINES), "…"] : some;
    const indent = Math.min(...cut.filter((l) => l !== "…").map((l) => l.length - l.trimStart().length));
    return cut.map((l) => (l === "…" ? l : l.slice(indent))).join("\n");
  };
  return [part(a), part(b)];
}
