// @generated from schemas/2018-07/exchange.wsdl, sha256 cb14f647; schemas/2018-07/goods.xsd, sha256 205c9814; schemas/2018-07/push.wsdl, sha256 babb5fc5. Do not edit: change the schema, run `pnpm generate`.
import type {
  ApplyGoodsFilingRequest,
  ApplyGoodsFilingResponse,
  PushGoodsFilingAuditResultRequest,
  PushGoodsFilingAuditResultResponse,
  QueryGoodsFilingRequest,
  QueryGoodsFilingResponse,
  SyncGoodsFilingsRequest,
  SyncGoodsFilingsResponse,
} from "./goods.ts";

/** A complete valid {@link ApplyGoodsFilingRequest} for tests; `overrides` replaces properties of it. */
export function buildApplyGoodsFilingRequest(overrides: Partial<ApplyGoodsFilingRequest> = {}): ApplyGoodsFilingRequest {
  const complete: ApplyGoodsFilingRequest = {
    filingId: "filingId",
    sendAudit: true,
    applyType: "0",
    enterpriseRegNo: "enterpris",
    creditCode: "creditCode",
    branchCode: "bra",
    hsCode: "hsCode",
    goodsCnName: "goodsCnName",
    goodsEnName: "goodsEnName",
    model: "model",
    unit: "001",
    producerName: "producerName",
    producerCreditCode: "producerCreditCode",
    producerContact: "producerContact",
    producerTel: "producerTel",
    producerAddress: "producerAddress",
    currency: "AED",
    exWorksPrice: "1",
    fobPrice: "1",
    importedContentPct: "1",
    originMaterialPct: "1",
    brand: "brand",
    preferences: {
      preference: [{
        areaCode: "C",
        preferenceType: "WO",
        originCriterion: "WO",
      }],
    },
    processes: {
      process: [{
        seqNo: 1,
        processName: "processName",
        place: "place",
        description: "description",
      }],
    },
    materials: {
      material: [{
        seqNo: 1,
        materialName: "materialName",
        hsCode: "hsCode",
        originCountryCode: "ARE",
        originating: true,
        supplier: "supplier",
        unitCost: "1",
        share: "1",
      }],
    },
    attachments: {
      attachment: [{
        fileType: "1",
        fileName: "fileName",
        docFormat: "docForma",
        content: new Uint8Array([1, 2, 3, 4]),
        url: "url",
      }],
    },
  };
  return { ...complete, ...overrides };
}

/** A complete valid {@link ApplyGoodsFilingResponse} for tests; `overrides` replaces properties of it. */
export function buildApplyGoodsFilingResponse(overrides: Partial<ApplyGoodsFilingResponse> = {}): ApplyGoodsFilingResponse {
  const complete: ApplyGoodsFilingResponse = {
    filingId: "filingId",
    goodsFilingNo: "goodsFilingNo",
    filingStatus: "0",
  };
  return { ...complete, ...overrides };
}

/** A complete valid {@link PushGoodsFilingAuditResultRequest} for tests; `overrides` replaces properties of it. */
export function buildPushGoodsFilingAuditResultRequest(overrides: Partial<PushGoodsFilingAuditResultRequest> = {}): PushGoodsFilingAuditResultRequest {
  const complete: PushGoodsFilingAuditResultRequest = {
    filingId: "filingId",
    goodsFilingNo: "goodsFilingNo",
    enterpriseRegNo: "enterpris",
    hsCode: "hsCode",
    auditResult: "0",
    auditOpinion: "auditOpinion",
    auditTime: "2018-07-01 08:00:00",
    validTo: "2018-07-01",
    preferences: {
      preference: [{
        areaCode: "C",
        originCriterion: "WO",
        result: "0",
      }],
    },
  };
  return { ...complete, ...overrides };
}

/** A complete valid {@link PushGoodsFilingAuditResultResponse} for tests; `overrides` replaces properties of it. */
export function buildPushGoodsFilingAuditResultResponse(overrides: Partial<PushGoodsFilingAuditResultResponse> = {}): PushGoodsFilingAuditResultResponse {
  const complete: PushGoodsFilingAuditResultResponse = {};
  return { ...complete, ...overrides };
}

/** A complete valid {@link QueryGoodsFilingRequest} for tests; `overrides` replaces properties of it. */
export function buildQueryGoodsFilingRequest(overrides: Partial<QueryGoodsFilingRequest> = {}): QueryGoodsFilingRequest {
  const complete: QueryGoodsFilingRequest = {
    filingId: "filingId",
    goodsFilingNo: "goodsFilingNo",
    enterpriseRegNo: "enterpris",
    hsCode: "hsCode",
    areaCode: "C",
    status: "0",
    pageNo: 1,
    pageSize: 1,
  };
  return { ...complete, ...overrides };
}

/** A complete valid {@link QueryGoodsFilingResponse} for tests; `overrides` replaces properties of it. */
export function buildQueryGoodsFilingResponse(overrides: Partial<QueryGoodsFilingResponse> = {}): QueryGoodsFilingResponse {
  const complete: QueryGoodsFilingResponse = {
    total: 1,
    pageNo: 1,
    pageSize: 1,
    filings: {
      filing: [{
        filingId: "filingId",
        goodsFilingNo: "goodsFilingNo",
        hsCode: "hsCode",
        goodsCnName: "goodsCnName",
        goodsEnName: "goodsEnName",
        status: "0",
        auditOpinion: "auditOpinion",
        validTo: "2018-07-01",
        updatedAt: "2018-07-01 08:00:00",
        preferences: {
          preference: [{
            areaCode: "C",
            originCriterion: "WO",
          }],
        },
      }],
    },
  };
  return { ...complete, ...overrides };
}

/** A complete valid {@link SyncGoodsFilingsRequest} for tests; `overrides` replaces properties of it. */
export function buildSyncGoodsFilingsRequest(overrides: Partial<SyncGoodsFilingsRequest> = {}): SyncGoodsFilingsRequest {
  const complete: SyncGoodsFilingsRequest = {
    enterpriseRegNo: "enterpris",
    startTime: "2018-07-01 08:00:00",
    endTime: "2018-07-01 08:00:00",
    pageNo: 1,
    pageSize: 1,
  };
  return { ...complete, ...overrides };
}

/** A complete valid {@link SyncGoodsFilingsResponse} for tests; `overrides` replaces properties of it. */
export function buildSyncGoodsFilingsResponse(overrides: Partial<SyncGoodsFilingsResponse> = {}): SyncGoodsFilingsResponse {
  const complete: SyncGoodsFilingsResponse = {
    total: 1,
    pageNo: 1,
    pageSize: 1,
    filings: {
      filing: [{
        filingId: "filingId",
        goodsFilingNo: "goodsFilingNo",
        status: "0",
        updatedAt: "2018-07-01 08:00:00",
        detail: {
          filingId: "filingId",
          sendAudit: true,
          applyType: "0",
          enterpriseRegNo: "enterpris",
          creditCode: "creditCode",
          branchCode: "bra",
          hsCode: "hsCode",
          goodsCnName: "goodsCnName",
          goodsEnName: "goodsEnName",
          model: "model",
          unit: "001",
          producerName: "producerName",
          producerCreditCode: "producerCreditCode",
          producerContact: "producerContact",
          producerTel: "producerTel",
          producerAddress: "producerAddress",
          currency: "AED",
          exWorksPrice: "1",
          fobPrice: "1",
          importedContentPct: "1",
          originMaterialPct: "1",
          brand: "brand",
          preferences: {
            preference: [{
              areaCode: "C",
              preferenceType: "WO",
              originCriterion: "WO",
            }],
          },
          processes: {
            process: [{
              seqNo: 1,
              processName: "processName",
              place: "place",
              description: "description",
            }],
          },
          materials: {
            material: [{
              seqNo: 1,
              materialName: "materialName",
              hsCode: "hsCode",
              originCountryCode: "ARE",
              originating: true,
              supplier: "supplier",
              unitCost: "1",
              share: "1",
            }],
          },
          attachments: {
            attachment: [{
              fileType: "1",
              fileName: "fileName",
              docFormat: "docForma",
              content: new Uint8Array([1, 2, 3, 4]),
              url: "url",
            }],
          },
        },
      }],
    },
  };
  return { ...complete, ...overrides };
}
