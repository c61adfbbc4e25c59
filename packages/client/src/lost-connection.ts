/** No connection, or it broke before the whole answer was there. `cause` is what the network told. */
export class LostConnection extends Error {
  override readonly name = "LostConnection";
  /** Whether anything can have arrived. */
  readonly sent: "no" | "maybe";

  constructor(sent: "no" | "maybe", cause: unknown) {
    super((cause as Error).message, { cause });
    this.sent = sent;
  }
}
