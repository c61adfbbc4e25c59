import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { isCodegenError } from "../src/errors.ts";
import { type Generated, generate } from "../src/generate.ts";
import type { NameMap } from "../src/names.ts";
import { parseNames } from "../src/render/names.ts";

const root = mkdtempSync(join(tmpdir(), "coo-names-"));
afterAll(() => rmSync(root, { recursive: true }));

/** A few names that get in each other's way: by case, separators, kinds, views, reserved words, digits, Chinese. */
const LOCALS = ["order", "Order", "or-der", "orDer", "OrDer", "OrderRead", "AnyOrder", "Orderid", "id", "Id"];
const ODD = [
  "string",
  "Open",
  "3d",
  "订单",
  "订单明细",
  "明细",
  "OrderType",
  "OrderElement",
  "default",
  "_",
  "__proto__",
];
const local = fc.constantFrom(...LOCALS, ...ODD);
const NAMESPACES = ["urn:a", "urn:b:a", "urn:index"] as const;

interface Component {
  readonly kind: "complex" | "simple" | "element" | "derived";
  readonly ns: number;
  readonly name: string;
  readonly members: readonly string[];
  readonly attributes: readonly string[];
  readonly base: string;
}

const component: fc.Arbitrary<Component> = fc.record({
  kind: fc.constantFrom("complex", "complex", "simple", "element", "derived"),
  ns: fc.constantFrom(0, 0, 1, 2),
  name: local,
  members: fc.uniqueArray(local, { maxLength: 4 }),
  attributes: fc.uniqueArray(local, { maxLength: 3 }),
  base: local,
});

/** One of each name in each symbol space, as XML Schema wants it. */
function distinct(components: readonly Component[]): Component[] {
  const seen = new Set<string>();
  return components.filter((c) => {
    const key = `${c.kind === "element" ? "element" : "type"} ${c.ns} ${c.name}`;
    return !seen.has(key) && seen.add(key);
  });
}

function body(c: Component): string {
  // Every other member has a type of its own inside.
  const elements = c.members.map((m, i) =>
    i === 3
      ? `<xs:group ref="t:G"/>`
      : i % 2 === 0
        ? `<xs:element name="${m}" type="xs:string" minOccurs="0"/>`
        : `<xs:element name="${m}"><xs:complexType><xs:sequence><xs:element name="${m}" type="xs:int"/></xs:sequence></xs:complexType></xs:element>`,
  );
  const attributes = c.attributes.map((a) => `<xs:attribute name="${a}" type="xs:string"/>`);
  return `<xs:sequence>${elements.join("")}</xs:sequence>${attributes.join("")}`;
}

function statement(c: Component, all: readonly Component[]): string {
  if (c.kind === "simple")
    return `<xs:simpleType name="${c.name}"><xs:restriction base="xs:string"><xs:enumeration value="a"/></xs:restriction></xs:simpleType>`;
  const content = body(c);
  if (c.kind === "element")
    return `<xs:element name="${c.name}"><xs:complexType>${content}</xs:complexType></xs:element>`;
  const base = all.find((o) => o.kind === "complex" && o.ns === c.ns && o.name === c.base && o.name !== c.name);
  if (c.kind === "complex" || !base) return `<xs:complexType name="${c.name}">${content}</xs:complexType>`;
  return `<xs:complexType name="${c.name}"><xs:complexContent><xs:extension base="t:${base.name}"/></xs:complexContent></xs:complexType>`;
}

/** Types that refer to it share the type inside. */
const GROUP = `<xs:group name="G"><xs:sequence><xs:element name="inGroup"><xs:complexType><xs:attribute name="a"/></xs:complexType></xs:element></xs:sequence></xs:group>`;

let runs = 0;
/** Generates code for some components, in their order. */
function run(components: readonly Component[], previous: Generated | null = null, names: NameMap = {}): Generated {
  const folder = join(root, String(runs++));
  mkdirSync(folder);
  const entries = NAMESPACES.map((ns, i) => {
    const mine = components.filter((c) => c.ns === i).map((c) => statement(c, components));
    const file = join(folder, `${i}.xsd`);
    writeFileSync(
      file,
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="${ns}" targetNamespace="${ns}">\n${GROUP}\n${mine.join("\n")}\n</xs:schema>`,
    );
    return file;
  });
  const result = generate({ entries, names, previous: (file) => previous?.files.get(file) ?? null });
  rmSync(folder, { recursive: true });
  return result;
}

function namesOf(generated: Generated): NameMap {
  return parseNames(generated.files.get("names.ts") ?? "", "names.ts");
}

/** What each name of `before` is in `after`, where it differs. Components that changed their kind are new ones. */
function renamed(before: NameMap, after: NameMap): string[] {
  return Object.keys(before)
    .filter((key) => after[key] !== before[key])
    .map((key) => `${key}: ${before[key]} → ${after[key]}`);
}

/** From which file each name of the index, or of that of the schemas, comes. */
function indexed(generated: Generated, index: "index.ts" | "schema.ts"): Map<string, string> {
  const found = new Map<string, string>();
  const text = generated.files.get(index) ?? "";
  for (const [, file = ""] of text.matchAll(/^export \* from "\.\/(.+?)";$/gm)) {
    for (const [, name = ""] of (generated.files.get(file) ?? "").matchAll(
      /^export (?:interface|type|const|function) ([\p{ID_Continue}$]+)/gmu,
    )) {
      found.set(name, found.has(name) && found.get(name) !== file ? "several" : file);
    }
  }
  for (const [, name = "", file = ""] of text.matchAll(/^export \{ (?:type )?(\S+) \} from "\.\/(.+?)";$/gm))
    found.set(name, file);
  return found;
}

/** Names of the index that come from another file than before. */
function moved(before: Generated, after: Generated): string[] {
  return (["index.ts", "schema.ts"] as const).flatMap((index) => {
    const now = indexed(after, index);
    return [...indexed(before, index)]
      .filter(([name, file]) => now.get(name) !== file)
      .map(([name, file]) => `${name}: ${file} → ${now.get(name)}`);
  });
}

describe("names", () => {
  it("stay when components are added anywhere", () => {
    fc.assert(
      fc.property(
        fc.array(component, { maxLength: 8 }),
        fc.array(fc.tuple(component, fc.nat()), { minLength: 1, maxLength: 6 }),
        (old, added) => {
          const first = distinct(old);
          const before = run(first);
          // The new ones go between the old ones, but never take a symbol of theirs.
          const fresh = distinct([...first, ...added.map(([c]) => c)]).slice(first.length);
          const all = [...first];
          fresh.forEach((c, i) => all.splice((added[i]?.[1] ?? 0) % (all.length + 1), 0, c));
          // A derived type whose base was missing is another type once it is there.
          fc.pre(first.every((c) => statement(c, first) === statement(c, all)));
          const after = run(all, before);
          expect(renamed(namesOf(before), namesOf(after))).toEqual([]);
          expect(moved(before, after)).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("stay where they are in the index when another file takes the same ones", () => {
    const order = (ns: number): Component => ({
      kind: "complex",
      ns,
      name: "Order",
      members: [],
      attributes: [],
      base: "",
    });
    const second = run([order(0)]);
    const both = run([order(0), order(1)], second);
    expect(indexed(second, "index.ts").get("Order")).toBe(indexed(both, "index.ts").get("Order"));
    expect(moved(both, run([order(0), order(1)], both))).toEqual([]);
  });

  it("stay where they are in the index when a type is called like the union over derived ones", () => {
    const type = (kind: "complex" | "derived", ns: number, name: string, base = ""): Component => ({
      kind,
      ns,
      name,
      members: [],
      attributes: [],
      base,
    });
    const old = [type("complex", 2, "Order"), type("derived", 2, "order", "Order")];
    const before = run(old);
    const after = run([...old, type("complex", 0, "AnyOrder"), type("complex", 0, "order")], before);
    expect(indexed(before, "index.ts").get("AnyOrder")).toBe("index2.ts");
    expect(moved(before, after)).toEqual([]);
  });

  it("stay when members are added to a type", () => {
    fc.assert(
      fc.property(
        component,
        fc.uniqueArray(local, { maxLength: 4 }),
        fc.uniqueArray(local, { maxLength: 4 }),
        (c, members, attributes) => {
          const old = { ...c, kind: "complex" as const };
          const more = {
            ...old,
            // Even places hold plain elements, odd ones elements with a type inside; both keep their place.
            members: [...old.members, ...members.filter((m) => !old.members.includes(m))],
            attributes: [...attributes.filter((a) => !old.attributes.includes(a)), ...old.attributes],
          };
          const before = run([old]);
          expect(renamed(namesOf(before), namesOf(run([more], before)))).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("do not depend on the order of statements, also without the names of a last run", () => {
    const shuffled = fc
      .array(component, { minLength: 2, maxLength: 10 })
      .map(distinct)
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, ([components, other]) => {
        expect(namesOf(run(other))).toEqual(namesOf(run(components)));
      }),
      { numRuns: 150 },
    );
  });

  it("are unique in every file", () => {
    fc.assert(
      fc.property(fc.array(component, { maxLength: 10 }), (some) => {
        for (const [file, text] of run(distinct(some)).files) {
          if (!file.endsWith(".ts") || file.endsWith(".schema.ts")) continue;
          const kinds = [/^export (?:interface|type) (\S+?)[ <]/gmu, /^export (?:const|function) ([^\s:(]+)/gmu];
          for (const kind of kinds) {
            const declared = [...text.matchAll(kind)].map((m) => m[1]);
            expect(new Set(declared).size, file).toBe(declared.length);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  const plain = { ns: 0, members: [], attributes: [], base: "" } as const;
  const type = (name: string): Component => ({ ...plain, kind: "complex", name, attributes: ["id"] });
  const element = (name: string): Component => ({ ...plain, kind: "element", name, attributes: ["id"] });

  it("go to the exact spelling first, then to types before elements", () => {
    const names = namesOf(run([element("order"), element("Order"), type("order"), type("or-der"), type("OrDer")]));
    expect(names).toMatchObject({
      "{urn:a}OrDer": "OrDer",
      "{urn:a}or-der": "OrDerType",
      "{urn:a}order": "Order",
      "element {urn:a}/Order": "OrderElement",
      "element {urn:a}/order": "OrderElement2",
    });
  });

  it("are kept for what was there before", () => {
    const before = run([element("order")]);
    const after = run([type("Order"), element("order")], before);
    expect(namesOf(after)).toMatchObject({ "element {urn:a}/order": "Order", "{urn:a}Order": "OrderType" });
    expect(after.notes).toContain("a.ts: the name Order is taken, OrderType is used");
  });

  it("can be given for types, elements, properties, views and files", () => {
    const given = {
      "{urn:a}order": "PurchaseOrder",
      "{urn:a}order@id": "orderId",
      "element {urn:a}/订单": "OrderRoot",
      "file urn:a": "orders",
    };
    const { files } = run([type("order"), element("订单")], null, given);
    expect([...files.keys()]).toContain("orders.ts");
    expect(files.get("orders.ts")).toMatch(/export interface PurchaseOrder \{\n.*\n {2}orderId\?: string;/);
    expect(files.get("orders.ts")).toContain("export interface OrderRoot ");
  });

  it("given by the user go before those of the last run", () => {
    const before = run([type("A")]);
    expect(namesOf(run([type("A")], before, { "{urn:a}A": "B" }))["{urn:a}A"]).toBe("B");
  });

  it.each([
    ["an unknown component", { "{urn:a}Nobody": "X" }, "there is no component {urn:a}Nobody"],
    ["a reserved word", { "{urn:a}order": "class" }, 'cannot be called "class"'],
    ["no identifier", { "{urn:a}order": "a b" }, 'cannot be called "a b"'],
    ["one name for two", { "{urn:a}order": "X", "{urn:a}OrDer": "X" }, "another component is called so already"],
  ])("are refused when the user gives %s", (_, names, message) => {
    const wrong = (): Generated => run([type("order"), type("OrDer")], null, names);
    expect(wrong).toThrow(message);
    expect(wrong).toThrow(expect.toSatisfy((e) => isCodegenError(e) && e.code === "GEN_MANIFEST"));
  });

  it("of a table changed by hand are refused", () => {
    expect(() => parseNames("export const names = 1;", "names.ts")).toThrow("names.ts: this is not the table of names");
  });
});
