import type { SoapVersion } from "./peer.ts";
import { Refusal } from "./server-job.ts";

/** Runs a method of a server of node-soap or strong-soap, which make a fault of what is thrown like this. */
export function soapFault(soapVersion: SoapVersion, method: () => object): object {
  try {
    return method();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw soapVersion === "1.2"
      ? { Fault: { Code: { Value: "soap:Sender" }, Reason: { Text: error.message }, statusCode: 400 } }
      : { Fault: { faultcode: "soap:Client", faultstring: error.message, statusCode: 500 } };
  }
}
