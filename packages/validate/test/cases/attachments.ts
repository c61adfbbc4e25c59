import { type Case, co, coLine, fta, ftaLine } from "../support/cases.ts";
import { PAPERS } from "../support/documents.ts";
import { jpeg, png } from "../support/images.ts";

const attached = (attachment: Readonly<Record<string, unknown>>) =>
  co({ attachments: { attachment: [{ fileType: "1", fileName: "a", ...attachment }] } });
const party = (seqNo: number) => ({ seqNo, name: "A", address: "B", countryCode: "HK", countryEn: "HONG KONG" });

export const attachmentCases: readonly Case[] = [
  [
    "ATTACHMENT_EMPTY",
    attached({ content: new Uint8Array() }),
    attached({ url: "https://files.example/1" }),
    "attachments.attachment[0].content",
  ],
  ["ATTACHMENT_EMPTY", attached({ url: " " }), attached({ content: png() })],
  [
    "ATTACHMENT_FORMAT",
    attached({ docFormat: "PDF", content: png() }),
    attached({ docFormat: "png", content: png() }),
    "attachments.attachment[0].content",
  ],
  [
    "ATTACHMENT_FORMAT",
    attached({ fileName: "a.png", content: jpeg() }),
    attached({ fileName: "a.JPG", content: Buffer.from(jpeg()).toString("base64") }),
  ],
  [
    "PAPERS_MISSING",
    fta("K", { attachments: { attachment: PAPERS.slice(1) } }),
    fta("K", { attachments: undefined, sendAudit: false }),
    "attachments",
  ],
  [
    "TEXT_NOT_ENGLISH",
    co({ exporterEnAddress: "苏州, CHINA" }),
    co({ exporterEnAddress: "SUZHOU, CHINA", applyNote: "备注" }),
    "exporterEnAddress",
  ],
  ["TEXT_NOT_ENGLISH", co({ importerEnName: "ABC（HK）LTD." }), co({ importerEnName: "ABC (HK) LTD." })],
  ["TEXT_NOT_ENGLISH", fta("X", { loadPort: "上海" }), fta("H", { loadPort: "上海" })],
  [
    "TEXT_UNUSUAL",
    coLine({ goodsEnName: "CAFÉ CHAIRS" }),
    coLine({ goodsEnName: "CAFE CHAIRS" }),
    "goodsList.goods[0].goodsEnName",
  ],
  [
    "TEXT_NOT_CHINESE",
    ftaLine("H", { goodsDescription: "LADIES' COTTON TROUSERS" }),
    ftaLine("H", {}),
    "goodsList.goods[0].goodsDescription",
  ],
  [
    "TEXT_NOT_SIMPLIFIED",
    ftaLine("H", { goodsDescription: "棉製女式長褲 棉制女式长裤" }),
    ftaLine("H", { goodsDescription: "棉制女式长裤" }),
  ],
  [
    "SEQUENCE_TWICE",
    fta("E", { thirdPartyInvoice: true, nonParties: { nonParty: [party(1), party(1)] } }),
    fta("E", { thirdPartyInvoice: true, nonParties: { nonParty: [party(1), party(2)] } }),
    "nonParties.nonParty[1].seqNo",
  ],
  [
    "SEQUENCE_GAP",
    fta("E", { thirdPartyInvoice: true, nonParties: { nonParty: [party(2)] } }),
    fta("E", { thirdPartyInvoice: true, nonParties: { nonParty: [party(1)] } }),
  ],
];
