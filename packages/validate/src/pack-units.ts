import { codeListRows } from "./gen/code-lists.ts";

/** A package unit as printed. */
export interface PackUnit {
  readonly code: string;
  /** Plural words, e.g. `CARTONS`. */
  readonly words: string;
  readonly singular: string;
  readonly zh: string;
  /** Mixed, nude, bulk or hanging: goes with package type 2. */
  readonly irregular: boolean;
}

const units: readonly PackUnit[] = (codeListRows["coo-pack-units"]?.codes ?? []).map(
  ([code = "", zh = "", words = "", irregular]) => ({
    code,
    words,
    singular: singularOf(words),
    zh,
    irregular: irregular === "yes",
  }),
);
const byName: ReadonlyMap<string, PackUnit> = new Map(
  units.flatMap((unit) => namesOf(unit).map((name) => [name, unit])),
);

/** The unit that a code, a plural or a singular word stands for, e.g. `CTN`, `CARTONS`, `carton`. */
export function packUnit(name: string): PackUnit | undefined {
  return byName.get(name.trim().toUpperCase());
}

function singularOf(words: string): string {
  if (words.includes(" ")) return words;
  return words === "BOXES" ? "BOX" : words.replace(/S$/u, "");
}

function namesOf(unit: PackUnit): string[] {
  const short = unit.code.length <= 4 && !unit.code.includes(" ") ? [`${unit.code}S`] : [];
  return [unit.code, unit.words, unit.singular, ...short];
}
