import type { CodeListPlan } from "../plan.ts";
import { quote } from "./literal.ts";

/** Code lists as union types and tables. */
export function codeListLines(lists: readonly CodeListPlan[]): string[] {
  const lines = [
    "/** A code with its meaning in both languages. */",
    "export interface CodeListEntry<Code extends string> {",
    "  readonly code: Code;",
    "  readonly zh: string;",
    "  readonly en: string;",
    "}",
    "",
  ];
  for (const list of lists) {
    const codes = list.values.map((v) => quote(v.code));
    const doc = `Code list \`${list.id}\`${list.closed ? "" : "; open: other codes may come"}. 推断/inferred.`;
    const one = `export type ${list.typeName} = ${codes.join(" | ") || "never"};`;
    lines.push(`/** ${doc} */`);
    if (one.length <= 120) lines.push(one);
    else {
      lines.push(`export type ${list.typeName} =`);
      let row = "  ";
      codes.forEach((code, i) => {
        const piece = `| ${code}${i === codes.length - 1 ? ";" : " "}`;
        if (row.length + piece.length > 118) {
          lines.push(row.trimEnd());
          row = "  ";
        }
        row += piece;
      });
      lines.push(row.trimEnd());
    }
    lines.push("", `/** ${doc} */`, `export const ${list.valueName}: readonly CodeListEntry<${list.typeName}>[] = [`);
    for (const v of list.values) lines.push(`  { code: ${quote(v.code)}, zh: ${quote(v.zh)}, en: ${quote(v.en)} },`);
    lines.push("];", "");
  }
  return lines;
}
