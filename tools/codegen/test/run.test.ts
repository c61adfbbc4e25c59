import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../src/commands.ts";
import { help } from "../src/help.ts";
import { run } from "../src/run.ts";
import { schema, workspace } from "./support/workspace.ts";

async function call(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const code = await run(args, { out: (t) => void (out += t), err: (t) => void (err += t) });
  return { code, out, err };
}

const good = schema(
  `<xs:complexType name="A"><xs:sequence><xs:element name="x" type="xs:int"/></xs:sequence></xs:complexType>`,
);

describe("coo-codegen", () => {
  it("writes, then finds itself up to date", async () => {
    const folder = workspace({ "a.xsd": good });
    const out = join(folder, "out");
    expect(await call(join(folder, "a.xsd"), "--out", out)).toMatchObject({ code: 0 });
    expect(readdirSync(out)).toContain("test.ts");
    expect(await call(join(folder, "a.xsd"), "--out", out, "--check")).toMatchObject({ code: 0, err: "" });
  });

  it("ends with 9 when a generated file was changed, is missing or is left over", async () => {
    const folder = workspace({ "a.xsd": good });
    const out = join(folder, "out");
    await call(join(folder, "a.xsd"), "--out", out);
    const file = join(out, "test.ts");
    const text = readFileSync(file, "utf8");
    for (const [spoil, mark] of [
      [() => writeFileSync(file, `${text}// more\n`), "~ test.ts"],
      [() => rmSync(file), "+ test.ts"],
      [() => (writeFileSync(file, text), writeFileSync(join(out, "old.ts"), text)), "- old.ts"],
    ] as const) {
      spoil();
      const result = await call(join(folder, "a.xsd"), "--out", out, "--check");
      expect(result.code).toBe(9);
      expect(result.out).toContain(mark);
      expect(result.err).toContain("GEN_STALE");
    }
  });

  it("--dry-run lists and writes nothing", async () => {
    const folder = workspace({ "a.xsd": good });
    const result = await call(join(folder, "a.xsd"), "--out", join(folder, "out"), "--dry-run");
    expect(result).toMatchObject({ code: 0 });
    expect(result.out).toContain("+ test.ts");
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it("ends with 3 and writes nothing when a document is wrong", async () => {
    const folder = workspace({ "a.xsd": schema(`<xs:element name="a" type="t:Missing"/>`) });
    const result = await call(join(folder, "a.xsd"), "--out", join(folder, "out"));
    expect(result.code).toBe(3);
    expect(result.err).toMatch(/a\.xsd:3:\d+: GEN_INPUT: .* · .*/);
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it("--keep-going lists every error, writes the rest and still ends with 3", async () => {
    const folder = workspace({
      "a.xsd": schema(`<xs:element name="a" type="t:Missing"/><xs:element name="b" type="t:Gone"/>
        <xs:complexType name="Good"><xs:sequence/></xs:complexType>`),
    });
    const result = await call(join(folder, "a.xsd"), "--out", join(folder, "out"), "--keep-going");
    expect(result.code).toBe(3);
    expect(result.err).toMatch(/a\.xsd:3:.*Missing[\s\S]*a\.xsd:3:.*Gone/);
    expect(readFileSync(join(folder, "out/test.ts"), "utf8")).toContain("Good");
  });

  it.each([
    [["--nonsense"], "unknown flag --nonsense"],
    [["--ot", "x"], "did you mean --out?"],
    [["a.xsd", "--keepgoing"], "did you mean --keep-going?"],
    [["a.xsd", "--json=1"], "--json takes no value"],
    [["a.xsd", "--out", "--check"], "--out needs a value"],
    [["lnt", "a.xsd"], "did you mean lint?"],
    [["a.xsd"], "--out DIR is missing"],
    [["--out", "x"], "no WSDL or XSD file is given"],
    [["a.xsd", "--out"], "--out needs a value"],
    [["a.xsd", "--out", "x", "--out", "y"], "--out is given twice"],
    [["a.xsd", "--out", "x", "--check", "--dry-run"], "exclude each other"],
    [["a.xsd", "--out", "x", "--watch", "--check"], "--watch goes on for ever"],
    [["a.xsd", "--config", "c.json"], "--config excludes files"],
    [["repo", "a.xsd"], "repo takes no files"],
  ])("%j ends with 2", async (args, message) => {
    const result = await call(...args);
    expect(result.code).toBe(2);
    expect(result.err).toContain(message);
  });

  it("prints one JSON report with --json, on failure too", async () => {
    const folder = workspace({ "a.xsd": good, "b.xsd": "<nonsense/>" });
    const ok = JSON.parse((await call(join(folder, "a.xsd"), "--out", join(folder, "out"), "--json")).out) as Record<
      string,
      unknown
    >;
    expect(ok).toMatchObject({ ok: true, exitCode: 0, summary: { types: 1 }, errors: [] });
    const bad = JSON.parse((await call(join(folder, "b.xsd"), "--out", join(folder, "out2"), "--json")).out) as Record<
      string,
      unknown
    >;
    expect(bad).toMatchObject({ ok: false, exitCode: 3, errors: [{ code: "GEN_INPUT" }] });
  });

  it("--names gives names, and later runs keep them", async () => {
    const folder = workspace({
      "a.xsd": good,
      "names.json": '{ "{urn:example:test}A": "Account" }',
      "bad.json": "[1]",
    });
    const out = join(folder, "out");
    const names = (file: string): string[] => [join(folder, "a.xsd"), "--out", out, "--names", join(folder, file)];
    expect(await call(...names("names.json"))).toMatchObject({ code: 0 });
    expect(readFileSync(join(out, "test.ts"), "utf8")).toContain("export interface Account ");
    expect(await call(join(folder, "a.xsd"), "--out", out, "--check")).toMatchObject({ code: 0 });
    const wrong = await call(...names("bad.json"));
    expect(wrong.code).toBe(3);
    expect(wrong.err).toContain("no table of names");
  });

  it("--unknown-names any lets names pass that refer to nothing, with a note", async () => {
    const type = `<xs:complexType name="A"><xs:sequence><xs:element name="x" type="Gone"/></xs:sequence></xs:complexType>`;
    const folder = workspace({ "a.xsd": schema(type) });
    const plain = [join(folder, "a.xsd"), "--out", join(folder, "out")];
    expect(await call(...plain)).toMatchObject({ code: 3 });
    const passed = await call(...plain, "--unknown-names", "any");
    expect(passed.code).toBe(0);
    expect(passed.err).toContain("there is no type Gone");
    expect(readFileSync(join(folder, "out/test.ts"), "utf8")).toContain("x: RawElement;");
    expect(await call(...plain, "--unknown-names", "some")).toMatchObject({ code: 2 });
  });

  it("a missing file is an input error", async () => {
    expect(await call("/nowhere/a.xsd", "--out", "/nowhere/out")).toMatchObject({ code: 3 });
  });

  it("shows an example for each use in --help", async () => {
    expect(await call("--help")).toEqual({ code: 0, out: help(), err: "" });
    for (const flag of [
      "--check",
      "--dry-run",
      "--manifest",
      "--keep-going",
      "--json",
      "--watch",
      "--config",
      "repo",
    ]) {
      expect(help().split("Examples")[1]).toContain(flag);
    }
  });

  it.each(COMMANDS.map((c) => [c.name, c] as const))(
    "%s --help shows an example of every use",
    async (name, command) => {
      const result = await call(name, "--help");
      expect(result).toEqual({ code: 0, out: command.help, err: "" });
      expect(command.help).toContain("Examples · 示例");
      expect(help()).toContain(command.uses[0]?.[0]);
    },
  );

  it("takes a folder for the documents in it", async () => {
    const folder = workspace({ "接口 docs/a.xsd": good, "接口 docs/readme.txt": "x", "empty/x.txt": "" });
    const out = join(folder, "out");
    expect(await call(join(folder, "接口 docs"), "--out", out)).toMatchObject({ code: 0 });
    expect(readdirSync(out)).toContain("test.ts");
    const none = await call(join(folder, "empty"), "--out", join(folder, "out2"));
    expect(none.code).toBe(3);
    expect(none.err).toContain("the folder has no WSDL or XSD file");
  });

  it("generates the jobs of a configuration, or none of them", async () => {
    const config = (second: string): string =>
      JSON.stringify({
        jobs: [
          { name: "one", entries: ["a.xsd"], out: "gen/one" },
          { name: "two", entries: [second], out: "gen/two" },
        ],
      });
    const folder = workspace({
      "a.xsd": good,
      "bad.xsd": "<x",
      "good.json": config("a.xsd"),
      "bad.json": config("bad.xsd"),
    });
    expect((await call("--config", join(folder, "bad.json"))).code).toBe(3);
    expect(existsSync(join(folder, "gen"))).toBe(false);
    expect((await call("--config", join(folder, "good.json"))).code).toBe(0);
    expect(readdirSync(join(folder, "gen/two"))).toContain("test.ts");
    expect((await call("--config", join(folder, "good.json"), "--check")).code).toBe(0);
    expect((await call("--config", join(folder, "none.json"))).code).toBe(2);
  });

  it("shows progress when asked to, on standard error, and never beside JSON", async () => {
    const folder = workspace({ "a.xsd": good });
    const shown = await call(join(folder, "a.xsd"), "--out", join(folder, "out"), "--progress");
    expect(shown.err).toMatch(/reading 1: .*a\.xsd/);
    expect(shown.out).not.toContain("reading");
    const silent = await call(join(folder, "a.xsd"), "--out", join(folder, "out"), "--progress", "--json");
    expect(silent.err).toBe("");
  });

  it("--version prints the version of the package", async () => {
    expect((await call("--version")).out).toMatch(/^\d+\.\d+\.\d+/);
  });

  it("runs from source on Node's type stripping", async () => {
    const folder = workspace({ "a.xsd": good });
    const cli = resolve(import.meta.dirname, "../src/cli.ts");
    const result = spawnSync(process.execPath, ["--conditions=@coo/source", cli, "a.xsd", "--out", "out"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect({ status: result.status, stderr: result.stderr }).toEqual({ status: 0, stderr: "" });
    expect(readdirSync(join(folder, "out"))).toContain("test.ts");
  });
});
