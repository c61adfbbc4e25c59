import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a process of its own took, from start to end. */
export interface Usage {
  /** User and system time of all its threads, in seconds. */
  readonly cpu: number;
  /** Largest resident memory, in bytes. */
  readonly memory: number;
  readonly stdout: string;
  /** It was stopped at the time limit; `cpu` is the limit then. */
  readonly stopped: boolean;
}

/** CPU seconds after which a contender has lost. */
export const LIMIT_SECONDS = 120;

/** Tests run against source, where nothing is built; figures are those of built output. */
export const FROM_SOURCE: boolean = import.meta.resolve("@coo/codegen").endsWith(".ts");
export const CONDITIONS: readonly string[] = FROM_SOURCE ? ["--conditions=@coo/source"] : [];

/** Written by the process itself when it ends: Node tells no parent what a child took. */
const REPORT = `data:text/javascript,${encodeURIComponent(
  'import { writeFileSync } from "node:fs"; process.on("exit", () => writeFileSync(process.env.COO_BENCH_USAGE, JSON.stringify(process.resourceUsage())));',
)}`;

/**
 * Runs Node with `args` in a process of its own.
 *
 * @throws {Error} when it fails.
 */
export async function wholeProcess(args: readonly string[]): Promise<Usage> {
  const folder = mkdtempSync(join(tmpdir(), "coo-bench-"));
  const report = join(folder, "usage.json");
  try {
    const child = spawn(process.execPath, ["--import", REPORT, ...CONDITIONS, ...args], {
      env: { ...process.env, COO_BENCH_USAGE: report, NODE_NO_WARNINGS: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    let stopped = false;
    // Elapsed time is longer than CPU time on a busy machine: what is stopped has had its CPU time on an idle one.
    const timer = setTimeout(() => {
      stopped = true;
      child.kill("SIGKILL");
    }, LIMIT_SECONDS * 1500);
    const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
    clearTimeout(timer);
    if (stopped) return { cpu: LIMIT_SECONDS, memory: Number.NaN, stdout, stopped };
    if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}:\n${stderr || stdout}`);
    const usage = JSON.parse(readFileSync(report, "utf8")) as NodeJS.ResourceUsage;
    const cpu = (usage.userCPUTime + usage.systemCPUTime) / 1e6;
    return { cpu: Math.min(cpu, LIMIT_SECONDS), memory: usage.maxRSS * 1024, stdout, stopped };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
