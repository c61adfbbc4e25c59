import type { CountrySystem } from "./context.ts";
import { customsCountries, isoCountries } from "./gen/countries.ts";
import { plainText } from "./node.ts";

/** A country or region of the shipped list. */
export interface Country {
  readonly alpha2: string;
  readonly en: string;
  readonly zh: string;
}

const countries: readonly Country[] = isoCountries.map(([alpha2, , , en, zh]) => ({ alpha2, en, zh }));
const byAlpha2: ReadonlyMap<string, Country> = new Map(countries.map((country) => [country.alpha2, country]));

/** Other usual spellings of names. Ours: no list of printed country names was found. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  AE: ["UAE", "U.A.E."],
  BN: ["BRUNEI"],
  CG: ["REPUBLIC OF CONGO", "CONGO (BRAZZAVILLE)"],
  CN: ["P.R. CHINA", "P.R.CHINA", "PR CHINA", "P.R.C.", "PRC", "PEOPLE'S REPUBLIC OF CHINA", "MAINLAND CHINA"],
  CZ: ["CZECHIA"],
  GB: ["UK", "U.K.", "GREAT BRITAIN", "ENGLAND"],
  HK: ["HONGKONG", "HONG KONG, CHINA", "HONG KONG SAR"],
  KR: ["SOUTH KOREA", "REPUBLIC OF KOREA", "KOREA, REPUBLIC OF", "R.O. KOREA", "R.O.KOREA"],
  LA: ["LAO PDR", "LAO P.D.R.", "LAO PEOPLE'S DEMOCRATIC REPUBLIC"],
  MO: ["MACAU", "MACAO, CHINA"],
  NL: ["THE NETHERLANDS", "HOLLAND"],
  RU: ["RUSSIAN FEDERATION"],
  SA: ["KINGDOM OF SAUDI ARABIA"],
  TR: ["TURKEY"],
  TW: ["TAIWAN, CHINA", "CHINESE TAIPEI"],
  US: ["USA", "U.S.A.", "U.S.", "UNITED STATES OF AMERICA"],
  VN: ["VIET NAM", "SOCIALIST REPUBLIC OF VIETNAM"],
};

const byName: ReadonlyMap<string, Country> = new Map(
  countries.flatMap((country) =>
    [country.en, country.zh, ...(OTHER_NAMES[country.alpha2] ?? [])].map((name): [string, Country] => [name, country]),
  ),
);

const systems: Readonly<Record<CountrySystem, ReadonlyMap<string, Country>>> = {
  "iso-alpha2": byAlpha2,
  "iso-alpha3": new Map(isoCountries.flatMap(([alpha2, alpha3]) => entry(alpha3, byAlpha2.get(alpha2)))),
  "iso-numeric": new Map(isoCountries.flatMap(([alpha2, , numeric]) => entry(numeric, byAlpha2.get(alpha2)))),
  customs: new Map(
    customsCountries.flatMap(([code, , zh]) =>
      entry(
        code,
        countries.find((country) => country.zh === zh),
      ),
    ),
  ),
};

/**
 * The country a code stands for. Letters tell their system by their number; digits never do (116 is Japan in the old
 * customs list and Cambodia in ISO), so without `system` they stand for nothing.
 */
export function countryOf(code: string | undefined, system?: CountrySystem): Country | undefined {
  if (code === undefined) return undefined;
  if (system !== undefined) return systems[system].get(code);
  return systems["iso-alpha2"].get(code) ?? systems["iso-alpha3"].get(code);
}

/** True for a code of digits whose system nobody stated. */
export function isAmbiguousCountryCode(code: string, system?: CountrySystem): boolean {
  return system === undefined && /^\d+$/u.test(code);
}

/** The country with exactly this name, in any usual spelling. */
export function countryNamed(name: string): Country | undefined {
  return byName.get(plainText(name));
}

/** Countries whose name stands in a text (capitals, single spaces) as whole words. */
export function countriesIn(text: string): readonly Country[] {
  const found = new Set<Country>();
  for (const [name, country] of byName) if (hasWords(text, name)) found.add(country);
  return [...found];
}

/** The country whose name a text (capitals, single spaces) begins with. */
export function countryAtStart(text: string): Country | undefined {
  const rest = text.replace(/^(?:THE )?/u, "");
  for (const [name, country] of byName)
    if (rest.startsWith(name) && !isWordCharacter(rest[name.length])) return country;
  return undefined;
}

/** True when `words` stands in `text` and no letter or digit touches it. */
export function hasWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!isWordCharacter(text[at - 1]) && !isWordCharacter(text[at + words.length])) return true;
  }
  return false;
}

function isWordCharacter(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}]/u.test(char);
}

function entry(code: string, country: Country | undefined): [string, Country][] {
  return country === undefined ? [] : [[code, country]];
}
