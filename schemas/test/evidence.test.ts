import { expect, test } from "vitest";
import type { FieldModel } from "../xsd-model.ts";
import { readCsv } from "./csv.ts";
import { editionUrl, evidenceUrl, manifest, model } from "./edition.ts";

const XS = "{http://www.w3.org/2001/XMLSchema}";
const operations = Object.values(manifest.operations);
const bodies = new Set(operations.flatMap((entry) => [entry.request, entry.response]));
const messageWords = new Set(["request", "push", "response", "answer"]);

test("the schema holds every row of the field table and no element beside it", () => {
  const rows = readCsv(new URL("interface-fields.csv", evidenceUrl));
  expect(rows).toHaveLength(507);
  expect(new Set(rows.map((row) => row["message"]))).toEqual(messageWords);
  const found = operations.flatMap((entry) => messages(entry).flatMap((message) => message.rows.fields));
  expect(differences(rows, found)).toEqual([]);
});

test("the schema holds every row of the container table and no container beside it", () => {
  const rows = readCsv(new URL("interface-containers.csv", evidenceUrl));
  expect(rows).toHaveLength(29);
  const found = operations.flatMap((entry) => messages(entry).flatMap((message) => message.rows.containers));
  expect(differences(rows, found)).toEqual([]);
});

test("the schema holds every row of the envelope table and no head field beside it", () => {
  const rows = readCsv(new URL("envelope-fields.csv", evidenceUrl));
  expect(rows).toHaveLength(16);
  const found = (["request", "response"] as const).flatMap((message) =>
    fieldsOf(manifest.heads[message]).map((field) => {
      const [mark = {}] = field.marks;
      const { type, max_length } = tableType(field);
      return {
        message,
        element: field.name,
        label_zh: field.zh,
        label_en: field.en,
        type,
        max_length,
        occurs: occurs(field),
        required_when: requiredWhen(field, mark),
        evidence: evidenceWord(mark) + (mark["note"] === undefined ? "" : ` (${mark["note"]})`),
        source: mark["sources"],
      };
    }),
  );
  expect(differences(rows, found)).toEqual([]);
});

test("the manifest names the interfaces as the table does", () => {
  const rows = readCsv(new URL("interfaces.csv", evidenceUrl));
  const expected = rows.map((row) => ({
    no: row["no"],
    name_zh: row["name_zh"],
    name_en: row["name_en"],
    kind: row["kind"],
    direction: row["direction"] === "CCPIT->platform" ? "push" : "call",
    operation: row["operation_proposed"],
  }));
  const found = Object.entries(manifest.operations).map(([operation, entry]) => ({
    no: String(entry.no),
    name_zh: entry.nameZh,
    name_en: entry.nameEn,
    kind: entry.kind,
    direction: entry.direction,
    operation,
  }));
  expect(found).toEqual(expected);
});

test("elements that exist for structure only are listed with a reason and marked as ours", () => {
  const rows = readCsv(new URL("structure.csv", evidenceUrl));
  for (const row of rows) {
    expect(row["reason"]).not.toBe("");
    expect(row["evidence"]).toBe("ours");
  }
  const choices = [...model.complex].filter(([, type]) => type.kind === "choice");
  expect(choices.map(([name]) => local(name))).toEqual(["CertificateApplication"]);
  const branches = choices.flatMap(([name, type]) => type.fields.map((field) => `${local(name)}/${field.name}`));
  const listed = rows.filter((row) => row["path"] !== "payload").map((row) => `${row["path"]}/${row["element"]}`);
  expect(listed).toEqual(branches);
  for (const [, type] of choices) {
    for (const field of type.fields) expect(field.marks[0]).toMatchObject({ content: "inferred", sources: "ours" });
  }
});

test("no element claims that the interface is known to have it", () => {
  const marks = [...model.complex.values()].flatMap((type) => type.fields.flatMap((field) => field.marks));
  expect(marks.length).toBeGreaterThan(400);
  expect(marks.filter((mark) => mark["field"] !== "inferred")).toEqual([]);
});

test("every element has a label in both languages and every source is listed", () => {
  const sources = new Set(readCsv(new URL("sources.csv", evidenceUrl)).map((row) => row["id"]));
  for (const [name, type] of model.complex) {
    for (const field of type.fields) {
      expect([name, field.name, field.zh, field.en]).not.toContain("");
      for (const mark of field.marks) {
        for (const id of mark["sources"]?.split(",") ?? [""]) {
          expect(id === "ours" || sources.has(id), `${name} ${field.name}: source ${id}`).toBe(true);
        }
      }
    }
  }
});

test("a field is nillable exactly where the table says once, but not always", () => {
  for (const [name, type] of model.complex) {
    for (const field of type.fields) {
      const when = field.marks[0]?.["requiredWhen"];
      const expected = field.min === 1 && (when === "unless nonGoods" || when === "per form");
      expect([name, field.name, field.nillable]).toEqual([name, field.name, expected]);
    }
  }
});

test("the glossary and the code lists know every identifier and every list of the schema", async () => {
  const { default: glossary } = await import("../glossary.json", { with: { type: "json" } });
  const { default: codeLists } = await import("../2018-07/code-lists.json", { with: { type: "json" } });
  const identifiers = new Set(glossary.terms.map((term) => term.identifier));
  const lists = new Set(Object.keys(codeLists.lists));
  const zhPerIdentifier = new Set(glossary.terms.map((term) => `${term.identifier} ${term.zh}`));
  expect(editionUrl.pathname).toContain(codeLists.edition);
  for (const type of model.complex.values()) {
    for (const field of type.fields) {
      expect(identifiers).toContain(field.name);
      expect(zhPerIdentifier).toContain(`${field.name} ${field.zh}`);
      const list = field.marks[0]?.["codeList"];
      if (list !== undefined) expect(lists).toContain(list);
    }
  }
});

interface Rows {
  readonly fields: Row[];
  readonly containers: Row[];
}
type Row = Record<string, string | undefined>;

/** What the tables would say about the messages of one operation, read off the schema. */
function messages(entry: (typeof operations)[number]): { message: string; rows: Rows }[] {
  const push = readCsvKinds().get(entry.no) === "push";
  const request = {
    message: push ? "push" : "request",
    rows: collect(entry.no, push ? "push" : "request", entry.request),
  };
  const response = collect(entry.no, "response", entry.response);
  if (!push) return [request, { message: "response", rows: response }];
  expect(response).toEqual({ fields: [], containers: [] });
  return [request, { message: "answer", rows: { fields: answerRows(entry.no), containers: [] } }];
}

/** Whether an interface was a push in the table, whatever the manifest says today. */
function readCsvKinds(): Map<number, string> {
  const rows = readCsv(new URL("interfaces.csv", evidenceUrl));
  return new Map(rows.map((row) => [Number(row["no"]), row["direction"] === "CCPIT->platform" ? "push" : "call"]));
}

function answerRows(no: number): Row[] {
  return fieldsOf(manifest.heads.response).flatMap((field) =>
    field.marks
      .filter((mark) => mark["for"] === "answer")
      .map((mark) => ({
        ...fieldRow(no, "answer", "Head", field, mark),
        label_zh: mark["labelZh"],
        label_en: mark["labelEn"],
      })),
  );
}

function collect(no: number, message: string, type: string): Rows {
  const rows: Rows = { fields: [], containers: [] };
  walk(type, "Body");
  return rows;

  function walk(name: string, path: string): void {
    for (const field of fieldsOf(name)) {
      const complex = model.complex.get(field.type);
      const [mark = {}] = field.marks;
      const isContent = complex?.kind === "choice" || bodies.has(field.type);
      if (complex === undefined || isContent) {
        rows.fields.push(fieldRow(no, message, path, field, mark));
        continue;
      }
      const at = `${path}/${field.name}`;
      const item = listItem(field.type);
      rows.containers.push({
        no: String(no),
        message: message === "push" ? "push" : message,
        path: at,
        container_occurs: occurs(field),
        item_occurs: item ? occurs(item) : "-",
        note: mark["note"],
        evidence: evidenceWord(mark),
        source: mark["sources"],
      });
      if (item) walk(item.type, `${at}/${item.name}`);
      else walk(field.type, at);
    }
  }
}

/** The item of a list type: its only element, repeated, of complex type. */
function listItem(type: string): FieldModel | undefined {
  const [item, ...others] = fieldsOf(type);
  return item && others.length === 0 && item.max > 1 && model.complex.has(item.type) ? item : undefined;
}

function fieldRow(no: number, message: string, path: string, field: FieldModel, mark: Row): Row {
  const { type, max_length, flags } = tableType(field);
  return {
    no: String(no),
    message,
    path,
    element: field.name,
    label_zh: field.zh,
    label_en: field.en,
    type,
    max_length,
    occurs: occurs(field),
    required_when: requiredWhen(field, mark),
    code_list: flags || (mark["codeList"] ?? ""),
    evidence: evidenceWord(mark),
    source: mark["sources"],
    note: mark["note"] ?? "",
  };
}

/** Type, length and literal flags as the tables write them. */
function tableType(field: FieldModel): { type: string; max_length: string; flags: string } {
  if (model.complex.has(field.type)) return { type: "complex", max_length: "", flags: "" };
  const plain = { [`${XS}int`]: "int", [`${XS}boolean`]: "boolean", [`${XS}base64Binary`]: "base64" }[field.type];
  if (plain) return { type: plain, max_length: "", flags: "" };
  const simple = model.simple.get(field.type);
  if (!simple) throw new Error(`${field.name}: no type ${field.type}`);
  const { maxLength, totalDigits, fractionDigits, pattern } = simple;
  const flags = simple.enumeration.join("|");
  if (simple.list) return { type: "list", max_length: "", flags };
  if (simple.base === `${XS}decimal`) {
    if (totalDigits !== undefined && fractionDigits !== undefined) {
      const integer = totalDigits - fractionDigits;
      expect(pattern).toBe(`-?[0-9]{1,${integer}}(\\.[0-9]{1,${fractionDigits}})?`);
      return { type: "decimal", max_length: `${integer}.${fractionDigits}`, flags };
    }
    return { type: "decimal", max_length: /^\.\{1,(\d+)\}$/.exec(pattern ?? "")?.[1] ?? "?", flags };
  }
  expect(simple.base).toBe(`${XS}string`);
  const kind = { Date: "date", OldDate: "date", DateTime: "dateTime" }[local(field.type)] ?? "string";
  if (kind !== "string") expect(pattern).toContain("-(0[1-9]|1[0-2])-");
  return { type: kind, max_length: String(maxLength), flags };
}

function fieldsOf(type: string): readonly FieldModel[] {
  const complex = model.complex.get(type);
  if (!complex) throw new Error(`no type ${type}`);
  return complex.fields;
}

function occurs(field: FieldModel): string {
  const max = field.max === Number.POSITIVE_INFINITY ? "*" : String(field.max);
  return field.min === field.max ? max : `${field.min}..${max}`;
}

function requiredWhen(field: FieldModel, mark: Row): string {
  return mark["requiredWhen"] ?? (field.min === 1 ? "yes" : "");
}

function evidenceWord(mark: Row): string | undefined {
  return mark["content"] === "inferred" ? "our inference" : mark["content"];
}

function local(clark: string): string {
  return clark.slice(clark.indexOf("}") + 1);
}

/** Rows on one side only; a changed row shows on both. */
function differences(table: readonly Row[], schema: readonly Row[]): string[] {
  const text = (row: Row): string =>
    JSON.stringify(Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))));
  const inTable = table.map(text);
  const inSchema = schema.map(text);
  return [
    ...inTable.filter((row) => !inSchema.includes(row)).map((row) => `table only: ${row}`),
    ...inSchema.filter((row) => !inTable.includes(row)).map((row) => `schema only: ${row}`),
    ...(inTable.length === inSchema.length ? [] : [`${inTable.length} rows against ${inSchema.length}`]),
  ];
}
