import { nameKey } from "@coo/wsdl";
import { ACTS, type Concept, INTERFACE_CONCEPTS } from "./concepts.ts";
import type { DeliveredOperation, Delivery, Payload } from "./delivery.ts";
import { shapeLikeness } from "./match-fields.ts";
import { type PayloadMatch, payloadsFor } from "./payloads.ts";
import type { Interface, Reference } from "./reference.ts";
import type { Similarity } from "./similarity.ts";
import { agreement, type Word, wordsOfName, wordsOfText } from "./words.ts";

/** What speaks for one pair. Each is 0 to 1; `null` where there is nothing to judge by. */
export interface Evidence {
  readonly name: number;
  readonly documentation: number | null;
  readonly shape: number | null;
  /** Whether it is said who calls, and if so, whether it is as in the reference edition. */
  readonly direction: "same" | "other" | "unknown";
  /** Whether something else is said to be done than what the interface is for. */
  readonly doesOther: boolean;
}

/** An interface and one of the delivered operations. */
export interface Pairing {
  readonly delivered: DeliveredOperation;
  readonly score: number;
  readonly evidence: Evidence;
}

/** What became of an interface. */
export interface InterfaceMatch {
  readonly reference: Interface;
  /** All operations that come into question, best first. */
  readonly candidates: readonly Pairing[];
  /** Taken without asking; `null` where a person has to decide. */
  readonly accepted: Pairing | null;
  /** Decided by a person: the pairing, or that there is none. */
  readonly answered: boolean;
  /** How far the best is ahead of what else could be taken. */
  readonly lead: number;
}

/** From this score on a pair is taken without asking … */
export const ACCEPT = 0.62;
/** … if it is so far ahead of every other pair of either of its two … */
export const LEAD = 0.08;
/** … and, where there is only a name to go by, if that leaves out nothing and says nothing else: many get something. */
const NAME_ALONE = 0.9;
/** Below this score nothing comes into question. */
const CANDIDATE = 0.25;
/** What there is to judge by counts so much. */
const WEIGHTS = { name: 0.3, documentation: 0.4, shape: 0.3 } as const;

/** What is known of a delivered operation before it is compared. */
interface Judged {
  readonly delivered: DeliveredOperation;
  readonly nameWords: readonly Word[];
  readonly aroundWords: readonly Word[];
  readonly textWords: readonly Word[] | null;
  readonly official: string | null;
  readonly pushed: boolean | null;
  readonly request: Payload | null;
  readonly response: Payload | null;
}

/** What the strings or elements of an operation carry. */
export function bodiesOf(
  delivered: DeliveredOperation,
  delivery: Delivery,
): {
  readonly [Side in "request" | "response"]: {
    readonly body: Payload | null;
    readonly candidates: readonly PayloadMatch[];
  };
} {
  const side = (kind: "request" | "response"): { body: Payload | null; candidates: readonly PayloadMatch[] } => {
    const message = delivered[kind];
    if (message.carries !== "string") return { body: message.body, candidates: [] };
    const candidates = payloadsFor(delivered, kind, delivery);
    const [first, second] = candidates;
    const clear = first !== undefined && first.score >= 0.9 && first.score > (second?.score ?? 0);
    return { body: clear ? first.payload : null, candidates };
  };
  return { request: side("request"), response: side("response") };
}

/**
 * Which operation is which interface: by names, by what is said, by what messages hold. Deterministic: equal scores go
 * by interface number and key.
 *
 * @param answers - By our operation's name: the key of a delivered operation, or `null` where there is none.
 */
export function matchOperations(
  delivery: Delivery,
  reference: Reference,
  similarity: Similarity,
  answers: ReadonlyMap<string, string | null> = new Map(),
): readonly InterfaceMatch[] {
  const officialNames = reference.interfaces.map((i) => i.entry.nameZh ?? "").filter((n) => n !== "");
  const judged = delivery.operations.map((delivered) => judge(delivered, delivery, officialNames));
  const table = reference.interfaces.map((i) => judged.map((j) => pairing(i, j, similarity)));
  const rows = new Set(reference.interfaces.flatMap((one, row) => (answers.has(one.name) ? [] : [row])));
  const taken = new Set(answers.values());
  const columns = new Set(judged.flatMap((j, column) => (taken.has(j.delivered.key) ? [] : [column])));
  const scoreAt = (row: number, column: number): number => table[row]?.[column]?.score ?? 0;
  /** The best operation that is left for an interface, and how far it is ahead. */
  const bestFor = (row: number): { readonly column: number; readonly lead: number } | null => {
    const left = [...columns];
    const [column] = left.sort((x, y) => scoreAt(row, y) - scoreAt(row, x) || x - y);
    if (column === undefined) return null;
    const inRow = left.filter((c) => c !== column).map((c) => scoreAt(row, c));
    const inColumn = [...rows].filter((r) => r !== row).map((r) => scoreAt(r, column));
    return { column, lead: scoreAt(row, column) - Math.max(0, ...inRow, ...inColumn) };
  };
  const found = new Map<number, { readonly pairing: Pairing; readonly lead: number }>();
  // What is taken is out of question for the others, which may be clear then.
  for (let before = -1; before < found.size; ) {
    before = found.size;
    const clear = [...rows].flatMap((row) => {
      const best = bestFor(row);
      const pairing = best === null ? undefined : table[row]?.[best.column];
      if (best === null || pairing === undefined || pairing.score < ACCEPT || best.lead < LEAD) return [];
      return objection(pairing) === null ? [{ row, column: best.column, pairing, lead: best.lead }] : [];
    });
    for (const { row, column, pairing, lead } of clear) {
      rows.delete(row);
      columns.delete(column);
      found.set(row, { pairing, lead });
    }
  }
  return reference.interfaces.map((one, row): InterfaceMatch => {
    const candidates = (table[row] ?? [])
      .filter((p) => p.score >= CANDIDATE)
      .sort((a, b) => b.score - a.score || (a.delivered.key < b.delivered.key ? -1 : 1));
    const answer = answers.get(one.name);
    if (answer !== undefined) {
      const accepted = (table[row] ?? []).find((p) => p.delivered.key === answer) ?? null;
      return { reference: one, candidates, accepted, answered: true, lead: 0 };
    }
    const clear = found.get(row);
    const lead = clear?.lead ?? bestFor(row)?.lead ?? 0;
    return { reference: one, candidates, accepted: clear?.pairing ?? null, answered: false, lead };
  });
}

/** Why a pair is not taken unasked, however well it scores; `null` where nothing is against it. */
export function objection({ evidence }: Pairing): "other act" | "name alone" | null {
  if (evidence.doesOther) return "other act";
  const alone = evidence.documentation === null && evidence.shape === null;
  return alone && evidence.name < NAME_ALONE ? "name alone" : null;
}

function judge(delivered: DeliveredOperation, delivery: Delivery, officialNames: readonly string[]): Judged {
  const bodies = bodiesOf(delivered, delivery);
  // A service for itself alone speaks of its operation.
  const alone = delivered.portType.operations.length === 1;
  const around = alone ? delivered.documentationAround : [];
  const said = [...delivered.documentation, ...around].filter((t) => t.trim() !== "");
  const bodyTexts = [bodies.request.body, bodies.response.body].flatMap((b) =>
    (b?.type.annotation.documentation ?? []).map((d) => d.text),
  );
  const texts = said.length > 0 ? said : bodyTexts;
  const words = texts.length === 0 ? null : firstClauses(texts).flatMap(wordsOfText);
  return {
    delivered,
    nameWords: wordsOfName(delivered.operation.name),
    aroundWords: alone ? delivered.around.flatMap((n) => wordsOfName(n.split("/").at(-1) ?? n)) : [],
    textWords: words === null || words.length === 0 ? null : words,
    official: officialNameIn([...said, ...bodyTexts].join("\n"), officialNames),
    pushed: isPushed(delivered),
    request: bodies.request.body,
    response: bodies.response.body,
  };
}

/** What a text is about stands at its beginning; what follows tells of details. */
function firstClauses(texts: readonly string[]): readonly string[] {
  const clauses = texts.map((t) => /^[^。.;；\n,，(（]*/.exec(t.trim())?.[0] ?? "");
  return [clauses.find((c) => wordsOfText(c).length > 1) ?? clauses[0] ?? ""];
}

/** The one official name that stands in a text; `null` for none and for several. 非优惠… is not 优惠…. */
function officialNameIn(text: string, names: readonly string[]): string | null {
  const found = names.filter((name) => text.replaceAll(`非${name}`, "").includes(name));
  const outer = found.filter((name) => !found.some((other) => other !== name && other.includes(name)));
  return outer.length === 1 ? (outer[0] as string) : null;
}

const PUSHED =
  /推送|回调|由(?:贸促会|签证系统|签证平台|我方)[^,，。;；]{0,6}调用|接入商[^,，。;；]{0,4}(?:实现|提供)|\bcall ?back\b|\bpush(?:ed|es)?\b|implemented by the (?:platform|provider|client)/i;

/** Whether it is said that the other side calls; `null` where nothing is said. */
export function isPushed(delivered: DeliveredOperation): boolean | null {
  const { pattern } = delivered.operation;
  if (pattern === "notification" || pattern === "solicit-response") return true;
  if (PUSHED.test([...delivered.documentation, ...delivered.documentationAround].join("\n"))) return true;
  const words = [delivered.operation.name, ...delivered.around].flatMap((n) => wordsOfName(n));
  if (words.some((w) => w.meanings.length === 1 && w.meanings[0] === "push")) return true;
  return delivered.documentation.length > 0 ? false : null;
}

function pairing(one: Interface, judged: Judged, similarity: Similarity): Pairing {
  const concepts = INTERFACE_CONCEPTS.get(one.no) ?? [];
  const named = agreement(judged.nameWords, concepts);
  const withAround = agreement(unique([...judged.nameWords, ...judged.aroundWords]), concepts);
  const name = Math.max(named, withAround * 0.95);
  const documentation =
    judged.official !== null
      ? judged.official === one.entry.nameZh
        ? 1
        : 0.15
      : judged.textWords === null
        ? null
        : agreement(judged.textWords, concepts);
  const shape = shapeOf(one, judged, similarity);
  const isPush = one.entry.direction === "push";
  const direction = judged.pushed === null ? "unknown" : judged.pushed === isPush ? "same" : "other";
  const parts = [
    [name, WEIGHTS.name],
    [documentation, WEIGHTS.documentation],
    [shape, WEIGHTS.shape],
  ] as const;
  const given = parts.filter((p): p is readonly [number, (typeof p)[1]] => p[0] !== null);
  const weight = given.reduce((sum, [, w]) => sum + w, 0);
  const mean = given.reduce((sum, [value, w]) => sum + value * w, 0) / weight;
  // Little to judge by makes less sure; whoever calls where we are called is hardly the same interface.
  const sure = weight >= 0.6 ? 1 : 0.92;
  const score = mean * sure * (direction === "other" ? (isPush ? 0.75 : 0.6) : 1);
  return {
    delivered: judged.delivered,
    score: rounded(score),
    evidence: {
      name: rounded(name),
      documentation: documentation === null ? null : rounded(documentation),
      shape: shape === null ? null : rounded(shape),
      direction,
      doesOther: judged.official === null && saysOtherAct([...judged.nameWords, ...(judged.textWords ?? [])], concepts),
    },
  };
}

/** Whether words name an act, and none of those that the interface is for: a receipt is no query, whatever it is about. */
function saysOtherAct(words: readonly Word[], concepts: readonly Concept[]): boolean {
  const acts = words.filter((w) => w.meanings.length > 0 && w.meanings.every((m) => ACTS.has(m)));
  const own = words.some((w) => w.meanings.some((m) => ACTS.has(m) && concepts.includes(m)));
  return acts.length > 0 && !own;
}

function unique(words: readonly Word[]): Word[] {
  const seen = new Set<string>();
  return words.filter(({ meanings, text }) => {
    const key = meanings.length > 0 ? meanings.join("|") : text;
    // What a service is called beside that tells nothing.
    if (meanings.length === 0 || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function shapeOf(one: Interface, { request, response }: Judged, similarity: Similarity): number | null {
  const asked = request === null ? null : shapeLikeness(request.type, one.request, similarity);
  const answered = response === null ? null : shapeLikeness(response.type, one.response, similarity);
  if (asked === null) return answered;
  // Answers are alike more often than questions are.
  return answered === null ? asked : asked * 0.6 + answered * 0.4;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** The key of a component's type where it has a name. */
export function keyOf(payload: Payload): string {
  return payload.type.kind === "complex" && payload.type.name !== null ? nameKey(payload.type.name) : payload.key;
}
