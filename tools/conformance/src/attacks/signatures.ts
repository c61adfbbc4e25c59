import { isDeepStrictEqual } from "node:util";
import type { PushRequest } from "@coo/receiver";
import { generator, mutate } from "../fuzz-xml/mutate.ts";
import type { Verdict } from "../harness/suite.ts";
import { type Arrangement, arrangements, BODY, receive, signedPush } from "./signed-push.ts";
import { TRICKS } from "./tricks.ts";

/** What came of all tricks. */
export interface SignatureCampaign {
  readonly verdicts: readonly Verdict[];
  readonly tried: number;
  /** Those that were accepted, with the content that was signed. */
  readonly accepted: number;
}

/**
 * Plays every trick, and random mutants, on a signed push under each signature profile and shape. None may bring a
 * handler anything but what was signed, in Body or Head.
 */
export async function trySignatures(seed: number, mutants: number): Promise<SignatureCampaign> {
  const verdicts: Verdict[] = [];
  let accepted = 0;
  let tried = 0;
  for (const arrangement of arrangements()) {
    const push = signedPush(arrangement);
    const text = innerText(arrangement, push);
    const random = generator(seed);
    const attempts: [name: string, request: PushRequest][] = Object.entries(TRICKS).map(([name, trick]) => [
      name,
      withInner(arrangement, push, trick(text)),
    ]);
    for (let i = 0; i < mutants; i++) {
      const whole = Buffer.from(push.body).toString();
      const request =
        random(2) === 0
          ? withInner(arrangement, push, mutate(text, random).toWellFormed())
          : { ...push, body: Buffer.from(mutate(whole, random).toWellFormed()) };
      attempts.push([`mutant ${i}`, request]);
    }
    attempts.push(...headerTricks(arrangement, push));
    const found: string[] = [];
    for (const [name, request] of attempts) {
      tried++;
      const { problem, taken } = await problemOf(arrangement, request, name === "nothing");
      if (taken) accepted++;
      if (problem !== null) found.push(name);
      if (!name.startsWith("mutant") || problem !== null)
        verdicts.push({ name: `signed ${arrangement.name}/${name}`, failure: problem });
    }
    if (!found.some((name) => name.startsWith("mutant")))
      verdicts.push({ name: `signed ${arrangement.name}/${mutants} mutants`, failure: null });
  }
  return { verdicts, tried, accepted };
}

/** Doubled and moved HTTP headers, where these carry the signature. */
function headerTricks({ signature }: Arrangement, push: PushRequest): [string, PushRequest][] {
  if (signature.placement !== "http-header") return [];
  const { providerHeader, signatureHeader } = signature;
  const { [providerHeader]: provider, [signatureHeader]: value } = push.headers as Record<string, string>;
  const withHeaders = (headers: Record<string, string | readonly string[] | undefined>): PushRequest => ({
    ...push,
    headers: { ...push.headers, ...headers },
  });
  return [
    ["two equal signature headers", withHeaders({ [signatureHeader]: [value as string, value as string] })],
    ["two signature headers", withHeaders({ [signatureHeader]: ["0".repeat(64), value as string] })],
    ["a list of signatures", withHeaders({ [signatureHeader]: `${value}, ${value}` })],
    ["two provider headers", withHeaders({ [providerHeader]: [provider as string, "OTHER"] })],
    ["another provider header", withHeaders({ [providerHeader]: "OTHER" })],
    ["no signature header", withHeaders({ [signatureHeader]: undefined })],
    ["an empty signature header", withHeaders({ [signatureHeader]: "" })],
    ["a signature header in capitals", withHeaders({ [signatureHeader]: (value as string).toUpperCase() })],
    ["white space behind the body", { ...push, body: Buffer.concat([push.body, Buffer.from("\n")]) }],
  ];
}

/** The fields that a profile signs; of the others an attacker may say what he likes. */
function signedHead({ signature }: Arrangement): readonly string[] {
  const all = ["providerCode", "service", "version", "messageId", "timestamp", "nonceStr", "signType"];
  if (signature.source === "raw" || signature.fields === "all") return all;
  return signature.fields.filter((name) => all.includes(name));
}

async function problemOf(
  arrangement: Arrangement,
  request: PushRequest,
  genuine: boolean,
): Promise<{ readonly problem: string | null; readonly taken: boolean }> {
  const { answer, taken, errors } = await receive(arrangement, request);
  const [first] = taken;
  const problem = (): string | null => {
    const internal = errors.find((e) => e.code === "PUSH_INTERNAL" || e.code === "PUSH_HANDLER");
    if (internal) return `the receiver failed: ${String(internal.cause)}`;
    const text = Buffer.from(answer.body).toString();
    if (/\bat \w+ \(|node_modules|\.ts:\d|Error:/.test(text)) return "the answer tells internals";
    if (first === undefined) return genuine ? `refused: ${errors[0]?.message}` : null;
    if (taken.length > 1) return "handled twice";
    if (!isDeepStrictEqual(first.body, BODY)) return `accepted with ${JSON.stringify(first.body).slice(0, 300)}`;
    const genuineHead = genuineHeadOf(arrangement);
    for (const name of signedHead(arrangement))
      if (first.head[name] !== genuineHead[name]) return `accepted with ${name} ${JSON.stringify(first.head[name])}`;
    return null;
  };
  return { problem: problem(), taken: first !== undefined };
}

function genuineHeadOf(arrangement: Arrangement): Readonly<Record<string, string>> {
  const text = innerText(arrangement, signedPush(arrangement));
  const head = /<Head>([^]*?)<\/Head>/.exec(text)?.[1] ?? "";
  return Object.fromEntries([...head.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name, value]) => [name, value]));
}

/** The text with Head and Body: the payload inside its string, or the envelope where elements are sent. */
function innerText({ wire }: Arrangement, push: PushRequest): string {
  const envelope = Buffer.from(push.body).toString();
  const carried = /<requestXml>([^]*)<\/requestXml>/.exec(envelope)?.[1];
  if (wire.payload === "typed") return envelope;
  if (carried === undefined) throw new Error("there is no string parameter");
  return wire.payload === "cdata" ? carried.slice("<![CDATA[".length, -"]]>".length) : unescape(carried);
}

function withInner({ wire }: Arrangement, push: PushRequest, text: string): PushRequest {
  if (wire.payload === "typed") return { ...push, body: Buffer.from(text) };
  const carried =
    wire.payload === "cdata"
      ? `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`
      : text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const envelope = Buffer.from(push.body).toString();
  return {
    ...push,
    body: Buffer.from(envelope.replace(/(<requestXml>)[^]*(<\/requestXml>)/, (_, a, b) => a + carried + b)),
  };
}

function unescape(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#xD;", "\r")
    .replaceAll("&amp;", "&");
}
