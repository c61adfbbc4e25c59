import { gunzipSync, gzipSync } from "node:zlib";
import { SoapError } from "../errors.ts";

/** Compresses bytes with gzip. */
export function compress(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes);
}

/**
 * Inflates gzip.
 *
 * @throws {@link SoapError} `SOAP_TOO_LARGE` beyond `maxBytes`, `SOAP_PAYLOAD` when it is no gzip.
 */
export function inflate(bytes: Uint8Array, maxBytes: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes });
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ERR_BUFFER_TOO_LARGE") {
      throw new SoapError(
        "SOAP_TOO_LARGE",
        `the payload inflates to more than ${maxBytes} bytes (maxInflatedBytes)`,
        `报文解压后超过 ${maxBytes} 字节(maxInflatedBytes)`,
      );
    }
    throw new SoapError("SOAP_PAYLOAD", "the payload is no gzip", "报文不是 gzip 数据", { cause });
  }
}
