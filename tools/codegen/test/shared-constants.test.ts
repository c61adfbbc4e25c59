import { describe, expect, test } from "vitest";
import { SharedConstants } from "../src/render/shared-constants.ts";

describe("constants that a module shares", () => {
  test("one for each text, in order of first use, numbered where a name is taken", () => {
    const shared = new SharedConstants();
    const name = (text: string, base: string): string => shared.nameOf(text, "T", () => base);
    expect([name("a", "code2"), name("b", "code"), name("c", "code"), name("b", "other"), name("d", "code")]).toEqual([
      "code2",
      "code",
      "code3",
      "code",
      "code4",
    ]);
    expect([...shared].map(([text, constant]) => [text, constant.name])).toEqual([
      ["a", "code2"],
      ["b", "code"],
      ["c", "code3"],
      ["d", "code4"],
    ]);
    expect(shared.size).toBe(4);
  });
});
