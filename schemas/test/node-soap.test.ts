import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test, vi } from "vitest";
import { editionUrl, manifest, model } from "./edition.ts";

/** What the test uses of node-soap. */
interface NodeSoap {
  createClientAsync(wsdl: string): Promise<{ describe(): Description }>;
}
type Description = { readonly [key: string]: Description | string };

// `soap` is a development dependency of @coo/sign; the schemas are no package of their own
const soap: NodeSoap = createRequire(new URL("../../packages/sign/package.json", import.meta.url))("soap");
const warnings: unknown[] = [];
const keep = (warning: unknown): void => void warnings.push(warning);

afterEach(() => {
  vi.restoreAllMocks();
  process.off("warning", keep);
});

describe.each([
  ["exchange.wsdl", "Exchange"],
  ["push.wsdl", "Push"],
])("%s in node-soap", (file, name) => {
  test("loads without a warning and offers every operation with every element at every port", async () => {
    const said = (["log", "warn", "error"] as const).map((method) => vi.spyOn(console, method));
    process.on("warning", keep);
    const client = await soap.createClientAsync(fileURLToPath(new URL(file, editionUrl)));
    await new Promise((resolve) => setImmediate(resolve));
    expect(warnings).toEqual([]);
    for (const spy of said) expect(spy).not.toHaveBeenCalled();

    const ports = inside(client.describe(), `${name}Service`);
    expect(Object.keys(ports)).toEqual([`${name}String`, `${name}String12`, `${name}Typed`, `${name}Typed12`]);
    const operations = Object.entries(manifest.operations).filter(
      ([operation]) => operation.startsWith("push") === (name === "Push"),
    );
    for (const [port, description] of Object.entries(ports)) {
      expect(Object.keys(description)).toEqual(operations.map(([operation]) => operation));
      for (const [operation, entry] of operations) {
        const found = inside(ports, port, operation);
        if (port.includes("String")) {
          expect(found).toEqual({ input: { requestXml: "xs:string" }, output: { responseXml: "xs:string" } });
          continue;
        }
        for (const [direction, head, body] of [
          ["input", manifest.heads.request, entry.request],
          ["output", manifest.heads.response, entry.response],
        ] as const) {
          expect(paths(inside(found, direction, "Head"), head)).toEqual([]);
          expect(paths(inside(found, direction, "Body"), body)).toEqual([]);
        }
      }
    }
  });
});

/** Paths that one side has and the other has not: node-soap's description, and the schema type as libxml2 reads it. */
function paths(description: Description, type: string): string[] {
  const fields = model.complex.get(type)?.fields ?? [];
  const described = Object.keys(description)
    .filter((key) => key !== "targetNSAlias" && key !== "targetNamespace")
    .map((key) => key.replace(/\[\]$/, ""));
  const names = fields.map((field) => field.name);
  const only = [...described.filter((key) => !names.includes(key)), ...names.filter((key) => !described.includes(key))];
  return [
    ...only,
    ...fields.flatMap((field) => {
      const child = description[field.name] ?? description[`${field.name}[]`];
      if (!model.complex.has(field.type) || typeof child !== "object") return [];
      return paths(child, field.type).map((path) => `${field.name}/${path}`);
    }),
  ];
}

function inside(description: Description, ...path: readonly string[]): Description {
  let found = description;
  for (const step of path) {
    const next = found[step];
    if (typeof next === "string" || next === undefined) throw new Error(`nothing at ${path.join(".")}`);
    found = next;
  }
  return found;
}
