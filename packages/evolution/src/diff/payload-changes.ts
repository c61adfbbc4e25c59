import type { ElementDeclaration, Model, Type } from "@coo/wsdl";
import { finding } from "./finding.ts";
import type { BoundOperation, RootPair, WsdlFinding } from "./wsdl-differ.ts";

/** What the body, or a string in it, carries; documents of the web service do not tell. */
export interface Payload {
  /** `{ns}local` of the root: an element, or the type of what lies in an envelope of its own. */
  readonly root: string;
  /** How it is carried: `typed`, `escaped`, `cdata`, `base64` or another word, compared as it stands. */
  readonly carrier: string;
}

/** What is known of an interface beside its documents. */
export interface InterfaceFacts {
  /** By name of the operation. */
  readonly payloads?: Readonly<Record<string, { readonly input?: Payload; readonly output?: Payload }>>;
  /** `{ns}local` of elements and types that a signature covers. */
  readonly signed?: readonly string[];
}

/** The payload of an operation's message. */
export function payloadRoot(
  model: Model,
  facts: InterfaceFacts | undefined,
  operation: string,
  part: "input" | "output",
): ElementDeclaration | Type | undefined {
  const given = facts?.payloads?.[operation]?.[part];
  if (given === undefined) return undefined;
  return model.schemas.elements.get(given.root) ?? model.schemas.types.get(given.root);
}

/** Compares what operations carry; roots that stayed are compared as messages are. */
export function payloadChanges(
  a: Model,
  b: Model,
  facts: { readonly old: InterfaceFacts; readonly new: InterfaceFacts },
  pairs: readonly (readonly [BoundOperation, BoundOperation])[],
  renamed: (key: string) => string,
): { readonly findings: WsdlFinding[]; readonly roots: RootPair[] } {
  const findings: WsdlFinding[] = [];
  const roots: RootPair[] = [];
  for (const [o, p] of pairs) {
    for (const part of ["input", "output"] as const) {
      const [x, y] = [facts.old.payloads?.[o.name]?.[part], facts.new.payloads?.[p.name]?.[part]];
      if (x === undefined || y === undefined) continue;
      const note = (id: string, old: string, now: string): void =>
        void findings.push({
          finding: finding(id, o.operation, p.operation, old, now),
          component: o.key,
          operation: o.key,
          part,
        });
      if (x.carrier !== y.carrier) note("payload-encoding-changed", x.carrier, y.carrier);
      const [m, n] = [payloadRoot(a, facts.old, o.name, part), payloadRoot(b, facts.new, p.name, part)];
      if (renamed(x.root) !== y.root) note("payload-root-remapped", x.root, y.root);
      else if (m !== undefined && n !== undefined) roots.push({ operation: o.key, part, a: m, b: n });
    }
  }
  return { findings, roots };
}
