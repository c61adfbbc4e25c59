// Bundled in front of every program of a trial: it ends when its parent is gone, however that ended, and does not live on
// to disturb the next trial. Its standard input, or its channel, is the parent's.
if (process.channel) process.once("disconnect", () => process.exit());
else {
  process.stdin
    .once("close", () => process.exit())
    .once("error", () => process.exit())
    .resume();
  // By itself it keeps nobody alive.
  (process.stdin as { unref?(): void }).unref?.();
}
