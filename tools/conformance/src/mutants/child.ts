// Runs tests of the engine with one mutant after another switched on, in one process. Told by standard input, a line of
// JSON a job; answers a line each. Started by main.ts.
import { readFileSync } from "node:fs";
import { registerHooks, stripTypeScriptTypes } from "node:module";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";
import { instrument } from "./instrument.ts";
import type { DeclaredTest } from "./stand-in.ts";

/** What main.ts asks for: with `mutant` -1 the tests as they are. */
export interface MutantJob {
  readonly mutant: number;
  /** Tests to run, by file and name; `null`: all of `files`, each with what it reaches and how long it takes. */
  readonly tests: readonly (readonly [file: string, name: string])[] | null;
  readonly backwards?: boolean;
}

export interface MutantAnswer {
  readonly killed: string | null;
  readonly tests: readonly {
    readonly file: string;
    readonly name: string;
    readonly ms: number;
    readonly failed: string | null;
    readonly reached: readonly number[];
  }[];
  /** Mutants that modules reach when they are loaded, whatever test runs. */
  readonly always: readonly number[];
}

const [sources, files] = JSON.parse(process.argv[2] as string) as [string[], string[]];
const written = new Map<string, string>();
let count = 0;
for (const file of sources) {
  const made = instrument(file, readFileSync(file, "utf8"), count);
  count += made.mutants.length;
  written.set(pathToFileURL(file).href, stripTypeScriptTypes(made.text));
}

let active = -1;
let reached = new Set<number>();
const isOn = (id: number): boolean => {
  if (active === -1) reached.add(id);
  return id === active;
};
Object.assign(globalThis, {
  __on: isOn,
  __test: (never: number, always: number, value: unknown) => (isOn(never) ? false : isOn(always) ? true : value),
  __logic: (id: number, operator: string, left: unknown, right: () => unknown) =>
    (operator === "&&") !== isOn(id) ? left && right() : left || right(),
  __order: (id: number, operator: string, left: number, right: number) => {
    const turned = isOn(id);
    if (operator === "<") return turned ? left <= right : left < right;
    if (operator === "<=") return turned ? left < right : left <= right;
    if (operator === ">") return turned ? left >= right : left > right;
    return turned ? left > right : left >= right;
  },
});
const registry: { file: string; tests: DeclaredTest[] } = { file: "", tests: [] };
Object.assign(globalThis, { __registry: registry });

const STAND_IN = new URL("./stand-in.ts", import.meta.url).href;
const tested = new Set(files.map((f) => pathToFileURL(f).href));
// Every round has the engine and its tests anew: what a round has kept in its modules is no business of the next one.
registerHooks({
  resolve(specifier, context, next) {
    const round = /\?round=\d+$/.exec(context.parentURL ?? "")?.[0] ?? "";
    if (specifier === "vitest" && round !== "")
      return { url: `${STAND_IN}${round}`, format: "module-typescript", shortCircuit: true };
    const found = next(specifier, context);
    return written.has(found.url) || tested.has(found.url) ? { ...found, url: found.url + round } : found;
  },
  load(url, context, next) {
    const source = written.get(url.replace(/\?round=\d+$/, ""));
    return source === undefined ? next(url, context) : { format: "module", source, shortCircuit: true };
  },
});

let round = 0;

async function run(job: MutantJob): Promise<MutantAnswer> {
  round++;
  active = job.mutant;
  reached = new Set();
  registry.tests = [];
  const wanted = job.tests === null ? null : new Set(job.tests.map(([f, n]) => `${f}\n${n}`));
  const chosen = job.tests === null ? files : [...new Set(job.tests.map(([f]) => f))];
  const out: MutantAnswer["tests"][number][] = [];
  try {
    for (const file of chosen) {
      registry.file = pathToFileURL(file).href;
      await import(`${pathToFileURL(file).href}?round=${round}`);
    }
  } catch (error) {
    if (job.mutant === -1) throw error;
    return { killed: "loading", tests: [], always: [] };
  }
  const always = [...reached];
  const order = new Map(job.tests?.map(([f, n], i) => [`${f}\n${n}`, i]));
  const todo = registry.tests
    .map((t) => ({ ...t, file: fileURLToPath(t.file) }))
    .filter((t) => wanted === null || wanted.has(`${t.file}\n${t.name}`))
    .sort((x, y) => (order.get(`${x.file}\n${x.name}`) ?? 0) - (order.get(`${y.file}\n${y.name}`) ?? 0));
  if (job.backwards === true) todo.reverse();
  for (const { name, file, run: body } of todo) {
    reached = new Set();
    registry.file = pathToFileURL(file).href;
    const start = performance.now();
    let failed: string | null = null;
    try {
      await body();
    } catch (error) {
      failed = String(error).slice(0, 300);
    }
    out.push({ file, name, ms: performance.now() - start, failed, reached: [...reached] });
    if (failed !== null && job.mutant !== -1) return { killed: name, tests: [], always: [] };
  }
  return { killed: null, tests: job.mutant === -1 ? out : [], always };
}

for await (const line of createInterface({ input: process.stdin })) {
  const answer = await run(JSON.parse(line) as MutantJob);
  process.stdout.write(`\n@${JSON.stringify(answer)}\n`);
}
