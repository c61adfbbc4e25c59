import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { schemaFile } from "../scripts/evidence.ts";
import { addMonths, addWorkingDays, formatDay, parseDay } from "../src/calendar.ts";
import { countriesIn, countryAtStart, countryNamed, countryOf } from "../src/countries.ts";
import { checkOrganisationCode } from "../src/credit-code.ts";
import {
  addDecimals,
  compareDecimals,
  formatDecimal,
  multiplyDecimals,
  parseDecimal,
  sumDecimals,
} from "../src/decimal.ts";
import { wordsNumber } from "../src/english-number.ts";
import { readImageHeader } from "../src/image-header.ts";
import {
  checkCreditCode,
  creditCodeCheck,
  isValidateError,
  MAX_NUMBER_IN_WORDS,
  numberWords,
  packageSentence,
  ValidateError,
} from "../src/index.ts";
import { packagePhrases } from "../src/package-phrases.ts";
import { jpeg, png } from "./support/images.ts";

describe("credit codes", () => {
  const {
    test_vectors: vectors,
  }: {
    test_vectors: { base17: string; check: string; code: string }[];
  } = JSON.parse(schemaFile("evidence/uscc.json"));

  it.each(vectors)("agree with the evidence: $code", ({ base17, check, code }) => {
    expect(creditCodeCheck(base17)).toBe(check);
    expect(checkCreditCode(code)).not.toBe("shape");
    expect(checkCreditCode(code)).not.toBe("check");
  });

  it("notice every single wrong character", () => {
    const code = "91350100M000100Y43";
    const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    for (let at = 0; at < code.length; at++) {
      for (const char of alphabet)
        if (char !== code[at]) expect(checkCreditCode(code.slice(0, at) + char + code.slice(at + 1))).toBe("check");
    }
  });

  it("know the letters the standard leaves out", () => {
    expect(checkCreditCode("91350100I000100Y43")).toBe("shape");
    expect(checkCreditCode("91350100m000100y43")).toBe("shape");
  });

  it("hold an organisation code", () => {
    expect(checkOrganisationCode("M000100Y4")).toBe(true);
    expect(checkOrganisationCode("M000100Y5")).toBe(false);
  });
});

describe("decimals", () => {
  it("are exact where numbers are not", () => {
    const [a, b] = [parseDecimal("0.1"), parseDecimal("0.2")];
    expect(a && b && formatDecimal(addDecimals(a, b))).toBe("0.3");
    const big = parseDecimal("9007199254740993.00001");
    expect(big && formatDecimal(big)).toBe("9007199254740993.00001");
  });

  it("are read by the rules of xs:decimal", () => {
    expect(["1", "+1.", ".5", "-0.50", "007"].map((text) => parseDecimal(text) !== undefined)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(
      ["", ".", "1e3", "1,000", "0x1", " 1", "١", "-", "9".repeat(65)].filter(
        (text) => parseDecimal(text) !== undefined,
      ),
    ).toEqual([]);
  });

  it("add, multiply and compare as integers of their last digit", () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: -(10n ** 19n), max: 10n ** 19n }), fc.nat({ max: 5 }))
      .map(([units, scale]) => ({ units, scale }));
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const scaled = (value: typeof a): bigint => value.units * 10n ** BigInt(5 - value.scale);
        const sum = addDecimals(a, b);
        expect(sum.units * 10n ** BigInt(5 - sum.scale)).toBe(scaled(a) + scaled(b));
        expect(multiplyDecimals(a, b).units).toBe(a.units * b.units);
        expect(Math.sign(compareDecimals(a, b))).toBe(scaled(a) < scaled(b) ? -1 : scaled(a) > scaled(b) ? 1 : 0);
        expect(parseDecimal(formatDecimal(a))).toEqual(a);
      }),
      { seed: 1 },
    );
    expect(formatDecimal(sumDecimals([]))).toBe("0");
  });
});

function moved(text: string, months: number): string {
  return formatDay(addMonths(parseDay(text) ?? 0, months));
}

describe("days", () => {
  it("exist or do not", () => {
    expect(["2024-02-29", "2000-02-29", "0001-01-01"].every((text) => parseDay(text) !== undefined)).toBe(true);
    expect(
      ["2023-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "20260101", "0000-01-01"].filter(
        (text) => parseDay(text) !== undefined,
      ),
    ).toEqual([]);
  });

  it("move by months and by working days", () => {
    expect(moved("2024-02-29", 12)).toBe("2025-02-28");
    expect(moved("2026-01-31", 1)).toBe("2026-02-28");
    expect(moved("2026-03-15", 12)).toBe("2027-03-15");
    expect(formatDay(addWorkingDays(parseDay("2026-03-06") ?? 0, 3))).toBe("2026-03-11");
  });
});

describe("numbers in words", () => {
  it("are written as on papers, with AND and a hyphen as asked for", () => {
    expect(numberWords(94)).toBe("NINETY FOUR");
    expect(numberWords(274)).toBe("TWO HUNDRED AND SEVENTY FOUR");
    expect(numberWords(274, { and: false, hyphen: true })).toBe("TWO HUNDRED SEVENTY-FOUR");
    expect(numberWords(1005)).toBe("ONE THOUSAND AND FIVE");
    expect(numberWords(1_100_019)).toBe("ONE MILLION ONE HUNDRED THOUSAND AND NINETEEN");
    expect(numberWords(0)).toBe("ZERO");
    expect(numberWords(MAX_NUMBER_IN_WORDS)).toBe(
      "NINE HUNDRED AND NINETY NINE MILLION NINE HUNDRED AND NINETY NINE THOUSAND NINE HUNDRED AND NINETY NINE",
    );
  });

  it("are read back in every habit", () => {
    fc.assert(
      fc.property(fc.nat({ max: MAX_NUMBER_IN_WORDS }), fc.boolean(), fc.boolean(), (value, and, hyphen) => {
        const words = numberWords(value, { and, hyphen }) ?? "";
        expect(wordsNumber(words.split(/[ -]/u))).toBe(value);
      }),
      { seed: 2 },
    );
  });

  it("are refused when they make no number", () => {
    for (const text of [
      "FOUR NINETY",
      "HUNDRED",
      "THOUSAND",
      "TEN FIVE",
      "TWENTY ZERO",
      "ONE MILLION TWO MILLION",
      "AND",
      "",
    ]) {
      expect(wordsNumber(text.split(" ")), text).toBeUndefined();
    }
  });
});

describe("the package sentence", () => {
  it("is written as on papers", () => {
    expect(packageSentence(94, "CTN", { goods: "COTTON TROUSERS" })).toBe(
      "NINETY FOUR (94) CARTONS OF COTTON TROUSERS",
    );
    expect(packageSentence(274, "CARTONS", { total: true })).toBe(
      "SAY TOTAL TWO HUNDRED AND SEVENTY FOUR (274) CARTONS ONLY",
    );
    expect(packageSentence(1, "BOX")).toBe("ONE (1) BOX");
    expect(packageSentence(120, "CRATES", { and: false })).toBe("ONE HUNDRED TWENTY (120) CRATES");
    expect(packageSentence(0, "IN BULK", { goods: "SALT" })).toBe("SALT IN BULK");
  });

  it("is understood by the rules that check it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: MAX_NUMBER_IN_WORDS }),
        fc.constantFrom("CTN", "BALE", "PALLET", "PACKAGES"),
        fc.boolean(),
        (count, unit, and) => {
          const [phrase, ...more] = packagePhrases(
            `${packageSentence(count, unit, { and, goods: "GOODS (A1)" })}\n***`,
          );
          expect(more).toEqual([]);
          expect(phrase).toMatchObject({
            figure: count,
            inWords: count,
            garbled: false,
            total: false,
            unit: { code: unit },
          });
        },
      ),
      { seed: 3 },
    );
  });

  it("refuses what is no number of packages", () => {
    for (const count of [-1, 1.5, Number.NaN, 1_000_000_000])
      expect(() => packageSentence(count, "CTN")).toThrow(ValidateError);
    try {
      packageSentence(-1, "CTN");
    } catch (error) {
      expect(isValidateError(error) && error.code).toBe("VALIDATE_NUMBER");
    }
  });
});

describe("image headers", () => {
  it("tell size, resolution and colour of both formats", () => {
    expect(readImageHeader(png({ width: 1000, height: 900, dpi: 600 }))).toEqual({
      format: "PNG",
      width: 1000,
      height: 900,
      dpi: 600,
      grey: false,
      complete: true,
    });
    expect(readImageHeader(jpeg({ width: 640, height: 480, components: 1, dpi: 300 }))).toEqual({
      format: "JPEG",
      width: 640,
      height: 480,
      dpi: 300,
      grey: true,
      complete: true,
    });
  });

  it("survive every cut", () => {
    for (const image of [png({ dpi: 600 }), jpeg({ dpi: 600 })]) {
      for (let length = 0; length < image.length; length++)
        expect(readImageHeader(image.subarray(0, length))?.complete ?? false).toBe(false);
    }
  });
});

describe("countries", () => {
  it("are found by code in the stated system only", () => {
    expect(countryOf("JP")?.zh).toBe("日本");
    expect(countryOf("JPN")?.zh).toBe("日本");
    expect(countryOf("116")).toBeUndefined();
    expect(countryOf("116", "customs")?.alpha2).toBe("JP");
    expect(countryOf("116", "iso-numeric")?.alpha2).toBe("KH");
    expect(countryOf("constructor")).toBeUndefined();
  });

  it("are found by name as whole words", () => {
    expect(countryNamed("Viet  Nam")?.alpha2).toBe("VN");
    expect(countriesIn("INDIANAPOLIS, UNITED STATES").map((country) => country.alpha2)).toEqual(["US"]);
    expect(countryAtStart("THE NETHERLANDS.")?.alpha2).toBe("NL");
    expect(countryAtStart("CHINATOWN")).toBeUndefined();
  });
});
