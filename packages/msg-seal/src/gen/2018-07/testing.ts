// @generated from schemas/2018-07/exchange.wsdl, sha256 cb14f647; schemas/2018-07/push.wsdl, sha256 babb5fc5; schemas/2018-07/seal.xsd, sha256 6f859534. Do not edit: change the schema, run `pnpm generate`.
import type {
  ApplySealSignatureRequest,
  ApplySealSignatureResponse,
  PushSealSignatureAuditResultRequest,
  PushSealSignatureAuditResultResponse,
  QuerySealSignatureRequest,
  QuerySealSignatureResponse,
} from "./seal.ts";

/** A complete valid {@link ApplySealSignatureRequest} for tests; `overrides` replaces properties of it. */
export function buildApplySealSignatureRequest(overrides: Partial<ApplySealSignatureRequest> = {}): ApplySealSignatureRequest {
  const complete: ApplySealSignatureRequest = {
    sealApplyId: "sealApplyId",
    enterpriseRegNo: "enterpris",
    creditCode: "creditCode",
    branchCode: "bra",
    applyType: "0",
    seals: {
      seal: [{
        sealType: "CN",
        imageFormat: "imageFor",
        image: new Uint8Array([1, 2, 3, 4]),
      }],
    },
    signers: {
      signer: [{
        signerName: "signerName",
        idType: "id",
        idNo: "idNo",
        mobile: "mobile",
        imageFormat: "imageFor",
        image: new Uint8Array([1, 2, 3, 4]),
      }],
    },
    attachments: {
      attachment: [{
        fileType: "1",
        fileName: "fileName",
        content: new Uint8Array([1, 2, 3, 4]),
      }],
    },
  };
  return { ...complete, ...overrides };
}

/** A complete valid {@link ApplySealSignatureResponse} for tests; `overrides` replaces properties of it. */
export function buildApplySealSignatureResponse(overrides: Partial<ApplySealSignatureResponse> = {}): ApplySealSignatureResponse {
  const complete: ApplySealSignatureResponse = {
    sealApplyId: "sealApplyId",
    status: "0",
  };
  return { ...complete, ...overrides };
}

/** A complete valid {@link PushSealSignatureAuditResultRequest} for tests; `overrides` replaces properties of it. */
export function buildPushSealSignatureAuditResultRequest(overrides: Partial<PushSealSignatureAuditResultRequest> = {}): PushSealSignatureAuditResultRequest {
  const complete: PushSealSignatureAuditResultRequest = {
    sealApplyId: "sealApplyId",
    enterpriseRegNo: "enterpris",
    auditResult: "0",
    auditOpinion: "auditOpinion",
    auditTime: "2018-07-01 08:00:00",
    sealId: ["sealId"],
    signerId: ["signerId"],
  };
  return { ...complete, ...overrides };
}

/** A complete valid {@link PushSealSignatureAuditResultResponse} for tests; `overrides` replaces properties of it. */
export function buildPushSealSignatureAuditResultResponse(overrides: Partial<PushSealSignatureAuditResultResponse> = {}): PushSealSignatureAuditResultResponse {
  const complete: PushSealSignatureAuditResultResponse = {};
  return { ...complete, ...overrides };
}

/** A complete valid {@link QuerySealSignatureRequest} for tests; `overrides` replaces properties of it. */
export function buildQuerySealSignatureRequest(overrides: Partial<QuerySealSignatureRequest> = {}): QuerySealSignatureRequest {
  const complete: QuerySealSignatureRequest = {
    sealApplyId: "sealApplyId",
    enterpriseRegNo: "enterpris",
  };
  return { ...complete, ...overrides };
}

/** A complete valid {@link QuerySealSignatureResponse} for tests; `overrides` replaces properties of it. */
export function buildQuerySealSignatureResponse(overrides: Partial<QuerySealSignatureResponse> = {}): QuerySealSignatureResponse {
  const complete: QuerySealSignatureResponse = {
    items: {
      item: [{
        sealApplyId: "sealApplyId",
        kind: "SEAL",
        sealType: "CN",
        signerName: "signerName",
        status: "0",
        auditOpinion: "auditOpinion",
        updatedAt: "2018-07-01 08:00:00",
      }],
    },
  };
  return { ...complete, ...overrides };
}
