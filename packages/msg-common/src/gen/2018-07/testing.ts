// @generated from schemas/2018-07/common.xsd, sha256 37e98f8c. Do not edit: change the schema, run `pnpm generate`.
import type { RequestHead, ResponseHead } from "./common.ts";

/** A complete valid {@link RequestHead} for tests; `overrides` replaces properties of it. */
export function buildRequestHead(overrides: Partial<RequestHead> = {}): RequestHead {
  const complete: RequestHead = {
    providerCode: "providerCode",
    service: "service",
    version: "version",
    messageId: "messageId",
    timestamp: "20180701080000",
    nonceStr: "nonceStr",
    signType: "signType",
    sign: "sign",
  };
  return { ...complete, ...overrides };
}

/** A complete valid {@link ResponseHead} for tests; `overrides` replaces properties of it. */
export function buildResponseHead(overrides: Partial<ResponseHead> = {}): ResponseHead {
  const complete: ResponseHead = {
    providerCode: "providerCode",
    messageId: "messageId",
    timestamp: "20180701080000",
    returnCode: "0000",
    returnMessage: "returnMessage",
    nonceStr: "nonceStr",
    signType: "signType",
    sign: "sign",
  };
  return { ...complete, ...overrides };
}
