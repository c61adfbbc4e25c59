// @generated from schemas/2018-07/enterprise.xsd, sha256 b2e0e9a6; schemas/2018-07/exchange.wsdl, sha256 cb14f647; schemas/2018-07/push.wsdl, sha256 babb5fc5. Do not edit: change the schema, run `pnpm generate`.
import type {
  QueryBranchesRequest,
  QueryBranchesResponse,
  SyncEnterpriseFilingRequest,
  SyncEnterpriseFilingResponse,
  VerifyEnterpriseRegistrationRequest,
  VerifyEnterpriseRegistrationResponse,
} from "./enterprise.ts";

/** A complete valid {@link QueryBranchesRequest} for tests; `overrides` replaces properties of it. */
export function buildQueryBranchesRequest(overrides: Partial<QueryBranchesRequest> = {}): QueryBranchesRequest {
  const complete: QueryBranchesRequest = {
    provinceCode: "provin",
    branchCode: "bra",
    branchName: "branchName",
    updatedAfter: "2018-07-01 08:00:00",
    pageNo: 1,
    pageSize: 1,
  };
  return { ...complete, ...overrides };
}

/** A complete valid {@link QueryBranchesResponse} for tests; `overrides` replaces properties of it. */
export function buildQueryBranchesResponse(overrides: Partial<QueryBranchesResponse> = {}): QueryBranchesResponse {
  const complete: QueryBranchesResponse = {
    total: 1,
    pageNo: 1,
    pageSize: 1,
    branches: {
      branch: [{
        branchCode: "bra",
        branchName: "branchName",
        branchEnName: "branchEnName",
        provinceCode: "provin",
        parentCode: "par",
        address: "address",
        telephone: "telephone",
        signPlaceEn: "signPlaceEn",
        supportedDocTypes: ["C"],
        selfPrintDocTypes: ["C"],
        status: "0",
      }],
    },
  };
  return { ...complete, ...overrides };
}

/** A complete valid {@link VerifyEnterpriseRegistrationRequest} for tests; `overrides` replaces properties of it. */
export function buildVerifyEnterpriseRegistrationRequest(overrides: Partial<VerifyEnterpriseRegistrationRequest> = {}): VerifyEnterpriseRegistrationRequest {
  const complete: VerifyEnterpriseRegistrationRequest = {
    enterpriseRegNo: "enterpris",
    creditCode: "creditCode",
    enterpriseCnName: "enterpriseCnName",
    branchCode: "bra",
  };
  return { ...complete, ...overrides };
}

/** A complete valid {@link VerifyEnterpriseRegistrationResponse} for tests; `overrides` replaces properties of it. */
export function buildVerifyEnterpriseRegistrationResponse(overrides: Partial<VerifyEnterpriseRegistrationResponse> = {}): VerifyEnterpriseRegistrationResponse {
  const complete: VerifyEnterpriseRegistrationResponse = {
    registered: true,
    enterpriseRegNo: "enterpris",
    creditCode: "creditCode",
    enterpriseCnName: "enterpriseCnName",
    branchCode: "bra",
    regStatus: "0",
    mismatch: ["mismatch"],
  };
  return { ...complete, ...overrides };
}

/** A complete valid {@link SyncEnterpriseFilingRequest} for tests; `overrides` replaces properties of it. */
export function buildSyncEnterpriseFilingRequest(overrides: Partial<SyncEnterpriseFilingRequest> = {}): SyncEnterpriseFilingRequest {
  const complete: SyncEnterpriseFilingRequest = {
    enterpriseRegNo: "enterpris",
    creditCode: "creditCode",
    branchCode: "bra",
    updatedAfter: "2018-07-01 08:00:00",
  };
  return { ...complete, ...overrides };
}

/** A complete valid {@link SyncEnterpriseFilingResponse} for tests; `overrides` replaces properties of it. */
export function buildSyncEnterpriseFilingResponse(overrides: Partial<SyncEnterpriseFilingResponse> = {}): SyncEnterpriseFilingResponse {
  const complete: SyncEnterpriseFilingResponse = {
    enterprise: {
      enterpriseRegNo: "enterpris",
      creditCode: "creditCode",
      branchCode: "bra",
      enterpriseCnName: "enterpriseCnName",
      enterpriseEnName: "enterpriseEnName",
      cnAddress: "cnAddress",
      enAddress: "enAddress",
      customsCode: "customsCod",
      enterpriseType: "en",
      legalPerson: "legalPerson",
      contactName: "contactName",
      contactTel: "contactTel",
      email: "email",
      filingStatus: "0",
      validTo: "2018-07-01",
      updatedAt: "2018-07-01 08:00:00",
      signers: {
        signer: [{
          signerId: "signerId",
          signerName: "signerName",
          signStatus: "0",
          isDefault: true,
        }],
      },
      seals: {
        seal: [{
          sealId: "sealId",
          sealType: "CN",
          sealStatus: "0",
        }],
      },
    },
  };
  return { ...complete, ...overrides };
}
