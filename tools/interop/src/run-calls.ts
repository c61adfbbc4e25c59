import { createHash } from "node:crypto";
import type { Sandbox } from "@coo/sandbox";
import { decodeBody, readRequest, readResponse, resolveWireProfile, type WireProfile } from "@coo/soap";
import { CALLS } from "./calls.ts";
import { bodyText, operationOf, requestHead, services } from "./messages.ts";
import { errorText, type Outcome, type Peer, type Shape, type SoapVersion } from "./peer.ts";
import { difference, leavesOf, type Texts, textsDifference, textsOf } from "./texts.ts";

/** How the sandbox's ports are spoken. */
export function wireOf(shape: Shape, soapVersion: SoapVersion): WireProfile {
  return resolveWireProfile({
    soapVersion,
    ...(shape === "typed" ? { payload: "typed" as const, answer: "typed" as const } : {}),
  });
}

/** What a stack should find in a message, and what it found, without what it cannot tell apart. */
export interface Sight {
  readonly expected: (texts: Texts) => readonly string[];
  readonly found: (leaves: readonly string[]) => readonly string[];
  /** Texts of values, where they are others than in XML Schema. */
  readonly scalar?: (value: unknown) => string;
}

export const CLEAR_SIGHT: Sight = { expected: leavesOf, found: (leaves) => leaves };

/**
 * Lets a foreign stack make the 14 calls. Each passes when the return code is 0000, the sandbox found in the request
 * exactly what the stack was told to send, and the stack found in the answer exactly what the sandbox sent.
 */
export async function runCalls(
  sandbox: Sandbox,
  peer: Peer,
  shape: Shape,
  soapVersion: SoapVersion,
  sight: Sight = CLEAR_SIGHT,
): Promise<readonly Outcome[]> {
  return runCallsBy(sandbox, peer, wireOf(shape, soapVersion), sight);
}

/** The same by any wire profile. */
export async function runCallsBy(
  sandbox: Sandbox,
  peer: Peer,
  wire: WireProfile,
  sight: Sight,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { operation: name, body: make } of CALLS) {
    try {
      const operation = operationOf(name);
      const body = make(sandbox);
      const messageId = createHash("md5").update(name).digest("hex");
      const head = requestHead(name, {
        providerCode: sandbox.credentials.providerCode,
        messageId,
        now: sandbox.clock.now(),
        time: wire.time,
      });
      const answer = await peer.call({ operation, head, body, bodyText: bodyText(operation.request, body) });
      const entry = sandbox.journal.find({ operation: name, messageId }).at(-1);
      if (entry?.answer === undefined) throw new Error("the sandbox did not get the message");
      const request = readRequest(entry.request.body, entry.request.headers, { wire, services });
      const received = decodeBody(operation, wire, "request", request, { strict: true }).value;
      const response = readResponse(entry.answer.body, entry.answer.headers, entry.answer.status, { wire, operation });
      if (response.kind === "fault") throw new Error(`fault ${response.fault.reason}`);
      const sent = decodeBody(operation, wire, "response", response, { strict: true }).value;
      const error =
        (answer.returnCode === "0000" ? undefined : `return code ${answer.returnCode}`) ??
        textsDifference("request", textsOf(operation.request, body), textsOf(operation.request, received)) ??
        difference(
          "answer",
          sight.expected(textsOf(operation.response, sent, sight.scalar)),
          sight.found(answer.leaves),
        );
      outcomes.push({ operation: name, ...(error === undefined ? {} : { error }) });
    } catch (error) {
      outcomes.push({ operation: name, error: errorText(error) });
    }
  }
  return outcomes;
}
