import { MAX_NUMBER_IN_WORDS, type NumberWordsOptions, numberWords } from "./english-number.ts";
import { ValidateError } from "./errors.ts";
import { packUnit } from "./pack-units.ts";

/** What {@link packageSentence} is told. */
export interface PackageSentenceOptions extends NumberWordsOptions {
  /** Goods after OF, e.g. `LADIES' COTTON TROUSERS`. */
  readonly goods?: string;
  /** `SAY TOTAL … ONLY`, the total line of some papers; default `false`. */
  readonly total?: boolean;
}

/**
 * The printed package line: `NINETY FOUR (94) CARTONS OF LADIES' COTTON TROUSERS`.
 *
 * Unpacked goods have no number: with unit `IN BULK` the line is `IN BULK`, followed by the goods.
 *
 * @param count - Number of packages, whole, 0 … 999 999 999.
 * @param unit - A code of `coo-pack-units` (`CTN`), or the word to print (`CARTONS`).
 * @throws {@link ValidateError} with code `VALIDATE_NUMBER`.
 * @see code-lists, "Printed packages": the pattern is read on real papers, both habits of AND are options.
 */
export function packageSentence(count: number, unit: string, options: PackageSentenceOptions = {}): string {
  const words = numberWords(count, options);
  if (words === undefined) {
    throw new ValidateError(
      "VALIDATE_NUMBER",
      `a number of packages is a whole number from 0 to ${MAX_NUMBER_IN_WORDS}`,
      `件数应为 0 至 ${MAX_NUMBER_IN_WORDS} 的整数`,
      { count: String(count) },
    );
  }
  const known = packUnit(unit);
  const goods = options.goods === undefined ? "" : ` OF ${options.goods}`;
  if (known?.code === "IN BULK") return options.goods === undefined ? "IN BULK" : `${options.goods} IN BULK`;
  const word = count === 1 ? (known?.singular ?? unit) : (known?.words ?? unit);
  const line = `${words} (${count}) ${word}`;
  return options.total === true ? `SAY TOTAL ${line} ONLY` : line + goods;
}
