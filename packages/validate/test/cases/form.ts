import { type Case, co, fta, ftaLine, ftaLines } from "../support/cases.ts";

const twentyOne = Array.from({ length: 21 }, () => ({}));
const fiftyOne = Array.from({ length: 51 }, () => ({}));

export const formCases: readonly Case[] = [
  ["FORM_ISSUER", fta("G"), fta("K"), "docType"],
  ["FORM_ISSUER", co({ docType: "AD" }), co({ docType: "PR" })],
  ["FORM_NOT_IN_FORCE", fta("SE", { applyDate: "2024-06-30" }), fta("SE", { applyDate: "2024-07-01" }), "applyDate"],
  ["FORM_NOT_IN_FORCE", fta("CA", { applyDate: "2021-12-31" }), fta("CA", { applyDate: "2022-01-01" })],
  ["FORM_NOT_IN_FORCE", fta("EC", { applyDate: "2024-04-30" }), fta("EC")],
  ["FORM_NOT_IN_FORCE", fta("HD", { applyDate: "2024-08-31" }), fta("HD")],
  ["FORM_NOT_IN_FORCE", fta("MV", { applyDate: "2024-12-31" }), fta("MV")],
  ["FORM_NOT_IN_FORCE", fta("NI", { applyDate: "2023-04-30" }), fta("NI")],
  ["FORM_NOT_IN_FORCE", fta("MU", { applyDate: "2020-12-31" }), fta("MU")],
  ["AGREEMENT_MISMATCH", fta("K", { agreementCode: "A" }), fta("K", { agreementCode: "K" }), "agreementCode"],
  [
    "AGREEMENT_MISSING",
    fta("K", { docType: "FTA1" }),
    fta("K", { docType: "FTA1", agreementCode: "K" }),
    "agreementCode",
  ],
  [
    "DESTINATION_NOT_PARTNER",
    fta("RC", { destCountryCode: "US" }),
    fta("RC", { destCountryCode: "VN" }),
    "destCountryCode",
  ],
  [
    "DESTINATION_NOT_PARTNER",
    fta("K", { docType: "X1", destCountryCode: "JP" }, { formCodes: { X1: "K" } }),
    fta("K", { docType: "X1" }, { formCodes: { X1: "K" } }),
  ],
  ["DESTINATION_NOT_PARTNER", fta("GE", { destCountryCode: "DE" }), fta("GE")],
  ["DESTINATION_FORM_A", fta("G", { destCountryCode: "FR" }), fta("G", { destCountryCode: "NO" }), "destCountryCode"],
  [
    "IMPORTER_NOT_PARTNER",
    fta("K", { importerCountryCode: "HK" }),
    fta("K", { importerCountryCode: "KR" }),
    "importerCountryCode",
  ],
  ["IMPORTER_NOT_PARTNER", fta("F", { importerCountryCode: "HK" }), fta("F")],
  ["DESTINATION_NOT_IMPORTER", co({ destCountryCode: "FR", destCountryEn: "FRANCE" }), co({}), "destCountryCode"],
  [
    "DESTINATION_OF_MIDDLEMAN",
    co({ destCountryCode: "HK", middleman: "VIA EXAMPLE LTD., HONG KONG" }),
    co({ middleman: "VIA EXAMPLE LTD., HONG KONG" }),
  ],
  [
    "COUNTRY_NAME",
    co({ destCountryEn: "FRANCE" }),
    co({ destCountryEn: "FEDERAL REPUBLIC OF GERMANY" }),
    "destCountryEn",
  ],
  ["COUNTRY_NAME", ftaLine("RC", { originCountryEn: "JAPAN" }), ftaLine("RC", { originCountryEn: "P.R. CHINA" })],
  ["TOO_MANY_LINES", ftaLines("K", twentyOne), ftaLines("K", twentyOne.slice(1)), "goodsList"],
  ["TOO_MANY_LINES", ftaLines("S", fiftyOne), ftaLines("S", fiftyOne.slice(1))],
  [
    "TOO_MANY_LINES",
    ftaLines("S", twentyOne, { applyDate: "2021-08-31" }),
    ftaLines("S", twentyOne, { applyDate: "2021-09-01" }),
  ],
  ["TOO_MANY_LINES", ftaLines("H", twentyOne), ftaLines("H", [...twentyOne.slice(1), { nonGoods: true }])],
  ["SWITCH_NOT_FOR_FORM", fta("K", { exhibition: true }), fta("E", { exhibition: true }), "exhibition"],
  [
    "SWITCH_NOT_FOR_FORM",
    fta("K", { backToBack: true, originCertNo: "1" }),
    fta("RC", { backToBack: true, originCertNo: "1" }),
  ],
  ["SWITCH_NOT_FOR_FORM", fta("K", { departurePredicted: true }), fta("H", { departurePredicted: true })],
];
