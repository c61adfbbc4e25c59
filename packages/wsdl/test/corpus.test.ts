import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadModel, type Model, type WsdlError } from "../src/index.ts";
import { type Counts, countModel } from "./counts.ts";

const folder = fileURLToPath(new URL("../../../../shared/corpus/wsdl/", import.meta.url));
const present = existsSync(`${folder}units.csv`);

interface Unit {
  readonly name: string;
  readonly entry: string;
  readonly row: Readonly<Record<string, string>>;
}

const cells = (line: string): string[] => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((m) => m[1] ?? "");

function csv(file: string): Record<string, string>[] {
  const [head = "", ...lines] = readFileSync(folder + file, "utf8")
    .trim()
    .split("\n");
  const names = cells(head);
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, i) => [names[i] ?? "", cell])));
}

function readUnits(): Unit[] {
  const entries = new Map(csv("manifest.csv").flatMap((r) => (r["role"] === "entry" ? [[r["unit"], r["file"]]] : [])));
  return csv("units.csv").map((row) => ({ name: row["unit"] ?? "", entry: folder + entries.get(row["unit"]), row }));
}

const expected = new Map(
  readFileSync(new URL("expected-failures.txt", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [name = "", ...reason] = line.split(": ");
      return [name, reason.join(": ")];
    }),
);

/** Where our figure differs from that of the table, and why ours is right. */
const DIFFERENT: Readonly<Record<string, string>> = {
  "axis-axis1-java--addressbook-a527dd": "the table does not read the schema, which uses the namespace of 1999",
  "cxf--type-test-abbe8d": "the table takes global elements inside a foreign wrapper for local ones",
  "xsd-parser--simple-content-with-extension-3139b6": "the table does not count enumerations of simple content",
  "xsd-parser--simple-type-emptiable-complex-base-9bb598": "an attribute is prohibited",
  "soa-model--schemas-87aee2": "the schema for schemas replaces its own definitions; xml.xsd is the built-in one",
  "axis-axis2-java-core--no-service-9452db": "a fault refers to no message and is left out",
  "wsdl-to-postman--goodservice-common-6d4496": "a fault refers to no message and is left out",
  "node-soap--getsubscription-should-handle-ref-minocc-078f3b": "faults refer to no message and are left out",
  "node-soap--registration-57610c": "a fault refers to no message and is left out",
  "strong-soap--imported-cc4cf0": "an operation has neither input nor output",
  "node-soap--getavailability-should-not-fail-without--fa3010": "an operation has neither input nor output",
  "soa-model--namespacenotdeclared4test-9b6f95": "a reference with an undeclared prefix is left out",
  "wsdl--daisycon-10751b": "the table does not read definitions without namespace",
  "wasabi--soap12-a5efb6": "a port without binding is left out",
  "wasabi--two-bindings-26614b": "bindings without type are left out",
};

const loaded = new Map<string, Model>();
function load(unit: Unit, unknownNames: "any" | "refuse" = "refuse"): Model {
  const key = `${unknownNames} ${unit.entry}`;
  const model = loaded.get(key) ?? loadModel([unit.entry], { keepGoing: true, unknownNames, root: folder });
  loaded.set(key, model);
  return model;
}
const errors = (model: Model): WsdlError[] => model.problems.filter((p) => p.severity === "error");
const text = (problems: readonly WsdlError[]): string[] =>
  problems.map((p) => `${p.rule} ${p.message.replaceAll(folder, "")}`);

describe.skipIf(!present)("corpus of published descriptions (needs ../shared/corpus/wsdl)", () => {
  const units = present ? readUnits() : [];
  const of = (kind: string): Unit[] => units.filter((u) => u.row["expect"] === kind);

  test("every unit marked ok loads, save the reviewed ones", () => {
    const ok = of("ok");
    expect(ok).toHaveLength(282);
    const refused = ok.filter((u) => errors(load(u)).length > 0).map((u) => u.name);
    expect(refused.sort()).toEqual([...expected.keys()].sort());
  });

  test("with unknown names let pass, only contradictions are refused", () => {
    const refused = of("ok").filter((u) => errors(load(u, "any")).length > 0);
    expect(refused.map((u) => u.name)).toEqual(
      [...expected].filter(([, reason]) => !reason.startsWith("unknown name")).map(([name]) => name),
    );
  });

  test("operations, bindings, elements, occurrence, enumerations, attributes, choices and facets are those of the table", () => {
    const differences: string[] = [];
    const unneeded = new Set(Object.keys(DIFFERENT));
    for (const unit of of("ok")) {
      if (expected.get(unit.name)?.startsWith("unknown name") === false) continue;
      const counts = countModel(load(unit, "any"));
      const wrong = (Object.keys(counts) as (keyof Counts)[]).filter((key) => counts[key] !== Number(unit.row[key]));
      if (wrong.length === 0) continue;
      unneeded.delete(unit.name);
      if (DIFFERENT[unit.name] !== undefined) continue;
      differences.push(...wrong.map((key) => `${unit.name} ${key}: ${counts[key]}, in the table ${unit.row[key]}`));
    }
    expect(differences).toEqual([]);
    expect([...unneeded]).toEqual([]);
  });

  test("broken and hostile units are refused, also when unknown names pass", () => {
    expect(Object.fromEntries(of("negative").map((u) => [u.name, errors(load(u, "any"))[0]?.code]))).toEqual({
      "wcf--brokenwsdl-5fe80e": "WSDL_XML",
      "soa-model--article-b584f2": "WSDL_UNRESOLVED_NAME",
      "wsdl--root-798142": "WSDL_DUPLICATE",
      "wsdl--path-traversal-7477bb": "WSDL_UNRESOLVED_IMPORT",
    });
  });

  test("WSDL 2.0 is refused by name", () => {
    expect(of("wsdl20").map((u) => text(errors(load(u))))).toEqual([
      [
        "document-wsdl20 wsdl-to-postman--axis2wsd20-d6dea3/Axis2WSD20.wsdl:1:1: this is a WSDL 2.0 description, which is not supported",
      ],
    ]);
  });

  test("incomplete units name every document that is missing", () => {
    const unnamed: string[] = [];
    // Schemas that the loader brings along.
    const builtIn = /soap\/encoding\/$|\/xml\.xsd$|XMLSchema\.xsd$/;
    for (const unit of of("partial")) {
      const problems = errors(load(unit));
      const named = problems.map((p) => p.details["location"] ?? p.file);
      for (const item of (unit.row["unresolved"] ?? "").replaceAll('"', "").split(";")) {
        // A document that is not well-formed stands as `name:reason`; long lists were cut off.
        const location = item.startsWith("remote:") ? item.slice(7) : (item.split(":")[0] ?? "");
        if (builtIn.test(location) || named.some((n) => n.startsWith(location) || n.endsWith(location))) continue;
        unnamed.push(`${unit.name}: ${item}`);
      }
    }
    expect(unnamed).toEqual([]);
  });
});
