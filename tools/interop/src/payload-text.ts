import { type AnyOperation, decodeElement, type HeadField, headValue, readPayload, writePayload } from "@coo/soap";
import type { PeerAnswer } from "./peer.ts";
import { leavesOf, textsOf } from "./texts.ts";

/** The text that a string parameter carries. */
export function writeRequestText(head: readonly HeadField[], bodyText: string): string {
  return writePayload({ kind: "Request", head, bodyText });
}

/** What a platform with a foreign stack finds in the text of an answer whose signature was verified. */
export function readAnswerText(operation: AnyOperation, text: string): PeerAnswer {
  const { head, bodyText, bodyNamespaces } = readPayload(text, "Response");
  const { value } = decodeElement(operation.response, bodyText, {
    element: { name: "Body", ns: "" },
    namespaces: bodyNamespaces,
    strict: true,
  });
  return {
    returnCode: headValue(head ?? [], "returnCode") ?? "",
    leaves: leavesOf(textsOf(operation.response, value)),
  };
}
