import { isXmlChar } from "./chars.ts";

/** A reference that means nothing: where it stands, and what is wrong with it. */
export class BadReference {
  readonly index: number;
  readonly message: string;
  readonly messageZh: string;

  constructor(index: number, message: string, messageZh: string) {
    this.index = index;
    this.message = message;
    this.messageZh = messageZh;
  }
}

const MANY = 64;

/**
 * Character data with line ends and references resolved; in attribute values white space becomes spaces as well.
 * `raw` holds only characters that XML allows.
 */
export function resolve(raw: string, attribute: boolean): string | BadReference {
  let text = raw;
  if (text.includes("\r")) {
    // Later indices are for error messages: they are found again in the original.
    text = text.replace(/\r\n?/g, attribute ? " " : "\n");
  }
  if (attribute && /[\t\n]/.test(text)) text = text.replace(/[\t\n]/g, " ");
  const first = text.indexOf("&");
  if (first < 0) return text;
  const resolved = (text.length > MANY ? resolveNamed(text) : undefined) ?? resolveEach(text, first);
  return typeof resolved === "string" ? resolved : locate(raw, resolved);
}

/**
 * Long texts full of the five named references, as an escaped payload is: a few native passes instead of one step a
 * reference. `&amp;` comes last, under a character that cannot stand in the text, so that nothing is resolved twice.
 */
function resolveNamed(text: string): string | undefined {
  // Those by number end it, and often it would have been gone through in vain.
  if (text.includes("&#")) return undefined;
  let out = text;
  out = out.replace(/&lt;/g, "<");
  out = out.replace(/&gt;/g, ">");
  if (out.includes("&quot;")) out = out.replace(/&quot;/g, '"');
  if (out.includes("&apos;")) out = out.replace(/&apos;/g, "'");
  if (!out.includes("&")) return out;
  out = out.replace(/&amp;/g, "\0");
  if (out.includes("&")) return undefined;
  return out.replace(/\0/g, "&");
}

function resolveEach(text: string, first: number): string | BadReference {
  const parts: string[] = [];
  let from = 0;
  let at = first;
  while (at >= 0) {
    const end = text.indexOf(";", at + 1);
    // The longest reference that is worth printing is short; a missing semicolon must not cost a long search each time.
    if (end < 0) return new BadReference(at, "& without a reference", "& 没有构成引用");
    const value = reference(text, at, end);
    if (typeof value !== "string") return value;
    if (from < at) parts.push(text.slice(from, at));
    parts.push(value);
    from = end + 1;
    at = text.indexOf("&", from);
  }
  parts.push(text.slice(from));
  return parts.join("");
}

/** What the reference between `&` at `at` and `;` at `end` stands for. */
function reference(text: string, at: number, end: number): string | BadReference {
  const c = text.charCodeAt(at + 1);
  if (c === 0x23) {
    const code = characterCode(text, at + 2, end);
    if (code >= 0 && isXmlChar(code)) return String.fromCodePoint(code);
    const shown = text.slice(at, Math.min(end, at + 20));
    return new BadReference(at, `${shown}; is no character of XML`, `${shown}; 不是 XML 允许的字符`);
  }
  switch (end - at <= 5 ? text.slice(at + 1, end) : "") {
    case "lt":
      return "<";
    case "gt":
      return ">";
    case "amp":
      return "&";
    case "quot":
      return '"';
    case "apos":
      return "'";
  }
  const shown = text.slice(at, Math.min(end, at + 20));
  return new BadReference(at, `entity ${shown}; is not declared`, `实体 ${shown}; 未声明`);
}

/** Value of a character reference from its digits or `x` on; `-1` when it is none. */
function characterCode(text: string, from: number, end: number): number {
  let i = from;
  const hex = text.charCodeAt(i) === 0x78;
  if (hex) i++;
  if (i >= end) return -1;
  let code = 0;
  for (; i < end; i++) {
    const digit = digitValue(text.charCodeAt(i));
    if (digit < 0 || (!hex && digit > 9)) return -1;
    code = code * (hex ? 16 : 10) + digit;
    if (code > 0x10ffff) return -1;
  }
  return code;
}

function digitValue(c: number): number {
  if (c >= 0x30 && c <= 0x39) return c - 0x30;
  if (c >= 0x41 && c <= 0x46) return c - 0x37;
  if (c >= 0x61 && c <= 0x66) return c - 0x57;
  return -1;
}

/** Moves the index of a problem from the text with line ends resolved back to the original. */
function locate(raw: string, problem: BadReference): BadReference {
  let index = 0;
  for (let left = problem.index; left > 0; left--)
    index += raw.charCodeAt(index) === 0x0d && raw.charCodeAt(index + 1) === 0x0a ? 2 : 1;
  return new BadReference(index, problem.message, problem.messageZh);
}
