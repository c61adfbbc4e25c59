import type { ApplySealSignatureRequest, Attachment, SealImage, SignerSignature } from "./messages.ts";
import { Node } from "./node.ts";

/** A seal application with what most rules ask of it, read once. */
export interface SealApplication {
  readonly body: Node<ApplySealSignatureRequest>;
  readonly seals: readonly Node<SealImage>[];
  readonly signers: readonly Node<SignerSignature>[];
  readonly attachments: readonly Node<Attachment>[];
}

/** Reads a seal application of any shape. */
export function readSealApplication(value: unknown, path: string): SealApplication {
  const body = new Node<ApplySealSignatureRequest>(value, path);
  return {
    body,
    seals: body.list<SealImage>("seals", "seal"),
    signers: body.list<SignerSignature>("signers", "signer"),
    attachments: body.list<Attachment>("attachments", "attachment"),
  };
}
