import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { CodegenError } from "../src/errors.ts";
import { generate } from "../src/generate.ts";
import { run } from "../src/run.ts";
import { schema, temporary, workspace } from "./support/workspace.ts";

const repo = resolve(import.meta.dirname, "../../..");
const edition = join(repo, "schemas/2018-07");

function problem(make: () => unknown): CodegenError {
  try {
    make();
  } catch (error) {
    if (error instanceof CodegenError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

/** Names of the types in the file of the test namespace. */
function typeNames(body: string): string[] {
  const folder = workspace({ "a.xsd": schema(body) });
  const text = generate({ entries: [join(folder, "a.xsd")] }).files.get("test.ts") ?? "";
  return [...text.matchAll(/^export (?:interface|type) (\S+)/gm)].map((m) => m[1] as string);
}

function documentServices(manifest: string): string {
  return generate({ entries: [], manifest }).files.get("msg-document/src/gen/2018-07/services.ts") ?? "";
}

describe("generate", () => {
  it("opens nothing outside of the root, however an import leads there", () => {
    const leaving = (location: string): string =>
      schema(`<xs:import namespace="urn:example:other" schemaLocation="${location}"/><xs:element name="e"/>`);
    const folder = workspace({
      "in/deep/up.xsd": leaving("../other.xsd"),
      "in/deep/out.xsd": leaving("../../other.xsd"),
      "in/deep/far.xsd": leaving("../../../../../../../../../../../../etc/passwd"),
      "in/other.xsd": schema("", "urn:example:other"),
      "other.xsd": schema("", "urn:example:other"),
    });
    const opened: string[] = [];
    const attempt = (name: string) =>
      generate({
        entries: [join(folder, "in/deep", name)],
        root: join(folder, "in"),
        readFile: (file) => {
          opened.push(file);
          return readFileSync(file);
        },
      });
    attempt("up.xsd");
    expect(opened).toContain(join(folder, "in/other.xsd"));
    for (const name of ["out.xsd", "far.xsd"]) {
      const { message } = problem(() => attempt(name));
      expect(message).toMatch(/^\S+:\d+:\d+: .*it lies outside the permitted folder/);
    }
    expect(opened.filter((file) => !file.startsWith(join(folder, "in/")))).toEqual([]);
  });

  it("gives the same bytes in another folder, time zone, language and order of files", () => {
    const files = {
      "b.xsd": schema(
        `<xs:complexType name="B"><xs:sequence><xs:element name="x" type="xs:int"/></xs:sequence></xs:complexType>`,
        "urn:example:b",
      ),
      "a.xsd": schema(
        `<xs:complexType name="A"><xs:sequence><xs:element name="y" type="xs:date"/></xs:sequence></xs:complexType>`,
        "urn:example:a",
      ),
    };
    const one = workspace(files);
    const two = workspace(files, "目录 with space-");
    const first = generate({ entries: [join(one, "a.xsd"), join(one, "b.xsd")] }).files;
    const saved = { TZ: process.env["TZ"], LANG: process.env["LANG"], LC_ALL: process.env["LC_ALL"] };
    try {
      process.env["TZ"] = "Pacific/Kiritimati";
      process.env["LANG"] = process.env["LC_ALL"] = "tr_TR.UTF-8";
      const second = generate({ entries: [join(two, "b.xsd"), join(two, "a.xsd"), join(two, "a.xsd")] }).files;
      expect([...second]).toEqual([...first]);
    } finally {
      for (const [key, value] of Object.entries(saved)) {
        if (value === undefined) delete process.env[key];
        else process.env[key] = value;
      }
    }
  });

  it("gives the same bytes for the reference edition in another folder", () => {
    const copy = temporary("另一个 folder-");
    cpSync(edition, copy, { recursive: true });
    const here = generate({ entries: [], manifest: join(edition, "manifest.json") });
    const there = generate({
      entries: [join(copy, "push.wsdl"), join(copy, "exchange.wsdl")],
      manifest: join(copy, "manifest.json"),
    });
    expect([...there.files]).toEqual([...here.files]);
  });

  it("takes a whole-file hash into the header and nothing of the generator", () => {
    const folder = workspace({ "a.xsd": schema(`<xs:complexType name="A"><xs:sequence/></xs:complexType>`) });
    const text = [...generate({ entries: [join(folder, "a.xsd")] }).files.values()][0] ?? "";
    expect(text).toMatch(
      /^\/\/ @generated from a\.xsd, sha256 [0-9a-f]{8}\. Do not edit: change the schema, run `coo-codegen`\.\n/,
    );
  });

  it("adding a type renames no other", () => {
    const one = `<xs:complexType name="Goods"><xs:sequence><xs:element name="line"><xs:complexType><xs:sequence/></xs:complexType></xs:element></xs:sequence></xs:complexType>`;
    const two = `<xs:complexType name="Line"><xs:sequence/></xs:complexType>${one}<xs:complexType name="GoodsX"><xs:sequence/></xs:complexType>`;
    expect(typeNames(two)).toEqual(expect.arrayContaining(typeNames(one)));
  });

  it("names the place of an error in a document", () => {
    const folder = workspace({ "a.xsd": schema(`<xs:element name="a" type="t:Missing"/>`) });
    const error = problem(() => generate({ entries: [join(folder, "a.xsd")] }));
    expect(error).toMatchObject({ code: "GEN_INPUT", line: 3 });
    expect(error.message).toMatch(/a\.xsd:3:\d+: .*Missing/);
    expect(error.messageZh).toMatch(/a\.xsd:3:/);
    expect(error.advice).not.toBe("");
  });

  it("names the place of a malformed pattern", () => {
    const folder = workspace({
      "a.xsd": schema(
        `<xs:simpleType name="A"><xs:restriction base="xs:string"><xs:pattern value="("/></xs:restriction></xs:simpleType><xs:element name="a" type="t:A"/>`,
      ),
    });
    expect(problem(() => generate({ entries: [join(folder, "a.xsd")] }))).toMatchObject({ code: "GEN_INPUT", line: 3 });
  });

  it("tells which manifest entry names nothing", () => {
    const copy = temporary();
    cpSync(edition, copy, { recursive: true });
    const error = problem(() =>
      generate({
        entries: [],
        manifest: change(
          copy,
          (m) => ((m.operations as Record<string, { request: string }>)["queryBranches"]!.request = "{urn:x}Nothing"),
        ),
      }),
    );
    expect(error.code).toBe("GEN_MANIFEST");
    expect(error.message).toContain("{urn:x}Nothing");
  });

  it("refuses packages that import each other", () => {
    const folder = workspace({
      "a.xsd": schema(
        `<xs:import namespace="urn:example:b" schemaLocation="b.xsd"/><xs:complexType name="A"><xs:sequence><xs:element name="b" type="b:B" xmlns:b="urn:example:b"/></xs:sequence></xs:complexType>`,
        "urn:example:a",
      ),
      "b.xsd": schema(
        `<xs:import namespace="urn:example:a" schemaLocation="a.xsd"/><xs:complexType name="B"><xs:sequence><xs:element name="a" type="a:A" minOccurs="0" xmlns:a="urn:example:a"/></xs:sequence></xs:complexType>`,
        "urn:example:b",
      ),
      "manifest.json": JSON.stringify({
        edition: "2020-01",
        files: ["a.xsd"],
        serviceNamespace: "urn:example:s",
        namespaces: {
          "urn:example:a": { package: "@x/a", area: "a" },
          "urn:example:b": { package: "@x/b", area: "b" },
        },
        operations: {},
      }),
    });
    const error = problem(() => generate({ entries: [], manifest: join(folder, "manifest.json") }));
    expect(error.code).toBe("GEN_CYCLE");
    expect(error.message).toContain("@x/a → @x/b → @x/a");
  });
});

describe("the reference edition", () => {
  it("gives 18 operations in four services", () => {
    const { summary } = generate({ entries: [], manifest: join(edition, "manifest.json") });
    expect(summary).toMatchObject({ services: 4, operations: 18 });
  });

  it("moves interface 11 to a push when the manifest says so", () => {
    const copy = temporary();
    cpSync(edition, copy, { recursive: true });
    expect(documentServices(join(edition, "manifest.json"))).toContain(
      'syncDocuments: OperationDescriptor<SyncDocumentsRequest, SyncDocumentsResponse, "call">;',
    );
    const flipped = documentServices(
      change(
        copy,
        (m) => ((m.operations as Record<string, { direction: string }>)["syncDocuments"]!.direction = "push"),
      ),
    );
    expect(flipped).toContain(
      'syncDocuments: OperationDescriptor<SyncDocumentsRequest, SyncDocumentsResponse, "push">;',
    );
    expect(flipped).toMatch(/name: "syncDocuments",\s+direction: "push"/);
  });

  it("closes a code list when the manifest says so, for types, schemas and codec alike", () => {
    const copy = temporary();
    cpSync(edition, copy, { recursive: true });
    const manifest = change(copy, (m) => (m["closedLists"] = ["seal-types"]));
    const { files } = generate({ entries: [], manifest });
    const text = files.get("msg-seal/src/gen/2018-07/seal.ts") ?? "";
    expect(text).toMatch(/export interface SealImage \{[^}]*sealType: SealTypesCode;/s);
    expect(text).toMatch(/prop: "sealType"[^}]*type: (\w+)/s);
    const name = /prop: "sealType"[^}]*?type: (\w+)/s.exec(text)?.[1];
    expect(text).toMatch(new RegExp(`const ${name}: SimpleDescriptor = [^;]*enum: \\["`));
    expect(files.get("msg-seal/src/gen/2018-07/seal.schema.ts")).toMatch(/sealType: z\.ZodLiteral</);
  });

  it("takes names of types from the manifest", () => {
    const copy = temporary();
    cpSync(edition, copy, { recursive: true });
    const key = "{urn:example:ccpit-coo:reference:v1:seal}SealImage";
    const manifest = change(copy, (m) => (m["names"] = { [key]: "Stamp" }));
    const text = generate({ entries: [], manifest }).files.get("msg-seal/src/gen/2018-07/seal.ts") ?? "";
    expect(text).toContain("export interface Stamp {");
    expect(text).toContain("seal: readonly Stamp[];");
  });

  it("lies generated in packages/, byte for byte", async () => {
    const lines: string[] = [];
    const code = await run(["repo", "--out", repo, "--check", "--quiet"], {
      out: (t) => lines.push(t),
      err: (t) => lines.push(t),
    });
    expect({ code, lines: code === 0 ? [] : lines }).toEqual({ code: 0, lines: [] });
  });
});

function change(folder: string, edit: (manifest: Record<string, unknown>) => void): string {
  const file = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  edit(manifest);
  writeFileSync(file, JSON.stringify(manifest));
  return file;
}
