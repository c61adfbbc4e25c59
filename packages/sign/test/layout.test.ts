import { expect, test } from "vitest";
import { canonicalText, partsToSign } from "../src/canonical.ts";
import { PROFILES, profile } from "../src/profile.ts";

type Fields = readonly (readonly [string, string | null | undefined])[];

const P1 = PROFILES.P1;
const body = "<Body>x</Body>";

/** What goes into a digest, as one text. */
function joined(given: typeof P1, fields: Fields, secret = "k"): string {
  return partsToSign(given, secret, { fields, body }).join("");
}

test("a layout that is known does not keep values: what is empty or absent this time is left out this time", () => {
  expect(
    joined(P1, [
      ["b", "1"],
      ["a", "2"],
    ]),
  ).toBe(`a=2&b=1&body=${body}&key=k`);
  expect(
    joined(P1, [
      ["b", "1"],
      ["a", ""],
    ]),
  ).toBe(`b=1&body=${body}&key=k`);
  expect(
    joined(P1, [
      ["b", null],
      ["a", undefined],
    ]),
  ).toBe(`body=${body}&key=k`);
  expect(
    joined(P1, [
      ["b", "3"],
      ["a", "4"],
    ]),
  ).toBe(`a=4&b=3&body=${body}&key=k`);
});

test("the nonce is asked for by its value, every time", () => {
  const strict = profile("P1", { nonce: "required" });
  expect(joined(strict, [["nonceStr", "n"]])).toContain("nonceStr=n");
  expect(() => joined(strict, [["nonceStr", ""]])).toThrow("nonceStr");
  expect(() => joined(strict, [["a", "1"]])).toThrow("nonceStr");
});

test("a field that stands twice is refused, whatever was seen before", () => {
  expect(
    joined(P1, [
      ["a", "1"],
      ["b", "2"],
    ]),
  ).toContain("a=1&b=2");
  for (let i = 0; i < 2; i++) {
    expect(() =>
      joined(P1, [
        ["a", "1"],
        ["a", "2"],
      ]),
    ).toThrow("stands twice");
    expect(() => joined(P1, [["body", "1"]])).toThrow("stands twice");
  }
});

test("more kinds of messages than are kept, and profiles that can change, come out as from nothing", () => {
  const changing = { ...P1 };
  for (let round = 0; round < 3; round++) {
    for (let n = 1; n < 40; n++) {
      const fields: Fields = Array.from({ length: n }, (_, i) => [`f${(i * 7) % 41}`, String(i + round)] as const);
      const sorted = fields.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`);
      const plain = [`body=${body}`, ...sorted].join("&");
      expect(joined(P1, fields)).toBe(`${plain}&key=k`);
      expect(canonicalText(P1, { fields, body })).toBe(plain);
      expect(joined(changing, fields)).toBe(`${plain}&key=k`);
    }
  }
  const two: Fields = [
    ["b", "1"],
    ["a", "2"],
  ];
  expect(joined(changing, two)).toBe(`a=2&b=1&body=${body}&key=k`);
  Object.assign(changing, { sort: "declared" });
  expect(joined(changing, two)).toBe(`b=1&a=2&body=${body}&key=k`);
});
