import { decodeXml, isXmlError } from "@coo/xml";
import type { Verdict } from "../harness/suite.ts";
import type { Dump } from "../readers/dump.ts";
import { type ExpatReading, readByExpat } from "../readers/expat.ts";
import { readByLibxml } from "../readers/libxml.ts";
import { readByUs } from "../readers/ours.ts";
import { EXPAT_OTHERWISE } from "./expat-otherwise.ts";
import { type SuiteCase, withoutDoctype } from "./suite-cases.ts";

/** What is asked of a document; each question has a target of its own. */
export type Question =
  /** Not well-formed: it is refused. */
  | "not-wf"
  /** Well-formed but not by Namespaces in XML 1.0: it is refused. */
  | "namespaces"
  /** Well-formed, without a document type declaration: it is accepted, and read as the others read it. */
  | "well-formed"
  /** Well-formed, with one: it is refused with `XML_DTD`. */
  | "dtd"
  /** What is left without the declaration is accepted or refused, and read, as the others do it. */
  | "cut";

/** A verdict on one question. */
export interface XmlVerdict extends Verdict {
  readonly question: Question;
  /** Whether our reader accepted the document. */
  readonly accepted: boolean;
  /** Whether the suite says that the case, as it stands there, is well-formed. */
  readonly wellFormed: boolean;
}

/** All verdicts, and what they were compared with. */
export interface XmlConformance {
  readonly verdicts: readonly XmlVerdict[];
  /** Version of expat; `null` when there is none at hand. */
  readonly expat: string | null;
}

interface Pending {
  readonly name: string;
  readonly question: "well-formed" | "cut";
  readonly bytes: Uint8Array;
  readonly item: SuiteCase;
}

/** Judges our reader by the suite's cases. */
export function judgeSuite(cases: readonly SuiteCase[]): XmlConformance {
  const verdicts: XmlVerdict[] = [];
  const compared: Pending[] = [];
  for (const item of cases) {
    const cut = cutText(item);
    if (item.type === "not-wf") {
      const question = item.recommendation.startsWith("NS") ? "namespaces" : "not-wf";
      const code = refusal(item.bytes);
      verdicts.push({
        question,
        name: `${question}/${item.id}`,
        failure: code === undefined ? "accepted" : null,
        accepted: code === undefined,
        wellFormed: false,
      });
    } else if (cut !== undefined) {
      const code = refusal(item.bytes);
      const failure = code === "XML_DTD" ? null : (code ?? "accepted");
      verdicts.push({
        question: "dtd",
        name: `dtd/${item.id}`,
        failure,
        accepted: code === undefined,
        wellFormed: true,
      });
    } else if (item.type !== "error") {
      compared.push({ question: "well-formed", name: `well-formed/${item.id}`, bytes: item.bytes, item });
    }
    if (cut !== undefined)
      compared.push({ question: "cut", name: `cut/${item.id}`, bytes: new TextEncoder().encode(cut), item });
  }
  const byExpat = readByExpat(compared.map((c) => c.bytes));
  for (const [i, item] of compared.entries()) verdicts.push(compare(item, byExpat?.readings[i]));
  return { verdicts, expat: byExpat?.version ?? null };
}

function compare(item: Pending, expat: ExpatReading | undefined): XmlVerdict {
  const ours = attempt(() => readByUs(item.bytes), true);
  const libxml = attempt(() => readByLibxml(item.bytes), false);
  const problems: string[] = [];
  if (item.question === "well-formed" && ours.dump === undefined) problems.push(`refused: ${ours.problem}`);
  else {
    const other = difference(ours.dump, libxml.dump, libxml.problem);
    if (other !== null) problems.push(`libxml2 ${other}`);
    if (expat !== undefined) {
      const third = difference(
        ours.dump,
        "dump" in expat ? expat.dump : undefined,
        "problem" in expat ? expat.problem : undefined,
      );
      const otherwise = EXPAT_OTHERWISE.has(item.name);
      if (third !== null && !otherwise) problems.push(`expat ${third}`);
      if (third === null && otherwise) problems.push("expat reads it alike, but is listed as reading otherwise");
    }
  }
  return {
    question: item.question,
    name: item.name,
    failure: problems.length === 0 ? null : problems.join("; "),
    accepted: ours.dump !== undefined,
    wellFormed: item.item.type !== "not-wf",
  };
}

/** How another reader differs from ours; `null` when it does not. */
function difference(ours: Dump | undefined, theirs: Dump | undefined, problem: string | undefined): string | null {
  if (ours === undefined) return theirs === undefined ? null : "accepts it";
  if (theirs === undefined) return `refuses it: ${problem?.trim()}`;
  const at = ours.findIndex((line, i) => line !== theirs[i]);
  if (at < 0 && ours.length === theirs.length) return null;
  return `reads ${JSON.stringify(theirs[at < 0 ? ours.length : at])?.slice(0, 100)}`;
}

interface Attempt {
  readonly dump?: Dump;
  readonly problem?: string;
}

/** @param own - Whether only errors of ours are refusals. */
function attempt(run: () => Dump, own: boolean): Attempt {
  try {
    return { dump: run() };
  } catch (error) {
    if (own && !isXmlError(error)) throw error;
    return { problem: (error as Error).message };
  }
}

function refusal(bytes: Uint8Array): string | undefined {
  try {
    readByUs(bytes);
    return undefined;
  } catch (error) {
    if (!isXmlError(error)) throw error;
    return error.code;
  }
}

function cutText(item: SuiteCase): string | undefined {
  let text: string;
  try {
    text = decodeXml(item.bytes).text;
  } catch {
    return undefined;
  }
  return withoutDoctype(text);
}
