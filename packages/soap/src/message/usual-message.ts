import type { HeaderBlock } from "../envelope/envelope.ts";
import type { WireProfile } from "../wire-profile.ts";
import type { HeadField } from "./head.ts";
import type { AnyOperation, MessageKind } from "./operation.ts";
import { signedBody } from "./signed-body.ts";

const NONE: readonly never[] = [];

/** A message that was read in one go with its Body. Texts are made of its bytes where somebody asks for them. */
export class UsualMessage {
  readonly operation: AnyOperation;
  readonly head: readonly HeadField[];
  readonly bodyNamespaces: readonly (readonly [prefix: string, ns: string])[] = NONE;
  readonly headerBlocks: readonly HeaderBlock[] = NONE;
  declare readonly signedBytes?: Uint8Array;
  readonly #wire: WireProfile;
  readonly #kind: MessageKind;
  readonly #body: Uint8Array;
  readonly #payload: Uint8Array | undefined;
  #value: unknown;
  #isTaken = false;
  #bodyText: string | undefined = undefined;
  #signedBody: string | undefined = undefined;
  #payloadText: string | undefined = undefined;

  /**
   * @param body - The Body element.
   * @param payload - The text that the string parameter carried.
   * @param canonical - Whether the bytes of the Body are its canonical form.
   */
  constructor(
    operation: AnyOperation,
    wire: WireProfile,
    kind: MessageKind,
    head: readonly HeadField[],
    value: unknown,
    body: Uint8Array,
    payload: Uint8Array | undefined,
    canonical: boolean,
  ) {
    this.operation = operation;
    this.head = head;
    this.#wire = wire;
    this.#kind = kind;
    this.#value = value;
    this.#body = body;
    this.#payload = payload;
    // Where text is carried, the signature covers it as it stands.
    if (canonical || payload !== undefined) this.signedBytes = body;
  }

  get bodyText(): string {
    this.#bodyText ??= textOf(this.#body);
    return this.#bodyText;
  }

  get signedBody(): string {
    this.#signedBody ??= signedBody(this.bodyText, this.#wire);
    return this.#signedBody;
  }

  get payloadText(): string | undefined {
    if (this.#payload !== undefined) this.#payloadText ??= textOf(this.#payload);
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
