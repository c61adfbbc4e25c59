import { END, START, TEXT, XmlReader } from "@coo/xml";
import type { RawElement } from "../gen1.ts";

/** Most elements declare nothing. */
const NOTHING: ReadonlySet<string> = new Set();

/**
 * Takes the element at a START event as text and moves behind it. Namespace declarations from outside that it uses
 * are written into its start tag, so that it stands alone; nothing else is touched.
 */
export function captureRaw(reader: XmlReader): RawElement {
  const name = reader.local;
  const ns = reader.ns;
  const start = reader.startOffset;
  if (ns === "" && reader.qname === name && reader.attributeCount === 0 && isEmptyTag(reader)) {
    // It uses nothing, as thousands of its kind may: then nothing is looked up either.
    reader.next();
    return { name, ns, xml: reader.source.slice(start, reader.offset) };
  }
  return captureWhole(reader);
}

/** The same for any element. On its own, since what its functions share is made before anything is looked at. */
function captureWhole(reader: XmlReader): RawElement {
  const name = reader.local;
  const ns = reader.ns;
  const start = reader.startOffset;
  const qnameLength = reader.qname.length;
  const outer = new Map(reader.namespaces());
  for (const [prefix] of reader.declarations()) outer.delete(prefix);
  const needed = new Set<string>();
  const depth = reader.depth;
  // Prefixes declared inside, one set an open element.
  const inside: ReadonlySet<string>[] = [];
  const use = (prefix: string): void => {
    if (!outer.has(prefix) || needed.has(prefix)) return;
    if (!inside.some((set) => set.has(prefix))) needed.add(prefix);
  };
  const useIn = (text: string): void => {
    // Names inside values, such as xsi:type="p:Type".
    const match = /^[\t\n\r ]*([^\s:<>"&]+):[^\s:]/.exec(text);
    if (match) use(match[1] as string);
  };
  const element = (): void => {
    const declared = reader.declarations();
    inside.push(declared.length === 0 ? NOTHING : new Set(declared.map(([prefix]) => prefix)));
    use(reader.prefix);
    for (let i = 0; i < reader.attributeCount; i++) {
      if (reader.attributePrefix(i) !== "") use(reader.attributePrefix(i));
      useIn(reader.attributeValue(i));
    }
  };
  element();
  for (;;) {
    const event = reader.next();
    if (event === START) element();
    else if (event === TEXT) useIn(reader.text);
    else if (event === END) {
      inside.pop();
      if (reader.depth === depth) break;
    }
  }
  const text = reader.source.slice(start, reader.offset);
  return { name, ns, xml: declare(text, 1 + qnameLength, outer, needed) };
}

/** Whether the START event is that of `<name/>`, which declares nothing. */
function isEmptyTag(reader: XmlReader): boolean {
  return reader.source.startsWith("/>", reader.startOffset + 1 + reader.qname.length);
}

function declare(text: string, at: number, outer: ReadonlyMap<string, string>, needed: ReadonlySet<string>): string {
  if (needed.size === 0) return text;
  const declarations = [...needed]
    .sort()
    .map((prefix) => ` xmlns${prefix === "" ? "" : `:${prefix}`}="${escapeUri(outer.get(prefix) as string)}"`)
    .join("");
  return text.slice(0, at) + declarations + text.slice(at);
}

function escapeUri(uri: string): string {
  return uri.replace(/[&<"\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** Why `raw` cannot be written as it is; `undefined` when it can. */
export function rawProblem(raw: RawElement): string | undefined {
  try {
    const reader = new XmlReader(raw.xml);
    if (/^\uFEFF?<\?xml[\t\n\r ]/.test(raw.xml)) return "an XML declaration";
    reader.next();
    if (reader.startOffset !== 0) return "something in front of the element";
    if (reader.local !== raw.name || reader.ns !== raw.ns) return `it is {${reader.ns}}${reader.local}`;
    reader.skip();
    if (reader.offset !== raw.xml.length) return "something behind the element";
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
