import type { Severity } from "./evidence.ts";

/** Which list country codes are taken from. The two numeric systems overlap, so digits need this setting. */
export type CountrySystem = "iso-alpha2" | "iso-alpha3" | "iso-numeric" | "customs";

/** An approved goods filing as the platform knows it. */
export interface KnownFiling {
  readonly hsCode?: string;
  /** Form codes the filing was approved for. */
  readonly areaCodes?: readonly string[];
}

/** What the caller knows beyond the message. Everything is optional. */
export interface ValidationContext {
  /** Which of an operation's messages `validateBody` gets; default `request` (pushes are requests too). */
  readonly message?: "request" | "response";
  /** System of country codes; without it two or three letters are read as ISO and digits are not read. */
  readonly countrySystem?: CountrySystem;
  /** Our form code for a `docType` or `areaCode` of the exchange, when its values are not those of `cert-types`. */
  readonly formCodes?: Readonly<Record<string, string>>;
  /** Code lists that replace the shipped ones, by their names in `interface-fields.csv`. */
  readonly codeLists?: Readonly<Record<string, readonly string[]>>;
  /** True when the exchange takes the exporter's name from the filed record, so that its absence is no finding. */
  readonly exporterFromRecord?: boolean;
  /** Approved goods filings by number; when given, lines are compared with them. */
  readonly filings?: Readonly<Record<string, KnownFiling>>;
  /** Severity by rule id, or `off`. */
  readonly rules?: Readonly<Record<string, Severity | "off">>;
}
