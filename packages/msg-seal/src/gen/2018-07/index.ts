// @generated from schemas/2018-07/exchange.wsdl, sha256 cb14f647; schemas/2018-07/push.wsdl, sha256 babb5fc5; schemas/2018-07/seal.xsd, sha256 6f859534. Do not edit: change the schema, run `pnpm generate`.

export * from "./seal.ts";
export * from "./services.ts";
