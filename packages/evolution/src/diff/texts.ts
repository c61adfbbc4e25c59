import type { Annotation } from "@coo/wsdl";
import { type Finding, finding } from "./finding.ts";

/** All documentation of a component, white space folded. */
export function textOf(annotation: Annotation): string {
  return annotation.documentation
    .map((d) => d.text.replace(/\s+/g, " ").trim())
    .filter((t) => t !== "")
    .join(" / ");
}

/** Words by which an interface states rules that its schema does not carry. */
const CONTRACT_WORDS =
  /必填|选填|长度|编码|代码表|签名|加密|废弃|停用|变更为|不再|\b(?:required|optional|deprecated|length|format|sign)\b/iu;
const DEPRECATED = /废弃|停用|\bdeprecated\b/iu;

interface Documented {
  readonly at: Finding["oldAt"] & object;
  readonly annotation: Annotation;
}

/** What changed in the documentation of one component. */
export function documentationChanges(a: Documented, b: Documented, below = ""): Finding[] {
  const [old, now] = [textOf(a.annotation), textOf(b.annotation)];
  if (old === now) return [];
  const before = new Set(old.split(/[。;;.!?\n/]/));
  const changed = now
    .split(/[。;;.!?\n/]/)
    .filter((sentence) => !before.has(sentence))
    .join(" ");
  const id =
    DEPRECATED.test(now) && !DEPRECATED.test(old)
      ? "deprecation-marked"
      : DEPRECATED.test(old) && !DEPRECATED.test(now)
        ? "deprecation-unmarked"
        : CONTRACT_WORDS.test(changed)
          ? "documentation-contract-text"
          : "documentation-changed";
  return [finding(id, a, b, old, now, below)];
}
