// Changed schemas and service descriptions, each in both directions: what is called compatible must have no
// counterexample that a validator finds, what is called breaking must have one, and every kind of change is shown.
//
//   pnpm mutate [--pairs N] [--seed N] [--schemas DIR] [--only PATTERN] [--json FILE] [--xerces] [--compilers LIST] [--number N]
//
// --xerces lets the JDK's Xerces judge the same documents, and xmlschema where the two differ.
// --compilers 5.9,6,7 generates packages of both sides, compiles programs against them and lets them read and write.
// DIR is any folder with .xsd and .wsdl files; default: our edition, a schema with one of each construct, and the corpus
// when it is there. A pair is known by seed and number: ids take turns, so a longer run shows each of them more often;
// --number N makes one of them alone.
import { basename, resolve } from "node:path";
import { CHANGE_RULES } from "@coo/evolution";
import { hasXmlschema } from "../features/judge.ts";
import { countOf, isWanted, parseSuiteArguments } from "../harness/arguments.ts";
import { closeSuite, runSuite, type Verdict } from "../harness/suite.ts";
import { type Family, type FamilySource, familySources } from "./families.ts";
import { type CompilerRun, type PackageOpinion, packageOpinion } from "./package-oracle.ts";
import { type Choice, targetOf } from "./plan.ts";
import { Random } from "./random.ts";
import { hasXerces, newerOpinion, type Opinion, secondOpinion } from "./second-opinion.ts";
import { type Claims, falseCompatible, type IdSeen, type Trial, tryPair, turned, unshown } from "./try-pair.ts";
import { serviceFiles, tryService } from "./try-service.ts";

const USAGE =
  "pnpm mutate [--pairs N] [--seed N] [--schemas DIR] [--only PATTERN] [--json FILE] [--xerces] [--compilers LIST] [--number N]";

/** Pairs that one process of Xerces judges, one of xmlschema, and one of a compiler. */
const BATCH = { xerces: 150, newer: 40, compilers: 60 };
/** Every so many numbers a pair has further changes on top. */
const STACKED_EVERY = 4;
/** Places and schemas that are tried for a pair before it is given up. */
const TRIES = 12;
/** Pairs after which a long run says where it is. */
const TELL = 500;
/** What a full run has to show of each id in each orientation, and the length from which that is asked. */
const FULL = { pairs: 4000, times: 3 };

/** What a run has found so far. */
class Tally {
  readonly verdicts: Verdict[] = [];
  readonly seen = new Map<string, number>();
  readonly families = new Set<string>();
  readonly places = new Set<string>();
  readonly unshown: { readonly pair: string; readonly message: string; readonly reason: string }[] = [];
  readonly single = { breaking: 0, unshown: 0, undecided: 0 };
  readonly total = { pairs: 0, services: 0, stacked: 0, newer: 0, skipped: 0, judged: 0, compatible: 0, instances: 0 };
  /** Failures that were shown already. */
  readonly told: Verdict[] = [];
  agreed = 0;

  /** Counts a pair that validators have judged. */
  add(trial: Trial, oracle: string): void {
    this.families.add(trial.name.replace(/^[^(]*\(|;.*$/g, ""));
    for (const place of trial.changed.places) this.places.add(`${place} ${trial.name.replace(/^[^(]*\(|;.*$/g, "")}`);
    const single = trial.changed.how.length === 1;
    if (!single) this.total.stacked++;
    for (const [orientation, claims, documents] of [
      ["there", trial.there, trial.documents],
      ["back", trial.back, trial.documents.map(turned)],
    ] as const) {
      this.total.pairs++;
      this.total.instances += documents.filter((d) => d.old === null).length;
      this.count(claims.ids, orientation, oracle);
      this.#judge(trial, claims, orientation, [...claims.failures, ...falseCompatible(claims, documents)]);
      const open = unshown(claims, documents);
      this.total.judged += claims.messages.length;
      this.total.compatible += claims.messages.filter((m) => !m.breaking).length;
      if (single) this.single.breaking += claims.messages.filter((m) => m.breaking).length;
      for (const m of open) {
        const undecided = claims.undecided.length > 0;
        if (single) this.single[undecided ? "undecided" : "unshown"]++;
        const reason = undecided
          ? `not decided: ${[...new Set(claims.undecided)].join(", ")}`
          : `no document found; ${[...new Set(claims.ids.map((i) => i.id))].join(", ")}`;
        const message = `${m.sent ? "sent" : "read"} ${m.root}`;
        this.unshown.push({ pair: `${trial.name} ${orientation}${single ? "" : " stacked"}`, message, reason });
      }
    }
  }

  #judge(trial: Trial, _: Claims, orientation: string, failures: readonly string[]): void {
    if (failures.length === 0) this.agreed++;
    const [head, rest] = trial.name.split(" (");
    for (const failure of failures) this.verdicts.push({ name: `${head} ${orientation} (${rest}`, failure });
  }

  count(ids: readonly IdSeen[], orientation: string, oracle: string): void {
    for (const key of new Set(ids.map(({ id, L, wire }) => `${id} ${orientation} ${L} ${wire} ${oracle}`)))
      this.seen.set(key, (this.seen.get(key) ?? 0) + 1);
  }

  /** How often an id occurred in an orientation, whatever came with it. */
  hits(id: string, orientation: string): number {
    let sum = 0;
    for (const [key, count] of this.seen) if (key.startsWith(`${id} ${orientation} `)) sum += count;
    return sum;
  }
}

async function main(args: readonly string[]): Promise<number> {
  const opts = parseSuiteArguments(args, {
    values: ["pairs", "schemas", "compilers", "number"],
    switches: ["xerces"],
    usage: USAGE,
  });
  const runs = compilerRuns(opts.values.get("compilers"));
  const wanted = countOf(opts.values.get("pairs") ?? "300", "--pairs");
  const folder = opts.values.get("schemas");
  const root = folder === undefined ? undefined : resolve(folder);
  const sources = familySources(root).filter((f) => isWanted(f.name, opts.only));
  const services = serviceFiles(root).filter((f) => isWanted(f, opts.only));
  if (sources.length + services.length === 0) throw new Error("there are no schemas");
  const xerces = opts.switches.has("xerces");
  if (xerces && !hasXerces()) throw new Error("--xerces needs java");
  const newer = hasXmlschema();
  const tally = new Tally();
  const second = { documents: 0, differing: 0, settled: 0, refused: 0 };
  const third = { pairs: 0, programs: 0, compiled: 0, messages: 0, breaking: 0, excluded: 0 };
  const silent: { readonly name: string; readonly ids: string }[] = [];
  let packaged: Trial[] = [];
  const askPackages = async (): Promise<void> => {
    const { failures, unshown: quiet, ...counts } = await packageOpinion(packaged, runs);
    silent.push(...quiet);
    packaged = [];
    tally.verdicts.push(...failures);
    for (const name of Object.keys(counts) as (keyof typeof counts)[]) third[name] += counts[name];
  };
  let old: Trial[] = [];
  let waiting: Trial[] = [];
  const ask = (): void => {
    if (xerces && old.length > 0) {
      const opinion = secondOpinion(old);
      tally.verdicts.push(...opinion.failures);
      for (const name of ["documents", "differing", "settled", "refused"] as const) second[name] += opinion[name];
    }
    old = [];
  };
  const askNewer = (): void => {
    for (const trial of newer ? newerOpinion(waiting) : []) {
      if (trial === null) tally.total.skipped++;
      else {
        tally.total.newer++;
        tally.add(trial, "xmlschema");
      }
    }
    waiting = [];
  };
  // One pair alone, as a longer run of the same seed has it.
  const only = opts.values.get("number");
  const first = only === undefined ? 0 : countOf(only, "--number");
  let told = 0;
  for (let number = first; tally.total.pairs + tally.total.services + waiting.length * 2 < wanted; number++) {
    if (only !== undefined && number > first) break;
    if (tally.total.pairs + tally.total.services >= told + TELL) {
      told += TELL;
      process.stderr.write(`${told} pairs, ${tally.told.length + tally.verdicts.length} failures\n`);
      for (const v of tally.verdicts.splice(0)) {
        process.stderr.write(`  ${v.name}: ${v.failure?.slice(0, 300)}\n`);
        tally.told.push(v);
      }
    }
    if (number > wanted * 3 && only === undefined) {
      tally.verdicts.push({ name: "pairs", failure: `only ${tally.total.pairs} of ${wanted} could be made` });
      break;
    }
    const { target, round } = targetOf(number);
    const random = new Random(opts.seed * 1_000_003 + number);
    const choice = target.choices[round % Math.max(1, target.choices.length)];
    if (choice === undefined) {
      if (round === 0)
        tally.verdicts.push({ name: `${target.id} ${target.orientation}`, failure: "no change is meant to show it" });
      continue;
    }
    const name = `pair ${opts.seed}:${number}`;
    if (choice.kind === "service") {
      service(choice, services, name, random, tally);
      continue;
    }
    const more = number % STACKED_EVERY === STACKED_EVERY - 1 ? 1 + random.below(5) : 0;
    const trial = schema(choice, sources, name, random, more, tally);
    if (trial === null) continue;
    if (!trial.judged) {
      if (waiting.push(trial) >= BATCH.newer) askNewer();
      continue;
    }
    tally.add(trial, xerces ? "libxml2+xerces" : "libxml2");
    if (old.push(trial) >= BATCH.xerces) ask();
    if (runs.length > 0 && packaged.push(trial) >= BATCH.compilers) await askPackages();
  }
  ask();
  askNewer();
  if (packaged.length > 0) await askPackages();
  return close(tally, {
    second,
    third: { ...third, unshown: silent },
    wanted,
    seed: opts.seed,
    xerces,
    json: opts.json,
  });
}

/** Applies a recipe to one schema after another until it fits. */
function schema(
  { recipe, swapped }: Choice & { kind: "schema" },
  sources: readonly FamilySource[],
  name: string,
  random: Random,
  more: number,
  tally: Tally,
): Trial | null {
  const groups = [...new Set(sources.map((f) => f.group))];
  for (let tries = 0; tries < TRIES && groups.length > 0; tries++) {
    const group = random.pick(groups);
    const family: Family | null = random.pick(sources.filter((f) => f.group === group)).read();
    if (family === null) continue;
    const trial = tryPair(family, recipe, name, random, { more: tries < TRIES / 2 ? more : 0, swapped });
    if (typeof trial !== "string") return trial;
    if (trial === "invalid") tally.total.skipped++;
  }
  return null;
}

/** As {@link schema}, for service descriptions; one in three is ours. */
function service(
  { operator, swapped }: Choice & { kind: "service" },
  files: readonly string[],
  name: string,
  random: Random,
  tally: Tally,
): void {
  for (let tries = 0; tries < TRIES * 2 && files.length > 0; tries++) {
    const file = random.chance(33) ? random.pick(files.slice(0, 3)) : random.pick(files);
    const results = tryService(file, operator, random);
    if (results === null) continue;
    for (const [i, result] of results.entries()) {
      tally.total.services++;
      tally.count(result.ids, (i === 0) !== swapped ? "there" : "back", "operator");
      for (const failure of result.failures)
        tally.verdicts.push({ name: `${name} (${basename(file)}; ${result.how})`, failure });
      if (result.failures.length === 0) tally.agreed++;
    }
    return;
  }
}

/** Settings of compilers by what `--compilers` lists. */
function compilerRuns(list: string | undefined): CompilerRun[] {
  return (list ?? "")
    .split(",")
    .filter((v) => v !== "")
    .flatMap((version) => [
      { version, exact: true },
      { version, exact: false },
    ]);
}

interface Close {
  readonly second: Omit<Opinion, "failures">;
  readonly third: Omit<PackageOpinion, "failures">;
  readonly wanted: number;
  readonly seed: number;
  readonly xerces: boolean;
  readonly json: string | null;
}

function close(tally: Tally, { second, third, wanted, seed, xerces, json }: Close): number {
  const { total, single } = tally;
  const hits = CHANGE_RULES.map(({ id }) => ({ id, there: tally.hits(id, "there"), back: tally.hits(id, "back") }));
  const rare = hits.filter((h) => Math.min(h.there, h.back) < FULL.times);
  if (wanted >= FULL.pairs)
    for (const { id, there, back } of rare)
      tally.verdicts.push({ name: `id ${id}`, failure: `occurs ${there} times there and ${back} times back` });
  const share = ((100 * single.unshown) / Math.max(1, single.breaking)).toFixed(1);
  const figures = [
    `${total.pairs} pairs of schemas and ${total.services} of service descriptions, seed ${seed}, over ${tally.families.size} families; ${tally.places.size} changes at different places, ${total.stacked * 2} pairs with 2 to 6 changes; ${total.skipped} left no valid schema`,
    `${total.instances} valid instances; ${total.judged} messages judged, ${total.compatible} called compatible`,
    `single changes: ${single.breaking} messages called breaking, ${single.unshown} (${share} %) without a document that shows it, ${single.undecided} more by rules that decide nothing`,
    `${total.newer * 2} pairs of XML Schema 1.1, judged by xmlschema`,
  ];
  if (xerces)
    figures.push(
      `Xerces judged ${second.documents} documents twice, ${second.differing} verdicts differ from libxml2; xmlschema settled ${second.settled}; ${second.refused} pairs with a schema that Xerces refuses`,
    );
  if (third.programs > 0)
    figures.push(
      `${third.programs} programs of ${third.pairs} pairs compiled ${third.compiled} times; ${third.breaking} times types called breaking, ${third.unshown.length} of them without a failing program; ${third.excluded} programs that the promise leaves out fail; ${third.messages} messages read and written by packages`,
    );
  const never = rare.filter((h) => Math.min(h.there, h.back) === 0).length;
  figures.push(
    `${hits.length - rare.length} of ${hits.length} ids at least ${FULL.times} times in both orientations, ${never} not in both yet`,
  );
  const table = [...tally.seen]
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([key, count]) => {
      const [id, orientation, L, wire, oracle] = key.split(" ");
      return { id, orientation, L, wire, oracle, count };
    });
  const details = { seed, total, single, second, third, hits, unshown: tally.unshown, table };
  return closeSuite({ verdicts: [...tally.told, ...tally.verdicts], agreed: tally.agreed, figures, details }, { json });
}

await runSuite(main);
