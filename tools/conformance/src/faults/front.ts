import { type AddressInfo, connect, createServer, type Socket } from "node:net";
// @boundaries-ignore test support is shared by all packages
import { joined } from "../../../../test/support/joined.ts";

/** What stands before several receivers: each connection goes to the next of them that takes it. */
export class Front {
  /** Connections that none of them took. */
  refused = 0;
  readonly #ports: readonly number[];
  #turn = 0;
  readonly #server = createServer((near) => this.#pass(near, this.#ports.length));

  constructor(ports: readonly number[]) {
    this.#ports = ports;
  }

  /** @returns Its port. */
  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  close(): void {
    this.#server.close();
  }

  #pass(near: Socket, tries: number): void {
    if (tries === 0) {
      this.refused++;
      near.destroy();
      return;
    }
    const far = connect(this.#ports[this.#turn++ % this.#ports.length] as number, "127.0.0.1");
    const next = (): void => this.#pass(near, tries - 1);
    far.once("error", next);
    far.once("connect", () => {
      far.off("error", next);
      joined(near, far);
    });
  }
}
