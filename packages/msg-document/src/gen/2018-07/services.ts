// @generated from schemas/2018-07/exchange.wsdl, sha256 cb14f647; schemas/2018-07/push.wsdl, sha256 babb5fc5. Do not edit: change the schema, run `pnpm generate`.
import type { OperationDescriptor, ServiceDescriptor } from "@coo/soap/gen1";
import {
  ApplyGeneralCertificateRequestMessage,
  ApplyGeneralCertificateResponseMessage,
  ApplyPreferentialCertificateRequestMessage,
  ApplyPreferentialCertificateResponseMessage,
  PreviewDocumentRequestMessage,
  PreviewDocumentResponseMessage,
  PrintDocumentRequestMessage,
  PrintDocumentResponseMessage,
  PushDocumentAuditResultRequestMessage,
  PushDocumentAuditResultResponseMessage,
  PushDocumentPrintStatusRequestMessage,
  PushDocumentPrintStatusResponseMessage,
  QueryDocumentRequestMessage,
  QueryDocumentResponseMessage,
  SyncDocumentsRequestMessage,
  SyncDocumentsResponseMessage,
  type ApplyGeneralCertificateRequest,
  type ApplyGeneralCertificateResponse,
  type ApplyPreferentialCertificateRequest,
  type ApplyPreferentialCertificateResponse,
  type PreviewDocumentRequest,
  type PreviewDocumentResponse,
  type PrintDocumentRequest,
  type PrintDocumentResponse,
  type PushDocumentAuditResultRequest,
  type PushDocumentAuditResultResponse,
  type PushDocumentPrintStatusRequest,
  type PushDocumentPrintStatusResponse,
  type QueryDocumentRequest,
  type QueryDocumentResponse,
  type SyncDocumentsRequest,
  type SyncDocumentsResponse,
} from "./document.ts";
import {
  ApplyGeneralCertificateResponseWrapperDescriptor,
  ApplyGeneralCertificateResponseWrapperTypedDescriptor,
  ApplyGeneralCertificateWrapperDescriptor,
  ApplyGeneralCertificateWrapperTypedDescriptor,
  ApplyPreferentialCertificateResponseWrapperDescriptor,
  ApplyPreferentialCertificateResponseWrapperTypedDescriptor,
  ApplyPreferentialCertificateWrapperDescriptor,
  ApplyPreferentialCertificateWrapperTypedDescriptor,
  PreviewDocumentResponseWrapperDescriptor,
  PreviewDocumentResponseWrapperTypedDescriptor,
  PreviewDocumentWrapperDescriptor,
  PreviewDocumentWrapperTypedDescriptor,
  PrintDocumentResponseWrapperDescriptor,
  PrintDocumentResponseWrapperTypedDescriptor,
  PrintDocumentWrapperDescriptor,
  PrintDocumentWrapperTypedDescriptor,
  PushDocumentAuditResultResponseWrapperDescriptor,
  PushDocumentAuditResultResponseWrapperTypedDescriptor,
  PushDocumentAuditResultWrapperDescriptor,
  PushDocumentAuditResultWrapperTypedDescriptor,
  PushDocumentPrintStatusResponseWrapperDescriptor,
  PushDocumentPrintStatusResponseWrapperTypedDescriptor,
  PushDocumentPrintStatusWrapperDescriptor,
  PushDocumentPrintStatusWrapperTypedDescriptor,
  QueryDocumentResponseWrapperDescriptor,
  QueryDocumentResponseWrapperTypedDescriptor,
  QueryDocumentWrapperDescriptor,
  QueryDocumentWrapperTypedDescriptor,
  SyncDocumentsResponseWrapperDescriptor,
  SyncDocumentsResponseWrapperTypedDescriptor,
  SyncDocumentsWrapperDescriptor,
  SyncDocumentsWrapperTypedDescriptor,
} from "./wire.ts";

/** Service documents: what a client or receiver is given. */
export const documents: ServiceDescriptor<{
  /** 一般原产地证申请 · General (non-preferential) certificate application; interface 4, standard. */
  applyGeneralCertificate: OperationDescriptor<ApplyGeneralCertificateRequest, ApplyGeneralCertificateResponse, "call">;
  /** 优惠原产地证申请 · Preferential certificate application; interface 5, standard. */
  applyPreferentialCertificate: OperationDescriptor<ApplyPreferentialCertificateRequest, ApplyPreferentialCertificateResponse, "call">;
  /** 单证审核结果推送 · Document audit-result push; interface 7, standard, we receive it. */
  pushDocumentAuditResult: OperationDescriptor<PushDocumentAuditResultRequest, PushDocumentAuditResultResponse, "push">;
  /** 单证查询 · Document query; interface 9, standard. */
  queryDocument: OperationDescriptor<QueryDocumentRequest, QueryDocumentResponse, "call">;
  /** 单证同步 · Document synchronisation; interface 11, non-standard. */
  syncDocuments: OperationDescriptor<SyncDocumentsRequest, SyncDocumentsResponse, "call">;
  /** 单证打印 · Document print; interface 13, standard. */
  printDocument: OperationDescriptor<PrintDocumentRequest, PrintDocumentResponse, "call">;
  /** 单证预览 · Document preview; interface 14, standard. */
  previewDocument: OperationDescriptor<PreviewDocumentRequest, PreviewDocumentResponse, "call">;
  /** 单证打印状态推送 · Document print-status push; interface 15, standard, we receive it. */
  pushDocumentPrintStatus: OperationDescriptor<PushDocumentPrintStatusRequest, PushDocumentPrintStatusResponse, "push">;
}> = {
  k: "service",
  name: "documents",
  edition: "2018-07",
  namespace: "urn:example:ccpit-coo:reference:v1",
  operations: {
    applyGeneralCertificate: {
      k: "operation",
      name: "applyGeneralCertificate",
      direction: "call",
      no: 4,
      nameZh: "一般原产地证申请",
      nameEn: "General (non-preferential) certificate application",
      kind: "standard",
      effect: "write",
      request: ApplyGeneralCertificateRequestMessage,
      response: ApplyGeneralCertificateResponseMessage,
      bindings: [
        {
          port: "ExchangeString",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "applyGeneralCertificate",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "applyGeneralCertificate", ns: "urn:example:ccpit-coo:reference:v1" },
                type: ApplyGeneralCertificateWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "applyGeneralCertificateResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "applyGeneralCertificateResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: ApplyGeneralCertificateResponseWrapperDescriptor,
              },
            ],
          },
          shape: "string",
        },
        {
          port: "ExchangeString12",
          soapVersion: "1.2",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "applyGeneralCertificate",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "applyGeneralCertificate", ns: "urn:example:ccpit-coo:reference:v1" },
                type: ApplyGeneralCertificateWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "applyGeneralCertificateResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "applyGeneralCertificateResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: ApplyGeneralCertificateResponseWrapperDescriptor,
              },
            ],
          },
          shape: "string",
        },
        {
          port: "ExchangeTyped",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "applyGeneralCertificate",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "applyGeneralCertificate", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: ApplyGeneralCertificateWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "applyGeneralCertificateResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "applyGeneralCertificateResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: ApplyGeneralCertificateResponseWrapperTypedDescriptor,
              },
            ],
          },
          shape: "typed",
        },
        {
          port: "ExchangeTyped12",
          soapVersion: "1.2",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "applyGeneralCertificate",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "applyGeneralCertificate", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: ApplyGeneralCertificateWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "applyGeneralCertificateResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "applyGeneralCertificateResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: ApplyGeneralCertificateResponseWrapperTypedDescriptor,
              },
            ],
          },
          shape: "typed",
        },
      ],
    },
    applyPreferentialCertificate: {
      k: "operation",
      name: "applyPreferentialCertificate",
      direction: "call",
      no: 5,
      nameZh: "优惠原产地证申请",
      nameEn: "Preferential certificate application",
      kind: "standard",
      effect: "write",
      request: ApplyPreferentialCertificateRequestMessage,
      response: ApplyPreferentialCertificateResponseMessage,
      bindings: [
        {
          port: "ExchangeString",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "applyPreferentialCertificate",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "applyPreferentialCertificate", ns: "urn:example:ccpit-coo:reference:v1" },
                type: ApplyPreferentialCertificateWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "applyPreferentialCertificateResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "applyPreferentialCertificateResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: ApplyPreferentialCertificateResponseWrapperDescriptor,
              },
            ],
          },
          shape: "string",
        },
        {
          port: "ExchangeString12",
          soapVersion: "1.2",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "applyPreferentialCertificate",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "applyPreferentialCertificate", ns: "urn:example:ccpit-coo:reference:v1" },
                type: ApplyPreferentialCertificateWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "applyPreferentialCertificateResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "applyPreferentialCertificateResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: ApplyPreferentialCertificateResponseWrapperDescriptor,
              },
            ],
          },
          shape: "string",
        },
        {
          port: "ExchangeTyped",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "applyPreferentialCertificate",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "applyPreferentialCertificate", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: ApplyPreferentialCertificateWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "applyPreferentialCertificateResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: {
                  name: "applyPreferentialCertificateResponse",
                  ns: "urn:example:ccpit-coo:reference:v1:typed",
                },
                type: ApplyPreferentialCertificateResponseWrapperTypedDescriptor,
              },
            ],
          },
          shape: "typed",
        },
        {
          port: "ExchangeTyped12",
          soapVersion: "1.2",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "applyPreferentialCertificate",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "applyPreferentialCertificate", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: ApplyPreferentialCertificateWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "applyPreferentialCertificateResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: {
                  name: "applyPreferentialCertificateResponse",
                  ns: "urn:example:ccpit-coo:reference:v1:typed",
                },
                type: ApplyPreferentialCertificateResponseWrapperTypedDescriptor,
              },
            ],
          },
          shape: "typed",
        },
      ],
    },
    pushDocumentAuditResult: {
      k: "operation",
      name: "pushDocumentAuditResult",
      direction: "push",
      no: 7,
      nameZh: "单证审核结果推送",
      nameEn: "Document audit-result push",
      kind: "standard",
      effect: "write",
      request: PushDocumentAuditResultRequestMessage,
      response: PushDocumentAuditResultResponseMessage,
      bindings: [
        {
          port: "PushString",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "pushDocumentAuditResult",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "pushDocumentAuditResult", ns: "urn:example:ccpit-coo:reference:v1" },
                type: PushDocumentAuditResultWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "pushDocumentAuditResultResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "pushDocumentAuditResultResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: PushDocumentAuditResultResponseWrapperDescriptor,
              },
            ],
          },
          shape: "string",
        },
        {
          port: "PushString12",
          soapVersion: "1.2",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "pushDocumentAuditResult",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "pushDocumentAuditResult", ns: "urn:example:ccpit-coo:reference:v1" },
                type: PushDocumentAuditResultWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "pushDocumentAuditResultResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "pushDocumentAuditResultResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: PushDocumentAuditResultResponseWrapperDescriptor,
              },
            ],
          },
          shape: "string",
        },
        {
          port: "PushTyped",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "pushDocumentAuditResult",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "pushDocumentAuditResult", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: PushDocumentAuditResultWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "pushDocumentAuditResultResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "pushDocumentAuditResultResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: PushDocumentAuditResultResponseWrapperTypedDescriptor,
              },
            ],
          },
          shape: "typed",
        },
        {
          port: "PushTyped12",
          soapVersion: "1.2",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "pushDocumentAuditResult",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "pushDocumentAuditResult", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: PushDocumentAuditResultWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "pushDocumentAuditResultResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "pushDocumentAuditResultResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: PushDocumentAuditResultResponseWrapperTypedDescriptor,
              },
            ],
          },
          shape: "typed",
        },
      ],
    },
    queryDocument: {
      k: "operation",
      name: "queryDocument",
      direction: "call",
      no: 9,
      nameZh: "单证查询",
      nameEn: "Document query",
      kind: "standard",
      effect: "read",
      request: QueryDocumentRequestMessage,
      response: QueryDocumentResponseMessage,
      bindings: [
        {
          port: "ExchangeString",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "queryDocument",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "queryDocument", ns: "urn:example:ccpit-coo:reference:v1" },
                type: QueryDocumentWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "queryDocumentResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "queryDocumentResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: QueryDocumentResponseWrapperDescriptor,
              },
            ],
          },
          shape: "string",
        },
        {
          port: "ExchangeString12",
          soapVersion: "1.2",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "queryDocument",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "queryDocument", ns: "urn:example:ccpit-coo:reference:v1" },
                type: QueryDocumentWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "queryDocumentResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "queryDocumentResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: QueryDocumentResponseWrapperDescriptor,
              },
            ],
          },
          shape: "string",
        },
        {
          port: "ExchangeTyped",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "queryDocument",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "queryDocument", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: QueryDocumentWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "queryDocumentResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "queryDocumentResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: QueryDocumentResponseWrapperTypedDescriptor,
              },
            ],
          },
          shape: "typed",
        },
        {
          port: "ExchangeTyped12",
          soapVersion: "1.2",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "queryDocument",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "queryDocument", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: QueryDocumentWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "queryDocumentResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "queryDocumentResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: QueryDocumentResponseWrapperTypedDescriptor,
              },
            ],
          },
          shape: "typed",
        },
      ],
    },
    syncDocuments: {
      k: "operation",
      name: "syncDocuments",
      direction: "call",
      no: 11,
      nameZh: "单证同步",
      nameEn: "Document synchronisation",
      kind: "non-standard",
      effect: "read",
      request: SyncDocumentsRequestMessage,
      response: SyncDocumentsResponseMessage,
      bindings: [
        {
          port: "ExchangeString",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "syncDocuments",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "syncDocuments", ns: "urn:example:ccpit-coo:reference:v1" },
                type: SyncDocumentsWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "syncDocumentsResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "syncDocumentsResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: SyncDocumentsResponseWrapperDescriptor,
              },
            ],
          },
          shape: "string",
        },
        {
          port: "ExchangeString12",
          soapVersion: "1.2",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "syncDocuments",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "syncDocuments", ns: "urn:example:ccpit-coo:reference:v1" },
                type: SyncDocumentsWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "syncDocumentsResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "syncDocumentsResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: SyncDocumentsResponseWrapperDescriptor,
              },
            ],
          },
          shape: "string",
        },
        {
          port: "ExchangeTyped",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "syncDocuments",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "syncDocuments", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: SyncDocumentsWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "syncDocumentsResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "syncDocumentsResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: SyncDocumentsResponseWrapperTypedDescriptor,
              },
            ],
          },
          shape: "typed",
        },
        {
          port: "ExchangeTyped12",
          soapVersion: "1.2",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "syncDocuments",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "syncDocuments", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: SyncDocumentsWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "syncDocumentsResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "syncDocumentsResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: SyncDocumentsResponseWrapperTypedDescriptor,
              },
            ],
          },
          shape: "typed",
        },
      ],
      paging: {
        page: "pageNo",
        size: "pageSize",
        from: "startTime",
        to: "endTime",
        items: "documents.document",
        total: "total",
        key: ["docId"],
        time: "updatedAt",
      },
    },
    printDocument: {
      k: "operation",
      name: "printDocument",
      direction: "call",
      no: 13,
      nameZh: "单证打印",
      nameEn: "Document print",
      kind: "standard",
      effect: "write",
      request: PrintDocumentRequestMessage,
      response: PrintDocumentResponseMessage,
      bindings: [
        {
          port: "ExchangeString",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "printDocument",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "printDocument", ns: "urn:example:ccpit-coo:reference:v1" },
                type: PrintDocumentWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "printDocumentResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "printDocumentResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: PrintDocumentResponseWrapperDescriptor,
              },
            ],
          },
          shape: "string",
        },
        {
          port: "ExchangeString12",
          soapVersion: "1.2",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "printDocument",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "printDocument", ns: "urn:example:ccpit-coo:reference:v1" },
                type: PrintDocumentWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "printDocumentResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "printDocumentResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: PrintDocumentResponseWrapperDescriptor,
              },
            ],
          },
          shape: "string",
        },
        {
          port: "ExchangeTyped",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "printDocument",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "printDocument", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: PrintDocumentWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "printDocumentResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "printDocumentResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: PrintDocumentResponseWrapperTypedDescriptor,
              },
            ],
          },
          shape: "typed",
        },
        {
          port: "ExchangeTyped12",
          soapVersion: "1.2",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "printDocument",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "printDocument", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: PrintDocumentWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "printDocumentResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "printDocumentResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: PrintDocumentResponseWrapperTypedDescriptor,
              },
            ],
          },
          shape: "typed",
        },
      ],
    },
    previewDocument: {
      k: "operation",
      name: "previewDocument",
      direction: "call",
      no: 14,
      nameZh: "单证预览",
      nameEn: "Document preview",
      kind: "standard",
      effect: "read",
      request: PreviewDocumentRequestMessage,
      response: PreviewDocumentResponseMessage,
      bindings: [
        {
          port: "ExchangeString",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "previewDocument",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "previewDocument", ns: "urn:example:ccpit-coo:reference:v1" },
                type: PreviewDocumentWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "previewDocumentResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "previewDocumentResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: PreviewDocumentResponseWrapperDescriptor,
              },
            ],
          },
          shape: "string",
        },
        {
          port: "ExchangeString12",
          soapVersion: "1.2",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "previewDocument",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "previewDocument", ns: "urn:example:ccpit-coo:reference:v1" },
                type: PreviewDocumentWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "previewDocumentResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "previewDocumentResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: PreviewDocumentResponseWrapperDescriptor,
              },
            ],
          },
          shape: "string",
        },
        {
          port: "ExchangeTyped",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "previewDocument",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "previewDocument", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: PreviewDocumentWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "previewDocumentResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "previewDocumentResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: PreviewDocumentResponseWrapperTypedDescriptor,
              },
            ],
          },
          shape: "typed",
        },
        {
          port: "ExchangeTyped12",
          soapVersion: "1.2",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "previewDocument",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "previewDocument", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: PreviewDocumentWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "previewDocumentResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "previewDocumentResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: PreviewDocumentResponseWrapperTypedDescriptor,
              },
            ],
          },
          shape: "typed",
        },
      ],
    },
    pushDocumentPrintStatus: {
      k: "operation",
      name: "pushDocumentPrintStatus",
      direction: "push",
      no: 15,
      nameZh: "单证打印状态推送",
      nameEn: "Document print-status push",
      kind: "standard",
      effect: "write",
      request: PushDocumentPrintStatusRequestMessage,
      response: PushDocumentPrintStatusResponseMessage,
      bindings: [
        {
          port: "PushString",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "pushDocumentPrintStatus",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "pushDocumentPrintStatus", ns: "urn:example:ccpit-coo:reference:v1" },
                type: PushDocumentPrintStatusWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "pushDocumentPrintStatusResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "pushDocumentPrintStatusResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: PushDocumentPrintStatusResponseWrapperDescriptor,
              },
            ],
          },
          shape: "string",
        },
        {
          port: "PushString12",
          soapVersion: "1.2",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "pushDocumentPrintStatus",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "pushDocumentPrintStatus", ns: "urn:example:ccpit-coo:reference:v1" },
                type: PushDocumentPrintStatusWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "pushDocumentPrintStatusResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "pushDocumentPrintStatusResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: PushDocumentPrintStatusResponseWrapperDescriptor,
              },
            ],
          },
          shape: "string",
        },
        {
          port: "PushTyped",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "pushDocumentPrintStatus",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "pushDocumentPrintStatus", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: PushDocumentPrintStatusWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "pushDocumentPrintStatusResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "pushDocumentPrintStatusResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: PushDocumentPrintStatusResponseWrapperTypedDescriptor,
              },
            ],
          },
          shape: "typed",
        },
        {
          port: "PushTyped12",
          soapVersion: "1.2",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "pushDocumentPrintStatus",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "pushDocumentPrintStatus", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: PushDocumentPrintStatusWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "pushDocumentPrintStatusResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "pushDocumentPrintStatusResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: PushDocumentPrintStatusResponseWrapperTypedDescriptor,
              },
            ],
          },
          shape: "typed",
        },
      ],
    },
  },
};
