#!/usr/bin/env node
import { argv } from "node:process";
import { run } from "./run.ts";

process.exitCode = run(argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
