import { createSandbox } from "@coo/sandbox";
import { CALLS } from "./calls.ts";
import type { Cell } from "./matrix.ts";
import { nodeSoapPeer, nodeSoapSight } from "./node-soap-peer.ts";
import type { Outcome, Peer, Shape, SoapVersion } from "./peer.ts";
import { phpPeer } from "./php-peer.ts";
import { CLEAR_SIGHT, runCalls, type Sight } from "./run-calls.ts";
import { each, portName } from "./shapes.ts";
import { leavesOf } from "./texts.ts";
import { zeepPeer } from "./zeep-peer.ts";

interface Place {
  readonly wsdl: string;
  readonly port: string;
  readonly address: string;
  readonly providerCode: string;
  readonly key: string;
}

/** A foreign client against a fresh sandbox on a port of this machine, which also serves the WSDL. */
async function againstSandbox(
  shape: Shape,
  soapVersion: SoapVersion,
  signature: "P1" | "http-header",
  open: (place: Place) => Promise<Peer>,
  sight: Sight,
): Promise<readonly Outcome[]> {
  const sandbox = createSandbox({ policy: "auto-approve", seed: "interop", signature });
  try {
    const { url } = await sandbox.listen(0);
    const port = portName("Exchange", shape, soapVersion);
    const { providerCode, key } = sandbox.credentials;
    const peer = await open({
      wsdl: `${url}/services/exchange?wsdl`,
      port,
      address: `${url}/services/exchange/${port.slice("Exchange".length).toLowerCase()}`,
      providerCode,
      key: String(key),
    });
    try {
      return await runCalls(sandbox, peer, shape, soapVersion, sight);
    } finally {
      await peer.close();
    }
  } finally {
    await sandbox.close();
  }
}

/** zeep has None for nil, for an empty text and for an absent element: those are not compared. */
const told = (leaves: readonly string[]): readonly string[] =>
  leaves.filter((leaf) => !leaf.endsWith("=(nil)") && !leaf.endsWith("="));
const zeepSight: Sight = { expected: (texts) => told(leavesOf(texts)), found: told };

/** Foreign clients against the sandbox. */
export const sandboxCells: readonly Cell[] = [
  ...each(
    (shape, soapVersion): Cell => ({
      stack: "zeep",
      pair: "client → our sandbox",
      shape,
      soapVersion,
      signing: shape === "string" ? "P1 in Python" : "P1 in Python (plug-in egress)",
      messages: CALLS.length,
      run: () => againstSandbox(shape, soapVersion, "P1", (place) => zeepPeer({ ...place, shape }), zeepSight),
    }),
  ),
  ...each(
    (shape, soapVersion): Cell => ({
      stack: "node-soap",
      pair: "client → our sandbox",
      shape,
      soapVersion,
      signing: shape === "string" ? "P1 by @coo/sign/node-soap" : "http-header by @coo/sign/node-soap",
      messages: CALLS.length,
      run: () =>
        againstSandbox(
          shape,
          soapVersion,
          shape === "string" ? "P1" : "http-header",
          (place) => nodeSoapPeer({ ...place, service: "ExchangeService", shape, soapVersion }),
          shape === "string" ? CLEAR_SIGHT : nodeSoapSight,
        ),
    }),
  ),
  ...each(
    (shape, soapVersion): Cell => ({
      stack: "php",
      pair: "client → our sandbox",
      shape,
      soapVersion,
      signing: "P1 in PHP",
      messages: CALLS.length,
      run: () =>
        againstSandbox(shape, soapVersion, "P1", (place) => phpPeer({ ...place, shape, soapVersion }), CLEAR_SIGHT),
    }),
  ),
];
