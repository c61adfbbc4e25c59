import { connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";
// @boundaries-ignore test support is shared by all packages
import { joined } from "../../../../test/support/joined.ts";

/** A cable to a server on this machine that can be pulled: nobody is told, and nothing gets through any more. */
export interface SilentLink {
  /** The server's address over the cable. */
  readonly url: string;
  /** Pulls it for the connections that there are; those made afterwards work. */
  cut(): void;
  /** Pulls it for a connection as soon as this is in what it says; that itself still arrives. */
  cutAfter(said: string): void;
  /** Pulls it for the connections to come as well. */
  cutAll(): void;
  /** Plugs it in again, for the connections made afterwards. */
  mend(): void;
}

export async function silentLink(url: string): Promise<SilentLink> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  const dead = new Set<Socket>();
  let trigger: string | undefined;
  let isDown = false;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    sockets.add(near).add(far);
    if (isDown) dead.add(near);
    joined(near, far, () => !dead.has(near));
    near.on("data", (chunk) => {
      if (trigger === undefined || dead.has(near) || !chunk.includes(trigger)) return;
      trigger = undefined;
      dead.add(near);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const over = new URL(url);
  over.port = String((server.address() as { readonly port: number }).port);
  const cut = (): void => {
    for (const socket of sockets) dead.add(socket);
  };
  return {
    url: over.href,
    cut,
    cutAfter(said) {
      trigger = said;
    },
    cutAll() {
      isDown = true;
      cut();
    },
    mend() {
      isDown = false;
    },
  };
}
