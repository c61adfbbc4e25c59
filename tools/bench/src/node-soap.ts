import { fileURLToPath } from "node:url";
import { type Client, createClientAsync } from "soap";
import { type Certificate, operation } from "./messages.ts";

/** The reference edition's WSDL as a file name. */
export const WSDL_FILE = fileURLToPath(new URL("../../../schemas/2018-07/exchange.wsdl", import.meta.url));
export const SERVICE = "ExchangeService";
export const TYPED_PORT = "ExchangeTyped";

/** node-soap as a codec of the typed shape, without its HTTP client. */
export interface NodeSoapCodec {
  /** Reads a whole envelope as its server does, and gives the Body. */
  decode(envelope: Buffer): unknown;
  /** Writes the wrapper element with the Body as its client does. */
  encode(certificate: Certificate): string;
}

/** What node-soap keeps of a message of its WSDL. */
interface Input {
  readonly $name: string;
  readonly $type?: string;
  readonly $lookupType?: string;
  readonly targetNSAlias: string;
  readonly targetNamespace: string;
}

export async function nodeSoapCodec(): Promise<NodeSoapCodec> {
  const { wsdl }: Client = await createClientAsync(WSDL_FILE);
  const portType = wsdl.definitions.portTypes[`${TYPED_PORT}PortType`];
  const input = portType?.methods[operation.name]?.input as unknown as Input | undefined;
  if (input === undefined) throw new Error(`node-soap has no ${operation.name}`);
  return {
    decode: (envelope) => wsdl.xmlToObject(envelope.toString("utf8")).Body[operation.name].Body,
    encode: (certificate) =>
      wsdl.objectToDocumentXML(
        input.$name,
        { Body: certificate },
        input.targetNSAlias,
        input.targetNamespace,
        input.$type ?? input.$lookupType,
      ),
  };
}
