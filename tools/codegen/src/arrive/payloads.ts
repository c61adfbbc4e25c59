import type { DeliveredOperation, Delivery, Payload } from "./delivery.ts";
import { clauseOf } from "./fields.ts";

/** What a string is taken to carry, and by what. */
export interface PayloadMatch {
  readonly payload: Payload;
  readonly score: number;
  readonly why: readonly [zh: string, en: string];
}

const ROLE = {
  request: /^(?:req|request|rq|qq|qqbw|qingqiu|in|input|ask|query|param|params|dto|form)?$/i,
  response:
    /^(?:rsp|resp|response|rs|res|fh|fhbw|yd|ydbw|fanhui|yingda|out|output|result|ret|return|reply|answer|ack)$/i,
} as const;
const SAID = { request: /请求|请求报文|发送|入参/, response: /应答|返回|响应|出参|回执/ } as const;

/** Components that a string of the operation may carry, best first. */
export function payloadsFor(
  delivered: DeliveredOperation,
  side: "request" | "response",
  { loose }: Delivery,
): PayloadMatch[] {
  const said = delivered.documentation.join("\n");
  const found = loose.flatMap((payload): PayloadMatch[] => {
    const local = payload.key.slice(payload.key.indexOf("}") + 1);
    const zh = clauseOf(payload.type.annotation.documentation.map((d) => d.text));
    const role = roleOf(local, delivered.operation.name, zh);
    if (isMentioned(local, said) && role !== opposite(side)) {
      // Mentioned are both messages; which of them it is must follow from name or text.
      const score = role === side ? 1 : 0.6;
      return [{ payload, score, why: [`操作的文档提到 ${local}`, `the operation's documentation mentions ${local}`] }];
    }
    if (role === side && folded(local).startsWith(folded(delivered.operation.name)))
      return [{ payload, score: 0.9, why: [`${local} 以操作名开头`, `${local} begins with the operation's name`] }];
    return [];
  });
  return found.sort((a, b) => b.score - a.score || (a.payload.key < b.payload.key ? -1 : 1));
}

function opposite(side: "request" | "response"): "request" | "response" {
  return side === "request" ? "response" : "request";
}

/** Which message a component is: by what follows the operation's name in its own, else by its text. */
function roleOf(local: string, operation: string, zh: string): "request" | "response" | null {
  const [name, own] = [folded(operation), folded(local)];
  const rest = own.startsWith(name) ? own.slice(name.length) : (/[_.-]([A-Za-z]+)$/.exec(local)?.[1] ?? "");
  if (ROLE.response.test(rest)) return "response";
  if (rest !== "" && ROLE.request.test(rest)) return "request";
  if (SAID.response.test(zh)) return "response";
  if (SAID.request.test(zh)) return "request";
  return rest === "" && own === name ? "request" : null;
}

function folded(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\d]/gu, "");
}

function isMentioned(name: string, text: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before = "", after = ""] = [text[at - 1], text[at + name.length]];
    if (!/[A-Za-z0-9_]/.test(before) && !/[A-Za-z0-9_]/.test(after)) return true;
  }
  return false;
}
