import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atExit } from "./at-exit.ts";

/** A PostgreSQL of its own, in a folder of its own. */
export interface Postgres {
  /** Address of an empty database. */
  database(name: string): string;
  /** Kills the server at once, as a crash does. */
  kill(): Promise<void>;
  /** Starts it again over the same data. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Where it listens, on loopback. */
  readonly port: number;
  /** Changes a setting for good and lets the server read it. */
  set(name: string, value: string): void;
  /** A copy of it as it is now, following it from here on, until it is promoted. Both end with a `stop` of their own. */
  standby(): Promise<Standby>;
  /** Tells its standbys nothing any more, as behind a cut cable: nobody is told. Only its death is next. */
  silence(): void;
}

/** A server that repeats what another one does. */
export interface Standby extends Postgres {
  /** Makes it a server of its own, which takes changes. */
  promote(): void;
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
  const place = await somewhere();
  place.run("initdb", ["-D", place.data, "-U", "coo", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
  return serve(place, settings);
}

/** A folder for a cluster, and the server's programs to be run there. */
interface Place {
  readonly folder: string;
  readonly data: string;
  readonly port: number;
  readonly bin: string;
  readonly user: ReturnType<typeof userForServer>;
  run(program: string, args: readonly string[]): string;
}

async function somewhere(): Promise<Place> {
  const bin = postgresBin();
  if (bin === undefined) throw new Error("no PostgreSQL: install Debian's postgresql, or set COO_POSTGRES_BIN");
  const folder = mkdtempSync(join(tmpdir(), "coo-pg-"));
  const user = userForServer();
  if (user) chownSync(folder, user.uid, user.gid);
  const run = (program: string, args: readonly string[]): string =>
    execFileSync(join(bin, program), args, { ...user, cwd: folder, stdio: "pipe", encoding: "utf8" });
  return { folder, data: join(folder, "data"), port: await freePort(), bin, user, run };
}

async function serve(place: Place, settings: readonly string[]): Promise<Postgres> {
  const { folder, data, port, bin, user, run } = place;
  const there = ["-h", "127.0.0.1", "-p", String(port), "-U", "coo"];
  let server: ChildProcess | undefined;
  const silenced: number[] = [];
  const start = async (): Promise<void> => {
    const options = ["listen_addresses=127.0.0.1", `unix_socket_directories=${folder}`, ...settings];
    const args = ["-D", data, "-p", String(port), ...options.flatMap((one) => ["-c", one])];
    for (let tries = 0; ; tries++) {
      // Children of a server that was killed hold its memory a moment longer, and the next one ends at once.
      if (server === undefined || server.exitCode !== null) {
        server = spawn(join(bin, "postgres"), args, { ...user, cwd: folder, stdio: "ignore" });
      }
      try {
        run("pg_isready", [...there, "-q"]);
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
    // Who is stopped does not notice that the server is gone, and would keep its memory.
    for (const pid of silenced.splice(0)) process.kill(pid, "SIGKILL");
    await gone;
  };
  const cleared = atExit(() => {
    server?.kill("SIGKILL");
    for (const pid of silenced) process.kill(pid, "SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });
  const sql = (text: string): string => run("psql", [...there, "-d", "postgres", "-XAtq", "-c", text]);
  await start();
  return {
    port,
    database(name) {
      run("createdb", [...there, name]);
      return `postgres://coo@127.0.0.1:${port}/${name}`;
    },
    set(name, value) {
      sql(`alter system set ${name} = '${value}'`);
      sql("select pg_reload_conf()");
    },
    async standby() {
      const own = await somewhere();
      own.run("pg_basebackup", [...there, "-D", own.data, "-R", "-X", "stream", "-c", "fast", "--no-sync"]);
      const copy = await serve(own, settings);
      for (
        let tries = 0;
        sql("select count(*) from pg_stat_replication where state = 'streaming'").trim() === "0";
        tries++
      ) {
        if (tries > 300) throw new Error("the standby does not follow");
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return { ...copy, promote: () => void own.run("pg_ctl", ["-D", own.data, "promote", "-w"]) };
    },
    silence() {
      for (const pid of sql("select pid from pg_stat_replication").split("\n").filter(Boolean)) {
        silenced.push(Number(pid));
        process.kill(Number(pid), "SIGSTOP");
      }
    },
    start,
    kill: () => end("SIGKILL"),
    async stop() {
      await end("SIGINT");
      cleared();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Who runs servers that refuse root. */
export function userForServer(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

/** A port of loopback that nobody uses. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
