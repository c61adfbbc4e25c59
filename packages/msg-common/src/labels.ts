export * from "./gen/2018-07/labels.ts";
