import type { Kind } from "./delivery-names.ts";

/** What a person answers where the files of a delivery leave it open; `cxf` has one optional element more, which the demo uses. */
export const ANSWERS: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  axis: {
    "operation:applyGeneralCertificate": "cdzSq",
    "element:MC": "name",
    "element:DZ": "address",
    "element:WJLX": "fileType",
    "element:WJNR": "content",
  },
  cxf: {
    "element:mediaType": "fileType",
    "element:postalAddress": "address",
    "element:includeApplication": "withDetail",
  },
  dotnet: {
    "element:IsSend": "sendAudit",
    "element:ApplyPlace": "applyAddress",
    "element:OriginRule": "originCriterion",
  },
};
