import { spawn } from "node:child_process";
import fs, { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { hostname } from "node:os";
import { basename, dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { recover, write } from "../src/write.ts";
import { FOLDERS, GONE, generated } from "./support/generated-folders.ts";
import { temporary } from "./support/workspace.ts";

const script = resolve(import.meta.dirname, "support/killed-write.mjs");

/** Runs the script; `null` when it was killed, else the number of operations it took. */
function runScript(args: readonly string[], single: boolean, killAfterMs?: number): Promise<number | null> {
  return new Promise((done, fail) => {
    const child = spawn(
      process.execPath,
      ["--conditions=@coo/source", "--disable-warning=ExperimentalWarning", script, ...args],
      {
        env: { ...process.env, COO_SINGLE: single ? "1" : "0" },
      },
    );
    let out = "";
    let err = "";
    child.stdout.on("data", (d) => (out += d));
    child.stderr.on("data", (d) => (err += d));
    if (killAfterMs !== undefined) setTimeout(() => child.kill("SIGKILL"), killAfterMs);
    child.on("error", fail);
    child.on("close", (code, signal) => {
      if (signal === "SIGKILL") done(null);
      else if (code === 0) done(Number(out));
      else fail(new Error(err));
    });
  });
}

const places = (root: string, single: boolean): string[] => (single ? [root] : FOLDERS.map((f) => join(root, f)));

/** Which run a folder is of: its text, `gone` when it is not there; a mixture or half a file throws. */
function versionOf(place: string): string {
  if (!existsSync(place)) return "gone";
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
  const texts = new Set(files.map((e) => readFileSync(join(e.parentPath, e.name), "utf8")));
  expect({ place, files: files.length, texts: texts.size }).toEqual({ place, files: 2, texts: 1 });
  const [text = ""] = texts;
  for (const version of ["old", "new", "newer"]) if (text === generated(version)) return version;
  throw new Error(`${place} holds half a file: ${text}`);
}

function oldState(single: boolean): string {
  const root = join(temporary(), "输出 out");
  const folders = single ? [""] : [...FOLDERS, ...GONE];
  for (const folder of folders) {
    for (const file of single ? ["a.ts", "b/c.ts"] : ["a.ts", "b.ts"]) {
      const path = join(root, folder, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, generated("old"));
    }
  }
  return root;
}

/** What lies below `root` and beside it that no run should leave. */
function leftovers(root: string): string[] {
  return readdirSync(dirname(root), { recursive: true, encoding: "utf8" }).filter((f) => f.includes(".coo-"));
}

function writeAll(root: string, single: boolean, text: string, gone: readonly string[]): void {
  const files = single ? ["a.ts", "b/c.ts"] : FOLDERS.flatMap((f) => [`${f}/a.ts`, `${f}/b.ts`]);
  write(root, single ? [""] : FOLDERS, new Map(files.map((f) => [f, generated(text)])), single ? [] : gone);
}

/** What must hold after a kill: whole folders; one version of all once the next run looked; nothing left once it wrote. */
function judge(root: string, single: boolean): string {
  const before = places(root, single).map(versionOf);
  recover(root);
  const versions = new Set(places(root, single).map(versionOf));
  expect({ before, versions: versions.size }).toEqual({ before, versions: 1 });
  const [version = ""] = versions;
  expect(["old", "new"]).toContain(version);
  if (!single) expect(existsSync(join(root, GONE[0] ?? ""))).toBe(version === "old");
  writeAll(root, single, "newer", []);
  expect(places(root, single).map(versionOf)).toEqual(places(root, single).map(() => "newer"));
  expect(leftovers(root)).toEqual([]);
  return version;
}

const OPERATIONS = ["writeFileSync", "renameSync", "rmSync", "mkdirSync"] as const;

/**
 * Writes, and before each operation on files copies everything: what a kill at that moment would leave. Of a file that
 * is just being written a second copy has half.
 *
 * @returns Roots of the copies.
 */
function statesOnTheWay(single: boolean): string[] {
  const root = oldState(single);
  const copies: string[] = [];
  const real = { ...fs };
  const copy = (half?: readonly [file: string, text: string]): void => {
    const folder = temporary();
    real.cpSync(dirname(root), folder, { recursive: true });
    if (half) real.writeFileSync(join(folder, relative(dirname(root), half[0])), half[1].slice(0, half[1].length / 2));
    for (const lock of leftovers(join(folder, basename(root))).filter((f) => f.endsWith(".lock"))) {
      // Of the process that is gone, not of this one.
      if (real.readFileSync(join(folder, lock), "utf8") !== "")
        real.writeFileSync(join(folder, lock), `999999999 ${hostname()}`);
    }
    copies.push(join(folder, basename(root)));
  };
  let busy = false;
  const watched =
    (name: (typeof OPERATIONS)[number]) =>
    (...args: unknown[]) => {
      if (!busy) {
        busy = true;
        copy();
        if (name === "writeFileSync") copy([String(args[0]), String(args[1])]);
        busy = false;
      }
      return (real[name] as (...a: unknown[]) => unknown)(...args);
    };
  try {
    for (const name of OPERATIONS) Object.assign(fs, { [name]: watched(name) });
    syncBuiltinESMExports();
    writeAll(root, single, "new", GONE);
  } finally {
    for (const name of OPERATIONS) Object.assign(fs, { [name]: real[name] });
    syncBuiltinESMExports();
  }
  copy();
  return copies;
}

describe.each([
  ["one folder", true],
  ["several folders", false],
])("a run that ends while it writes %s", (_, single) => {
  it("at any operation leaves whole folders, and the next run makes them one", { timeout: 120_000 }, () => {
    const roots = statesOnTheWay(single);
    expect(roots.length).toBeGreaterThan(15);
    const seen = roots.map((root) => judge(root, single));
    expect([...new Set(seen)].sort()).toEqual(["new", "old"]);
    // Never back to the old one behind the moment that decides.
    expect(seen.lastIndexOf("old")).toBeLessThan(seen.indexOf("new"));
  });
});

describe("a run that is killed", () => {
  it("at some operations leaves whole folders", { timeout: 120_000 }, async () => {
    const total = (await runScript([oldState(false), "new", "0", "whole"], false)) ?? 0;
    for (const part of [0.3, 0.6, 0.8]) {
      const root = oldState(false);
      expect(await runScript([root, "new", String(Math.round(total * part)), "half"], false)).toBe(null);
      judge(root, false);
    }
  });

  it("at a random moment leaves whole folders", { timeout: 120_000 }, async () => {
    const start = performance.now();
    await runScript([oldState(false), "new", "0", "whole"], false);
    const ms = performance.now() - start;
    let draw = 7;
    for (let i = 0; i < 3; i++) {
      draw = (draw * 48271) % 2147483647;
      const root = oldState(false);
      await runScript([root, "new", "0", "whole"], false, ms * (0.7 + 0.3 * (draw / 2147483647)));
      judge(root, false);
    }
  });
});

describe("two runs at once", () => {
  it("write one after the other", { timeout: 60_000 }, async () => {
    const root = oldState(false);
    await Promise.all(["new", "new", "new"].map((text) => runScript([root, text, "0", "whole"], false)));
    expect(places(root, false).map(versionOf)).toEqual(FOLDERS.map(() => "new"));
    expect(leftovers(root)).toEqual([]);
  });
});

describe("recover", () => {
  it("works after the whole project was moved", () => {
    const halfway = statesOnTheWay(false).find((root) => existsSync(join(root, ".coo-swap.json"))) ?? "";
    const moved = join(temporary(), "moved");
    cpSync(dirname(halfway), moved, { recursive: true });
    judge(join(moved, basename(halfway)), false);
  });

  it("says what to do with a journal that is none", () => {
    const root = oldState(false);
    writeFileSync(join(root, ".coo-swap.json"), "{");
    expect(() => recover(root)).toThrow(/is no journal of this tool/);
  });
});
