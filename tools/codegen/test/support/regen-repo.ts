import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "../../src/run.ts";

/** What an edition of the small interface may have otherwise. */
export interface EditionTexts {
  /** Elements of the request of package `@x/msg-a`, behind `code`. */
  readonly a?: string;
  /** Facets of its `code`. */
  readonly code?: string;
  /** Elements of the shared type. */
  readonly shared?: string;
  readonly manifest?: Readonly<Record<string, unknown>>;
}

/** Writes files below a folder. */
export function writeFiles(root: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

/** A repository of three small packages: `@x/msg-common`, and `@x/msg-a` and `@x/msg-b` that use its type. */
export function smallRepo(version = "1.4.0"): string {
  const root = mkdtempSync(join(tmpdir(), "coo 发布 "));
  for (const name of ["common", "a", "b"])
    writeFiles(root, {
      [`packages/msg-${name}/package.json`]: `${JSON.stringify({ name: `@x/msg-${name}`, version, exports: { "./package.json": "./package.json" } }, null, 2)}\n`,
    });
  writeEdition(root, "2020-01");
  return root;
}

/** One edition of the small interface, below `schemas/`. */
export function writeEdition(root: string, edition: string, texts: EditionTexts = {}): void {
  const area = (
    name: string,
    inside: string,
  ): string => `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:c="urn:common" targetNamespace="urn:${name}">
  <xs:import namespace="urn:common" schemaLocation="common.xsd"/>
  <xs:complexType name="Ask${name.toUpperCase()}"><xs:sequence>${inside}</xs:sequence></xs:complexType>
  <xs:complexType name="Answer${name.toUpperCase()}"><xs:sequence><xs:element name="ok" type="xs:boolean"/></xs:sequence></xs:complexType>
</xs:schema>
`;
  const code = `<xs:element name="code"><xs:simpleType><xs:restriction base="xs:string">${texts.code ?? ""}</xs:restriction></xs:simpleType></xs:element>`;
  const names = ["a", "b"];
  const operation = (n: string): string =>
    `<w:operation name="${n}Ask"><w:input message="t:${n}In"/><w:output message="t:${n}Out"/></w:operation>`;
  const bound = (n: string): string =>
    `<w:operation name="${n}Ask"><s:operation soapAction=""/><w:input><s:body use="literal"/></w:input><w:output><s:body use="literal"/></w:output></w:operation>`;
  writeFiles(join(root, "schemas", edition), {
    "common.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:common">
  <xs:complexType name="Item"><xs:sequence><xs:element name="no" type="xs:int"/>${texts.shared ?? ""}</xs:sequence></xs:complexType>
</xs:schema>
`,
    "a.xsd": area("a", `${code}<xs:element name="item" type="c:Item"/>${texts.a ?? ""}`),
    "b.xsd": area("b", '<xs:element name="item" type="c:Item" maxOccurs="unbounded"/>'),
    "s.wsdl": `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">
  <w:types><xs:schema targetNamespace="urn:t" xmlns:a="urn:a" xmlns:b="urn:b">
    <xs:import namespace="urn:a" schemaLocation="a.xsd"/><xs:import namespace="urn:b" schemaLocation="b.xsd"/>
    ${names.map((n) => `<xs:element name="${n}Ask"><xs:complexType><xs:sequence><xs:element name="body" type="${n}:Ask${n.toUpperCase()}"/></xs:sequence></xs:complexType></xs:element><xs:element name="${n}AskResponse"><xs:complexType><xs:sequence><xs:element name="body" type="${n}:Answer${n.toUpperCase()}"/></xs:sequence></xs:complexType></xs:element>`).join("\n    ")}
  </xs:schema></w:types>
  ${names.map((n) => `<w:message name="${n}In"><w:part name="p" element="t:${n}Ask"/></w:message><w:message name="${n}Out"><w:part name="p" element="t:${n}AskResponse"/></w:message>`).join("\n  ")}
  <w:portType name="P">${names.map(operation).join("")}</w:portType>
  <w:binding name="B" type="t:P"><s:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>${names.map(bound).join("")}</w:binding>
  <w:service name="S"><w:port name="Port" binding="t:B"><s:address location="http://127.0.0.1/"/></w:port></w:service>
</w:definitions>
`,
    "manifest.json": `${JSON.stringify(
      {
        edition,
        files: ["s.wsdl"],
        serviceNamespace: "urn:t",
        namespaces: {
          "urn:common": { package: "@x/msg-common", area: "common" },
          "urn:a": { package: "@x/msg-a", area: "a", service: "serviceA" },
          "urn:b": { package: "@x/msg-b", area: "b", service: "serviceB" },
        },
        operations: Object.fromEntries(
          names.map((n) => [
            `${n}Ask`,
            {
              nameZh: `接口${n}`,
              nameEn: `Interface ${n}`,
              direction: "call",
              effect: "write",
              area: n,
              request: `{urn:${n}}Ask${n.toUpperCase()}`,
              response: `{urn:${n}}Answer${n.toUpperCase()}`,
            },
          ]),
        ),
        ...texts.manifest,
      },
      null,
      2,
    )}\n`,
  });
}

/** Runs `coo-codegen regen`. */
export async function regen(
  root: string,
  ...args: string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  let out = "";
  let err = "";
  const code = await run(["regen", ...args, "--root", root], {
    out: (t) => void (out += t),
    err: (t) => void (err += t),
  });
  return { code, out, err };
}
