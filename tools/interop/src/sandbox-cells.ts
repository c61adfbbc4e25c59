import { createSandbox } from "@coo/sandbox";
import { CALLS } from "./calls.ts";
import { CLIENT_STACKS, type ClientStack } from "./client-stacks.ts";
import type { Cell } from "./matrix.ts";
import type { Outcome, Shape, SoapVersion } from "./peer.ts";
import { runCalls } from "./run-calls.ts";
import { each, portName } from "./shapes.ts";

/** A foreign client against a fresh sandbox on a port of this machine, which also serves the WSDL. */
async function againstSandbox(
  { open, signatureOf, sight }: ClientStack,
  shape: Shape,
  soapVersion: SoapVersion,
): Promise<readonly Outcome[]> {
  const sandbox = createSandbox({ policy: "auto-approve", seed: "interop", signature: signatureOf(shape) });
  try {
    const { url } = await sandbox.listen(0);
    const port = portName("Exchange", shape, soapVersion);
    const { providerCode, key } = sandbox.credentials;
    const peer = await open({
      wsdl: `${url}/services/exchange?wsdl`,
      service: "ExchangeService",
      port,
      address: `${url}/services/exchange/${port.slice("Exchange".length).toLowerCase()}`,
      shape,
      soapVersion,
      providerCode,
      key: String(key),
    });
    try {
      return await runCalls(sandbox, peer, shape, soapVersion, sight(shape));
    } finally {
      await peer.close();
    }
  } finally {
    await sandbox.close();
  }
}

/** Foreign clients against the sandbox. */
export const sandboxCells: readonly Cell[] = CLIENT_STACKS.flatMap((client) =>
  each(
    (shape, soapVersion): Cell => ({
      stack: client.stack,
      pair: "client → our sandbox",
      shape,
      soapVersion,
      signing: client.signing(shape),
      messages: CALLS.length,
      run: () => againstSandbox(client, shape, soapVersion),
    }),
  ),
);
