// Plays histories of the real journal: several processes on one store, with seeded time, network, crashes, pauses and
// failing commits; and judges each by what must always hold.
//
//   pnpm simulate [--histories N] [--seed N] [--at N] [--json FILE]
//
// Each of the broken variants must be found out within a share of the histories. --at plays from the Nth history on, to see
// one again: --histories 1 --at N.
import { countOf, parseSuiteArguments, SuiteUsageError } from "../harness/arguments.ts";
import { closeSuite, runSuite, type Verdict } from "../harness/suite.ts";
import { FLAWS } from "./flaws.ts";
import { simulate } from "./simulate.ts";

const USAGE = "pnpm simulate [--histories N] [--seed N] [--at N] [--json FILE]";

async function main(args: readonly string[]): Promise<number> {
  const opts = parseSuiteArguments(args, { values: ["histories", "at"], usage: USAGE });
  if (opts.rest.length > 0) throw new SuiteUsageError(USAGE);
  const histories = countOf(opts.values.get("histories") ?? "1000", "--histories");
  const at = countOf(opts.values.get("at") ?? "0", "--at");
  const built = await simulate({ seed: opts.seed, histories, at });
  const { first, ...figures } = built;
  const verdicts: Verdict[] = [
    {
      name: "as built: every invariant holds",
      failure: first ? `${built.wrong} histories, the first: ${first}` : null,
    },
    {
      name: "enough happened",
      failure:
        built.histories < 100 ||
        (built.crashes > 0 && built.inDoubt > 0 && built.resent > 0 && built.pushes > 0 && built.repaired > 0)
          ? null
          : "too little went wrong for a trial",
    },
  ];
  const lines = [
    `seed ${opts.seed}, from history ${at}: ${Object.entries(figures)
      .map(([name, n]) => `${name} ${n}`)
      .join(", ")}`,
  ];
  const found: Record<string, unknown> = {};
  for (const { name, flaws } of FLAWS) {
    const broken = await simulate({ seed: opts.seed, histories: 5_000, at: 0, flaws, isEnoughAtFirst: true });
    verdicts.push({
      name: `${name}: is found`,
      failure: broken.first ? null : `not found in ${broken.histories} histories`,
    });
    found[name] = broken.histories;
    lines.push(`${name}: ${broken.first ?? "not found"}, after ${broken.histories} histories`);
  }
  return closeSuite({ verdicts, figures: lines, details: { ...built, found } }, { json: opts.json });
}

await runSuite(main);
