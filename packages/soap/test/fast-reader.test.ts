import "../src/with/all.ts";
import { execFileSync } from "node:child_process";
import { encodeElement } from "@coo/soap";
import type { MessageDescriptor, SimpleDescriptor } from "@coo/soap/gen1";
import { DEFAULT_LIMITS, EOF, START, TEXT, XmlReader } from "@coo/xml";
import { canonicalize } from "@coo/xml/c14n";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeStrictly } from "../src/codec/decode.ts";
import { DEFAULT_VALUE_WIRE } from "../src/codec/encode.ts";
import { MISS } from "../src/codec/fast/byte-reader.ts";
import { compileReader } from "../src/codec/fast/compile-reader.ts";
import { planReader } from "../src/codec/fast/plan-reader.ts";
import { type FastOptions, giveBack, lendReader, readFast, UNREAD, withReader } from "../src/codec/fast/read-fast.ts";
import { resolved } from "../src/message/resolve-bytes.ts";
import { arbitraryFor } from "./support/arbitrary.ts";
import { arbitrarySchema } from "./support/arbitrary-schema.ts";
import { EverythingMessage } from "./support/constructs.ts";
import { QueryMessage } from "./support/descriptors.ts";
import { generatedMessages, hasGenerated } from "./support/generated.ts";
import { UsualMessage } from "./support/usual-constructs.ts";

const RUNS = Number(process.env["COO_RUNS"] ?? 60);
const ELEMENT = { name: "Body", ns: "" };
const options = { wire: DEFAULT_VALUE_WIRE, limits: DEFAULT_LIMITS, namespaces: undefined };

/** What the generated code makes of bytes; the first calls only count uses. */
function fast(descriptor: MessageDescriptor<unknown>, bytes: Uint8Array, given: Partial<FastOptions> = {}): unknown {
  let value: unknown = UNREAD;
  for (let i = 0; i < 3; i++) value = readFast(descriptor, ELEMENT, bytes, { ...options, ...given });
  return value;
}

/** The same by a plan, which takes its place where code may not be made. */
function planned(descriptor: MessageDescriptor<unknown>): (bytes: Buffer) => unknown {
  const plan = planReader(descriptor, ELEMENT);
  if (!plan) return () => UNREAD;
  return (bytes) =>
    withReader(bytes, plan, options, (reader) => {
      const value = plan.read(reader);
      if (reader.pos !== bytes.byteLength) return UNREAD;
      // What claims to be canonical is signed as it stands.
      if (reader.canonical) expect(canonicalize(bytes.toString(), { mode: "exc-c14n" })).toBe(bytes.toString().trim());
      return value;
    });
}

const REFERENCES = new Map(
  [
    ...new Map([
      ["&", "&amp;"],
      ["<", "&lt;"],
      [">", "&gt;"],
    ]),
  ].map(([c, r]) => [c.charCodeAt(0), r]),
);

/** A message as a text that another one carries. */
function escaped(bytes: Buffer): Buffer {
  return Buffer.concat([...bytes].map((c) => Buffer.from(REFERENCES.get(c) ?? [c])));
}

/** What is made of a message that stands in a text, by generated code and by a plan. */
function carried(descriptor: MessageDescriptor<unknown>): (text: Buffer) => unknown {
  const readers = [compileReader, planReader].map((make) => make(descriptor, ELEMENT, true));
  return (text) => {
    const [found, other] = readers.map((compiled) => {
      const reader = lendReader(text, "true-false", DEFAULT_LIMITS, true);
      if (!reader || !compiled) return UNREAD;
      reader.takes(compiled.slots);
      try {
        const value = compiled.read(reader);
        return reader.pos === text.byteLength ? value : UNREAD;
      } catch (error) {
        if (error !== MISS) throw error;
        return UNREAD;
      } finally {
        giveBack(reader);
      }
    });
    expect(other).toStrictEqual(found);
    expect(JSON.stringify(other)).toBe(JSON.stringify(found));
    return found;
  };
}

/** A message that stands in a text is read as it is read by itself, where that text gives its bytes. */
function expectCarried(read: (text: Buffer) => unknown, bytes: Buffer, found: unknown): void {
  const text = escaped(bytes);
  const value = read(text);
  // A CR would be another character to whoever reads the text; ]]> is looked at by the strict reader, wherever it stands.
  if (value === UNREAD && /\r|\]\]>/.test(bytes.toString("latin1"))) return;
  expect(value).toStrictEqual(found);
  if (value === UNREAD) return;
  expect(JSON.stringify(value)).toBe(JSON.stringify(found));
  expect(Buffer.compare(resolved(text, 0, text.length), bytes)).toBe(0);
}

/** What strict readers make of a text that carries a message, and its bytes. */
function strictlyCarried(descriptor: MessageDescriptor<unknown>, text: Buffer): unknown {
  let inner = "";
  try {
    const reader = new XmlReader(Buffer.concat([Buffer.from("<x>"), text, Buffer.from("</x>")]));
    reader.next();
    for (let event = reader.next(); event !== EOF; event = reader.next()) {
      if (event === START) return undefined;
      if (event === TEXT) inner += reader.text;
    }
  } catch {
    return undefined;
  }
  const bytes = Buffer.from(inner);
  const right = strict(descriptor, bytes);
  return right && { ...right, bytes };
}

function strict(descriptor: MessageDescriptor<unknown>, bytes: Uint8Array): { readonly value: unknown } | undefined {
  try {
    return { value: decodeStrictly(descriptor, bytes, { element: ELEMENT }).value };
  } catch {
    return undefined;
  }
}

/** What is put into messages: each piece can make one wrong, or another one, or the same in another form. */
const PIECES = [
  "",
  " ",
  "\n",
  "\r",
  "\t",
  "<",
  ">",
  "&",
  "&amp;",
  "&lt;",
  "&#13;",
  "&#x0;",
  "&x;",
  "]]>",
  "]",
  "<!-- c -->",
  "<![CDATA[x]]>",
  "<?x y?>",
  "</Body>",
  "<Body>",
  "<a/>",
  "<a></a>",
  ' xsi:nil="true"',
  ' xsi:nil="1"',
  ' xsi:nil="false"',
  ' xsi:type="T1"',
  ' xsi:type="n:T1"',
  ' xmlns:t="urn:one" xsi:type="t:T1"',
  ' xmlns:t="urn:two" xsi:type="t:T1"',
  ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ' xmlns="urn:one"',
  ' xmlns:n="urn:one"',
  ' xmlns:xsi="urn:one"',
  ' xml:lang="zh"',
  ' kind="x"',
  ' a="b"',
  '"',
  "'",
  "/>",
  "&quot;",
  "&#xA;",
  "\u0000",
  "\u007f",
  "\u0085",
  "中",
  "𠮷",
  "\ufffe",
  "0",
  "-",
  ".",
  "9999999999",
  "true",
  "n:",
].map((text) => Buffer.from(text));
const BAD = [
  [0x80],
  [0xc0, 0xaf],
  [0xe0, 0x80, 0x80],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xf0, 0x8f, 0xbf, 0xbf],
  [0xe4, 0xb8],
  [0xff],
].map((b) => Buffer.from(b));
const change = fc.record({
  at: fc.nat(),
  drop: fc.constantFrom(0, 0, 0, 1, 2, 9),
  piece: fc.constantFrom(...PIECES, ...BAD),
});

function apply(bytes: Buffer, { at, drop, piece }: { at: number; drop: number; piece: Buffer }): Buffer {
  const place = at % (bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, place), piece, bytes.subarray(place + drop)]);
}

interface Case {
  readonly name: string;
  readonly descriptor: MessageDescriptor<unknown>;
  readonly build?: (() => unknown) | undefined;
}

const messages: readonly Case[] = [
  { name: "every construct", descriptor: EverythingMessage },
  { name: "a query", descriptor: QueryMessage },
  { name: "usual constructs", descriptor: UsualMessage },
  ...(hasGenerated ? await generatedMessages() : []),
];

/** Pieces of the message itself: start tags of its own with what they hold. */
const own = fc.record({ from: fc.nat(), size: fc.nat({ max: 40 }), to: fc.nat(), drop: fc.constantFrom(0, 0, 1, 9) });

function copyOwn(
  bytes: Buffer,
  { from, size, to, drop }: { from: number; size: number; to: number; drop: number },
): Buffer {
  const spaces = [...bytes.entries()].filter(([, c]) => c === 0x20 || c === 0x3e).map(([i]) => i);
  const start = spaces[from % spaces.length] as number;
  const place = spaces[to % spaces.length] as number;
  const piece = bytes.subarray(start, start + size);
  return Buffer.concat([bytes.subarray(0, place), piece, bytes.subarray(place + drop)]);
}

function textOf(descriptor: MessageDescriptor<unknown>, value: unknown): string | undefined {
  try {
    return encodeElement(descriptor, value, { element: ELEMENT });
  } catch {
    return undefined;
  }
}

/** Whether our own writer's text is read for sure: it holds nothing that readers of bytes leave to the strict one. */
function isUsualText(text: string): boolean {
  return !text.includes("\r") && !/&#(?!x[9AD];)/.test(text);
}

describe("start tags that hold more than a name", () => {
  it("are read as the strict reader reads them, whatever the schema", () => {
    let marked = 0;
    fc.assert(
      fc.property(
        arbitrarySchema.chain((descriptor) =>
          fc.tuple(
            fc.constant(descriptor),
            fc.array(arbitraryFor(descriptor, { plainLines: true }), { minLength: 4, maxLength: 8 }),
            fc.array(change, { maxLength: 2 }),
            fc.array(own, { maxLength: 2 }),
          ),
        ),
        ([descriptor, values, changes, copies]) => {
          const byPlan = planned(descriptor);
          const inText = carried(descriptor);
          for (const value of values) {
            const own = textOf(descriptor, value);
            // Nothing stands for null where each type has an attribute that must be there.
            if (own === undefined) continue;
            const written = Buffer.from(own);
            const changed = copies.reduce(copyOwn, changes.reduce(apply, written));
            for (const bytes of new Set([written, changed])) {
              const found = fast(descriptor, bytes);
              const right = strict(descriptor, bytes);
              if (bytes === written && isUsualText(written.toString())) expect(found).not.toBe(UNREAD);
              const other = byPlan(bytes);
              expect(other).toStrictEqual(found);
              expectCarried(inText, bytes, found);
              if (found === UNREAD) continue;
              expect({ value: found }).toStrictEqual(right);
              expect(JSON.stringify(found)).toBe(JSON.stringify(right?.value));
              expect(JSON.stringify(other)).toBe(JSON.stringify(found));
              if (/xsi:|a[0-9]+="/.test(bytes.toString())) marked++;
            }
            const text = changes.reduce(apply, escaped(written));
            const found = inText(text);
            if (found === UNREAD) continue;
            const bytes = resolved(text, 0, text.length);
            expect({ value: found, bytes }).toStrictEqual(strictlyCarried(descriptor, text));
          }
        },
      ),
      { numRuns: RUNS, seed: 1129 },
    );
    expect(marked).toBeGreaterThan(100);
  });

  const XSI = "http://www.w3.org/2001/XMLSchema-instance";
  it.each([
    [`<Body xmlns:xsi="${XSI}" kind="1"><a xsi:nil="true"></a></Body>`, true],
    [`<Body kind="1" xmlns:xsi="${XSI}"><a xsi:nil="true"></a></Body>`, true],
    [`<Body kind="1" xml:lang="zh"><a>&lt;</a></Body>`, true],
    [`<Body kind="&quot;&#x9;中𠮷&amp;"> <a></a> </Body>`, true],
    [`<Body xmlns:k="urn:k" kind="1" k:ref="7"><a></a></Body>`, true],
    [`<Body xmlns:xsi="urn:k" kind="1"><a xsi:nil="true"></a></Body>`, false],
    [`<Body xmlns:xsi="${XSI}" xmlns:xsi="${XSI}" kind="1"><a></a></Body>`, false],
    [`<Body xmlns:k="${XSI}" kind="1"><a k:nil="true"></a></Body>`, false],
    [`<Body xmlns:k="" kind="1"><a></a></Body>`, false],
    [`<Body xmlns="urn:k" kind="1"><a></a></Body>`, false],
    [`<Body xmlns:xml="urn:k" kind="1"><a></a></Body>`, false],
    [`<Body xmlns:k="http://www.w3.org/2000/xmlns/" kind="1"><a></a></Body>`, false],
    [`<Body kind="1" kind="1"><a></a></Body>`, false],
    [`<Body xmlns:k="urn:k" xmlns:l="urn:k" kind="1" k:ref="7" l:ref="7"><a></a></Body>`, false],
    [`<Body k:ref="7" kind="1"><a></a></Body>`, false],
    [`<Body kind="1" ref="7"><a></a></Body>`, false],
    [`<Body kind="1"ref="7"><a></a></Body>`, false],
    [`<Body><a></a></Body>`, false],
    [`<Body kind="&#0;"><a></a></Body>`, false],
    [`<Body kind="<"><a></a></Body>`, false],
    [`<Body kind="1"`, false],
    [`<Body kind="`, false],
    [`<Body `, false],
    [`<Body kind="1"/>`, false],
  ] as const)("are told apart: %s", (xml, isRead) => {
    const type = { k: "simple", builtin: "string", js: "string", ws: "preserve" } as const;
    const attrs = [
      { prop: "kind", name: "kind", ns: "", type, required: true },
      { prop: "ref", name: "ref", ns: "urn:k", type },
      { prop: "lang", name: "lang", ns: "http://www.w3.org/XML/1998/namespace", type },
    ] as const;
    const content = { k: "el", prop: "a", name: "a", ns: "", type, min: 1, max: 1, nillable: true } as const;
    const message: MessageDescriptor<unknown> = {
      k: "message",
      name: "M",
      type: { k: "complex", name: "T", ns: "", attrs, content },
    };
    const bytes = Buffer.from(xml);
    const right = strict(message, bytes);
    if (isRead) expect(right).toBeDefined();
    expect(fast(message, bytes)).toStrictEqual(isRead ? right?.value : UNREAD);
    expect(planned(message)(bytes)).toStrictEqual(isRead ? right?.value : UNREAD);
    const inText = carried(message);
    expectCarried(inText, bytes, isRead ? right?.value : UNREAD);
    // Those may not stand in any text.
    for (const wrong of ["]]>", "<"])
      expect(inText(Buffer.from(escaped(bytes).toString().replace('kind="', `kind="${wrong}`)))).toBe(UNREAD);
  });

  it("may use a prefix that is declared outside, as the strict reader allows", () => {
    const type = { k: "simple", builtin: "string", js: "string" } as const;
    const content = { k: "el", prop: "a", name: "a", ns: "", type, min: 1, max: 1, nillable: true } as const;
    const message: MessageDescriptor<unknown> = {
      k: "message",
      name: "M",
      type: { k: "complex", name: "T", ns: "", content },
    };
    const bytes = Buffer.from('<Body><a xsi:nil="true"></a></Body>');
    const xsi = [["xsi", "http://www.w3.org/2001/XMLSchema-instance"]] as const;
    expect(fast(message, bytes)).toBe(UNREAD);
    expect(fast(message, bytes, { namespaces: [["xsi", "urn:other"]] })).toBe(UNREAD);
    expect(fast(message, bytes, { namespaces: xsi })).toEqual({ a: null });
    expect(decodeStrictly(message, bytes, { element: ELEMENT, namespaces: xsi }).value).toEqual({ a: null });
  });
});

describe("generated readers and plans", () => {
  it.each(messages)("read what the strict reader reads, and leave the rest to it: $name", ({ descriptor, build }) => {
    let read = 0;
    const drawn = arbitraryFor(descriptor, { plainLines: true });
    const byPlan = planned(descriptor);
    const inText = carried(descriptor);
    const values = build ? fc.oneof(drawn, fc.constant(build())) : drawn;
    fc.assert(
      fc.property(values, fc.array(change, { maxLength: 3 }), (value, changes) => {
        const written = Buffer.from(encodeElement(descriptor, value, { element: ELEMENT }));
        const bytes = changes.reduce(apply, written);
        const found = fast(descriptor, bytes);
        const other = byPlan(bytes);
        expect(other).toStrictEqual(found);
        expectCarried(inText, bytes, found);
        const text = changes.reduce(apply, escaped(written));
        const valueInText = inText(text);
        if (valueInText !== UNREAD) {
          const own = { value: valueInText, bytes: resolved(text, 0, text.length) };
          expect(own).toStrictEqual(strictlyCarried(descriptor, text));
        }
        if (found === UNREAD) return;
        expect(JSON.stringify(other)).toBe(JSON.stringify(found));
        read++;
        expect({ value: found }).toStrictEqual(strict(descriptor, bytes));
        expect(JSON.stringify(found)).toBe(JSON.stringify(strict(descriptor, bytes)?.value));
      }),
      { numRuns: 250, seed: 4711 },
    );
    if (descriptor !== EverythingMessage) expect(read).toBeGreaterThan(0);
  });

  it("keep to the limits", () => {
    const value = { id: "1" } as unknown;
    const message: MessageDescriptor<unknown> = {
      k: "message",
      name: "M",
      type: {
        k: "complex",
        name: "T",
        ns: "",
        content: {
          k: "seq",
          min: 1,
          max: 1,
          items: [
            {
              k: "el",
              prop: "id",
              name: "id",
              ns: "",
              type: { k: "simple", builtin: "string", js: "string" },
              min: 1,
              max: 1,
            },
          ],
        },
      },
    };
    const bytes = Buffer.from(encodeElement(message, value, { element: ELEMENT }));
    expect(fast(message, bytes)).toEqual(value);
    for (const limit of [
      "maxBytes",
      "maxDepth",
      "maxAttributes",
      "maxTextLength",
      "maxNameLength",
      "maxElements",
    ] as const)
      expect(fast(message, bytes, { limits: { ...DEFAULT_LIMITS, [limit]: 1 } })).toBe(UNREAD);
    // Start tags and end tags count: what has as many as there may be elements has fewer elements.
    const tags = bytes.toString().split("<").length - 1;
    expect(fast(message, bytes, { limits: { ...DEFAULT_LIMITS, maxElements: tags } })).toEqual(value);
    const text = escaped(Buffer.concat([bytes, Buffer.from(">>>>")]));
    const fits = (maxElements: number): boolean => {
      const reader = lendReader(text, "true-false", { ...DEFAULT_LIMITS, maxElements }, true);
      if (reader) giveBack(reader);
      return reader !== undefined;
    };
    expect([fits(tags), fits(tags - 1)]).toEqual([true, false]);
    expect(fast(message, bytes, { wire: { ...DEFAULT_VALUE_WIRE, lineBreaks: "crlf" } })).toBe(UNREAD);
    expect(fast(message, Buffer.concat([bytes, Buffer.from("<!-- -->")]))).toBe(UNREAD);
  });

  const decimal = (facets: Partial<SimpleDescriptor>): SimpleDescriptor => ({
    k: "simple",
    builtin: "decimal",
    js: "string",
    ...facets,
  });
  const yes = { k: "simple", builtin: "boolean", js: "boolean" } as const;
  it.each([
    decimal({}),
    decimal({ totalDigits: 3 }),
    decimal({ fractionDigits: 2 }),
    decimal({ totalDigits: 4, fractionDigits: 2, patterns: ["-?[0-9]{1,3}(?:\\.[0-9]{1,2})?"] }),
    decimal({ patterns: ["[0-9]{0,3}(?:\\.[0-9]{0,5})?"], fractionDigits: 1 }),
    decimal({ patterns: ["[0-9]{2,3}"], totalDigits: 2 }),
    decimal({ patterns: ["-[0-9]{1,3}"] }),
    decimal({ patterns: ["[0-9]{1,3}", "1.*"] }),
    decimal({ patterns: ["[0-9]{1,3}"], enum: ["1", "22"] }),
    decimal({ totalDigits: 3, minInclusive: "2" }),
    { ...decimal({ totalDigits: 3 }), builtin: "integer" },
    yes,
    { ...yes, patterns: ["true|0"] },
  ] as readonly SimpleDescriptor[])("judge single texts as the strict reader does: %j", (type) => {
    const message: MessageDescriptor<unknown> = {
      k: "message",
      name: "M",
      type: {
        k: "complex",
        name: "T",
        ns: "",
        content: { k: "el", prop: "a", name: "a", ns: "", type, min: 1, max: 0 },
      },
    };
    const byPlan = planned(message);
    const texts =
      "|0|1|22|123|1234|12345|007|1.|.5|.|1.5|12.34|1.234|01.50|0.000|1.2.3|1..2|-1|-1.5|-|+1|1e2| 1|1 |1\n|&#49;|x";
    for (const text of [...texts.split("|"), "true", "false", "TRUE", "truex", " true", "中", "1>"]) {
      const bytes = Buffer.from(`<Body><a>${text}</a></Body>`);
      const right = strict(message, bytes);
      for (const found of [fast(message, bytes), byPlan(bytes)]) {
        if (right === undefined) expect([text, found]).toEqual([text, UNREAD]);
        else if (found !== UNREAD) expect([text, found]).toEqual([text, right.value]);
      }
    }
  });

  it("read booleans as the profile writes them", () => {
    const message: MessageDescriptor<unknown> = {
      k: "message",
      name: "M",
      type: {
        k: "complex",
        name: "T",
        ns: "",
        content: { k: "el", prop: "a", name: "a", ns: "", type: yes, min: 1, max: 1 },
      },
    };
    const found = (text: string, booleans: FastOptions["wire"]["booleans"]): unknown =>
      fast(message, Buffer.from(`<Body><a>${text}</a></Body>`), { wire: { ...DEFAULT_VALUE_WIRE, booleans } });
    expect(["true", "false", "1", "Y"].map((text) => found(text, "true-false"))).toEqual([
      { a: true },
      { a: false },
      { a: true },
      UNREAD,
    ]);
    expect(["true", "0"].map((text) => found(text, "1-0"))).toEqual([{ a: true }, { a: false }]);
    expect(["true", "Y", "N"].map((text) => found(text, "Y-N"))).toEqual([UNREAD, { a: true }, { a: false }]);
  });

  it("are not needed: a process that may not make code reads and writes the same", () => {
    const script = `
      import { decodeElement, encodeElement } from "@coo/soap";
      try { new Function("1"); console.log("may"); } catch { console.log("may not"); }
      const type = { k: "complex", name: "T", ns: "", content: { k: "seq", min: 1, max: 1, items: [
        { k: "el", prop: "id", name: "id", ns: "", type: { k: "simple", builtin: "string", js: "string" }, min: 1, max: 1 } ] } };
      for (let i = 0; i < 5; i++) {
        const xml = encodeElement({ k: "message", name: "M", type }, { id: "中" + i });
        console.log(decodeElement({ k: "message", name: "M", type }, xml).value.id);
      }`;
    const out = execFileSync(
      process.execPath,
      [
        "--disallow-code-generation-from-strings",
        "--conditions=@coo/source",
        "--disable-warning=ExperimentalWarning",
        "--input-type=module",
        "-e",
        script,
      ],
      { cwd: new URL("..", import.meta.url), encoding: "utf8" },
    );
    expect(out.trim().split("\n")).toEqual(["may not", "中0", "中1", "中2", "中3", "中4"]);
  });

  it.each([
    ["<Body> <a>1</a>\t\n</Body>", ["1"]],
    ["<Body>\r<a>1</a></Body>", UNREAD],
    ["<Body><a>1\r</a></Body>", UNREAD],
    ["<Body><a>]></a><a>a>b</a><a>]]&gt;</a></Body>", ["]>", "a>b", "]]>"]],
    ["<Body><a>]]></a></Body>", UNREAD],
    ["<Body><a>&amp;lt;</a><a>&lt;b&gt;</a></Body>", ["&lt;", "<b>"]],
    ["<Body><a>&#xD;&quot;&apos;</a></Body>", ["\r\"'"]],
    ["<Body><a>&#65;</a></Body>", UNREAD],
    ["<Body><a>&</a></Body>", UNREAD],
  ] as const)("read a message in a text that carries it: %j", (xml, expected) => {
    const type = { k: "simple", builtin: "string", js: "string", ws: "preserve" } as const;
    const content = { k: "el", prop: "a", name: "a", ns: "", type, min: 0, max: -1 } as const;
    const read = carried({ k: "message", name: "M", type: { k: "complex", name: "T", ns: "", content } });
    const text = escaped(Buffer.from(xml));
    expect(read(text)).toEqual(expected === UNREAD ? UNREAD : { a: expected });
    // As they stand, and as other references, these are left to the strict reader.
    for (const other of [[">"], ["<"], ["&#62;"], ["&quot;"], ["&lt"], ["&am;"], ["&gt"]] as const)
      expect(read(Buffer.from(text.toString().replace("&lt;a&gt;", `&lt;a&gt;${other[0]}`)))).toBe(UNREAD);
  });

  it("compare every byte of a tag, however short or long, up to the end of the bytes", () => {
    const type = { k: "simple", builtin: "string", js: "string" } as const;
    for (const size of [1, 2, 3, 4, 5, 6, 7, 8, 9, 14, 15, 16, 17, 22, 23, 24, 25, 33]) {
      const name = "abcdefghi".repeat(4).slice(0, size);
      const message: MessageDescriptor<unknown> = {
        k: "message",
        name: "M",
        type: {
          k: "complex",
          name: "T",
          ns: "",
          content: { k: "el", prop: "a", name, ns: "", type, min: 0, max: -1 },
        },
      };
      const right = Buffer.from(`<Body><${name}>1</${name}><${name}>2</${name}></Body>`);
      expect(fast(message, right)).toEqual({ a: ["1", "2"] });
      const inText = carried(message);
      expect(inText(escaped(right))).toEqual({ a: ["1", "2"] });
      for (let i = 0; i < right.length; i++) {
        const wrong = Buffer.from(right);
        wrong[i] = right[i] === 0x7a ? 0x79 : 0x7a;
        const value = fast(message, wrong);
        expect([i, value]).toEqual([i, strict(message, wrong)?.value ?? UNREAD]);
        expectCarried(inText, wrong, value);
        expect(fast(message, right.subarray(0, i))).toBe(UNREAD);
        expect(inText(escaped(right.subarray(0, i)))).toBe(UNREAD);
      }
    }
  });
});
