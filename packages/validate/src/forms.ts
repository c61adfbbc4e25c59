import { formRows } from "./gen/forms.ts";

/** A certificate form. */
export interface Form {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly kind: "non-preferential" | "preferential" | "special";
  /** Destinations by ISO alpha-2, China itself left out; `any`, or nothing where they are not known. */
  readonly partners?: readonly string[] | "any";
}

/** Members of the European Union, which `cert-types` writes as EU. General knowledge. */
export const EU_MEMBERS: readonly string[] =
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ");

const forms: ReadonlyMap<string, Form> = new Map(
  formRows.map((row) => {
    const partners = partnersOf(row.partners);
    const kind = row.kind.startsWith("preferential")
      ? "preferential"
      : row.kind === "special"
        ? "special"
        : "non-preferential";
    return [
      row.code,
      { code: row.code, zh: row.zh, en: row.en, kind, ...(partners === undefined ? {} : { partners }) },
    ];
  }),
);

/** The form with this code of `cert-types`. */
export function formOf(code: string | undefined): Form | undefined {
  return code === undefined ? undefined : forms.get(code);
}

/** Forms whose printed text is English; their language is a fact of `form-rules.json`. */
export const ENGLISH_FORMS: ReadonlySet<string> = new Set([
  "C",
  "RC",
  "E",
  "B",
  "K",
  "A",
  "N",
  "X",
  "F",
  "R",
  "L",
  "S",
  "I",
  "P",
  "GE",
  "MU",
  "CA",
  "NI",
]);

function partnersOf(text: string): readonly string[] | "any" | undefined {
  if (text === "any") return "any";
  if (text === "EU") return EU_MEMBERS;
  const codes = text.split(" ");
  return codes.every((code) => /^[A-Z]{2}$/u.test(code)) ? codes.filter((code) => code !== "CN") : undefined;
}
