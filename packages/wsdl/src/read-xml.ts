// Bootstrap reader, replaced by @coo/xml.
import type { Location } from "./model.ts";
import { type Scope, XNode } from "./tree.ts";

const ROOT: Scope = { parent: null, prefixes: new Map() };
export function readXml(bytes: Uint8Array, file: string): XNode {
  const s = new TextDecoder(bytes[0] === 0xff ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : "utf-8").decode(bytes);
  let line = 1,
    lineStart = 0,
    last = 0;
  const at = (o: number): Location => {
    for (; last < o; last++)
      if (s[last] === "\n") {
        line++;
        lineStart = last + 1;
      }
    return { file, line, column: o - lineStart + 1 };
  };
  const un = (t: string) =>
    t.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (_, e: string) =>
      e[0] === "#"
        ? String.fromCodePoint(e[1] === "x" ? parseInt(e.slice(2), 16) : parseInt(e.slice(1)))
        : (({ lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" } as Record<string, string>)[e] ??
          (() => {
            throw new Error("entity " + e);
          })()),
    );
  let cur: XNode | null = null,
    root: XNode | null = null;
  const re =
    /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<!DOCTYPE|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
  re.lastIndex = s.charCodeAt(0) === 0xfeff ? 1 : 0;
  const stack: string[] = [];
  const doc = (n: XNode | null) => n !== null && n.local === "documentation";
  while (re.lastIndex < s.length) {
    const o = re.lastIndex;
    const m = re.exec(s);
    if (!m) throw new Error(`malformed at ${at(o).line}`);
    if (m[0].startsWith("<!DOCTYPE")) throw new Error("DTD");
    const text = m[1] ?? (m[6] === undefined ? undefined : un(m[6]));
    if (text !== undefined) {
      if (cur) cur.text += text;
      continue;
    }
    if (m[2] !== undefined) {
      if (stack.pop() !== m[2]) throw new Error("mismatch " + m[2]);
      const p: XNode | null = cur!.parent;
      if (p && (doc(p) || p.local === "appinfo" || p.parent?.local === "appinfo")) p.text += cur!.text;
      cur = p;
      continue;
    }
    if (m[3] === undefined) continue;
    const prefixes = new Map<string, string>();
    const attrs: [string, string][] = [];
    for (const a of (m[4] ?? "").matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      const v = un(a[2] ?? a[3] ?? "").replace(/[\t\r\n]/g, " ");
      if (a[1] === "xmlns") prefixes.set("", v);
      else if (a[1]!.startsWith("xmlns:")) prefixes.set(a[1]!.slice(6), v);
      else attrs.push([a[1]!, v]);
    }
    const scope: Scope = prefixes.size ? { parent: cur?.scope ?? ROOT, prefixes } : (cur?.scope ?? ROOT);
    const look = (p: string) => {
      if (p === "xml") return "http://www.w3.org/XML/1998/namespace";
      for (let c: Scope | null = scope; c; c = c.parent) {
        const n = c.prefixes.get(p);
        if (n !== undefined) return n;
      }
      if (p === "") return "";
      throw new Error("prefix " + p);
    };
    const [a, b] = m[3]!.split(":");
    const node: XNode = new XNode(look(b ? a! : ""), b ?? a!, at(o), cur, scope);
    for (const [n, v] of attrs) {
      const [p, l] = n.split(":");
      if (l) (node.qualified ??= []).push({ ns: look(p!), local: l, value: v });
      else node.own.push(n, v);
    }
    if (cur) cur.children.push(node);
    else {
      if (root) throw new Error("two roots");
      root = node;
    }
    if (!m[5]) {
      cur = node;
      stack.push(m[3]!);
    }
  }
  if (!root || cur) throw new Error("unexpected end");
  return root;
}
