import { type AnyOperation, type HeadField, headValue, readPayload, writePayload } from "@coo/soap";
import type { PeerAnswer } from "./peer.ts";
import { leavesOf, readBodyText } from "./texts.ts";

/** The text that a string parameter carries. */
export function writeRequestText(head: readonly HeadField[], bodyText: string): string {
  return writePayload({ kind: "Request", head, bodyText });
}

/** What a platform with a foreign stack finds in the text of an answer whose signature was verified. */
export function readAnswerText(operation: AnyOperation, text: string): PeerAnswer {
  const { head, bodyText, bodyNamespaces } = readPayload(text, "Response");
  const body = readBodyText(operation.response, bodyText, bodyNamespaces);
  return { returnCode: headValue(head ?? [], "returnCode") ?? "", leaves: leavesOf(body) };
}
