// @generated from schemas/2018-07/document.xsd, sha256 da3733b1; schemas/2018-07/exchange.wsdl, sha256 cb14f647; schemas/2018-07/push.wsdl, sha256 babb5fc5. Do not edit: change the schema, run `pnpm generate`.

export * from "./document.ts";
export * from "./services.ts";
