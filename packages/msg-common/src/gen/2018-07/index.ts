// @generated from schemas/2018-07/common.xsd, sha256 37e98f8c. Do not edit: change the schema, run `pnpm generate`.

export * from "./code-lists.ts";
export * from "./common.ts";
