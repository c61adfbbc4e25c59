import type { Case, CaseKind } from "./cases.ts";

/** Shares that must be met, over all sets. */
export const TARGETS: Readonly<Record<CaseKind, number>> = {
  "valid schema": 0.997,
  "invalid schema": 0.95,
  "valid instance": 0.997,
  "invalid instance": 0.985,
  "round trip": 0.997,
};

/** Share of invalid instances refused in every set that has enough of them. */
const SET_TARGET = 0.9;
const SET_CASES = 15;

export interface Figure {
  readonly passed: number;
  readonly all: number;
}

export interface Measured {
  readonly overall: ReadonlyMap<CaseKind, Figure>;
  readonly bySet: ReadonlyMap<string, ReadonlyMap<CaseKind, Figure>>;
  /** What is below its target, in words. */
  readonly missed: readonly { readonly name: string; readonly failure: string }[];
}

/** Counts cases and compares shares with the targets. */
export function measure(cases: readonly Case[]): Measured {
  const overall = new Map<CaseKind, Figure>();
  const bySet = new Map<string, Map<CaseKind, Figure>>();
  const count = (into: Map<CaseKind, Figure>, { kind, failure }: Case): void => {
    const { passed, all } = into.get(kind) ?? { passed: 0, all: 0 };
    into.set(kind, { passed: passed + (failure === null ? 1 : 0), all: all + 1 });
  };
  for (const one of cases) {
    count(overall, one);
    let set = bySet.get(one.set);
    if (!set) bySet.set(one.set, (set = new Map()));
    count(set, one);
  }
  const missed: { name: string; failure: string }[] = [];
  for (const [kind, figure] of overall) {
    if (figure.passed / figure.all < TARGETS[kind])
      missed.push({ name: `target: ${kind}`, failure: `${share(figure)} of ${percent(TARGETS[kind])}` });
  }
  for (const [set, kinds] of bySet) {
    const figure = kinds.get("invalid instance");
    if (figure && figure.all >= SET_CASES && figure.passed / figure.all < SET_TARGET)
      missed.push({
        name: `target: invalid instance in ${set}`,
        failure: `${share(figure)} of ${percent(SET_TARGET)}`,
      });
  }
  return { overall, bySet, missed };
}

/** A table per set and overall, with the targets. */
export function table({ overall, bySet }: Measured): string[] {
  const kinds = Object.keys(TARGETS) as CaseKind[];
  const row = (name: string, cells: readonly string[]): string =>
    `${name.padEnd(24)}${cells.map((c) => c.padStart(22)).join("")}`;
  const cells = (figures: ReadonlyMap<CaseKind, Figure>): string[] =>
    kinds.map((kind) => {
      const figure = figures.get(kind);
      return figure ? share(figure) : "-";
    });
  return [
    row("set", kinds),
    ...[...bySet].sort(([a], [b]) => (a < b ? -1 : 1)).map(([set, figures]) => row(set, cells(figures))),
    row("all", cells(overall)),
    row(
      "target",
      kinds.map((kind) => `≥ ${percent(TARGETS[kind])}`),
    ),
  ];
}

function share({ passed, all }: Figure): string {
  return `${passed}/${all} ${(Math.floor((passed / all) * 10_000) / 100).toFixed(2)} %`;
}

function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(1)} %`;
}
