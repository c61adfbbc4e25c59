// @generated from schemas/2018-07/exchange.wsdl, sha256 cb14f647; schemas/2018-07/goods.xsd, sha256 205c9814; schemas/2018-07/push.wsdl, sha256 babb5fc5. Do not edit: change the schema, run `pnpm generate`.

export * from "./goods.ts";
export * from "./services.ts";
