// @generated from schemas/2018-07/enterprise.xsd, sha256 b2e0e9a6. Do not edit: change the schema, run `pnpm generate`.
import * as z from "zod";
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

/** Checks the shape of {@link QueryBranchesRequest}. */
export const QueryBranchesRequestSchema: z.ZodObject<{
  provinceCode: z.ZodExactOptional<z.ZodString>;
  branchCode: z.ZodExactOptional<z.ZodString>;
  branchName: z.ZodExactOptional<z.ZodString>;
  updatedAfter: z.ZodExactOptional<z.ZodString>;
  pageNo: z.ZodExactOptional<z.ZodInt>;
  pageSize: z.ZodExactOptional<z.ZodInt>;
}> = /*@__PURE__*/ z.object({
  provinceCode: z.string().regex(/^[\s\S]{0,6}$/v).exactOptional(),
  branchCode: z.string().regex(/^[\s\S]{0,3}$/v).exactOptional(),
  branchName: z.string().regex(/^[\s\S]{0,100}$/v).exactOptional(),
  updatedAfter: z.string().regex(/^[\s\S]{0,19}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])$/v).exactOptional(),
  pageNo: z.int().min(-2147483648).max(2147483647).exactOptional(),
  pageSize: z.int().min(-2147483648).max(2147483647).exactOptional(),
});

/** Checks the shape of {@link Branch}. */
export const BranchSchema: z.ZodObject<{
  branchCode: z.ZodString;
  branchName: z.ZodString;
  branchEnName: z.ZodExactOptional<z.ZodString>;
  provinceCode: z.ZodExactOptional<z.ZodString>;
  parentCode: z.ZodExactOptional<z.ZodString>;
  address: z.ZodExactOptional<z.ZodString>;
  telephone: z.ZodExactOptional<z.ZodString>;
  signPlaceEn: z.ZodExactOptional<z.ZodString>;
  supportedDocTypes: z.ZodExactOptional<z.ZodReadonly<z.ZodArray<z.ZodString>>>;
  selfPrintDocTypes: z.ZodExactOptional<z.ZodReadonly<z.ZodArray<z.ZodString>>>;
  status: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.object({
  branchCode: z.string().regex(/^[\s\S]{0,3}$/v),
  branchName: z.string().regex(/^[\s\S]{0,100}$/v),
  branchEnName: z.string().regex(/^[\s\S]{0,200}$/v).exactOptional(),
  provinceCode: z.string().regex(/^[\s\S]{0,6}$/v).exactOptional(),
  parentCode: z.string().regex(/^[\s\S]{0,3}$/v).exactOptional(),
  address: z.string().regex(/^[\s\S]{0,200}$/v).exactOptional(),
  telephone: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  signPlaceEn: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  supportedDocTypes: z.array(z.string()).readonly().exactOptional(),
  selfPrintDocTypes: z.array(z.string()).readonly().exactOptional(),
  status: z.string().regex(/^[\s\S]{0,1}$/v).regex(/^(?:0|1)$/v).exactOptional(),
});

/** Checks the shape of {@link BranchList}. */
export const BranchListSchema: z.ZodObject<{
  branch: z.ZodExactOptional<z.ZodReadonly<z.ZodArray<typeof BranchSchema>>>;
}> = /*@__PURE__*/ z.object({
  branch: z.array(BranchSchema).readonly().exactOptional(),
});

/** Checks the shape of {@link QueryBranchesResponse}. */
export const QueryBranchesResponseSchema: z.ZodObject<{
  total: z.ZodExactOptional<z.ZodInt>;
  pageNo: z.ZodExactOptional<z.ZodInt>;
  pageSize: z.ZodExactOptional<z.ZodInt>;
  branches: typeof BranchListSchema;
}> = /*@__PURE__*/ z.object({
  total: z.int().min(-2147483648).max(2147483647).exactOptional(),
  pageNo: z.int().min(-2147483648).max(2147483647).exactOptional(),
  pageSize: z.int().min(-2147483648).max(2147483647).exactOptional(),
  branches: BranchListSchema,
});

/** Checks the shape of {@link VerifyEnterpriseRegistrationRequest}. */
export const VerifyEnterpriseRegistrationRequestSchema: z.ZodObject<{
  enterpriseRegNo: z.ZodExactOptional<z.ZodString>;
  creditCode: z.ZodExactOptional<z.ZodString>;
  enterpriseCnName: z.ZodExactOptional<z.ZodString>;
  branchCode: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.object({
  enterpriseRegNo: z.string().regex(/^[\s\S]{0,9}$/v).exactOptional(),
  creditCode: z.string().regex(/^[\s\S]{0,18}$/v).exactOptional(),
  enterpriseCnName: z.string().regex(/^[\s\S]{0,200}$/v).exactOptional(),
  branchCode: z.string().regex(/^[\s\S]{0,3}$/v).exactOptional(),
});

/** Checks the shape of {@link VerifyEnterpriseRegistrationResponse}. */
export const VerifyEnterpriseRegistrationResponseSchema: z.ZodObject<{
  registered: z.ZodBoolean;
  enterpriseRegNo: z.ZodExactOptional<z.ZodString>;
  creditCode: z.ZodExactOptional<z.ZodString>;
  enterpriseCnName: z.ZodExactOptional<z.ZodString>;
  branchCode: z.ZodExactOptional<z.ZodString>;
  regStatus: z.ZodExactOptional<z.ZodString>;
  mismatch: z.ZodExactOptional<z.ZodReadonly<z.ZodArray<z.ZodString>>>;
}> = /*@__PURE__*/ z.object({
  registered: z.boolean(),
  enterpriseRegNo: z.string().regex(/^[\s\S]{0,9}$/v).exactOptional(),
  creditCode: z.string().regex(/^[\s\S]{0,18}$/v).exactOptional(),
  enterpriseCnName: z.string().regex(/^[\s\S]{0,200}$/v).exactOptional(),
  branchCode: z.string().regex(/^[\s\S]{0,3}$/v).exactOptional(),
  regStatus: z.string().regex(/^[\s\S]{0,2}$/v).exactOptional(),
  mismatch: z.array(z.string()).readonly().exactOptional(),
});

/** Checks the shape of {@link SyncEnterpriseFilingRequest}. */
export const SyncEnterpriseFilingRequestSchema: z.ZodObject<{
  enterpriseRegNo: z.ZodExactOptional<z.ZodString>;
  creditCode: z.ZodExactOptional<z.ZodString>;
  branchCode: z.ZodExactOptional<z.ZodString>;
  updatedAfter: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.object({
  enterpriseRegNo: z.string().regex(/^[\s\S]{0,9}$/v).exactOptional(),
  creditCode: z.string().regex(/^[\s\S]{0,18}$/v).exactOptional(),
  branchCode: z.string().regex(/^[\s\S]{0,3}$/v).exactOptional(),
  updatedAfter: z.string().regex(/^[\s\S]{0,19}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])$/v).exactOptional(),
});

/** Checks the shape of {@link EnterpriseSigner}. */
export const EnterpriseSignerSchema: z.ZodObject<{
  signerId: z.ZodString;
  signerName: z.ZodString;
  signStatus: z.ZodExactOptional<z.ZodString>;
  isDefault: z.ZodExactOptional<z.ZodBoolean>;
}> = /*@__PURE__*/ z.object({
  signerId: z.string().regex(/^[\s\S]{0,64}$/v),
  signerName: z.string().regex(/^[\s\S]{0,50}$/v),
  signStatus: z.string().regex(/^[\s\S]{0,2}$/v).exactOptional(),
  isDefault: z.boolean().exactOptional(),
});

/** Checks the shape of {@link EnterpriseSignerList}. */
export const EnterpriseSignerListSchema: z.ZodObject<{
  signer: z.ZodExactOptional<z.ZodReadonly<z.ZodArray<typeof EnterpriseSignerSchema>>>;
}> = /*@__PURE__*/ z.object({
  signer: z.array(EnterpriseSignerSchema).readonly().exactOptional(),
});

/** Checks the shape of {@link EnterpriseSeal}. */
export const EnterpriseSealSchema: z.ZodObject<{
  sealId: z.ZodString;
  sealType: z.ZodString;
  sealStatus: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.object({
  sealId: z.string().regex(/^[\s\S]{0,64}$/v),
  sealType: z.string().regex(/^[\s\S]{0,2}$/v),
  sealStatus: z.string().regex(/^[\s\S]{0,2}$/v).exactOptional(),
});

/** Checks the shape of {@link EnterpriseSealList}. */
export const EnterpriseSealListSchema: z.ZodObject<{
  seal: z.ZodExactOptional<z.ZodReadonly<z.ZodArray<typeof EnterpriseSealSchema>>>;
}> = /*@__PURE__*/ z.object({
  seal: z.array(EnterpriseSealSchema).readonly().exactOptional(),
});

/** Checks the shape of {@link Enterprise}. */
export const EnterpriseSchema: z.ZodObject<{
  enterpriseRegNo: z.ZodString;
  creditCode: z.ZodString;
  branchCode: z.ZodString;
  enterpriseCnName: z.ZodString;
  enterpriseEnName: z.ZodString;
  cnAddress: z.ZodExactOptional<z.ZodString>;
  enAddress: z.ZodExactOptional<z.ZodString>;
  customsCode: z.ZodExactOptional<z.ZodString>;
  enterpriseType: z.ZodExactOptional<z.ZodString>;
  legalPerson: z.ZodExactOptional<z.ZodString>;
  contactName: z.ZodExactOptional<z.ZodString>;
  contactTel: z.ZodExactOptional<z.ZodString>;
  email: z.ZodExactOptional<z.ZodString>;
  filingStatus: z.ZodString;
  validTo: z.ZodExactOptional<z.ZodString>;
  updatedAt: z.ZodExactOptional<z.ZodString>;
  signers: z.ZodExactOptional<typeof EnterpriseSignerListSchema>;
  seals: z.ZodExactOptional<typeof EnterpriseSealListSchema>;
}> = /*@__PURE__*/ z.object({
  enterpriseRegNo: z.string().regex(/^[\s\S]{0,9}$/v),
  creditCode: z.string().regex(/^[\s\S]{0,18}$/v),
  branchCode: z.string().regex(/^[\s\S]{0,3}$/v),
  enterpriseCnName: z.string().regex(/^[\s\S]{0,200}$/v),
  enterpriseEnName: z.string().regex(/^[\s\S]{0,400}$/v),
  cnAddress: z.string().regex(/^[\s\S]{0,400}$/v).exactOptional(),
  enAddress: z.string().regex(/^[\s\S]{0,400}$/v).exactOptional(),
  customsCode: z.string().regex(/^[\s\S]{0,10}$/v).exactOptional(),
  enterpriseType: z.string().regex(/^[\s\S]{0,2}$/v).exactOptional(),
  legalPerson: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  contactName: z.string().regex(/^[\s\S]{0,30}$/v).exactOptional(),
  contactTel: z.string().regex(/^[\s\S]{0,30}$/v).exactOptional(),
  email: z.string().regex(/^[\s\S]{0,100}$/v).exactOptional(),
  filingStatus: z.string().regex(/^[\s\S]{0,2}$/v),
  validTo: z.string().regex(/^[\s\S]{0,10}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$/v).exactOptional(),
  updatedAt: z.string().regex(/^[\s\S]{0,19}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])$/v).exactOptional(),
  signers: EnterpriseSignerListSchema.exactOptional(),
  seals: EnterpriseSealListSchema.exactOptional(),
});

/** Checks the shape of {@link SyncEnterpriseFilingResponse}. */
export const SyncEnterpriseFilingResponseSchema: z.ZodObject<{
  enterprise: z.ZodExactOptional<typeof EnterpriseSchema>;
}> = /*@__PURE__*/ z.object({
  enterprise: EnterpriseSchema.exactOptional(),
});
