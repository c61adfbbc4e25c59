// How many mistakes in the engine its own tests notice: code of packages/evolution is made wrong at one place after another,
// and the tests that reach the place are run until one fails. Prints the share that was noticed.
//
//   pnpm mutants [--sample N] [--seed N] [--only PATTERN] [--tests PATTERN] [--jobs N] [--json FILE]
//
// --only and --tests choose files of the engine and of its tests, to look at a part quickly.
// --sample N draws so many mutants, evenly over the files; 0: all. Tests of more than two seconds, tests in a browser and
// tests that need others before them are left out, so that the share is rather too low. Less than 85 % is a failure.
import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Random } from "@coo/codegen/oracles";
import { countOf, isWanted, parseSuiteArguments } from "../harness/arguments.ts";
import { closeSuite, runSuite, type Verdict } from "../harness/suite.ts";
import type { MutantAnswer, MutantJob } from "./child.ts";
import { instrument, type Mutant } from "./instrument.ts";

const USAGE = "pnpm mutants [--sample N] [--seed N] [--only PATTERN] [--tests PATTERN] [--jobs N] [--json FILE]";
const ENGINE = resolve(import.meta.dirname, "../../../../packages/evolution");
/** The engine itself: what compares, attributes and decides. Texts and pages of reports are left to their own tests. */
const PARTS = /^(?:attribution|compare|rules|release-bump)\.ts$|^(?:content|diff|text)\//;
/** Needs a browser. */
const LEFT_OUT = /html\.test\.ts$/;
const MAX_TEST_MS = 2000;
const TARGET = 0.85;
/** Mutants that one process takes before a new one is started: modules are never given back. */
const PER_PROCESS = 40;

async function main(args: readonly string[]): Promise<number> {
  const opts = parseSuiteArguments(args, { values: ["sample", "jobs", "tests"], usage: USAGE });
  const sample = countOf(opts.values.get("sample") ?? "300", "--sample");
  const jobs = Math.max(1, countOf(opts.values.get("jobs") ?? "1", "--jobs"));
  const parts = (opts.values.get("tests") ?? "").split(",").filter((p) => p !== "");
  const sources = readdirSync(join(ENGINE, "src"), { recursive: true, encoding: "utf8" })
    .filter((f) => PARTS.test(f))
    .sort()
    .map((f) => join(ENGINE, "src", f));
  const files = readdirSync(join(ENGINE, "test"))
    .filter((f) => f.endsWith(".test.ts") && !LEFT_OUT.test(f) && isWanted(f, parts))
    .sort()
    .map((f) => join(ENGINE, "test", f));
  const all: Mutant[] = [];
  for (const file of sources) all.push(...instrument(file, readFileSync(file, "utf8"), all.length).mutants);
  const runner = new Runner(sources, files);
  const first = await runner.ask({ mutant: -1, tests: null }, 600_000);
  if (first === null) throw new Error("the tests do not end");
  const quick = first.tests.filter((t) => t.ms <= MAX_TEST_MS).map((t) => [t.file, t.name] as const);
  const backwards = await runner.ask({ mutant: -1, tests: quick, backwards: true }, 600_000);
  runner.stop();
  if (backwards === null) throw new Error("the tests do not end backwards");
  const unsteady = new Set(
    [...first.tests, ...backwards.tests].filter((t) => t.failed !== null).map((t) => `${t.file}\n${t.name}`),
  );
  const broken = first.tests.filter((t) => t.failed !== null);
  if (broken.length > first.tests.length / 20)
    throw new Error(`${broken.length} tests fail: ${broken[0]?.name}: ${broken[0]?.failed}`);
  const tests = first.tests
    .filter((t) => t.ms <= MAX_TEST_MS && !unsteady.has(`${t.file}\n${t.name}`))
    .sort((x, y) => x.ms - y.ms);
  const covering = (id: number): MutantJob["tests"] =>
    (first.always.includes(id) ? tests : tests.filter((t) => t.reached.includes(id))).map((t) => [t.file, t.name]);
  const random = new Random(opts.seed);
  const wanted = all.filter((m) => isWanted(m.file.slice(ENGINE.length), opts.only));
  const chosen = sample === 0 || sample >= wanted.length ? wanted : drawn(wanted, sample, random);
  const verdicts: Verdict[] = [];
  const survivors: { readonly place: string; readonly what: string; readonly tests: number }[] = [];
  const survives = (m: Mutant, count: number): void => {
    const place = `${m.file.slice(ENGINE.length + 5)}:${m.line}`;
    survivors.push({ place, what: m.what, tests: count });
    process.stderr.write(`  ${place} ${m.what} (${count} tests)\n`);
  };
  let [killed, slow, done] = [0, 0, 0];
  const queue = [...chosen];
  const worker = async (): Promise<void> => {
    let own: Runner | null = null;
    let taken = 0;
    for (let m = queue.shift(); m !== undefined; m = queue.shift()) {
      const chosenTests = covering(m.id) ?? [];
      if (chosenTests.length === 0) survives(m, 0);
      else {
        if (own === null || taken >= PER_PROCESS) {
          own?.stop();
          own = new Runner(sources, files);
          taken = 0;
        }
        taken++;
        const expected = tests.filter((t) => chosenTests.some(([f, n]) => f === t.file && n === t.name));
        const limit = 20_000 + 4 * expected.reduce((sum, t) => sum + t.ms, 0);
        const answer: MutantAnswer | null = await own.ask({ mutant: m.id, tests: chosenTests }, limit);
        if (answer === null) own = null;
        if (answer === null) slow++;
        if (answer === null || answer.killed !== null) killed++;
        else survives(m, chosenTests.length);
      }
      if (++done % 20 === 0) process.stderr.write(`${done} of ${chosen.length}, ${killed} noticed\n`);
    }
    own?.stop();
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  const score = killed / Math.max(1, chosen.length);
  const percent = (100 * score).toFixed(1);
  verdicts.push({
    name: "mutation score",
    failure: score >= TARGET ? null : `${percent} % of the mistakes are noticed, ${100 * TARGET} % is asked`,
  });
  survivors.sort((x, y) => (x.place < y.place ? -1 : x.place > y.place ? 1 : 0));
  for (const s of survivors) process.stdout.write(`– ${s.place} ${s.what} (${s.tests} tests)\n`);
  const figures = [
    `${chosen.length} of ${all.length} mutants in ${sources.length} files, seed ${opts.seed}; ${tests.length} of ${first.tests.length} tests in ${files.length} files`,
    `${killed} noticed (${percent} %), ${slow} of them because nothing ended; ${survivors.length} not, ${survivors.filter((s) => s.tests === 0).length} of them reached by no test`,
  ];
  const details = { score, chosen: chosen.length, all: all.length, survivors };
  return closeSuite({ verdicts, figures, details }, { json: opts.json });
}

/** Some of the mutants, evenly over the files. */
function drawn(all: readonly Mutant[], count: number, random: Random): Mutant[] {
  const keyed = all.map((m) => ({ m, key: random.below(1_000_000_000) }));
  const picked = keyed.sort((x, y) => x.key - y.key).slice(0, count);
  return picked.map(({ m }) => m).sort((x, y) => x.id - y.id);
}

/** A process that runs tests with a mutant switched on. */
class Runner {
  readonly #child: ChildProcess;
  #text = "";
  #waiting: ((answer: MutantAnswer | null) => void) | null = null;

  constructor(sources: readonly string[], files: readonly string[]) {
    const script = join(import.meta.dirname, "child.ts");
    this.#child = spawn(process.execPath, [...process.execArgv, script, JSON.stringify([sources, files])], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.#child.stdout?.setEncoding("utf8").on("data", (part: string) => {
      this.#text += part;
      const found = /(?:^|\n)@(.*)\n/.exec(this.#text);
      if (found === null) return;
      this.#text = "";
      this.#answer(JSON.parse(found[1] as string) as MutantAnswer);
    });
    this.#child.on("close", () => this.#answer(null));
  }

  #answer(answer: MutantAnswer | null): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.(answer);
  }

  /** What came of a job; `null` when it did not end in time, or the process with it. */
  async ask(job: MutantJob, limit: number): Promise<MutantAnswer | null> {
    return await new Promise((done) => {
      const timer = setTimeout(() => this.#child.kill("SIGKILL"), limit);
      this.#waiting = (answer) => {
        clearTimeout(timer);
        done(answer);
      };
      this.#child.stdin?.write(`${JSON.stringify(job)}\n`);
    });
  }

  stop(): void {
    this.#child.stdin?.end();
    this.#child.kill();
  }
}

await runSuite(main);
