// Changed schemas, each in both directions: what is called compatible must have no counterexample that libxml2 finds.
//
//   pnpm mutate [--pairs N] [--seed N] [--schemas DIR] [--only PATTERN] [--json FILE] [--xerces]
//
// --xerces lets the JDK's Xerces judge the same documents, and xmlschema where the two differ.
// DIR is any folder with .xsd and .wsdl files; default: our edition, a schema with one of each construct, and the corpus
// when it is there. A pair is known by seed and number.
import { basename, resolve } from "node:path";
import { countOf, isWanted, parseSuiteArguments } from "../harness/arguments.ts";
import { closeSuite, runSuite, type Verdict } from "../harness/suite.ts";
import { familySources } from "./families.ts";
import { Random } from "./random.ts";
import { hasXerces, secondOpinion } from "./second-opinion.ts";
import { type PairResult, type Trial, tryPair } from "./try-pair.ts";
import { drawOperator, type ServiceResult, serviceFiles, tryService } from "./try-service.ts";

const USAGE = "pnpm mutate [--pairs N] [--seed N] [--schemas DIR] [--only PATTERN] [--json FILE] [--xerces]";

/** Pairs that one process of Xerces judges. */
const BATCH = 150;

function main(args: readonly string[]): number {
  const opts = parseSuiteArguments(args, { values: ["pairs", "schemas"], switches: ["xerces"], usage: USAGE });
  const wanted = countOf(opts.values.get("pairs") ?? "300", "--pairs");
  const folder = opts.values.get("schemas");
  const all = familySources(folder === undefined ? undefined : resolve(folder)).filter((f) =>
    isWanted(f.name, opts.only),
  );
  if (all.length === 0) throw new Error("there are no schemas");
  const groups = [...new Set(all.map((f) => f.group))];
  const verdicts: Verdict[] = [];
  const seen = new Map<string, number>();
  const total = { agreed: 0, skipped: 0, judged: 0, compatible: 0, unshown: 0, instances: 0 };
  const used = new Set<string>();
  const xerces = opts.switches.has("xerces");
  if (xerces && !hasXerces()) throw new Error("--xerces needs java");
  const oracle = xerces ? "libxml2+xerces" : "libxml2";
  const second = { documents: 0, differing: 0, settled: 0, refused: 0 };
  let trials: Trial[] = [];
  const ask = (): void => {
    const opinion = secondOpinion(trials);
    trials = [];
    verdicts.push(...opinion.failures);
    for (const name of ["documents", "differing", "settled", "refused"] as const) second[name] += opinion[name];
  };
  let pairs = 0;
  for (let number = 0; pairs < wanted && number < wanted * 6; number++) {
    const random = new Random(opts.seed * 7919 + number);
    const group = random.pick(groups);
    const family = random.pick(all.filter((f) => f.group === group)).read();
    const results = family === null ? null : tryPair(family, opts.seed, number);
    if (family === null || results === null) {
      total.skipped++;
      continue;
    }
    used.add(family.name);
    const [there, back, trial] = results;
    if (xerces && trials.push(trial) >= BATCH) ask();
    for (const [i, result] of [there, back].entries()) {
      pairs++;
      add(result, `${i === 0 ? "there" : "back"} ${oracle}`, seen, total);
      const name = `pair ${opts.seed}:${number} ${i === 0 ? "there" : "back"} (${family.name}; ${result.how.join(", ")})`;
      for (const failure of result.failures) verdicts.push({ name, failure });
      if (result.failures.length === 0) total.agreed++;
    }
  }
  if (trials.length > 0) ask();
  if (pairs < wanted) verdicts.push({ name: "pairs", failure: `only ${pairs} of ${wanted} could be made` });
  const services = serviceFiles(folder === undefined ? undefined : resolve(folder)).filter((f) =>
    isWanted(f, opts.only),
  );
  let described = 0;
  // One in four is a service description; of small ones there are enough, so one in three is ours.
  for (let number = 0; services.length > 0 && described < wanted / 4 && number < wanted * 2; number++) {
    const random = new Random(opts.seed * 104_729 + number);
    const file = random.chance(33) ? random.pick(services.slice(0, 3)) : random.pick(services);
    const results = tryService(file, drawOperator(random), random);
    if (results === null) continue;
    for (const [i, result] of results.entries()) {
      described++;
      count(result, `${i === 0 ? "there" : "back"} operator`, seen);
      const name = `service ${opts.seed}:${number} (${basename(file)}; ${result.how})`;
      for (const failure of result.failures) verdicts.push({ name, failure });
      if (result.failures.length === 0) total.agreed++;
    }
  }
  const ids = [...new Set([...seen.keys()].map((k) => k.split(" ")[0]))];
  const figures = [
    `${pairs} pairs of seed ${opts.seed} over ${used.size} families, ${total.skipped} changes left no valid schema; ${total.instances} valid instances`,
    `${total.judged} messages judged, ${total.compatible} called compatible, ${total.unshown} called breaking without an example; ${ids.length} ids`,
  ];
  if (xerces)
    figures.push(
      `Xerces judged ${second.documents} documents twice, ${second.differing} verdicts differ from libxml2; xmlschema settled ${second.settled}; ${second.refused} pairs with a schema that Xerces refuses`,
    );
  figures.push(`${described} pairs of service descriptions`);
  const table = [...seen]
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([key, count]) => {
      const [id, orientation, by, L, wire] = key.split(" ");
      return { id, orientation, L, wire, oracle: by, count };
    });
  return closeSuite(
    { verdicts, agreed: total.agreed, figures, details: { seed: opts.seed, total, second, table } },
    { json: opts.json },
  );
}

function count(result: ServiceResult | PairResult, orientation: string, seen: Map<string, number>): void {
  for (const { id, L, wire } of result.ids) {
    const key = `${id} ${orientation} ${L} ${wire}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
}

function add(
  result: PairResult,
  orientation: string,
  seen: Map<string, number>,
  total: { judged: number; compatible: number; unshown: number; instances: number },
): void {
  count(result, orientation, seen);
  total.judged += result.judged;
  total.compatible += result.compatible;
  total.unshown += result.unshown;
  total.instances += result.instances;
}

await runSuite(main);
