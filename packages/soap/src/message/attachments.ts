import { SoapError } from "../errors.ts";
import type { AttachmentDescriptor } from "../gen1.ts";
import { shorten } from "../issue.ts";
import type { WireProfile } from "../wire-profile.ts";
import { type AnyOperation, bindingFor, type MessageKind } from "./operation.ts";

/** Contents of parts that travel beside the envelope, by the name of their part. */
export type AttachmentValues = Readonly<Record<string, Uint8Array | undefined>>;

/** Parts of a message of the operation that travel as attachments. */
export function attachmentParts(
  operation: AnyOperation,
  wire: Pick<WireProfile, "soapVersion" | "payload">,
  kind: MessageKind,
): readonly AttachmentDescriptor[] {
  const binding = bindingFor(operation, wire);
  return (kind === "request" ? binding?.attachments : binding?.outputAttachments) ?? [];
}

/**
 * Refuses what would have to travel as an attachment: an envelope without it would be another message.
 *
 * @throws {@link SoapError} `SOAP_MIME` when a part has a value.
 */
export function refuseAttachments(
  operation: AnyOperation,
  wire: WireProfile,
  kind: MessageKind,
  values: AttachmentValues,
): void {
  const name = Object.keys(values).find((key) => values[key] !== undefined);
  if (name === undefined) return;
  const parts = attachmentParts(operation, wire, kind);
  const [en, zh] = kind === "request" ? ["request", "请求"] : ["answer", "应答"];
  if (!parts.some((part) => part.name === name)) {
    const known = parts.map((part) => part.name).join(", ") || "–";
    throw new SoapError(
      "SOAP_MIME",
      `the ${en} of ${operation.name} has no attachment ${shorten(name)}; its attachments: ${known}`,
      `操作 ${operation.name} 的${zh}没有附件 ${shorten(name)},已定义:${known}`,
    );
  }
  throw new SoapError(
    "SOAP_MIME",
    `the ${en} of ${operation.name}: part ${name} would travel as a MIME attachment, which is not spoken; ` +
      "send the content inside the message as xs:base64Binary or by upload, and leave the part out",
    `操作 ${operation.name} 的${zh}:部分 ${name} 须以 MIME 附件传送,尚不支持;` +
      "请把内容以 xs:base64Binary 放在报文内或先行上传,并略去该部分",
  );
}
