import type { CompareOptions, PackageMap } from "@coo/evolution";
import type { Model } from "@coo/wsdl";
import type { Manifest } from "../manifest.ts";
import { interfaceFacts } from "./interface-facts.ts";

/** What the manifests of two sets tell about how to compare them. */
export function comparisonOf(
  [old, now]: readonly [Manifest | null, Manifest | null],
  models: readonly [Model, Model],
): CompareOptions {
  const packages = old === null || now === null ? null : { old: packageMap(old), new: packageMap(now) };
  return {
    facts: { old: interfaceFacts(old), new: interfaceFacts(now) },
    pushed: [...new Set([...pushedPortTypes(old, models[0]), ...pushedPortTypes(now, models[1])])].sort(),
    tolerant: now?.reader === "tolerant",
    cause: now?.cause ?? "announced",
    ...(packages === null ? {} : { packages }),
    // They speak of the edition before, and of no other.
    ...(now?.renames !== undefined && old !== null && old.edition === (now.after ?? old.edition)
      ? { renames: now.renames }
      : {}),
  };
}

function packageMap(manifest: Manifest): PackageMap {
  const entries = Object.values(manifest.namespaces);
  const ofArea = (area: string): string | undefined => entries.find((e) => e.area === area)?.package;
  const operations = Object.entries(manifest.operations).flatMap(([name, { area }]) => {
    const found = ofArea(area);
    return found === undefined ? [] : [[name, found] as const];
  });
  return {
    namespaces: Object.fromEntries(Object.entries(manifest.namespaces).map(([ns, e]) => [ns, e.package])),
    operations: Object.fromEntries(operations),
  };
}

/** Port types all of whose operations are pushed to us. */
function pushedPortTypes(manifest: Manifest | null, model: Model): string[] {
  if (manifest === null) return [];
  return [...model.portTypes.values()]
    .filter((p) => p.operations.length > 0 && p.operations.every((o) => isPush(manifest, o.name)))
    .map((p) => p.name.local);
}

function isPush(manifest: Manifest, operation: string): boolean {
  return Object.hasOwn(manifest.operations, operation) && manifest.operations[operation]?.direction === "push";
}
