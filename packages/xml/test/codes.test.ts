import { afterEach, describe, expect, it, vi } from "vitest";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe("the units of a text", () => {
  it.each(["native", "without Buffer, as in browsers"])("are the same everywhere: %s", async (where) => {
    if (where !== "native") vi.stubGlobal("Buffer", undefined);
    vi.resetModules();
    const { borrowCodes, returnCodes } = await import("../src/codes.ts");
    for (const text of ["", "a", "中文\u{1F600}", "é".repeat(100), "\ud800".repeat(70), "x".repeat(5000)]) {
      const codes = borrowCodes(text);
      for (let i = 0; i < text.length; i++) expect(codes[i]).toBe(text.charCodeAt(i));
      expect(codes[text.length]).toBe(0);
      returnCodes(codes);
    }
  });

  it("gives no array to two borrowers, and keeps no huge one", async () => {
    const { borrowCodes, returnCodes } = await import("../src/codes.ts");
    const one = borrowCodes("a");
    expect(borrowCodes("b")).not.toBe(one);
    returnCodes(one);
    expect(borrowCodes("c")).toBe(one);
    const huge = borrowCodes("x".repeat(2_000_000));
    returnCodes(huge);
    expect(borrowCodes("y")).not.toBe(huge);
  });
});
