import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isWanted, parseSuiteArguments, SuiteHelp, SuiteUsageError } from "../src/harness/arguments.ts";
import { expectedFailures } from "../src/harness/expected-failures.ts";
import { closeSuite } from "../src/harness/suite.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "coo-harness-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

function closed(verdicts: Parameters<typeof closeSuite>[0]["verdicts"], list = "", whole = true): string {
  const expected = join(folder, "expected.txt");
  writeFileSync(expected, list);
  let printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  const code = closeSuite({ verdicts }, { json: join(folder, "report.json"), expected, whole });
  return `${code}: ${printed}`;
}

describe("closing line of a suite", () => {
  it("counts what passed and what failed", () => {
    expect(
      closed([
        { name: "a", failure: null },
        { name: "b", failure: "wrong" },
      ]),
    ).toBe(
      // biome-ignore format: one row
      "1: ✖ b: wrong\n1 passed, 1 failed\n",
    );
    expect(JSON.parse(readFileSync(join(folder, "report.json"), "utf8"))).toMatchObject({ passed: 1, failed: 1 });
  });

  it("takes a known failure for passed", () => {
    expect(closed([{ name: "b", failure: "wrong" }], "# why\nb: cannot be\n")).toBe("0: 1 passed, 0 failed\n");
  });

  it("fails on an unexpected pass and on a listed case that is gone", () => {
    expect(closed([{ name: "b", failure: null }], "b: cannot be\nc: neither\n")).toBe(
      "1: ✖ b: passes, but is listed as a known failure\n✖ c: is listed as a known failure, but there is no such case\n0 passed, 2 failed\n",
    );
    expect(closed([{ name: "b", failure: "wrong" }], "b: cannot be\nc: neither\n", false)).toBe(
      "0: 1 passed, 0 failed\n",
    );
  });
});

describe("list of known failures", () => {
  it("wants a reason a line, and each name once", () => {
    const file = join(folder, "list.txt");
    writeFileSync(file, "a: because\n\n# comment\nb: of: this\n");
    expect([...expectedFailures(file)]).toEqual([
      ["a", "because"],
      ["b", "of: this"],
    ]);
    writeFileSync(file, "a\n");
    expect(() => expectedFailures(file)).toThrow("a reason is missing");
    writeFileSync(file, "a: x\na: y\n");
    expect(() => expectedFailures(file)).toThrow("a stands twice");
  });
});

describe("command line of a suite", () => {
  const flags = { values: ["cases"], switches: ["run"], usage: "pnpm suite" };
  it("reads flags, values and the rest", () => {
    const args = parseSuiteArguments(["dir", "--only", "a,b", "--cases=3", "--run", "--seed", "7"], flags);
    expect(args).toMatchObject({ json: null, only: ["a", "b"], seed: 7, rest: ["dir"] });
    expect(args.values.get("cases")).toBe("3");
    expect(args.switches.has("run")).toBe(true);
    expect([isWanted("xay", args.only), isWanted("c", args.only), isWanted("c", [])]).toEqual([true, false, true]);
  });

  it("tells its usage when asked", () => {
    for (const flag of ["--help", "-h"])
      expect(() => parseSuiteArguments(["dir", flag, "--wat"], flags)).toThrow(new SuiteHelp("pnpm suite"));
  });

  it("refuses what it does not know", () => {
    for (const wrong of [["--wat"], ["--cases"], ["--seed", "x"], ["--run=1"]])
      expect(() => parseSuiteArguments(wrong, flags)).toThrow(SuiteUsageError);
  });
});
