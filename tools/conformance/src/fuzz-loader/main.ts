// Mutated WSDL and XSD documents through loader and generator: never a crash, never a hang, never over 1 GiB.
//
//   pnpm fuzz:loader [DIR…] [--cases N] [--seed N] [--from N] [--jobs N] [--only PATTERN] [--json FILE] [--save DIR]
//
// DIR is any folder with .wsdl and .xsd files; default: the corpus when it is there, and our own documents. A case is
// known by seed and number: `--from N --cases 1` runs it again, `--save DIR` writes its document.
import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join, resolve } from "node:path";
import { countOf, isWanted, parseSuiteArguments } from "../harness/arguments.ts";
import { closeSuite, runSuite, type Verdict } from "../harness/suite.ts";
import { defaultFolders, documentsIn } from "./documents.ts";
import { type CaseResult, drawCase, tryCase } from "./try-case.ts";

const USAGE =
  "pnpm fuzz:loader [DIR…] [--cases N] [--seed N] [--from N] [--jobs N] [--only PATTERN] [--json FILE] [--save DIR]";
const MAX_MIB = 1024;
/** Wall time of one case, with the machine shared by others. */
const TIMEOUT_MS = 240_000;
/** CPU time of one case. */
const MAX_CPU_MS = 20_000;

async function main(args: readonly string[]): Promise<number> {
  const opts = parseSuiteArguments(args, { values: ["cases", "from", "jobs", "save"], usage: USAGE });
  const folders = opts.rest.length > 0 ? opts.rest.map((f) => resolve(f)) : defaultFolders();
  const files = documentsIn(folders).filter((file) => isWanted(file, opts.only));
  if (files.length === 0) throw new Error("there are no documents");
  const first = countOf(opts.values.get("from") ?? "0", "--from");
  const cases = countOf(opts.values.get("cases") ?? "2000", "--cases");
  const save = opts.values.get("save");
  if (save !== undefined) saveCases(files, opts.seed, first, first + cases, save);
  const numbers = { next: first, end: first + cases };
  const results: CaseResult[] = [];
  const jobs = Math.min(countOf(opts.values.get("jobs") ?? String(availableParallelism()), "--jobs"), cases);
  await Promise.all(Array.from({ length: jobs }, () => work(files, opts.seed, numbers, results)));
  return close(results, files.length, opts.seed, opts.json);
}

/** Takes cases until none is left, in a process of its own that is replaced when it dies. */
async function work(
  files: readonly string[],
  seed: number,
  numbers: { next: number; end: number },
  results: CaseResult[],
): Promise<void> {
  let child: ChildProcess | null = null;
  while (numbers.next < numbers.end) {
    const number = numbers.next++;
    child ??= start(files, seed);
    const result = await ask(child, number);
    if (typeof result !== "string") {
      results.push(result);
      // What a process has once taken it does not give back, and would hide what a later case takes.
      if (result.maxRssMiB < 700) continue;
    } else {
      const { file, how } = drawCase(files, seed, number);
      results.push({
        number,
        document: basename(file),
        how,
        result: "crashed",
        detail: result,
        cpuMs: 0,
        maxRssMiB: 0,
      });
    }
    child.kill("SIGKILL");
    child = null;
  }
  child?.kill("SIGKILL");
}

function start(files: readonly string[], seed: number): ChildProcess {
  const child = fork(new URL(import.meta.url), [], {
    execArgv: ["--max-old-space-size=960", "--conditions=@coo/source", "--disable-warning=ExperimentalWarning"],
    env: { ...process.env, COO_FUZZ_LOADER: "worker" },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  child.setMaxListeners(0);
  child.send({ files, seed });
  return child;
}

/** The result of a case, or how the process ended instead. */
function ask(child: ChildProcess, number: number): Promise<CaseResult | string> {
  return new Promise((done) => {
    let err = "";
    const onError = (text: Buffer): void => void (err += text.toString());
    const end = (result: CaseResult | string): void => {
      clearTimeout(timer);
      child.off("message", end).off("exit", onExit).stderr?.off("data", onError);
      done(result);
    };
    const onExit = (code: number | null, signal: string | null): void =>
      end(`the process ended with ${code ?? signal}: ${err.slice(0, 600)}`);
    const timer = setTimeout(() => end(`no result after ${TIMEOUT_MS / 1000} s`), TIMEOUT_MS);
    child.on("message", end).on("exit", onExit).stderr?.on("data", onError);
    child.send({ number });
  });
}

function close(results: readonly CaseResult[], documents: number, seed: number, json: string | null): number {
  const verdicts: Verdict[] = [];
  const count = { generated: 0, refused: 0, crashed: 0 };
  for (const r of results) {
    count[r.result]++;
    const failure =
      r.result === "crashed"
        ? r.detail
        : r.cpuMs > MAX_CPU_MS
          ? `took ${Math.round(r.cpuMs)} ms of CPU time`
          : r.maxRssMiB > MAX_MIB
            ? `took ${Math.round(r.maxRssMiB)} MiB`
            : null;
    if (failure !== null)
      verdicts.push({ name: `case ${seed}:${r.number} (${r.document}; ${r.how.join(", ")})`, failure });
  }
  const slowest = [...results].sort((a, b) => b.cpuMs - a.cpuMs).slice(0, 5);
  const figures = [
    `${results.length} cases of seed ${seed} over ${documents} documents: ${count.generated} generated, ${count.refused} refused, ${count.crashed} crashed`,
    `memory at most ${Math.round(Math.max(...results.map((r) => r.maxRssMiB)))} MiB; slowest: ${slowest.map((r) => `${seed}:${r.number} ${Math.round(r.cpuMs)} ms`).join(", ")}`,
  ];
  return closeSuite(
    { verdicts, figures, agreed: results.length - verdicts.length, details: { seed, count, slowest } },
    { json },
  );
}

function saveCases(files: readonly string[], seed: number, from: number, to: number, folder: string): void {
  for (let number = from; number < to; number++) {
    const { file, bytes, beside } = drawCase(files, seed, number);
    const home = join(resolve(folder), String(number));
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, basename(file)), bytes);
    for (const [name, text] of beside) writeFileSync(join(home, name), text);
  }
}

if (process.env["COO_FUZZ_LOADER"] === "worker") {
  let files: readonly string[] = [];
  let seed = 0;
  process.on("message", (message: { files?: readonly string[]; seed?: number; number?: number }) => {
    if (message.files) [files, seed] = [message.files, message.seed ?? 0];
    if (message.number !== undefined) process.send?.(tryCase(files, seed, message.number));
  });
} else await runSuite(main);
