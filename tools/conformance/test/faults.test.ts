import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { compareWithBook } from "../src/faults/book.ts";
import { excess } from "../src/faults/crowded.ts";
import { programIn } from "../src/faults/program.ts";
import { ROWS } from "../src/faults/rows.ts";

it("judges by the remote's own book", () => {
  const book = new Map([
    ["a", 1],
    ["b", 2],
    ["stranger", 1],
  ]);
  expect(compareWithBook(["a", "b", "c"], book)).toEqual({ lost: ["c"], doubled: ["b"] });
});

it("row 11 of the catalogue holds at a small scale", async () => {
  const row = ROWS.find((one) => one.no === 11);
  const folder = mkdtempSync(join(tmpdir(), "coo-faults-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const result = await row?.run({ seed: 3, scale: 0.001, folder, hours: undefined, postgres: undefined });
  expect(result?.verdicts.filter((one) => one.failure !== null)).toEqual([]);
  expect(result?.verdicts.length).toBeGreaterThan(4);
});

it("finds the span in which more was granted than rate × time + burst", () => {
  const paced = [0, 0, 0, 25, 50, 75, 100];
  expect(excess(paced, 25, 3)).toBe(0);
  expect(excess([...paced, 100], 25, 3)).toBe(1);
  expect(excess([0, 500, 500, 500, 500, 1_000], 25, 3)).toBe(1);
});

it.each([
  ["crowd", "spawn", '["pipe", "pipe", "inherit"]', "stdout"],
  ["besieged", "fork", '["inherit", "inherit", "inherit", "ipc"]', "message"],
] as const)("the program %s ends when its parent is killed", async (name, how, stdio, news) => {
  const folder = mkdtempSync(join(tmpdir(), "coo-faults-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const args = JSON.stringify([programIn(folder, name), folder, "a", "1"]);
  const started = how === "fork" ? `fork(args[0], args.slice(1)` : `spawn(process.execPath, args`;
  const heard = news === "message" ? `child.once("message",` : `child.stdout.once("data",`;
  const parent = spawn(process.execPath, [
    "-e",
    `const args = ${args};
     const child = require("node:child_process").${started}, { stdio: ${stdio} });
     ${heard} () => console.log("ready"));`,
  ]);
  parent.stderr.resume();
  await once(parent.stdout, "data");
  parent.kill("SIGKILL");
  // Its child has the same standard error, which is closed when both are gone.
  await once(parent, "close");
});
