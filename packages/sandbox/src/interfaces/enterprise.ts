import type { BranchRecord, EnterpriseRecord } from "../records.ts";
import { formatDateTime, parseDateTime } from "../time.ts";
import { codeRefusal } from "../wire/refusal.ts";
import { type Call, defined, type InterfaceHandler, isBound, issue, paged, refuseIssues, textIn } from "./call.ts";

/** Interface 1, 分支会查询. */
export const queryBranches: InterfaceHandler = ({ body, state }) => {
  const [province, code, name] = [textIn(body, "provinceCode"), textIn(body, "branchCode"), textIn(body, "branchName")];
  const after = timeIn(body["updatedAfter"], "updatedAfter");
  const all = state.data.branches.filter(
    (branch) =>
      (province === undefined || branch.provinceCode === province) &&
      (code === undefined || branch.branchCode === code) &&
      (name === undefined || branch.branchName.includes(name)) &&
      (after === undefined || (branch.updatedAt ?? 0) > after),
  );
  const { items, counts } = paged(body, all);
  return { ...counts, branches: { branch: items.map(branchView) } };
};

/** Interface 2, 企业注册信息校验. */
export const verifyEnterpriseRegistration: InterfaceHandler = (call) => {
  const { body } = call;
  const enterprise = findEnterprise(call);
  if (enterprise === undefined) {
    return defined({
      registered: false,
      enterpriseRegNo: body["enterpriseRegNo"],
      creditCode: body["creditCode"],
      regStatus: "0",
    });
  }
  const compared = ["enterpriseRegNo", "creditCode", "enterpriseCnName", "branchCode"] as const;
  const mismatch = compared.filter((name) => body[name] !== undefined && body[name] !== enterprise[name]);
  return defined({
    registered: enterprise.filingStatus === "1",
    enterpriseRegNo: enterprise.enterpriseRegNo,
    creditCode: enterprise.creditCode,
    enterpriseCnName: enterprise.enterpriseCnName,
    branchCode: enterprise.branchCode,
    regStatus: enterprise.filingStatus,
    mismatch: mismatch.length > 0 ? mismatch : undefined,
  });
};

/** Interface 3, 企业备案信息同步. */
export const syncEnterpriseFiling: InterfaceHandler = (call) => {
  const enterprise = findEnterprise(call);
  if (enterprise === undefined || !isBound(enterprise, call.providerCode)) {
    throw codeRefusal("3001", "enterprise not registered or not bound", "企业未注册/未绑定");
  }
  const after = timeIn(call.body["updatedAfter"], "updatedAfter");
  if (after !== undefined && enterprise.updatedAt <= after) return {};
  return { enterprise: enterpriseView(enterprise) };
};

function branchView({ updatedAt: _updatedAt, ...branch }: BranchRecord): Readonly<Record<string, unknown>> {
  return branch;
}

function findEnterprise(call: Call): EnterpriseRecord | undefined {
  const [regNo, creditCode] = [textIn(call.body, "enterpriseRegNo"), textIn(call.body, "creditCode")];
  if (regNo === undefined && creditCode === undefined) {
    refuseIssues([
      issue("enterpriseRegNo", "企业注册号与统一社会信用代码至少给出一个", "regNo or creditCode is needed", "REQUIRED"),
    ]);
  }
  const { enterprises } = call.state.data;
  if (regNo !== undefined) return enterprises.get(regNo);
  return [...enterprises.values()].find((one) => one.creditCode === creditCode);
}

function enterpriseView(enterprise: EnterpriseRecord): Readonly<Record<string, unknown>> {
  const { providers: _, updatedAt, signers, seals, ...record } = enterprise;
  return defined({
    ...record,
    updatedAt: formatDateTime(updatedAt),
    signers: signers.length === 0 ? undefined : { signer: signers.map(({ providerCode: __, ...signer }) => signer) },
    seals: seals.length === 0 ? undefined : { seal: seals.map(({ providerCode: __, ...seal }) => seal) },
  });
}

/** A date-time field in milliseconds; code 2002 when it is no real time. */
export function timeIn(value: unknown, field: string): number | undefined {
  if (typeof value !== "string") return undefined;
  const ms = parseDateTime(value);
  if (ms === undefined) refuseIssues([issue(field, "不是有效时间 yyyy-MM-dd HH:mm:ss", "is no real time", "TYPE")]);
  return ms;
}
