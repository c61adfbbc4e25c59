import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compare } from "@coo/evolution";
import { loadModelFrom, type MemoryDocument, type Model } from "@coo/wsdl";
import { cpuOf } from "../src/cpu.ts";
import { type Experiment, type Row, type Runs, runsOf, single } from "../src/experiment.ts";
import { synthetic } from "../src/synthetic.ts";

const EDITION = fileURLToPath(new URL("../../../schemas/2018-07", import.meta.url));
const CORPUS = fileURLToPath(new URL("../../../../shared/corpus/wsdl", import.meta.url));
const EDITION_SECONDS = 2;
const CORPUS_SECONDS = 10;
const EXPONENT = 1.15;

type Documents = readonly MemoryDocument[];

function edition(): Documents {
  return readdirSync(EDITION)
    .filter((file) => /\.(?:wsdl|xsd)$/.test(file))
    .map((file) => ({
      file,
      content: readFileSync(join(EDITION, file), "utf8"),
      entry: file === "exchange.wsdl" || file === "push.wsdl",
    }));
}

/** Every tenth optional element becomes required, every tenth length grows, every tenth declaration may be nil. */
function changed(documents: Documents): Documents {
  let count = 0;
  const every = (text: string, pattern: RegExp, by: (found: string) => string): string =>
    text.replace(pattern, (found) => (count++ % 10 === 0 ? by(found) : found));
  return documents.map((document) => {
    let text = String(document.content);
    text = every(text, /minOccurs="0"/g, () => 'minOccurs="1"');
    text = every(text, /maxLength value="\d+"/g, (found) => found.replace(/"(\d+)"/, (_, n) => `"${Number(n) + 1}"`));
    text = every(text, /<(?:\w+:)?element name="\w+" type="/g, (found) =>
      found.replace(/ type="$/, ' nillable="true" type="'),
    );
    return { ...document, content: text };
  });
}

/** CPU seconds of reading both sides and comparing them, and what was found. */
function once(old: Documents, now: Documents): { readonly seconds: number; readonly found: number } {
  let found = 0;
  const cpu = cpuOf(() => {
    const { changes, contradictions } = compare(loaded(old), loaded(now));
    if (contradictions.length > 0) throw new Error("a rule and the computation disagree");
    found = changes.length;
  });
  return { seconds: cpu / 1e6, found };
}

function loaded(documents: Documents): Model {
  return loadModelFrom(documents, { keepGoing: true });
}

function timed(old: Documents, now: Documents, rounds: number): { readonly runs: Runs; readonly found: number } {
  const all = Array.from({ length: rounds }, () => once(old, now));
  return { runs: runsOf(all.map((r) => r.seconds)), found: all[0]?.found ?? 0 };
}

function row(name: string, documents: Documents, rounds: number, target?: number): Row {
  const { runs, found } = timed(documents, changed(documents), rounds);
  if (found < 10) throw new Error(`${name}: only ${found} changes were found`);
  return { name, unit: "s", runs, remark: `${found} changes`, ...(target === undefined ? {} : { target }) };
}

/** The largest document of the corpus that is complete in itself. */
function largest(): { readonly name: string; readonly documents: Documents } | null {
  if (!existsSync(CORPUS)) return null;
  const [file] = readdirSync(CORPUS, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && e.name.endsWith(".wsdl"))
    .map((e) => join(e.parentPath, e.name))
    .sort((a, b) => statSync(b).size - statSync(a).size);
  if (file === undefined) return null;
  return { name: basename(file), documents: [{ file: basename(file), content: readFileSync(file, "utf8") }] };
}

function growth(sizes: readonly number[], rounds: number): Row[] {
  const points = sizes.map((types) => {
    const documents = [{ file: "synthetic.wsdl", content: synthetic(types, 1).wsdl }];
    return { types, row: row(`${types} types`, documents, rounds) };
  });
  const [first, last] = [points[0], points.at(-1)];
  const rows = points.map((p) => p.row);
  if (first === undefined || last === undefined || first === last) return rows;
  const exponent = Math.log(last.row.runs.median / first.row.runs.median) / Math.log(last.types / first.types);
  const name = `growth from ${first.types} to ${last.types} types: exponent`;
  return [...rows, { name, unit: "", runs: single(exponent), target: EXPONENT, kind: "exponent" }];
}

const evolution: Experiment = {
  title: "evolution: two sets read and compared, in one process",
  rehearse: async () => growth([40], 1),
  run: async ({ full, steady, tell }) => {
    const rows: Row[] = [];
    const add = (...more: readonly Row[]): void => {
      rows.push(...more);
      more.forEach((r) => tell(r));
    };
    once(edition(), changed(edition()));
    add(row("the edition, 18 interfaces, against one with changes", edition(), steady ? 1 : 5, EDITION_SECONDS));
    const found = largest();
    if (found !== null && !steady)
      add(row(`the largest document of the corpus (${found.name})`, found.documents, full ? 5 : 3, CORPUS_SECONDS));
    add(...growth(full ? [500, 2000, 8000, 16000] : [500, 2000, 8000], steady ? 1 : 3));
    return rows;
  },
};

export default [evolution];
