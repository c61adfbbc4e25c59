// @generated from weather.wsdl, sha256 f17b5a2e. Do not edit: change the schema, run `coo-codegen`.

export * from "./services.ts";
export * from "./weather.ts";
