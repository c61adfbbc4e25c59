import { creditCodeRule } from "./gen/credit-code.ts";

/**
 * What is wrong with a code. `shape`: length or characters; `check`: position 18 does not fit; `organisation`: position
 * 18 fits, the older check inside (position 17) does not, which old numbers may break.
 */
export type CreditCodeVerdict = "ok" | "shape" | "check" | "organisation";

const { alphabet, weights, organisationAlphabet, organisationWeights } = creditCodeRule;
const LENGTH = weights.length + 1;

/**
 * Checks a 统一社会信用代码 by GB 32100-2015.
 *
 * @param code - 18 characters, capitals.
 */
export function checkCreditCode(code: string): CreditCodeVerdict {
  if (code.length !== LENGTH || Array.from(code).some((char) => !alphabet.includes(char))) return "shape";
  if (code.at(-1) !== creditCodeCheck(code)) return "check";
  return checkOrganisationCode(code.slice(8, 17)) ? "ok" : "organisation";
}

/** Check character for the first 17 characters of a code (which must be of the right alphabet). */
export function creditCodeCheck(code: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(code[index] ?? ""), 0);
  return alphabet[(31 - (sum % 31)) % 31] ?? "";
}

/** True when a nine-character organisation code (组织机构代码) fits its own check, GB 11714. */
export function checkOrganisationCode(code: string): boolean {
  if (!/^[0-9A-Z]{8}[0-9X]$/u.test(code)) return false;
  const sum = organisationWeights.reduce(
    (total, weight, index) => total + weight * organisationAlphabet.indexOf(code[index] ?? ""),
    0,
  );
  const check = 11 - (sum % 11);
  return code[8] === (check === 10 ? "X" : check === 11 ? "0" : String(check));
}
