// Writes src/gen/*.ts from schemas/evidence. `--check` only compares.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { evidenceForms, evidenceMark, evidenceTable, FACTS, schemaFile, sourceIds } from "./evidence.ts";

const OUT = new URL("../src/gen/", import.meta.url);

/** File name under `src/gen` → text. */
export function dataModules(): Readonly<Record<string, string>> {
  return {
    "forms.ts": forms(),
    "marks.ts": marks(),
    "boxes.ts": boxes(),
    "criteria.ts": criteria(),
    "countries.ts": countries(),
    "code-lists.ts": codeLists(),
    "fields.ts": fields(),
    "credit-code.ts": creditCode(),
    "ports.ts": ports(),
    "sources.ts": sources(),
  };
}

/** The modules whose committed text is not what the evidence gives. */
export function staleModules(): string[] {
  return Object.entries(dataModules())
    .filter(([name, text]) => !isCurrent(name, text))
    .map(([name]) => name);
}

function isCurrent(name: string, text: string): boolean {
  try {
    return readFileSync(new URL(name, OUT), "utf8") === text;
  } catch {
    return false;
  }
}

function module(from: string, doc: string, type: string, name: string, value: object): string {
  const entries = Array.isArray(value)
    ? `[\n${value.map((item) => `  ${JSON.stringify(item)},\n`).join("")}]`
    : `{\n${Object.entries(value)
        .map(([key, item]) => `  ${JSON.stringify(key)}: ${JSON.stringify(item)},\n`)
        .join("")}}`;
  return `// @generated from ${from} by scripts/build-data.ts. Do not edit: change the evidence, run the script.\n\n/** ${doc} */\nexport const ${name}: ${type} = ${entries};\n`;
}

function mark(evidence: string, source: string): object {
  return { evidence: evidenceMark(evidence), sources: sourceIds(source) };
}

function forms(): string {
  const names = new Map(evidenceForms().map((form) => [form.code, form]));
  const value = evidenceTable("cert-types").map((row) => {
    const code = row["code"] ?? "";
    return {
      code,
      zh: names.get(code)?.zh ?? row["name_zh"],
      en: names.get(code)?.en ?? row["name_en"],
      kind: row["class"],
      partners: row["partners_iso2"],
      ccpit: row["ccpit_evidence"],
      ...mark(row["code_evidence"] ?? "", row["source"] ?? ""),
    };
  });
  const type =
    "readonly { readonly code: string; readonly zh: string; readonly en: string; readonly kind: string; readonly partners: string; readonly ccpit: string; readonly evidence: string; readonly sources: readonly string[] }[]";
  return module(
    "schemas/evidence/cert-types.csv and form-rules.json",
    "Certificate forms as the tables give them.",
    type,
    "formRows",
    value,
  );
}

function marks(): string {
  const value: Record<string, object> = {};
  for (const form of evidenceForms()) {
    for (const fact of FACTS) value[`${form.code}.${fact}`] = mark(form[fact].evidence, form[fact].source);
    form.rules.forEach((rule, index) => {
      value[`${form.code}.rules[${index}]`] = mark(rule.evidence, rule.source);
    });
  }
  const type =
    'Readonly<Record<string, { readonly evidence: "official" | "official-schema" | "third-party" | "inferred"; readonly sources: readonly string[] }>>';
  return module(
    "schemas/evidence/form-rules.json",
    "Evidence and sources of each fact and rule of a form.",
    type,
    "formMarks",
    value,
  );
}

function boxes(): string {
  const value = Object.fromEntries(
    evidenceForms().map((form) => [
      form.code,
      form.boxes.flatMap((box) => {
        const match = /^(\d+) (.*)$/u.exec(box);
        return match === null ? [] : [[Number(match[1]), match[2]]];
      }),
    ]),
  );
  return module(
    "schemas/evidence/form-rules.json",
    "Boxes of each form: number, title. Several lists are not confirmed, see `boxes_evidence` there.",
    "Readonly<Record<string, readonly (readonly [number: number, title: string])[]>>",
    "formBoxes",
    value,
  );
}

function criteria(): string {
  const value = evidenceTable("origin-criteria").map((row) => ({
    form: row["cert_type"],
    code: row["code"],
    zh: row["name_zh"],
    en: row["meaning_en"],
    ...mark(row["evidence"] ?? "", row["source"] ?? ""),
  }));
  const type =
    'readonly { readonly form: string; readonly code: string; readonly zh: string; readonly en: string; readonly evidence: "official" | "official-schema" | "third-party" | "inferred"; readonly sources: readonly string[] }[]';
  return module(
    "schemas/evidence/origin-criteria.csv",
    "Origin criterion codes per form.",
    type,
    "criterionRows",
    value,
  );
}

function countries(): string {
  const iso = evidenceTable("countries-iso").map((row) => [
    row["alpha2"],
    row["alpha3"],
    row["numeric"],
    row["name_en"],
    row["name_zh"],
  ]);
  const old = evidenceTable("countries-customs-old").map((row) => [row["code"], row["name_en"], row["name_zh"]]);
  const isoModule = module(
    "schemas/evidence/countries-iso.csv and countries-customs-old.csv",
    "ISO 3166: alpha-2, alpha-3, numeric, English, Chinese.",
    "readonly (readonly [string, string, string, string, string])[]",
    "isoCountries",
    iso,
  );
  const oldModule = module(
    "",
    "Old three-digit customs codes: code, English, Chinese.",
    "readonly (readonly [string, string, string])[]",
    "customsCountries",
    old,
  );
  return `${isoModule}\n${oldModule.slice(oldModule.indexOf("/**"))}`;
}

/** Code-list name of `interface-fields.csv` → table, column of the code, list inside the table, column of the Chinese name. */
const LISTS: readonly (readonly [list: string, table: string, code: string, part?: string | undefined, zh?: string])[] =
  [
    ["doc-types", "cert-types", "code"],
    ["cert-types", "cert-types", "code"],
    ["application-types", "application-types", "code"],
    ["doc-status", "doc-status", "code"],
    ["print-status", "print-status", "code"],
    ["audit-status", "audit-status", "code"],
    ["print-modes", "print-modes", "code"],
    ["return-codes", "return-codes", "code"],
    ["attachment-types", "attachment-types", "code"],
    ["pay-modes", "pay-modes", "code"],
    ["transport-modes", "transport-modes", "code"],
    ["measurement-units", "measurement-units", "code"],
    ["coo-pack-units", "coo-pack-units", "code"],
    ["currencies", "currencies", "alpha3"],
    ["incoterms", "incoterms", "code", undefined, "name_en"],
    ["price-terms", "price-terms", "name", undefined, "name"],
    ["trade-modes", "coo-trade-modes", "code"],
    ["customs-trade-modes", "customs-trade-modes", "code"],
    ["seal-types", "other-flags", "code", "seal-types", "meaning_zh"],
    ["registration-status", "small-proposed-codes", "code", "registration-status"],
    ["goods-filing-actions", "small-proposed-codes", "code", "goods-filing-actions"],
    ["seal-actions", "small-proposed-codes", "code", "seal-actions"],
    ["copy-types", "small-proposed-codes", "code", "copy-types"],
  ];

function codeLists(): string {
  const value: Record<string, object> = {};
  for (const [list, table, code, part, zh = "name_zh"] of LISTS) {
    const rows = evidenceTable(table).filter((row) => part === undefined || row["list"] === part);
    const found = new Set(rows.flatMap((row) => sourceIds(row["source"] ?? "")));
    const codes: string[][] = rows.map((row) => [row[code] ?? "", row[zh] ?? ""]);
    if (list === "coo-pack-units")
      rows.forEach((row, index) => codes[index]?.push(row["words_plural_en"] ?? "", row["irregular"] ?? ""));
    if (list === "measurement-units") rows.forEach((row, index) => codes[index]?.push(row["suggested_en"] ?? ""));
    value[list] = { sources: [...found].sort(), codes };
  }
  const type =
    "Readonly<Record<string, { readonly sources: readonly string[]; readonly codes: readonly (readonly string[])[] }>>";
  return module(
    "schemas/evidence code tables",
    "Code lists by the names that interface-fields.csv uses: code, Chinese name, then what the list adds. None is known to be the interface's own.",
    type,
    "codeListRows",
    value,
  );
}

function fields(): string {
  const operations = new Map(evidenceTable("interfaces").map((row) => [row["no"], row["operation_proposed"] ?? ""]));
  const value: Record<string, Record<string, unknown[]>> = {};
  for (const row of evidenceTable("interface-fields")) {
    if (row["message"] === "answer" || row["type"] === "") continue;
    const kind = row["message"] === "response" ? "response" : "request";
    const message = (value[`${operations.get(row["no"])}.${kind}`] ??= {});
    const path = (row["path"] ?? "").replace(/^Body\/?/u, "").replaceAll("/", ".");
    const spec = {
      name: row["element"],
      type: row["type"],
      ...(row["code_list"] ? { list: row["code_list"] } : {}),
      ...mark(row["evidence"] ?? "", row["source"] ?? ""),
    };
    (message[path] ??= []).push(spec);
  }
  const type =
    'Readonly<Record<string, Readonly<Record<string, readonly { readonly name: string; readonly type: string; readonly list?: string; readonly evidence: "official" | "official-schema" | "third-party" | "inferred"; readonly sources: readonly string[] }[]>>>>';
  return module(
    "schemas/evidence/interface-fields.csv",
    'Fields of each message by the path of their container (`""` is the body itself).',
    type,
    "messageFields",
    value,
  );
}

function creditCode(): string {
  const rule: {
    alphabet: string;
    weights: number[];
    organisation_code_rule: { alphabet: string; weights: number[] };
  } = JSON.parse(schemaFile("evidence/uscc.json"));
  const value = {
    alphabet: rule.alphabet,
    weights: rule.weights,
    organisationAlphabet: rule.organisation_code_rule.alphabet,
    organisationWeights: rule.organisation_code_rule.weights,
  };
  const type =
    "{ readonly alphabet: string; readonly weights: readonly number[]; readonly organisationAlphabet: string; readonly organisationWeights: readonly number[] }";
  return module(
    "schemas/evidence/uscc.json",
    "Check rules of GB 32100-2015 and of the organisation code inside (GB 11714).",
    type,
    "creditCodeRule",
    value,
  );
}

function ports(): string {
  const value = evidenceTable("ports").map((row) => [row["name_en"], row["unlocode"]]);
  return module(
    "schemas/evidence/ports.csv",
    "Sample ports: English name, UN/LOCODE. Not a full list.",
    "readonly (readonly [name: string, unlocode: string])[]",
    "portRows",
    value,
  );
}

function sources(): string {
  const value = Object.fromEntries(evidenceTable("sources").map((row) => [row["id"], row["class"]]));
  return module(
    "schemas/evidence/sources.csv",
    "Class of each source id.",
    "Readonly<Record<string, string>>",
    "sourceClasses",
    value,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const stale = staleModules();
  if (process.argv.includes("--check")) {
    if (stale.length > 0) throw new Error(`stale: ${stale.join(", ")}`);
  } else for (const [name, text] of Object.entries(dataModules())) writeFileSync(new URL(name, OUT), text);
}
