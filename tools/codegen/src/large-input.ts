import { statSync } from "node:fs";

/** Below it a second thread costs more than it saves. */
const LARGE = 256 << 10;

/** Whether the files that a command line names are so large together that {@link runInWorker} is worth it. */
export function isLargeInput(args: readonly string[]): boolean {
  let bytes = 0;
  for (const arg of args) {
    const found = statSync(arg, { throwIfNoEntry: false });
    if (found?.isFile()) bytes += found.size;
  }
  return bytes >= LARGE;
}
