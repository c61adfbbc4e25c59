// @generated from schemas/2018-07/exchange.wsdl, sha256 cb14f647; schemas/2018-07/push.wsdl, sha256 babb5fc5. Do not edit: change the schema, run `pnpm generate`.
import { RequestHeadDescriptor, ResponseHeadDescriptor } from "@coo/msg-common/2018-07";
import type { ComplexDescriptor, SimpleDescriptor } from "@coo/soap/gen1";
import {
  ApplyGeneralCertificateRequestDescriptor,
  ApplyGeneralCertificateResponseDescriptor,
  ApplyPreferentialCertificateRequestDescriptor,
  ApplyPreferentialCertificateResponseDescriptor,
  PreviewDocumentRequestDescriptor,
  PreviewDocumentResponseDescriptor,
  PrintDocumentRequestDescriptor,
  PrintDocumentResponseDescriptor,
  PushDocumentAuditResultRequestDescriptor,
  PushDocumentAuditResultResponseDescriptor,
  PushDocumentPrintStatusRequestDescriptor,
  PushDocumentPrintStatusResponseDescriptor,
  QueryDocumentRequestDescriptor,
  QueryDocumentResponseDescriptor,
  SyncDocumentsRequestDescriptor,
  SyncDocumentsResponseDescriptor,
} from "./document.ts";

const stringValue: SimpleDescriptor = { k: "simple", builtin: "string", js: "string", ws: "preserve" };

export const ApplyGeneralCertificateWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "applyGeneralCertificate",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "requestXml", name: "requestXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const ApplyGeneralCertificateResponseWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "applyGeneralCertificateResponse",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "responseXml", name: "responseXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const ApplyPreferentialCertificateWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "applyPreferentialCertificate",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "requestXml", name: "requestXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const ApplyPreferentialCertificateResponseWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "applyPreferentialCertificateResponse",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "responseXml", name: "responseXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const QueryDocumentWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "queryDocument",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "requestXml", name: "requestXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const QueryDocumentResponseWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "queryDocumentResponse",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "responseXml", name: "responseXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const SyncDocumentsWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "syncDocuments",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "requestXml", name: "requestXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const SyncDocumentsResponseWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "syncDocumentsResponse",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "responseXml", name: "responseXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const PrintDocumentWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "printDocument",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "requestXml", name: "requestXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const PrintDocumentResponseWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "printDocumentResponse",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "responseXml", name: "responseXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const PreviewDocumentWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "previewDocument",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "requestXml", name: "requestXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const PreviewDocumentResponseWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "previewDocumentResponse",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "responseXml", name: "responseXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const ApplyGeneralCertificateWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "applyGeneralCertificate",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: RequestHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: ApplyGeneralCertificateRequestDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const ApplyGeneralCertificateResponseWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "applyGeneralCertificateResponse",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: ResponseHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: ApplyGeneralCertificateResponseDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const ApplyPreferentialCertificateWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "applyPreferentialCertificate",
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
        type: ApplyPreferentialCertificateRequestDescriptor,
        min: 1,
        max: 1,
      },
    ],
    min: 1,
    max: 1,
  },
};

export const ApplyPreferentialCertificateResponseWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "applyPreferentialCertificateResponse",
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
        type: ApplyPreferentialCertificateResponseDescriptor,
        min: 1,
        max: 1,
      },
    ],
    min: 1,
    max: 1,
  },
};

export const QueryDocumentWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "queryDocument",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: RequestHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: QueryDocumentRequestDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const QueryDocumentResponseWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "queryDocumentResponse",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: ResponseHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: QueryDocumentResponseDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const SyncDocumentsWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "syncDocuments",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: RequestHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: SyncDocumentsRequestDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const SyncDocumentsResponseWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "syncDocumentsResponse",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: ResponseHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: SyncDocumentsResponseDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const PrintDocumentWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "printDocument",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: RequestHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: PrintDocumentRequestDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const PrintDocumentResponseWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "printDocumentResponse",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: ResponseHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: PrintDocumentResponseDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const PreviewDocumentWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "previewDocument",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: RequestHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: PreviewDocumentRequestDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const PreviewDocumentResponseWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "previewDocumentResponse",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: ResponseHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: PreviewDocumentResponseDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const PushDocumentAuditResultWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "pushDocumentAuditResult",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "requestXml", name: "requestXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const PushDocumentAuditResultResponseWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "pushDocumentAuditResultResponse",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "responseXml", name: "responseXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const PushDocumentPrintStatusWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "pushDocumentPrintStatus",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "requestXml", name: "requestXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const PushDocumentPrintStatusResponseWrapperDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "pushDocumentPrintStatusResponse",
  ns: "urn:example:ccpit-coo:reference:v1",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "responseXml", name: "responseXml", ns: "", type: stringValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const PushDocumentAuditResultWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "pushDocumentAuditResult",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: RequestHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: PushDocumentAuditResultRequestDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const PushDocumentAuditResultResponseWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "pushDocumentAuditResultResponse",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: ResponseHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: PushDocumentAuditResultResponseDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const PushDocumentPrintStatusWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "pushDocumentPrintStatus",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: RequestHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: PushDocumentPrintStatusRequestDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const PushDocumentPrintStatusResponseWrapperTypedDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "pushDocumentPrintStatusResponse",
  ns: "urn:example:ccpit-coo:reference:v1:typed",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "Head", name: "Head", ns: "", type: ResponseHeadDescriptor, min: 1, max: 1 },
      { k: "el", prop: "Body", name: "Body", ns: "", type: PushDocumentPrintStatusResponseDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};
