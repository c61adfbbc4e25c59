/** What is compared of two things of which one may be the other under a new name. */
export interface Candidate {
  readonly name: string;
  /** Type or structure as text. */
  readonly shape: string;
  readonly documentation: string;
  readonly position: number;
  readonly occurs: string;
}

/** Letters only, so that `goods_name`, `goodsName` and `GoodsName` are one. */
function folded(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

function nameSimilarity(a: string, b: string): number {
  const [x, y] = [folded(a).slice(0, 200), folded(b).slice(0, 200)];
  const longer = Math.max(x.length, y.length);
  return longer === 0 ? 0 : 1 - distance(x, y) / longer;
}

/** From 0 to 1: how likely one is the other, renamed. Documentation that nobody wrote is no evidence. */
export function similarity(a: Candidate, b: Candidate, siblings: number): number {
  const position = 1 - Math.abs(a.position - b.position) / Math.max(1, siblings);
  return (
    (a.shape === b.shape ? 0.35 : 0) +
    (a.documentation !== "" && a.documentation === b.documentation ? 0.25 : 0) +
    nameSimilarity(a.name, b.name) * 0.2 +
    position * 0.12 +
    (a.occurs === b.occurs ? 0.08 : 0)
  );
}

/** Which of the added names a removed one is now; `null`: none of them, `undefined`: nobody said. */
export type Decide = (removed: string, added: readonly string[], index: number) => number | null | undefined;

/** Accepted renames, and those that are only worth mentioning, as indices into `removed` and `added`. */
export function findRenames(
  removed: readonly Candidate[],
  added: readonly Candidate[],
  siblings: number,
  decide: Decide = () => undefined,
): { readonly detected: [number, number][]; readonly suggested: [number, number][] } {
  const detected: [number, number][] = [];
  const suggested: [number, number][] = [];
  const names = added.map((b) => b.name);
  const decided = removed.map((a, i) => decide(a.name, names, i));
  const taken = new Set(decided.filter((j) => typeof j === "number"));
  decided.forEach((j, i) => {
    if (typeof j === "number") detected.push([i, j]);
  });
  // What somebody decided on is no candidate of anything else.
  const score = removed.map((a, i) =>
    added.map((b, j) => (decided[i] !== undefined || taken.has(j) ? 0 : similarity(a, b, siblings))),
  );
  const best = (values: readonly number[]): [index: number, value: number, lead: number] => {
    const index = values.reduce((at, v, i) => (v > (values[at] ?? -1) ? i : at), 0);
    const others = values.filter((_, i) => i !== index);
    return [index, values[index] ?? 0, (values[index] ?? 0) - Math.max(0, ...others)];
  };
  score.forEach((row, i) => {
    if (row.length === 0) return;
    const [j, value, lead] = best(row);
    const [back, , backLead] = best(score.map((r) => r[j] ?? 0));
    if (back !== i || value < 0.6) return;
    if (value >= 0.8 && lead >= 0.15 && backLead >= 0.15) detected.push([i, j]);
    else suggested.push([i, j]);
  });
  return { detected, suggested };
}
