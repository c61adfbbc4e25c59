const undone = new Set<() => void>();
let listening = false;

/**
 * Has `undo` done when the process ends, however it ends, unless what this returns was called before. Signals end a process
 * without that; whoever takes them has to call `process.exit`.
 *
 * @param undo - Runs synchronously; what it throws is left aside.
 */
export function atExit(undo: () => void): () => void {
  if (!listening) {
    listening = true;
    process.on("exit", () => {
      for (const each of [...undone].reverse()) {
        try {
          each();
        } catch {
          // The others have their turn.
        }
      }
    });
  }
  undone.add(undo);
  return () => void undone.delete(undo);
}

/** Lets a signal end the process in the way in which {@link atExit} is heard. */
export function exitOnSignals(): void {
  for (const [name, number] of [
    ["SIGHUP", 1],
    ["SIGINT", 2],
    ["SIGTERM", 15],
  ] as const)
    process.once(name, () => process.exit(128 + number));
}
