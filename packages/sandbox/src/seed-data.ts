import type { BranchRecord, EnterpriseRecord } from "./records.ts";
import { parseDateTime } from "./time.ts";

/** Branches and enterprises a sandbox starts with. */
export interface SeedData {
  readonly branches: readonly BranchRecord[];
  readonly enterprises: readonly EnterpriseRecord[];
}

const SINCE = parseDateTime("2026-01-05 09:00:00") as number;
const SELF_PRINT = ["C", "H", "K", "A", "GE", "B", "S", "I", "N", "X", "RC"];
const ALL_FORMS = [...SELF_PRINT, "PR", "TR", "E", "F", "P", "R", "L", "CA", "MU", "NI", "EC", "SE", "HD", "MV", "CG"];

function branch(branchCode: string, city: string, cityEn: string, provinceCode: string, status = "1"): BranchRecord {
  return {
    branchCode,
    branchName: `模拟${city}分支会`,
    branchEnName: `MOCK ${cityEn} SUB-COUNCIL OF CCPIT (SIMULATED)`,
    provinceCode,
    address: `${city}市模拟路 1 号`,
    telephone: "000-00000000",
    signPlaceEn: `${cityEn}, CHINA`,
    supportedDocTypes: ALL_FORMS,
    selfPrintDocTypes: SELF_PRINT,
    status,
    updatedAt: SINCE,
  };
}

function enterprise(
  enterpriseRegNo: string,
  creditCode: string,
  name: string,
  nameEn: string,
  more: Partial<EnterpriseRecord> = {},
): EnterpriseRecord {
  return {
    enterpriseRegNo,
    creditCode,
    branchCode: enterpriseRegNo.slice(0, 3),
    enterpriseCnName: name,
    enterpriseEnName: nameEn,
    cnAddress: "模拟市模拟路 8 号",
    enAddress: "NO. 8 MOCK ROAD, MOCK CITY, CHINA",
    enterpriseType: "3",
    legalPerson: "模拟甲",
    contactName: "模拟乙",
    contactTel: "000-00000000",
    email: "mock@example.invalid",
    filingStatus: "1",
    validTo: "2030-12-31",
    updatedAt: SINCE,
    signers: [],
    seals: [],
    ...more,
  };
}

function filed(regNo: string): Pick<EnterpriseRecord, "signers" | "seals"> {
  return {
    signers: [{ signerId: `SG${regNo}01`, signerName: "模拟丙", signStatus: "1", isDefault: true }],
    seals: [
      { sealId: `SL${regNo}01`, sealType: "CN", sealStatus: "1" },
      { sealId: `SL${regNo}02`, sealType: "EN", sealStatus: "1" },
    ],
  };
}

/** The made-up registry (模拟数据): no branch, enterprise, person or number in it is real. A fresh copy each time. */
export function defaultSeedData(): SeedData {
  return {
    branches: [
      branch("311", "苏州", "SUZHOU", "320000"),
      branch("310", "上海", "SHANGHAI", "310000"),
      branch("440", "深圳", "SHENZHEN", "440000"),
      branch("330", "宁波", "NINGBO", "330000"),
      branch("999", "停办", "CLOSED TOWN", "999000", "0"),
    ],
    enterprises: [
      enterprise(
        "311000001",
        "91320594MA1M0CK17P",
        "苏州模拟贸易有限公司",
        "SUZHOU MOCK TRADING CO., LTD.",
        filed("311000001"),
      ),
      // No seal, no signature: asks for code 3005.
      enterprise("311000002", "91320594MA1M0CK25J", "苏州模拟制造有限公司", "SUZHOU MOCK MANUFACTURING CO., LTD."),
      enterprise(
        "310000003",
        "91310115MA1M0CK337",
        "上海模拟进出口有限公司",
        "SHANGHAI MOCK IMPORT AND EXPORT CO., LTD.",
        filed("310000003"),
      ),
      // Suspended: asks for code 3001.
      enterprise("440000004", "91440304MA1M0CK41H", "深圳模拟电子有限公司", "SHENZHEN MOCK ELECTRONICS CO., LTD.", {
        filingStatus: "8",
      }),
      // Bound to another platform only: asks for code 3001.
      enterprise("330000005", "91330212MA1M0CK5XU", "宁波模拟纺织有限公司", "NINGBO MOCK TEXTILE CO., LTD.", {
        ...filed("330000005"),
        providers: ["OTHER001"],
      }),
    ],
  };
}
