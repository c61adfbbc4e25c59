#!/usr/bin/env node
import { argv } from "node:process";
import { isLargeInput } from "./large-input.ts";
import type { Output } from "./output.ts";

const ending = new AbortController();
process.once("SIGINT", () => ending.abort());

// Who reads the first lines only, as `| head` does, has what it wants.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const args = argv.slice(2);
const output: Output = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true && process.env["TERM"] !== "dumb",
};
// What is not needed is not loaded: of two threads only one has the generator.
const { run } = isLargeInput(args)
  ? { run: (await import("./run-in-worker.ts")).runInWorker }
  : await import("./run.ts");
process.exitCode = await run(args, output, ending.signal);
