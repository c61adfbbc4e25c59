import type { Sandbox } from "@coo/sandbox";
import { application, dateTime, operationOf } from "./messages.ts";

/** One of the 14 calls: full, realistic, and fitting the state that the calls before it left. */
export interface Call {
  readonly operation: string;
  readonly body: (sandbox: Sandbox) => object;
}

interface Ids {
  readonly filingId: string;
  readonly sealApplyId: string;
  readonly docId: string;
}

const request = (operation: string) => operationOf(operation).request;
const enterprise = () =>
  application("enterprise", request("verifyEnterpriseRegistration")) as { enterpriseRegNo: string };
const seal = () => application("seal", request("applySealSignature")) as Ids;
const filing = () => application("goods-filing", request("applyGoodsFiling")) as Ids & { hsCode: string };
const general = () => application("general", request("applyGeneralCertificate")) as Ids & { docType: string };
const rcep = (sandbox: Sandbox) => {
  const body = application("rcep", request("applyPreferentialCertificate")) as Ids & {
    docType: string;
    goodsList: { goods: readonly object[] };
  };
  const record = sandbox.control.get(filing().filingId, { kind: "goods-filing" }) as { goodsFilingNo?: string };
  const lines = body.goodsList.goods.map((line) => ({ ...line, goodsFilingNo: record.goodsFilingNo }));
  return { ...body, goodsList: { ...body.goodsList, goods: lines } };
};
const pages = { pageNo: 1, pageSize: 200 };
const range = (sandbox: Sandbox) => ({
  startTime: dateTime(sandbox.clock.now() - 86_400_000),
  endTime: dateTime(sandbox.clock.now() + 1000),
});

/** In the order in which a reviewer who approves at once leaves each of them with something to do. */
export const CALLS: readonly Call[] = [
  { operation: "queryBranches", body: () => ({ provinceCode: "320000", branchName: "苏州", ...pages }) },
  { operation: "verifyEnterpriseRegistration", body: enterprise },
  {
    operation: "syncEnterpriseFiling",
    body: () => ({ enterpriseRegNo: enterprise().enterpriseRegNo, branchCode: "311" }),
  },
  { operation: "applySealSignature", body: seal },
  {
    operation: "querySealSignature",
    body: () => ({ sealApplyId: seal().sealApplyId, enterpriseRegNo: enterprise().enterpriseRegNo }),
  },
  { operation: "applyGoodsFiling", body: filing },
  {
    operation: "queryGoodsFiling",
    body: () => ({ filingId: filing().filingId, hsCode: filing().hsCode, ...pages }),
  },
  {
    operation: "syncGoodsFilings",
    body: (sandbox) => ({ enterpriseRegNo: enterprise().enterpriseRegNo, ...range(sandbox), ...pages }),
  },
  {
    operation: "previewDocument",
    body: (sandbox) => ({ docType: rcep(sandbox).docType, draft: { preferential: rcep(sandbox) } }),
  },
  { operation: "applyGeneralCertificate", body: general },
  { operation: "applyPreferentialCertificate", body: rcep },
  { operation: "queryDocument", body: (sandbox) => ({ docId: rcep(sandbox).docId, withDetail: true }) },
  { operation: "syncDocuments", body: (sandbox) => ({ ...range(sandbox), ...pages }) },
  { operation: "printDocument", body: () => ({ docId: general().docId, docType: general().docType, printMode: "1" }) },
];
