import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "@coo/codegen";
import { COMPILERS, compile, programsOf } from "../src/codegen/compile.ts";
import { type Generator, ours, runGenerator, withSynthetic, wsdlTsclient } from "../src/codegen/contenders.ts";
import { corpus, ownServices, sameFiles } from "../src/codegen/same-files.ts";
import { type Experiment, type Row, type Runs, runsOf, single } from "../src/experiment.ts";
import { LIMIT_SECONDS, type Usage, wholeProcess } from "../src/whole-process.ts";

const RATIO = 0.35;
const BYTES = 100;
const INSTANTIATIONS = 5;

/** A process that does nothing. */
const idle = (): Promise<Usage> => wholeProcess(["--eval", "0"]);

async function repeat(times: number, run: () => Promise<Usage>): Promise<Usage[]> {
  const all: Usage[] = [];
  for (let i = 0; i < times; i++) all.push(await run());
  return all;
}

const cpu = (usages: readonly Usage[]): Runs => runsOf(usages.map((u) => u.cpu));

/** Both generators on synthetic descriptions, whole processes, in turns. */
async function sizes(
  plan: readonly (readonly [types: number, rounds: number])[],
  tell: (row: Row) => void = () => {},
): Promise<Row[]> {
  const rows: Row[] = [];
  const add = (...more: readonly Row[]): void => {
    rows.push(...more);
    more.forEach((row) => tell(row));
  };
  const nothing = await repeat(5, idle);
  const idleMemory = runsOf(nothing.map((u) => u.memory)).median;
  add({ name: "an idle process: CPU", unit: "s", runs: cpu(nothing) });
  add({ name: "an idle process: memory", unit: "MB", runs: single(idleMemory / 1e6) });
  const growth: { readonly types: number; readonly seconds: number }[] = [];
  for (const [types, rounds] of plan) {
    await withSynthetic(types, async ({ folder, input, bytes }) => {
      const usages = new Map<Generator, Usage[]>([
        [ours, []],
        [wsdlTsclient, []],
      ]);
      for (let round = 0; round < rounds; round++) {
        for (const [generator, list] of usages) {
          const out = join(folder, generator.name);
          list.push(await runGenerator(generator, input, out));
        }
        if (round === 0) agree(types, folder, (usages.get(wsdlTsclient) as Usage[])[0]?.stopped === true);
      }
      const [mine = [], theirs = []] = [...usages.values()];
      const size = `${types} types (${(bytes / 1e6).toFixed(2)} MB)`;
      const ratio = cpu(mine).median / cpu(theirs).median;
      add(
        { name: `${size}: ${ours.name}, CPU`, unit: "s", runs: cpu(mine) },
        {
          name: `${size}: ${wsdlTsclient.name}, CPU`,
          unit: "s",
          runs: cpu(theirs),
          ...(theirs.some((u) => u.stopped) ? { remark: `stopped, counts as ${LIMIT_SECONDS} s` } : {}),
        },
        { name: `${size}: ratio`, unit: "×", runs: single(ratio), target: RATIO },
      );
      const perByte = runsOf(mine.map((u) => (u.memory - idleMemory) / bytes));
      add({
        name: `${size}: ${ours.name}, memory above idle`,
        unit: "B/byte",
        runs: perByte,
        ...(bytes >= 1e6 ? { target: BYTES } : { remark: "the target is for 1 MB and more" }),
      });
      growth.push({ types, seconds: cpu(mine).median - cpu(nothing).median });
    });
  }
  const first = growth.find((g) => g.types >= 1000) ?? growth[0];
  const last = growth.at(-1);
  if (first && last && first !== last) {
    const exponent = Math.log(last.seconds / first.seconds) / Math.log(last.types / first.types);
    add({
      name: `growth of CPU from ${first.types} to ${last.types} types, exponent`,
      unit: "",
      runs: single(exponent),
      target: 1.1,
    });
    for (const { types, seconds } of growth)
      add({ name: `${types} types: CPU above idle`, unit: "ms/type", runs: single((seconds * 1000) / types) });
  }
  return rows;
}

function agree(types: number, folder: string, stopped: boolean): void {
  const mine = ours.made(join(folder, ours.name));
  if (mine.interfaces !== types) throw new Error(`${types} types: ${ours.name} made ${mine.interfaces} interfaces`);
  if (stopped) return;
  const theirs = wsdlTsclient.made(join(folder, wsdlTsclient.name));
  if (mine.operations !== theirs.operations || mine.interfaces !== theirs.interfaces)
    throw new Error(`${types} types: ${JSON.stringify(mine)} is not ${JSON.stringify(theirs)}`);
}

/** Both generators on the same real files, each in one process that does one file after the other. */
async function files(list: readonly string[]): Promise<Row[]> {
  const { rows, disagreeing } = await sameFiles(list);
  if (disagreeing.length > 0) throw new Error(`other operations than ${wsdlTsclient.name}: ${disagreeing.join(", ")}`);
  return rows.map((row) => (row.unit === "×" ? { ...row, target: RATIO } : row));
}

/** Compilers over the same types, as interfaces and inferred from zod; and over all that is generated. */
async function compiling(types: number, versions: readonly string[], full = false): Promise<Row[]> {
  return withSynthetic(types, async ({ folder, input }) => {
    const programs = programsOf(generate({ entries: [input] }).files, "synthetic");
    if (programs.types !== types) throw new Error(`${programs.types} interfaces of ${types}`);
    return versions.flatMap((version): Row[] => {
      const run = (kind: "interfaces" | "inferred" | "whole") =>
        compile(programs[kind], join(folder, `${kind}-${version}`), version);
      const interfaces = run("interfaces");
      const inferred = run("inferred");
      // The proof that schemas and interfaces agree takes the older compilers minutes.
      const whole = full || version === "7.0" ? run("whole") : null;
      const name = (what: string): string => `TypeScript ${version}, ${types} types: ${what}`;
      const each = (n: number): Runs => single(n / types);
      return [
        { name: name("interfaces"), unit: "inst/type", runs: each(interfaces.instantiations), target: INSTANTIATIONS },
        { name: name("inferred from zod"), unit: "inst/type", runs: each(inferred.instantiations) },
        ...(whole
          ? [
              { name: name("whole generated folder"), unit: "inst/type", runs: each(whole.instantiations) },
              { name: name("whole generated folder, total"), unit: "s", runs: single(whole.total) },
            ]
          : []),
        { name: name("interfaces, total"), unit: "s", runs: single(interfaces.total) },
        { name: name("inferred from zod, total"), unit: "s", runs: single(inferred.total) },
        { name: name("ratio of totals"), unit: "×", runs: single(interfaces.total / inferred.total), target: 0.5 },
      ];
    });
  });
}

/** What importing a package costs beyond an idle process. */
async function importing(rounds: number): Promise<Row[]> {
  const load = (entry: string) => (): Promise<Usage> =>
    wholeProcess(["--input-type=module", "--eval", `await import(${JSON.stringify(import.meta.resolve(entry))})`]);
  const entries = ["node:fs", "@coo/msg-document", "zod"] as const;
  const usages: Usage[][] = entries.map(() => []);
  // In turns: a few milliseconds are told apart, and the machine has other moods in the next second.
  for (let round = 0; round < rounds; round++) {
    for (const [i, entry] of entries.entries()) (usages[i] as Usage[]).push(await load(entry)());
  }
  const [idle, messages, zod] = usages.map(cpu) as [Runs, Runs, Runs];
  const nothing = idle.median;
  const ms = ({ median, low, high }: Runs): Runs => ({
    median: (median - nothing) * 1000,
    low: (low - nothing) * 1000,
    high: (high - nothing) * 1000,
  });
  return [
    { name: "import @coo/msg-document, without its schemas", unit: "ms CPU", runs: ms(messages) },
    { name: "import zod", unit: "ms CPU", runs: ms(zod) },
    { name: "ratio", unit: "×", runs: single(ms(messages).median / ms(zod).median), target: 0.25 },
  ];
}

const schemas = fileURLToPath(new URL("../../../schemas/", import.meta.url));

const experiments: readonly Experiment[] = [
  {
    title: "codegen: synthetic WSDL, whole processes",
    rehearse: () => sizes([[40, 1]]),
    run: ({ full, tell }) =>
      sizes(
        [
          [100, 5],
          [1000, full ? 5 : 3],
          [5000, full ? 5 : 3],
          [20_000, full ? 3 : 1],
        ],
        tell,
      ),
  },
  {
    title: "codegen: the same real files, one process for each generator",
    rehearse: () => files(ownServices(schemas).slice(0, 1)),
    run: ({ full }) => files([...ownServices(schemas), ...corpus(full ? 1 : 3)]),
  },
  {
    title: "codegen: the compiler over what is generated",
    rehearse: () => compiling(20, ["7.0"]),
    run: ({ full }) => compiling(full ? 1000 : 200, Object.keys(COMPILERS), full),
  },
  {
    title: "codegen: importing a package",
    rehearse: () => importing(1),
    run: ({ full }) => importing(full ? 41 : 21),
  },
];

export default experiments;
