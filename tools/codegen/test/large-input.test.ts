import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isLargeInput } from "../src/large-input.ts";
import { run } from "../src/run.ts";
import { schema, workspace } from "./support/workspace.ts";

const cli = join(import.meta.dirname, "../src/cli.ts");

const types = (last: string): string =>
  Array.from(
    { length: 1200 },
    (_, i) =>
      `<xs:complexType name="T${i}"><xs:sequence><xs:element name="value" type="xs:int"/><xs:element name="other" type="xs:string" minOccurs="0"/><xs:element name="more" type="${i === 1199 ? last : "xs:date"}" maxOccurs="unbounded"/></xs:sequence></xs:complexType>`,
  ).join("\n");

function spawn(args: readonly string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const node = ["--conditions=@coo/source", "--disable-warning=ExperimentalWarning", cli, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, node, { encoding: "utf8" });
  return { code: status, out: stdout, err: stderr };
}

describe("a large input", () => {
  it("is generated in a thread of its own to the same files and texts", async () => {
    const folder = workspace({ "large.xsd": schema(types("xs:date")) });
    const [file, there, here] = ["large.xsd", "there", "here"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    expect(isLargeInput(["--out", there, file])).toBe(true);
    const texts = { out: "", err: "" };
    const code = await run(["--out", here, file], {
      out: (text) => void (texts.out += text),
      err: (text) => void (texts.err += text),
    });
    expect(spawn(["--out", there, file])).toEqual({ code, ...texts });
    expect(code).toBe(0);
    const contents = (of: string): [string, string][] =>
      readdirSync(of)
        .sort()
        .map((name) => [name, readFileSync(join(of, name), "utf8")]);
    expect(contents(there)).toEqual(contents(here));
  });

  it("that is wrong ends with the code and text of its error", () => {
    const folder = workspace({ "large.xsd": schema(types("xs:dat")) });
    const { code, err } = spawn(["--out", join(folder, "out"), join(folder, "large.xsd")]);
    expect(code).toBe(3);
    expect(err).toMatch(/large\.xsd:\d+:\d+: .*xs:dat/);
    expect(readdirSync(folder)).toEqual(["large.xsd"]);
  });

  it("is no folder, flag or small file", () => {
    const folder = workspace({ "small.xsd": schema("") });
    expect(isLargeInput(["--out", folder, join(folder, "small.xsd"), join(folder, "none.xsd")])).toBe(false);
  });
});
