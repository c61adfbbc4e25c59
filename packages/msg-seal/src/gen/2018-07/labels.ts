// @generated from schemas/2018-07/exchange.wsdl, sha256 cb14f647; schemas/2018-07/push.wsdl, sha256 babb5fc5; schemas/2018-07/seal.xsd, sha256 6f859534. Do not edit: change the schema, run `pnpm generate`.

/** Label of a field in both languages. */
export interface FieldLabel {
  readonly zh: string;
  readonly en: string;
}

/** Labels by `Message.path`, without indices: `ApplyGoodsFilingRequest.materials.material.hsCode`. */
export const labels: Readonly<Record<string, FieldLabel>> = {
  "ApplySealSignatureRequest.sealApplyId": { zh: "申请ID", en: "platform id" },
  "ApplySealSignatureRequest.enterpriseRegNo": { zh: "企业注册号", en: "exporter" },
  "ApplySealSignatureRequest.creditCode": { zh: "统一社会信用代码", en: "credit code" },
  "ApplySealSignatureRequest.branchCode": { zh: "分支会编码", en: "branch" },
  "ApplySealSignatureRequest.applyType": { zh: "申请类型", en: "new / replace / cancel" },
  "ApplySealSignatureRequest.seals": { zh: "印章列表", en: "seals" },
  "ApplySealSignatureRequest.seals.seal": { zh: "印章", en: "seal" },
  "ApplySealSignatureRequest.seals.seal.sealType": { zh: "印章类型", en: "Chinese, English or bilingual seal" },
  "ApplySealSignatureRequest.seals.seal.imageFormat": { zh: "图片格式", en: "JPG / PNG" },
  "ApplySealSignatureRequest.seals.seal.image": { zh: "印章图片", en: "base64 image" },
  "ApplySealSignatureRequest.signers": { zh: "手签员列表", en: "signatories" },
  "ApplySealSignatureRequest.signers.signer": { zh: "手签员", en: "signatory" },
  "ApplySealSignatureRequest.signers.signer.signerName": { zh: "手签员姓名", en: "signatory" },
  "ApplySealSignatureRequest.signers.signer.idType": { zh: "证件类型", en: "identity document" },
  "ApplySealSignatureRequest.signers.signer.idNo": { zh: "证件号码", en: "identity number (sensitive)" },
  "ApplySealSignatureRequest.signers.signer.mobile": { zh: "手机", en: "mobile (sensitive)" },
  "ApplySealSignatureRequest.signers.signer.imageFormat": { zh: "图片格式", en: "JPG / PNG" },
  "ApplySealSignatureRequest.signers.signer.image": { zh: "签名图片", en: "base64 image" },
  "ApplySealSignatureRequest.attachments": { zh: "附件列表", en: "attachments" },
  "ApplySealSignatureRequest.attachments.attachment": { zh: "附件", en: "attachment" },
  "ApplySealSignatureRequest.attachments.attachment.fileType": { zh: "附件类型", en: "AUTH = 手签员授权书" },
  "ApplySealSignatureRequest.attachments.attachment.fileName": { zh: "附件名称", en: "file name" },
  "ApplySealSignatureRequest.attachments.attachment.content": { zh: "附件内容", en: "base64" },
  "ApplySealSignatureResponse.sealApplyId": { zh: "申请ID", en: "id" },
  "ApplySealSignatureResponse.status": { zh: "状态", en: "state" },
  "PushSealSignatureAuditResultRequest.sealApplyId": { zh: "申请ID", en: "id" },
  "PushSealSignatureAuditResultRequest.enterpriseRegNo": { zh: "企业注册号", en: "exporter" },
  "PushSealSignatureAuditResultRequest.auditResult": { zh: "审核结果", en: "result" },
  "PushSealSignatureAuditResultRequest.auditOpinion": { zh: "审核意见", en: "reason" },
  "PushSealSignatureAuditResultRequest.auditTime": { zh: "审核时间", en: "time" },
  "PushSealSignatureAuditResultRequest.sealId": { zh: "印章ID", en: "assigned seal id" },
  "PushSealSignatureAuditResultRequest.signerId": { zh: "手签员ID", en: "assigned signatory id" },
  "QuerySealSignatureRequest.sealApplyId": { zh: "申请ID", en: "id" },
  "QuerySealSignatureRequest.enterpriseRegNo": { zh: "企业注册号", en: "exporter" },
  "QuerySealSignatureResponse.items": { zh: "印章签名列表", en: "seals and signatures" },
  "QuerySealSignatureResponse.items.item": { zh: "印章签名", en: "seal or signature" },
  "QuerySealSignatureResponse.items.item.sealApplyId": { zh: "申请ID", en: "id" },
  "QuerySealSignatureResponse.items.item.kind": { zh: "类别", en: "SEAL or SIGN" },
  "QuerySealSignatureResponse.items.item.sealType": { zh: "印章类型", en: "seal kind" },
  "QuerySealSignatureResponse.items.item.signerName": { zh: "手签员姓名", en: "signatory" },
  "QuerySealSignatureResponse.items.item.status": { zh: "状态", en: "state" },
  "QuerySealSignatureResponse.items.item.auditOpinion": { zh: "审核意见", en: "reason" },
  "QuerySealSignatureResponse.items.item.updatedAt": { zh: "更新时间", en: "last change" },
};
