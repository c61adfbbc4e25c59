export * from "./gen/2018-07/index.ts";
