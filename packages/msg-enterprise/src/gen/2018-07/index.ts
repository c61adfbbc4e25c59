// @generated from schemas/2018-07/enterprise.xsd, sha256 b2e0e9a6; schemas/2018-07/exchange.wsdl, sha256 cb14f647; schemas/2018-07/push.wsdl, sha256 babb5fc5. Do not edit: change the schema, run `pnpm generate`.

export * from "./enterprise.ts";
export * from "./services.ts";
