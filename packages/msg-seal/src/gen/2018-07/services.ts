// @generated from schemas/2018-07/exchange.wsdl, sha256 cb14f647; schemas/2018-07/push.wsdl, sha256 babb5fc5. Do not edit: change the schema, run `pnpm generate`.
import type { OperationDescriptor, ServiceDescriptor } from "@coo/soap/gen1";
import {
  ApplySealSignatureRequestMessage,
  ApplySealSignatureResponseMessage,
  PushSealSignatureAuditResultRequestMessage,
  PushSealSignatureAuditResultResponseMessage,
  QuerySealSignatureRequestMessage,
  QuerySealSignatureResponseMessage,
  type ApplySealSignatureRequest,
  type ApplySealSignatureResponse,
  type PushSealSignatureAuditResultRequest,
  type PushSealSignatureAuditResultResponse,
  type QuerySealSignatureRequest,
  type QuerySealSignatureResponse,
} from "./seal.ts";
import {
  ApplySealSignatureResponseWrapperDescriptor,
  ApplySealSignatureResponseWrapperTypedDescriptor,
  ApplySealSignatureWrapperDescriptor,
  ApplySealSignatureWrapperTypedDescriptor,
  PushSealSignatureAuditResultResponseWrapperDescriptor,
  PushSealSignatureAuditResultResponseWrapperTypedDescriptor,
  PushSealSignatureAuditResultWrapperDescriptor,
  PushSealSignatureAuditResultWrapperTypedDescriptor,
  QuerySealSignatureResponseWrapperDescriptor,
  QuerySealSignatureResponseWrapperTypedDescriptor,
  QuerySealSignatureWrapperDescriptor,
  QuerySealSignatureWrapperTypedDescriptor,
} from "./wire.ts";

/** Service seals: what a client or receiver is given. */
export const seals: ServiceDescriptor<{
  /** 印章签名申请 · Seal and signature application; interface 16, non-standard. */
  applySealSignature: OperationDescriptor<ApplySealSignatureRequest, ApplySealSignatureResponse, "call">;
  /** 印章签名审核结果推送 · Seal and signature audit-result push; interface 17, non-standard, we receive it. */
  pushSealSignatureAuditResult: OperationDescriptor<PushSealSignatureAuditResultRequest, PushSealSignatureAuditResultResponse, "push">;
  /** 印章签名查询 · Seal and signature query; interface 18, non-standard. */
  querySealSignature: OperationDescriptor<QuerySealSignatureRequest, QuerySealSignatureResponse, "call">;
}> = {
  k: "service",
  name: "seals",
  edition: "2018-07",
  namespace: "urn:example:ccpit-coo:reference:v1",
  operations: {
    applySealSignature: {
      k: "operation",
      name: "applySealSignature",
      direction: "call",
      no: 16,
      nameZh: "印章签名申请",
      nameEn: "Seal and signature application",
      kind: "non-standard",
      effect: "write",
      request: ApplySealSignatureRequestMessage,
      response: ApplySealSignatureResponseMessage,
      bindings: [
        {
          port: "ExchangeString",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "applySealSignature",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "applySealSignature", ns: "urn:example:ccpit-coo:reference:v1" },
                type: ApplySealSignatureWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "applySealSignatureResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "applySealSignatureResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: ApplySealSignatureResponseWrapperDescriptor,
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
            name: "applySealSignature",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "applySealSignature", ns: "urn:example:ccpit-coo:reference:v1" },
                type: ApplySealSignatureWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "applySealSignatureResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "applySealSignatureResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: ApplySealSignatureResponseWrapperDescriptor,
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
            name: "applySealSignature",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "applySealSignature", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: ApplySealSignatureWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "applySealSignatureResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "applySealSignatureResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: ApplySealSignatureResponseWrapperTypedDescriptor,
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
            name: "applySealSignature",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "applySealSignature", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: ApplySealSignatureWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "applySealSignatureResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "applySealSignatureResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: ApplySealSignatureResponseWrapperTypedDescriptor,
              },
            ],
          },
          shape: "typed",
        },
      ],
    },
    pushSealSignatureAuditResult: {
      k: "operation",
      name: "pushSealSignatureAuditResult",
      direction: "push",
      no: 17,
      nameZh: "印章签名审核结果推送",
      nameEn: "Seal and signature audit-result push",
      kind: "non-standard",
      effect: "write",
      request: PushSealSignatureAuditResultRequestMessage,
      response: PushSealSignatureAuditResultResponseMessage,
      bindings: [
        {
          port: "PushString",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "pushSealSignatureAuditResult",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "pushSealSignatureAuditResult", ns: "urn:example:ccpit-coo:reference:v1" },
                type: PushSealSignatureAuditResultWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "pushSealSignatureAuditResultResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "pushSealSignatureAuditResultResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: PushSealSignatureAuditResultResponseWrapperDescriptor,
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
            name: "pushSealSignatureAuditResult",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "pushSealSignatureAuditResult", ns: "urn:example:ccpit-coo:reference:v1" },
                type: PushSealSignatureAuditResultWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "pushSealSignatureAuditResultResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "pushSealSignatureAuditResultResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: PushSealSignatureAuditResultResponseWrapperDescriptor,
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
            name: "pushSealSignatureAuditResult",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "pushSealSignatureAuditResult", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: PushSealSignatureAuditResultWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "pushSealSignatureAuditResultResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: {
                  name: "pushSealSignatureAuditResultResponse",
                  ns: "urn:example:ccpit-coo:reference:v1:typed",
                },
                type: PushSealSignatureAuditResultResponseWrapperTypedDescriptor,
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
            name: "pushSealSignatureAuditResult",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "pushSealSignatureAuditResult", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: PushSealSignatureAuditResultWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "pushSealSignatureAuditResultResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: {
                  name: "pushSealSignatureAuditResultResponse",
                  ns: "urn:example:ccpit-coo:reference:v1:typed",
                },
                type: PushSealSignatureAuditResultResponseWrapperTypedDescriptor,
              },
            ],
          },
          shape: "typed",
        },
      ],
    },
    querySealSignature: {
      k: "operation",
      name: "querySealSignature",
      direction: "call",
      no: 18,
      nameZh: "印章签名查询",
      nameEn: "Seal and signature query",
      kind: "non-standard",
      effect: "read",
      request: QuerySealSignatureRequestMessage,
      response: QuerySealSignatureResponseMessage,
      bindings: [
        {
          port: "ExchangeString",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "querySealSignature",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "querySealSignature", ns: "urn:example:ccpit-coo:reference:v1" },
                type: QuerySealSignatureWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "querySealSignatureResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "querySealSignatureResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: QuerySealSignatureResponseWrapperDescriptor,
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
            name: "querySealSignature",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "querySealSignature", ns: "urn:example:ccpit-coo:reference:v1" },
                type: QuerySealSignatureWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "querySealSignatureResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "querySealSignatureResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: QuerySealSignatureResponseWrapperDescriptor,
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
            name: "querySealSignature",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "querySealSignature", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: QuerySealSignatureWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "querySealSignatureResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "querySealSignatureResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: QuerySealSignatureResponseWrapperTypedDescriptor,
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
            name: "querySealSignature",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "querySealSignature", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: QuerySealSignatureWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "querySealSignatureResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "querySealSignatureResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: QuerySealSignatureResponseWrapperTypedDescriptor,
              },
            ],
          },
          shape: "typed",
        },
      ],
    },
  },
};
