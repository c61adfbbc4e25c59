import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { HELP } from "../src/help.ts";
import { run } from "../src/run.ts";
import { schema, workspace } from "./support/workspace.ts";

function call(...args: string[]): { code: number; out: string; err: string } {
  let out = "";
  let err = "";
  const code = run(args, { out: (t) => void (out += t), err: (t) => void (err += t) });
  return { code, out, err };
}

const good = schema(
  `<xs:complexType name="A"><xs:sequence><xs:element name="x" type="xs:int"/></xs:sequence></xs:complexType>`,
);

describe("coo-codegen", () => {
  it("writes, then finds itself up to date", () => {
    const folder = workspace({ "a.xsd": good });
    const out = join(folder, "out");
    expect(call(join(folder, "a.xsd"), "--out", out)).toMatchObject({ code: 0 });
    expect(readdirSync(out)).toContain("test.ts");
    expect(call(join(folder, "a.xsd"), "--out", out, "--check")).toMatchObject({ code: 0, err: "" });
  });

  it("ends with 9 when a generated file was changed, is missing or is left over", () => {
    const folder = workspace({ "a.xsd": good });
    const out = join(folder, "out");
    call(join(folder, "a.xsd"), "--out", out);
    const file = join(out, "test.ts");
    const text = readFileSync(file, "utf8");
    for (const [spoil, mark] of [
      [() => writeFileSync(file, `${text}// more\n`), "~ test.ts"],
      [() => rmSync(file), "+ test.ts"],
      [() => (writeFileSync(file, text), writeFileSync(join(out, "old.ts"), text)), "- old.ts"],
    ] as const) {
      spoil();
      const result = call(join(folder, "a.xsd"), "--out", out, "--check");
      expect(result.code).toBe(9);
      expect(result.out).toContain(mark);
      expect(result.err).toContain("GEN_STALE");
    }
  });

  it("--dry-run lists and writes nothing", () => {
    const folder = workspace({ "a.xsd": good });
    const result = call(join(folder, "a.xsd"), "--out", join(folder, "out"), "--dry-run");
    expect(result).toMatchObject({ code: 0 });
    expect(result.out).toContain("+ test.ts");
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it("ends with 3 and writes nothing when a document is wrong", () => {
    const folder = workspace({ "a.xsd": schema(`<xs:element name="a" type="t:Missing"/>`) });
    const result = call(join(folder, "a.xsd"), "--out", join(folder, "out"));
    expect(result.code).toBe(3);
    expect(result.err).toMatch(/a\.xsd:3:\d+: GEN_INPUT: .* · .*/);
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it("--keep-going lists every error, writes the rest and still ends with 3", () => {
    const folder = workspace({
      "a.xsd": schema(`<xs:element name="a" type="t:Missing"/><xs:element name="b" type="t:Gone"/>
        <xs:complexType name="Good"><xs:sequence/></xs:complexType>`),
    });
    const result = call(join(folder, "a.xsd"), "--out", join(folder, "out"), "--keep-going");
    expect(result.code).toBe(3);
    expect(result.err).toMatch(/a\.xsd:3:.*Missing[\s\S]*a\.xsd:3:.*Gone/);
    expect(readFileSync(join(folder, "out/test.ts"), "utf8")).toContain("Good");
  });

  it.each([
    [["--nonsense"], "unknown flag --nonsense"],
    [["a.xsd"], "--out DIR is missing"],
    [["--out", "x"], "no WSDL or XSD file is given"],
    [["a.xsd", "--out"], "--out needs a value"],
    [["a.xsd", "--out", "x", "--out", "y"], "--out is given twice"],
    [["a.xsd", "--out", "x", "--check", "--dry-run"], "exclude each other"],
    [["repo", "a.xsd"], "repo takes no files"],
  ])("%j ends with 2", (args, message) => {
    const result = call(...args);
    expect(result.code).toBe(2);
    expect(result.err).toContain(message);
  });

  it("prints one JSON report with --json, on failure too", () => {
    const folder = workspace({ "a.xsd": good, "b.xsd": "<nonsense/>" });
    const ok = JSON.parse(call(join(folder, "a.xsd"), "--out", join(folder, "out"), "--json").out) as Record<
      string,
      unknown
    >;
    expect(ok).toMatchObject({ ok: true, exitCode: 0, summary: { types: 1 }, errors: [] });
    const bad = JSON.parse(call(join(folder, "b.xsd"), "--out", join(folder, "out2"), "--json").out) as Record<
      string,
      unknown
    >;
    expect(bad).toMatchObject({ ok: false, exitCode: 3, errors: [{ code: "GEN_INPUT" }] });
  });

  it("a missing file is an input error", () => {
    expect(call("/nowhere/a.xsd", "--out", "/nowhere/out")).toMatchObject({ code: 3 });
  });

  it("shows an example for each use in --help", () => {
    expect(call("--help")).toEqual({ code: 0, out: HELP, err: "" });
    for (const flag of ["--check", "--dry-run", "--manifest", "--keep-going", "--json", "repo"]) {
      expect(HELP.split("Examples")[1]).toContain(flag);
    }
  });

  it("runs from source on Node's type stripping", () => {
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
