import { describe, expect, it } from "vitest";
import { isCodegenError } from "../src/errors.ts";
import { translatePattern } from "../src/pattern.ts";

const at = { file: "a.xsd", line: 3, column: 7 };
const matches = (pattern: string, text: string): boolean =>
  new RegExp(`^(?:${translatePattern(pattern, at)})$`, "v").test(text);

describe("translatePattern", () => {
  it.each([
    ["\\d{10}", "0804100000", "080410000x"],
    ["[0-9]{4}-[0-9]{2}", "2018-07", "2018/07"],
    [".{1,3}", "中文字", "line\n"],
    ["a|b", "b", "c"],
    ["(ab)+", "abab", "aba"],
    ["[a-z-[aeiou]]+", "xyz", "axe"],
    ["[^a-z-[A]]", "B", "A"],
    ["\\i\\c*", "_a-b.1", "1a"],
    ["[\\i-[:]][\\c-[:]]*", "ab", "a:b"],
    ["\\p{Lu}\\P{Lu}", "Ab", "AB"],
    ["\\p{IsBasicLatin}+", "abc", "é"],
    ["\\P{IsCJKUnifiedIdeographs}", "a", "中"],
    ["[\\p{IsCJKUnifiedIdeographs}0-9]+", "中1", "a"],
    ["\\w+", "a1中", "a b"],
    ["[\\W]", "-", "a"],
    ["\\s", "\t", "\u00a0"],
    ["[\\S]+", "abc", "a c"],
    ["^a$", "^a$", "a"],
    ["a/b", "a/b", "a\\/b"],
    ["[-a]", "-", "b"],
    ["[a-]", "-", "b"],
    ["[+\\-*/]", "-", "x"],
    ["[&&!!##]", "#", "x"],
    ["[\\.\\-_@]+", "a".replace("a", "_@.-"), "a"],
    ["𠮷{2}", "𠮷𠮷", "𠮷"],
    ["", "", "a"],
    ["\\$[0-9]", "$1", "1"],
    ["[a-c]{2,}", "abc", "a"],
  ])("%s takes %j and refuses %j", (pattern, good, bad) => {
    expect(matches(pattern, good)).toBe(true);
    expect(matches(pattern, bad)).toBe(false);
  });

  it.each([
    "(",
    ")",
    "[",
    "a{2",
    "a{3,1}",
    "*a",
    "\\q",
    "[z-a]",
    "\\p{Nonsense}",
    "\\p{IsNonsense}",
    "[a-\\d]",
    "a]",
    "\\",
  ])("refuses %s with its place", (pattern) => {
    let error: unknown;
    try {
      translatePattern(pattern, at);
    } catch (e) {
      error = e;
    }
    expect(isCodegenError(error)).toBe(true);
    expect(error).toMatchObject({ code: "GEN_INPUT", file: "a.xsd", line: 3, column: 7 });
  });
});
