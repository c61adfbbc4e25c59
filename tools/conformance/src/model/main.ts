// Explores the protocol of the outbox: one application, two workers, all interleavings with crashes, pauses and late
// requests. It shares its transition table with the code.
//
//   pnpm model [--json FILE]
//
// The protocol as built must hold; each of four broken ones must be found out.
import { parseSuiteArguments, SuiteUsageError } from "../harness/arguments.ts";
import { closeSuite, runSuite, type Verdict } from "../harness/suite.ts";
import { explore } from "./explore.ts";
import { BROKEN, doubled, PROTOCOL } from "./protocol.ts";

const USAGE = "pnpm model [--json FILE]";

function main(args: readonly string[]): number {
  const opts = parseSuiteArguments(args, { usage: USAGE });
  if (opts.rest.length > 0) throw new SuiteUsageError(USAGE);
  const verdicts: Verdict[] = [];
  const figures: string[] = [];
  const built = explore(PROTOCOL);
  figures.push(`${PROTOCOL.name}: ${built.states} states, ${built.steps} steps`);
  verdicts.push(
    {
      name: "as built: holds",
      failure: built.violation ? `${built.violation.what}: ${built.violation.way.join("; ")}` : null,
    },
    {
      name: "as built: nothing is lost",
      failure: built.stuck > 0 ? `${built.stuck} states without a way to an end` : null,
    },
  );
  for (const protocol of BROKEN) {
    const { violation, states } = explore(protocol, doubled);
    verdicts.push({ name: `${protocol.name}: is found`, failure: violation ? null : `not found in ${states} states` });
    if (violation)
      figures.push(
        `${protocol.name}: ${violation.what} after ${violation.way.length} steps: ${violation.way.join("; ")}`,
      );
  }
  return closeSuite({ verdicts, figures }, { json: opts.json });
}

await runSuite(main);
