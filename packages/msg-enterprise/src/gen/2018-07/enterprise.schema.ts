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

const text6: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,6}$/v, "最多 6 个字符 · at most 6 characters");
const text3: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,3}$/v, "最多 3 个字符 · at most 3 characters");
const text100: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,100}$/v, "最多 100 个字符 · at most 100 characters");
const dateTime: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,19}$/v, "最多 19 个字符 · at most 19 characters").regex(/^(?:[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]) (?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])$/v, "应为 yyyy-MM-dd HH:mm:ss · must be yyyy-MM-dd HH:mm:ss");
const text200: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,200}$/v, "最多 200 个字符 · at most 200 characters");
const text50: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,50}$/v, "最多 50 个字符 · at most 50 characters");
const string_: z.ZodString = /*@__PURE__*/ z.string().regex(/^[!-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]+$/v, "多余的空白 · white space that does not count");
const text9: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,9}$/v, "最多 9 个字符 · at most 9 characters");
const text18: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,18}$/v, "最多 18 个字符 · at most 18 characters");
const text2: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,2}$/v, "最多 2 个字符 · at most 2 characters");
const text64: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,64}$/v, "最多 64 个字符 · at most 64 characters");
const text400: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,400}$/v, "最多 400 个字符 · at most 400 characters");
const text10: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,10}$/v, "最多 10 个字符 · at most 10 characters");
const text30: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,30}$/v, "最多 30 个字符 · at most 30 characters");
const date: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,10}$/v, "最多 10 个字符 · at most 10 characters").regex(/^(?:[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))$/v, "应为 yyyy-MM-dd · must be yyyy-MM-dd");

/** Checks the shape of {@link QueryBranchesRequest}. */
export const QueryBranchesRequestSchema: z.ZodObject<{
  provinceCode: z.ZodExactOptional<z.ZodString>;
  branchCode: z.ZodExactOptional<z.ZodString>;
  branchName: z.ZodExactOptional<z.ZodString>;
  updatedAfter: z.ZodExactOptional<z.ZodString>;
  pageNo: z.ZodExactOptional<z.ZodInt>;
  pageSize: z.ZodExactOptional<z.ZodInt>;
}> = /*@__PURE__*/ z.strictObject({
  provinceCode: text6.exactOptional(),
  branchCode: text3.exactOptional(),
  branchName: text100.exactOptional(),
  updatedAfter: dateTime.exactOptional(),
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
  supportedDocTypes: z.ZodExactOptional<z.ZodArray<z.ZodString>>;
  selfPrintDocTypes: z.ZodExactOptional<z.ZodArray<z.ZodString>>;
  status: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.strictObject({
  branchCode: text3,
  branchName: text100,
  branchEnName: text200.exactOptional(),
  provinceCode: text6.exactOptional(),
  parentCode: text3.exactOptional(),
  address: text200.exactOptional(),
  telephone: text50.exactOptional(),
  signPlaceEn: text50.exactOptional(),
  supportedDocTypes: z.array(string_).exactOptional(),
  selfPrintDocTypes: z.array(string_).exactOptional(),
  status: z.string().regex(/^(?:0|1)$/v).exactOptional(),
});

/** Checks the shape of {@link BranchList}. */
export const BranchListSchema: z.ZodObject<{
  branch: z.ZodExactOptional<z.ZodArray<typeof BranchSchema>>;
}> = /*@__PURE__*/ z.strictObject({
  branch: z.array(BranchSchema).exactOptional(),
});

/** Checks the shape of {@link QueryBranchesResponse}. */
export const QueryBranchesResponseSchema: z.ZodObject<{
  total: z.ZodExactOptional<z.ZodInt>;
  pageNo: z.ZodExactOptional<z.ZodInt>;
  pageSize: z.ZodExactOptional<z.ZodInt>;
  branches: typeof BranchListSchema;
}> = /*@__PURE__*/ z.strictObject({
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
}> = /*@__PURE__*/ z.strictObject({
  enterpriseRegNo: text9.exactOptional(),
  creditCode: text18.exactOptional(),
  enterpriseCnName: text200.exactOptional(),
  branchCode: text3.exactOptional(),
});

/** Checks the shape of {@link VerifyEnterpriseRegistrationResponse}. */
export const VerifyEnterpriseRegistrationResponseSchema: z.ZodObject<{
  registered: z.ZodBoolean;
  enterpriseRegNo: z.ZodExactOptional<z.ZodString>;
  creditCode: z.ZodExactOptional<z.ZodString>;
  enterpriseCnName: z.ZodExactOptional<z.ZodString>;
  branchCode: z.ZodExactOptional<z.ZodString>;
  regStatus: z.ZodExactOptional<z.ZodString>;
  mismatch: z.ZodExactOptional<z.ZodArray<z.ZodString>>;
}> = /*@__PURE__*/ z.strictObject({
  registered: z.boolean(),
  enterpriseRegNo: text9.exactOptional(),
  creditCode: text18.exactOptional(),
  enterpriseCnName: text200.exactOptional(),
  branchCode: text3.exactOptional(),
  regStatus: text2.exactOptional(),
  mismatch: z.array(string_).exactOptional(),
});

/** Checks the shape of {@link SyncEnterpriseFilingRequest}. */
export const SyncEnterpriseFilingRequestSchema: z.ZodObject<{
  enterpriseRegNo: z.ZodExactOptional<z.ZodString>;
  creditCode: z.ZodExactOptional<z.ZodString>;
  branchCode: z.ZodExactOptional<z.ZodString>;
  updatedAfter: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.strictObject({
  enterpriseRegNo: text9.exactOptional(),
  creditCode: text18.exactOptional(),
  branchCode: text3.exactOptional(),
  updatedAfter: dateTime.exactOptional(),
});

/** Checks the shape of {@link EnterpriseSigner}. */
export const EnterpriseSignerSchema: z.ZodObject<{
  signerId: z.ZodString;
  signerName: z.ZodString;
  signStatus: z.ZodExactOptional<z.ZodString>;
  isDefault: z.ZodExactOptional<z.ZodBoolean>;
}> = /*@__PURE__*/ z.strictObject({
  signerId: text64,
  signerName: text50,
  signStatus: text2.exactOptional(),
  isDefault: z.boolean().exactOptional(),
});

/** Checks the shape of {@link EnterpriseSignerList}. */
export const EnterpriseSignerListSchema: z.ZodObject<{
  signer: z.ZodExactOptional<z.ZodArray<typeof EnterpriseSignerSchema>>;
}> = /*@__PURE__*/ z.strictObject({
  signer: z.array(EnterpriseSignerSchema).exactOptional(),
});

/** Checks the shape of {@link EnterpriseSeal}. */
export const EnterpriseSealSchema: z.ZodObject<{
  sealId: z.ZodString;
  sealType: z.ZodString;
  sealStatus: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.strictObject({
  sealId: text64,
  sealType: text2,
  sealStatus: text2.exactOptional(),
});

/** Checks the shape of {@link EnterpriseSealList}. */
export const EnterpriseSealListSchema: z.ZodObject<{
  seal: z.ZodExactOptional<z.ZodArray<typeof EnterpriseSealSchema>>;
}> = /*@__PURE__*/ z.strictObject({
  seal: z.array(EnterpriseSealSchema).exactOptional(),
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
}> = /*@__PURE__*/ z.strictObject({
  enterpriseRegNo: text9,
  creditCode: text18,
  branchCode: text3,
  enterpriseCnName: text200,
  enterpriseEnName: text400,
  cnAddress: text400.exactOptional(),
  enAddress: text400.exactOptional(),
  customsCode: text10.exactOptional(),
  enterpriseType: text2.exactOptional(),
  legalPerson: text50.exactOptional(),
  contactName: text30.exactOptional(),
  contactTel: text30.exactOptional(),
  email: text100.exactOptional(),
  filingStatus: text2,
  validTo: date.exactOptional(),
  updatedAt: dateTime.exactOptional(),
  signers: EnterpriseSignerListSchema.exactOptional(),
  seals: EnterpriseSealListSchema.exactOptional(),
});

/** Checks the shape of {@link SyncEnterpriseFilingResponse}. */
export const SyncEnterpriseFilingResponseSchema: z.ZodObject<{
  enterprise: z.ZodExactOptional<typeof EnterpriseSchema>;
}> = /*@__PURE__*/ z.strictObject({
  enterprise: EnterpriseSchema.exactOptional(),
});
