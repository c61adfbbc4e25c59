// @generated from schemas/2018-07/exchange.wsdl, sha256 cb14f647; schemas/2018-07/push.wsdl, sha256 babb5fc5. Do not edit: change the schema, run `pnpm generate`.
import type { OperationDescriptor, ServiceDescriptor } from "@coo/soap/gen1";
import {
  QueryBranchesRequestMessage,
  QueryBranchesResponseMessage,
  SyncEnterpriseFilingRequestMessage,
  SyncEnterpriseFilingResponseMessage,
  VerifyEnterpriseRegistrationRequestMessage,
  VerifyEnterpriseRegistrationResponseMessage,
  type QueryBranchesRequest,
  type QueryBranchesResponse,
  type SyncEnterpriseFilingRequest,
  type SyncEnterpriseFilingResponse,
  type VerifyEnterpriseRegistrationRequest,
  type VerifyEnterpriseRegistrationResponse,
} from "./enterprise.ts";
import {
  QueryBranchesResponseWrapperDescriptor,
  QueryBranchesResponseWrapperTypedDescriptor,
  QueryBranchesWrapperDescriptor,
  QueryBranchesWrapperTypedDescriptor,
  SyncEnterpriseFilingResponseWrapperDescriptor,
  SyncEnterpriseFilingResponseWrapperTypedDescriptor,
  SyncEnterpriseFilingWrapperDescriptor,
  SyncEnterpriseFilingWrapperTypedDescriptor,
  VerifyEnterpriseRegistrationResponseWrapperDescriptor,
  VerifyEnterpriseRegistrationResponseWrapperTypedDescriptor,
  VerifyEnterpriseRegistrationWrapperDescriptor,
  VerifyEnterpriseRegistrationWrapperTypedDescriptor,
} from "./wire.ts";

/** Service enterprise: what a client or receiver is given. */
export const enterprise: ServiceDescriptor<{
  /** 分支会查询 · Branch query; interface 1, standard. */
  queryBranches: OperationDescriptor<QueryBranchesRequest, QueryBranchesResponse, "call">;
  /** 企业注册信息校验 · Enterprise registration check; interface 2, standard. */
  verifyEnterpriseRegistration: OperationDescriptor<VerifyEnterpriseRegistrationRequest, VerifyEnterpriseRegistrationResponse, "call">;
  /** 企业备案信息同步 · Enterprise filing synchronisation; interface 3, standard. */
  syncEnterpriseFiling: OperationDescriptor<SyncEnterpriseFilingRequest, SyncEnterpriseFilingResponse, "call">;
}> = {
  k: "service",
  name: "enterprise",
  edition: "2018-07",
  namespace: "urn:example:ccpit-coo:reference:v1",
  operations: {
    queryBranches: {
      k: "operation",
      name: "queryBranches",
      direction: "call",
      no: 1,
      nameZh: "分支会查询",
      nameEn: "Branch query",
      kind: "standard",
      effect: "read",
      request: QueryBranchesRequestMessage,
      response: QueryBranchesResponseMessage,
      bindings: [
        {
          port: "ExchangeString",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "queryBranches",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "queryBranches", ns: "urn:example:ccpit-coo:reference:v1" },
                type: QueryBranchesWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "queryBranchesResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "queryBranchesResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: QueryBranchesResponseWrapperDescriptor,
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
            name: "queryBranches",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "queryBranches", ns: "urn:example:ccpit-coo:reference:v1" },
                type: QueryBranchesWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "queryBranchesResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "queryBranchesResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: QueryBranchesResponseWrapperDescriptor,
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
            name: "queryBranches",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "queryBranches", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: QueryBranchesWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "queryBranchesResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "queryBranchesResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: QueryBranchesResponseWrapperTypedDescriptor,
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
            name: "queryBranches",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "queryBranches", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: QueryBranchesWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "queryBranchesResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "queryBranchesResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: QueryBranchesResponseWrapperTypedDescriptor,
              },
            ],
          },
          shape: "typed",
        },
      ],
      paging: { page: "pageNo", size: "pageSize", items: "branches.branch", total: "total", key: ["branchCode"] },
    },
    verifyEnterpriseRegistration: {
      k: "operation",
      name: "verifyEnterpriseRegistration",
      direction: "call",
      no: 2,
      nameZh: "企业注册信息校验",
      nameEn: "Enterprise registration check",
      kind: "standard",
      effect: "read",
      request: VerifyEnterpriseRegistrationRequestMessage,
      response: VerifyEnterpriseRegistrationResponseMessage,
      bindings: [
        {
          port: "ExchangeString",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "verifyEnterpriseRegistration",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "verifyEnterpriseRegistration", ns: "urn:example:ccpit-coo:reference:v1" },
                type: VerifyEnterpriseRegistrationWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "verifyEnterpriseRegistrationResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "verifyEnterpriseRegistrationResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: VerifyEnterpriseRegistrationResponseWrapperDescriptor,
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
            name: "verifyEnterpriseRegistration",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "verifyEnterpriseRegistration", ns: "urn:example:ccpit-coo:reference:v1" },
                type: VerifyEnterpriseRegistrationWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "verifyEnterpriseRegistrationResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "verifyEnterpriseRegistrationResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: VerifyEnterpriseRegistrationResponseWrapperDescriptor,
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
            name: "verifyEnterpriseRegistration",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "verifyEnterpriseRegistration", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: VerifyEnterpriseRegistrationWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "verifyEnterpriseRegistrationResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: {
                  name: "verifyEnterpriseRegistrationResponse",
                  ns: "urn:example:ccpit-coo:reference:v1:typed",
                },
                type: VerifyEnterpriseRegistrationResponseWrapperTypedDescriptor,
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
            name: "verifyEnterpriseRegistration",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "verifyEnterpriseRegistration", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: VerifyEnterpriseRegistrationWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "verifyEnterpriseRegistrationResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: {
                  name: "verifyEnterpriseRegistrationResponse",
                  ns: "urn:example:ccpit-coo:reference:v1:typed",
                },
                type: VerifyEnterpriseRegistrationResponseWrapperTypedDescriptor,
              },
            ],
          },
          shape: "typed",
        },
      ],
    },
    syncEnterpriseFiling: {
      k: "operation",
      name: "syncEnterpriseFiling",
      direction: "call",
      no: 3,
      nameZh: "企业备案信息同步",
      nameEn: "Enterprise filing synchronisation",
      kind: "standard",
      effect: "read",
      request: SyncEnterpriseFilingRequestMessage,
      response: SyncEnterpriseFilingResponseMessage,
      bindings: [
        {
          port: "ExchangeString",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          input: {
            name: "syncEnterpriseFiling",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "syncEnterpriseFiling", ns: "urn:example:ccpit-coo:reference:v1" },
                type: SyncEnterpriseFilingWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "syncEnterpriseFilingResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "syncEnterpriseFilingResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: SyncEnterpriseFilingResponseWrapperDescriptor,
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
            name: "syncEnterpriseFiling",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "syncEnterpriseFiling", ns: "urn:example:ccpit-coo:reference:v1" },
                type: SyncEnterpriseFilingWrapperDescriptor,
              },
            ],
          },
          output: {
            name: "syncEnterpriseFilingResponse",
            ns: "urn:example:ccpit-coo:reference:v1",
            parts: [
              {
                name: "parameters",
                element: { name: "syncEnterpriseFilingResponse", ns: "urn:example:ccpit-coo:reference:v1" },
                type: SyncEnterpriseFilingResponseWrapperDescriptor,
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
            name: "syncEnterpriseFiling",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "syncEnterpriseFiling", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: SyncEnterpriseFilingWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "syncEnterpriseFilingResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "syncEnterpriseFilingResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: SyncEnterpriseFilingResponseWrapperTypedDescriptor,
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
            name: "syncEnterpriseFiling",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "syncEnterpriseFiling", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: SyncEnterpriseFilingWrapperTypedDescriptor,
              },
            ],
          },
          output: {
            name: "syncEnterpriseFilingResponse",
            ns: "urn:example:ccpit-coo:reference:v1:typed",
            parts: [
              {
                name: "parameters",
                element: { name: "syncEnterpriseFilingResponse", ns: "urn:example:ccpit-coo:reference:v1:typed" },
                type: SyncEnterpriseFilingResponseWrapperTypedDescriptor,
              },
            ],
          },
          shape: "typed",
        },
      ],
    },
  },
};
