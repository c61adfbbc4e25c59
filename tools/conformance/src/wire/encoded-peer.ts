import { isDeepStrictEqual } from "node:util";
import { decodeBody, type MessageKind, readRequest, readResponse, type WireProfile } from "@coo/soap";
import { firstDifference } from "./first-difference.ts";
import type { BoundOperation } from "./operations.ts";
import { type PhpJob, throughPhp } from "./php.ts";
import { PHP_LIMITS, type PhpLimit } from "./php-limits.ts";

/** A message of an rpc/encoded operation as we wrote it. */
export interface EncodedMessage {
  readonly name: string;
  readonly wsdl: string;
  readonly pair: BoundOperation;
  readonly wire: WireProfile;
  readonly kind: MessageKind;
  readonly value: unknown;
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** What came of messages that a foreign stack has read and written again. */
export interface PeerOutcome {
  readonly judged: number;
  readonly operations: number;
  /** By the operation's name. */
  readonly wrong: readonly { readonly name: string; readonly why: string }[];
  /** What the stack cannot do, by the limit's reason: numbers of messages. */
  readonly limited: ReadonlyMap<PhpLimit, number>;
}

/**
 * Lets PHP read our messages and write them again from its own values; we read those and compare the values. So a value
 * that either side takes for another one shows.
 */
export function judgeByPhp(messages: readonly EncodedMessage[], folder: string): PeerOutcome {
  const calls = callsOf(messages);
  const wrong: { name: string; why: string }[] = [];
  const limited = new Map<PhpLimit, number>();
  const operations = new Set<string>();
  let judged = 0;
  const note = (name: string, why: string): void => {
    const limit = PHP_LIMITS.find(
      ({ unit, says }) => (unit ?? name.split(" ")[0]) === name.split(" ")[0] && says.test(why),
    );
    if (limit) limited.set(limit, (limited.get(limit) ?? 0) + 1);
    else wrong.push({ name, why: `PHP: ${why}` });
  };
  for (const wsdl of new Set(messages.map((m) => m.wsdl))) {
    const own = calls.filter(({ request }) => request.wsdl === wsdl);
    const answers = throughPhp(own.map(jobOf), folder);
    for (const [i, { request, response }] of own.entries()) {
      const answer = answers[i] ?? { error: "no answer" };
      if ("error" in answer) {
        note(request.name, answer.error);
        continue;
      }
      for (const [message, bytes] of [
        [request, answer.request],
        [response, answer.response],
      ] as const) {
        if (!message || !bytes) continue;
        const why = differenceFrom(message, bytes);
        if (why === null) {
          judged++;
          operations.add(message.name);
        } else note(message.name, `${message.kind}: ${why}`);
      }
    }
  }
  return { judged, operations: operations.size, wrong, limited };
}

function jobOf({ request, response }: Call): PhpJob {
  return {
    wsdl: request.wsdl,
    version: request.pair.soapVersion,
    operation: request.pair.descriptor.name,
    request: request.body,
    response: response?.body ?? null,
  };
}

interface Call {
  readonly request: EncodedMessage;
  readonly response: EncodedMessage | undefined;
}

/** Requests and responses of each operation, as many calls as the longer list has. */
function callsOf(messages: readonly EncodedMessage[]): Call[] {
  const calls: Call[] = [];
  for (const name of new Set(messages.map((m) => m.name))) {
    const own = messages.filter((m) => m.name === name);
    const [requests, responses] = [own.filter((m) => m.kind === "request"), own.filter((m) => m.kind === "response")];
    for (let i = 0; requests.length > 0 && i < Math.max(requests.length, responses.length); i++) {
      const request = requests[i % requests.length] as EncodedMessage;
      calls.push({ request, response: responses[i % Math.max(responses.length, 1)] });
    }
  }
  return calls;
}

function differenceFrom({ pair, wire, kind, value, headers }: EncodedMessage, bytes: Uint8Array): string | null {
  const operation = pair.descriptor;
  try {
    const read =
      kind === "request"
        ? readRequest(bytes, headers, { wire, services: [pair.service] })
        : readResponse(bytes, headers, 200, { operation, wire });
    if ("fault" in read) return `a fault came back: ${JSON.stringify(read.fault).slice(0, 200)}`;
    const back = decodeBody(operation, wire, kind, read).value;
    return isDeepStrictEqual(back, value) ? null : firstDifference(back, value);
  } catch (error) {
    return `not read: ${error instanceof Error ? error.message : String(error)}`;
  }
}
