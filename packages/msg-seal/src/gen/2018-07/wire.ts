// @generated from schemas/2018-07/exchange.wsdl, sha256 cb14f647; schemas/2018-07/push.wsdl, sha256 babb5fc5. Do not edit: change the schema, run `pnpm generate`.
import { RequestHeadDescriptor, ResponseHeadDescriptor } from "@coo/msg-common/2018-07";
import type { ComplexDescriptor, SimpleDescriptor } from "@coo/soap/gen1";
import {
  ApplySealSignatureRequestDescriptor,
  ApplySealSignatureResponseDescriptor,
  PushSealSignatureAuditResultRequestDescriptor,
  PushSealSignatureAuditResultResponseDescriptor,
  QuerySealSignatureRequestDescriptor,
  QuerySealSignatureResponseDescriptor,
} from "./seal.ts";

const stringValue: SimpleDescriptor = { k: "simple", builtin: "string", js: "string", ws: "preserve" };

export const ApplySealSignatureWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "applySealSignature",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "requestXml", name: "requestXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const ApplySealSignatureResponseWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "applySealSignatureResponse",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "responseXml", name: "responseXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const QuerySealSignatureWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "querySealSignature",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "requestXml", name: "requestXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const QuerySealSignatureResponseWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "querySealSignatureResponse",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "responseXml", name: "responseXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const ApplySealSignatureWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "applySealSignature",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: RequestHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: ApplySealSignatureRequestDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const ApplySealSignatureResponseWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "applySealSignatureResponse",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: ResponseHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: ApplySealSignatureResponseDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const QuerySealSignatureWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "querySealSignature",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: RequestHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: QuerySealSignatureRequestDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const QuerySealSignatureResponseWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "querySealSignatureResponse",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: ResponseHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: QuerySealSignatureResponseDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const PushSealSignatureAuditResultWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "pushSealSignatureAuditResult",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "requestXml", name: "requestXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const PushSealSignatureAuditResultResponseWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "pushSealSignatureAuditResultResponse",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "responseXml", name: "responseXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const PushSealSignatureAuditResultWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "pushSealSignatureAuditResult",
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
        type: PushSealSignatureAuditResultRequestDescriptor,
        min: 1,
        max: 1,
      },
    ],
    min: 1,
    max: 1,
  },
};

export const PushSealSignatureAuditResultResponseWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "pushSealSignatureAuditResultResponse",
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
        type: PushSealSignatureAuditResultResponseDescriptor,
        min: 1,
        max: 1,
      },
    ],
    min: 1,
    max: 1,
  },
};
