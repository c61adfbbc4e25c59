// Judges the reader of @coo/xml by the W3C XML conformance suite: XML 1.0, fifth edition, and Namespaces in XML 1.0.
//
//   pnpm xmlconf [--only PART,…] [--json FILE]
//
// Documents that are accepted are read by libxml2 too, and by the expat inside of Python where there is one.
import { resolve } from "node:path";
import { isWanted, parseSuiteArguments, SuiteUsageError } from "../harness/arguments.ts";
import { closeSuite, runSuite, type Verdict } from "../harness/suite.ts";
import { EXPAT_OTHERWISE } from "./expat-otherwise.ts";
import { judgeSuite, type Question, type XmlVerdict } from "./judge.ts";
import { suiteCases } from "./suite-cases.ts";

const USAGE = "pnpm xmlconf [--only PART,…] [--json FILE]";
const EXPECTED = resolve(import.meta.dirname, "../../xmlconf-expected-failures.txt");

/** How many documents the suite has at least for each question, so that none gets lost. */
const TARGETS: Readonly<Record<Question, { readonly cases: number; readonly what: string }>> = {
  "not-wf": { cases: 993, what: "not well-formed, refused" },
  namespaces: { cases: 24, what: "wrong by Namespaces, refused" },
  "well-formed": { cases: 71, what: "well-formed without DOCTYPE, accepted and read alike" },
  dtd: { cases: 890, what: "well-formed with DOCTYPE, refused with XML_DTD" },
  cut: { cases: 1600, what: "DOCTYPE cut out, read or refused alike" },
};

function main(args: readonly string[]): number {
  const opts = parseSuiteArguments(args, { usage: USAGE });
  if (opts.rest.length > 0) throw new SuiteUsageError(USAGE);
  const cases = suiteCases().filter((c) => isWanted(c.id, opts.only));
  const { verdicts, expat } = judgeSuite(cases);
  const whole = opts.only.length === 0;
  const figures: string[] = [];
  const missing: Verdict[] = [];
  for (const [question, target] of Object.entries(TARGETS) as [Question, (typeof TARGETS)[Question]][]) {
    const found = verdicts.filter((v) => v.question === question);
    figures.push(`${target.what}: ${lineOf(found, question)}`);
    if (whole && found.length < target.cases)
      missing.push({
        name: `the suite has ${target.cases} cases of ${question}`,
        failure: `there are ${found.length}`,
      });
  }
  figures.push(
    expat === null
      ? "compared with libxml2; there is no Python for expat"
      : `compared with libxml2 and ${expat}, which refuses ${EXPAT_OTHERWISE.size} names of the fifth edition`,
  );
  return closeSuite(
    { verdicts: [...verdicts, ...missing], figures, details: { expat } },
    { json: opts.json, expected: EXPECTED, whole },
  );
}

function lineOf(found: readonly XmlVerdict[], question: Question): string {
  const good = found.filter((v) => v.failure === null);
  const of = good.filter((v) => v.accepted && v.wellFormed).length;
  const accepted = question === "cut" ? `; ${of} of well-formed cases are accepted` : "";
  return `${good.length}/${found.length}${accepted}`;
}

await runSuite(main);
