import { describe, expect, test } from "vitest";
import { isWsdlError, translatePattern } from "../src/index.ts";

function matches(pattern: string, text: string): boolean {
  return new RegExp(`^(?:${translatePattern(pattern)})$`, "v").test(text);
}

test.each([
  ["a|b", ["a", "b"], ["ab", ""]],
  ["", [""], ["a"]],
  ["(a|)b", ["ab", "b"], ["a"]],
  ["a{2,3}", ["aa", "aaa"], ["a", "aaaa"]],
  ["a{2}", ["aa"], ["a", "aaa"]],
  ["a{2,}", ["aaaaa"], ["a"]],
  ["^a$", ["^a$"], ["a"]],
  ["a.b", ["a:b", "a𠀀b"], ["a\nb", "a\rb", "ab"]],
  ["\\d{2}", ["12", "٣٤"], ["1a"]],
  ["\\D", ["a"], ["1"]],
  ["\\w+", ["aé中1", "$"], ["a-b", "a b"]],
  ["\\W", ["-", " "], ["a"]],
  ["\\s\\S", [" a", "\ta"], ["aa", "\u00a0a"]],
  ["\\i\\c*", ["a-1", "_x:y", "中文"], ["1a", "-a"]],
  ["[\\i-[:]][\\c-[:]]*", ["a.b"], ["a:b", ":a"]],
  ["\\I\\C", ["1 "], ["a "]],
  ["[a-z-[aeiou]]+", ["xyz"], ["xaz"]],
  ["[a-z-[c-x-[m]]]+", ["abmyz"], ["c"]],
  ["[^a-z-[0-9]]+", ["AB"], ["a", "5"]],
  ["[\\d-[5]]", ["4"], ["5"]],
  ["[-a]", ["-", "a"], ["b"]],
  ["[a-]", ["-", "a"], ["b"]],
  ["[^-]", ["a"], ["-"]],
  ["[a\\-z]", ["-", "a", "z"], ["b"]],
  ["[\\[\\]\\^]", ["[", "]", "^"], ["a"]],
  ["[&&!!--[x]]", ["&", "!", "-"], ["x"]],
  ["[+#]", ["+", "#"], ["a"]],
  ["\\p{Lu}\\P{Lu}", ["Aa"], ["aA"]],
  ["\\p{IsCJKUnifiedIdeographs}+", ["中文"], ["ab"]],
  ["\\P{IsBasicLatin}", ["é"], ["e"]],
  ["[\\p{IsGreek}a]+", ["αa"], ["b"]],
  ["\\n\\r\\t", ["\n\r\t"], ["nrt"]],
  ["\\(\\)\\*\\+\\.\\?\\|\\{\\}\\\\", ["()*+.?|{}\\"], ["a"]],
  ["a/b\"'<>&;", ["a/b\"'<>&;"], ["a"]],
  ["(ab)?(c|d)*", ["abcd", "", "c"], ["a"]],
  ["\\u0041".replace("\\u0041", "[A-Z]{3}-\\d{5}"), ["ABC-12345"], ["ABC-1234"]],
])("%s", (pattern, yes, no) => {
  for (const text of yes) expect([text, matches(pattern, text)]).toEqual([text, true]);
  for (const text of no) expect([text, matches(pattern, text)]).toEqual([text, false]);
});

describe("refuses what XML Schema does not know", () => {
  test.each([
    ["a**", 2],
    ["+a", 0],
    ["(a", 0],
    ["a)", 1],
    ["[a", 0],
    ["[]", 1],
    ["a]", 1],
    ["a{2,1}", 1],
    ["a{,2}", 1],
    ["a{2", 1],
    ["[z-a]", 1],
    ["[a-\\d]", 1],
    ["[\\d-a]", 1],
    ["[a--b]", 3],
    ["[a-c-e]", 4],
    ["\\", 0],
    ["\\e", 0],
    ["\\u0041", 0],
    ["\\1", 0],
    ["\\p{Foo}", 0],
    ["\\p{IsFoo}", 0],
    ["\\pL", 0],
    ["a??", 2],
    ["(?=a)", 1],
  ])("%s", (pattern, offset) => {
    expect.assertions(2);
    try {
      translatePattern(pattern);
    } catch (error) {
      if (!isWsdlError(error)) throw error;
      expect(error.code).toBe("WSDL_PATTERN");
      expect([error.details["offset"], error.details["pattern"]]).toEqual([String(offset), pattern]);
    }
  });
});

test("lenient takes needless escapes of punctuation for the character", () => {
  expect(() => translatePattern("\\/\\$\\@")).toThrow();
  expect(new RegExp(`^${translatePattern("\\/\\$[\\@\\/]", { lenient: true })}$`, "v").test("/$@")).toBe(true);
  expect(() => translatePattern("\\e", { lenient: true })).toThrow();
});

test("deep nesting and huge counters are an error or cut, never a crash", () => {
  expect(() => translatePattern("(".repeat(5000) + ")".repeat(5000))).toThrow(/nested too deeply/);
  expect(() => new RegExp(translatePattern("a{0,99999999999999999999}"), "v")).not.toThrow();
});
