import type { Row } from "./experiment.ts";
import type { Figures } from "./measure.ts";

/** What one row of the table has to reach: `what` takes at most, or at least, so many times what `against` takes. */
export interface Target {
  /** Title of the comparison, up to the first comma or bracket behind the size. */
  readonly comparison: string;
  readonly what: string;
  readonly against: string;
  readonly limit: "at most" | "at least";
  readonly value: number;
  /** What would be better still. */
  readonly aim?: number;
}

const SIZES = [1, 20, 500] as const;

/** One target for each size. */
function each(
  work: string,
  what: string,
  against: string,
  limit: Target["limit"],
  values: readonly [number, number, number],
  aims?: readonly [number, number, number],
): Target[] {
  return SIZES.map((lines, i) => ({
    comparison: `${work}, ${lines} lines`,
    what,
    against,
    limit,
    value: values[i] as number,
    ...(aims ? { aim: aims[i] as number } : {}),
  }));
}

const ECHO = "bytes, undici ↔ node:http";
const TYPED = "@coo/client, typed, signed, checked";
const STRING = "@coo/client, string, signed, checked";
const TRIP = "round trip over loopback HTTP";

export const TARGETS: readonly Target[] = [
  ...each("decode", "@coo/soap Body", "JSON.parse", "at most", [2, 2, 1.6], [1.7, 1.7, 1.2]),
  ...each(
    "decode",
    "node-soap typed envelope (unchecked)",
    "@coo/soap typed envelope",
    "at least",
    [25, 25, 25],
    [33, 33, 33],
  ),
  ...each("decode", "@coo/soap string envelope", "@coo/soap typed envelope", "at most", [1.7, 1.7, 1.7]),
  ...each("decode", "fast-xml-parser + z.compile Body", "@coo/soap Body", "at least", [16, 16, 16], [22, 22, 22]),
  ...each("encode", "@coo/soap", "JSON.stringify", "at most", [1, 1, 1], [0.7, 0.7, 0.7]),
  ...each("encode", "fast-xml-parser + zod", "@coo/soap", "at least", [7.5, 7.5, 7.5], [12, 12, 12]),
  ...each("encode", "node-soap (unchecked)", "@coo/soap", "at least", [90, 90, 90], [200, 200, 200]),
  ...each("checks", "zod", "@coo/soap", "at least", [5, 5, 5], [8, 8, 8]),
  ...each("checks", "@coo/soap", "z.compile", "at most", [1, 1, 1], [0.6, 0.6, 0.6]),
  ...each("checks", "@coo/soap, wrong at the end", "@coo/soap", "at most", [1.3, 1.3, 1.3], [1.1, 1.1, 1.1]),
  ...["decode", "encode", "checks"].map((work) => ({
    comparison: `constructs that do not occur, ${work}, 20 lines`,
    what: "@coo/soap, all allowed",
    against: "@coo/soap",
    limit: "at most" as const,
    value: 1.15,
  })),
  {
    comparison: "sign and verify, 20 lines",
    what: "@coo/sign",
    against: "createHmac twice, KeyObject",
    limit: "at most",
    value: 1.15,
    aim: 1.05,
  },
  ...each(TRIP, TYPED, ECHO, "at most", [2.3, 3.8, 4.2], [1.8, 2.8, 3.2]),
  ...each(TRIP, STRING, TYPED, "at most", [1.7, 1.7, 1.7]),
  ...each(TRIP, "node-soap ↔ node-soap, typed, neither", TYPED, "at least", [8, 28, 40], [15, 40, 50]),
];

/** A target beside what was measured. */
export interface Judged extends Target {
  readonly ratio: number;
  readonly reached: boolean;
  readonly kind?: Row["kind"];
}

/** All rows of experiments that have a target. */
export function judgeRows(experiments: readonly { readonly title: string; readonly rows: readonly Row[] }[]): Judged[] {
  return experiments.flatMap(({ title, rows }) =>
    rows.flatMap(({ name, unit, runs, target, aim, kind }): Judged[] =>
      target === undefined
        ? []
        : [
            {
              comparison: rowOf(title),
              what: name,
              against: unit,
              limit: "at most",
              value: target,
              ...(aim === undefined ? {} : { aim }),
              ratio: runs.median,
              reached: runs.median <= target,
              ...(kind === undefined ? {} : { kind }),
            },
          ],
    ),
  );
}

/** A comparison that was measured. */
export interface Measured {
  readonly title: string;
  readonly figures: readonly Figures[];
}

/** The title without what only describes the input. */
export function rowOf(title: string): string {
  return title.replace(/ \(.*\)$/, "");
}

/** All targets of what was measured. */
export function judge(report: readonly Measured[], targets: readonly Target[] = TARGETS): Judged[] {
  const judged: Judged[] = [];
  for (const target of targets) {
    const figures = report.find(({ title }) => rowOf(title) === target.comparison)?.figures;
    const what = figures?.find(({ name }) => name === target.what)?.cpu.median;
    const against = figures?.find(({ name }) => name === target.against)?.cpu.median;
    if (what === undefined || against === undefined) continue;
    const ratio = what / against;
    judged.push({
      ...target,
      ratio,
      reached: target.limit === "at most" ? ratio <= target.value : ratio >= target.value,
    });
  }
  return judged;
}
