import type { Type } from "@coo/wsdl";
import { type Field, fieldsOf, isContainer, leavesOf } from "./fields.ts";
import type { Similarity } from "./similarity.ts";

/** One of their elements and what it is taken for. */
export interface FieldMatch {
  readonly theirs: Field;
  readonly ours: Field;
  readonly score: number;
  readonly runnerUp: { readonly name: string; readonly score: number } | null;
  /** Type of theirs in which the element stands, and of ours. */
  readonly inTheirs: Type;
  readonly inOurs: Type;
  readonly path: string;
  readonly ourPath: string;
}

/** What became of two messages' elements. */
export interface MessageMatch {
  readonly fields: readonly FieldMatch[];
  /**
   * Paths of theirs that are like nothing of ours, with names of ours in the same place that are open still, and of ours
   * that they do not have.
   */
  readonly onlyTheirs: readonly {
    readonly path: string;
    readonly optional: boolean;
    readonly open: readonly string[];
  }[];
  readonly onlyOurs: readonly { readonly path: string; readonly optional: boolean }[];
}

/** From here on two elements are taken for the same. */
const SAME_FIELD = 0.6;
const MAX_DEPTH = 8;

interface Pair {
  readonly theirs: Field;
  readonly ours: Field;
  readonly score: number;
}

/** Less alike than {@link SAME_FIELD}, but like nothing else that is left. */
const LEFT_FIELD = 0.42;
const LEFT_LEAD = 0.1;

/** Pairs of what is left: each is the other's best by far. */
function pairLeft(theirs: readonly Field[], ours: readonly Field[], like: (t: Field, o: Field) => number): Pair[] {
  return theirs.flatMap((t): Pair[] => {
    const best = ours.map((o) => ({ o, score: like(t, o) })).sort((a, b) => b.score - a.score);
    const [first, second] = best;
    if (!first || first.score < LEFT_FIELD || first.score - (second?.score ?? 0) < LEFT_LEAD) return [];
    const rivals = theirs.filter((other) => other !== t).map((other) => like(other, first.o));
    return first.score - Math.max(0, ...rivals) < LEFT_LEAD ? [] : [{ theirs: t, ours: first.o, score: first.score }];
  });
}

/** Pairs elements one to one, best first; equal scores by order of ours, then theirs. */
function pairUp(theirs: readonly Field[], ours: readonly Field[], like: (t: Field, o: Field) => number): Pair[] {
  const all: Pair[] = [];
  for (const o of ours)
    for (const t of theirs) {
      const score = like(t, o);
      if (score >= SAME_FIELD) all.push({ theirs: t, ours: o, score });
    }
  all.sort((a, b) => b.score - a.score);
  const used = new Set<Field>();
  return all.filter((p) => {
    if (used.has(p.theirs) || used.has(p.ours)) return false;
    used.add(p.theirs).add(p.ours);
    return true;
  });
}

/**
 * How alike two messages are by what lies in them, wherever in them it lies, 0 to 1; `null` when one is empty, which
 * says nothing. What ours must have counts more than what it may have.
 */
export function shapeLikeness(theirs: Type, ours: Type, similarity: Similarity): number | null {
  const [t, o] = [leavesOf(theirs), leavesOf(ours)];
  if (t.length === 0 || o.length === 0) return null;
  const pairs = pairUp(t, o, (x, y) => similarity.of(x, y));
  const worth = (field: Field): number => (field.optional ? 0.5 : 1);
  const found = pairs.reduce((sum, p) => sum + p.score * worth(p.ours), 0);
  const ofOurs = found / o.reduce((sum, field) => sum + worth(field), 0);
  const ofTheirs = pairs.reduce((sum, p) => sum + p.score, 0) / t.length;
  return ofOurs + ofTheirs === 0 ? 0 : (2 * ofOurs * ofTheirs) / (ofOurs + ofTheirs);
}

/** What a person decided of an element of theirs: our name, `null` for "none of ours", `undefined` for nothing. */
export type Decided = (type: Type, element: Field) => string | null | undefined;

/** Pairs the elements of two messages level by level. */
export function matchMessages(
  theirs: Type,
  ours: Type,
  similarity: Similarity,
  decided: Decided = () => undefined,
): MessageMatch {
  const fields: FieldMatch[] = [];
  const onlyTheirs: { path: string; optional: boolean; open: readonly string[] }[] = [];
  const onlyOurs: { path: string; optional: boolean }[] = [];
  const likeContainers = (t: Field, o: Field): number => {
    const named = similarity.of(t, o);
    if (!isContainer(t.type) || !isContainer(o.type)) return named;
    const shape = shapeLikeness(t.type, o.type, similarity) ?? 0;
    // Lists are called anything; what lies in them tells.
    return Math.max(named * 0.5 + shape * 0.5, shape >= 0.75 ? shape * 0.85 : 0);
  };
  const visit = (t: Type, o: Type, path: string, ourPath: string, depth: number, above: readonly Type[]): void => {
    const [mine, yours] = [fieldsOf(o), fieldsOf(t)];
    const fixed = yours.flatMap((y): Pair[] => {
      const name = decided(t, y);
      const found = typeof name === "string" ? mine.find((m) => m.name === name) : undefined;
      return found === undefined ? [] : [{ theirs: y, ours: found, score: 1 }];
    });
    // An answer by name alone may mean another element of that name.
    const undecided = yours.filter((y) => decided(t, y) !== null && !fixed.some((p) => p.theirs === y));
    const unfixed = mine.filter((m) => !fixed.some((p) => p.ours === m));
    const pairs = [...fixed, ...pairUp(undecided, unfixed, likeContainers)];
    const only = onlyPair(undecided, mine, pairs);
    const open = <T>(fields: readonly T[], of: (p: Pair) => unknown): T[] =>
      fields.filter((f) => !pairs.some((p) => of(p) === f));
    const left = pairLeft(
      open(undecided, (p) => p.theirs),
      open(mine, (p) => p.ours),
      likeContainers,
    );
    const taken = only ? [only] : [...pairs, ...left];
    const without = mine.filter((m) => !taken.some((p) => p.ours === m));
    for (const y of yours) {
      if (taken.some((p) => p.theirs === y)) continue;
      const possible = without.filter((m) => isContainer(m.type) === isContainer(y.type)).map((m) => m.name);
      const none = decided(t, y) === null;
      onlyTheirs.push({ path: `${path}${y.name}`, optional: y.optional, open: none ? [] : possible });
    }
    for (const m of without) onlyOurs.push({ path: `${ourPath}${m.name}`, optional: m.optional });
    for (const m of mine) {
      const pair = taken.find((p) => p.ours === m);
      if (!pair) continue;
      const others = yours
        .filter((y) => y !== pair.theirs)
        .map((y) => ({ name: y.name, score: likeContainers(y, m) }))
        .sort((a, b) => b.score - a.score);
      fields.push({
        ...pair,
        runnerUp: others[0] !== undefined && others[0].score > 0.3 ? others[0] : null,
        inTheirs: t,
        inOurs: o,
        path: `${path}${pair.theirs.name}`,
        ourPath: `${ourPath}${m.name}`,
      });
      if (
        isContainer(pair.theirs.type) &&
        isContainer(m.type) &&
        depth < MAX_DEPTH &&
        !above.includes(pair.theirs.type)
      )
        visit(pair.theirs.type, m.type, `${path}${pair.theirs.name}/`, `${ourPath}${m.name}/`, depth + 1, [
          ...above,
          pair.theirs.type,
        ]);
    }
  };
  visit(theirs, ours, "", "", 0, [theirs]);
  return { fields, onlyTheirs, onlyOurs };
}

/** A list that holds one kind of item holds our kind of item, whatever it is called. */
function onlyPair(yours: readonly Field[], mine: readonly Field[], pairs: readonly Pair[]): Pair | null {
  const [y, m] = [yours[0], mine[0]];
  if (yours.length !== 1 || mine.length !== 1 || pairs.length > 0 || !y || !m) return null;
  if (!y.repeated || !m.repeated || isContainer(y.type) !== isContainer(m.type)) return null;
  return { theirs: y, ours: m, score: SAME_FIELD };
}
