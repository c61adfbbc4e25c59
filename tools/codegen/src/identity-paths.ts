import type { IdentityConstraint } from "@coo/wsdl";

/** A path of an identity constraint, taken apart; the same words as in descriptors. */
export interface PathPlan {
  readonly deep?: true;
  readonly steps: readonly { readonly name: string; readonly ns: string }[];
  readonly attribute?: { readonly name: string; readonly ns: string };
}

/** An identity constraint with its paths taken apart. */
export interface IdentityPlan {
  readonly kind: "key" | "unique" | "keyref";
  readonly name: string;
  readonly refer?: string;
  readonly selector: readonly PathPlan[];
  readonly fields: readonly (readonly PathPlan[])[];
}

/** Takes the paths of a constraint apart; the loader has checked their grammar. */
export function identityPlan(constraint: IdentityConstraint): IdentityPlan {
  const { kind, name, refer, prefixes } = constraint;
  return {
    kind,
    name: `{${name.ns}}${name.local}`,
    ...(refer ? { refer: `{${refer.ns}}${refer.local}` } : {}),
    selector: pathsOf(constraint.selector, prefixes),
    fields: constraint.fields.map((field) => pathsOf(field, prefixes)),
  };
}

function pathsOf(text: string, prefixes: Readonly<Record<string, string>>): PathPlan[] {
  return text.split("|").map((alternative) => {
    let rest = alternative.replace(/\s+/g, "");
    const deep = rest.startsWith(".//");
    if (deep) rest = rest.slice(3);
    const steps: { name: string; ns: string }[] = [];
    let attribute: { name: string; ns: string } | undefined;
    for (const step of rest.split("/")) {
      const named = /^(?:@|attribute::)(.+)$/s.exec(step);
      if (named) attribute = nameTest(named[1] as string, prefixes);
      else if (step !== "." && step !== "") steps.push(nameTest(step.replace(/^child::/, ""), prefixes));
    }
    return { ...(deep ? { deep } : {}), steps, ...(attribute ? { attribute } : {}) };
  });
}

/** Names without a prefix are in no namespace, as XPath 1.0 has it. */
function nameTest(text: string, prefixes: Readonly<Record<string, string>>): { name: string; ns: string } {
  if (text === "*") return { name: "*", ns: "*" };
  const colon = text.indexOf(":");
  if (colon < 0) return { name: text, ns: "" };
  return { name: text.slice(colon + 1), ns: prefixes[text.slice(0, colon)] ?? "" };
}
