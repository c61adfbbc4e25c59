export { Random } from "@coo/codegen/oracles";
