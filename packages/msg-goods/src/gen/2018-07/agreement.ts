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
