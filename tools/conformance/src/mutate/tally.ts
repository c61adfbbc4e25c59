import type { Verdict } from "../harness/suite.ts";
import type { PackageOpinion } from "./package-oracle.ts";
import type { ReleaseOpinion } from "./release-oracle.ts";
import type { Opinion } from "./second-opinion.ts";
import { falseCompatible, type IdSeen, type Trial, turned, unshown } from "./try-pair.ts";

interface Unshown {
  readonly pair: string;
  readonly message: string;
  readonly reason: string;
}

/** What a run has found so far. All of it can be written as JSON and added to what another run has found. */
export class Tally {
  readonly verdicts: Verdict[] = [];
  readonly seen = new Map<string, number>();
  readonly families = new Set<string>();
  readonly places = new Set<string>();
  readonly unshown: Unshown[] = [];
  readonly silent: { readonly name: string; readonly ids: string }[] = [];
  /** Differences between judges that have a reason, by it. */
  readonly known = new Map<string, number>();
  readonly single = { breaking: 0, unshown: 0, undecided: 0 };
  readonly total = {
    pairs: 0,
    services: 0,
    stacked: 0,
    newer: 0,
    skipped: 0,
    judged: 0,
    compatible: 0,
    instances: 0,
    agreed: 0,
  };
  readonly second = { documents: 0, differing: 0, settled: 0, refused: 0 };
  readonly third = { pairs: 0, programs: 0, compiled: 0, messages: 0, breaking: 0, excluded: 0 };
  readonly fourth = { packages: 0, raised: 0, dependents: 0 };

  /** Counts a pair that validators have judged. */
  add(trial: Trial, oracle: string): void {
    const family = trial.name.replace(/^[^(]*\(|;.*$/g, "");
    this.families.add(family);
    for (const place of trial.changed.places) this.places.add(`${place} ${family}`);
    const single = trial.changed.how.length === 1;
    if (!single) this.total.stacked++;
    for (const [orientation, claims, documents] of [
      ["there", trial.there, trial.documents],
      ["back", trial.back, trial.documents.map(turned)],
    ] as const) {
      this.total.pairs++;
      this.total.instances += documents.filter((d) => d.old === null).length;
      this.count(claims.ids, orientation, oracle);
      this.#judge(trial, orientation, [...claims.failures, ...falseCompatible(claims, documents)]);
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

  #judge(trial: Trial, orientation: string, failures: readonly string[]): void {
    if (failures.length === 0) this.total.agreed++;
    const [head, rest] = trial.name.split(" (");
    for (const failure of failures) this.verdicts.push({ name: `${head} ${orientation} (${rest}`, failure });
  }

  count(ids: readonly IdSeen[], orientation: string, oracle: string): void {
    for (const key of new Set(ids.map(({ id, L, wire }) => `${id} ${orientation} ${L} ${wire} ${oracle}`)))
      grow(this.seen, key, 1);
  }

  addSecond({ failures, known, ...counts }: Opinion): void {
    this.verdicts.push(...failures);
    for (const [name, count] of known) grow(this.known, name, count);
    addTo(this.second, counts);
  }

  addThird({ failures, unshown: quiet, ...counts }: PackageOpinion): void {
    this.verdicts.push(...failures);
    this.silent.push(...quiet);
    addTo(this.third, counts);
  }

  addFourth({ failures, ...counts }: ReleaseOpinion): void {
    this.verdicts.push(...failures);
    addTo(this.fourth, counts);
  }

  /** How often an id occurred in an orientation, whatever came with it. */
  hits(id: string, orientation: string): number {
    let sum = 0;
    for (const [key, count] of this.seen) if (key.startsWith(`${id} ${orientation} `)) sum += count;
    return sum;
  }

  toJSON(): TallyState {
    const { verdicts, unshown: open, silent, single, total, second, third, fourth } = this;
    return {
      verdicts,
      unshown: open,
      silent,
      single,
      total,
      second,
      third,
      fourth,
      seen: [...this.seen],
      known: [...this.known],
      families: [...this.families],
      places: [...this.places],
    };
  }

  /** Adds what another run has found. */
  merge(other: TallyState): void {
    this.verdicts.push(...other.verdicts);
    this.unshown.push(...other.unshown);
    this.silent.push(...other.silent);
    for (const [key, count] of other.seen) grow(this.seen, key, count);
    for (const [key, count] of other.known) grow(this.known, key, count);
    for (const family of other.families) this.families.add(family);
    for (const place of other.places) this.places.add(place);
    for (const part of ["single", "total", "second", "third", "fourth"] as const)
      addTo(this[part] as Record<string, number>, other[part]);
  }
}

/** A tally as JSON has it. */
export interface TallyState {
  readonly verdicts: readonly Verdict[];
  readonly unshown: readonly Unshown[];
  readonly silent: Tally["silent"];
  readonly seen: readonly (readonly [string, number])[];
  readonly known: readonly (readonly [string, number])[];
  readonly families: readonly string[];
  readonly places: readonly string[];
  readonly single: Tally["single"];
  readonly total: Tally["total"];
  readonly second: Tally["second"];
  readonly third: Tally["third"];
  readonly fourth: Tally["fourth"];
}

function grow(map: Map<string, number>, key: string, by: number): void {
  map.set(key, (map.get(key) ?? 0) + by);
}

function addTo<T extends Record<string, number>>(sum: T, more: Readonly<T>): void {
  for (const name of Object.keys(more) as (keyof T)[]) (sum as Record<keyof T, number>)[name] += more[name] as number;
}
