import { connect, createServer, type Server } from "node:net";
// @boundaries-ignore test support is shared by all packages
import { joined } from "../../../../test/support/joined.ts";
import { tryRun } from "./mounts.ts";

/** A machine of its own, as far as the network goes: a namespace with one cable to this one. */
export class Host {
  readonly name: string;
  /** This machine's address at the other end of its cable. */
  readonly gateway: string;
  readonly #cable: string;
  readonly #servers: Server[] = [];

  private constructor(name: string, no: number) {
    this.name = name;
    this.#cable = `${name}c`;
    this.gateway = `10.213.${no}.1`;
  }

  /** @returns The reason where the machine forbids it. */
  static start(no: number): Host | string {
    const host = new Host(`coo${process.pid % 10_000}h${no}`, no);
    const inside = `${host.name}i`;
    const steps = [
      ["netns", "add", host.name],
      ["link", "add", host.#cable, "type", "veth", "peer", "name", inside],
      ["link", "set", inside, "netns", host.name],
      ["addr", "add", `${host.gateway}/24`, "dev", host.#cable],
      ["link", "set", host.#cable, "up"],
      ["-n", host.name, "addr", "add", `10.213.${no}.2/24`, "dev", inside],
      ["-n", host.name, "link", "set", inside, "up"],
      ["-n", host.name, "link", "set", "lo", "up"],
    ];
    for (const step of steps) {
      const failure = tryRun("ip", step);
      if (failure === undefined) continue;
      host.stop();
      return failure;
    }
    return host;
  }

  /** Lets it reach a port of this machine. @returns The port at its gateway. */
  async offer(port: number): Promise<number> {
    const server = createServer((near) => joined(near, connect(port, "127.0.0.1")));
    await new Promise<void>((resolve) => server.listen(port, this.gateway, resolve));
    this.#servers.push(server);
    return port;
  }

  /** Pulls the cable: nobody is told. */
  cut(): void {
    this.#set("down");
  }

  mend(): void {
    this.#set("up");
  }

  #set(state: "up" | "down"): void {
    const failure = tryRun("ip", ["link", "set", this.#cable, state]);
    if (failure !== undefined) throw new Error(failure);
  }

  stop(): void {
    for (const server of this.#servers) server.close();
    tryRun("ip", ["link", "del", this.#cable]);
    tryRun("ip", ["netns", "del", this.name]);
  }
}
