import { type ChildProcess, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, userForServer } from "./postgres.ts";

const PROGRAM = "/usr/sbin/pgbouncer";

/** A PgBouncer in front of a server on loopback, which lends a session for one transaction at a time. */
export interface Pooler {
  /** The address that leads to the same database through it. */
  through(url: string): string;
  stop(): Promise<void>;
}

/** Whether Debian's package is there. */
export function hasPgBouncer(): boolean {
  return existsSync(PROGRAM);
}

/** @param sessions - That it keeps with each database; a client more than that waits for one to be given back. */
export async function startPgBouncer(serverPort: number, sessions: number): Promise<Pooler> {
  const folder = mkdtempSync(join(tmpdir(), "coo-pgb-"));
  const user = userForServer();
  const port = await freePort();
  const settings = join(folder, "pgbouncer.ini");
  writeFileSync(
    settings,
    [
      "[databases]",
      `* = host=127.0.0.1 port=${serverPort} user=coo`,
      "[pgbouncer]",
      "listen_addr = 127.0.0.1",
      `listen_port = ${port}`,
      "unix_socket_dir =",
      "auth_type = any",
      "pool_mode = transaction",
      `default_pool_size = ${sessions}`,
      "max_client_conn = 200",
      "",
    ].join("\n"),
  );
  if (user) for (const path of [folder, settings]) chownSync(path, user.uid, user.gid);
  const pooler: ChildProcess = spawn(PROGRAM, ["-q", settings], { ...user, cwd: folder, stdio: "ignore" });
  const gone = new Promise<void>((resolve) => pooler.once("exit", () => resolve()));
  for (let tries = 0; !(await answers(port)); tries++) {
    if (tries > 100) throw new Error("PgBouncer does not start");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    through(url) {
      const address = new URL(url);
      address.port = String(port);
      return address.href;
    },
    async stop() {
      pooler.kill("SIGKILL");
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(socket.end() !== undefined));
    socket.once("error", () => resolve(false));
  });
}
