// @generated from schemas/2018-07/enterprise.xsd, sha256 b2e0e9a6; schemas/2018-07/exchange.wsdl, sha256 cb14f647; schemas/2018-07/push.wsdl, sha256 babb5fc5. Do not edit: change the schema, run `pnpm generate`.
import * as z from "zod";
import type {
  BranchListSchema,
  BranchSchema,
  EnterpriseSchema,
  EnterpriseSealListSchema,
  EnterpriseSealSchema,
  EnterpriseSignerListSchema,
  EnterpriseSignerSchema,
  QueryBranchesRequestSchema,
  QueryBranchesResponseSchema,
  SyncEnterpriseFilingRequestSchema,
  SyncEnterpriseFilingResponseSchema,
  VerifyEnterpriseRegistrationRequestSchema,
  VerifyEnterpriseRegistrationResponseSchema,
} from "./enterprise.schema.ts";
import type {
  Branch,
  BranchList,
  Enterprise,
  EnterpriseSeal,
  EnterpriseSealList,
  EnterpriseSigner,
  EnterpriseSignerList,
  QueryBranchesRequest,
  QueryBranchesResponse,
  SyncEnterpriseFilingRequest,
  SyncEnterpriseFilingResponse,
  VerifyEnterpriseRegistrationRequest,
  VerifyEnterpriseRegistrationResponse,
} from "./enterprise.ts";

/** Without `readonly`: schemas give arrays that may be changed, since freezing what was parsed helps nobody. */
type Plain = string | number | boolean | null | undefined | Uint8Array;
type Mutable<T> = T extends Plain ? T : T extends readonly (infer I)[] ? Mutable<I>[] : { -readonly [K in keyof T]: Mutable<T[K]> };
/** Both ways assignable: the interface says what the schema says. */
type Agrees<A, B> = [A] extends [B] ? ([B] extends [A] ? true : ["the schema is wider", A]) : ["the schema is narrower", A];
type Agree<Pairs extends readonly (readonly [unknown, unknown])[]> = {
  [I in keyof Pairs]: Agrees<Mutable<Pairs[I][0]>, Mutable<Pairs[I][1]>>;
};
type AllTrue<T extends readonly true[]> = T;

/** Compiles only while every interface and its schema agree. */
export type Agreement = AllTrue<Agree<[
  [QueryBranchesRequest, z.output<typeof QueryBranchesRequestSchema>],
  [Branch, z.output<typeof BranchSchema>],
  [BranchList, z.output<typeof BranchListSchema>],
  [QueryBranchesResponse, z.output<typeof QueryBranchesResponseSchema>],
  [VerifyEnterpriseRegistrationRequest, z.output<typeof VerifyEnterpriseRegistrationRequestSchema>],
  [VerifyEnterpriseRegistrationResponse, z.output<typeof VerifyEnterpriseRegistrationResponseSchema>],
  [SyncEnterpriseFilingRequest, z.output<typeof SyncEnterpriseFilingRequestSchema>],
  [EnterpriseSigner, z.output<typeof EnterpriseSignerSchema>],
  [EnterpriseSignerList, z.output<typeof EnterpriseSignerListSchema>],
  [EnterpriseSeal, z.output<typeof EnterpriseSealSchema>],
  [EnterpriseSealList, z.output<typeof EnterpriseSealListSchema>],
  [Enterprise, z.output<typeof EnterpriseSchema>],
  [SyncEnterpriseFilingResponse, z.output<typeof SyncEnterpriseFilingResponseSchema>],
]>>;
