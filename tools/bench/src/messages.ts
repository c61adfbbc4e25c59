import {
  type ApplyPreferentialCertificateRequest,
  ApplyPreferentialCertificateRequestMessage,
  documents,
} from "@coo/msg-document";
import { buildRequest, encodeBody, encodeElement, type HeadField, resolveWireProfile } from "@coo/soap";

export type Certificate = ApplyPreferentialCertificateRequest;

/** The operation that is measured: a preferential certificate is the longest message that is written every day. */
export const operation = documents.operations.applyPreferentialCertificate;

/** The element that carries the message's object in both shapes. */
export const BODY = { name: "Body", ns: "" } as const;

/** Both shapes of the reference edition. */
export const WIRES = {
  string: resolveWireProfile({}),
  typed: resolveWireProfile({ payload: "typed", answer: "typed" }),
};
export type Shape = keyof typeof WIRES;

/** Goods lines of the messages that are measured. */
export const SIZES = [1, 20, 500] as const;

/** Head fields as they are sent; the signature has its length but covers nothing. */
const HEAD: readonly HeadField[] = [
  ["providerCode", "TEST0001"],
  ["service", operation.name],
  ["version", "1.0"],
  ["messageId", "0f1e2d3c4b5a69788796a5b4c3d2e1f0"],
  ["timestamp", "20260301093000"],
  ["nonceStr", "5K8264ILTKCH16CQ"],
  ["signType", "HMAC-SHA256"],
  ["sign", "0".repeat(64)],
];

/** The Body element as text. */
export function bodyText(certificate: Certificate): string {
  return encodeElement(ApplyPreferentialCertificateRequestMessage, certificate, { element: BODY });
}

/** A whole request with its HTTP headers. */
export function request(
  shape: Shape,
  certificate: Certificate,
): { readonly body: Buffer; readonly headers: Record<string, string> } {
  const wire = WIRES[shape];
  const text = encodeBody(operation, wire, "request", certificate);
  const { body, headers } = buildRequest({ operation, wire, head: HEAD, bodyText: text });
  return { body: Buffer.from(body), headers };
}
