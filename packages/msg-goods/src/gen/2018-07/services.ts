// @generated from schemas/2018-07/exchange.wsdl, sha256 cb14f647; schemas/2018-07/push.wsdl, sha256 babb5fc5. Do not edit: change the schema, run `pnpm generate`.
import type { OperationDescriptor, ServiceDescriptor } from "@coo/soap/gen1";
import {
  ApplyGoodsFilingRequestMessage,
  ApplyGoodsFilingResponseMessage,
  PushGoodsFilingAuditResultRequestMessage,
  PushGoodsFilingAuditResultResponseMessage,
  QueryGoodsFilingRequestMessage,
  QueryGoodsFilingResponseMessage,
  SyncGoodsFilingsRequestMessage,
  SyncGoodsFilingsResponseMessage,
  type ApplyGoodsFilingRequest,
  type ApplyGoodsFilingResponse,
  type PushGoodsFilingAuditResultRequest,
  type PushGoodsFilingAuditResultResponse,
  type QueryGoodsFilingRequest,
  type QueryGoodsFilingResponse,
  type SyncGoodsFilingsRequest,
  type SyncGoodsFilingsResponse,
} from "./goods.ts";
import {
  ApplyGoodsFilingResponseWrapperDescriptor,
  ApplyGoodsFilingResponseWrapperTypedDescriptor,
  ApplyGoodsFilingWrapperDescriptor,
  ApplyGoodsFilingWrapperTypedDescriptor,
  PushGoodsFilingAuditResultResponseWrapperDescriptor,
  PushGoodsFilingAuditResultResponseWrapperTypedDescriptor,
  PushGoodsFilingAuditResultWrapperDescriptor,
  PushGoodsFilingAuditResultWrapperTypedDescriptor,
  QueryGoodsFilingResponseWrapperDescriptor,
  QueryGoodsFilingResponseWrapperTypedDescriptor,
  QueryGoodsFilingWrapperDescriptor,
  QueryGoodsFilingWrapperTypedDescriptor,
  SyncGoodsFilingsResponseWrapperDescriptor,
  SyncGoodsFilingsResponseWrapperTypedDescriptor,
  SyncGoodsFilingsWrapperDescriptor,
  SyncGoodsFilingsWrapperTypedDescriptor,
} from "./wire.ts";

/** Service goods: what a client or receiver is given. */
export const goods: ServiceDescriptor<{
  /** 商品备案申请 · Goods filing application; interface 6, standard. */
  applyGoodsFiling: OperationDescriptor<ApplyGoodsFilingRequest, ApplyGoodsFilingResponse, "call">;
  /** 商品备案审核结果推送 · Goods-filing audit-result push; interface 8, standard, we receive it. */
  pushGoodsFilingAuditResult: OperationDescriptor<PushGoodsFilingAuditResultRequest, PushGoodsFilingAuditResultResponse, "push">;
  /** 商品备案查询 · Goods-filing query; interface 10, standard. */
  queryGoodsFiling: OperationDescriptor<QueryGoodsFilingRequest, QueryGoodsFilingResponse, "call">;
  /** 商品备案同步 · Goods-filing synchronisation; interface 12, non-standard. */
  syncGoodsFilings: OperationDescriptor<SyncGoodsFilingsRequest, SyncGoodsFilingsResponse, "call">;
}> = {
  k: "service",
  name: "goods",
  edition: "2018-07",
  namespace: "urn:example:ccpit-coo:reference:v1",
  operations: {
    applyGoodsFiling: {
      k: "operation",
      name: "applyGoodsFiling",
      direction: "call",
      no: 6,
      nameZh: "商品备案申请",
      nameEn: "Goods filing application",
      kind: "standard",
      effect: "write",
      request: ApplyGoodsFilingRequestMessage,
      response: ApplyGoodsFilingResponseMessage,
      bindings: [
        {
          port: "ExchangeString",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "applyGoodsFiling",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "applyGoodsFiling", ns: "urn:example:ccpit-coo:reference:v1" },
                type: ApplyGoodsFilingWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "applyGoodsFilingResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "applyGoodsFilingResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: ApplyGoodsFilingResponseWrapperDescriptor,
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
            name: "applyGoodsFiling",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "applyGoodsFiling", ns: "urn:example:ccpit-coo:reference:v1" },
                type: ApplyGoodsFilingWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "applyGoodsFilingResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "applyGoodsFilingResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: ApplyGoodsFilingResponseWrapperDescriptor,
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
            name: "applyGoodsFiling",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "applyGoodsFiling", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: ApplyGoodsFilingWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "applyGoodsFilingResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "applyGoodsFilingResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: ApplyGoodsFilingResponseWrapperTypedDescriptor,
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
            name: "applyGoodsFiling",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "applyGoodsFiling", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: ApplyGoodsFilingWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "applyGoodsFilingResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "applyGoodsFilingResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: ApplyGoodsFilingResponseWrapperTypedDescriptor,
              },
            ],
          },
          shape: "typed",
        },
      ],
    },
    pushGoodsFilingAuditResult: {
      k: "operation",
      name: "pushGoodsFilingAuditResult",
      direction: "push",
      no: 8,
      nameZh: "商品备案审核结果推送",
      nameEn: "Goods-filing audit-result push",
      kind: "standard",
      effect: "write",
      request: PushGoodsFilingAuditResultRequestMessage,
      response: PushGoodsFilingAuditResultResponseMessage,
      bindings: [
        {
          port: "PushString",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "pushGoodsFilingAuditResult",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "pushGoodsFilingAuditResult", ns: "urn:example:ccpit-coo:reference:v1" },
                type: PushGoodsFilingAuditResultWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "pushGoodsFilingAuditResultResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "pushGoodsFilingAuditResultResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: PushGoodsFilingAuditResultResponseWrapperDescriptor,
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
            name: "pushGoodsFilingAuditResult",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "pushGoodsFilingAuditResult", ns: "urn:example:ccpit-coo:reference:v1" },
                type: PushGoodsFilingAuditResultWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "pushGoodsFilingAuditResultResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "pushGoodsFilingAuditResultResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: PushGoodsFilingAuditResultResponseWrapperDescriptor,
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
            name: "pushGoodsFilingAuditResult",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "pushGoodsFilingAuditResult", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: PushGoodsFilingAuditResultWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "pushGoodsFilingAuditResultResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: {
                  name: "pushGoodsFilingAuditResultResponse",
                  ns: "urn:example:ccpit-coo:reference:v1:typed",
                },
                type: PushGoodsFilingAuditResultResponseWrapperTypedDescriptor,
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
            name: "pushGoodsFilingAuditResult",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "pushGoodsFilingAuditResult", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: PushGoodsFilingAuditResultWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "pushGoodsFilingAuditResultResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: {
                  name: "pushGoodsFilingAuditResultResponse",
                  ns: "urn:example:ccpit-coo:reference:v1:typed",
                },
                type: PushGoodsFilingAuditResultResponseWrapperTypedDescriptor,
              },
            ],
          },
          shape: "typed",
        },
      ],
    },
    queryGoodsFiling: {
      k: "operation",
      name: "queryGoodsFiling",
      direction: "call",
      no: 10,
      nameZh: "商品备案查询",
      nameEn: "Goods-filing query",
      kind: "standard",
      effect: "read",
      request: QueryGoodsFilingRequestMessage,
      response: QueryGoodsFilingResponseMessage,
      bindings: [
        {
          port: "ExchangeString",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "queryGoodsFiling",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "queryGoodsFiling", ns: "urn:example:ccpit-coo:reference:v1" },
                type: QueryGoodsFilingWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "queryGoodsFilingResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "queryGoodsFilingResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: QueryGoodsFilingResponseWrapperDescriptor,
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
            name: "queryGoodsFiling",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "queryGoodsFiling", ns: "urn:example:ccpit-coo:reference:v1" },
                type: QueryGoodsFilingWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "queryGoodsFilingResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "queryGoodsFilingResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: QueryGoodsFilingResponseWrapperDescriptor,
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
            name: "queryGoodsFiling",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "queryGoodsFiling", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: QueryGoodsFilingWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "queryGoodsFilingResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "queryGoodsFilingResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: QueryGoodsFilingResponseWrapperTypedDescriptor,
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
            name: "queryGoodsFiling",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "queryGoodsFiling", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: QueryGoodsFilingWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "queryGoodsFilingResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "queryGoodsFilingResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: QueryGoodsFilingResponseWrapperTypedDescriptor,
              },
            ],
          },
          shape: "typed",
        },
      ],
      paging: { page: "pageNo", size: "pageSize", items: "filings.filing", total: "total", key: ["filingId"] },
    },
    syncGoodsFilings: {
      k: "operation",
      name: "syncGoodsFilings",
      direction: "call",
      no: 12,
      nameZh: "商品备案同步",
      nameEn: "Goods-filing synchronisation",
      kind: "non-standard",
      effect: "read",
      request: SyncGoodsFilingsRequestMessage,
      response: SyncGoodsFilingsResponseMessage,
      bindings: [
        {
          port: "ExchangeString",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "syncGoodsFilings",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "syncGoodsFilings", ns: "urn:example:ccpit-coo:reference:v1" },
                type: SyncGoodsFilingsWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "syncGoodsFilingsResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "syncGoodsFilingsResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: SyncGoodsFilingsResponseWrapperDescriptor,
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
            name: "syncGoodsFilings",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "syncGoodsFilings", ns: "urn:example:ccpit-coo:reference:v1" },
                type: SyncGoodsFilingsWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "syncGoodsFilingsResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "syncGoodsFilingsResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: SyncGoodsFilingsResponseWrapperDescriptor,
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
            name: "syncGoodsFilings",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "syncGoodsFilings", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: SyncGoodsFilingsWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "syncGoodsFilingsResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "syncGoodsFilingsResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: SyncGoodsFilingsResponseWrapperTypedDescriptor,
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
            name: "syncGoodsFilings",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "syncGoodsFilings", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: SyncGoodsFilingsWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "syncGoodsFilingsResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "syncGoodsFilingsResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: SyncGoodsFilingsResponseWrapperTypedDescriptor,
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
        items: "filings.filing",
        total: "total",
        key: ["filingId"],
        time: "updatedAt",
      },
    },
  },
};
