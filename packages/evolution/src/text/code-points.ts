/** A set of code points as ranges, both ends included, in order, apart from each other. */
export type CodePoints = readonly (readonly [first: number, last: number])[];

/** What a text in an XML document may hold: production Char of XML 1.0. */
export const XML_CHARACTERS: CodePoints = [
  [0x9, 0xa],
  [0xd, 0xd],
  [0x20, 0xd7ff],
  [0xe000, 0xfffd],
  [0x10000, 0x10ffff],
];

const known = new Map<string, CodePoints>();

/** The characters of XML that a class of ECMAScript with the `v` flag, or a single character, stands for. */
export function codePointsOf(source: string): CodePoints {
  let found = known.get(source);
  if (found === undefined) {
    found = simple(source) ?? scan(source);
    known.set(source, found);
  }
  return found;
}

/** Most classes are a few characters and ranges of ASCII; looking at a million characters would cost more. */
function simple(source: string): CodePoints | null {
  if (source === "\\n") return [[10, 10]];
  if (source === "\\r") return [[13, 13]];
  if (source === "\\t") return [[9, 9]];
  const only = /^\\?([^\\a-zA-Z0-9])$/u.exec(source) ?? /^([a-zA-Z0-9])$/.exec(source);
  if (only !== null) {
    const code = (only[1] as string).codePointAt(0) as number;
    return intersect([[code, code]], XML_CHARACTERS);
  }
  const inside = /^\[((?:[a-zA-Z0-9](?:-[a-zA-Z0-9])?)+)\]$/.exec(source)?.[1];
  if (inside === undefined) return null;
  return union(
    [...inside.matchAll(/(.)(?:-(.))?/g)].map(([, a = "", b = a]) => [a.charCodeAt(0), b.charCodeAt(0)] as const),
  );
}

function scan(source: string): CodePoints {
  const test = new RegExp(`^(?:${source})$`, "v");
  const ranges: [number, number][] = [];
  for (const [first, last] of XML_CHARACTERS) {
    for (let code = first; code <= last; code++) {
      if (!test.test(String.fromCodePoint(code))) continue;
      const open = ranges.at(-1);
      if (open !== undefined && open[1] === code - 1) open[1] = code;
      else ranges.push([code, code]);
    }
  }
  return ranges;
}

function union(ranges: readonly (readonly [number, number])[]): CodePoints {
  const out: [number, number][] = [];
  for (const [first, last] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const open = out.at(-1);
    if (open !== undefined && first <= open[1] + 1) open[1] = Math.max(open[1], last);
    else out.push([first, last]);
  }
  return out;
}

function intersect(a: CodePoints, b: CodePoints): CodePoints {
  return a.flatMap(([first, last]) =>
    b.flatMap(([f, l]) =>
      Math.max(first, f) <= Math.min(last, l) ? [[Math.max(first, f), Math.min(last, l)] as const] : [],
    ),
  );
}

/** Whether `code` is in the set. */
export function contains(set: CodePoints, code: number): boolean {
  let low = 0;
  let high = set.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = set[middle] as readonly [number, number];
    if (code < first) high = middle - 1;
    else if (code > last) low = middle + 1;
    else return true;
  }
  return false;
}

/** Characters that a witness shows rather than others of the same kind. */
const SHOWN = [..."0A1aB2b9 -./:_+国"].map((c) => c.codePointAt(0) as number);

/**
 * One character for each way in which characters can differ as far as `sets` can tell: two characters that are in the
 * same sets cannot lead an automaton over these sets to different places.
 */
export function minterms(sets: readonly CodePoints[]): number[] {
  const starts = new Set<number>(XML_CHARACTERS.map(([first]) => first));
  for (const set of sets) {
    for (const [first, last] of set) {
      starts.add(first);
      starts.add(last + 1);
    }
  }
  const found = new Map<string, number>();
  for (const code of [...SHOWN, ...[...starts].sort((a, b) => a - b)]) {
    if (!contains(XML_CHARACTERS, code)) continue;
    const key = sets.map((set) => (contains(set, code) ? "1" : "0")).join("");
    if (!found.has(key)) found.set(key, code);
  }
  return [...found.values()];
}
