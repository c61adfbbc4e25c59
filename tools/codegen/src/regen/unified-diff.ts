/** Lines of context around a change. */
const CONTEXT = 3;
/** Beyond so many differing lines the shortest way is not looked for. */
const MAX_EDITS = 2000;

interface Step {
  readonly kind: " " | "-" | "+";
  readonly text: string;
}

/** The unified diff of one file; `null` stands for a file that is not there. */
export function unifiedDiff(path: string, old: string | null, now: string | null): string {
  const steps = stepsOf(linesOf(old), linesOf(now));
  const head = `--- ${old === null ? "/dev/null" : `a/${path}`}\n+++ ${now === null ? "/dev/null" : `b/${path}`}\n`;
  const out: string[] = [];
  let [i, before, after] = [0, 0, 0];
  while (i < steps.length) {
    if (steps[i]?.kind === " ") {
      i++;
      before++;
      after++;
      continue;
    }
    const start = Math.max(0, i - CONTEXT);
    let end = i;
    for (let quiet = 0; end < steps.length && quiet <= 2 * CONTEXT; end++)
      quiet = steps[end]?.kind === " " ? quiet + 1 : 0;
    while (end > i && steps[end - 1]?.kind === " " && trailing(steps, end) > CONTEXT) end--;
    const hunk = steps.slice(start, end);
    const [lead] = [i - start];
    const olds = hunk.filter((s) => s.kind !== "+").length;
    const news = hunk.filter((s) => s.kind !== "-").length;
    const from = olds === 0 ? before - lead : before - lead + 1;
    const to = news === 0 ? after - lead : after - lead + 1;
    out.push(`@@ -${from},${olds} +${to},${news} @@`, ...hunk.map((s) => `${s.kind}${s.text}`));
    const passed = steps.slice(i, end);
    before += passed.filter((s) => s.kind !== "+").length;
    after += passed.filter((s) => s.kind !== "-").length;
    i = end;
  }
  return out.length === 0 ? "" : `${head}${out.join("\n")}\n`;
}

/** How many unchanged steps stand before `end`. */
function trailing(steps: readonly Step[], end: number): number {
  let n = 0;
  while (n < end && steps[end - 1 - n]?.kind === " ") n++;
  return n;
}

function linesOf(text: string | null): string[] {
  if (text === null || text === "") return [];
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

function stepsOf(a: readonly string[], b: readonly string[]): Step[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const same = (lines: readonly string[]): Step[] => lines.map((text) => ({ kind: " ", text }));
  return [
    ...same(a.slice(0, head)),
    ...shortest(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...same(a.slice(a.length - tail)),
  ];
}

/** Myers' way: of all edits the fewest. */
function shortest(a: readonly string[], b: readonly string[]): Step[] {
  const replaced = (): Step[] => [
    ...a.map((text): Step => ({ kind: "-", text })),
    ...b.map((text): Step => ({ kind: "+", text })),
  ];
  if (a.length === 0 || b.length === 0) return replaced();
  const rows: Map<number, number>[] = [];
  let row = new Map<number, number>([[1, 0]]);
  for (let d = 0; d <= Math.min(a.length + b.length, MAX_EDITS); d++) {
    const next = new Map(row);
    rows.push(new Map(row));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (row.get(k - 1) ?? -1) < (row.get(k + 1) ?? -1));
      let x = down ? (row.get(k + 1) ?? 0) : (row.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return traced(a, b, rows, d);
    }
    row = next;
  }
  return replaced();
}

function traced(
  a: readonly string[],
  b: readonly string[],
  rows: readonly Map<number, number>[],
  edits: number,
): Step[] {
  const out: Step[] = [];
  let [x, y] = [a.length, b.length];
  const back = (toX: number, toY: number): void => {
    for (; x > toX && y > toY; x--, y--) out.push({ kind: " ", text: a[x - 1] as string });
  };
  for (let d = edits; d > 0; d--) {
    const row = rows[d] as Map<number, number>;
    const k = x - y;
    const down = k === -d || (k !== d && (row.get(k - 1) ?? -1) < (row.get(k + 1) ?? -1));
    const from = down ? k + 1 : k - 1;
    const px = row.get(from) ?? 0;
    const py = px - from;
    back(px, py);
    out.push(down ? { kind: "+", text: b[py] as string } : { kind: "-", text: a[px] as string });
    [x, y] = [px, py];
  }
  back(0, 0);
  return out.reverse();
}
