import type { HeaderBlock } from "../envelope/envelope.ts";
import type { WireProfile } from "../wire-profile.ts";
import type { HeadField } from "./head.ts";
import type { AnyOperation, MessageKind } from "./operation.ts";
import { resolved } from "./resolve-bytes.ts";
import { signedBody } from "./signed-body.ts";

const NONE: readonly never[] = [];

/** Where a message stands. */
export interface UsualPlace {
  readonly bytes: Uint8Array;
  /** Of the Body element. */
  readonly start: number;
  readonly end: number;
  /** Of the text that carries head and Body, if one does: the markup in it is references. */
  readonly from: number;
  readonly to: number;
  readonly isEscaped: boolean;
  /** Whether the bytes of the Body are its canonical form. */
  readonly isCanonical: boolean;
}

/** A message that was read in one go with its Body. Texts are made of its bytes where somebody asks for them. */
export class UsualMessage {
  readonly operation: AnyOperation;
  readonly head: readonly HeadField[];
  readonly bodyNamespaces: readonly (readonly [prefix: string, ns: string])[] = NONE;
  readonly headerBlocks: readonly HeaderBlock[] = NONE;
  readonly #wire: WireProfile;
  readonly #kind: MessageKind;
  readonly #place: UsualPlace;
  #value: unknown;
  #isTaken = false;
  #body: Uint8Array | undefined = undefined;
  #bodyText: string | undefined = undefined;
  #signedBody: string | undefined = undefined;
  #payloadText: string | undefined = undefined;

  constructor(
    operation: AnyOperation,
    wire: WireProfile,
    kind: MessageKind,
    head: readonly HeadField[],
    value: unknown,
    place: UsualPlace,
  ) {
    this.operation = operation;
    this.head = head;
    this.#wire = wire;
    this.#kind = kind;
    this.#value = value;
    this.#place = place;
  }

  /** The Body element. */
  get #bytes(): Uint8Array {
    const { bytes, start, end, isEscaped } = this.#place;
    this.#body ??= isEscaped ? resolved(bytes, start, end) : bytes.subarray(start, end);
    return this.#body;
  }

  get signedBytes(): Uint8Array | undefined {
    const { isEscaped, isCanonical } = this.#place;
    // Where text is carried, the signature covers it as it stands.
    return isCanonical || isEscaped ? this.#bytes : undefined;
  }

  get bodyText(): string {
    this.#bodyText ??= textOf(this.#bytes);
    return this.#bodyText;
  }

  get signedBody(): string {
    this.#signedBody ??= signedBody(this.bodyText, this.#wire);
    return this.#signedBody;
  }

  get payloadText(): string | undefined {
    const { bytes, from, to, isEscaped } = this.#place;
    if (isEscaped) this.#payloadText ??= textOf(resolved(bytes, from, to));
    return this.#payloadText;
  }

  /** The value of the Body, once: objects are the caller's, so a second one gets its own. */
  take(operation: AnyOperation, wire: WireProfile, kind: MessageKind): { readonly value: unknown } | undefined {
    if (this.#isTaken || this.operation !== operation || this.#wire !== wire || this.#kind !== kind) return undefined;
    this.#isTaken = true;
    const value = this.#value;
    this.#value = undefined;
    return { value };
  }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
