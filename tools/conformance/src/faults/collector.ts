import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Gives a function that collects garbage and tells the bytes of heap in use. */
export function collector(): () => number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  return () => {
    collect();
    collect();
    return process.memoryUsage().heapUsed;
  };
}
