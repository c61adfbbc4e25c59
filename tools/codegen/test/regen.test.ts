import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { digestOf, filesBelow } from "../src/regen/digest.ts";
import { writeTree } from "../src/regen/write-tree.ts";
import { run } from "../src/run.ts";
import { regen, smallRepo, writeEdition, writeFiles } from "./support/regen-repo.ts";

const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

const read = (root: string, file: string): string => readFileSync(join(root, file), "utf8");
const snapshot = (root: string): string => JSON.stringify([...filesBelow(root)].sort());
const CODE = ["--today", "2021-01-01"];

/** A repository whose first edition is there, and whose second one lies in `schemas/`. */
async function repo(version?: string, second: Parameters<typeof writeEdition>[2] = {}): Promise<string> {
  const root = smallRepo(version);
  roots.push(root);
  expect((await regen(root, "announce", "2020-01", "--today", "2020-01-01")).code).toBe(0);
  writeEdition(root, "2021-01", {
    code: '<xs:maxLength value="8"/>',
    ...second,
    manifest: { effectiveDate: "2021-01-01", ...second.manifest },
  });
  return root;
}

describe("regen announce", () => {
  it("adds dated entries and leaves the default; every package gets a minor", async () => {
    const root = await repo();
    const { code, out } = await regen(root, "announce", "2021-01", "--today", "2020-06-01");
    expect(code).toBe(0);
    expect(out).toContain("@x/msg-b: minor");
    expect(read(root, "packages/msg-a/src/index.ts")).toBe('export * from "./gen/2020-01/index.ts";\n');
    const { exports } = JSON.parse(read(root, "packages/msg-a/package.json"));
    expect(Object.keys(exports)).toEqual(expect.arrayContaining(["./2020-01", "./2021-01", "./2021-01/schema"]));
    expect(exports["./2021-01"].default).toBe("./dist/gen/2021-01/index.js");
    expect(JSON.parse(read(root, "schemas/editions.json"))).toMatchObject({
      default: "2020-01",
      editions: { "2021-01": { state: "announced", after: "2020-01", adopted: null, generated: null } },
    });
  });

  it("exports again what did not change, and what leads to a change anew", async () => {
    const root = await repo("1.0.0", { code: "", shared: '<xs:element name="unit" type="xs:string" minOccurs="0"/>' });
    await regen(root, "announce", "2021-01", ...CODE);
    const b = read(root, "packages/msg-b/src/gen/2021-01/b.ts");
    expect(b).toMatch(/export \{\n {2}type AnswerB,\n {2}AnswerBDescriptor,\n\} from "..\/2020-01\/b.ts";/);
    expect(b).toContain("export interface AskB");
    const schema = read(root, "packages/msg-b/src/gen/2021-01/b.schema.ts");
    expect(schema).toMatch(/export \{\n {2}AnswerBSchema,\n\} from "..\/2020-01\/b.schema.ts";/);
  });

  it("does not let a package wait for a folder that nobody made", async () => {
    const root = await repo();
    rmSync(join(root, "packages/msg-b/package.json"));
    const { code, err } = await regen(root, "announce", "2021-01", ...CODE);
    expect(code).toBe(2);
    expect(err).toContain("packages/msg-b");
  });

  it("takes an invented example only by that word", async () => {
    const root = await repo("1.0.0", { manifest: { status: "example" } });
    expect((await regen(root, "announce", "2021-01", ...CODE)).code).toBe(6);
    expect((await regen(root, "announce", "2021-01", "--example", ...CODE)).code).toBe(0);
  });
});

describe("regen adopt", () => {
  it("moves the default and gives each package its own release", async () => {
    const root = await repo();
    const { code, out } = await regen(root, "adopt", "2021-01", ...CODE);
    expect(code).toBe(0);
    expect(out).toContain("@x/msg-a: major");
    expect(out).toContain("@x/msg-b: minor");
    expect(read(root, "packages/msg-a/src/schema.ts")).toBe('export * from "./gen/2021-01/schema.ts";\n');
    const changeset = read(root, ".changeset/iface-2020-01-to-2021-01-x-msg-a.md");
    expect(changeset).toMatch(/^---\n"@x\/msg-a": major\n---\n/);
    expect(changeset).toContain("2021-01-01");
    expect(changeset.split("---\n").at(-1)?.trim().split("\n").length).toBeLessThanOrEqual(12);
    expect(read(root, "schemas/2021-01/CHANGES.md")).toContain("## English");
    const report = JSON.parse(read(root, "schemas/2021-01/report.json"));
    expect(report.packages).toEqual([{ name: "@x/msg-a", bump: "major", rollout: "by-date", changes: 1 }]);
    const ledger = JSON.parse(read(root, "schemas/editions.json"));
    expect(ledger.default).toBe("2021-01");
    expect(Object.keys(ledger.editions["2020-01"].generated)).toEqual(["@x/msg-a", "@x/msg-b", "@x/msg-common"]);
    expect(ledger.changesets["iface-2020-01-to-2021-01-x-msg-a.md"]).toBe(digestOf(changeset));
  });

  it("makes no 1.0.0 of a package below it", async () => {
    const root = await repo("0.3.0");
    const { out } = await regen(root, "adopt", "2021-01", ...CODE);
    expect(out).toContain("@x/msg-a: minor");
    expect(out).toContain("@x/msg-b: patch");
  });

  it("releases what was announced and is not released yet together with it", async () => {
    const root = await repo();
    await regen(root, "announce", "2021-01", "--today", "2020-06-01");
    expect((await regen(root, "adopt", "2021-01", ...CODE)).out).toContain("@x/msg-b: minor");
    expect((await regen(root, "adopt", "2021-01", "--check", ...CODE)).code).toBe(0);
  });

  it("keeps to the folder of what a pre-release consumed", async () => {
    const root = await repo();
    await regen(root, "announce", "2021-01", "--today", "2020-06-01");
    const name = "iface-2020-01-to-2021-01-x-msg-a.md";
    writeFiles(root, { [`.changeset/pre/${name}`]: read(root, `.changeset/${name}`) });
    rmSync(join(root, ".changeset", name));
    expect((await regen(root, "adopt", "2021-01", ...CODE)).code).toBe(0);
    expect(existsSync(join(root, ".changeset", name))).toBe(false);
    expect(read(root, `.changeset/pre/${name}`)).toContain('"@x/msg-a": major');
  });

  it("releases less when the announcement is out already", async () => {
    const root = await repo();
    await regen(root, "announce", "2021-01", "--today", "2020-06-01");
    for (const n of ["a", "b", "common"]) rmSync(join(root, `.changeset/iface-2020-01-to-2021-01-x-msg-${n}.md`));
    expect((await regen(root, "adopt", "2021-01", ...CODE)).out).toContain("@x/msg-b: patch");
  });

  it("is refused before the effective date, unless early", async () => {
    const root = await repo();
    const before = snapshot(root);
    const { code, err } = await regen(root, "adopt", "2021-01", "--today", "2020-12-31");
    expect([code, snapshot(root)]).toEqual([6, before]);
    expect(err).toContain("--early");
    expect((await regen(root, "adopt", "2021-01", "--today", "2020-12-31", "--early")).code).toBe(0);
  });

  it("leaves our own code on the edition that it was written for", async () => {
    const root = await repo();
    writeFiles(root, {
      "packages/user/src/use.ts":
        'import { serviceA } from "@x/msg-a";\nimport * as s from "@x/msg-a/schema";\nimport "@x/other";\n',
      "packages/msg-a/test/a.test.ts": 'import * as a from "../src/index.ts";\n',
    });
    await regen(root, "adopt", "2021-01", ...CODE);
    expect(read(root, "packages/user/src/use.ts")).toBe(
      'import { serviceA } from "@x/msg-a/2020-01";\nimport * as s from "@x/msg-a/2020-01/schema";\nimport "@x/other";\n',
    );
    expect(read(root, "packages/msg-a/test/a.test.ts")).toBe('import * as a from "../src/gen/2020-01/index.ts";\n');
    // Code that is written afterwards may use the default.
    writeFileSync(join(root, "packages/user/src/use.ts"), 'import { serviceA } from "@x/msg-a";\n');
    expect((await regen(root, "adopt", "2021-01", "--check", ...CODE)).code).toBe(0);
  });
});

describe("regen retire", () => {
  it("waits for the sunset, and for a year after the successor was adopted", async () => {
    const root = await repo();
    await regen(root, "adopt", "2021-01", ...CODE);
    const retire = (today: string) => regen(root, "retire", "2020-01", "--today", today);
    expect((await retire("2030-01-01")).err).toContain("no sunset");
    const manifest = JSON.parse(read(root, "schemas/2020-01/manifest.json"));
    writeFileSync(join(root, "schemas/2020-01/manifest.json"), JSON.stringify({ ...manifest, sunset: "2021-06-01" }));
    expect((await retire("2021-05-31")).code).toBe(6);
    expect((await retire("2021-12-31")).err).toContain("2022-01-01");
    const { code, out } = await retire("2022-01-01");
    expect(code).toBe(0);
    expect(out).toContain("@x/msg-b: major");
    expect(existsSync(join(root, "packages/msg-a/src/gen/2020-01"))).toBe(false);
    expect(Object.keys(JSON.parse(read(root, "packages/msg-a/package.json")).exports)).not.toContain("./2020-01");
    // What was shared with it is now of the edition that remains.
    expect(read(root, "packages/msg-b/src/gen/2021-01/b.ts")).toContain("export interface AskB");
    expect((await regen(root, "retire", "2020-01", "--check", "--today", "2022-01-02")).code).toBe(0);
  });

  it("never takes the default away", async () => {
    const root = await repo();
    await regen(root, "adopt", "2021-01", ...CODE);
    expect((await regen(root, "retire", "2021-01", "--today", "2099-01-01")).code).toBe(6);
  });
});

describe("exit codes", () => {
  it("0 and 5: --check tells whether the tree is what would be written", async () => {
    const root = await repo();
    const before = snapshot(root);
    expect((await regen(root, "announce", "2021-01", "--check", ...CODE)).code).toBe(5);
    expect(snapshot(root)).toBe(before);
    await regen(root, "announce", "2021-01", ...CODE);
    expect((await regen(root, "announce", "2021-01", "--check", ...CODE)).code).toBe(0);
    appendFileSync(join(root, "packages/msg-a/src/gen/2021-01/a.ts"), "// more\n");
    const { code, out } = await regen(root, "announce", "2021-01", "--check", ...CODE);
    expect(code).toBe(5);
    expect(out).toMatch(/^~ packages\/msg-a\/src\/gen\/2021-01\/a.ts {2}sha256 [0-9a-f]{64}$/m);
    expect(out).not.toContain("up to date");
  });

  it("1: findings at or above --fail-on, nothing written", async () => {
    const root = await repo();
    const before = snapshot(root);
    expect((await regen(root, "announce", "2021-01", "--fail-on", "breaking", ...CODE)).code).toBe(1);
    expect(snapshot(root)).toBe(before);
  });

  it("2: usage and manifest", async () => {
    const root = await repo();
    for (const args of [
      [],
      ["announce"],
      ["publish", "2021-01"],
      ["announce", "../x"],
      ["announce", "2022-01"],
      ["retire", "2019-01"],
    ])
      expect([args, (await regen(root, ...args)).code]).toEqual([args, 2]);
    expect((await regen(root, "adopt", "2021-01", "--today", "2021-02-30")).code).toBe(2);
    writeFileSync(join(root, "schemas/2021-01/manifest.json"), '{ "edition": "2021-01", "operations": 1 }');
    expect((await regen(root, "announce", "2021-01", ...CODE)).code).toBe(2);
    writeFileSync(join(root, "schemas/editions.json"), "{}");
    expect((await regen(root, "announce", "2021-01", ...CODE)).code).toBe(2);
  });

  it("3: documents that are wrong", async () => {
    const root = await repo();
    writeFileSync(join(root, "schemas/2021-01/a.xsd"), "<broken");
    const before = snapshot(root);
    const { code, out } = await regen(root, "announce", "2021-01", ...CODE);
    expect([code, out, snapshot(root)]).toEqual([3, "", before]);
  });

  it("6: a changeset that was edited by hand is kept", async () => {
    const root = await repo();
    await regen(root, "announce", "2021-01", ...CODE);
    const file = join(root, ".changeset/iface-2020-01-to-2021-01-x-msg-a.md");
    appendFileSync(file, "My own words.\n");
    const before = snapshot(root);
    expect((await regen(root, "adopt", "2021-01", ...CODE)).code).toBe(6);
    expect(snapshot(root)).toBe(before);
  });

  it("6: a frozen edition that was edited by hand", async () => {
    const root = await repo();
    await regen(root, "adopt", "2021-01", ...CODE);
    appendFileSync(join(root, "packages/msg-a/src/gen/2020-01/a.ts"), "// more\n");
    expect((await regen(root, "adopt", "2021-01", ...CODE)).err).toContain("edited by hand");
  });

  it("6: documents of a frozen edition that changed", async () => {
    const root = await repo();
    await regen(root, "adopt", "2021-01", ...CODE);
    writeEdition(root, "2020-01", { code: '<xs:maxLength value="3"/>' });
    const { code, err } = await regen(root, "adopt", "2021-01", ...CODE);
    expect(code).toBe(6);
    expect(err).toContain("schemas/2020-01/a.xsd");
  });
});

describe("waivers and deprecations", () => {
  const waiver = {
    old: "2020-01",
    new: "2021-01",
    level: "breaking",
    reason: "agreed",
    reasonZh: "已商定",
    owner: "ops",
    expires: "2021-06-01",
  };
  const about = { id: "max-length-tightened", component: "{urn:a}AskA/code" };
  const withWaivers = (root: string, ...waivers: object[]): void =>
    writeFileSync(join(root, "evolution.waivers.json"), JSON.stringify({ waivers }));

  it("lower the gate and nothing else", async () => {
    const root = await repo();
    withWaivers(root, { ...waiver, ...about });
    const { code, out } = await regen(root, "adopt", "2021-01", "--fail-on", "breaking", ...CODE);
    expect(code).toBe(0);
    expect(out).toContain("@x/msg-a: major");
    expect(read(root, "schemas/2021-01/CHANGES.md")).toContain("已豁免:已商定");
  });

  it("do not open the gate for more than was accepted", async () => {
    const root = await repo();
    withWaivers(root, { ...waiver, ...about, level: "potential" });
    expect((await regen(root, "adopt", "2021-01", "--fail-on", "breaking", ...CODE)).code).toBe(1);
  });

  it.each([
    ["an expired one", { ...waiver, ...about, expires: "2020-12-31" }, 6],
    ["one that matches nothing", { ...waiver, ...about, component: "{urn:a}AskA/none" }, 6],
    ["one without an owner", { ...waiver, ...about, owner: "" }, 2],
    ["one of another pair", { ...waiver, ...about, new: "2022-01" }, 0],
  ])("fail for %s", async (_, one, code) => {
    const root = await repo();
    withWaivers(root, one);
    expect((await regen(root, "announce", "2021-01", ...CODE)).code).toBe(code);
  });

  it("keep what was promised until its sunset", async () => {
    const root = smallRepo();
    roots.push(root);
    const note = '<xs:element name="note" type="xs:string" minOccurs="0"/>';
    const deprecations = [{ component: "{urn:a}AskA/note", since: "2020-01-01", sunset: "2021-06-01" }];
    writeEdition(root, "2020-01", { a: note, manifest: { deprecations } });
    await regen(root, "announce", "2020-01", "--today", "2020-01-01");
    writeEdition(root, "2021-01", { manifest: { effectiveDate: "2021-01-01" } });
    const { code, err } = await regen(root, "announce", "2021-01", ...CODE);
    expect(code).toBe(6);
    const [, fingerprint] = /waive ([0-9a-f]{16})/.exec(err) ?? [];
    withWaivers(root, { ...waiver, fingerprint });
    expect((await regen(root, "announce", "2021-01", ...CODE)).code).toBe(0);
    rmSync(join(root, "evolution.waivers.json"));
    writeEdition(root, "2021-01", { manifest: { effectiveDate: "2021-06-01" } });
    expect((await regen(root, "announce", "2021-01", ...CODE)).code).toBe(0);
  });
});

describe("a component that will go away", () => {
  it("is struck through in both languages, by the manifest or by a note in the schema", async () => {
    const root = smallRepo();
    roots.push(root);
    const noted = `<xs:element name="b" type="xs:string" minOccurs="0"><xs:annotation><xs:appinfo><n:deprecated xmlns:n="urn:coo:schema" replacement="code"/></xs:appinfo></xs:annotation></xs:element>`;
    const deprecations = [
      { component: "{urn:a}AskA/item", since: "2020-01-01", sunset: "2021-06-01", replacement: "code" },
    ];
    writeEdition(root, "2020-01", { a: noted, manifest: { deprecations } });
    await regen(root, "announce", "2020-01", "--today", "2020-01-01");
    const text = read(root, "packages/msg-a/src/gen/2020-01/a.ts");
    expect(text).toContain(
      "   * @deprecated 自 2020-01-01 起弃用,2021-06-01 起可能移除,请改用 code · deprecated since 2020-01-01; may be gone from 2021-06-01 on; use code\n   */\n  item: Item;",
    );
    expect(text).toContain("   * @deprecated 请改用 code · use code\n   */\n  b?: string;");
  });

  it("has to be there", async () => {
    const root = smallRepo();
    roots.push(root);
    const deprecations = [{ component: "{urn:a}AskA/none", since: "2020-01-01", sunset: "2021-06-01" }];
    writeEdition(root, "2020-01", { manifest: { deprecations } });
    const { code, err } = await regen(root, "announce", "2020-01", ...CODE);
    expect(code).toBe(2);
    expect(err).toMatch(/manifest\.json:\d+:\d+: GEN_MANIFEST/);
  });
});

describe("what is written", () => {
  it("is the same wherever and whenever it is written", async () => {
    const [x, y] = [await repo(), await repo()];
    await regen(x, "adopt", "2021-01", ...CODE);
    await regen(y, "adopt", "2021-01", ...CODE);
    expect(snapshot(x)).toBe(snapshot(y));
    expect(snapshot(x)).not.toContain(x);
  });

  it("is what a dry run shows: its diff, applied, gives the tree", async () => {
    const root = await repo();
    const copy = mkdtempSync(join(tmpdir(), "coo-copy-"));
    roots.push(copy);
    cpSync(root, copy, { recursive: true });
    const before = snapshot(root);
    const { out } = await regen(root, "adopt", "2021-01", "--dry-run", ...CODE);
    expect(snapshot(root)).toBe(before);
    const patch = out.slice(out.indexOf("--- "), out.lastIndexOf("破坏 breaking"));
    execFileSync("git", ["apply", "-"], { cwd: copy, input: patch });
    await regen(root, "adopt", "2021-01", ...CODE);
    expect(snapshot(copy)).toBe(snapshot(root));
  });

  it("is all or nothing when a file cannot be written", async () => {
    const root = await repo();
    writeFiles(root, { "a/b.txt": "old", "c.txt": "old", "gone.txt": "old" });
    const before = snapshot(root);
    const tree = new Map([
      ["a/b.txt", "new"],
      ["d/e.txt", "new"],
      ["gone.txt", null],
      // No file can lie below a file.
      ["c.txt/below.txt", "new"],
    ]);
    expect(() => writeTree(root, tree)).toThrow("nothing was changed");
    expect(snapshot(root)).toBe(before);
    expect(existsSync(join(root, ".coo-regen"))).toBe(false);
  });

  it("is completed by the next run when one was killed between two files", async () => {
    const root = await repo();
    writeFiles(root, {
      ".coo-regen/list.json": JSON.stringify({
        files: [
          { path: "x.txt", goes: false },
          { path: "y.txt", goes: true },
        ],
      }),
      ".coo-regen/new/0": "x",
      "y.txt": "y",
    });
    writeFiles(root, { ".coo-regen/old/none": "" });
    await regen(root, "announce", "2021-01", ...CODE);
    expect([existsSync(join(root, "x.txt")), existsSync(join(root, "y.txt"))]).toEqual([true, false]);
    expect(existsSync(join(root, ".coo-regen"))).toBe(false);
  });

  it("of a corrected generator is a patch of its own", async () => {
    const root = await repo();
    await regen(root, "adopt", "2021-01", ...CODE);
    const file = join(root, "schemas/editions.json");
    const ledger = JSON.parse(readFileSync(file, "utf8"));
    // As if the generator had written something else then: what lies there is what the ledger says.
    const place = join(root, "packages/msg-a/src/gen/2020-01/a.ts");
    writeFileSync(place, readFileSync(place, "utf8").replace("interface AskA", "interface  AskA"));
    const { digestOfFiles } = await import("../src/regen/digest.ts");
    ledger.editions["2020-01"].generated["@x/msg-a"] = digestOfFiles(filesBelow(join(place, "..")));
    writeFileSync(file, JSON.stringify(ledger));
    expect((await regen(root, "adopt", "2021-01", ...CODE)).code).toBe(0);
    expect(read(root, ".changeset/iface-2020-01-generator-x-msg-a.md")).toContain('"@x/msg-a": patch');
    expect(readFileSync(place, "utf8")).toContain("interface AskA");
  });
});

describe("renames of a manifest", () => {
  const field = (name: string, type: string): string => `<xs:element name="${name}" type="${type}"/>`;
  const renamed = async (renames: unknown): Promise<string> => {
    const root = smallRepo("1.0.0");
    roots.push(root);
    writeEdition(root, "2020-01", { a: field("qty", "xs:string") });
    await regen(root, "announce", "2020-01", "--today", "2020-01-01");
    writeEdition(root, "2021-01", { a: field("numberOfPieces", "xs:string"), manifest: { renames } });
    return root;
  };

  it("decide over detection, and the converter carries the value over", async () => {
    const root = await renamed([{ from: "{urn:a}AskA/qty", to: "{urn:a}AskA/numberOfPieces" }]);
    expect((await regen(root, "announce", "2021-01", ...CODE)).code).toBe(0);
    expect(read(root, "schemas/2021-01/CHANGES.md")).toContain("numberOfPieces");
    const ids = JSON.parse(read(root, "schemas/2021-01/report.json")).changes.map((c: { id: string }) => c.id);
    expect(ids).toEqual(["element-renamed"]);
    expect(read(root, "packages/msg-a/src/gen/2021-01/convert.ts")).toContain('["qty", "numberOfPieces"]');
  });

  it.each([
    [[{ from: "{urn:a}AskA/quantity", to: "numberOfPieces" }], "{urn:a}AskA/quantity"],
    [[{ from: "qty", to: "numberOfPieces" }], '"renames" is malformed'],
  ])("end the run with 2 when they name what is not there", async (renames, complaint) => {
    const root = await renamed(renames);
    const { code, err } = await regen(root, "announce", "2021-01", ...CODE);
    expect(code).toBe(2);
    expect(err).toContain(complaint);
    expect(existsSync(join(root, "schemas/2021-01/CHANGES.md"))).toBe(false);
  });
});

describe("converters of an edition", () => {
  const optional = '<xs:element name="unit" type="xs:string" minOccurs="0"/>';
  const entriesOf = (root: string, name: string): string[] =>
    Object.keys(JSON.parse(read(root, `packages/msg-${name}/package.json`)).exports);
  const check = async (root: string): Promise<number> =>
    run(["repo", "--out", root, "--check"], { out: () => undefined, err: () => undefined });

  it("are generated beside it where a type differs, have an entry, and are checked with the rest", async () => {
    const root = await repo("1.0.0", { code: "", shared: optional });
    await regen(root, "announce", "2021-01", ...CODE);
    const common = read(root, "packages/msg-common/src/gen/2021-01/convert.ts");
    expect(common).toContain("export const downgradeItem: Converter<ItemNew, ItemOld>");
    expect(common).toContain('} from "../2020-01/index.ts";');
    expect(entriesOf(root, "common")).toContain("./2021-01/convert");
    // The type of package b holds a list of those, and hands them to the converter of their package.
    const b = read(root, "packages/msg-b/src/gen/2021-01/convert.ts");
    expect(b).toContain('import { downgradeItem } from "@x/msg-common/2021-01/convert";');
    expect(b).toContain('nested: [["item", "item", () => downgradeItem]]');
    expect(await check(root)).toBe(0);
    const file = join(root, "packages/msg-b/src/gen/2021-01/convert.ts");
    writeFileSync(file, `${b}// by hand\n`);
    expect(await check(root)).toBe(9);
    writeFileSync(file, b);
    expect((await regen(root, "adopt", "2021-01", ...CODE)).code).toBe(0);
    expect(await check(root)).toBe(0);
  });

  it("are none where no type differs, and go with the edition that they lead from", async () => {
    const root = await repo("1.0.0", { shared: "" });
    await regen(root, "adopt", "2021-01", ...CODE);
    expect(existsSync(join(root, "packages/msg-a/src/gen/2021-01/convert.ts"))).toBe(false);
    writeEdition(root, "2022-01", { shared: optional, manifest: { effectiveDate: "2022-01-01" } });
    await regen(root, "adopt", "2022-01", "--today", "2022-01-01");
    expect(entriesOf(root, "common")).toContain("./2022-01/convert");
    const manifest = join(root, "schemas/2021-01/manifest.json");
    writeFileSync(manifest, readFileSync(manifest, "utf8").replace('"edition"', '"sunset": "2022-06-01", "edition"'));
    expect((await regen(root, "retire", "2021-01", "--today", "2023-02-01")).code).toBe(0);
    expect(entriesOf(root, "common")).not.toContain("./2022-01/convert");
    expect(existsSync(join(root, "packages/msg-common/src/gen/2022-01/convert.ts"))).toBe(false);
    expect(existsSync(join(root, ".changeset/iface-2022-01-generator-x-msg-common.md"))).toBe(false);
    expect(await check(root)).toBe(0);
  });
});

describe("the example edition", () => {
  const top = fileURLToPath(new URL("../../../", import.meta.url));

  it("is announced and adopted in a scratch workspace, with at least 25 kinds of changes over all areas", async () => {
    const root = mkdtempSync(join(tmpdir(), "coo-example-"));
    roots.push(root);
    const wanted = (path: string): boolean =>
      !/\/(?:node_modules|dist|samples|sample-data|evidence)(?:\/|$)/.test(path);
    cpSync(join(top, "schemas"), join(root, "schemas"), { recursive: true, filter: wanted });
    for (const name of ["common", "document", "enterprise", "goods", "seal"])
      cpSync(join(top, `packages/msg-${name}`), join(root, `packages/msg-${name}`), {
        recursive: true,
        filter: wanted,
      });
    const args = ["2026-09-example", "--example"];
    expect((await regen(root, "announce", ...args, "--today", "2026-06-01")).code).toBe(0);
    const report = JSON.parse(read(root, "schemas/2026-09-example/report.json"));
    const ids = new Set(report.changes.map((c: { id: string }) => c.id));
    expect(ids.size).toBeGreaterThanOrEqual(25);
    for (const id of [
      "element-required-added",
      "max-length-tightened",
      "enum-value-added",
      "element-renamed",
      "choice-branch-added",
      "target-namespace-changed",
      "operation-added",
    ])
      expect(ids).toContain(id);
    expect(report.packages.map((p: { name: string }) => p.name)).toEqual(
      ["common", "document", "enterprise", "goods", "seal"].map((n) => `@coo/msg-${n}`),
    );
    expect((await regen(root, "adopt", ...args, "--today", "2026-08-31")).code).toBe(6);
    const adopted = await regen(root, "adopt", ...args, "--today", "2026-09-01");
    expect(adopted.code).toBe(0);
    // The page shows what a run prints.
    const told = adopted.out.split("\n").filter((line) => /^(?:破坏|@coo\/)/.test(line));
    expect(told).toHaveLength(6);
    expect(read(top, "docs/regen.md")).toContain(told.join("\n"));
    expect((await regen(root, "adopt", ...args, "--today", "2026-09-02", "--check")).code).toBe(0);
    expect(read(root, "packages/msg-document/src/gen/2026-09-example/convert.ts")).toContain(
      '["copyType", "copyKind"]',
    );
    // The repository itself stays where it is.
    expect(JSON.parse(read(top, "schemas/editions.json")).default).toBe("2018-07");
    expect(existsSync(join(top, "packages/msg-goods/src/gen/2026-09-example"))).toBe(false);
  }, 300_000);

  it("has a transcript of its adoption that shows every step of the command, in order", () => {
    const steps = [...read(top, "tools/codegen/scripts/adopt.ts").matchAll(/\bstep\(\s*[`"]([^`"$]+)/g)].map(
      (m) => m[1],
    );
    expect(steps).toHaveLength(4);
    const page = read(top, "docs/regen.md");
    const transcript = /```text\n\$ npm run --silent adopt -- 2026-09-example .*?```/s.exec(page)?.[0] ?? "";
    expect([...transcript.matchAll(/^✔ (.*)$/gm)].map((m, i) => m[1]?.slice(0, steps[i]?.length))).toEqual(steps);
    // The other language tells of the same run.
    const count = /^(\d+) files$/m.exec(transcript)?.[1];
    expect(transcript).toContain(`${count} written · 已写入 ${count} 个文件`);
    expect(page.split("# Releases of interface editions (English)")[1]).toContain(
      "npm run adopt -- 2026-09-example --example --early",
    );
  });

  it("says everywhere that it is invented", () => {
    const files = filesBelow(join(top, "schemas/2026-09-example"));
    expect(files.size).toBeGreaterThanOrEqual(9);
    for (const [name, text] of files) expect(text, name).toMatch(/虚构|invented/i);
  });
});
