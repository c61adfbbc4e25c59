import { isXmlError } from "@coo/xml";
import type { Dump } from "../readers/dump.ts";
import { readByLibxml } from "../readers/libxml.ts";
import { readByUs } from "../readers/ours.ts";
import { readBySlimdom } from "../readers/slimdom.ts";
import { sameCanonicalForms } from "./canonical.ts";
import { CLASSES } from "./classes.ts";
import { generator, mutate, mutateBytes } from "./mutate.ts";
import { seeds } from "./seeds.ts";

/** A document on which readers differ. */
export interface Disagreement {
  /** Where it was drawn: seed and number of the case. */
  readonly case: string;
  /** The reader that differs from ours; `c14n`: libxml2 reads alike and writes another canonical form. */
  readonly reader: "libxml2" | "slimdom" | "c14n" | "string";
  /** The document, bytes that are no UTF-8 as U+FFFD. */
  readonly xml: string;
  /** Our code of error; `undefined` when we accept. */
  readonly ours: string | undefined;
  /** Their complaint; `undefined` when they accept. */
  readonly theirs: string | undefined;
  /** First line that reads otherwise, where both accept. */
  readonly lines?: readonly [ours: string | undefined, theirs: string | undefined];
}

/** What came out of a run. */
export interface Outcome {
  readonly cases: number;
  readonly accepted: number;
  readonly refused: number;
  /** Number of disagreements by class. */
  readonly known: Readonly<Record<string, number>>;
  /** Cases with a disagreement that no class explains. */
  readonly unexplained: number;
  /** The first of those disagreements. */
  readonly unknown: readonly Disagreement[];
}

const MAX_SHOWN = 50;

/** Reads the cases `from` … `to - 1` of a seed with all readers. A case depends on its seed and number alone. */
export function compareReaders(seed: number, from: number, to: number): Outcome {
  const documents = seeds();
  const known: Record<string, number> = {};
  const unknown: Disagreement[] = [];
  let accepted = 0;
  let refused = 0;
  let unexplained = 0;
  for (let i = from; i < to; i++) {
    const random = generator(Math.imul(seed, 0x9e3779b1) ^ Math.imul(i + 1, 0x85ebca6b));
    const { found, ok } = compareOne(documents[random(documents.length)] as string, random, `${seed}:${i}`);
    if (ok) accepted++;
    else refused++;
    let strange = false;
    for (const item of found) {
      const name = Object.keys(CLASSES).find((key) => CLASSES[key]?.fits(item));
      if (name !== undefined) known[name] = (known[name] ?? 0) + 1;
      else {
        strange = true;
        if (unknown.length < MAX_SHOWN) unknown.push(item);
      }
    }
    if (strange) unexplained++;
  }
  return { cases: to - from, accepted, refused, known, unexplained, unknown };
}

/** One mutant in ten is one of bytes, which may be no UTF-8; the others are texts. */
function compareOne(
  document: string,
  random: (below: number) => number,
  name: string,
): { readonly found: readonly Disagreement[]; readonly ok: boolean } {
  const byBytes = random(10) === 0;
  const text = byBytes ? document : mutate(document, random);
  const found: Disagreement[] = [];
  if (!text.isWellFormed()) {
    // No bytes for the others: such a string cannot be encoded.
    const ours = attempt(() => readByUs(text));
    if (ours.problem === undefined)
      found.push({ case: name, reader: "string", xml: text, ours: undefined, theirs: "a lone surrogate" });
    return { found, ok: ours.problem === undefined };
  }
  const bytes = byBytes ? mutateBytes(encoder.encode(text), random) : encoder.encode(text);
  const xml = byBytes ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) : text;
  const ours = attempt(() => readByUs(bytes));
  const take = (reader: Disagreement["reader"], theirs: Reading): void => {
    const at = ours.dump && theirs.dump ? firstDifference(ours.dump, theirs.dump) : -1;
    if ((ours.dump === undefined) === (theirs.dump === undefined) && at < 0) return;
    found.push({
      case: name,
      reader,
      xml,
      ours: ours.problem,
      theirs: theirs.problem,
      ...(at < 0 ? {} : { lines: [ours.dump?.[at], theirs.dump?.[at]] as const }),
    });
  };
  take(
    "libxml2",
    attempt(() => readByLibxml(bytes)),
  );
  // It reads text alone.
  if (!byBytes)
    take(
      "slimdom",
      attempt(() => readBySlimdom(text)),
    );
  if (ours.dump !== undefined && found.length === 0 && !sameCanonicalForms(xml, bytes))
    found.push({ case: name, reader: "c14n", xml, ours: undefined, theirs: undefined });
  return { found, ok: ours.dump !== undefined };
}

const encoder = new TextEncoder();

interface Reading {
  readonly dump?: Dump;
  readonly problem?: string;
}

function attempt(run: () => Dump): Reading {
  try {
    return { dump: run() };
  } catch (error) {
    return { problem: isXmlError(error) ? error.code : String((error as Error).message).trim() };
  }
}

/** Index of the first line that differs; `-1` when none does. */
function firstDifference(a: Dump, b: Dump): number {
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return i;
  return -1;
}
