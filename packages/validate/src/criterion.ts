import { cite } from "./cite.ts";
import { type Decimal, parseDecimal } from "./decimal.ts";
import type { Mark } from "./evidence.ts";
import { criterionRows } from "./gen/criteria.ts";

/** A criterion as written, taken apart: `RVC 45%` is the word RVC and 45 percent. */
export interface WrittenCriterion {
  readonly words: readonly string[];
  readonly percent?: Decimal;
  /** Heading such as 62.04, as written. */
  readonly heading?: string;
}

/** What a form knows about its criteria. */
export interface FormCriteria {
  /** Codes that stand alone. */
  readonly main: ReadonlySet<string>;
  /** Codes only added to another. */
  readonly additions: ReadonlySet<string>;
  /** True when a percentage alone is a criterion. */
  readonly percentAlone: boolean;
  /** Wholly obtained. */
  readonly whole: string;
  /** Evidence of the form's list. */
  readonly mark: Mark;
}

/** Codes that form notes allow only beside another. ECFA adds them to PSR. */
const ADDITIONS: Readonly<Record<string, readonly string[]>> = { RC: ["ACU", "DMI"], H: ["ACU", "DMI", "FG"] };
/** Codes of the wholly obtained criterion; `WO` elsewhere. */
const WHOLE: Readonly<Record<string, string>> = { B: "A", X: "P", P: "P", G: "P" };

const byForm: ReadonlyMap<string, FormCriteria> = new Map(
  [...new Set(criterionRows.map((row) => row.form))].map((form) => [form, formCriteria(form)]),
);

/** Criteria of a form; nothing when no printed codes are known for it. */
export function criteriaOf(form: string): FormCriteria | undefined {
  return byForm.get(form);
}

/** Takes a written criterion apart; empty when nothing is written. */
export function readCriterion(text: string | undefined, value: string | undefined): WrittenCriterion {
  const written = (text ?? "").toUpperCase();
  const percent = percentIn(written) ?? valuePercent(value);
  const heading = headingIn(written) ?? headingIn(value ?? "");
  const words = written
    .replace(/[\d.]+\s*%?/gu, " ")
    .split(/[^A-Z]+/u)
    .filter((word) => word !== "");
  return { words, ...(percent === undefined ? {} : { percent }), ...(heading === undefined ? {} : { heading }) };
}

/** The percentage written in a text, e.g. `RVC 45.5%`. */
export function percentIn(text: string): Decimal | undefined {
  const match = /(\d{1,6}(?:\.\d{1,6})?)\s?%/u.exec(text);
  return match === null ? undefined : parseDecimal(match[1] ?? "");
}

/** The percentage that a value field holds, with or without the sign. */
export function valuePercent(value: string | undefined): Decimal | undefined {
  if (value === undefined) return undefined;
  return percentIn(value) ?? (/^\d{1,3}(?:\.\d{1,6})?$/u.test(value) ? parseDecimal(value) : undefined);
}

/** The 2006 text of the Chilean form knew other codes; the present choice list does not. */
export const OLD_CHILEAN: { readonly codes: ReadonlySet<string>; readonly mark: Mark } = {
  codes: new Set(["P", "RVC"]),
  mark: cite("F.rules[3]"),
};

function headingIn(text: string): string | undefined {
  return /(?<![\d.])(\d{2}\.?\d{2})(?![\d%.]|\s%)/u.exec(text)?.[1];
}

function formCriteria(form: string): FormCriteria {
  const rows = criterionRows.filter((row) => row.form === form);
  const additions = new Set(ADDITIONS[form] ?? []);
  const codes = rows.flatMap((row) => row.code.split(/[^A-Z]+/u)).filter((word) => word !== "" && !additions.has(word));
  return {
    main: new Set(codes),
    additions,
    percentAlone: rows.some((row) => row.code.includes("%")),
    whole: WHOLE[form] ?? "WO",
    mark: { evidence: rows[0]?.evidence ?? "inferred", sources: rows[0]?.sources ?? [] },
  };
}
