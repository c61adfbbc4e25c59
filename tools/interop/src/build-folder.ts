import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A folder for what a stack generates and compiles, gone when this process ends. */
export function buildFolder(stack: string): string {
  const folder = mkdtempSync(join(tmpdir(), `coo-${stack}-`));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a tool of a stack in that folder. Its own words are the error. */
export async function runTool(folder: string, file: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run(file, args, { cwd: folder, timeout: 300_000, maxBuffer: 1 << 26 });
    return stdout;
  } catch (error) {
    const { stderr = "", stdout = "" } = error as { readonly stderr?: string; readonly stdout?: string };
    throw new Error(`${file} ${args.join(" ")}: ${(stderr.trim() || stdout.trim()).slice(-2000)}`, { cause: error });
  }
}
