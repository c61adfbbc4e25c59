// Attacks a receiver that was generated from a folder's WSDL, through every adapter, over real connections.
//
//   pnpm attacks [DIR] [--adapter NAME,…|all] [--only PART,…] [--seed N] [--mutants N] [--json FILE]
//
// DIR has receiver.wsdl and manifest.json. Without it, a folder drawn from the seed is used beside the shared one, and
// tricks are played on signed pushes of this project's own interfaces. Each request is signed over its raw bytes (profile http-header) by
// a party whose key is known, so that verification is never off; cases with a signature of their own are sent without.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { countOf, isWanted, parseSuiteArguments, SuiteUsageError } from "../harness/arguments.ts";
import { closeSuite, runSuite, type Verdict } from "../harness/suite.ts";
import { ADAPTERS } from "./adapters.ts";
import { attackCorpus } from "./campaign.ts";
import { drawCorpus } from "./draw.ts";
import { trySignatures } from "./signatures.ts";

const USAGE = "pnpm attacks [DIR] [--adapter NAME,…|all] [--only PART,…] [--seed N] [--mutants N] [--json FILE]";

/** Where the attacks of others lie; not part of this repository. */
const SHARED = resolve(import.meta.dirname, "../../../../../shared/corpus/attacks");

async function main(args: readonly string[]): Promise<number> {
  const opts = parseSuiteArguments(args, { values: ["adapter", "mutants"], usage: USAGE });
  if (opts.rest.length > 1) throw new SuiteUsageError(USAGE);
  const given = opts.rest[0];
  if (given !== undefined && !existsSync(given))
    throw new SuiteUsageError(`没有该文件夹 · there is no such folder: ${given}`);
  const asked = opts.values.get("adapter") ?? "all";
  const adapters = asked === "all" ? Object.keys(ADAPTERS) : asked.split(",");
  for (const name of adapters)
    if (!Object.hasOwn(ADAPTERS, name))
      throw new SuiteUsageError(
        `没有适配器 ${name} · there is no adapter ${name}; ${Object.keys(ADAPTERS).join(", ")}`,
      );
  const mutants = countOf(opts.values.get("mutants") ?? "150", "--mutants");
  const work = mkdtempSync(join(tmpdir(), "coo-attacks-"));
  const verdicts: Verdict[] = [];
  const figures: string[] = [];
  const costs: Record<string, unknown> = {};
  try {
    const folders = given !== undefined ? [resolve(given)] : existsSync(SHARED) ? [SHARED] : [];
    if (given === undefined) {
      const drawn = join(work, `drawn-${opts.seed}`);
      drawCorpus(drawn, opts.seed, mutants);
      folders.push(drawn);
      const { verdicts: found, tried, accepted } = await trySignatures(opts.seed, mutants);
      verdicts.push(...found.filter((v) => isWanted(v.name, opts.only)));
      figures.push(`signed pushes: ${tried} tricks and mutants, ${accepted} accepted, with what was signed`);
    }
    for (const [i, folder] of folders.entries()) {
      const name = basename(folder);
      const result = await attackCorpus(folder, adapters, join(work, String(i)), (id) => isWanted(id, opts.only));
      verdicts.push(...result.verdicts.map((v) => ({ ...v, name: `${name}/${v.name}` })));
      figures.push(...result.figures.map((line) => `${name}: ${line}`));
      costs[name] = result.costs;
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return closeSuite({ verdicts, figures, details: { costs } }, { json: opts.json });
}

await runSuite(main);
