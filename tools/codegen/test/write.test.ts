import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CodegenError } from "../src/errors.ts";
import { compare, write } from "../src/write.ts";
import { temporary, workspace } from "./support/workspace.ts";

const MARK = "// @generated from a.xsd, sha256 00000000. Do not edit: change the schema, run `coo-codegen`.\n";
const text = (body: string): string => MARK + body;

describe("write", () => {
  it("writes new files, replaces changed ones and removes what is no longer generated", () => {
    const root = temporary();
    write(
      root,
      ["gen"],
      new Map([
        ["gen/a.ts", text("a")],
        ["gen/b.ts", text("b")],
      ]),
    );
    write(
      root,
      ["gen"],
      new Map([
        ["gen/b.ts", text("B")],
        ["gen/c.ts", text("c")],
      ]),
    );
    expect(readdirSync(join(root, "gen")).sort()).toEqual(["b.ts", "c.ts"]);
    expect(readFileSync(join(root, "gen/b.ts"), "utf8")).toBe(text("B"));
    expect(readdirSync(root)).toEqual(["gen"]);
  });

  it.each([
    ["file", [compare, write]],
    ["file/below", [write]],
  ] as const)("says that a file stands where the folder should be: %s", (where, attempts) => {
    const root = workspace({ file: "mine" });
    for (const attempt of attempts)
      expect(() => attempt(join(root, where), [""], new Map([["a.ts", text("a")]]))).toThrow(
        expect.objectContaining({ code: "GEN_WRITE", message: expect.stringContaining("a file stands there") }),
      );
    expect(readFileSync(join(root, "file"), "utf8")).toBe("mine");
    expect(readdirSync(root)).toEqual(["file"]);
  });

  it("refuses a folder with files of others and leaves it alone", () => {
    const root = workspace({ "gen/mine.ts": "export {};\n" });
    let error: unknown;
    try {
      write(root, ["gen"], new Map([["gen/a.ts", text("a")]]));
    } catch (e) {
      error = e;
    }
    expect(error).toBeInstanceOf(CodegenError);
    expect(error).toMatchObject({ code: "GEN_WRITE" });
    expect(readdirSync(join(root, "gen"))).toEqual(["mine.ts"]);
  });

  it("leaves every folder as it was when one cannot be prepared", () => {
    const root = temporary();
    write(
      root,
      ["one", "two"],
      new Map([
        ["one/a.ts", text("a")],
        ["two/a.ts", text("a")],
      ]),
    );
    writeFileSync(join(root, "two/a.ts"), "changed by hand");
    expect(() =>
      write(
        root,
        ["one", "two"],
        new Map([
          ["one/a.ts", text("new")],
          ["two/a.ts", text("new")],
        ]),
      ),
    ).toThrow(CodegenError);
    expect(readFileSync(join(root, "one/a.ts"), "utf8")).toBe(text("a"));
    expect(readdirSync(root).sort()).toEqual(["one", "two"]);
  });

  it("takes up where a killed run stopped between its two renames", () => {
    const root = temporary();
    write(root, ["gen"], new Map([["gen/a.ts", text("a")]]));
    renameSync(join(root, "gen"), join(root, ".coo-old-gen"));
    expect(existsSync(join(root, "gen"))).toBe(false);
    write(root, ["gen"], new Map([["gen/a.ts", text("a2")]]));
    expect(readdirSync(root)).toEqual(["gen"]);
    expect(readFileSync(join(root, "gen/a.ts"), "utf8")).toBe(text("a2"));
  });

  it("clears the old folder of a run killed after its renames", () => {
    const root = workspace({ "gen/a.ts": text("a"), ".coo-old-gen/a.ts": text("older") });
    write(root, ["gen"], new Map([["gen/a.ts", text("b")]]));
    expect(readdirSync(root)).toEqual(["gen"]);
  });

  it("says so when the folder cannot be written", () => {
    // A file in the place of the folder: rights would not stop root.
    const root = workspace({ locked: "a file" });
    expect(() => write(join(root, "locked"), ["gen"], new Map([["gen/a.ts", text("a")]]))).toThrow(/cannot write/);
  });
});

describe("compare", () => {
  it("finds missing, changed and left-over files", () => {
    const root = workspace({ "gen/same.ts": text("s"), "gen/old.ts": text("o"), "gen/changed.ts": text("1") });
    const files = new Map([
      ["gen/same.ts", text("s")],
      ["gen/changed.ts", text("2")],
      ["gen/new.ts", text("n")],
    ]);
    expect(compare(root, ["gen"], files)).toEqual([
      { file: "gen/changed.ts", kind: "changed" },
      { file: "gen/new.ts", kind: "missing" },
      { file: "gen/old.ts", kind: "leftover" },
    ]);
  });
});
