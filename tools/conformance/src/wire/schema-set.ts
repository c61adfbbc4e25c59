export { JUDGE_NS, type JudgedRoot, type SchemaSet, writeSchemaSet } from "@coo/codegen/oracles";
