import { createHash, createHmac } from "node:crypto";
import type { EditionModel } from "../xsd-model.ts";
import { type Fields, type Node, print, toNodes } from "./node.ts";

/** Made-up access data of the evidence's test values; all samples are signed with them by profile P1. */
export const PROVIDER_CODE = "TEST0001";
export const KEY = "ccpit-demo-key-0001";

/** Which head a sample gets: required fields only, all, or all at their longest. */
export type HeadSize = "minimal" | "complete" | "longest";

export interface PayloadParts {
  readonly root: "Request" | "Response";
  readonly headType: string;
  readonly bodyType: string;
  /** Operation name, for `service`. */
  readonly operation: string;
  /** Anything that makes message id and nonce differ from other samples. */
  readonly seed: string;
  readonly timestamp: string;
  readonly size: HeadSize;
  readonly head?: Fields;
}

/** The tree of a payload: root, unsigned `Head`, `Body`. */
export function payloadTree(model: EditionModel, parts: PayloadParts, body: Fields): Node {
  const digest = createHash("sha256").update(parts.seed).digest("hex");
  const longest = parts.size === "longest";
  const nonce = digest.slice(32).toUpperCase();
  const uuid = digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
  const optional: Fields = parts.size === "minimal" ? {} : { nonceStr: longest ? nonce : nonce.slice(0, 16) };
  const common: Fields = {
    messageId: longest ? uuid : digest.slice(0, 32),
    timestamp: parts.timestamp,
    signType: "HMAC-SHA256",
    ...optional,
  };
  const provider: Fields = { providerCode: longest ? `${PROVIDER_CODE}-`.repeat(4).slice(0, 32) : PROVIDER_CODE };
  const head: Fields =
    parts.root === "Request"
      ? { ...provider, service: parts.operation, version: longest ? "1.0.0.00" : "1.0", ...common, ...parts.head }
      : {
          ...(parts.size === "minimal" ? {} : { ...provider, returnMessage: longest ? "成功".repeat(250) : "成功" }),
          returnCode: longest ? "00000000" : "0000",
          ...common,
          ...parts.head,
        };
  return {
    name: parts.root,
    children: [
      { name: "Head", children: toNodes(model, parts.headType, head) },
      { name: "Body", children: toNodes(model, parts.bodyType, body) },
    ],
  };
}

/** Text of a payload with its signature (profile P1) put into the head. */
export function printSigned(model: EditionModel, headType: string, tree: Node): string {
  const children = (tree.children ?? []).map((child) => {
    if (child.name !== "Head" || child.children?.some((field) => field.name === "sign")) return child;
    const fields = [...(child.children ?? []), { name: "sign", text: signature(tree) }];
    const order = model.complex.get(headType)?.fields.map((field) => field.name) ?? [];
    // `sign` closes both heads
    if (order.at(-1) !== "sign") throw new Error("sign is not the last head field");
    return { ...child, children: fields };
  });
  return `${print({ ...tree, children })}\n`;
}

/** Profile P1: sorted non-empty fields and the text of `Body`, key as suffix and as HMAC key, upper-case hex. */
function signature(tree: Node): string {
  const part = (name: string): Node | undefined => tree.children?.find((child) => child.name === name);
  const body = part("Body");
  const pairs = (part("Head")?.children ?? []).map((field) => [field.name, field.text ?? ""] as const);
  // the text of Body as it stands in the payload: indented by one level, its own first line without indentation
  const all = [...pairs, ["body", body ? print(body, "  ").trimStart() : ""] as const];
  const sorted = all.filter(([, value]) => value !== "").sort(([a], [b]) => (a < b ? -1 : 1));
  const text = `${sorted.map(([name, value]) => `${name}=${value}`).join("&")}&key=${KEY}`;
  return createHmac("sha256", KEY).update(text).digest("hex").toUpperCase();
}
