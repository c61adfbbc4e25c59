import type { SampleSet } from "./message-samples.ts";
import type { Fields } from "./node.ts";
import { ningbo, shunde, suzhou, xiamen } from "./parties.ts";

const branch = (fields: Fields & { readonly branchEnName: string }): Fields => ({
  supportedDocTypes: "C RC E K A",
  status: "1",
  ...fields,
  branchEnName: `CHINA COUNCIL FOR THE PROMOTION OF INTERNATIONAL TRADE, ${fields.branchEnName}`,
});

const suzhouBranch = branch({
  branchCode: "311",
  branchName: "中国国际贸易促进委员会苏州分会",
  branchEnName: "SUZHOU SUB-COUNCIL",
  provinceCode: "320000",
  parentCode: "310",
  address: "江苏省苏州市示例路100号",
  telephone: "0512-60000100",
  signPlaceEn: "SUZHOU, CHINA",
  selfPrintDocTypes: "C RC",
});

export const enterpriseSamples: SampleSet = {
  QueryBranchesRequest: {
    timestamp: "20260301093000",
    complete: {
      provinceCode: "320000",
      branchCode: "311",
      branchName: "苏州",
      updatedAfter: "2026-01-01 00:00:00",
      pageNo: "1",
      pageSize: "20",
    },
    realistic: [
      { name: "by-chinese-name", body: { branchName: "国际贸易促进委员会宁波", pageNo: "1", pageSize: "50" } },
      { name: "by-code", body: { branchCode: "311" } },
    ],
  },
  QueryBranchesResponse: {
    timestamp: "20260301093001",
    complete: { total: "1", pageNo: "1", pageSize: "20", branches: { branch: [suzhouBranch] } },
    realistic: [
      {
        name: "four-branches",
        body: {
          total: "4",
          pageNo: "1",
          pageSize: "50",
          branches: {
            branch: [
              suzhouBranch,
              branch({
                branchCode: "331",
                branchName: "中国国际贸易促进委员会宁波市分会",
                branchEnName: "NINGBO SUB-COUNCIL",
                provinceCode: "330000",
                signPlaceEn: "NINGBO, CHINA",
              }),
              branch({
                branchCode: "351",
                branchName: "中国国际贸易促进委员会厦门市分会",
                branchEnName: "XIAMEN SUB-COUNCIL",
                provinceCode: "350000",
                signPlaceEn: "XIAMEN, CHINA",
              }),
              branch({
                branchCode: "441",
                branchName: "中国国际贸易促进委员会佛山市分会",
                branchEnName: "FOSHAN SUB-COUNCIL",
                provinceCode: "440000",
                telephone: "0757-20000441",
                signPlaceEn: "FOSHAN, CHINA",
                selfPrintDocTypes: "C",
                status: "0",
              }),
            ],
          },
        },
      },
      { name: "none-found", body: { total: "0", pageNo: "1", pageSize: "20", branches: {} } },
    ],
  },
  VerifyEnterpriseRegistrationRequest: {
    timestamp: "20260301093100",
    complete: {
      enterpriseRegNo: suzhou.regNo,
      creditCode: suzhou.creditCode,
      enterpriseCnName: suzhou.cnName,
      branchCode: suzhou.branchCode,
    },
    minimal: { creditCode: suzhou.creditCode },
    realistic: [
      { name: "by-credit-code", body: { creditCode: ningbo.creditCode, enterpriseCnName: ningbo.cnName } },
      {
        name: "rare-character",
        body: { enterpriseRegNo: "311120999", enterpriseCnName: "苏州𠮷祥样例工艺品有限公司" },
      },
    ],
  },
  VerifyEnterpriseRegistrationResponse: {
    timestamp: "20260301093101",
    complete: {
      registered: "true",
      enterpriseRegNo: suzhou.regNo,
      creditCode: suzhou.creditCode,
      enterpriseCnName: suzhou.cnName,
      branchCode: suzhou.branchCode,
      regStatus: "1",
      mismatch: "enterpriseCnName branchCode",
    },
    realistic: [
      {
        name: "registered",
        body: {
          registered: "true",
          enterpriseRegNo: ningbo.regNo,
          creditCode: ningbo.creditCode,
          enterpriseCnName: ningbo.cnName,
          branchCode: ningbo.branchCode,
          regStatus: "1",
        },
      },
      {
        name: "not-registered",
        body: { registered: "false", regStatus: "0" },
        head: { returnCode: "3001", returnMessage: "企业未注册或未绑定接入商" },
      },
    ],
  },
  SyncEnterpriseFilingRequest: {
    timestamp: "20260301093200",
    complete: {
      enterpriseRegNo: suzhou.regNo,
      creditCode: suzhou.creditCode,
      branchCode: suzhou.branchCode,
      updatedAfter: "2026-02-01 00:00:00",
    },
    minimal: { enterpriseRegNo: suzhou.regNo },
    realistic: [
      { name: "by-credit-code", body: { creditCode: xiamen.creditCode, branchCode: xiamen.branchCode } },
      { name: "changes-only", body: { enterpriseRegNo: shunde.regNo, updatedAfter: "2026-02-28 18:00:00" } },
    ],
  },
  SyncEnterpriseFilingResponse: {
    timestamp: "20260301093201",
    complete: {
      enterprise: {
        enterpriseRegNo: suzhou.regNo,
        creditCode: suzhou.creditCode,
        branchCode: suzhou.branchCode,
        enterpriseCnName: suzhou.cnName,
        enterpriseEnName: suzhou.enName,
        cnAddress: suzhou.cnAddress,
        enAddress: suzhou.enAddress,
        customsCode: "3205960001",
        enterpriseType: "1",
        legalPerson: "张示例",
        contactName: "李样例",
        contactTel: suzhou.tel,
        email: suzhou.email,
        filingStatus: "1",
        validTo: "2027-02-28",
        updatedAt: "2026-02-20 16:45:12",
        signers: {
          signer: [{ signerId: "SG-311120218-01", signerName: "王样例", signStatus: "1", isDefault: "true" }],
        },
        seals: { seal: [{ sealId: "SL-311120218-01", sealType: "CE", sealStatus: "1" }] },
      },
    },
    minimal: {
      enterprise: {
        enterpriseRegNo: suzhou.regNo,
        creditCode: suzhou.creditCode,
        branchCode: suzhou.branchCode,
        enterpriseCnName: suzhou.cnName,
        enterpriseEnName: suzhou.enName,
        filingStatus: "1",
      },
    },
    realistic: [
      {
        name: "manufacturer-with-three-signers",
        body: {
          enterprise: {
            enterpriseRegNo: shunde.regNo,
            creditCode: shunde.creditCode,
            branchCode: shunde.branchCode,
            enterpriseCnName: shunde.cnName,
            enterpriseEnName: shunde.enName,
            cnAddress: shunde.cnAddress,
            enAddress: shunde.enAddress,
            customsCode: "4422960002",
            enterpriseType: "2",
            legalPerson: "欧阳示例",
            contactName: "何样例",
            contactTel: shunde.tel,
            email: shunde.email,
            filingStatus: "1",
            validTo: "2026-12-31",
            updatedAt: "2026-01-15 09:08:07",
            signers: {
              signer: [
                { signerId: "SG-441103088-01", signerName: "何样例", signStatus: "1", isDefault: "true" },
                { signerId: "SG-441103088-02", signerName: "梁示例", signStatus: "1", isDefault: "false" },
                { signerId: "SG-441103088-03", signerName: "麦示例", signStatus: "0" },
              ],
            },
            seals: {
              seal: [
                { sealId: "SL-441103088-01", sealType: "CN", sealStatus: "1" },
                { sealId: "SL-441103088-02", sealType: "EN", sealStatus: "1" },
              ],
            },
          },
        },
      },
      { name: "not-found", body: {}, head: { returnCode: "3001", returnMessage: "未找到该企业的备案信息" } },
    ],
  },
};
