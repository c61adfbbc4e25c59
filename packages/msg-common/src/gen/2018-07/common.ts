// @generated from schemas/2018-07/common.xsd, sha256 37e98f8c. Do not edit: change the schema, run `pnpm generate`.
import type { ComplexDescriptor, MessageDescriptor, Open, SimpleDescriptor } from "@coo/soap/gen1";
import type { AttachmentTypesCode, ReturnCodesCode } from "./code-lists.ts";

/** 标志：0、1 · flag: 0, 1. XSD common.xsd:382 */
export type Flag01 = "0" | "1";

/** 标志：1、2 · flag: 1, 2. XSD common.xsd:394 */
export type Flag12 = "1" | "2";

/** 标志：0、1、2 · flag: 0, 1, 2. XSD common.xsd:406 */
export type Flag012 = "0" | "1" | "2";

/** 标志：1、2、3 · flag: 1, 2, 3. XSD common.xsd:419 */
export type Flag123 = "1" | "2" | "3";

/** 标志：SEAL、SIGN · flag: SEAL, SIGN. XSD common.xsd:432 */
export type SealOrSign = "SEAL" | "SIGN";

/** 附件 · an attachment, as content or as address. XSD common.xsd:452 */
export interface Attachment {
  /**
   * 附件类型 · attachment kind; at most 4 characters. Code list `attachment-types`, open. 推断/inferred.
   * XSD common.xsd:458
   */
  fileType: Open<AttachmentTypesCode>;
  /** 附件名称 · file name; at most 200 characters. 推断/inferred. XSD common.xsd:465 */
  fileName: string;
  /** 文件格式 · PDF, JPG, PNG ...; at most 8 characters. 推断/inferred. XSD common.xsd:472 */
  docFormat?: string;
  /** 附件内容 · base64 body; Base64 on the wire. Required when: content or url. 推断/inferred. XSD common.xsd:479 */
  content?: Uint8Array;
  /**
   * 文件地址 · address of an uploaded file; at most 500 characters. Required when: content or url. 推断/inferred.
   * XSD common.xsd:486
   */
  url?: string;
}

/** 附件列表 · attachments. XSD common.xsd:496 */
export interface AttachmentList {
  /** 附件 · attachment. 推断/inferred. XSD common.xsd:502 */
  attachment?: readonly Attachment[];
}

/** 字段错误 · a field error. Read only, not for construction. XSD common.xsd:512 */
export interface FieldError {
  /** 字段 · field path; at most 200 characters. 推断/inferred. XSD common.xsd:518 */
  field: string;
  /** 错误代码 · error code; at most 20 characters. 推断/inferred. XSD common.xsd:525 */
  code?: string;
  /** 错误信息 · message; at most 500 characters. 推断/inferred. XSD common.xsd:532 */
  message: string;
}

/** 字段错误列表 · field errors. Read only, not for construction. XSD common.xsd:542 */
export interface FieldErrorList {
  /** 错误 · error. 推断/inferred. XSD common.xsd:548 */
  error: readonly FieldError[];
}

/** 请求报文头 · head of a request; a push is a request too. XSD common.xsd:558 */
export interface RequestHead {
  /** 接入商代码 · access code given on admission; at most 32 characters. 推断/inferred. XSD common.xsd:564 */
  providerCode: string;
  /** 接口编码 · operation or interface number; at most 64 characters. 推断/inferred. XSD common.xsd:571 */
  service: string;
  /** 版本 · message version, start at 1.0; at most 8 characters. 推断/inferred. XSD common.xsd:578 */
  version: string;
  /**
   * 报文流水号 · unique per message; used for idempotency and replay checks; at most 36 characters. 推断/inferred.
   * XSD common.xsd:585
   */
  messageId: string;
  /**
   * 时间戳 · yyyyMMddHHmmss, Beijing time by default; format configurable; at most 19 characters; yyyyMMddHHmmss.
   * 推断/inferred. XSD common.xsd:592
   */
  timestamp: string;
  /** 随机串 · random string; at most 32 characters. 推断/inferred. XSD common.xsd:599 */
  nonceStr?: string;
  /** 签名类型 · HMAC-SHA256; at most 16 characters. 推断/inferred. XSD common.xsd:606 */
  signType: string;
  /** 签名 · signature value; at most 128 characters. 推断/inferred. XSD common.xsd:613 */
  sign: string;
}

/** 应答报文头 · head of an answer; the answer to a push is one too. XSD common.xsd:623 */
export interface ResponseHead {
  /** 接入商代码 · echo; at most 32 characters. 推断/inferred. XSD common.xsd:629 */
  providerCode?: string;
  /** 报文流水号 · echo; at most 36 characters. 推断/inferred. XSD common.xsd:636 */
  messageId: string;
  /** 时间戳 · time of the answer; at most 19 characters; yyyyMMddHHmmss. 推断/inferred. XSD common.xsd:643 */
  timestamp: string;
  /**
   * 返回码 · 0000 = success; at most 8 characters. Code list `return-codes`, open. 推断/inferred. XSD common.xsd:650
   */
  returnCode: Open<ReturnCodesCode>;
  /** 返回信息 · text; at most 500 characters. 推断/inferred. XSD common.xsd:660 */
  returnMessage?: string;
  /** 随机串 · random string; at most 32 characters. 推断/inferred. XSD common.xsd:670 */
  nonceStr?: string;
  /** 签名类型 · HMAC-SHA256; at most 16 characters. 推断/inferred. XSD common.xsd:677 */
  signType: string;
  /** 签名 · signature of the answer; at most 128 characters. 推断/inferred. XSD common.xsd:684 */
  sign: string;
}

const text4Value: SimpleDescriptor = {
  k: "simple",
  name: "Text4",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 4,
};
const text200Value: SimpleDescriptor = {
  k: "simple",
  name: "Text200",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 200,
};
const text8Value: SimpleDescriptor = {
  k: "simple",
  name: "Text8",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 8,
};
const base64BinaryValue: SimpleDescriptor = { k: "simple", builtin: "base64Binary", js: "bytes" };
const text500Value: SimpleDescriptor = {
  k: "simple",
  name: "Text500",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 500,
};
const text20Value: SimpleDescriptor = {
  k: "simple",
  name: "Text20",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 20,
};
const text32Value: SimpleDescriptor = {
  k: "simple",
  name: "Text32",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 32,
};
const text64Value: SimpleDescriptor = {
  k: "simple",
  name: "Text64",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 64,
};
const text36Value: SimpleDescriptor = {
  k: "simple",
  name: "Text36",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 36,
};
const timestampValue: SimpleDescriptor = {
  k: "simple",
  name: "Timestamp",
  builtin: "string",
  js: "string",
  ws: "preserve",
  patterns: ["[0-9]{14}"],
  quick: true,
  maxLength: 19,
};
const text16Value: SimpleDescriptor = {
  k: "simple",
  name: "Text16",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 16,
};
const text128Value: SimpleDescriptor = {
  k: "simple",
  name: "Text128",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 128,
};

export const AttachmentDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "Attachment",
  ns: "urn:example:ccpit-coo:reference:v1:common",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "fileType", name: "fileType", ns: "", type: text4Value, min: 1, max: 1 },
      { k: "el", prop: "fileName", name: "fileName", ns: "", type: text200Value, min: 1, max: 1 },
      { k: "el", prop: "docFormat", name: "docFormat", ns: "", type: text8Value, min: 0, max: 1 },
      { k: "el", prop: "content", name: "content", ns: "", type: base64BinaryValue, min: 0, max: 1 },
      { k: "el", prop: "url", name: "url", ns: "", type: text500Value, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const AttachmentListDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "AttachmentList",
  ns: "urn:example:ccpit-coo:reference:v1:common",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "attachment", name: "attachment", ns: "", type: AttachmentDescriptor, min: 0, max: -1 }],
    min: 1,
    max: 1,
  },
};

export const FieldErrorDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "FieldError",
  ns: "urn:example:ccpit-coo:reference:v1:common",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "field", name: "field", ns: "", type: text200Value, min: 1, max: 1 },
      { k: "el", prop: "code", name: "code", ns: "", type: text20Value, min: 0, max: 1 },
      { k: "el", prop: "message", name: "message", ns: "", type: text500Value, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const FieldErrorListDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "FieldErrorList",
  ns: "urn:example:ccpit-coo:reference:v1:common",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "error", name: "error", ns: "", type: FieldErrorDescriptor, min: 1, max: -1 }],
    min: 1,
    max: 1,
  },
};

export const RequestHeadDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "RequestHead",
  ns: "urn:example:ccpit-coo:reference:v1:common",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "providerCode", name: "providerCode", ns: "", type: text32Value, min: 1, max: 1 },
      { k: "el", prop: "service", name: "service", ns: "", type: text64Value, min: 1, max: 1 },
      { k: "el", prop: "version", name: "version", ns: "", type: text8Value, min: 1, max: 1 },
      { k: "el", prop: "messageId", name: "messageId", ns: "", type: text36Value, min: 1, max: 1 },
      { k: "el", prop: "timestamp", name: "timestamp", ns: "", type: timestampValue, min: 1, max: 1 },
      { k: "el", prop: "nonceStr", name: "nonceStr", ns: "", type: text32Value, min: 0, max: 1 },
      { k: "el", prop: "signType", name: "signType", ns: "", type: text16Value, min: 1, max: 1 },
      { k: "el", prop: "sign", name: "sign", ns: "", type: text128Value, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const ResponseHeadDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "ResponseHead",
  ns: "urn:example:ccpit-coo:reference:v1:common",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "providerCode", name: "providerCode", ns: "", type: text32Value, min: 0, max: 1 },
      { k: "el", prop: "messageId", name: "messageId", ns: "", type: text36Value, min: 1, max: 1 },
      { k: "el", prop: "timestamp", name: "timestamp", ns: "", type: timestampValue, min: 1, max: 1 },
      { k: "el", prop: "returnCode", name: "returnCode", ns: "", type: text8Value, min: 1, max: 1 },
      { k: "el", prop: "returnMessage", name: "returnMessage", ns: "", type: text500Value, min: 0, max: 1 },
      { k: "el", prop: "nonceStr", name: "nonceStr", ns: "", type: text32Value, min: 0, max: 1 },
      { k: "el", prop: "signType", name: "signType", ns: "", type: text16Value, min: 1, max: 1 },
      { k: "el", prop: "sign", name: "sign", ns: "", type: text128Value, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

/** Descriptor of the message RequestHead: all that the codec needs. */
export const RequestHeadMessage: MessageDescriptor<RequestHead> = {
  k: "message",
  name: "RequestHead",
  type: RequestHeadDescriptor,
};

/** Descriptor of the message ResponseHead: all that the codec needs. */
export const ResponseHeadMessage: MessageDescriptor<ResponseHead> = {
  k: "message",
  name: "ResponseHead",
  type: ResponseHeadDescriptor,
};
