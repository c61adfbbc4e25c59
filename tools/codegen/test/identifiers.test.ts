import { describe, expect, it } from "vitest";
import { isPlainProperty, kebab, namespaceSlug, typeIdentifier, valueIdentifier } from "../src/identifiers.ts";

describe("names", () => {
  it.each([
    ["queryBranches", "QueryBranches"],
    ["get-foo.bar", "GetFooBar"],
    ["商品名称", "商品名称"],
    ["3dModel", "_3dModel"],
    ["ArrayOf_xsd_string", "ArrayOf_xsd_string"],
  ])("%s gives the type %s", (xml, name) => {
    expect(typeIdentifier(xml)).toBe(name);
  });

  it.each([
    ["ExchangeService", "exchangeService"],
    ["URLLookup", "urlLookup"],
    ["delete", "delete_"],
    ["Import", "import_"],
  ])("%s gives the value %s", (xml, name) => {
    expect(valueIdentifier(xml)).toBe(name);
  });

  it.each([
    ["urn:example:ccpit-coo:reference:v1:enterprise", "enterprise"],
    ["http://tempuri.org/", "tempuri-org"],
    ["http://example.com/billing/v2", "billing-v2"],
    ["http://example.com/billing/types", "billing-types"],
    ["", "no-namespace"],
    ["urn:订单", "订单"],
  ])("namespace %s gives the file %s", (ns, name) => {
    expect(namespaceSlug(ns)).toBe(name);
  });

  it("knows which properties need quotes", () => {
    expect(isPlainProperty("hsCode")).toBe(true);
    expect(isPlainProperty("商品名称")).toBe(true);
    expect(isPlainProperty("a-b")).toBe(false);
  });

  it("writes file names in kebab case", () => {
    expect(kebab("FooBar.baz")).toBe("foo-bar-baz");
  });
});
