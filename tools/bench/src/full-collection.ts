import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

let gc: (() => void) | undefined;

/** Collects all garbage, as a process does that was given `--expose-gc`. */
export function fullCollection(): void {
  if (gc === undefined) {
    setFlagsFromString("--expose-gc");
    gc = runInNewContext("gc") as () => void;
  }
  gc();
}

/** Bytes that are alive, buffers outside of the heap included. */
export function alive(): number {
  fullCollection();
  fullCollection();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
