export { type Focus, InstanceMaker } from "@coo/codegen/oracles";
