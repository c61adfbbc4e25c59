import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { encodeText } from "@coo/xml";
import { generator, mutate, mutateBytes } from "../fuzz-xml/mutate.ts";
import type { AttackLimits, AttackValue, Expected } from "./corpus.ts";
import { framings } from "./framings.ts";
import { type Markup, requestHeaders, requestText, VALUE } from "./message.ts";
import { Oracle } from "./oracle.ts";
import { drawVocabulary, type Vocabulary, wsdlOf } from "./vocabulary.ts";

/** A case before it is written; `raw` is a whole HTTP request. */
export interface DrawnCase {
  readonly id: string;
  readonly cls: string;
  readonly layer: "xml" | "http" | "raw";
  readonly expected: Expected;
  readonly headers?: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  readonly value?: AttackValue | undefined;
  readonly limits?: AttackLimits;
  readonly why?: string;
}

/**
 * Draws a service and attacks on its receiver, and writes them as a folder of the shared shape.
 *
 * @param seed - The same seed gives the same folder.
 * @param mutants - Number of random mutants, which an independent reader and validator judges.
 */
export function drawCorpus(folder: string, seed: number, mutants: number): void {
  const random = generator(seed);
  const v = drawVocabulary(random);
  mkdirSync(join(folder, "cases"), { recursive: true });
  writeFileSync(join(folder, "receiver.wsdl"), wsdlOf(v));
  const cases = [
    ...encodings(v, random),
    ...texts(v, random),
    ...framings(v, random),
    ...drawnMutants(v, random, mutants),
  ];
  const entries = cases.map(({ bytes, ...item }, i) => {
    const file = `cases/${i}`;
    writeFileSync(join(folder, file), bytes);
    const { id, cls, layer, expected, headers, value, limits, why } = item;
    return { id, cls, layer, expected, headers, value, limits, why, [layer === "raw" ? "rawFile" : "file"]: file };
  });
  const { namespace, operation, fields } = v;
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ namespace, operation, fields, cases: entries }));
}

const utf8 = (text: string): Uint8Array => Buffer.from(text, "utf8");

/** The message in every encoding, and in ones that contradict themselves or are cut. */
function encodings(v: Vocabulary, random: (below: number) => number): DrawnCase[] {
  const text = requestText(v);
  const declared = (name: string): string => `<?xml version="1.0" encoding="${name}"?>${text}`;
  const base = { cls: "encoding", layer: "xml", value: VALUE } as const;
  const bom16 = (littleEndian: boolean, name: string): Uint8Array => {
    const bytes = Buffer.from(`\ufeff${declared(name)}`, "utf16le");
    return littleEndian ? bytes : bytes.swap16();
  };
  const good: DrawnCase[] = [
    { ...base, id: "utf8", expected: "accept", headers: requestHeaders(), bytes: utf8(text) },
    {
      ...base,
      id: "utf8-declared",
      expected: "accept",
      headers: requestHeaders("UTF-8"),
      bytes: utf8(declared("utf-8")),
    },
    { ...base, id: "utf8-bom", expected: "accept", headers: requestHeaders(), bytes: utf8(`\ufeff${text}`) },
    { ...base, id: "no-charset", expected: "accept", headers: requestHeaders(null), bytes: utf8(text) },
    { ...base, id: "utf16le", expected: "accept", headers: requestHeaders("utf-16"), bytes: bom16(true, "UTF-16") },
    { ...base, id: "utf16be", expected: "accept", headers: requestHeaders(null), bytes: bom16(false, "UTF-16") },
    ...(["GBK", "GB18030"] as const).flatMap((name): DrawnCase[] => [
      {
        ...base,
        id: `${name}-declared`,
        expected: "accept",
        headers: requestHeaders(null),
        bytes: encodeText(declared(name), name),
      },
      {
        ...base,
        id: `${name}-charset`,
        expected: "accept",
        headers: requestHeaders(name),
        bytes: encodeText(text, name),
      },
      {
        ...base,
        id: `${name}-under-utf8`,
        expected: "reject",
        headers: requestHeaders(),
        bytes: encodeText(declared(name), name),
      },
      {
        ...base,
        id: `${name}-as-utf8`,
        expected: "reject",
        headers: requestHeaders(name),
        bytes: utf8(declared("UTF-8")),
      },
    ]),
  ];
  const bad: DrawnCase[] = [
    {
      ...base,
      id: "utf16-wrong-order",
      expected: "reject",
      headers: requestHeaders(null),
      bytes: bom16(true, "UTF-16BE"),
    },
    {
      ...base,
      id: "utf16-no-mark",
      expected: "reject",
      headers: requestHeaders("utf-16"),
      bytes: bom16(true, "UTF-16").subarray(2),
    },
    {
      ...base,
      id: "utf16-odd",
      expected: "reject",
      headers: requestHeaders(null),
      bytes: bom16(true, "UTF-16").subarray(0, -1),
    },
    {
      ...base,
      id: "two-charsets",
      expected: "reject",
      headers: { ...requestHeaders(), "Content-Type": "text/xml; charset=utf-8; charset=gbk" },
      bytes: utf8(text),
    },
    { ...base, id: "no-such-charset", expected: "reject", headers: requestHeaders("utf-9"), bytes: utf8(text) },
    {
      ...base,
      id: "declared-latin1",
      expected: "reject",
      headers: requestHeaders(null),
      bytes: utf8(declared("ISO-8859-1")),
    },
  ];
  const cuts = Array.from({ length: 12 }, (_, i): DrawnCase => {
    const whole = (good[random(good.length)] as DrawnCase).bytes;
    const from = good.find((c) => c.bytes === whole) as DrawnCase;
    return {
      ...from,
      id: `cut-${i}-${from.id}`,
      expected: "reject",
      bytes: whole.subarray(0, 1 + random(whole.length - 1)),
    };
  });
  const broken = ["c080", "e08080", "eda080", "f4908080", "f8888080", "80", "c3", "e4bd", "ff", "fe"].map(
    (hex): DrawnCase => {
      const at = Buffer.from(text).indexOf("&#38;");
      const bytes = Buffer.concat([utf8(text).subarray(0, at), Buffer.from(hex, "hex"), utf8(text).subarray(at)]);
      return { ...base, id: `utf8-${hex}`, expected: "reject", headers: requestHeaders(), bytes };
    },
  );
  return [...good, ...bad, ...cuts, ...broken];
}

/** Values written in many ways, which must arrive whole or not at all. */
function texts(v: Vocabulary, random: (below: number) => number): DrawnCase[] {
  const item = (id: string, expected: Expected, markup: Markup, value: AttackValue = VALUE): DrawnCase => ({
    id,
    cls: "text",
    layer: "xml",
    expected,
    headers: requestHeaders(),
    bytes: utf8(requestText(v, markup)),
    value,
  });
  const user = VALUE["user"] as string;
  const ways = Array.from({ length: 10 }, (_, i) =>
    item(`user-in-pieces-${i}`, "accept", { user: inPieces(user, random) }),
  );
  const who = (type: string, content: string): string =>
    `<t:${v.fields.party} xsi:type="t:${type}">${content}</t:${v.fields.party}>`;
  const special = "<t:name>甲</t:name><t:no>7</t:no>";
  return [
    ...ways,
    item("amount-in-pieces", "accept", { amount: "1<!-- 9 -->2<![CDATA[.5]]>&#48;" }),
    item(
      "derived",
      "accept",
      { party: who(v.derived, special) },
      { ...VALUE, party: { "xsi:type": v.derived, name: "甲", no: "7" } },
    ),
    item("abstract", "reject", { party: who(v.base, "<t:name>甲</t:name>") }),
    item("not-derived", "reject", { party: who(v.data, special) }),
    item("tenth-tag", "reject", {
      memo: "x".repeat(3),
      tag: `a</t:${v.fields.tag}>${`<t:${v.fields.tag}>b</t:${v.fields.tag}>`.repeat(9)}<t:${v.fields.tag}>c`,
    }),
    item("both-branches", "reject", {
      email: `a</t:${v.fields.email}><t:${v.fields.phone}>1</t:${v.fields.phone}><t:${v.fields.email}>b`,
    }),
    item("other-channel", "reject", { channel: `${v.fields.channel}="Web"` }),
    item("channel-twice", "reject", { channel: `${v.fields.channel}="web" ${v.fields.channel}="app"` }),
    item("channel-qualified", "reject", { channel: `t:${v.fields.channel}="web"` }),
    item("user-too-long", "reject", { user: "长".repeat(41) }),
    item("user-as-long-as-may-be", "accept", { user: "𠮷".repeat(40) }, { ...VALUE, user: "𠮷".repeat(40) }),
    item("amount-of-19-digits", "reject", { amount: "1234567890123456.789" }),
    item(
      "amount-of-18-digits",
      "accept",
      { amount: "123456789012345.678" },
      { ...VALUE, amount: "123456789012345.678" },
    ),
    item("id-with-line-end", "reject", { id: "N-1001\n" }),
    item("day-that-is-none", "reject", { at: "2026-02-29T00:00:00Z" }),
  ];
}

/** Text in pieces: characters, references, CDATA sections, with comments between. */
function inPieces(text: string, random: (below: number) => number): string {
  return [...text]
    .map((c) => {
      const code = c.codePointAt(0) as number;
      const plain = c === "<" || c === "&" ? `&#${code};` : c;
      return [plain, `&#${code};`, `&#x${code.toString(16)};`, `<![CDATA[${c}]]>`, `<!-- ${code} -->${plain}`][
        random(5)
      ];
    })
    .join("");
}

function drawnMutants(v: Vocabulary, random: (below: number) => number, count: number): DrawnCase[] {
  const oracle = new Oracle(v);
  const found: DrawnCase[] = [];
  for (let i = 0; found.length < count && i < count * 3; i++) {
    const text = requestText(v, { user: inPieces(VALUE["user"] as string, random) });
    const bytes = random(8) === 0 ? mutateBytes(utf8(text), random) : utf8(mutate(text, random).toWellFormed());
    const reading = oracle.read(bytes);
    if (reading.verdict === "unknown") continue;
    const reject = reading.verdict === "reject";
    found.push({
      id: `mutant-${i}`,
      cls: "mutant",
      layer: "xml",
      expected: reject ? "reject" : "accept-or-reject",
      headers: requestHeaders(),
      bytes,
      value: reject ? undefined : reading.value,
      why: reject ? reading.why.slice(0, 200) : "an independent reader and validator takes it",
    });
  }
  return found;
}
