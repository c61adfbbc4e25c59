import type { Location } from "@coo/wsdl";
import { CodegenError } from "./errors.ts";

/** Keys and indices from the top of a JSON text. */
export type JsonPath = readonly (string | number)[];

/** A JSON text that was read, with the places of what it holds. */
export interface JsonSource {
  readonly value: unknown;
  /** Where a member's key or an item stands; of what is missing, where its nearest holder stands. */
  readonly at: (path?: JsonPath) => Location;
}

/** Files that people write are flat. */
const MAX_DEPTH = 100;

const TOKEN =
  /[\t\n\r ]*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null))/uy;

/**
 * Reads JSON written by people: what is wrong is told with line and column.
 *
 * @param file - Path for messages.
 * @throws {@link CodegenError} `GEN_MANIFEST` when it is no JSON.
 */
export function readJson(text: string, file: string): JsonSource {
  const scan = new Scan(text.replace(/^\uFEFF/, ""), file);
  scan.value([], 0);
  scan.end();
  return {
    value: JSON.parse(scan.text) as unknown,
    at: (path = []) => {
      for (let n = path.length; n > 0; n--) {
        const offset = scan.places.get(keyOf(path.slice(0, n)));
        if (offset !== undefined) return scan.location(offset);
      }
      return scan.location(0);
    },
  };
}

function keyOf(path: JsonPath): string {
  return JSON.stringify(path);
}

class Scan {
  readonly text: string;
  readonly places = new Map<string, number>();
  readonly #file: string;
  #offset = 0;

  constructor(text: string, file: string) {
    this.text = text;
    this.#file = file;
  }

  location(offset: number): Location {
    const before = this.text.slice(0, offset);
    const line = before.lastIndexOf("\n") + 1;
    return { file: this.#file, line: before.split("\n").length, column: offset - line + 1 };
  }

  value(path: JsonPath, depth: number): void {
    if (depth > MAX_DEPTH) throw this.#wrong(`at most ${MAX_DEPTH} levels`, `至多 ${MAX_DEPTH} 层`);
    const token = this.#next();
    if (token === "{") this.#members(path, depth);
    else if (token === "[") this.#items(path, depth);
    else if (token === "" || "}],:".includes(token)) throw this.#wrong("a value", "值", token);
  }

  end(): void {
    const token = this.#next();
    if (token !== "" || this.#rest() !== "") throw this.#wrong("the end of the file", "文件结束", token);
  }

  #members(path: JsonPath, depth: number): void {
    for (let first = true; ; first = false) {
      const key = this.#next();
      if (first && key === "}") return;
      if (!key.startsWith('"')) throw this.#wrong(`a key in "…"${first ? ' or "}"' : ""}`, `"…" 形式的键`, key);
      const inner = [...path, JSON.parse(key) as string];
      this.places.set(keyOf(inner), this.#offset - key.length);
      const colon = this.#next();
      if (colon !== ":") throw this.#wrong('":"', '":"', colon);
      this.value(inner, depth + 1);
      const next = this.#next();
      if (next === "}") return;
      if (next !== ",") throw this.#wrong('"," or "}"', '"," 或 "}"', next);
    }
  }

  #items(path: JsonPath, depth: number): void {
    for (let i = 0; ; i++) {
      const start = this.#offset;
      const first = this.#next();
      if (i === 0 && first === "]") return;
      const inner = [...path, i];
      if (first !== "") this.places.set(keyOf(inner), this.#offset - first.length);
      this.#offset = start;
      this.value(inner, depth + 1);
      const next = this.#next();
      if (next === "]") return;
      if (next !== ",") throw this.#wrong('"," or "]"', '"," 或 "]"', next);
    }
  }

  /** The next token, `""` where there is none. */
  #next(): string {
    TOKEN.lastIndex = this.#offset;
    const match = TOKEN.exec(this.text);
    if (!match) return "";
    this.#offset = TOKEN.lastIndex;
    return match[0].trimStart();
  }

  #rest(): string {
    return this.text.slice(this.#offset).trim();
  }

  /** @param token - What was read instead. */
  #wrong(expected: string, expectedZh: string, token = ""): CodegenError {
    let offset = this.#offset - token.length;
    if (token === "") while (offset < this.text.length && /\s/.test(this.text[offset] as string)) offset++;
    const found = token || (/^\S{1,20}/.exec(this.text.slice(offset))?.[0] ?? "");
    return new CodegenError({
      code: "GEN_MANIFEST",
      at: this.location(offset),
      message: `not JSON: ${found === "" ? "the file ends too early" : `${found} cannot stand here`}`,
      messageZh: `不是合法的 JSON:${found === "" ? "文件提前结束" : `此处不应有 ${found}`}`,
      expected,
      expectedZh,
      advice: "correct the file; JSON has no comments and no comma behind the last item",
      adviceZh: "请更正该文件;JSON 不支持注释,最后一项之后不能有逗号",
    });
  }
}
