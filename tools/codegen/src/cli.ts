#!/usr/bin/env node
import { argv } from "node:process";
import { run } from "./run.ts";

const ending = new AbortController();
process.once("SIGINT", () => ending.abort());

process.exitCode = await run(
  argv.slice(2),
  {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true && process.env["TERM"] !== "dumb",
  },
  ending.signal,
);
