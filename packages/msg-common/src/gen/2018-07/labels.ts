// @generated from schemas/2018-07/common.xsd, sha256 37e98f8c. Do not edit: change the schema, run `pnpm generate`.

/** Label of a field in both languages. */
export interface FieldLabel {
  readonly zh: string;
  readonly en: string;
}

/** Labels by `Message.path`, without indices: `ApplyGoodsFilingRequest.materials.material.hsCode`. */
export const labels: Readonly<Record<string, FieldLabel>> = {
  "RequestHead.providerCode": { zh: "接入商代码", en: "access code given on admission" },
  "RequestHead.service": { zh: "接口编码", en: "operation or interface number" },
  "RequestHead.version": { zh: "版本", en: "message version, start at 1.0" },
  "RequestHead.messageId": { zh: "报文流水号", en: "unique per message; used for idempotency and replay checks" },
  "RequestHead.timestamp": { zh: "时间戳", en: "yyyyMMddHHmmss, Beijing time by default; format configurable" },
  "RequestHead.nonceStr": { zh: "随机串", en: "random string" },
  "RequestHead.signType": { zh: "签名类型", en: "HMAC-SHA256" },
  "RequestHead.sign": { zh: "签名", en: "signature value" },
  "ResponseHead.providerCode": { zh: "接入商代码", en: "echo" },
  "ResponseHead.messageId": { zh: "报文流水号", en: "echo" },
  "ResponseHead.timestamp": { zh: "时间戳", en: "time of the answer" },
  "ResponseHead.returnCode": { zh: "返回码", en: "0000 = success" },
  "ResponseHead.returnMessage": { zh: "返回信息", en: "text" },
  "ResponseHead.nonceStr": { zh: "随机串", en: "random string" },
  "ResponseHead.signType": { zh: "签名类型", en: "HMAC-SHA256" },
  "ResponseHead.sign": { zh: "签名", en: "signature of the answer" },
};
