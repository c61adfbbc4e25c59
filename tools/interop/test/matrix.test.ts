import { describe, expect, it } from "vitest";
import { documentText } from "../src/document.ts";
import { type Cell, closingLine, matrixText, remarks, totals } from "../src/matrix.ts";
import { runCells } from "../src/run-cells.ts";

const cell: Cell = {
  stack: "zeep",
  pair: "client → our sandbox",
  shape: "string",
  soapVersion: "1.1",
  signing: "P1",
  messages: 2,
  run: async () => [{ operation: "one" }, { operation: "two", error: "value lost" }],
};

const broken: Cell = { ...cell, run: () => Promise.reject(new Error("port in use")) };

describe("the matrix", () => {
  it("counts what passed and names what failed", async () => {
    const results = await runCells([cell], () => "4.2.1");
    expect(closingLine(totals(results))).toBe("1 passed, 1 failed");
    expect(matrixText(results)).toContain("zeep 4.2.1");
    expect(matrixText(results)).toMatch(/1\/2$/);
    expect(remarks(results)).toEqual(["FAILED zeep client → our sandbox, string, SOAP 1.1: two: value lost"]);
  });

  it("fails every message of a cell that cannot start", async () => {
    const results = await runCells([broken], () => "4.2.1");
    expect(totals(results)).toEqual({ passed: 0, failed: 2, skipped: 0 });
    expect(remarks(results)[0]).toContain("port in use");
  });

  it("skips a stack that is not installed, and says what it needs", async () => {
    const results = await runCells([cell], () => undefined);
    expect(closingLine(totals(results))).toBe("0 passed, 0 failed, 2 skipped");
    expect(remarks(results).join()).toContain("apt-get install python3 python3-zeep");
  });

  it("does not run a pair that cannot work, and gives the reason", async () => {
    const results = await runCells([{ ...cell, impossible: "it has no such option" }], () => "4.2.1");
    expect(totals(results)).toEqual({ passed: 0, failed: 0, skipped: 0 });
    expect(documentText(results)).toContain("SOAP 1.1: it has no such option");
  });
});
