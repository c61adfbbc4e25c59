import { createHash, createHmac } from "node:crypto";

/** A sender written apart from the package: plain string work, so that a shared mistake would show. */
export interface Message {
  fields: [name: string, value: string][];
  body: string;
}

export type Scheme = "P1" | "P2" | "P3" | "P4" | "P5" | "P6";
export const SCHEMES: Scheme[] = ["P1", "P2", "P3", "P4", "P5", "P6"];

/** What a careless sender does otherwise. */
export interface Slip {
  fields?: (fields: Message["fields"]) => Message["fields"];
  body?: (body: string) => string;
  names?: (names: string[]) => string[];
  value?: (value: string) => string;
  keepEmpty?: boolean;
  suffix?: string | null;
  pair?: (name: string, value: string) => string;
  separator?: string;
  text?: (text: string) => string;
  encode?: (text: string) => Buffer;
  hmacKey?: Buffer;
  keyText?: string;
  hash?: (text: Buffer, key: Buffer) => Buffer;
  output?: (digest: Buffer) => string;
}

const hex = (digest: Buffer): string => digest.toString("hex");
const HEX = (digest: Buffer): string => hex(digest).toUpperCase();

/** Signs as `scheme` says, save for the slip. */
export function send(scheme: Scheme, keyText: string, message: Message, slip: Slip = {}): string {
  const fields = new Map(slip.fields?.(message.fields) ?? message.fields);
  const bodyName = scheme === "P2" ? "data" : "body";
  fields.set(bodyName, slip.body?.(message.body) ?? message.body);
  const sorted = scheme === "P1" || scheme === "P5" || scheme === "P6";
  let names = {
    P1: [],
    P5: [],
    P6: [],
    P2: ["data"],
    P3: ["body"],
    P4: ["providerCode", "timestamp", "nonceStr", "body"],
  }[scheme] as string[];
  if (sorted) {
    names = [...fields.keys()].filter((name) => name !== "sign" && (slip.keepEmpty || fields.get(name) !== ""));
    names.sort((a, b) => (a < b ? -1 : 1));
  }
  names = slip.names?.(names) ?? names;
  const named = scheme === "P1" || scheme === "P2" || scheme === "P5";
  const pair = slip.pair ?? ((name: string, value: string) => (named ? `${name}=${value}` : value));
  const value = slip.value ?? ((text: string) => text);
  let text = names.map((name) => pair(name, value(fields.get(name) ?? ""))).join(slip.separator ?? (named ? "&" : ""));
  const suffix = slip.suffix !== undefined ? slip.suffix : scheme === "P1" || scheme === "P2" ? "&key=" : null;
  if (suffix !== null) text += suffix + (slip.keyText ?? keyText);
  text = slip.text?.(text) ?? text;
  const bytes = slip.encode?.(text) ?? Buffer.from(text, "utf8");
  const key = slip.hmacKey ?? Buffer.from(keyText);
  const digest = slip.hash?.(bytes, key) ?? createHmac("sha256", key).update(bytes).digest();
  const output =
    slip.output ?? { P1: HEX, P5: HEX, P2: hex, P4: hex, P6: hex, P3: (d: Buffer) => d.toString("base64") }[scheme];
  return output(digest);
}

export const sha256 = (bytes: Buffer): Buffer => createHash("sha256").update(bytes).digest();
export const md5 = (bytes: Buffer): Buffer => createHash("md5").update(bytes).digest();
export { HEX, hex };

/** Small seeded generator (mulberry32). */
export function random(seed: number): {
  next(): number;
  int(below: number): number;
  pick<T>(items: readonly T[]): T;
  chance(p: number): boolean;
} {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return { next, int, pick: (items) => items[int(items.length)] as never, chance: (p) => next() < p };
}
export type Random = ReturnType<typeof random>;

const WORDS = [
  "苏州示例贸易有限公司",
  "TEST CO. LTD",
  "CARTONS",
  "上海",
  "311",
  "2026-03-01",
  "M&M",
  "a<b",
  "1>0",
  'say "hi"',
  "it's",
  "08041000",
  "Ø 5 mm",
  "¥12",
];
const NAMES = [
  "branchCode",
  "enterpriseCnName",
  "goods",
  "invoiceNo",
  "marks",
  "remark",
  "hsCode",
  "port",
  "unit",
  "qty",
  "detail",
  "draft",
];
const escapeText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const two = (n: number): string => String(n).padStart(2, "0");

/** A random message: every body has an escaped value, an empty element, two attributes and Chinese text. */
export function randomMessage(rng: Random): Message {
  const id = (length: number): string =>
    Array.from({ length }, () => "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[rng.int(36)]).join("");
  const timestamp = `2026${two(1 + rng.int(12))}${two(1 + rng.int(28))}${two(rng.int(24))}${two(rng.int(60))}${two(rng.int(60))}`;
  const fields: Message["fields"] = [
    ["providerCode", `TEST${two(rng.int(100))}`],
    ["service", rng.pick(["queryBranches", "applyGoodsFiling", "queryDocuments"])],
    ["version", "1.0"],
    ["messageId", id(32).toLowerCase()],
    ["timestamp", timestamp],
    ["nonceStr", id(16)],
    ["signType", "HMAC-SHA256"],
    ["note", ""],
    ["channel", rng.pick(["web", "api", "批量"])],
    ["sign", ""],
  ];
  const used = new Map<string, number>();
  const name = (): string => {
    const base = rng.pick(NAMES);
    used.set(base, (used.get(base) ?? 0) + 1);
    return used.get(base) === 1 ? base : `${base}${used.get(base)}`;
  };
  const leaf = (text: string): string => {
    const tag = name();
    return `<${tag}>${escapeText(text)}</${tag}>`;
  };
  const branch = (depth: number): string => {
    const tag = name();
    const children = Array.from({ length: 1 + rng.int(3) }, () =>
      depth > 0 && rng.chance(0.4) ? branch(depth - 1) : leaf(rng.pick(WORDS)),
    );
    return `<${tag}>${children.join("")}</${tag}>`;
  };
  const empty = name();
  const attributed = name();
  const parts = [
    leaf("苏州示例贸易有限公司"),
    leaf(`${rng.pick(WORDS)} & 1 > 0 "q" <x> it's`),
    rng.chance(0.5) ? `<${empty}/>` : `<${empty}></${empty}>`,
    `<${attributed} unit="KG" code="${two(rng.int(100))}">${rng.int(1000)}</${attributed}>`,
    leaf(`line ${rng.int(100)}\nline 2 ${rng.pick(WORDS)}`),
    branch(2),
  ];
  for (let i = parts.length - 1; i > 0; i--) {
    const j = rng.int(i + 1);
    [parts[i], parts[j]] = [parts[j] as string, parts[i] as string];
  }
  return { fields, body: `<Body>${parts.join("")}</Body>` };
}
