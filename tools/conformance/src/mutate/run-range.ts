import { basename } from "node:path";
import { hasXmlschema } from "../features/judge.ts";
import type { Family, FamilySource } from "./families.ts";
import { type CompilerRun, packageOpinion } from "./package-oracle.ts";
import type { Place } from "./places.ts";
import { type Choice, targetOf } from "./plan.ts";
import { Random } from "./random.ts";
import { randomEdits } from "./random-edit.ts";
import { type ReleaseJob, releaseOpinion } from "./release-oracle.ts";
import { newerOpinion, secondOpinion } from "./second-opinion.ts";
import { Tally } from "./tally.ts";
import { type Trial, tryPair } from "./try-pair.ts";
import { type ServiceResult, tryService } from "./try-service.ts";

/** Pairs that one process of Xerces judges, one of xmlschema, one of a compiler, and that one workspace releases. */
const BATCH = { xerces: 150, newer: 40, compilers: 60, releases: 200 };
/** Every so many numbers a pair has further changes on top. */
const STACKED_EVERY = 4;
/** Places and schemas that are tried for a pair before it is given up; in the last few it need not show its id. */
const TRIES = 24;
const ANY_ID_FROM = 20;

/** What a run makes pairs of, and who judges them. */
export interface RunOptions {
  readonly seed: number;
  readonly sources: readonly FamilySource[];
  readonly services: readonly string[];
  readonly xerces: boolean;
  readonly compilers: readonly CompilerRun[];
  readonly releases: boolean;
  /** Where changes are made one after the other; `null` when they are drawn. */
  readonly places: readonly Place[] | null;
  /** Edits that mean nothing in place of recipes. */
  readonly edits: boolean;
}

/** Makes and judges the pairs with numbers from `from`, below `to`. A pair depends on seed and number alone. */
export async function runRange(from: number, to: number, options: RunOptions): Promise<Tally> {
  const { xerces, compilers, releases } = options;
  const tally = new Tally();
  const newer = hasXmlschema();
  let [old, waiting, packaged, released]: [Trial[], Trial[], Trial[], ReleaseJob[]] = [[], [], [], []];
  const askXerces = (): void => {
    if (old.length > 0) tally.addSecond(secondOpinion(old));
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
  const askPackages = async (): Promise<void> => {
    if (packaged.length > 0) tally.addThird(await packageOpinion(packaged, compilers));
    packaged = [];
  };
  const askReleases = (): void => {
    if (released.length > 0) tally.addFourth(releaseOpinion(released));
    released = [];
  };
  for (let number = from; number < to; number++) {
    const trial = options.edits
      ? edited(number, options, tally)
      : options.places === null
        ? one(number, options, tally)
        : at(options.places[number], number, options, tally);
    if (trial === null) continue;
    if (releases) {
      for (const orientation of ["there", "back"] as const)
        released.push({
          name: `${trial.name} ${orientation}`,
          report: trial[orientation].report,
          packages: trial.packages,
        });
      if (released.length >= BATCH.releases * 2) askReleases();
    }
    if (!trial.judged) {
      if (waiting.push(trial) >= BATCH.newer) askNewer();
      continue;
    }
    tally.add(trial, xerces ? "libxml2+xerces" : "libxml2");
    if (xerces && old.push(trial) >= BATCH.xerces) askXerces();
    if (compilers.length > 0 && packaged.push(trial) >= BATCH.compilers) await askPackages();
  }
  askXerces();
  askNewer();
  await askPackages();
  askReleases();
  return tally;
}

/** The change of a recipe at a place; `null` where it does not fit, and for service descriptions, which are judged at once. */
function at(place: Place | undefined, number: number, { seed }: RunOptions, tally: Tally): Trial | null {
  if (place === undefined) return null;
  const random = new Random(seed * 1_000_003 + number);
  const name = `place ${seed}:${number}`;
  if (place.kind === "service") {
    const results = tryService(place.file, place.operator, random, place.number);
    if (results !== null) addService(results, basename(place.file), name, false, tally);
    return null;
  }
  const trial = tryPair(place.family, place.recipe, name, random, { place: place.number });
  if (trial === "invalid") tally.total.skipped++;
  return typeof trial === "string" ? null : trial;
}

/** Edits of a schema that is drawn; `null` when they leave none. */
function edited(number: number, { seed, sources }: RunOptions, tally: Tally): Trial | null {
  const random = new Random(seed * 1_000_003 + number);
  const groups = [...new Set(sources.map((f) => f.group))];
  for (let tries = 0; tries < TRIES && groups.length > 0; tries++) {
    const group = random.pick(groups);
    const family = random.pick(sources.filter((f) => f.group === group)).read();
    if (family === null) continue;
    const trial = tryPair(family, randomEdits(random), `edits ${seed}:${number}`, random);
    if (trial === "invalid") tally.total.skipped++;
    else if (typeof trial !== "string") return trial;
  }
  return null;
}

/** The pair of a number; `null` when it was one of service descriptions, which are judged at once, or there is none. */
function one(number: number, options: RunOptions, tally: Tally): Trial | null {
  const { target, round } = targetOf(number);
  const { choices } = target;
  if (choices.length === 0) {
    if (round === 0)
      tally.verdicts.push({ name: `${target.id} ${target.orientation}`, failure: "no change is meant to show it" });
    return null;
  }
  const random = new Random(options.seed * 1_000_003 + number);
  const name = `pair ${options.seed}:${number}`;
  for (let tries = 0; tries < TRIES; tries++) {
    // Another change of those that are meant to show the id has its turn when the first fits badly.
    const choice = choices[(round + Math.floor(tries / 8)) % choices.length] as Choice;
    const wanted = tries < ANY_ID_FROM ? target : null;
    if (choice.kind === "service") {
      if (service(choice, options.services, name, random, wanted, tally)) return null;
      continue;
    }
    const more = tries < TRIES / 4 && number % STACKED_EVERY === STACKED_EVERY - 1 ? 1 + random.below(5) : 0;
    const trial = schema(choice, options.sources, name, random, more, wanted, tally);
    if (trial !== null) return trial;
  }
  return null;
}

type Wanted = { readonly id: string; readonly orientation: "there" | "back" } | null;

/** Applies a recipe to a schema that is drawn. */
function schema(
  { recipe, swapped }: Choice & { kind: "schema" },
  sources: readonly FamilySource[],
  name: string,
  random: Random,
  more: number,
  wanted: Wanted,
  tally: Tally,
): Trial | null {
  const groups = [...new Set(sources.map((f) => f.group))];
  if (groups.length === 0) return null;
  const group = random.pick(groups);
  const family: Family | null = random.pick(sources.filter((f) => f.group === group)).read();
  if (family === null) return null;
  const trial = tryPair(family, recipe, name, random, { more, swapped, ...(wanted === null ? {} : { wanted }) });
  if (trial === "invalid") tally.total.skipped++;
  return typeof trial === "string" ? null : trial;
}

/** As {@link schema}, for service descriptions; one in three is ours. */
function service(
  { operator, swapped }: Choice & { kind: "service" },
  files: readonly string[],
  name: string,
  random: Random,
  wanted: Wanted,
  tally: Tally,
): boolean {
  if (files.length === 0) return false;
  const file = random.chance(33) ? random.pick(files.slice(0, 3)) : random.pick(files);
  const results = tryService(file, operator, random);
  if (results === null) return false;
  const shows = (r: ServiceResult, i: number): boolean =>
    orientationOf(i, swapped) === wanted?.orientation && r.ids.some((x) => x.id === wanted.id);
  if (wanted !== null && !results.some(shows) && results.every((r) => r.failures.length === 0)) return false;
  addService(results, basename(file), name, swapped, tally);
  return true;
}

function orientationOf(i: number, swapped: boolean): "there" | "back" {
  return (i === 0) !== swapped ? "there" : "back";
}

/** Counts what came of a changed service description. */
function addService(
  results: readonly ServiceResult[],
  file: string,
  name: string,
  swapped: boolean,
  tally: Tally,
): void {
  for (const [i, result] of results.entries()) {
    tally.total.services++;
    tally.count(result.ids, orientationOf(i, swapped), "operator");
    for (const failure of result.failures) tally.verdicts.push({ name: `${name} (${file}; ${result.how})`, failure });
    if (result.failures.length === 0) tally.total.agreed++;
  }
}
