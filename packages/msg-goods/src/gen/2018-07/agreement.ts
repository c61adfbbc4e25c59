// @generated from schemas/2018-07/exchange.wsdl, sha256 cb14f647; schemas/2018-07/goods.xsd, sha256 205c9814; schemas/2018-07/push.wsdl, sha256 babb5fc5. Do not edit: change the schema, run `pnpm generate`.
import * as z from "zod";
import type {
  AppliedPreferenceListSchema,
  AppliedPreferenceSchema,
  ApplyGoodsFilingRequestSchema,
  ApplyGoodsFilingResponseSchema,
  AuditedPreferenceListSchema,
  AuditedPreferenceSchema,
  FiledPreferenceListSchema,
  FiledPreferenceSchema,
  GoodsFilingListSchema,
  GoodsFilingSchema,
  MaterialListSchema,
  MaterialSchema,
  ProductionProcessListSchema,
  ProductionProcessSchema,
  PushGoodsFilingAuditResultRequestSchema,
  PushGoodsFilingAuditResultResponseSchema,
  QueryGoodsFilingRequestSchema,
  QueryGoodsFilingResponseSchema,
  SyncGoodsFilingsRequestSchema,
  SyncGoodsFilingsResponseSchema,
  SyncedGoodsFilingListSchema,
  SyncedGoodsFilingSchema,
} from "./goods.schema.ts";
import type {
  AppliedPreference,
  AppliedPreferenceList,
  ApplyGoodsFilingRequest,
  ApplyGoodsFilingResponse,
  AuditedPreference,
  AuditedPreferenceList,
  FiledPreference,
  FiledPreferenceList,
  GoodsFiling,
  GoodsFilingList,
  Material,
  MaterialList,
  ProductionProcess,
  ProductionProcessList,
  PushGoodsFilingAuditResultRequest,
  PushGoodsFilingAuditResultResponse,
  QueryGoodsFilingRequest,
  QueryGoodsFilingResponse,
  SyncGoodsFilingsRequest,
  SyncGoodsFilingsResponse,
  SyncedGoodsFiling,
  SyncedGoodsFilingList,
} from "./goods.ts";

/** Both ways assignable: the interface says what the schema says. */
type Agree<Pairs extends readonly (readonly [unknown, unknown])[]> = {
  [I in keyof Pairs]: [Pairs[I][0]] extends [Pairs[I][1]] ? ([Pairs[I][1]] extends [Pairs[I][0]] ? true : ["schema is wider", Pairs[I]]) : ["schema is narrower", Pairs[I]];
};
type AllTrue<T extends readonly true[]> = T;

/** Compiles only while every interface and its schema agree. */
export type Agreement = AllTrue<Agree<[
  [AppliedPreference, z.output<typeof AppliedPreferenceSchema>],
  [AppliedPreferenceList, z.output<typeof AppliedPreferenceListSchema>],
  [ProductionProcess, z.output<typeof ProductionProcessSchema>],
  [ProductionProcessList, z.output<typeof ProductionProcessListSchema>],
  [Material, z.output<typeof MaterialSchema>],
  [MaterialList, z.output<typeof MaterialListSchema>],
  [ApplyGoodsFilingRequest, z.output<typeof ApplyGoodsFilingRequestSchema>],
  [ApplyGoodsFilingResponse, z.output<typeof ApplyGoodsFilingResponseSchema>],
  [AuditedPreference, z.output<typeof AuditedPreferenceSchema>],
  [AuditedPreferenceList, z.output<typeof AuditedPreferenceListSchema>],
  [PushGoodsFilingAuditResultRequest, z.output<typeof PushGoodsFilingAuditResultRequestSchema>],
  [PushGoodsFilingAuditResultResponse, z.output<typeof PushGoodsFilingAuditResultResponseSchema>],
  [QueryGoodsFilingRequest, z.output<typeof QueryGoodsFilingRequestSchema>],
  [FiledPreference, z.output<typeof FiledPreferenceSchema>],
  [FiledPreferenceList, z.output<typeof FiledPreferenceListSchema>],
  [GoodsFiling, z.output<typeof GoodsFilingSchema>],
  [GoodsFilingList, z.output<typeof GoodsFilingListSchema>],
  [QueryGoodsFilingResponse, z.output<typeof QueryGoodsFilingResponseSchema>],
  [SyncGoodsFilingsRequest, z.output<typeof SyncGoodsFilingsRequestSchema>],
  [SyncedGoodsFiling, z.output<typeof SyncedGoodsFilingSchema>],
  [SyncedGoodsFilingList, z.output<typeof SyncedGoodsFilingListSchema>],
  [SyncGoodsFilingsResponse, z.output<typeof SyncGoodsFilingsResponseSchema>],
]>>;
