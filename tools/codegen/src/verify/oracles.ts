// What judges verdicts about two sets of documents, for `verify` and for the suites that try the comparison.
export { type Focus, InstanceMaker } from "./instance-maker.ts";
export { Random } from "./random.ts";
export { JUDGE_NS, type JudgedRoot, type SchemaSet, writeSchemaSet } from "./schema-set.ts";
export { hasXerces, judgeByXerces, tellByXerces } from "./xerces.ts";
