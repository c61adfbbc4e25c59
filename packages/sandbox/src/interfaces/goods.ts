import type { Body, FilingRecord } from "../records.ts";
import { recordKey } from "../state.ts";
import { formatDate, formatDateTime } from "../time.ts";
import { codeRefusal } from "../wire/refusal.ts";
import {
  type Call,
  defined,
  enterpriseFor,
  type InterfaceHandler,
  issue,
  itemsIn,
  paged,
  refuseIssues,
  textIn,
} from "./call.ts";
import { windowOf } from "./documents.ts";

/** Interface 6, 商品备案申请. */
export const applyGoodsFiling: InterfaceHandler = (call) => {
  const { body, state, providerCode, now } = call;
  const filingId = textIn(body, "filingId") ?? "";
  const echo = { filingId };
  if (filingId === "") refuseIssues([issue("filingId", "缺失", "is empty", "REQUIRED")], echo);
  const enterprise = enterpriseFor(call, String(body["enterpriseRegNo"]), echo);
  if (body["creditCode"] !== undefined && body["creditCode"] !== enterprise.creditCode) {
    refuseIssues([issue("creditCode", "与企业备案不一致", "differs from the filed record")], echo);
  }
  const key = recordKey(providerCode, filingId);
  const known = state.data.filings.get(key);
  const action = textIn(body, "applyType") ?? "0";
  requireState(known, action, echo);
  const record: FilingRecord = known ?? {
    kind: "goods-filing",
    providerCode,
    filingId,
    status: "0",
    sent: false,
    createdAt: now,
    updatedAt: now,
    version: 0,
    body,
    history: [],
  };
  record.version++;
  record.updatedAt = now;
  state.data.filings.set(key, record);
  if (action === "9") call.office.cancelFiling(record);
  else {
    record.body = body;
    if (body["sendAudit"] === true) call.office.submit(record);
    else record.history.push({ at: now, status: record.status, note: "saved" });
  }
  return defined({ filingId, goodsFilingNo: record.goodsFilingNo, filingStatus: record.status });
};

/** Interface 10, 商品备案查询. */
export const queryGoodsFiling: InterfaceHandler = (call) => {
  const { body } = call;
  const keys = ["filingId", "goodsFilingNo", "enterpriseRegNo", "hsCode", "areaCode", "status"];
  if (keys.every((name) => textIn(body, name) === undefined)) {
    refuseIssues([
      issue("filingId", `${keys.join("、")} 至少给出一个`, `one of ${keys.join(", ")} is needed`, "REQUIRED"),
    ]);
  }
  const area = textIn(body, "areaCode");
  const wanted = (name: string, value: unknown): boolean => body[name] === undefined || body[name] === value;
  const all = ownFilings(call).filter(
    (one) =>
      wanted("filingId", one.filingId) &&
      wanted("goodsFilingNo", one.goodsFilingNo) &&
      wanted("enterpriseRegNo", one.body["enterpriseRegNo"]) &&
      wanted("hsCode", one.body["hsCode"]) &&
      wanted("status", one.status) &&
      (area === undefined || areasOf(one.body).includes(area)),
  );
  const { items, counts } = paged(body, all);
  const filing = items.map((one) =>
    defined({
      filingId: one.filingId,
      goodsFilingNo: one.goodsFilingNo,
      hsCode: one.body["hsCode"],
      goodsCnName: one.body["goodsCnName"],
      goodsEnName: one.body["goodsEnName"],
      status: one.status,
      auditOpinion: one.auditOpinion,
      validTo: one.validTo,
      updatedAt: formatDateTime(one.updatedAt),
      preferences: preferencesOf(one),
    }),
  );
  return { ...counts, filings: { filing } };
};

/** Interface 12, 商品备案同步. */
export const syncGoodsFilings: InterfaceHandler = (call) => {
  const { body } = call;
  const inWindow = windowOf(body);
  const regNo = textIn(body, "enterpriseRegNo");
  const all = ownFilings(call)
    .filter((one) => inWindow(one.updatedAt) && (regNo === undefined || one.body["enterpriseRegNo"] === regNo))
    .sort((a, b) => a.updatedAt - b.updatedAt || (a.filingId < b.filingId ? -1 : 1));
  const { items, counts } = paged(body, all);
  const filing = items.map((one) =>
    defined({
      filingId: one.filingId,
      goodsFilingNo: one.goodsFilingNo,
      status: one.status,
      updatedAt: formatDateTime(one.updatedAt),
      detail: one.body,
    }),
  );
  return { ...counts, filings: { filing } };
};

/** Every line of a preferential application needs an approved filing of its exporter for its agreement, or code 3004. */
export function requireFilings(call: Call, echo: Body): void {
  const agreement = textIn(call.body, "agreementCode") ?? String(call.body["docType"]);
  for (const [index, goods] of itemsIn(call.body, "goodsList", "goods").entries()) {
    const number = String(goods["goodsFilingNo"]);
    const filing = ownFilings(call).find((one) => one.goodsFilingNo === number);
    const approved = filing?.approvedBody;
    const inForce =
      filing !== undefined &&
      filing.status !== "9" &&
      approved !== undefined &&
      approved["enterpriseRegNo"] === call.body["enterpriseRegNo"] &&
      areasOf(approved).includes(agreement) &&
      (filing.validTo === undefined || filing.validTo >= formatDate(call.now));
    if (!inForce) {
      throw codeRefusal(
        "3004",
        `goodsList/goods[${index + 1}]: filing ${number} is missing, not approved, expired or not for ${agreement}`,
        `商品未备案：第 ${index + 1} 行备案号 ${number} 不存在、未通过、已过期或不适用 ${agreement}`,
        { body: echo },
      );
    }
  }
}

function ownFilings(call: Call): FilingRecord[] {
  return [...call.state.data.filings.values()].filter((one) => one.providerCode === call.providerCode);
}

function requireState(known: FilingRecord | undefined, action: string, echo: Body): void {
  const refuse = (why: string, zh: string): never => {
    throw codeRefusal("3003", why, `状态不允许：${zh}`, {
      body: { ...echo, ...(known === undefined ? {} : { filingStatus: known.status }) },
    });
  };
  if (known === undefined) {
    if (action !== "0")
      throw codeRefusal("3003", "nothing to change or cancel", "状态不允许：没有可变更或注销的备案", { body: echo });
    return;
  }
  const editable = (known.status === "0" && !known.sent) || known.status === "2";
  if (action === "0" && !editable) refuse(`the filing is in state ${known.status}`, `备案状态为 ${known.status}`);
  if (action === "1" && known.status !== "1" && !(editable && known.approvedBody !== undefined)) {
    refuse("only an approved filing can be changed", "仅审核通过的备案可变更");
  }
  if (action === "9" && known.approvedBody === undefined)
    refuse("only an approved filing can be cancelled", "仅审核通过的备案可注销");
  if (known.status === "9") refuse("the filing is cancelled", "备案已注销");
}

function areasOf(body: Body): readonly string[] {
  return itemsIn(body, "preferences", "preference").map((one) => String(one["areaCode"]));
}

function preferencesOf(filing: FilingRecord): Body | undefined {
  const preference = itemsIn(filing.body, "preferences", "preference").map((one) =>
    defined({ areaCode: one["areaCode"], originCriterion: one["originCriterion"] }),
  );
  return preference.length === 0 ? undefined : { preference };
}
