import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { run } from "../../src/run.ts";
import { ANSWERS } from "./answers.ts";

const home = mkdtempSync(join(tmpdir(), "coo guide "));
afterAll(() => rmSync(home, { recursive: true }));

const textOf = (name: string): string => readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), "utf8");
const blocksOf = (text: string): string[] => [...text.matchAll(/^```\w*\n(.*?)^```/gms)].map((m) => m[1] as string);

describe("the guide", () => {
  it("has the same commands and answers in both languages", () => {
    const withoutComments = (name: string): string[] => blocksOf(textOf(name)).map((b) => b.replace(/ +#.*$/gm, ""));
    expect(withoutComments("official-files.en.md")).toEqual(withoutComments("official-files.md"));
  });

  it("runs as it stands: question, answer, proposal", async () => {
    const blocks = blocksOf(textOf("official-files.md"));
    const [first, answers, second] = blocks as [string, string, string];
    expect(JSON.parse(answers)).toEqual(ANSWERS.axis);
    cpSync(fileURLToPath(new URL("deliveries/axis", import.meta.url)), join(home, "received"), { recursive: true });
    writeFileSync(join(home, "answers.json"), answers);
    const at = (line: string): string[] =>
      line
        .trim()
        .split(" ")
        .slice(1)
        .map((word) => (/^(?:received|schemas|answers)/.test(word) ? join(home, word) : word));
    let told = "";
    const output = { out: (t: string) => void (told += t), err: (t: string) => void (told += t) };
    // No edition lies beside: the one that comes along is taken.
    expect(await run(at(first), output), told).toBe(1);
    expect(await run(at(second), output), told).toBe(0);
    for (const [, file] of textOf("official-files.md").matchAll(/^\| `([\w.]+)` \|/gm))
      if (/\.(?:json|md|txt)$/.test(file as string))
        expect(existsSync(join(home, "schemas/2026-12", file as string)), file).toBe(true);
  }, 120_000);
});
