import type { ValidationContext } from "./context.ts";
import { countryOf } from "./countries.ts";
import { codeListRows } from "./gen/code-lists.ts";
import { plainText } from "./node.ts";
import { packUnit } from "./pack-units.ts";

const known: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(codeListRows).map(([list, { codes }]) => [list, new Set(codes.map(([code = ""]) => code))]),
);
const unitNames: ReadonlySet<string> = new Set(
  (codeListRows["measurement-units"]?.codes ?? []).map(([, zh = ""]) => zh),
);
const modeNames: ReadonlySet<string> = new Set((codeListRows["transport-modes"]?.codes ?? []).map(([, zh = ""]) => zh));

/** Lists that are read in a way of their own; the others by their codes. */
const READERS: Readonly<Record<string, (code: string, context: ValidationContext) => boolean>> = {
  countries: (code, { countrySystem }) => countryOf(code, countrySystem) !== undefined,
  "coo-pack-units": (code) => packUnit(code) !== undefined,
  "measurement-units": (code) => has("measurement-units", code) || unitNames.has(code),
  "trade-modes": (code) => has("trade-modes", code) || has("customs-trade-modes", code),
  incoterms: (code) => has("incoterms", plainText(code).split(" ")[0] ?? "") || has("price-terms", plainText(code)),
  "transport-modes": (code) => has("transport-modes", plainText(code)) || modeNames.has(code),
};

/**
 * Whether a code stands in a list.
 *
 * @returns Nothing when the list is not shipped, or is only a sample (`ports`), so that nothing can be said.
 */
export function isKnownCode(list: string, code: string, context: ValidationContext): boolean | undefined {
  const given = context.codeLists;
  if (given !== undefined && Object.hasOwn(given, list)) return given[list]?.includes(code);
  const reader = READERS[list];
  if (reader !== undefined) return reader(code, context);
  return known.get(list)?.has(code);
}

/** Sources of a shipped list. */
export function codeListSources(list: string): readonly string[] {
  return codeListRows[list]?.sources ?? [];
}

function has(list: string, code: string): boolean {
  return known.get(list)?.has(code) === true;
}
