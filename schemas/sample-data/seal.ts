import { pdf, png, sealPicture, strokePicture } from "./files.ts";
import { pushAnswer, type SampleSet } from "./message-samples.ts";
import type { Fields } from "./node.ts";
import { ningbo, shunde, suzhou } from "./parties.ts";

const seal = png(sealPicture(120)).toString("base64");
const smallSeal = png(sealPicture(48)).toString("base64");
const signature = png(strokePicture(160, 60)).toString("base64");
const letter = pdf(["LETTER OF AUTHORISATION", "SIGNATORY: WANG YANGLI", "SUZHOU SHILI TRADING CO., LTD."]).toString(
  "base64",
);

const application: Fields = {
  sealApplyId: "SA-20260301-0001",
  enterpriseRegNo: suzhou.regNo,
  creditCode: suzhou.creditCode,
  branchCode: suzhou.branchCode,
  applyType: "0",
  seals: {
    seal: [
      { sealType: "CN", imageFormat: "PNG", image: seal },
      { sealType: "EN", imageFormat: "PNG", image: smallSeal },
    ],
  },
  signers: {
    signer: [
      {
        signerName: "王样例",
        idType: "1",
        idNo: "32050019900230001X", // 30 February: nobody has this number
        mobile: "13800000001",
        imageFormat: "PNG",
        image: signature,
      },
    ],
  },
  attachments: { attachment: [{ fileType: "AUTH", fileName: "手签员授权书（王样例）.pdf", content: letter }] },
};

export const sealSamples: SampleSet = {
  ApplySealSignatureRequest: {
    timestamp: "20260301140000",
    complete: application,
    minimal: {
      sealApplyId: "SA-20260301-0002",
      enterpriseRegNo: suzhou.regNo,
      branchCode: suzhou.branchCode,
      applyType: "0",
      seals: { seal: [{ sealType: "CE", imageFormat: "PNG", image: smallSeal }] },
    },
    realistic: [
      { name: "seals-and-signatory", body: application },
      {
        name: "replace-signature-only",
        body: {
          sealApplyId: "SA-20260311-0004",
          enterpriseRegNo: shunde.regNo,
          creditCode: shunde.creditCode,
          branchCode: shunde.branchCode,
          applyType: "1",
          signers: {
            signer: [{ signerName: "欧阳示例", mobile: "13800000002", imageFormat: "PNG", image: signature }],
          },
        },
      },
    ],
  },
  ApplySealSignatureResponse: {
    timestamp: "20260301140001",
    complete: { sealApplyId: "SA-20260301-0001", status: "0" },
    realistic: [
      {
        name: "waiting",
        body: { sealApplyId: "SA-20260301-0001", status: "0" },
        head: { returnMessage: "已受理，待审核" },
      },
      {
        name: "refused",
        body: { sealApplyId: "SA-20260301-0009" },
        head: { returnCode: "3001", returnMessage: "企业未注册或未绑定接入商" },
      },
    ],
  },
  PushSealSignatureAuditResultRequest: {
    timestamp: "20260302090500",
    complete: {
      sealApplyId: "SA-20260301-0001",
      enterpriseRegNo: suzhou.regNo,
      auditResult: "1",
      auditOpinion: "印章与签名清晰，同意备案。",
      auditTime: "2026-03-02 09:04:59",
      sealId: ["SL-311120218-01", "SL-311120218-02"],
      signerId: ["SG-311120218-01"],
    },
    realistic: [
      {
        name: "approved",
        body: {
          sealApplyId: "SA-20260301-0001",
          enterpriseRegNo: suzhou.regNo,
          auditResult: "1",
          auditTime: "2026-03-02 09:04:59",
          sealId: ["SL-311120218-01", "SL-311120218-02"],
          signerId: "SG-311120218-01",
        },
      },
      {
        name: "returned",
        body: {
          sealApplyId: "SA-20260311-0004",
          enterpriseRegNo: shunde.regNo,
          auditResult: "2",
          auditOpinion: "签名图片底色不是白色，且授权书未加盖公章，请重新上传。",
          auditTime: "2026-03-11 17:30:00",
        },
      },
    ],
  },
  PushSealSignatureAuditResultResponse: pushAnswer("20260302090501", {
    code: "3002",
    message: "未找到申请 SA-20260301-0001",
  }),
  QuerySealSignatureRequest: {
    timestamp: "20260302091000",
    complete: { sealApplyId: "SA-20260301-0001", enterpriseRegNo: suzhou.regNo },
    minimal: { sealApplyId: "SA-20260301-0001" },
    realistic: [
      { name: "all-of-one-exporter", body: { enterpriseRegNo: ningbo.regNo } },
      { name: "one-application", body: { sealApplyId: "印章申请-2026-004", enterpriseRegNo: shunde.regNo } },
    ],
  },
  QuerySealSignatureResponse: {
    timestamp: "20260302091001",
    complete: {
      items: {
        item: [
          {
            sealApplyId: "SA-20260301-0001",
            kind: "SEAL",
            sealType: "CN",
            signerName: "王样例",
            status: "1",
            auditOpinion: "同意备案。",
            updatedAt: "2026-03-02 09:04:59",
          },
        ],
      },
    },
    realistic: [
      {
        name: "two-seals-and-a-signature",
        body: {
          items: {
            item: [
              {
                sealApplyId: "SA-20260301-0001",
                kind: "SEAL",
                sealType: "CN",
                status: "1",
                updatedAt: "2026-03-02 09:04:59",
              },
              {
                sealApplyId: "SA-20260301-0001",
                kind: "SEAL",
                sealType: "EN",
                status: "1",
                updatedAt: "2026-03-02 09:04:59",
              },
              {
                sealApplyId: "SA-20260301-0001",
                kind: "SIGN",
                signerName: "王样例",
                status: "2",
                auditOpinion: "签名图片模糊，请重新上传。",
                updatedAt: "2026-03-02 09:04:59",
              },
            ],
          },
        },
      },
      { name: "none-found", body: { items: {} } },
    ],
  },
};
