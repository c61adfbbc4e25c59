import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { loadModel, loadModelFrom, type WsdlError } from "../src/index.ts";
import { failure, loadFiles, loadSchema, schema, wsdl, XS } from "./model.ts";

const plain = (body: string): string => `<xs:schema ${XS}>${body}</xs:schema>`;
const item = (name: string): string => `<xs:element name="${name}" type="xs:string"/>`;

const part = (name: string): string => schema(item(name), `targetNamespace="urn:${name}"`);

test("resolves against the importing document: folders, spaces, %20, backslashes, file URLs, fragments", () => {
  const model = loadFiles({
    "in/main.xsd": schema(`
      <xs:import namespace="urn:a" schemaLocation="../other dir/a.xsd"/>
      <xs:import namespace="urn:b" schemaLocation="../other%20dir/b.xsd"/>
      <xs:import namespace="urn:c" schemaLocation="sub\\c.xsd"/>
      <xs:import namespace="urn:d" schemaLocation="file:///abs/d.xsd"/>
      <xs:import namespace="urn:e" schemaLocation=" ./e%23.xsd "/>
      <xs:import namespace="urn:f" schemaLocation="f.xsd#part"/>`),
    "other dir/a.xsd": part("a"),
    "other dir/b.xsd": part("b"),
    "in/sub/c.xsd": part("c"),
    "/abs/d.xsd": part("d"),
    "in/e#.xsd": part("e"),
    "in/f.xsd": part("f"),
  });
  expect([...model.schemas.elements.keys()]).toEqual(["a", "b", "c", "d", "e", "f"].map((n) => `{urn:${n}}${n}`));
  expect(model.documents.map((d) => d.file)).toEqual([
    "in/main.xsd",
    "other dir/a.xsd",
    "other dir/b.xsd",
    "in/sub/c.xsd",
    "/abs/d.xsd",
    "in/e#.xsd",
    "in/f.xsd",
  ]);
});

test("import cycles and repeated imports are read once", () => {
  const model = loadFiles({
    "a.xsd": schema(
      `<xs:import namespace="urn:b" schemaLocation="b.xsd"/><xs:include schemaLocation="./x/../c.xsd"/>${item("a")}`,
    ),
    "b.xsd": schema(`<xs:import namespace="urn:t" schemaLocation="a.xsd"/>${item("b")}`, 'targetNamespace="urn:b"'),
    "c.xsd": schema(`<xs:include schemaLocation="a.xsd"/>${item("c")}`),
  });
  expect(model.documents).toHaveLength(3);
  expect([...model.schemas.elements.keys()]).toEqual(["{urn:t}a", "{urn:b}b", "{urn:t}c"]);
});

test("a chameleon takes on the namespace of each document that includes it", () => {
  const model = loadFiles({
    "a.xsd": schema(`<xs:include schemaLocation="c.xsd"/><xs:import namespace="urn:b" schemaLocation="b.xsd"/>`),
    "b.xsd": schema(`<xs:include schemaLocation="c.xsd"/>`, 'targetNamespace="urn:b"'),
    "c.xsd": plain(
      '<xs:element name="e" type="C"/><xs:complexType name="C"><xs:sequence><xs:element ref="e" minOccurs="0"/></xs:sequence></xs:complexType>',
    ),
  });
  expect([...model.schemas.types.keys()].sort()).toEqual(["{urn:b}C", "{urn:t}C"]);
  expect(model.schemas.elements.get("{urn:b}e")?.type).toBe(model.schemas.types.get("{urn:b}C"));
  expect(model.schemas.documents.map((d) => [d.file, d.namespace])).toEqual([
    ["a.xsd", "urn:t"],
    ["c.xsd", "urn:t"],
    ["b.xsd", "urn:b"],
    ["c.xsd", "urn:b"],
  ]);
});

test("several schemas of one namespace, some inline, refer to each other without location", () => {
  const model = loadFiles({
    "s.wsdl": wsdl(`<types>
      <xs:schema targetNamespace="urn:t"><xs:import namespace="urn:u"/><xs:element name="a" type="u:U" xmlns:u="urn:u"/></xs:schema>
      <xs:schema targetNamespace="urn:t" elementFormDefault="qualified">${item("b")}</xs:schema>
      <xs:schema targetNamespace="urn:u"><xs:simpleType name="U"><xs:restriction base="xs:string"/></xs:simpleType></xs:schema>
    </types>`),
  });
  expect([...model.schemas.elements.keys()]).toEqual(["{urn:t}a", "{urn:t}b"]);
  expect(model.schemas.elements.get("{urn:t}a")?.type).toBe(model.schemas.types.get("{urn:u}U"));
  expect(model.schemas.documents.map((d) => [d.inline, d.elementForm])).toEqual([
    [true, "unqualified"],
    [true, "qualified"],
    [true, "unqualified"],
  ]);
  expect(model.problems).toEqual([]);
});

test("wsdl:import takes in WSDL and schema documents", () => {
  const model = loadFiles({
    "s.wsdl": wsdl('<import namespace="urn:w" location="m.wsdl"/><import namespace="urn:t" location="x/t.xsd"/>'),
    "m.wsdl": wsdl(
      '<import namespace="urn:w" location="s.wsdl"/><message name="M"><part name="p" element="t:e"/></message>',
    ),
    "x/t.xsd": schema(item("e")),
  });
  expect(model.messages.get("{urn:w}M")?.parts[0]?.element).toBe(model.schemas.elements.get("{urn:t}e"));
  expect(model.documents.map((d) => [d.file, d.kind])).toEqual([
    ["s.wsdl", "wsdl"],
    ["m.wsdl", "wsdl"],
    ["x/t.xsd", "xsd"],
  ]);
});

test("a remote location is never fetched: it is an error with place and advice", () => {
  const error = failure(() =>
    loadFiles({
      "dir/a.xsd": schema('\n  <xs:import namespace="urn:r" schemaLocation="http://host/x/types.xsd?v=1"/>'),
    }),
  );
  expect(error.code).toBe("WSDL_UNRESOLVED_IMPORT");
  expect([error.file, error.line, error.column]).toEqual(["dir/a.xsd", 2, 3]);
  expect(error.message).toBe(
    'dir/a.xsd:2:3: document "http://host/x/types.xsd?v=1" of namespace "urn:r" is not at hand: it is remote and was not saved',
  );
  expect(error.messageZh).toContain("位于远程且未保存到本地");
  expect(error.advice).toContain("save the document as dir/types.xsd");
});

test("a remote location is served by the catalog, or by an entry of its namespace", () => {
  const main = schema('<xs:import namespace="urn:r" schemaLocation="http://host/r.xsd"/>');
  const r = schema(item("e"), 'targetNamespace="urn:r"');
  const files = [
    { file: "a.xsd", content: main, entry: true },
    { file: "lib/r.xsd", content: r },
  ];
  const byAddress = loadModelFrom(files, { catalog: { "http://host/r.xsd": "lib/r.xsd" } });
  const byNamespace = loadModelFrom(files, { catalog: { "urn:r": "lib/r.xsd" } });
  const byEntry = loadModelFrom(files.map((f) => ({ ...f, entry: true })));
  for (const model of [byAddress, byNamespace, byEntry])
    expect([...model.schemas.elements.keys()]).toEqual(["{urn:r}e"]);
});

test("locate goes before the catalog, sees who asks, and can refuse a location that looks local", () => {
  const imports = (location: string): string => schema(`<xs:include schemaLocation="${location}"/>`);
  const asked: string[] = [];
  const model = loadModelFrom(
    [
      { file: "a.xsd", content: imports("http://host/b.xsd") },
      { file: "saved/b.xsd", content: imports("c.xsd") },
      { file: "saved/c.xsd", content: schema(item("e")) },
    ],
    {
      keepGoing: true,
      catalog: { "http://host/b.xsd": "other.xsd" },
      locate: (location, from) => {
        asked.push(`${from} ${location}`);
        return from === "a.xsd" ? "saved/b.xsd" : null;
      },
    },
  );
  expect(asked).toEqual(["a.xsd http://host/b.xsd", "saved/b.xsd c.xsd"]);
  expect(model.problems.map((p) => [p.rule, p.file, p.details["remote"]])).toEqual([
    ["import-missing", "saved/b.xsd", "true"],
  ]);
});

test("well-known namespaces need no document", () => {
  const model = loadFiles({
    "a.xsd": `<xs:schema ${XS} xmlns:e="http://schemas.xmlsoap.org/soap/encoding/" xmlns:l="http://www.w3.org/1999/xlink">
      <xs:import namespace="http://schemas.xmlsoap.org/soap/encoding/" schemaLocation="http://schemas.xmlsoap.org/soap/encoding/"/>
      <xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="http://www.w3.org/2001/xml.xsd"/>
      <xs:import namespace="http://www.w3.org/1999/xlink" schemaLocation="xlink.xsd"/>
      <xs:complexType name="T"><xs:attribute ref="xml:lang"/><xs:attribute ref="l:href"/></xs:complexType>
      <xs:element name="s" type="e:string"/></xs:schema>`,
  });
  expect(model.schemas.elements.get("{}s")?.type.name).toEqual({
    ns: "http://schemas.xmlsoap.org/soap/encoding/",
    local: "string",
  });
  expect(model.problems).toEqual([]);
  expect([...model.schemas.types.keys()]).toEqual(["{}T"]);
  expect(model.schemas.documents.filter((d) => d.wellKnown).map((d) => d.file)).toEqual([
    "well-known:http://www.w3.org/XML/1998/namespace",
    "well-known:http://www.w3.org/1999/xlink",
    "well-known:http://schemas.xmlsoap.org/soap/encoding/",
  ]);
});

test("names every missing document at once; names in them are not reported again", () => {
  const model = loadFiles(
    {
      "a.xsd": schema(
        '<xs:import namespace="urn:b" schemaLocation="b.xsd"/><xs:include schemaLocation="c.xsd"/><xs:element name="e" type="b:B"/><xs:element name="f" type="Gone"/>',
        'targetNamespace="urn:t" xmlns="urn:t" xmlns:b="urn:b"',
      ),
    },
    { keepGoing: true },
  );
  expect(model.problems.map((p) => [p.rule, p.details["location"]])).toEqual([
    ["import-missing", "b.xsd"],
    ["import-missing", "c.xsd"],
  ]);
  expect(model.schemas.elements.size).toBe(2);
});

test("a file read twice under two names is declared once, a different one of the same names is an error", () => {
  const same = item("e");
  const main = schema('<xs:include schemaLocation="x.xsd"/><xs:include schemaLocation="y.xsd"/>');
  expect(loadFiles({ "a.xsd": main, "x.xsd": schema(same), "y.xsd": schema(same) }).problems).toEqual([]);
  const error = failure(() =>
    loadFiles({ "a.xsd": main, "x.xsd": schema(same), "y.xsd": schema('<xs:element name="e" type="xs:int"/>') }),
  );
  expect([error.code, error.file]).toEqual(["WSDL_DUPLICATE", "y.xsd"]);
  expect(error.message).toContain("first at x.xsd:1:");
});

test("the same words twice are a warning, whatever the prefixes", () => {
  const model = loadFiles({
    "a.xsd": schema(
      `<xs:include schemaLocation="x.xsd"/><xs:element name="e" type="t:T"/><xs:simpleType name="T"><xs:restriction base="xs:int"/></xs:simpleType>`,
    ),
    "x.xsd": schema('<xs:element name="e" type="T"/>'),
  });
  expect(model.problems.map((p) => [p.severity, p.rule])).toEqual([["warning", "duplicate-equal"]]);
});

const wrong = (content: string): WsdlError => failure(() => loadFiles({ "a.xsd": content }));

test("what kind of document stands where it should not", () => {
  expect(wrong("<html/>").code).toBe("WSDL_NOT_WSDL");
  expect(wrong('<description xmlns="http://www.w3.org/ns/wsdl"/>').code).toBe("WSDL_UNSUPPORTED");
  expect(wrong('<schema xmlns="http://www.w3.org/2000/08/XMLSchema"/>').code).toBe("WSDL_UNSUPPORTED");
  const malformed = wrong(`${schema("")}<x/>`);
  expect([malformed.code, malformed.line]).toEqual(["WSDL_XML", 1]);
  expect(wrong(schema('<xs:import namespace="urn:w" schemaLocation="http://[/"/>')).code).toBe(
    "WSDL_UNRESOLVED_IMPORT",
  );
});

test("namespaces of imports and includes are compared", () => {
  const other = schema(item("e"), 'targetNamespace="urn:other"');
  const strict = { strict: true, keepGoing: true };
  const rules = (body: string): string[] =>
    loadFiles({ "a.xsd": schema(body), "o.xsd": other }, strict).problems.map((p) => p.rule);
  expect(rules('<xs:import namespace="urn:b" schemaLocation="o.xsd"/>')).toEqual(["import-other-namespace"]);
  expect(rules('<xs:include schemaLocation="o.xsd"/>')).toEqual(["include-other-namespace"]);
  expect(rules('<xs:import namespace="urn:t"/>')).toEqual(["import-own-namespace"]);
});

test("imports cannot leave the root folder, nor climb above the file system", () => {
  const main = schema('<xs:import namespace="urn:b" schemaLocation="../b.xsd"/>');
  const files = { "in/a.xsd": main, "b.xsd": schema("", 'targetNamespace="urn:b"') };
  expect(loadFiles(files).documents).toHaveLength(2);
  expect(failure(() => loadFiles(files, { root: "in" })).message).toContain("outside the permitted folder");
  const climbing = schema('<xs:import namespace="urn:b" schemaLocation="../../../etc/passwd"/>');
  const error = failure(() => loadFiles({ "/srv/a.xsd": climbing, "/etc/passwd": "root:x" }));
  expect(error.message).toContain("outside the permitted folder");
});

test("a symbolic link leads out of the root folder no more than a path", () => {
  const folder = mkdtempSync(join(tmpdir(), "coo-wsdl-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "in"));
  writeFileSync(join(folder, "secret"), "root:x");
  writeFileSync(join(folder, "in/a.xsd"), schema('<xs:include schemaLocation="b.xsd"/>'));
  symlinkSync(join(folder, "secret"), join(folder, "in/b.xsd"));
  const root = join(folder, "in");
  expect(failure(() => loadModel([join(root, "a.xsd")], { root })).rule).toBe("import-outside");
  expect(failure(() => loadModel([join(root, "a.xsd")], { root: folder })).rule).toBe("document-malformed");
});

test.each([
  ["", "an empty file"],
  ["%PDF-1.7\n%\u00e2\u00e3", "a PDF document"],
  ["\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "a document of an older Office (.doc, .xls)"],
  ["{\\rtf1\\ansi", "an RTF document"],
  [`PK\u0003\u0004${"\0".repeat(26)}[Content_Types].xml`, "an Office document (.docx, .xlsx)"],
  [`PK\u0003\u0004${"\0".repeat(26)}service.wsdl`, "a ZIP archive"],
  ["Rar!\u001a\u0007\u0000", "a RAR archive"],
  ["7z\u00bc\u00af\u0027\u001c", "a 7z archive"],
  ["\u001f\u008b\u0008", "a gzip file"],
  ["\n<!DOCTYPE html>\n<br>", "a web page"],
  ['\u00ef\u00bb\u00bf{ "code": 404 }', "JSON"],
  ["root:x:0:0", null],
  ["<a><b></a>", null],
])("a file that begins with %j is told as %s", (start, found) => {
  const folder = mkdtempSync(join(tmpdir(), "coo-wsdl-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "a.wsdl"), start, "latin1");
  const error = failure(() => loadModel([join(folder, "a.wsdl")]));
  expect([error.rule, error.line, error.details["found"] ?? null]).toEqual([
    found === null ? "document-malformed" : "document-no-xml",
    1,
    found,
  ]);
});

test("a name that XML Schema does not have is likened to one that it has", () => {
  const wrong = failure(() => loadFiles({ "a.xsd": schema('<xs:element name="e" type="xs:sting"/>') }));
  expect([wrong.rule, wrong.expected, wrong.advice]).toEqual([
    "builtin-unknown",
    "xs:string?",
    expect.not.stringContaining("import"),
  ]);
  const own = failure(() =>
    loadFiles({ "a.xsd": schema('<xs:element name="e" type="t:Addres"/><xs:complexType name="Address"/>') }),
  );
  expect(own.expected).toBe("{urn:t}Address?");
});

test("reads from disk by default, with the hash of the bytes", () => {
  const folder = mkdtempSync(join(tmpdir(), "coo wsdl 中文 "));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "sub dir"));
  const part = schema(item("e"));
  writeFileSync(join(folder, "a.xsd"), schema('<xs:include schemaLocation="sub%20dir/b.xsd"/>'));
  writeFileSync(join(folder, "sub dir", "b.xsd"), part);
  const model = loadModel([join(folder, "a.xsd")]);
  expect(model.documents[1]).toEqual({
    file: join(folder, "sub dir/b.xsd"),
    sha256: createHash("sha256").update(part).digest("hex"),
    kind: "xsd",
  });
  const missing = failure(() => loadModel([join(folder, "none.xsd")]));
  expect([missing.code, missing.details["reason"]]).toEqual(["WSDL_READ", "there is no such file"]);
  expect(failure(() => loadModel([folder])).details["reason"]).toBe("it is a folder");
});

test("encodings and document type declarations of published schemas are read", () => {
  const text = `<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE xs:schema [<!-- ' --><!ENTITY % p "">]>\n${schema('<xs:element name="é"/>')}`;
  const model = loadModelFrom([{ file: "l.xsd", content: Buffer.from(text, "latin1") }]);
  expect(model.schemas.elements.get("{urn:t}é")?.at.line).toBe(3);
  expect(model.problems.map((p) => p.rule)).toEqual(["doctype-ignored"]);
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(schema(item("宽")), "utf16le")]);
  expect([...loadModelFrom([{ file: "u.xsd", content: wide }]).schemas.elements.keys()]).toEqual(["{urn:t}宽"]);
});

test("the order of entries does not matter", () => {
  const documents = ["b.xsd", "a.xsd", "c.wsdl"].map((file) => ({
    file,
    entry: true,
    content: file.endsWith("wsdl") ? wsdl('<message name="M"/>') : schema(item(file.slice(0, 1))),
  }));
  const outline = (order: number[]): unknown => {
    const model = loadModelFrom(order.map((i) => documents[i] as (typeof documents)[number]));
    return [[...model.schemas.elements.keys()], model.documents, model.schemas.documents];
  };
  const first = outline([0, 1, 2]);
  for (const order of [
    [2, 1, 0],
    [1, 0, 2],
    [2, 0, 1],
  ])
    expect(outline(order)).toEqual(first);
});

test("refuses groups that multiply each other, at the group that is too large", () => {
  // 2^30 particles in 30 lines; each is the sum of two of the one before.
  const doubling = Array.from({ length: 30 }, (_, i) => {
    const inner = i === 0 ? '<xs:element name="e"/>' : `<xs:group ref="g${i - 1}"/><xs:group ref="g${i - 1}"/>`;
    return `<xs:group name="g${i}"><xs:sequence>${inner}</xs:sequence></xs:group>\n`;
  }).join("");
  const error = failure(() => loadSchema(doubling));
  expect(error).toMatchObject({ code: "WSDL_LIMIT", rule: "content-too-large", file: "t.xsd", line: 16 });
  expect(error.message).toContain("more than 50000 parts");
  const five = Array.from({ length: 5 }, (_, i) => `<xs:element name="e${i}"/>`).join("");
  const type = `<xs:complexType name="T"><xs:sequence>${five}</xs:sequence></xs:complexType>`;
  expect(loadSchema(type, { limits: { maxParticles: 5 } }).problems).toEqual([]);
  expect(failure(() => loadSchema(type, { limits: { maxParticles: 4 } })).rule).toBe("content-too-large");
});

test("limits: documents, bytes, depth, problems", () => {
  const chain = Object.fromEntries(
    Array.from({ length: 5 }, (_, i) => [`${i}.xsd`, schema(`<xs:include schemaLocation="${i + 1}.xsd"/>`)]),
  );
  expect(failure(() => loadFiles({ ...chain, "5.xsd": schema("") }, { limits: { maxDocuments: 3 } })).code).toBe(
    "WSDL_LIMIT",
  );
  expect(failure(() => loadSchema("", { limits: { maxBytes: 10 } })).code).toBe("WSDL_XML");
  expect(
    failure(() => loadSchema('<xs:complexType name="T"><xs:sequence/></xs:complexType>', { limits: { maxDepth: 2 } }))
      .code,
  ).toBe("WSDL_XML");
  const many = loadSchema("<xs:element/>\n".repeat(20), { keepGoing: true, limits: { maxProblems: 5 } });
  expect(many.problems).toHaveLength(6);
  expect(many.problems.at(-1)?.rule).toBe("too-many-problems");
});

test("chains of derivation have a limit", () => {
  const chain = ["a", "b", "c"].map(
    (name, i) =>
      `<xs:simpleType name="${name}"><xs:restriction base="${i === 0 ? "xs:token" : `t:${"ab"[i - 1]}`}"/></xs:simpleType>
       <xs:complexType name="${name}${name}"><xs:complexContent><xs:extension base="${i === 0 ? "xs:anyType" : `t:${"ab"[i - 1]}${"ab"[i - 1]}`}"/></xs:complexContent></xs:complexType>`,
  );
  const text = chain.join("");
  // xs:token itself is five steps from xs:anySimpleType.
  expect(loadSchema(text, { limits: { maxDerivation: 20 } }).problems).toEqual([]);
  expect(failure(() => loadSchema(text, { limits: { maxDerivation: 2 } })).rule).toBe("derivation-too-long");
  const cut = loadSchema(text, { limits: { maxDerivation: 2 }, keepGoing: true });
  expect(cut.problems.map((p) => p.rule)).toContain("derivation-too-long");
});
