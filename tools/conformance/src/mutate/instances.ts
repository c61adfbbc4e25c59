export { InstanceMaker } from "@coo/codegen/oracles";
