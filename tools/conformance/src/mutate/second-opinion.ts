import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hasXerces, tellByXerces } from "@coo/codegen/oracles";
import { hasXmlschema, judgeByXmlschema, type NewerJob, tryXmlschema } from "../features/judge.ts";
import { DRIVER } from "./change-schema.ts";
import { DIFFERENT_VERDICTS, knownDifference, REFUSED_BY_XERCES } from "./known-differences.ts";
import type { Judged, Trial } from "./try-pair.ts";

/** What further validators said. */
export interface Opinion {
  /** Documents that Xerces judged by both schemas of their pair, and verdicts in which it differs from libxml2. */
  readonly documents: number;
  readonly differing: number;
  /** Documents that xmlschema had to settle. */
  readonly settled: number;
  /** Pairs of which Xerces refused a schema. */
  readonly refused: number;
  /** How often a difference occurred that is known, by its name. */
  readonly known: ReadonlyMap<string, number>;
  readonly failures: readonly { readonly name: string; readonly failure: string }[];
}

export { hasXerces };

/**
 * Lets Xerces judge all that libxml2 judged. Where it alone has an example against what was called compatible, xmlschema
 * decides: two of three are a failure, and so is one when there is nobody else to ask. Each verdict in which the two differ
 * has to be of a kind whose reason is known.
 */
export function secondOpinion(trials: readonly Trial[]): Opinion {
  return withSchemas(trials, (schemas) => {
    const verdicts = tellByXerces(
      schemas.map((schema, i) => ({
        schema,
        documents: (trials[Math.floor(i / 2)] as Trial).documents.map((d) => d.xml),
      })),
    );
    let [documents, differing, settled, refused] = [0, 0, 0, 0];
    const failures: { name: string; failure: string }[] = [];
    const known = new Map<string, number>();
    const look = (list: Parameters<typeof knownDifference>[0], trial: Trial, said: string, about: string): void => {
      const found = knownDifference(list, said);
      if (found === null)
        failures.push({ name: trial.name, failure: `judges differ, and nobody has said why: ${about}` });
      else known.set(found.name, (known.get(found.name) ?? 0) + 1);
    };
    trials.forEach((trial, i) => {
      const [old = "", now = ""] = [verdicts[2 * i], verdicts[2 * i + 1]];
      if (typeof old === "string" || typeof now === "string") {
        refused++;
        for (const said of [old, now])
          if (typeof said === "string") look(REFUSED_BY_XERCES, trial, said, `Xerces refuses the schema: ${said}`);
        return;
      }
      documents += trial.documents.length;
      const compatible = new Set(
        trial.there.messages.filter((m) => !m.breaking).map((m) => `${m.sent ? "sent" : "read"} ${m.root}`),
      );
      const suspects = new Map<Judged, string>();
      trial.documents.forEach((d, j) => {
        const [o, n] = [old[j] === null, now[j] === null];
        for (const [x, mine] of [
          [old[j] ?? null, d.old],
          [now[j] ?? null, d.now],
        ] as const) {
          if ((x === null) === (mine === null)) continue;
          differing++;
          const said = `libxml2: ${mine ?? "valid"}\nXerces: ${x ?? "valid"}`;
          look(DIFFERENT_VERDICTS, trial, said, `${said.replaceAll("\n", "; ")} — ${d.xml}`);
        }
        if (o && !n && compatible.has(`sent ${d.key}`)) suspects.set(d, "sent");
        if (n && !o && compatible.has(`read ${d.key}`)) suspects.set(d, "read");
      });
      settled += suspects.size;
      for (const [d, side] of settle(suspects, [schemas[2 * i] as string, schemas[2 * i + 1] as string]))
        failures.push({ name: trial.name, failure: `false compatible, ${side} ${d.key}, says Xerces: ${d.xml}` });
    });
    return { documents, differing, settled, refused, known, failures };
  });
}

/** Verdicts of xmlschema for pairs that only XML Schema 1.1 can judge; `null` for a schema that it refuses too. */
export function newerOpinion(trials: readonly Trial[]): (Trial | null)[] {
  return withSchemas(trials, (schemas) => {
    // Most changes of a family have the same old side: reading it once saves a tenth of the time.
    const jobs = new Map<string, Required<NewerJob> & { readonly documents: string[]; readonly number: number }>();
    const places = schemas.map((schema, i) => {
      const { changed, documents, taken } = trials[Math.floor(i / 2)] as Trial;
      const [source, checked] = i % 2 === 0 ? [changed.before, taken.old] : [changed.after, taken.now];
      const key = JSON.stringify(source);
      const job = jobs.get(key) ?? { schema, documents: [], checked, number: jobs.size };
      jobs.set(key, job);
      const from = job.documents.length;
      for (const d of documents) job.documents.push(d.xml);
      return { number: job.number, from, to: job.documents.length };
    });
    const rows = tryXmlschema(
      [...jobs.values()].map(({ schema, documents, checked }) => ({ schema, documents, checked })),
    );
    const verdicts = places.map(({ number, from, to }) => {
      const row = rows[number];
      return typeof row === "string" ? row : row?.slice(from, to);
    });
    return trials.map((trial, i) => {
      const [old, now] = [verdicts[2 * i], verdicts[2 * i + 1]];
      if (old === undefined || now === undefined || typeof old === "string" || typeof now === "string") return null;
      const documents = trial.documents.map((d, j) => ({ ...d, old: old[j] ?? null, now: now[j] ?? null }));
      return { ...trial, documents, judged: true };
    });
  });
}

/** Writes the schemas of both sides of each pair into a folder, old and new in turn. */
function withSchemas<T>(trials: readonly Trial[], use: (schemas: readonly string[]) => T): T {
  const home = mkdtempSync(join(tmpdir(), "coo-mutate-"));
  try {
    return use(
      trials.flatMap(({ changed }, i) => [
        write(home, `${i}-old`, changed.before),
        write(home, `${i}-new`, changed.after),
      ]),
    );
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Those of the suspects in which xmlschema agrees, or all when it is not there. */
function settle(
  suspects: ReadonlyMap<Judged, string>,
  [before, after]: readonly [string, string],
): readonly (readonly [Judged, string])[] {
  const all = [...suspects];
  if (all.length === 0 || !hasXmlschema()) return all;
  const documents = all.map(([d]) => d.xml);
  const [old = [], now = []] = judgeByXmlschema([
    { schema: before, documents },
    { schema: after, documents },
  ]);
  return all.filter(([, side], i) => {
    const [o, n] = [(old[i] ?? null) === null, (now[i] ?? null) === null];
    return side === "sent" ? o && !n : n && !o;
  });
}

function write(home: string, name: string, documents: Readonly<Record<string, string>>): string {
  const folder = join(home, name);
  mkdirSync(folder);
  for (const [file, text] of Object.entries(documents)) writeFileSync(join(folder, file), text);
  return join(folder, DRIVER);
}
