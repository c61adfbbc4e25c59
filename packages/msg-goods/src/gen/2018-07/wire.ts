// @generated from schemas/2018-07/exchange.wsdl, sha256 cb14f647; schemas/2018-07/push.wsdl, sha256 babb5fc5. Do not edit: change the schema, run `pnpm generate`.
import { RequestHeadDescriptor, ResponseHeadDescriptor } from "@coo/msg-common/2018-07";
import type { ComplexDescriptor, SimpleDescriptor } from "@coo/soap/gen1";
import {
  ApplyGoodsFilingRequestDescriptor,
  ApplyGoodsFilingResponseDescriptor,
  PushGoodsFilingAuditResultRequestDescriptor,
  PushGoodsFilingAuditResultResponseDescriptor,
  QueryGoodsFilingRequestDescriptor,
  QueryGoodsFilingResponseDescriptor,
  SyncGoodsFilingsRequestDescriptor,
  SyncGoodsFilingsResponseDescriptor,
} from "./goods.ts";

const stringValue: SimpleDescriptor = { k: "simple", builtin: "string", js: "string", ws: "preserve" };

export const ApplyGoodsFilingWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "applyGoodsFiling",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "requestXml", name: "requestXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const ApplyGoodsFilingResponseWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "applyGoodsFilingResponse",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "responseXml", name: "responseXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const QueryGoodsFilingWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "queryGoodsFiling",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "requestXml", name: "requestXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const QueryGoodsFilingResponseWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "queryGoodsFilingResponse",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "responseXml", name: "responseXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const SyncGoodsFilingsWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "syncGoodsFilings",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "requestXml", name: "requestXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const SyncGoodsFilingsResponseWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "syncGoodsFilingsResponse",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "responseXml", name: "responseXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const ApplyGoodsFilingWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "applyGoodsFiling",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: RequestHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: ApplyGoodsFilingRequestDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const ApplyGoodsFilingResponseWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "applyGoodsFilingResponse",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: ResponseHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: ApplyGoodsFilingResponseDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const QueryGoodsFilingWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "queryGoodsFiling",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: RequestHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: QueryGoodsFilingRequestDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const QueryGoodsFilingResponseWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "queryGoodsFilingResponse",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: ResponseHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: QueryGoodsFilingResponseDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const SyncGoodsFilingsWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "syncGoodsFilings",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: RequestHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: SyncGoodsFilingsRequestDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const SyncGoodsFilingsResponseWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "syncGoodsFilingsResponse",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: ResponseHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: SyncGoodsFilingsResponseDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const PushGoodsFilingAuditResultWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "pushGoodsFilingAuditResult",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "requestXml", name: "requestXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const PushGoodsFilingAuditResultResponseWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "pushGoodsFilingAuditResultResponse",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "responseXml", name: "responseXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const PushGoodsFilingAuditResultWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "pushGoodsFilingAuditResult",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: RequestHeadDescriptor, min: 1, max: 1 },
      {
        k: "el",
        prop: "Body",
        name: "Body",
        ns: "",
        type: PushGoodsFilingAuditResultRequestDescriptor,
        min: 1,
        max: 1,
      },
    ],
    min: 1,
    max: 1,
  },
};

export const PushGoodsFilingAuditResultResponseWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "pushGoodsFilingAuditResultResponse",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: ResponseHeadDescriptor, min: 1, max: 1 },
      {
        k: "el",
        prop: "Body",
        name: "Body",
        ns: "",
        type: PushGoodsFilingAuditResultResponseDescriptor,
        min: 1,
        max: 1,
      },
    ],
    min: 1,
    max: 1,
  },
};
