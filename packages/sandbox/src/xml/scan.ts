import { SandboxError } from "../errors.ts";

/** Limits of a document; every one has a test. */
export interface XmlLimits {
  /** Characters of the whole text. */
  readonly maxLength: number;
  readonly maxDepth: number;
  readonly maxElements: number;
  /** Of one element. */
  readonly maxAttributes: number;
  readonly maxNameLength: number;
}

/** What the sandbox takes by default. */
export const XML_LIMITS: XmlLimits = {
  maxLength: 32 * 1024 * 1024,
  maxDepth: 64,
  maxElements: 500_000,
  maxAttributes: 64,
  maxNameLength: 256,
};

/** Where an element stands in the text: `[start, end)`, tags included. */
export interface ElementSpan {
  /** Name as written, prefix included. */
  readonly name: string;
  readonly depth: number;
  readonly start: number;
  readonly end: number;
}

const NAME_START =
  ":A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}";
const NAME = `[${NAME_START}][${NAME_START}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040]*`;
const START_NAME = new RegExp(NAME, "uy");
const ATTRIBUTE = new RegExp(`[ \\t\\r\\n]+(${NAME})[ \\t\\r\\n]*=[ \\t\\r\\n]*("[^"<]*"|'[^'<]*')`, "uy");
const TAG_END = /[ \t\r\n]*(\/?)>/y;
const END_TAG = new RegExp(`(${NAME})[ \\t\\r\\n]*>`, "uy");
const DECLARATION =
  /<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.0"|'1\.0')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>/y;
// With the u flag a lone surrogate is a code point of its own, outside the ranges.
const FORBIDDEN_CHARACTER = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9A-Fa-f]{1,6}));|&/g;
const BLANK = /^[ \t\r\n]*$/;

/**
 * The guard in front of the parser, which accepts about half of all malformed documents: reads the whole text once and
 * refuses what XML 1.0 does not allow, besides document types, entities and processing instructions.
 *
 * @returns spans of the root (depth 1) and of its children (depth 2), by offsets into `text`.
 * @throws {@link SandboxError} with code `SANDBOX_XML` and the offset.
 */
export function scanXml(text: string, limits: XmlLimits = XML_LIMITS): readonly ElementSpan[] {
  if (text.length > limits.maxLength) throw over("characters", text.length, limits.maxLength, 0);
  const forbidden = FORBIDDEN_CHARACTER.exec(text);
  if (forbidden !== null) throw bad("a character XML does not allow", forbidden.index);
  const spans: ElementSpan[] = [];
  const open: { name: string; start: number }[] = [];
  let elements = 0;
  let rootClosed = false;
  let at = 0;
  if (text.startsWith("<?xml")) {
    DECLARATION.lastIndex = 0;
    const declaration = DECLARATION.exec(text);
    if (declaration === null) throw bad("a wrong XML declaration", 0);
    at = declaration[0].length;
  }
  const close = (name: string, start: number, end: number): void => {
    const depth = open.length + 1;
    if (depth <= 2) spans.push({ name, depth, start, end });
    if (depth === 1) rootClosed = true;
  };
  while (at < text.length) {
    const tag = text.indexOf("<", at);
    const textEnd = tag === -1 ? text.length : tag;
    if (textEnd > at) checkText(text.slice(at, textEnd), at, open.length);
    if (tag === -1) break;
    at = tag;
    if (text.startsWith("<!--", at)) {
      const end = text.indexOf("--", at + 4);
      if (end === -1 || text[end + 2] !== ">") throw bad("a comment that is not closed, or has -- in it", at);
      at = end + 3;
    } else if (text.startsWith("<![CDATA[", at)) {
      const end = text.indexOf("]]>", at + 9);
      if (end === -1 || open.length === 0) throw bad("a CDATA section not closed or out of place", at);
      at = end + 3;
    } else if (text.startsWith("<!", at)) {
      throw bad("a document type or another declaration, which is never accepted", at);
    } else if (text.startsWith("<?", at)) {
      throw bad("a processing instruction, which is never accepted", at);
    } else if (text.startsWith("</", at)) {
      END_TAG.lastIndex = at + 2;
      const match = END_TAG.exec(text);
      const last = open.pop();
      if (match === null || last === undefined || last.name !== match[1])
        throw bad("an end tag that fits no start", at);
      at = END_TAG.lastIndex;
      close(last.name, last.start, at);
    } else {
      if (rootClosed) throw bad("a second root element", at);
      const start = at;
      START_NAME.lastIndex = at + 1;
      const name = START_NAME.exec(text)?.[0];
      if (name === undefined) throw bad("a tag without a name", at);
      if (name.length > limits.maxNameLength) throw over("characters of a name", name.length, limits.maxNameLength, at);
      at = START_NAME.lastIndex;
      const seen = new Set<string>();
      for (;;) {
        ATTRIBUTE.lastIndex = at;
        const attribute = ATTRIBUTE.exec(text);
        if (attribute === null) break;
        const attributeName = attribute[1] as string;
        if (seen.has(attributeName)) throw bad("an attribute that stands twice", at);
        seen.add(attributeName);
        if (seen.size > limits.maxAttributes) throw over("attributes", seen.size, limits.maxAttributes, at);
        if (attributeName.length > limits.maxNameLength) {
          throw over("characters of a name", attributeName.length, limits.maxNameLength, at);
        }
        checkReferences(attribute[2] as string, at);
        at = ATTRIBUTE.lastIndex;
      }
      TAG_END.lastIndex = at;
      const end = TAG_END.exec(text);
      if (end === null) throw bad("a tag that is not closed, or a wrong attribute", start);
      at = TAG_END.lastIndex;
      elements++;
      if (elements > limits.maxElements) throw over("elements", elements, limits.maxElements, start);
      if (open.length + 1 > limits.maxDepth) throw over("levels", open.length + 1, limits.maxDepth, start);
      if (end[1] === "/") close(name, start, at);
      else open.push({ name, start });
    }
  }
  if (open.length > 0) throw bad(`the element ${open.at(-1)?.name} is not closed`, text.length);
  if (!rootClosed) throw bad("no root element", 0);
  return spans;
}

function checkText(text: string, at: number, depth: number): void {
  if (depth === 0) {
    if (!BLANK.test(text)) throw bad("text outside the root element", at);
    return;
  }
  const marker = text.indexOf("]]>");
  if (marker !== -1) throw bad("]]> in text", at + marker);
  checkReferences(text, at);
}

function checkReferences(text: string, at: number): void {
  if (!text.includes("&")) return;
  for (const match of text.matchAll(REFERENCE)) {
    if (match[0] === "&") throw bad("an & that starts no known reference", at + match.index);
    if (match[1] !== undefined) continue;
    const point = match[2] === undefined ? Number.parseInt(match[3] as string, 16) : Number(match[2]);
    if (point > 0x10ffff || FORBIDDEN_CHARACTER.test(String.fromCodePoint(point))) {
      throw bad("a reference to a character XML does not allow", at + match.index);
    }
  }
}

function bad(what: string, offset: number): SandboxError {
  return new SandboxError(
    "SANDBOX_XML",
    `not well-formed at offset ${offset}: ${what}`,
    `XML 在第 ${offset} 个字符处不合规`,
    {
      offset,
    },
  );
}

function over(what: string, value: number, limit: number, offset: number): SandboxError {
  return new SandboxError(
    "SANDBOX_XML",
    `${value} ${what}, the limit is ${limit}`,
    `XML 超出限制：${value}，上限 ${limit}`,
    {
      limit,
      offset,
    },
  );
}
