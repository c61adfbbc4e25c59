import { connect, createServer, type Server, type Socket } from "node:net";
// @boundaries-ignore test support is shared by all packages
import { joined } from "../../../../test/support/joined.ts";

/** One address in front of several servers, as a virtual address is: where it leads can be changed. */
export class Relay {
  #to: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(to: number) {
    this.#to = to;
    this.#server = createServer((near) => {
      const far = connect(this.#to, "127.0.0.1");
      for (const one of [near, far]) {
        this.#sockets.add(one);
        one.on("close", () => this.#sockets.delete(one));
      }
      joined(near, far);
    });
  }

  /** @param to - Port on loopback that it leads to at first. */
  static async open(to: number): Promise<Relay> {
    const relay = new Relay(to);
    await new Promise<void>((resolve) => relay.#server.listen(0, "127.0.0.1", resolve));
    return relay;
  }

  get port(): number {
    return (this.#server.address() as { readonly port: number }).port;
  }

  /** Leads elsewhere from now on; who is connected is cut off. */
  turn(to: number): void {
    this.#to = to;
    this.cut();
  }

  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
