// @generated from schemas/2018-07/exchange.wsdl, sha256 cb14f647; schemas/2018-07/push.wsdl, sha256 babb5fc5. Do not edit: change the schema, run `pnpm generate`.
import { RequestHeadDescriptor, ResponseHeadDescriptor } from "@coo/msg-common/2018-07";
import type { ComplexDescriptor, SimpleDescriptor } from "@coo/soap/gen1";
import {
  QueryBranchesRequestDescriptor,
  QueryBranchesResponseDescriptor,
  SyncEnterpriseFilingRequestDescriptor,
  SyncEnterpriseFilingResponseDescriptor,
  VerifyEnterpriseRegistrationRequestDescriptor,
  VerifyEnterpriseRegistrationResponseDescriptor,
} from "./enterprise.ts";

const stringValue: SimpleDescriptor = { k: "simple", builtin: "string", js: "string", ws: "preserve" };

export const QueryBranchesWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "queryBranches",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "requestXml", name: "requestXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const QueryBranchesResponseWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "queryBranchesResponse",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "responseXml", name: "responseXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const VerifyEnterpriseRegistrationWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "verifyEnterpriseRegistration",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "requestXml", name: "requestXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const VerifyEnterpriseRegistrationResponseWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "verifyEnterpriseRegistrationResponse",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "responseXml", name: "responseXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const SyncEnterpriseFilingWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "syncEnterpriseFiling",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "requestXml", name: "requestXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const SyncEnterpriseFilingResponseWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "syncEnterpriseFilingResponse",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "responseXml", name: "responseXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const QueryBranchesWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "queryBranches",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: RequestHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: QueryBranchesRequestDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const QueryBranchesResponseWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "queryBranchesResponse",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: ResponseHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: QueryBranchesResponseDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const VerifyEnterpriseRegistrationWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "verifyEnterpriseRegistration",
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
        type: VerifyEnterpriseRegistrationRequestDescriptor,
        min: 1,
        max: 1,
      },
    ],
    min: 1,
    max: 1,
  },
};

export const VerifyEnterpriseRegistrationResponseWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "verifyEnterpriseRegistrationResponse",
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
        type: VerifyEnterpriseRegistrationResponseDescriptor,
        min: 1,
        max: 1,
      },
    ],
    min: 1,
    max: 1,
  },
};

export const SyncEnterpriseFilingWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "syncEnterpriseFiling",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: RequestHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: SyncEnterpriseFilingRequestDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const SyncEnterpriseFilingResponseWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "syncEnterpriseFilingResponse",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: ResponseHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: SyncEnterpriseFilingResponseDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};
