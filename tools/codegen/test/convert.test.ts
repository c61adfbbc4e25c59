import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import * as fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
// @boundaries-ignore test support is shared by all packages
import { linkDependencies, typeCheck } from "../../../test/support/compilers.ts";
import { convertersOf } from "../src/convert/converters-of.ts";
import { renderConverters } from "../src/convert/render-converters.ts";
import { compareSets } from "../src/diff/compare-sets.ts";
import { generate } from "../src/generate.ts";
import { run } from "../src/run.ts";

const home = mkdtempSync(join(tmpdir(), "coo-convert-"));
linkDependencies(home);
afterAll(() => rmSync(home, { recursive: true }));

const schema = (types: string): string =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t" elementFormDefault="qualified"><xs:element name="Order" type="t:Order"/>${types}</xs:schema>`;
const type = (name: string, inside: string, rest = ""): string =>
  `<xs:complexType name="${name}"><xs:sequence>${inside}</xs:sequence>${rest}</xs:complexType>`;
const el = (name: string, rest = 'type="xs:string"'): string => `<xs:element name="${name}" ${rest}/>`;
const named = (name: string, text: string): string =>
  `<xs:element name="${name}" type="xs:string"><xs:annotation><xs:documentation>${text}</xs:documentation></xs:annotation></xs:element>`;
const CODE = 'type="t:Code"';
const code = (...values: string[]): string =>
  `<xs:simpleType name="Code"><xs:restriction base="xs:string">${values.map((v) => `<xs:enumeration value="${v}"/>`).join("")}</xs:restriction></xs:simpleType>`;

interface Made {
  readonly text: string;
  readonly complaints: readonly string[];
  readonly module: Readonly<Record<string, (value: unknown, given?: unknown) => unknown>>;
}

let pairs = 0;
async function made(old: string, now: string, program = ""): Promise<Made> {
  const folder = join(home, `p${pairs++}`);
  const plans = ([old, now] as const).map((text, i) => {
    const side = i === 0 ? "old" : "new";
    mkdirSync(join(folder, `${side}-xsd`), { recursive: true });
    writeFileSync(join(folder, `${side}-xsd`, "t.xsd"), text);
    const generated = generate({ entries: [join(folder, `${side}-xsd`, "t.xsd")] });
    for (const [file, content] of generated.files) {
      const path = join(folder, side, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    return generated.convertible;
  });
  const { report } = compareSets(join(folder, "old-xsd"), join(folder, "new-xsd"));
  const modules = { old: () => "./old/index.ts", new: () => "./new/index.ts" };
  const text = renderConverters(convertersOf(plans[0] as never, plans[1] as never, report), modules);
  writeFileSync(join(folder, "converters.ts"), text);
  writeFileSync(join(folder, "program.ts"), program === "" ? "export {};\n" : program);
  const module = (await import(pathToFileURL(join(folder, "converters.ts")).href)) as Made["module"];
  return { text, complaints: typeCheck(folder), module };
}

describe("converters", () => {
  const old = schema(
    type(
      "Order",
      named("goods_name", "商品名称") +
        el("note", 'type="xs:string" minOccurs="0"') +
        el("item", 'type="t:Item" maxOccurs="9"') +
        el("state", CODE),
    ) +
      type("Item", named("hs_code", "HS编码") + el("unit"), '<xs:attribute name="no" type="xs:int"/>') +
      code("a", "b"),
  );
  const total = schema(
    type(
      "Order",
      named("goodsName", "商品名称") +
        el("note", 'type="xs:string" minOccurs="0"') +
        el("item", 'type="t:Item" maxOccurs="9"') +
        el("state", CODE),
    ) +
      type("Item", named("hsCode", "HS编码") + el("unit"), '<xs:attribute name="no" type="xs:int"/>') +
      code("a", "b", "c"),
  );

  it("are total for renames, compile, and bring every object back", async () => {
    const { text, complaints, module } = await made(old, total);
    expect(complaints).toEqual([]);
    expect(text).not.toMatch(/\bany\b|=> \{|\bif\b|\bfor\b/);
    expect(text).toContain("upgradeOrder: Converter<OrderOld, OrderNew>");
    const upgraded = module["upgradeOrder"]?.({ goods_name: "x", goodsName: "x", item: [], state: "a" });
    expect(Object.keys(upgraded as object)).toContain("goodsName");
    const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
    const names = propsOf(text);
    const item = fc.record({ [names.hs]: fc.string(), unit: fc.string(), no: optional(fc.integer()) });
    const order = fc
      .record({
        [names.goods]: fc.string(),
        note: optional(fc.string()),
        item: fc.array(item),
        state: fc.constantFrom("a", "b"),
      })
      .map((value) => JSON.parse(JSON.stringify(value)) as unknown);
    fc.assert(
      fc.property(order, (value) => {
        const there = module["upgradeOrder"]?.(value);
        // The way back is not total: the new edition knows a state more.
        const back = module["downgradeOrder"]?.(there, { state: (o: { state: string }) => o.state });
        expect(back).toEqual(value);
      }),
    );
  });

  it("wrap a value that is a list now, leave an optional one out, and drop what has no place", async () => {
    const { complaints, module } = await made(
      schema(type("Order", el("a") + el("gone") + el("b"))),
      schema(
        type("Order", el("a", 'type="xs:string" maxOccurs="3"') + el("b") + el("c", 'type="xs:string" minOccurs="0"')),
      ),
    );
    expect(complaints).toEqual([]);
    expect(module["upgradeOrder"]?.({ a: "1", b: "2", gone: "3" })).toEqual({ a: ["1"], b: "2" });
  });

  it("demand what is missing in their signature, and what only a person can decide", async () => {
    const program = `import { downgradeOrder, upgradeOrder } from "./converters.ts";
import type { Order as Old } from "./old/index.ts";
import type { Order as New } from "./new/index.ts";
const old: Old = { a: "1", b: "2" };
export const full: New = upgradeOrder(old, { c: (o) => o.a, b: () => "x" });
// @ts-expect-error c is missing in the old edition
upgradeOrder(old, { b: () => "x" });
// @ts-expect-error so is everything without the second argument
upgradeOrder(old);
// @ts-expect-error c is a text
upgradeOrder(old, { c: () => 1, b: () => "x" });
export const back: Old = downgradeOrder(full);
`;
    const { complaints, module } = await made(
      schema(type("Order", el("a") + el("b", 'type="xs:string" minOccurs="0"'))),
      schema(type("Order", el("a") + el("b") + el("c"))),
      program,
    );
    expect(complaints).toEqual([]);
    expect(module["upgradeOrder"]?.({ a: "1" }, { c: (o: { a: string }) => `${o.a}!`, b: () => "x" })).toEqual({
      a: "1",
      b: "x",
      c: "1!",
    });
  });

  it("find a type whose namespace moved, both ways, with what was renamed in it", async () => {
    const moved = total.replaceAll("urn:t", "urn:t2");
    const { text, complaints, module } = await made(old, moved);
    expect(complaints).toEqual([]);
    expect(text).toContain("upgradeOrder: Converter<OrderOld, OrderNew>");
    const { goods, hs } = propsOf(text);
    const value = { [goods]: "x", item: [{ [hs]: "1", unit: "2" }], state: "a" };
    const there = module["upgradeOrder"]?.(value);
    expect(there).toEqual({ goodsName: "x", item: [{ hsCode: "1", unit: "2" }], state: "a" });
    expect(module["downgradeOrder"]?.(there, { state: () => "a" })).toEqual(value);
  });

  it("ask the caller for an object whose choices differ", async () => {
    const choice = (a: string): string => `<xs:choice>${el("x")}${el(a)}</xs:choice>`;
    const { text, complaints } = await made(
      schema(type("Order", el("pay", 'type="t:Pay"')) + type("Pay", choice("y"))),
      schema(
        type("Order", el("pay", 'type="t:Pay"')) +
          type("Pay", choice("y").replace("</xs:choice>", `${el("z")}</xs:choice>`)),
      ),
    );
    expect(complaints).toEqual([]);
    expect(text).toContain('Converter<OrderOld, OrderNew, "pay">');
    expect(text).not.toContain("upgradePay");
  });

  it("come from the command line, which asks for modules that no manifest names", async () => {
    const files = ["a", "b"].map((name) => {
      const file = join(home, `${name}.xsd`);
      writeFileSync(file, schema(type("Order", el(name))));
      return file;
    });
    let [out, err] = ["", ""];
    const output = { out: (t: string) => void (out += t), err: (t: string) => void (err += t) };
    expect(await run(["convert", ...files], output)).toBe(2);
    expect(err).toContain("--old-module");
    expect(await run(["convert", ...files, "--old-module", "./a.ts", "--new-module", "./b.ts"], output)).toBe(0);
    expect(out).toContain('upgradeOrder: Converter<OrderOld, OrderNew, "b">');
    expect(err).toContain("0/1");
  });

  it("are none where the shapes are the same", async () => {
    const { text } = await made(old, old);
    expect(text).toContain("export {};");
  });
});

/** The names that properties got of element names with an underscore. */
function propsOf(text: string): { readonly goods: string; readonly hs: string } {
  const of = (to: string): string => new RegExp(`\\["(\\w+)", "${to}"\\]`).exec(text)?.[1] ?? to;
  return { goods: of("goodsName"), hs: of("hsCode") };
}
