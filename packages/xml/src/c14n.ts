import { END, EOF, START, TEXT, XML_NS, XmlReader, type XmlReaderOptions } from "./reader.ts";

export interface CanonicalizeOptions extends XmlReaderOptions {
  /** Canonical XML 1.0, or Exclusive XML Canonicalization 1.0. */
  readonly mode: "c14n" | "exc-c14n";
  /** Keeps comments. */
  readonly comments?: boolean;
  /** Only the element at this path of local names (or `{ns}local`), with what it inherits; the whole document when absent. */
  readonly path?: readonly string[];
  /** Chooses the element instead of `path`: called at each start tag until it gives `true`. */
  readonly select?: (reader: XmlReader) => boolean;
  /** Exclusive only: prefixes treated as inclusive canonicalization does; `#default` is the default namespace. */
  readonly inclusivePrefixes?: readonly string[];
}

interface Frame {
  readonly name: string;
  /** Bindings that stand in the output around the content of this element. */
  readonly rendered: ReadonlyMap<string, string>;
}

/**
 * Canonical form of a document or of one element of it.
 *
 * @returns The canonical text; its UTF-8 bytes are what is signed. `""` when `path` or `select` finds nothing.
 * @throws {@link XmlError} for anything malformed.
 * @see https://www.w3.org/TR/2001/REC-xml-c14n-20010315, https://www.w3.org/TR/2002/REC-xml-exc-c14n-20020718/
 */
export function canonicalize(input: string | Uint8Array, options: CanonicalizeOptions): string {
  const reader = new XmlReader(input, { ...options, comments: true });
  const whole = options.path === undefined && options.select === undefined;
  const out: string[] = [];
  const frames: Frame[] = [];
  // xml:* attributes of elements outside the output, for the apex of inclusive canonicalization.
  const inherited: Map<string, string>[] = [];
  let apexDepth = whole ? 0 : -1;
  let matched = 0;
  let rootSeen = false;

  for (;;) {
    const event = reader.next();
    if (event === EOF) return out.join("");
    const inside = whole || apexDepth >= 0;
    switch (event) {
      case START: {
        let apex = false;
        if (!inside) {
          if (options.select) apex = options.select(reader);
          else if (
            matched === reader.depth - 1 &&
            matched < (options.path?.length ?? 0) &&
            fits(reader, options.path?.[matched] as string)
          ) {
            matched++;
            apex = matched === options.path?.length;
          }
          if (!apex) {
            inherited.push(new Map([...(inherited.at(-1) ?? []), ...xmlAttributes(reader)]));
            break;
          }
          apexDepth = reader.depth;
        }
        rootSeen = true;
        frames.push(startTag(reader, options, frames.at(-1), apex ? inherited.at(-1) : undefined, out));
        break;
      }
      case END: {
        if (!inside) {
          inherited.pop();
          if (matched === reader.depth) matched--;
          break;
        }
        out.push(`</${(frames.pop() as Frame).name}>`);
        if (!whole && reader.depth === apexDepth) return out.join("");
        break;
      }
      case TEXT:
        if (inside) out.push(canonicalText(reader.text));
        break;
      default: {
        // Comments and processing instructions; outside the root each has a line of its own.
        if (!inside || (event === 4 && !options.comments)) break;
        const markup =
          event === 4 ? `<!--${reader.text}-->` : `<?${reader.target}${reader.text === "" ? "" : ` ${reader.text}`}?>`;
        out.push(frames.length > 0 ? markup : rootSeen ? `\n${markup}` : `${markup}\n`);
      }
    }
  }
}

function fits(reader: XmlReader, step: string): boolean {
  return step.startsWith("{") ? step === `{${reader.ns}}${reader.local}` : step === reader.local;
}

function xmlAttributes(reader: XmlReader): [string, string][] {
  const found: [string, string][] = [];
  for (let i = 0; i < reader.attributeCount; i++) {
    if (reader.attributeNs(i) === XML_NS) found.push([reader.attributeLocal(i), reader.attributeValue(i)]);
  }
  return found;
}

function startTag(
  reader: XmlReader,
  options: CanonicalizeOptions,
  parent: Frame | undefined,
  inherited: ReadonlyMap<string, string> | undefined,
  out: string[],
): Frame {
  const name = reader.qname;
  const around = parent?.rendered;
  const rendered = new Map(around);
  const declarations: [string, string][] = [];
  const render = (prefix: string, ns: string): void => {
    if (prefix === "xml" && ns === XML_NS) return;
    // An empty default namespace is said only to take back another.
    if ((around?.get(prefix) ?? (prefix === "" ? "" : undefined)) === ns) return;
    rendered.set(prefix, ns);
    declarations.push([prefix, ns]);
  };

  const bindings = new Map(reader.namespaces());
  if (!bindings.has("")) bindings.set("", "");
  if (options.mode === "c14n") {
    for (const [prefix, ns] of bindings) render(prefix, ns);
  } else {
    const listed = new Set((options.inclusivePrefixes ?? []).map((prefix) => (prefix === "#default" ? "" : prefix)));
    const used = new Set([reader.prefix]);
    for (let i = 0; i < reader.attributeCount; i++)
      if (reader.attributePrefix(i) !== "") used.add(reader.attributePrefix(i));
    for (const [prefix, ns] of bindings) if (used.has(prefix) || listed.has(prefix)) render(prefix, ns);
  }
  declarations.sort(([a], [b]) => compare(a, b));

  const attributes: { readonly ns: string; readonly local: string; readonly name: string; readonly value: string }[] =
    [];
  for (let i = 0; i < reader.attributeCount; i++) {
    const prefix = reader.attributePrefix(i);
    const local = reader.attributeLocal(i);
    attributes.push({
      ns: reader.attributeNs(i),
      local,
      name: prefix === "" ? local : `${prefix}:${local}`,
      value: reader.attributeValue(i),
    });
  }
  if (options.mode === "c14n" && inherited) {
    for (const [local, value] of inherited) {
      if (!attributes.some((attribute) => attribute.ns === XML_NS && attribute.local === local))
        attributes.push({ ns: XML_NS, local, name: `xml:${local}`, value });
    }
  }
  attributes.sort((a, b) => compare(a.ns, b.ns) || compare(a.local, b.local));

  let tag = `<${name}`;
  for (const [prefix, ns] of declarations)
    tag += ` ${prefix === "" ? "xmlns" : `xmlns:${prefix}`}="${canonicalAttribute(ns)}"`;
  for (const attribute of attributes) tag += ` ${attribute.name}="${canonicalAttribute(attribute.value)}"`;
  out.push(`${tag}>`);
  return { name, rendered };
}

/** Order of code points, which is the order of UTF-8 bytes. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  const [x, y] = [[...a], [...b]];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const difference = ((x[i] as string).codePointAt(0) as number) - ((y[i] as string).codePointAt(0) as number);
    if (difference !== 0) return difference;
  }
  return x.length - y.length;
}

function canonicalText(text: string): string {
  return /[&<>\r]/.test(text)
    ? text.replace(/[&<>\r]/g, (c) => (c === "&" ? "&amp;" : c === "<" ? "&lt;" : c === ">" ? "&gt;" : "&#xD;"))
    : text;
}

function canonicalAttribute(value: string): string {
  return /[&<"\t\n\r]/.test(value)
    ? value.replace(/[&<"\t\n\r]/g, (c) =>
        c === "&"
          ? "&amp;"
          : c === "<"
            ? "&lt;"
            : c === '"'
              ? "&quot;"
              : c === "\t"
                ? "&#x9;"
                : c === "\n"
                  ? "&#xA;"
                  : "&#xD;",
      )
    : value;
}
