import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { generate, isCodegenError } from "@coo/codegen";
import { generator } from "../fuzz-xml/mutate.ts";
import { mutant } from "./mutate.ts";

/** What became of a case. */
export interface CaseResult {
  readonly number: number;
  readonly document: string;
  readonly how: readonly string[];
  readonly result: "generated" | "refused" | "crashed";
  /** Code of the refusal, stack of the crash. */
  readonly detail: string;
  readonly cpuMs: number;
  /** Highest so far in this process. */
  readonly maxRssMiB: number;
}

/** Draws a case: it depends on the seed, its number and the list of documents alone. */
export function drawCase(
  files: readonly string[],
  seed: number,
  number: number,
): { readonly file: string; readonly keepGoing: boolean } & ReturnType<typeof mutant> {
  const random = generator(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  const file = files[random(files.length)] as string;
  const keepGoing = random(3) === 0;
  return { file, keepGoing, ...mutant(readFileSync(file), basename(file), random) };
}

/** Loads a mutant and generates code from it. Only a typed error that says where may come of it. */
export function tryCase(files: readonly string[], seed: number, number: number): CaseResult {
  const { file, keepGoing, bytes, beside, how } = drawCase(files, seed, number);
  const started = process.cpuUsage();
  let result: CaseResult["result"] = "generated";
  let detail = "";
  try {
    generate({
      entries: [file],
      keepGoing,
      readFile: (path) => {
        if (path === file) return bytes;
        const text = dirname(path) === dirname(file) ? beside.get(basename(path)) : undefined;
        return text ?? readFileSync(path);
      },
    });
  } catch (error) {
    if (isCodegenError(error)) {
      result = "refused";
      detail = error.code;
      const blank = error.problems.find((p) => p.message === "" || p.messageZh === "");
      if (blank || error.problems.some((p) => p.code === "GEN_INPUT" && !p.at)) {
        result = "crashed";
        detail = `an error without text or place: ${JSON.stringify(error.problems[0])}`;
      }
    } else {
      result = "crashed";
      detail = error instanceof Error ? (error.stack ?? error.message).slice(0, 1500) : String(error);
    }
  }
  const used = process.cpuUsage(started);
  return {
    number,
    document: join(basename(dirname(file)), basename(file)),
    how,
    result,
    detail,
    cpuMs: (used.user + used.system) / 1000,
    maxRssMiB: process.resourceUsage().maxRSS / 1024,
  };
}
