import { fileURLToPath } from "node:url";
import { type Experiment, type Row, runsOf, single } from "../src/experiment.ts";
import { wholeProcess } from "../src/whole-process.ts";

const CHILD = fileURLToPath(new URL("../src/codec-child.ts", import.meta.url));
const FLAG = "--disallow-code-generation-from-strings";

async function figures(flags: readonly string[], lines: number, ms: number): Promise<Record<string, number>> {
  return JSON.parse((await wholeProcess([...flags, CHILD, String(lines), String(ms)])).stdout);
}

/** The codec where `new Function` is forbidden against the same where it is allowed, in processes that take turns. */
async function forbidden(sizes: readonly number[], rounds: number, ms: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const lines of sizes) {
    const allowed: Record<string, number>[] = [];
    const without: Record<string, number>[] = [];
    for (let round = 0; round < rounds; round++) {
      allowed.push(await figures([], lines, ms));
      without.push(await figures([FLAG], lines, ms));
    }
    for (const work of ["decode", "encode"] as const) {
      const [free, bound] = [allowed, without].map((all) => runsOf(all.map((one) => one[work] as number)));
      if (free === undefined || bound === undefined) throw new Error("no rounds");
      rows.push(
        { name: `${work}, ${lines} lines, allowed`, unit: "µs", runs: free },
        { name: `${work}, ${lines} lines, forbidden`, unit: "µs", runs: bound },
        {
          name: `${work}, ${lines} lines: forbidden against allowed`,
          unit: "×",
          runs: single(bound.median / free.median),
          target: 3,
        },
      );
    }
  }
  return rows;
}

const experiments: readonly Experiment[] = [
  {
    title: "code generation forbidden",
    rehearse: () => forbidden([1], 1, 2),
    run: ({ full }) => forbidden([1, 20, 500], full ? 7 : 3, 100),
  },
];

export default experiments;
