import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, vi } from "vitest";
import { permittedFolders } from "../src/permitted-folders.ts";
import { run } from "../src/run.ts";
import { schema, temporary, workspace } from "./support/workspace.ts";

async function call(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const code = await run(args, { out: (t) => void (out += t), err: (t) => void (err += t) });
  return { code, out, err };
}

const importing = (location: string): string =>
  schema(`<xs:import namespace="urn:o" schemaLocation="${location}"/><xs:element name="e" type="xs:int"/>`);
const other = schema('<xs:element name="o" type="xs:int"/>', "urn:o");
const SECRET = "root:x:0:0";

/** A folder with a document in `given/deep`, and a file beside `given` that is no document. */
function documents(location: string): string {
  return workspace({
    "given/deep/a.xsd": importing(location),
    "given/other.xsd": other,
    "other.xsd": other,
    secret: SECRET,
  });
}

const refused = (text: string): void => {
  expect(text).toContain("was not opened: it lies outside the permitted folder");
  expect(text).toContain("--root DIR");
  expect(text).not.toContain(SECRET);
  // Neither whether it exists nor how it begins.
  expect(text).not.toMatch(/no such file|well-formed/);
};

describe("where imports may lead", () => {
  it.each([
    "../../secret",
    "../../../../../../../../etc/passwd",
    "/etc/passwd",
    "file:///etc/passwd",
    "..%2f../secret",
    "../../none.xsd",
  ])("%s is refused before it is opened", async (location) => {
    const folder = documents(location);
    const entry = join(folder, "given/deep/a.xsd");
    const { code, err } = await call(entry, "--out", join(folder, "out"));
    expect(code).toBe(3);
    refused(err);
    const lint = await call("lint", entry);
    expect(lint.code).toBe(3);
    refused(lint.out);
  });

  it("a symbolic link leads no further than a path", async () => {
    const folder = documents("link.xsd");
    symlinkSync(join(folder, "secret"), join(folder, "given/deep/link.xsd"));
    refused((await call(join(folder, "given/deep/a.xsd"), "--out", join(folder, "out"))).err);
    const below = documents("sub/secret");
    symlinkSync(below, join(below, "given/deep/sub"));
    refused((await call(join(below, "given/deep/a.xsd"), "--out", join(below, "out"))).err);
  });

  it("a link in a folder that is named leads no further either", async () => {
    const folder = documents("none.xsd");
    mkdirSync(join(folder, "named"));
    symlinkSync(join(folder, "secret"), join(folder, "named/b.xsd"));
    for (const args of [["lint"], ["--out", join(folder, "out")]]) {
      const { code, err } = await call(...args, join(folder, "named"));
      expect(code).toBe(3);
      expect(err).toContain("b.xsd:1:1: GEN_INPUT: 该链接指向允许的目录之外 · this link leads outside");
    }
    expect((await call("lint", join(folder, "named"), "--root", folder)).out).toContain("document-malformed");
  });

  it("a file that is a link stands where it leads to as well", async () => {
    const folder = documents("x.xsd");
    writeFileSync(join(folder, "given/deep/x.xsd"), other);
    mkdirSync(join(folder, "links"));
    for (const name of ["a.xsd", "x.xsd"]) symlinkSync(join(folder, "given/deep", name), join(folder, "links", name));
    expect((await call(join(folder, "links/a.xsd"), "--out", join(folder, "out"))).code).toBe(0);
  });

  it("--root and the key of the configuration permit another folder", async () => {
    const folder = documents("../other.xsd");
    const entry = join(folder, "given/deep/a.xsd");
    const out = join(folder, "out");
    expect((await call(entry, "--out", out)).code).toBe(3);
    expect((await call(entry, "--out", out, "--root", join(folder, "given"))).code).toBe(0);
    expect((await call("lint", entry, "--root", join(folder, "given"))).code).toBe(0);
    const config = join(folder, "given/deep/coo-codegen.json");
    const write = (more: object): void =>
      writeFileSync(config, JSON.stringify({ jobs: [{ entries: ["a.xsd"], out: "../../out2", ...more }] }));
    write({});
    refused((await call("--config", config)).err);
    write({ root: ".." });
    expect((await call("--config", config)).code).toBe(0);
    const wrong = await call(entry, "--out", out, "--root", join(folder, "gone"));
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("--root: there is no folder")]);
  });

  it("below the folder of work, all of that is permitted", async () => {
    const folder = documents("../other.xsd");
    vi.spyOn(process, "cwd").mockReturnValue(join(folder, "given"));
    const { code, err } = await call("deep/a.xsd", "--out", join(folder, "out"));
    vi.restoreAllMocks();
    expect([code, err]).toEqual([0, expect.not.stringContaining("GEN_")]);
  });

  it("the top of the file system is permitted by --root alone", () => {
    const folder = temporary();
    expect(permittedFolders([join(folder, "a.xsd")], "/", undefined)).toEqual([folder]);
    expect(permittedFolders(["/a.xsd"], folder, undefined)).toEqual([]);
    expect(permittedFolders(["/a.xsd"], folder, "/")).toEqual(["/"]);
  });

  it("neither the catalog of fetched documents nor a link in their folder leads out of it", async () => {
    for (const file of ["../secret", "link"]) {
      const folder = workspace({
        "a.xsd": importing("http://h.example/o.xsd"),
        secret: other,
        ".coo-fetched/catalog.json": JSON.stringify({ documents: { "http://h.example/o.xsd": file }, redirects: {} }),
      });
      symlinkSync(join(folder, "secret"), join(folder, ".coo-fetched/link"));
      const { code, err } = await call(join(folder, "a.xsd"), "--out", join(folder, "out"));
      expect([code, err]).toEqual([3, expect.stringContaining("it is remote and was not saved")]);
    }
  });
});

describe("switches of generate", () => {
  it("--strict refuses what is tolerated otherwise", async () => {
    const slip = schema('<xs:import namespace="urn:example:test"/><xs:element name="e" type="xs:int"/>');
    const folder = workspace({ "a.xsd": slip });
    const args = [join(folder, "a.xsd"), "--out", join(folder, "out")];
    expect((await call(...args)).code).toBe(0);
    expect((await call(...args, "--strict")).code).toBe(3);
  });

  it("--absent-imports pass lets a missing document be a note", async () => {
    const folder = workspace({ "a.xsd": importing("gone.xsd") });
    const args = [join(folder, "a.xsd"), "--out", join(folder, "out")];
    expect((await call(...args)).code).toBe(3);
    const passed = await call(...args, "--absent-imports", "pass");
    expect([passed.code, passed.out + passed.err]).toEqual([0, expect.stringContaining("gone.xsd")]);
    expect((await call(...args, "--absent-imports", "pas")).err).toContain("did you mean pass?");
  });

  it("--served makes handlers of what would be calls", async () => {
    const folder = temporary();
    const wrapped = fileURLToPath(new URL("./golden/wrapped/in.wsdl", import.meta.url));
    const kinds = async (...more: string[]): Promise<string[]> => {
      const out = join(folder, "out");
      expect((await call(wrapped, "--out", out, ...more)).code).toBe(0);
      const text = readFileSync(join(out, "services.ts"), "utf8");
      return [...text.matchAll(/OperationDescriptor<\w+, \w+, "(\w+)">/g)].map((m) => m[1] ?? "");
    };
    expect(await kinds()).toEqual(["call"]);
    expect(await kinds("--served")).toEqual(["push"]);
  });

  it("--registry writes registry.ts", async () => {
    const folder = workspace({ "a.xsd": other });
    const args = [join(folder, "a.xsd"), "--out", join(folder, "out"), "--dry-run", "--json"];
    expect((await call(...args)).out).not.toContain("registry.ts");
    expect((await call(...args, "--registry")).out).toContain("registry.ts");
  });
});

describe("lint of folders", () => {
  it("takes a folder for the documents in it", async () => {
    const folder = workspace({ "a.xsd": importing("b.xsd"), "b.xsd": other, "notes.txt": "" });
    const { code, out } = await call("lint", folder, "--json");
    expect(code).toBe(0);
    expect((JSON.parse(out) as { documents: string[] }).documents).toHaveLength(2);
    const empty = await call("lint", temporary());
    expect([empty.code, empty.err]).toEqual([3, expect.stringContaining("the folder has no WSDL or XSD file")]);
  });

  it("adds up what --disable names and offers the rule that was meant", async () => {
    const folder = workspace({ "a.xsd": importing("gone.xsd") });
    expect((await call("lint", folder, "--disable", "import-missing", "--disable=upkeep,names")).code).toBe(0);
    expect((await call("lint", folder, "--disable", "import-mising")).err).toContain("did you mean import-missing?");
    expect((await call("lint", folder, "--disabel", "x")).err).toContain("did you mean --disable?");
  });

  it("says whether a document at an address was saved", async () => {
    const folder = workspace({
      "a.xsd": importing("http://h.example/o.xsd"),
      ".coo-fetched/o.xsd": other,
      ".coo-fetched/catalog.json": JSON.stringify({ documents: { "http://h.example/o.xsd": "o.xsd" }, redirects: {} }),
    });
    const { out } = await call("lint", join(folder, "a.xsd"));
    expect(out).toMatch(/is on the network; the saved copy \S*o\.xsd is read/);
    expect(out).not.toContain("not fetched");
  });
});
