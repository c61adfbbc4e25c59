import type { Body, EnterpriseRecord, SealItem, SealRecord } from "../records.ts";
import { recordKey } from "../state.ts";
import { formatDateTime } from "../time.ts";
import { codeRefusal } from "../wire/refusal.ts";
import { defined, enterpriseFor, type InterfaceHandler, issue, itemsIn, refuseIssues, textIn } from "./call.ts";

/** Interface 16, 印章签名申请. */
export const applySealSignature: InterfaceHandler = (call) => {
  const { body, state, providerCode, now } = call;
  const sealApplyId = textIn(body, "sealApplyId") ?? "";
  const echo = { sealApplyId };
  if (sealApplyId === "") refuseIssues([issue("sealApplyId", "缺失", "is empty", "REQUIRED")], echo);
  const items: SealItem[] = [
    ...itemsIn(body, "seals", "seal").map(
      (one): SealItem => ({ kind: "SEAL", sealType: String(one["sealType"]), status: "0" }),
    ),
    ...itemsIn(body, "signers", "signer").map(
      (one): SealItem => ({ kind: "SIGN", signerName: String(one["signerName"]), status: "0" }),
    ),
  ];
  if (items.length === 0) {
    refuseIssues(
      [issue("seals", "印章与手签员至少给出一项", "at least one of seals and signers is needed", "REQUIRED")],
      echo,
    );
  }
  const enterprise = enterpriseFor(call, String(body["enterpriseRegNo"]), echo);
  const key = recordKey(providerCode, sealApplyId);
  const known = state.data.seals.get(key);
  if (known !== undefined && known.status !== "2") {
    throw codeRefusal(
      "3003",
      `the application is in state ${known.status}`,
      `状态不允许：申请状态为 ${known.status}，仅退回后可重新提交`,
      {
        body: { ...echo, status: known.status },
      },
    );
  }
  const record: SealRecord = known ?? {
    kind: "seal",
    providerCode,
    sealApplyId,
    enterpriseRegNo: enterprise.enterpriseRegNo,
    status: "0",
    createdAt: now,
    updatedAt: now,
    version: 0,
    body,
    items,
    history: [],
  };
  record.body = body;
  record.items = items;
  record.version++;
  record.updatedAt = now;
  state.data.seals.set(key, record);
  call.office.submit(record);
  return { sealApplyId, status: record.status };
};

/** Interface 18, 印章签名查询. */
export const querySealSignature: InterfaceHandler = ({ body, state, providerCode }) => {
  const [id, regNo] = [textIn(body, "sealApplyId"), textIn(body, "enterpriseRegNo")];
  if (id === undefined && regNo === undefined) {
    refuseIssues([
      issue(
        "sealApplyId",
        "sealApplyId 与 enterpriseRegNo 至少给出一个",
        "sealApplyId or enterpriseRegNo is needed",
        "REQUIRED",
      ),
    ]);
  }
  const found = [...state.data.seals.values()].filter(
    (one) =>
      one.providerCode === providerCode &&
      (id === undefined || one.sealApplyId === id) &&
      (regNo === undefined || one.enterpriseRegNo === regNo),
  );
  const item = found.flatMap((one) =>
    one.items.map((part) =>
      defined({
        sealApplyId: one.sealApplyId,
        kind: part.kind,
        sealType: part.sealType,
        signerName: part.signerName,
        status: part.status,
        auditOpinion: one.auditOpinion,
        updatedAt: formatDateTime(one.updatedAt),
      }),
    ),
  );
  return { items: { item } };
};

/** Tells whether an enterprise has an approved seal. */
export function hasApproved(enterprise: EnterpriseRecord | undefined): boolean {
  return enterprise?.seals.some((seal) => seal.sealStatus === "1") ?? false;
}

/** An approved seal and an approved signature, those named where they are, or code 3005. */
export function requireSeals(
  enterprise: EnterpriseRecord,
  sealId: string | undefined,
  signerId: string | undefined,
  echo: Body,
): void {
  const seal = enterprise.seals.some(
    (one) => one.sealStatus === "1" && (sealId === undefined || one.sealId === sealId),
  );
  const signer = enterprise.signers.some(
    (one) => one.signStatus === "1" && (signerId === undefined || one.signerId === signerId),
  );
  if (seal && signer) return;
  const [what, zh] = seal ? ["signature", "手签员签名"] : ["seal", "印章"];
  throw codeRefusal(
    "3005",
    `${enterprise.enterpriseRegNo} has no approved ${what}`,
    `印章签名未审核：${enterprise.enterpriseRegNo} 的${zh}未通过审核`,
    {
      body: echo,
    },
  );
}
