import { isXmlError } from "@coo/xml";
import type { FaultCode } from "../envelope/fault.ts";
import { isSoapError } from "../errors.ts";

/** How a message that cannot be read is answered: by HTTP status alone, or by a fault. */
export type Rejection =
  | { readonly kind: "status"; readonly status: 413 | 415 }
  | { readonly kind: "fault"; readonly code: FaultCode; readonly message: string };

/**
 * The answer to a message that {@link readRequest} or the decoder refused: nothing in it tells of internals.
 *
 * @returns `undefined` for an error that is not the sender's doing.
 */
export function rejectionOf(error: unknown): Rejection | undefined {
  if (isXmlError(error)) {
    if (error.code === "XML_TOO_LARGE") return { kind: "status", status: 413 };
    if (error.code === "XML_ENCODING") return { kind: "status", status: 415 };
    if (error.code === "XML_WRITE") return undefined;
    return { kind: "fault", code: "Client", message: "the message is not acceptable XML" };
  }
  if (!isSoapError(error)) return undefined;
  switch (error.code) {
    case "SOAP_TOO_LARGE":
      return { kind: "status", status: 413 };
    case "SOAP_MEDIA_TYPE":
    case "SOAP_MIME":
      return { kind: "status", status: 415 };
    case "SOAP_VERSION_MISMATCH":
      return { kind: "fault", code: "VersionMismatch", message: "the SOAP version is not supported" };
    case "SOAP_MUST_UNDERSTAND":
      return { kind: "fault", code: "MustUnderstand", message: "a header block is not understood" };
    case "SOAP_ENVELOPE":
    case "SOAP_OPERATION":
    case "SOAP_HEAD":
    case "SOAP_PAYLOAD":
    case "SOAP_DECODE":
      return { kind: "fault", code: "Client", message: "the message is not acceptable" };
    default:
      return undefined;
  }
}
