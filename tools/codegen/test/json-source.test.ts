import { describe, expect, it } from "vitest";
import { isCodegenError } from "../src/errors.ts";
import { readJson } from "../src/json-source.ts";

const TEXT = `{
  "a": [1, {"b": "\\u4e2d\\n\u007f"}],
  "c": { "d.e": null, "f": [] , "g": {} }, "h": -1.5e+3
}`;

function outcome(text: string): unknown {
  try {
    return readJson(text, "x.json").value;
  } catch (error) {
    if (!isCodegenError(error)) throw error;
    return `wrong at ${error.line}:${error.column}`;
  }
}

describe("readJson", () => {
  it("tells where keys and items stand; of what is missing, where its holder stands", () => {
    const { value, at } = readJson(`\uFEFF${TEXT}`, "x.json");
    expect(value).toEqual(JSON.parse(TEXT));
    const place = (...path: (string | number)[]): string => `${at(path).line}:${at(path).column}`;
    expect([place("a"), place("a", 1), place("a", 1, "b"), place("c", "d.e"), place("c", "z"), place("z")]).toEqual([
      "2:3",
      "2:12",
      "2:13",
      "3:10",
      "3:3",
      "1:1",
    ]);
  });

  it("takes and refuses what JSON.parse does, whatever is cut out or put in", () => {
    let refused = 0;
    const texts = ["", " ", "1 2", "01", "1.", '"\t"', '"\\x"', "[1,]", "{,}", "nul", "// x", "[]]"];
    for (let i = 0; i < TEXT.length; i++)
      for (const piece of ["", ",", '"', "}", "]", ":", "{", "[", "\\", "0", "\n", "t"])
        texts.push(TEXT.slice(0, i) + piece + TEXT.slice(i + 1), TEXT.slice(0, i) + piece + TEXT.slice(i));
    for (const text of texts) {
      let wanted: unknown;
      try {
        wanted = JSON.parse(text);
      } catch {
        refused++;
        expect(outcome(text), text).toMatch(/^wrong at \d+:\d+$/);
        continue;
      }
      expect(outcome(text), text).toEqual(wanted);
    }
    expect(refused).toBeGreaterThan(1000);
  });

  it("points to the first thing that is wrong", () => {
    expect(outcome('{\n  "a": 1,\n}')).toBe("wrong at 3:1");
    expect(outcome('{\n  "a" 1\n}')).toBe("wrong at 2:7");
    expect(outcome("{ // x")).toBe("wrong at 1:3");
    expect(outcome("[1")).toBe("wrong at 1:3");
    expect(outcome("[".repeat(100_000))).toBe("wrong at 1:102");
  });
});
