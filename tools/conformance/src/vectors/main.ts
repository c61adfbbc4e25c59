// Judges signatures and canonical forms by published vectors and by those of this project.
//
//   pnpm vectors [DIR] [--only PART,…] [--json FILE]
//
// DIR has the published ones; without them the project's own are judged alone.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { isWanted, parseSuiteArguments, SuiteUsageError } from "../harness/arguments.ts";
import { closeSuite, runSuite, type Verdict } from "../harness/suite.ts";
import { type CanonicalVector, judgeCanonical } from "./c14n.ts";
import {
  judgeProfiles,
  judgeRfc4231,
  judgeWycheproof,
  type ProfileVectors,
  type Rfc4231,
  type Wycheproof,
} from "./hmac.ts";

const USAGE = "pnpm vectors [DIR] [--only PART,…] [--json FILE]";
const SHARED = resolve(import.meta.dirname, "../../../../../shared/corpus/crypto");
const OWN = resolve(import.meta.dirname, "../../../../packages/sign/test/vectors");
const EXPECTED = resolve(import.meta.dirname, "../../vectors-expected-failures.txt");

/** The judge of each file, by its name. */
const JUDGES: Readonly<Record<string, (content: unknown) => Promise<Verdict[]> | Verdict[]>> = {
  "hmac-sha256-rfc4231.json": (content) => judgeRfc4231(content as Rfc4231),
  "hmac-sha256-wycheproof.json": (content) => judgeWycheproof(content as Wycheproof),
  "c14n-w3c-merlin.json": (content) => judgeCanonical("w3c-merlin", testsOf(content)),
  "c14n-xml-crypto.json": (content) => judgeCanonical("xml-crypto", testsOf(content)),
  "signature-profiles.json": (content) => judgeProfiles(content as ProfileVectors),
};

function testsOf(content: unknown): readonly CanonicalVector[] {
  return (content as { readonly tests: readonly CanonicalVector[] }).tests;
}

async function main(args: readonly string[]): Promise<number> {
  const opts = parseSuiteArguments(args, { usage: USAGE });
  if (opts.rest.length > 1) throw new SuiteUsageError(USAGE);
  const given = opts.rest[0];
  const folder = resolve(given ?? SHARED);
  if (given !== undefined && !existsSync(folder))
    throw new SuiteUsageError(`没有该文件夹 · there is no such folder: ${folder}`);
  const verdicts: Verdict[] = [];
  const figures: string[] = [];
  for (const [name, judge] of Object.entries(JUDGES)) {
    const path = [join(folder, name), join(OWN, name)].find((p) => existsSync(p));
    if (path === undefined) {
      figures.push(`${name}: not at hand`);
      continue;
    }
    const found = (await judge(JSON.parse(readFileSync(path, "utf8")))).filter((v) => isWanted(v.name, opts.only));
    verdicts.push(...found);
    figures.push(`${name}: ${found.filter((v) => v.failure === null).length} of ${found.length}`);
  }
  const whole = given === undefined && existsSync(SHARED) && opts.only.length === 0;
  return closeSuite({ verdicts, figures }, { json: opts.json, expected: EXPECTED, whole });
}

await runSuite(main);
