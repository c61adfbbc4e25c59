// Changed schemas and service descriptions, each in both directions: what is called compatible must have no
// counterexample that a validator finds, what is called breaking must have one, and every kind of change is shown.
//
//   pnpm mutate [--pairs N] [--seed N] [--schemas DIR] [--only PATTERN] [--json FILE] [--xerces] [--compilers LIST]
//               [--releases] [--jobs N] [--keep DIR] [--number N] [--places|--edits]
//
// --xerces lets the JDK's Xerces judge the same documents, and xmlschema where the two differ.
// --compilers 5.9,6,7 generates packages of both sides, compiles programs against them and lets them read and write.
// --releases lets changesets version packages by the reports, and compares with what they foretell.
// --jobs N makes pieces of the run in so many processes; --keep DIR keeps finished pieces, which another run takes over.
// DIR of --schemas is any folder with .xsd and .wsdl files; default: our edition, a schema with one of each construct, and
// the corpus when it is there. A pair is known by seed and number: ids take turns, so a longer run shows each of them more
// often; --number N makes one of them alone.
// --places draws nothing: each change is made at every place of our edition, of a schema and a service description with one
// of each construct, and of eight schemas and eight descriptions of the corpus, one a project; --pairs N ends it earlier.
// --edits knows no ids: it moves, removes, copies and rewrites whatever it draws, as nobody would think of.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { CHANGE_RULES } from "@coo/evolution";
import { countOf, isWanted, parseSuiteArguments, type SuiteArguments } from "../harness/arguments.ts";
import { CORPUS } from "../harness/corpus-units.ts";
import { closeSuite, runSuite } from "../harness/suite.ts";
import { familySources } from "./families.ts";
import { DIFFERENT_VERDICTS, REFUSED_BY_XERCES } from "./known-differences.ts";
import type { CompilerRun } from "./package-oracle.ts";
import { everyPlace, everyServicePlace } from "./places.ts";
import { type RunOptions, runRange } from "./run-range.ts";
import { hasXerces } from "./second-opinion.ts";
import { Tally, type TallyState } from "./tally.ts";
import { serviceFiles } from "./try-service.ts";

const FLAGS = {
  values: ["pairs", "schemas", "compilers", "number", "jobs", "keep", "range"],
  switches: ["xerces", "releases", "places", "edits"],
  usage:
    "pnpm mutate [--pairs N] [--seed N] [--schemas DIR] [--only PATTERN] [--json FILE] [--xerces] [--compilers LIST] [--releases] [--jobs N] [--keep DIR] [--number N] [--places|--edits]",
};
/** Numbers of a piece: about twice as many pairs. */
const PIECE = 100;
/** More pairs than there are places. */
const ALL = 1e9;
/** What a full run has to show of each id in each orientation, and the length from which that is asked. */
const FULL = { pairs: 4000, times: 3 };
/** Of single changes that are called breaking, how many may go without an example, in percent. */
const UNSHOWN_PERCENT = 2;

async function main(args: readonly string[]): Promise<number> {
  const opts = parseSuiteArguments(args, FLAGS);
  const range = opts.values.get("range");
  if (range !== undefined) {
    const [from = 0, to = 0] = range.split("-").map(Number);
    writeFileSync(opts.json as string, JSON.stringify(await runRange(from, to, optionsOf(opts))));
    return 0;
  }
  const only = opts.values.get("number");
  if (only !== undefined) {
    const number = countOf(only, "--number");
    return close(await runRange(number, number + 1, optionsOf(opts)), opts, 1);
  }
  const given = opts.values.get("pairs");
  const wanted = given === undefined && opts.switches.has("places") ? ALL : countOf(given ?? "300", "--pairs");
  return close(await runPieces(wanted, opts), opts, wanted);
}

function optionsOf(opts: SuiteArguments): RunOptions {
  const folder = opts.values.get("schemas");
  const root = folder === undefined ? undefined : resolve(folder);
  const sources = familySources(root).filter((f) => isWanted(f.name, opts.only));
  const services = serviceFiles(root).filter((f) => isWanted(f, opts.only));
  if (sources.length + services.length === 0) throw new Error("there are no schemas");
  const xerces = opts.switches.has("xerces");
  if (xerces && !hasXerces()) throw new Error("--xerces needs java");
  const compilers = compilerRuns(opts.values.get("compilers"));
  // Schemas first: numbers of places stay the same when descriptions come or go.
  const own = services.filter((f) => !f.startsWith(CORPUS)).length;
  const places = opts.switches.has("places")
    ? [...everyPlace(sources), ...everyServicePlace(services, root === undefined ? own : 0)]
    : null;
  const [releases, edits] = [opts.switches.has("releases"), opts.switches.has("edits")];
  return { seed: opts.seed, sources, services, xerces, compilers, releases, places, edits };
}

/** Settings of compilers by what `--compilers` lists. */
function compilerRuns(list: string | undefined): CompilerRun[] {
  return (list ?? "")
    .split(",")
    .filter((v) => v !== "")
    .flatMap((version) => [
      { version, exact: true },
      { version, exact: false },
    ]);
}

/** Makes pieces until there are as many pairs as wanted; each is a process of its own, so that memory stays bounded. */
async function runPieces(wanted: number, opts: SuiteArguments): Promise<Tally> {
  const tally = new Tally();
  const jobs = Math.max(1, countOf(opts.values.get("jobs") ?? "1", "--jobs"));
  const count = (): number => tally.total.pairs + tally.total.services;
  const keep = opts.values.get("keep");
  const folder = keep === undefined ? mkdtempSync(join(tmpdir(), "coo-pieces-")) : resolve(keep);
  if (keep !== undefined) mkdirSync(folder, { recursive: true });
  const all = optionsOf(opts);
  const options = jobs === 1 && keep === undefined ? all : null;
  const { places } = all;
  const end = places === null ? wanted * 2 : places.length;
  // A number gives two pairs, or none; the pieces that are under way count as full.
  let [next, underWay] = [0, 0];
  const worker = async (): Promise<void> => {
    while (next < end) {
      const missing = Math.ceil((wanted - count() - underWay * 2) / 2);
      if (missing <= 0) return;
      const size = Math.min(
        places === null ? PIECE : PIECE * 5,
        Math.max(Math.ceil(missing / jobs), Math.min(missing, PIECE / 5)),
      );
      const [from, to] = [next, next + size];
      next = to;
      underWay += size;
      tally.merge(options === null ? await piece(from, to, folder) : (await runRange(from, to, options)).toJSON());
      underWay -= size;
      if (wanted > PIECE * 2) tell(tally, count());
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  if (places === null && count() < wanted)
    tally.verdicts.push({ name: "pairs", failure: `only ${count()} of ${wanted} could be made` });
  if (keep === undefined) rmSync(folder, { recursive: true });
  return tally;
}

let told = 0;

function tell(tally: Tally, count: number): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${count} pairs, ${tally.verdicts.length} failures\n`);
  for (const v of tally.verdicts.slice(told)) process.stderr.write(`  ${v.name}: ${v.failure?.slice(0, 300)}\n`);
  told = tally.verdicts.length;
}

/** A piece in another process, or as it was kept. */
async function piece(from: number, to: number, folder: string): Promise<TallyState> {
  const given = process.argv.slice(2).filter((a, i, all) => !isFlag(a, all[i - 1]));
  // What was made with other flags is another piece.
  const flags = createHash("sha256").update(given.join("\n")).digest("hex").slice(0, 8);
  const file = join(folder, `piece-${flags}-${from}-${to}.json`);
  if (!existsSync(file)) {
    const args = [...process.execArgv, process.argv[1] as string, ...given];
    const child = spawn(process.execPath, [...args, "--range", `${from}-${to}`, "--json", `${file}.part`], {
      stdio: ["ignore", "inherit", "inherit"],
    });
    const status = await new Promise((done) => child.on("close", done));
    if (status !== 0) throw new Error(`the piece ${from}-${to} ended with ${status}`);
    renameSync(`${file}.part`, file);
  }
  return JSON.parse(readFileSync(file, "utf8")) as TallyState;
}

/** Flags that a piece does not take over from the whole, and their values. */
function isFlag(argument: string, before: string | undefined): boolean {
  const own = ["--pairs", "--json", "--jobs", "--keep"];
  return own.some((f) => argument === f || argument.startsWith(`${f}=`) || before === f);
}

function close(tally: Tally, opts: SuiteArguments, wanted: number): number {
  const { total, single, second, third, fourth, silent } = tally;
  const hits = CHANGE_RULES.map(({ id }) => ({ id, there: tally.hits(id, "there"), back: tally.hits(id, "back") }));
  const rare = hits.filter((h) => Math.min(h.there, h.back) < FULL.times);
  if (wanted >= FULL.pairs) {
    // Where nothing is drawn, what a schema does not have cannot change; edits are not made to show anything.
    for (const { id, there, back } of opts.switches.has("places") || opts.switches.has("edits") ? [] : rare)
      tally.verdicts.push({ name: `id ${id}`, failure: `occurs ${there} times there and ${back} times back` });
    if (single.unshown * 100 > single.breaking * UNSHOWN_PERCENT)
      tally.verdicts.push({
        name: "false breaking",
        failure: `${single.unshown} of ${single.breaking} messages without a document that shows it`,
      });
  }
  const share = ((100 * single.unshown) / Math.max(1, single.breaking)).toFixed(1);
  const figures = [
    `${total.pairs} pairs of schemas and ${total.services} of service descriptions, seed ${opts.seed}, over ${tally.families.size} families; ${tally.places.size} changes at different places, ${total.stacked * 2} pairs with 2 to 6 changes; ${total.skipped} left no valid schema`,
    `${total.instances} valid instances; ${total.judged} messages judged, ${total.compatible} called compatible`,
    `single changes: ${single.breaking} messages called breaking, ${single.unshown} (${share} %) without a document that shows it, ${single.undecided} more by rules that decide nothing`,
    `${total.newer * 2} pairs of XML Schema 1.1, judged by xmlschema`,
  ];
  if (opts.switches.has("xerces")) {
    figures.push(
      `Xerces judged ${second.documents} documents twice, ${second.differing} verdicts differ from libxml2; xmlschema settled ${second.settled}; ${second.refused} pairs with a schema that Xerces refuses`,
    );
    for (const { name, reason } of [...DIFFERENT_VERDICTS, ...REFUSED_BY_XERCES])
      if (tally.known.has(name)) figures.push(`  ${tally.known.get(name)} times ${name}: ${reason}`);
  }
  if (third.programs > 0)
    figures.push(
      `${third.programs} programs of ${third.pairs} pairs compiled ${third.compiled} times; ${third.breaking} times types called breaking, ${silent.length} of them without a failing program; ${third.excluded} programs that the promise leaves out fail; ${third.messages} messages read and written by packages`,
    );
  if (fourth.packages > 0)
    figures.push(
      `changesets versioned ${fourth.packages} packages: ${fourth.raised} raised as the reports foretell, ${fourth.dependents} of them for what they depend on`,
    );
  const never = rare.filter((h) => Math.min(h.there, h.back) === 0).length;
  figures.push(
    `${hits.length - rare.length} of ${hits.length} ids at least ${FULL.times} times in both orientations, ${never} not in both yet`,
  );
  const table = [...tally.seen]
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([key, count]) => {
      const [id, orientation, L, wire, oracle] = key.split(" ");
      return { id, orientation, L, wire, oracle, count };
    });
  const known = Object.fromEntries(tally.known);
  const details = {
    seed: opts.seed,
    total,
    single,
    second,
    known,
    third,
    silent,
    fourth,
    hits,
    unshown: tally.unshown,
    table,
  };
  return closeSuite({ verdicts: tally.verdicts, agreed: total.agreed, figures, details }, { json: opts.json });
}

await runSuite(main);
