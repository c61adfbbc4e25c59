// Attacks a receiver that was generated from a folder's WSDL, through every adapter, over real connections.
//
//   pnpm attacks [DIR] [--adapter NAME,…|all] [--only PART,…] [--json FILE]
//
// DIR has receiver.wsdl and manifest.json. Each request is signed over its raw bytes (profile http-header) by
// a party whose key is known, so that verification is never off; cases with a signature of their own are sent without.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { isWanted, parseSuiteArguments, SuiteUsageError } from "../harness/arguments.ts";
import { closeSuite, runSuite, type Verdict } from "../harness/suite.ts";
import { ADAPTERS } from "./adapters.ts";
import { attackCorpus } from "./campaign.ts";

const USAGE = "pnpm attacks [DIR] [--adapter NAME,…|all] [--only PART,…] [--json FILE]";

/** Where the attacks of others lie; not part of this repository. */
const SHARED = resolve(import.meta.dirname, "../../../../../shared/corpus/attacks");

async function main(args: readonly string[]): Promise<number> {
  const opts = parseSuiteArguments(args, { values: ["adapter"], usage: USAGE });
  if (opts.rest.length > 1) throw new SuiteUsageError(USAGE);
  const folder = resolve(opts.rest[0] ?? SHARED);
  if (!existsSync(folder)) throw new SuiteUsageError(`没有该文件夹 · there is no such folder: ${folder}`);
  const asked = opts.values.get("adapter") ?? "all";
  const adapters = asked === "all" ? Object.keys(ADAPTERS) : asked.split(",");
  for (const name of adapters)
    if (!Object.hasOwn(ADAPTERS, name))
      throw new SuiteUsageError(
        `没有适配器 ${name} · there is no adapter ${name}; ${Object.keys(ADAPTERS).join(", ")}`,
      );
  const work = mkdtempSync(`${tmpdir()}/coo-attacks-`);
  const verdicts: Verdict[] = [];
  const figures: string[] = [];
  let costs: unknown = {};
  try {
    const result = await attackCorpus(folder, adapters, work, (id) => isWanted(id, opts.only));
    verdicts.push(...result.verdicts);
    figures.push(...result.figures);
    costs = result.costs;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return closeSuite({ verdicts, figures, details: { costs } }, { json: opts.json });
}

await runSuite(main);
