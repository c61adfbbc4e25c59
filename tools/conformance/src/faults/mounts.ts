import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
// @boundaries-ignore test support is shared by all packages
import { atExit } from "../../../../test/support/at-exit.ts";

/** Something mounted on a folder. */
export interface Mounted {
  readonly folder: string;
  unmount(): void;
}

/** Mounts onto a new folder. @returns The reason where the machine forbids it. */
export function mount(folder: string, args: readonly string[]): Mounted | string {
  mkdirSync(folder, { recursive: true });
  const failure = tryRun("mount", [...args, folder]);
  if (failure !== undefined) return failure;
  const unmount = (): void => {
    // A process that was killed a moment ago may still hold a file.
    if (tryRun("umount", [folder]) !== undefined) execFileSync("umount", ["--lazy", folder]);
    rmSync(folder, { recursive: true, force: true });
  };
  const done = atExit(unmount);
  return {
    folder,
    unmount() {
      done();
      unmount();
    },
  };
}

/** Runs a program; gives what it complained about when it failed. */
export function tryRun(program: string, args: readonly string[]): string | undefined {
  try {
    execFileSync(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    return undefined;
  } catch (error) {
    const { stderr } = error as { readonly stderr?: Buffer };
    return `${program}: ${stderr?.toString("utf8").trim() || String(error)}`.slice(0, 300);
  }
}
