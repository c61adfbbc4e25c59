import { type Case, co, fta, ftaLine, ftaLines } from "../support/cases.ts";

const operator = {
  seqNo: 1,
  name: "EXAMPLE OPERATOR LTD.",
  address: "1 ROAD, HONG KONG",
  countryCode: "HK",
  countryEn: "HONG KONG",
};
const third = { thirdPartyInvoice: true, nonParties: { nonParty: [operator] } };

export const partyCases: readonly Case[] = [
  [
    "EXPORTER_NAME_MISSING",
    co({ exporterEnName: undefined }),
    co({ exporterEnName: undefined }, { exporterFromRecord: true }),
    "exporterEnName",
  ],
  [
    "EXPORTER_COUNTRY",
    co({ exporterEnAddress: "NO. 1 EXAMPLE ROAD, SUZHOU" }),
    co({ exporterEnAddress: "NO. 1 EXAMPLE ROAD, SUZHOU, P.R.CHINA" }),
    "exporterEnAddress",
  ],
  [
    "EXPORTER_ABROAD",
    fta("RC", { exporterEnAddress: "1 ROAD, TOKYO, JAPAN" }),
    fta("RC", { exporterEnAddress: "JAPAN STREET 1, SUZHOU, CHINA" }),
  ],
  [
    "EXPORTER_SECOND_COMPANY",
    fta("K", { exporterEnName: "SAMPLE CO., LTD. O/B OTHER LTD." }),
    co({ exporterEnName: "SAMPLE CO., LTD. O/B OTHER LTD." }),
    "exporterEnName",
  ],
  [
    "EXPORTER_SECOND_COMPANY",
    fta("RC", { exporterEnName: "SAMPLE VIA OTHER LTD." }),
    fta("RC", { exporterEnName: "SILVIA TRADING LTD." }),
  ],
  ["IMPORTER_BLANK", co({ importerEnName: "  " }), co({ importerEnName: "TO ORDER" }), "importerEnName"],
  [
    "IMPORTER_OPEN",
    fta("K", { importerEnName: "TO ORDER" }),
    fta("R", { importerEnName: "TO ORDER" }),
    "importerEnName",
  ],
  ["IMPORTER_OPEN", fta("RC", { importerEnName: "***" }), fta("MU", { importerEnName: "***" })],
  [
    "IMPORTER_OPEN",
    fta("F", { importerEnName: "TO WHOM IT MAY CONCERN" }),
    co({ importerEnName: "TO WHOM IT MAY CONCERN" }),
  ],
  [
    "IMPORTER_SECOND_COMPANY",
    fta("N", { importerEnName: "IMPORT LTD. C/O OTHER LTD." }),
    fta("S", { importerEnAddress: "VIA NASSA 1, LUGANO, SWITZERLAND" }),
    "importerEnName",
  ],
  ["IMPORTER_SECOND_COMPANY", fta("A", { importerEnAddress: "1 ROAD, SYDNEY, AUSTRALIA NOTIFY PARTY: X" }), fta("A")],
  [
    "MIDDLEMAN_MISSING",
    co({ showMiddleman: true }),
    co({ showMiddleman: true, middleman: "VIA EXAMPLE LTD." }),
    "middleman",
  ],
  [
    "MIDDLEMAN_NOT_FOR_FORM",
    fta("RC", { showMiddleman: true, middleman: "VIA EXAMPLE LTD." }),
    fta("RC", { showMiddleman: false, middleman: "VIA EXAMPLE LTD." }),
    "showMiddleman",
  ],
  [
    "MIDDLEMAN_WORDING",
    co({ showMiddleman: true, middleman: "EXAMPLE LTD." }),
    co({ showMiddleman: true, middleman: "O/B EXAMPLE LTD." }),
    "middleman",
  ],
  ["CONTACT_MISSING", fta("H", { exporterFax: "" }), fta("H", { exporterFax: "无" }), "exporterFax"],
  ["CONTACT_MISSING", fta("H", { importerEmail: undefined }), fta("K", { importerEmail: undefined })],
  ["REMARK_NOT_FOR_FORM", co({ remark: "ORDER 1" }), fta("F", { remark: "ORDER 1" }), "remark"],
  ["REMARK_NOT_FOR_FORM", fta("B", { remark: "X" }), fta("RC", { remark: "X" })],
  [
    "PRODUCER_WORDING",
    fta("K", { producer: "AVAILABLE TO CUSTOMS UPON REQUEST", producerConfidential: true }),
    fta("K", { producer: "Available upon request", producerConfidential: true }),
    "producer",
  ],
  [
    "PRODUCER_WORDING",
    fta("RC", { producer: "AVAILABLE UPON REQUEST", producerConfidential: true }),
    fta("RC", { producer: "CONFIDENTIAL", producerConfidential: true }),
  ],
  [
    "PRODUCER_WORDING",
    fta("P", { producer: "CONFIDENTIAL", producerConfidential: true }),
    fta("P", { producer: "Available to Customs upon request", producerConfidential: true }),
  ],
  [
    "PRODUCER_WORDING",
    fta("H", { producer: "保密", producerConfidential: true }),
    fta("H", { producer: "签证机构或者相关机关要求时提供", producerConfidential: true }),
  ],
  [
    "PRODUCER_CONFIDENTIAL_FLAG",
    fta("RC", { producer: "CONFIDENTIAL" }),
    fta("RC", { producer: "CONFIDENTIAL", producerConfidential: true }),
    "producerConfidential",
  ],
  [
    "PRODUCER_SAME",
    fta("K", { producer: "SUZHOU SAMPLE TRADING CO., LTD." }),
    fta("K", { producer: "SAME" }),
    "producer",
  ],
  [
    "PRODUCER_SAME",
    fta("F", { producer: "SUZHOU SAMPLE TRADING CO., LTD., SUZHOU" }),
    fta("GE", { producer: "SUZHOU SAMPLE TRADING CO., LTD." }),
  ],
  [
    "PRODUCERS_SEVERAL",
    ftaLines("RC", [{ producerName: "A" }, { producerName: "B" }]),
    ftaLines("RC", [{ producerName: "A" }, { producerName: "B" }], { producer: "SEE BOX 8" }),
    "producer",
  ],
  ["PRODUCER_MISSING", fta("A", { producer: undefined }), fta("E", { producer: undefined }), "producer"],
  ["PRODUCER_MISSING", fta("EC", { producer: undefined, ...third }), fta("EC", { producer: undefined })],
  [
    "LINE_PRODUCER_MISSING",
    ftaLine("RC", { producerText: undefined }, { producer: undefined }),
    ftaLine("RC", {}, { producer: undefined }),
    "goodsList.goods[0].producerText",
  ],
  ["THIRD_PARTY_MISSING", fta("E", { thirdPartyInvoice: true }), fta("E", third), "nonParties"],
  ["THIRD_PARTY_MISSING", fta("H", { thirdPartyInvoice: true }), fta("H", third)],
  [
    "THIRD_PARTY_FLAG",
    fta("E", { ...third, thirdPartyInvoice: false }),
    fta("E", { thirdPartyInvoice: false }),
    "thirdPartyInvoice",
  ],
  [
    "THIRD_PARTY_REMARK",
    fta("RC", third),
    fta("RC", { ...third, remark: "THIRD-PARTY OPERATOR: EXAMPLE OPERATOR LTD., HONG KONG" }),
    "remark",
  ],
  ["THIRD_PARTY_REMARK", fta("K", third), fta("E", third)],
  [
    "THIRD_PARTY_PRODUCER",
    fta("F", third),
    fta("F", { ...third, remark: "SUZHOU SAMPLE GARMENT CO., LTD., SUZHOU" }),
    "remark",
  ],
  [
    "THIRD_PARTY_PRODUCER",
    fta("R", third),
    fta("R", { ...third, remark: "EXAMPLE OPERATOR LTD.; SUZHOU SAMPLE GARMENT CO., LTD." }),
  ],
  ["THIRD_PARTY_PRODUCER", fta("L", third), fta("L", { ...third, remark: "SUZHOU SAMPLE GARMENT CO., LTD." })],
  [
    "FIRST_CERTIFICATE_MISSING",
    fta("RC", { backToBack: true }),
    fta("RC", { backToBack: true, originCertNo: "JP-1" }),
    "originCertNo",
  ],
  ["FIRST_CERTIFICATE_UNMARKED", fta("E", { originCertNo: "TH-1" }), fta("E", { originCertNo: "" }), "backToBack"],
];
