import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const SUPPORT = fileURLToPath(new URL("../../../test/support/at-exit.ts", import.meta.url));
const PROGRAM = `
  import { writeSync } from "node:fs";
  import { atExit, exitOnSignals } from ${JSON.stringify(SUPPORT)};
  exitOnSignals();
  atExit(() => writeSync(1, "folder "));
  atExit(() => { throw new Error("no matter"); });
  const done = atExit(() => writeSync(1, "never "));
  atExit(() => writeSync(1, "mount "));
  done();
  writeSync(1, "ready ");
  if (process.argv.includes("throw")) throw new Error("uncaught");
  setInterval(() => {}, 1000);
`;

/** What the program says before it has ended, and how it ended. */
async function ended(signal: NodeJS.Signals | null): Promise<{ readonly told: string; readonly code: number | null }> {
  const args = ["--input-type=module", "--eval", PROGRAM, ...(signal === null ? ["throw"] : [])];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
  let told = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    told += text;
    if (signal !== null && told === "ready ") child.kill(signal);
  });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { told, code };
}

it.each([
  [null, 1],
  ["SIGTERM", 143],
  ["SIGINT", 130],
] as const)("what a trial has put up is taken down, the last first, when it ends by %s", async (signal, code) => {
  expect(await ended(signal)).toEqual({ told: "ready mount folder ", code });
});
