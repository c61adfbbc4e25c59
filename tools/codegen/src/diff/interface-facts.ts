import type { InterfaceFacts } from "@coo/evolution";
import type { Manifest } from "../manifest.ts";

/** What a manifest tells about an interface beside its documents: what the strings carry. */
export function interfaceFacts(manifest: Manifest | null): InterfaceFacts {
  if (manifest === null) return {};
  const payload = manifest.wire?.["payload"];
  const carrier = typeof payload === "string" ? payload : "escaped";
  const payloads: Record<
    string,
    { input: { root: string; carrier: string }; output: { root: string; carrier: string } }
  > = {};
  for (const [name, { request, response }] of Object.entries(manifest.operations))
    payloads[name] = { input: { root: request, carrier }, output: { root: response, carrier } };
  return { payloads, ...(manifest.signed === undefined ? {} : { signed: manifest.signed }) };
}
