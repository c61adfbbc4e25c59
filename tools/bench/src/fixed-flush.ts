import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Runs this process's own command line again with every flush made to last `ms`, and files in memory where Linux has them.
 *
 * @returns Its exit code.
 * @throws Error where a C compiler is missing.
 */
export function withFixedFlush(ms: number): number {
  const home = mkdtempSync(join(tmpdir(), "coo-fixed-flush-"));
  try {
    const shim = join(home, "fixed-flush.so");
    const source = fileURLToPath(new URL("fixed-flush.c", import.meta.url));
    const made = spawnSync("gcc", ["-O2", "-shared", "-fPIC", "-o", shim, source], { encoding: "utf8" });
    if (made.status !== 0) throw new Error(`--flush needs a C compiler: ${made.error?.message ?? made.stderr}`);
    const env = {
      ...process.env,
      LD_PRELOAD: shim,
      COO_FLUSH_US: String(Math.round(ms * 1000)),
      COO_BENCH_FOLDER: process.env["COO_BENCH_FOLDER"] ?? (existsSync("/dev/shm") ? "/dev/shm" : tmpdir()),
    };
    return (
      spawnSync(process.execPath, [...process.execArgv, ...process.argv.slice(1)], { stdio: "inherit", env }).status ??
      1
    );
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Whether this process is the one whose flushes last a fixed time. */
export function hasFixedFlush(): boolean {
  return process.env["COO_FLUSH_US"] !== undefined;
}
