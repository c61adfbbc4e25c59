import type { ComplexPlan, MessagePlan, PackagePlan, ParticlePlan } from "../plan.ts";
import { labelOf } from "./doc.ts";
import { quote } from "./literal.ts";

/** Types that are looked at for one message: there can be more paths than anybody reads, with or without labels. */
const MAX_VISITS = 20_000;

/** The map from property paths to labels, one entry a line. */
export function labelLines(pkg: PackagePlan): string[] {
  const lines: string[] = [
    "/** Label of a field in both languages. */",
    "export interface FieldLabel {",
    "  readonly zh: string;",
    "  readonly en: string;",
    "}",
    "",
    "/** Labels by `Message.path`, without indices: `ApplyGoodsFilingRequest.materials.material.hsCode`. */",
    "export const labels: Readonly<Record<string, FieldLabel>> = {",
  ];
  const seen = new Set<string>();
  for (const file of pkg.files) {
    for (const message of file.messages) {
      if (message.type.k !== "complex" || seen.has(message.type.type.name)) continue;
      seen.add(message.type.type.name);
      for (const line of messageLabels(message)) lines.push(line);
    }
  }
  lines.push("};", "");
  return lines;
}

function messageLabels(message: MessagePlan): string[] {
  if (message.type.k !== "complex") return [];
  const lines: string[] = [];
  const add = (path: string, annotation: MessagePlan["annotation"]): void => {
    const { zh, en } = labelOf(annotation);
    if (zh !== "" || en !== "") lines.push(`  ${quote(path)}: { zh: ${quote(zh)}, en: ${quote(en)} },`);
  };
  const inside: ComplexPlan[] = [];
  let visits = 0;
  const walk = (type: ComplexPlan, path: string): void => {
    // A recursive type labels its first level.
    if (inside.includes(type) || inside.length > 12 || lines.length > 5000 || ++visits > MAX_VISITS) return;
    inside.push(type);
    for (const attr of type.attrs) add(`${path}.${attr.prop}`, attr.annotation);
    const visit = (p: ParticlePlan, at: string): void => {
      if (p.k === "el") {
        add(`${at}.${p.prop}`, p.annotation);
        if (p.type.k === "complex") walk(p.type.type, `${at}.${p.prop}`);
      } else if (p.k !== "any") {
        for (const item of p.items) visit(item, p.prop ? `${at}.${p.prop}` : at);
      }
    };
    if (type.content) visit(type.content, path);
    inside.pop();
  };
  walk(message.type.type, message.type.type.name);
  return lines;
}
