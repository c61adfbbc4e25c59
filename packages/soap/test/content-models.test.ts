import "../src/with/all.ts";
import { DecodeError, decodeElement, encodeElement } from "@coo/soap";
import type { MessageDescriptor, Particle } from "@coo/soap/gen1";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAmbiguous } from "../src/codec/ambiguity.ts";
import { int, text } from "./support/descriptors.ts";

const el = (name: string, min = 1, max = 1): Particle => ({
  k: "el",
  prop: name,
  name,
  ns: "",
  type: text(),
  min,
  max,
});
const seq = (items: Particle[], min = 1, max = 1, prop?: string): Particle => ({
  k: "seq",
  items,
  min,
  max,
  ...(prop === undefined ? {} : { prop }),
});
const choice = (items: Particle[], min = 1, max = 1, prop?: string): Particle =>
  ({
    ...seq(items, min, max, prop),
    k: "choice",
  }) as Particle;
const of = (content: Particle): MessageDescriptor<Record<string, unknown>> => ({
  k: "message",
  name: "M",
  type: { k: "complex", name: "M", ns: "", content },
});
const xml = (letters: string): string => `<M>${[...letters].map((c) => `<${c}></${c}>`).join("")}</M>`;
const accepts = (content: Particle, letters: string): boolean => {
  try {
    decodeElement(of(content), xml(letters));
    return true;
  } catch (error) {
    if (error instanceof DecodeError) return false;
    throw error;
  }
};

describe("content models read straight ahead", () => {
  it("takes the same name twice in a sequence", () => {
    const content = seq([el("a"), el("b", 0), { ...el("a"), prop: "a2" } as Particle]);
    expect(isAmbiguous(content)).toBe(false);
    expect(decodeElement(of(content), "<M><a>1</a><a>2</a></M>").value).toEqual({ a: "1", a2: "2" });
    expect(accepts(content, "aba")).toBe(true);
    expect(accepts(content, "ab")).toBe(false);
    expect(accepts(content, "aaa")).toBe(false);
  });

  it("fills a fixed number before the next particle of the name", () => {
    const content = seq([el("a", 2, 2), { ...el("a", 0), prop: "a2" } as Particle]);
    expect(isAmbiguous(content)).toBe(false);
    expect(decodeElement(of(content), xml("aaa")).value).toEqual({ a: ["", ""], a2: "" });
    expect(accepts(content, "a")).toBe(false);
    expect(accepts(content, "aaaa")).toBe(false);
  });

  it("repeats groups within groups", () => {
    const inner = choice([el("b"), seq([el("c"), el("d", 0)], 1, 1)], 1, -1, "$choice");
    const content = seq([el("a"), inner], 0, 2, "$sequence");
    expect(isAmbiguous(content)).toBe(false);
    expect(decodeElement(of(seq([content])), xml("abcdcab")).value).toEqual({
      $sequence: [
        { a: "", $choice: [{ b: "" }, { c: "", d: "" }, { c: "" }] },
        { a: "", $choice: [{ b: "" }] },
      ],
    });
    expect(accepts(seq([content]), "ab")).toBe(true);
    expect(accepts(seq([content]), "a")).toBe(false);
    expect(accepts(seq([content]), "ababab")).toBe(false);
  });

  it("reads an all group in any order and names what is missing", () => {
    const content: Particle = { k: "all", min: 1, max: 1, items: [el("a"), el("b", 0), el("c")] };
    for (const letters of ["abc", "cba", "ca", "ac"]) expect(accepts(content, letters)).toBe(true);
    for (const letters of ["ab", "aac", "abcc", ""]) expect(accepts(content, letters)).toBe(false);
    expect(() => decodeElement(of(content), xml("ab"))).toThrow(/c: is required/);
  });

  it("names the branches when none of a choice stands", () => {
    const content = seq([choice([el("a"), el("b")]), el("c", 0)]);
    expect(() => decodeElement(of(content), xml("c"))).toThrow(/exactly one of a \| b is expected, found <c>/);
    expect(accepts(content, "ab")).toBe(false);
  });

  it("picks a branch by its properties when branches share names", () => {
    const content = choice([seq([el("a"), el("x", 0)]), seq([el("b"), el("x", 0)])]);
    expect(encodeElement(of(content), { b: "1", x: "2" })).toBe("<M><b>1</b><x>2</x></M>");
    expect(() => encodeElement(of(content), { x: "2" })).toThrow(/a: is required/);
    expect(() => encodeElement(of(content), { a: "1", b: "2" })).toThrow(/exactly one of/);
  });

  it("holds the members of an optional sequence together", () => {
    const content = seq([seq([el("a"), el("b")], 0), el("c")]);
    expect(encodeElement(of(content), { c: "" })).toBe("<M><c></c></M>");
    expect(() => encodeElement(of(content), { a: "", c: "" })).toThrow(/b: is required/);
    expect(accepts(content, "abc")).toBe(true);
    expect(accepts(content, "ac")).toBe(false);
  });
});

describe("content models that need to look further", () => {
  const group = seq([el("a", 2, 3)], 2, 2, "$sequence");

  it("splits counted repetitions where they fit", () => {
    expect(isAmbiguous(seq([group]))).toBe(true);
    const four = decodeElement(of(seq([group])), xml("aaaa")).value;
    expect(four).toEqual({ $sequence: [{ a: ["", ""] }, { a: ["", ""] }] });
    expect([..."x".repeat(9)].map((_, n) => accepts(seq([group]), "a".repeat(n)))).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it("prefers an element over a wildcard", () => {
    const any: Particle = { k: "any", prop: "$any", namespaces: "##any", target: "", process: "lax", min: 0, max: -1 };
    const content = seq([el("a"), any, el("z", 0)]);
    const { value } = decodeElement(of(content), "<M><a>1</a><q>2</q><z>3</z></M>");
    expect(value).toEqual({ a: "1", $any: [{ name: "q", ns: "", xml: "<q>2</q>" }], z: "3" });
    expect(encodeElement(of(content), value)).toBe("<M><a>1</a><q>2</q><z>3</z></M>");
  });

  it("reports the child that does not fit", () => {
    expect(() => decodeElement(of(seq([group, el("b")])), xml("aab"))).toThrow(/unexpected|is not expected/);
    expect(() => decodeElement(of(seq([group, el("b")])), xml("aaaa"))).toThrow(/is required/);
  });

  it("stays fast on long input", () => {
    const long = seq([el("a", 1, 2)], 1, -1, "$sequence");
    expect(isAmbiguous(seq([long]))).toBe(true);
    const { value } = decodeElement(of(seq([long])), xml("a".repeat(2001)));
    expect((value["$sequence"] as { a: string[] }[]).flatMap((s) => s.a)).toHaveLength(2001);
  });
});

/** All words of a content model up to a length, straight from the definition. */
function words(p: Particle, most: number): Set<string> {
  const once = (): Set<string> => {
    if (p.k === "el") return new Set([p.name]);
    if (p.k === "any") return new Set();
    const each = p.items.map((item) => words(item, most));
    if (p.k === "choice") return new Set(each.flatMap((s) => [...s]));
    return each.reduce((sum, s) => product(sum, s, most), new Set([""]));
  };
  const single = once();
  const found = new Set<string>();
  let level = new Set([""]);
  const max = p.max < 0 ? most + p.min : p.max;
  for (let count = 0; count <= max; count++) {
    if (count >= p.min) for (const w of level) found.add(w);
    level = product(level, single, most);
    if (level.size === 0) break;
  }
  return found;
}

function product(a: ReadonlySet<string>, b: ReadonlySet<string>, most: number): Set<string> {
  const found = new Set<string>();
  for (const x of a) for (const y of b) if (x.length + y.length <= most) found.add(x + y);
  return found;
}

it("accepts exactly the words of random content models", () => {
  const occurs = fc.constantFrom<readonly [number, number]>(
    [1, 1],
    [1, 1],
    [0, 1],
    [0, -1],
    [1, -1],
    [2, 2],
    [0, 2],
    [2, 3],
  );
  const { model } = fc.letrec<{ model: Particle; leaf: Particle; group: Particle }>((tie) => ({
    leaf: fc.tuple(fc.constantFrom("a", "b", "c"), occurs).map(([name, [min, max]]) => el(name, min, max)),
    group: fc
      .tuple(fc.constantFrom("seq", "choice"), fc.array(tie("model"), { minLength: 1, maxLength: 3 }), occurs)
      .map(([k, items, [min, max]]) => ({ k, items, min, max, prop: "$group" }) as Particle),
    model: fc.oneof({ maxDepth: 2, withCrossShrink: true }, tie("leaf"), tie("group")),
  }));
  fc.assert(
    fc.property(model, (content) => {
      const root = seq([content]);
      const expected = words(root, 4);
      for (const word of all("abc", 4)) {
        if (expected.has(word) !== accepts(root, word)) {
          // Repetitions of nothing leave no trace: a group that may be empty satisfies any minimum.
          expect({ word, expected: expected.has(word) }).toEqual({ word, expected: accepts(root, word) });
        }
      }
    }),
    { numRuns: 150, seed: 5 },
  );
});

function all(letters: string, most: number): string[] {
  const found = [""];
  for (let i = 0; i < found.length; i++) {
    const word = found[i] as string;
    if (word.length < most) for (const c of letters) found.push(word + c);
  }
  return found;
}

it("counts numbers as values, not as names", () => {
  const descriptor: MessageDescriptor<unknown> = { k: "message", name: "N", type: int };
  expect(decodeElement(descriptor, "<N> 7 </N>").value).toBe(7);
});

describe("open content", () => {
  const open: MessageDescriptor<Record<string, unknown>> = {
    k: "message",
    name: "M",
    type: {
      k: "complex",
      name: "M",
      ns: "",
      content: seq([el("a"), el("b", 0)]),
      open: {
        k: "any",
        prop: "$any",
        namespaces: "##any",
        target: "",
        not: ["urn:no"],
        process: "skip",
        min: 0,
        max: -1,
      },
    },
  };

  it("stands anywhere between the elements of the content, and is written behind them", () => {
    const { value } = decodeElement(open, "<M><x/><a>1</a><y>2</y><b>3</b><x/></M>");
    expect(value).toMatchObject({ a: "1", b: "3" });
    expect((value["$any"] as { name: string }[]).map((e) => e.name)).toEqual(["x", "y", "x"]);
    expect(encodeElement(open, value)).toBe("<M><a>1</a><b>3</b><x/><y>2</y><x/></M>");
    expect(decodeElement(open, encodeElement(open, value)).value).toEqual(value);
  });

  it("leaves the content model as strict as it was", () => {
    expect(() => decodeElement(open, "<M><x/></M>")).toThrow(DecodeError);
    expect(() => decodeElement(open, "<M><b>1</b><x/><a>1</a></M>")).toThrow(DecodeError);
    expect(() => decodeElement(open, '<M><a>1</a><x xmlns="urn:no"/></M>')).toThrow(DecodeError);
  });
});

describe("a wildcard with exceptions", () => {
  const content: Particle = {
    k: "any",
    prop: "$any",
    namespaces: "##any",
    target: "",
    not: ["urn:no"],
    notNames: ["{}b"],
    process: "skip",
    min: 0,
    max: -1,
  };

  it("keeps namespaces and names out, on reading and on writing", () => {
    const descriptor = of(seq([content]));
    expect(decodeElement(descriptor, "<M><a/></M>").value).toMatchObject({ $any: [{ name: "a" }] });
    expect(() => decodeElement(descriptor, "<M><b/></M>")).toThrow(DecodeError);
    expect(() => decodeElement(descriptor, '<M><a xmlns="urn:no"/></M>')).toThrow(DecodeError);
    expect(() => encodeElement(descriptor, { $any: [{ name: "b", ns: "", xml: "<b/>" }] })).toThrow("not allowed here");
  });
});
