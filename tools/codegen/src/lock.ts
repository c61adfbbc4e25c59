import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { CodegenError } from "./errors.ts";

/** No run writes for so long; a lock of this age belongs to a machine that is gone. */
const STALE_MS = 600_000;
const WAIT_MS = 20_000;

/**
 * Runs `work` while holding the lock file `path`, so that two runs never write the same folders at once. A lock whose
 * process is gone is taken over.
 *
 * @throws {@link CodegenError} `GEN_WRITE` when another run holds it for long.
 */
export function locked<T>(path: string, work: () => T): T {
  mkdirSync(dirname(path), { recursive: true });
  const mine = `${process.pid} ${hostname()}`;
  for (const start = Date.now(); !take(path, mine); ) {
    if (Date.now() - start > WAIT_MS) throw busy(path);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25);
  }
  try {
    return work();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path: string, mine: string): boolean {
  try {
    writeFileSync(path, mine, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    if (isAbandoned(path)) rmSync(path, { force: true });
    return false;
  }
}

function isAbandoned(path: string): boolean {
  try {
    const age = Date.now() - statSync(path).mtimeMs;
    const [pid = "", host] = readFileSync(path, "utf8").split(" ");
    // Killed between making the file and writing to it.
    if (pid === "") return age > 2000;
    return age > STALE_MS || (host === hostname() && !isAlive(Number(pid)));
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function busy(path: string): CodegenError {
  return new CodegenError({
    code: "GEN_WRITE",
    message: `another run is writing here (${path})`,
    messageZh: `另一个进程正在写入(${path})`,
    advice: "wait for it to end; if there is none, remove that file",
    adviceZh: "请等待其结束;若无其他进程,请删除该文件",
  });
}
