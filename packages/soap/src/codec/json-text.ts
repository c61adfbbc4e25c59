import { SoapError } from "../errors.ts";
import { shorten } from "../issue.ts";

/** A JSON value with its place in the text: numbers keep their digits, members their order. */
export type JsonNode =
  | { readonly k: "string"; readonly value: string; readonly start: number; readonly end: number }
  | { readonly k: "number"; readonly text: string; readonly start: number; readonly end: number }
  | { readonly k: "boolean"; readonly value: boolean; readonly start: number; readonly end: number }
  | { readonly k: "null"; readonly start: number; readonly end: number }
  | { readonly k: "array"; readonly items: readonly JsonNode[]; readonly start: number; readonly end: number }
  | {
      readonly k: "object";
      readonly members: ReadonlyMap<string, JsonNode>;
      readonly start: number;
      readonly end: number;
    };

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const MAX_DEPTH = 100;

/**
 * Reads JSON strictly (RFC 8259) and refuses doubled members, which readers understand differently.
 *
 * @throws {@link SoapError} `SOAP_PAYLOAD`.
 */
export function readJson(text: string): JsonNode {
  let pos = 0;
  const fail = (what: string, whatZh: string): never => {
    throw new SoapError(
      "SOAP_PAYLOAD",
      `the JSON is wrong at offset ${pos}: ${what}`,
      `JSON 在第 ${pos} 个字符处有误: ${whatZh}`,
    );
  };
  const space = (): void => {
    for (;;) {
      const c = text.charCodeAt(pos);
      if (c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09) pos++;
      else return;
    }
  };
  const string = (): string => {
    pos++;
    let out = "";
    for (;;) {
      PLAIN.lastIndex = pos;
      out += (PLAIN.exec(text) as RegExpExecArray)[0];
      pos = PLAIN.lastIndex;
      const c = text[pos];
      if (c === '"') {
        pos++;
        return out;
      }
      if (c !== "\\") return fail("a string is not closed", "字符串未闭合");
      const escape = text[pos + 1];
      const simple = escape === undefined ? -1 : '"\\/bfnrt'.indexOf(escape);
      if (simple >= 0) {
        out += '"\\/\b\f\n\r\t'[simple];
        pos += 2;
      } else if (escape === "u" && /^[0-9a-fA-F]{4}$/.test(text.slice(pos + 2, pos + 6))) {
        out += String.fromCharCode(Number.parseInt(text.slice(pos + 2, pos + 6), 16));
        pos += 6;
      } else return fail("an unknown escape", "无法识别的转义");
    }
  };
  const value = (depth: number): JsonNode => {
    if (depth > MAX_DEPTH) return fail(`nested deeper than ${MAX_DEPTH}`, `嵌套超过 ${MAX_DEPTH} 层`);
    space();
    const start = pos;
    const c = text[pos];
    if (c === '"') return { k: "string", value: string(), start, end: pos };
    if (c === "{") return object(start, depth);
    if (c === "[") return array(start, depth);
    for (const word of ["true", "false", "null"] as const) {
      if (!text.startsWith(word, pos)) continue;
      pos += word.length;
      return word === "null"
        ? { k: "null", start, end: pos }
        : { k: "boolean", value: word === "true", start, end: pos };
    }
    NUMBER.lastIndex = pos;
    const number = NUMBER.exec(text)?.[0];
    if (number === undefined) return fail("a value is expected", "此处应有值");
    pos += number.length;
    return { k: "number", text: number, start, end: pos };
  };
  const object = (start: number, depth: number): JsonNode => {
    const members = new Map<string, JsonNode>();
    pos++;
    space();
    if (text[pos] === "}") {
      pos++;
      return { k: "object", members, start, end: pos };
    }
    for (;;) {
      space();
      if (text[pos] !== '"') return fail("a member name is expected", "此处应为成员名");
      const name = string();
      if (members.has(name)) return fail(`member "${shorten(name)}" stands twice`, `成员“${shorten(name)}”重复`);
      space();
      if (text[pos] !== ":") return fail('":" is expected', "此处应为“:”");
      pos++;
      members.set(name, value(depth + 1));
      space();
      if (text[pos] === ",") pos++;
      else if (text[pos] === "}") {
        pos++;
        return { k: "object", members, start, end: pos };
      } else return fail('"," or "}" is expected', "此处应为“,”或“}”");
    }
  };
  const array = (start: number, depth: number): JsonNode => {
    const items: JsonNode[] = [];
    pos++;
    space();
    if (text[pos] === "]") {
      pos++;
      return { k: "array", items, start, end: pos };
    }
    for (;;) {
      items.push(value(depth + 1));
      space();
      if (text[pos] === ",") pos++;
      else if (text[pos] === "]") {
        pos++;
        return { k: "array", items, start, end: pos };
      } else return fail('"," or "]" is expected', "此处应为“,”或“]”");
    }
  };
  const root = value(0);
  space();
  if (pos !== text.length) return fail("content behind the value", "值之后还有内容");
  return root;
}
