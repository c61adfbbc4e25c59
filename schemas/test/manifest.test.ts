import { readFileSync } from "node:fs";
import { XmlDocument, XmlElement } from "libxml2-wasm";
import { describe, expect, test } from "vitest";
import { editionUrl, manifest, model, schemasUrl } from "./edition.ts";
import { asObject, checkSchema, type Json } from "./json-schema.ts";

const json = (url: URL): Json => JSON.parse(readFileSync(url, "utf8"));
const schema = json(new URL("manifest.schema.json", schemasUrl));
const value = json(new URL("manifest.json", editionUrl));

const NS = {
  wsdl: "http://schemas.xmlsoap.org/wsdl/",
  soap: "http://schemas.xmlsoap.org/wsdl/soap/",
  soap12: "http://schemas.xmlsoap.org/wsdl/soap12/",
  xs: "http://www.w3.org/2001/XMLSchema",
};

describe("manifest", () => {
  test("obeys its published JSON Schema", () => {
    expect(checkSchema(schema, value)).toEqual([]);
  });

  test("of the invented example obeys it too, and its kind is said", () => {
    const example = json(new URL("2026-09-example/manifest.json", schemasUrl));
    expect(checkSchema(schema, example)).toEqual([]);
    expect(example).toMatchObject({ status: "example", edition: "2026-09-example" });
    expect(checkSchema(schema, replaced(example, ["sunset"], "soon"))).not.toEqual([]);
  });

  test.each([
    ["a direction that does not exist", ["operations", "syncDocuments", "direction"], "both"],
    ["an operation without a request", ["operations", "queryBranches", "request"], undefined],
    ["a name that is no Clark name", ["operations", "queryBranches", "response"], "QueryBranchesResponse"],
    ["an unknown key", ["endpoint"], "http://example.invalid"],
    ["an edition that is no date", ["edition"], "latest"],
  ])("its JSON Schema refuses %s", (_, path, replacement) => {
    expect(checkSchema(schema, replaced(value, path, replacement))).not.toEqual([]);
  });

  test("accepts interface 11 as a push", () => {
    expect(checkSchema(schema, replaced(value, ["operations", "syncDocuments", "direction"], "push"))).toEqual([]);
  });

  test("names types that exist, in the namespace of their area", () => {
    for (const [name, entry] of Object.entries(manifest.operations)) {
      const word = name[0]?.toUpperCase() + name.slice(1);
      for (const [kind, type] of [
        ["Request", entry.request],
        ["Response", entry.response],
      ] as const) {
        expect(model.complex.has(type)).toBe(true);
        const [namespace, local] = type.slice(1).split("}");
        expect(local).toBe(word + kind);
        expect(manifest.namespaces[namespace ?? ""]?.area).toBe(entry.area);
      }
    }
    expect(model.complex.has(manifest.heads.request)).toBe(true);
    expect(model.complex.has(manifest.heads.response)).toBe(true);
  });

  test("pages along paths that exist", () => {
    for (const [name, { paging, request, response }] of Object.entries(manifest.operations)) {
      if (!paging) continue;
      const { items, key, time, page, size, from, to, total } = paging;
      const item = typeAt(response, String(items));
      const ask = [page, size, from, to].filter((path) => path !== undefined);
      for (const path of ask) expect(() => typeAt(request, String(path)), `${name} ${String(path)}`).not.toThrow();
      expect(() => typeAt(response, String(total))).not.toThrow();
      for (const path of [...[key ?? []].flat(), ...(time === undefined ? [] : [String(time)])]) {
        expect(() => typeAt(item, path), `${name} ${path}`).not.toThrow();
      }
    }
  });
});

describe.each([
  ["exchange.wsdl", "Exchange"],
  ["push.wsdl", "Push"],
])("%s", (file, name) => {
  const doc = XmlDocument.fromBuffer(readFileSync(new URL(file, editionUrl)));
  // the WSDL files keep the direction of the evidence; the manifest may turn one around
  const expected = Object.entries(manifest.operations)
    .filter(([operation]) => operation.startsWith("push") === (name === "Push"))
    .map(([operation]) => operation);

  test("has a string and a typed port for SOAP 1.1 and 1.2 each", () => {
    const ports = all(doc, "/wsdl:definitions/wsdl:service/wsdl:port").map((port) => attr(port, "name"));
    expect(ports).toEqual([`${name}String`, `${name}String12`, `${name}Typed`, `${name}Typed12`]);
    expect(all(doc, "//wsdl:port/soap:address")).toHaveLength(2);
    expect(all(doc, "//wsdl:port/soap12:address")).toHaveLength(2);
  });

  test("has the manifest's operations at every port", () => {
    const bindings = all(doc, "/wsdl:definitions/wsdl:binding");
    expect(bindings).toHaveLength(4);
    for (const part of [...bindings, ...all(doc, "/wsdl:definitions/wsdl:portType")]) {
      expect(all(part, "wsdl:operation").map((operation) => attr(operation, "name"))).toEqual(expected);
    }
  });

  test("has wrappers of the operation's name around one string, or around head and body", () => {
    const string = `{${NS.xs}}string`;
    expect(wrappers(doc, manifest.serviceNamespace)).toEqual(
      Object.fromEntries(
        expected.flatMap((operation) => [
          [operation, [`requestXml ${string}`]],
          [`${operation}Response`, [`responseXml ${string}`]],
        ]),
      ),
    );
    expect(wrappers(doc, manifest.typedNamespace)).toEqual(
      Object.fromEntries(
        expected.flatMap((operation) => {
          const entry = manifest.operations[operation];
          return [
            [operation, [`Head ${manifest.heads.request}`, `Body ${entry?.request}`]],
            [`${operation}Response`, [`Head ${manifest.heads.response}`, `Body ${entry?.response}`]],
          ];
        }),
      ),
    );
  });
});

function typeAt(type: string, path: string): string {
  let found = type;
  for (const step of path.split(".")) {
    const field = model.complex.get(found)?.fields.find((entry) => entry.name === step);
    if (!field) throw new Error(`${type} has no ${path}`);
    found = field.type;
  }
  return found;
}

/** `value` with the property at `path` replaced, or left out. */
function replaced(value: Json, [step = "", ...rest]: readonly string[], replacement: Json | undefined): Json {
  const { [step]: old = null, ...others } = asObject(value);
  if (rest.length > 0) return { ...others, [step]: replaced(old, rest, replacement) };
  return replacement === undefined ? others : { ...others, [step]: replacement };
}

function all(from: XmlDocument | XmlElement, path: string): XmlElement[] {
  return from.find(path, NS).filter((node) => node instanceof XmlElement);
}

function attr(node: XmlElement, key: string): string {
  return node.attr(key)?.value ?? "";
}

/** Children of the wrapper elements declared in `namespace`, as "name type". */
function wrappers(doc: XmlDocument, namespace: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const element of all(doc, `//xs:schema[@targetNamespace="${namespace}"]/xs:element`)) {
    found[attr(element, "name")] = all(element, "xs:complexType/xs:sequence/xs:element").map((child) => {
      const [prefix = "", local = ""] = attr(child, "type").split(":");
      return `${attr(child, "name")} {${child.namespaceForPrefix(prefix)}}${local}`;
    });
  }
  return found;
}
