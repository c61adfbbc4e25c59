import { describe, expect, it } from "vitest";
import { parseCodeLists } from "../src/code-lists.ts";
import { CodegenError } from "../src/errors.ts";
import { parseManifest } from "../src/manifest.ts";

const good = {
  edition: "2018-07",
  serviceNamespace: "urn:s",
  namespaces: { "urn:a": { package: "@x/a", area: "a" } },
  operations: { ask: { direction: "call", area: "a", request: "{urn:a}Q", response: "{urn:a}A" } },
};

describe("parseManifest", () => {
  it("takes a complete manifest, files being optional", () => {
    expect(parseManifest(JSON.stringify(good), "m.json")).toMatchObject({ edition: "2018-07", files: [] });
  });

  it.each([
    ["not JSON", "{"],
    ["not an object", "[]"],
    ['"edition" is missing', JSON.stringify({ ...good, edition: undefined })],
    ['edition "July" is malformed', JSON.stringify({ ...good, edition: "July" })],
    ['"operations" is missing', JSON.stringify({ ...good, operations: undefined })],
    ["names no package", JSON.stringify({ ...good, namespaces: { "urn:a": {} } })],
    [
      "ask has no direction",
      JSON.stringify({ ...good, operations: { ask: { ...good.operations.ask, direction: "both" } } }),
    ],
    [
      'ask lacks "request"',
      JSON.stringify({ ...good, operations: { ask: { ...good.operations.ask, request: undefined } } }),
    ],
  ])("says %s", (message, text) => {
    expect(() => parseManifest(text, "m.json")).toThrow(
      expect.objectContaining({ code: "GEN_MANIFEST", message: expect.stringContaining(message) }) as CodegenError,
    );
  });
});

describe("a manifest with several faults", () => {
  it("is told all of them at once", () => {
    const text = JSON.stringify({ edition: "July", namespaces: { "urn:a": {} }, operations: { ask: {}, tell: 1 } });
    let problems: readonly string[] = [];
    try {
      parseManifest(text, "m.json");
    } catch (error) {
      problems = (error as CodegenError).problems.map((p) => p.message);
    }
    expect(problems).toEqual([
      '"serviceNamespace" is missing',
      'edition "July" is malformed',
      "namespace urn:a names no package and area",
      "operation ask has no direction",
      'operation ask lacks "area"',
      'operation ask lacks "request"',
      'operation ask lacks "response"',
      "operation tell is not an object",
    ]);
  });
});

describe("parseCodeLists", () => {
  const text = JSON.stringify({
    lists: {
      "doc-types": { closed: false, values: [{ code: "C", zh: "一般", en: "general" }, { code: "C" }, { code: "PR" }] },
    },
  });

  it("names the type and the table, and drops repeated codes", () => {
    expect(parseCodeLists(text, "c.json", []).get("doc-types")).toMatchObject({
      typeName: "DocTypesCode",
      valueName: "docTypes",
      closed: false,
      values: [
        { code: "C", zh: "一般", en: "general" },
        { code: "PR", zh: "", en: "" },
      ],
    });
  });

  it("closes a list when the manifest says so", () => {
    expect(parseCodeLists(text, "c.json", ["doc-types"]).get("doc-types")?.closed).toBe(true);
  });
});
