import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A PostgreSQL of its own, in a folder of its own. */
export interface Postgres {
  /** Address of an empty database. */
  database(name: string): string;
  /** Kills the server at once, as a crash does. */
  kill(): Promise<void>;
  /** Starts it again over the same data. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Where the server's programs are: Debian's folder, or `COO_POSTGRES_BIN`. */
export function postgresBin(): string | undefined {
  const own = process.env["COO_POSTGRES_BIN"];
  if (own !== undefined) return own;
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(debian, version, "bin")).find((bin) => existsSync(join(bin, "initdb")));
}

/** Makes a cluster and starts it. The server refuses root, so root lends it the user `postgres`. */
export async function startPostgres(settings: readonly string[] = []): Promise<Postgres> {
  const bin = postgresBin();
  if (bin === undefined) throw new Error("no PostgreSQL: install Debian's postgresql, or set COO_POSTGRES_BIN");
  const folder = mkdtempSync(join(tmpdir(), "coo-pg-"));
  const user = userForServer();
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const port = await freePort();
  const run = (program: string, args: readonly string[]): void =>
    void execFileSync(join(bin, program), args, { ...user, cwd: folder, stdio: "pipe" });
  run("initdb", ["-D", data, "-U", "coo", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
  let server: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const options = ["listen_addresses=127.0.0.1", `unix_socket_directories=${folder}`, ...settings];
    server = spawn(join(bin, "postgres"), ["-D", data, "-p", String(port), ...options.flatMap((one) => ["-c", one])], {
      ...user,
      cwd: folder,
      stdio: "ignore",
    });
    for (let tries = 0; ; tries++) {
      try {
        run("pg_isready", ["-h", "127.0.0.1", "-p", String(port), "-U", "coo", "-q"]);
        return;
      } catch (error) {
        if (tries > 300) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const running = server;
    server = undefined;
    if (!running || running.exitCode !== null) return;
    const gone = new Promise((resolve) => running.once("exit", resolve));
    running.kill(signal);
    await gone;
  };
  await start();
  return {
    database(name) {
      run("createdb", ["-h", "127.0.0.1", "-p", String(port), "-U", "coo", name]);
      return `postgres://coo@127.0.0.1:${port}/${name}`;
    },
    start,
    kill: () => end("SIGKILL"),
    async stop() {
      await end("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function userForServer(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
