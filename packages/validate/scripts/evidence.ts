import { readFileSync } from "node:fs";
import { readCsv } from "./csv.ts";

const SCHEMAS = new URL("../../../schemas/", import.meta.url);

/** Text of a file under `schemas/`. */
export function schemaFile(path: string): string {
  return readFileSync(new URL(path, SCHEMAS), "utf8");
}

/** Rows of a table of `schemas/evidence`. */
export function evidenceTable(name: string): Record<string, string>[] {
  return readCsv(schemaFile(`evidence/${name}.csv`));
}

/** A value of `form-rules.json` with its evidence. */
export interface EvidenceValue {
  readonly value: string;
  readonly evidence: string;
  readonly source: string;
}

/** A form of `form-rules.json`. */
export interface EvidenceForm {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly boxes: readonly string[];
  readonly criteria: readonly string[];
  readonly unknown: readonly string[];
  readonly rules: readonly EvidenceValue[];
  readonly members: EvidenceValue;
  readonly hs: EvidenceValue;
  readonly max_lines: EvidenceValue;
  readonly retro: EvidenceValue;
  readonly third: EvidenceValue;
  readonly validity: EvidenceValue;
  readonly language: EvidenceValue;
  readonly boxes_evidence: EvidenceValue;
}

/** Facts of a form that carry one value each. */
export const FACTS = [
  "members",
  "hs",
  "max_lines",
  "retro",
  "third",
  "validity",
  "language",
  "boxes_evidence",
] as const;

/** The forms of `form-rules.json`. */
export function evidenceForms(): readonly EvidenceForm[] {
  const rules: { readonly forms: readonly EvidenceForm[] } = JSON.parse(schemaFile("evidence/form-rules.json"));
  return rules.forms;
}

/** Every entry of `form-rules.json` and every row of `origin-criteria.csv`: its key and its text. */
export function evidenceEntries(): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  for (const form of evidenceForms()) {
    for (const fact of FACTS) entries.set(`${form.code}.${fact}`, form[fact].value);
    for (const list of ["boxes", "criteria", "unknown"] as const) {
      form[list].forEach((text, index) => entries.set(`${form.code}.${list}[${index}]`, text));
    }
    form.rules.forEach((rule, index) => entries.set(`${form.code}.rules[${index}]`, rule.value));
  }
  for (const row of evidenceTable("origin-criteria")) {
    entries.set(`origin-criteria ${row["cert_type"]}:${row["code"]}`, `${row["name_zh"]} · ${row["meaning_en"]}`);
  }
  return entries;
}

/** Our word for an evidence text of the tables. */
export function evidenceMark(text: string): "official" | "official-schema" | "third-party" | "inferred" {
  if (text.includes("official schema")) return "official-schema";
  if (/^\[?official/u.test(text)) return "official";
  return text.includes("third-party") ? "third-party" : "inferred";
}

/** `S3,S4` → `["S3", "S4"]`; words such as `ours` name no source. */
export function sourceIds(text: string): string[] {
  return text
    .split(",")
    .map((id) => id.trim())
    .filter((id) => /^S\d+$/u.test(id));
}
