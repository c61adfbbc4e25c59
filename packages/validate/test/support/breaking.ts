import { co, fta, ftaLine, ftaLines, type Message } from "./cases.ts";
import { general } from "./documents.ts";

type Loose = Readonly<Record<string, unknown>>;

const NOT_PRINTED = "苏州";
const operator = {
  seqNo: 1,
  name: "EXAMPLE OPERATOR LTD.",
  address: "1 ROAD",
  countryCode: "HK",
  countryEn: "HONG KONG",
};
const gone = { departureDate: "2026-02-01", vesselVoyage: undefined, departurePredicted: undefined };
const description = "TWO HUNDRED AND SEVENTY FOUR (274) CARTONS OF LADIES' COTTON TROUSERS";
const lines = Array.from({ length: 60 }, (_, index) => ({ itemNo: index + 2 }));
const change = {
  oldCertNo: "26C311120218/00004",
  changeReason: "遗失",
  oldApplyDate: "2024-01-02",
  oldIssueDate: "2024-01-01",
};

/** Changes of the body, each of which breaks something on most forms. */
const BODIES: readonly Loose[] = [
  {
    destCountryCode: "US",
    importerCountryCode: "US",
    destPort: "NEW YORK",
    dischargePort: "LOS ANGELES",
    loadPort: "TOKYO",
  },
  { destCountryCode: "FR", destCountryEn: "GERMANY" },
  { importerEnName: " ", marks: " ", transportDetails: "SHANGHAI", transportMode: "UNKNOWN", remark: "ORDER 1" },
  { importerEnName: "***", exporterEnName: "SAMPLE LTD. O/B OTHER LTD.", transportMode: "***", ...gone },
  { importerEnName: "TO ORDER", exporterEnAddress: "SUZHOU" },
  { exporterEnName: undefined },
  { importerEnName: "IMPORT LTD. C/O OTHER LTD.", exporterEnAddress: "TOKYO, JAPAN" },
  { showMiddleman: true, middleman: "EXAMPLE LTD." },
  { middleman: "EXAMPLE LTD., FRANCE", destCountryCode: "FR" },
  { applyDate: "2019-01-02", departureDate: "2019-01-03" },
  { departureDate: "2024-01-01", exportDeclarationDate: "2024-01-01", retroactive: true, applyType: "4" },
  { ...gone, remark: "ISSUED RETRO" },
  { departureDate: "2026-03-01", retroactive: true, applyType: "4" },
  { departureDate: "2026-03-03", departurePredicted: undefined },
  {
    applyDate: "2026-02-30",
    invoices: { invoice: [{ invoiceNum: "A", invoiceDate: "2026-03-03", totalAmount: "1" }] },
  },
  {
    invoices: { invoice: [{ invoiceNum: "A", invoiceDate: "2026-03-03", totalAmount: "1" }] },
    totalAmount: "1",
    fobValue: "1",
  },
  { applyType: "2", change },
  { remark: "CERTIFIED TRUE COPY", specialClause: "IN REPLACEMENT OF 1" },
  { exporterEnAddress: NOT_PRINTED, loadPort: NOT_PRINTED },
  { thirdPartyInvoice: true },
  { thirdPartyInvoice: true, nonParties: { nonParty: [operator] }, producer: undefined },
  { backToBack: true },
  { producer: "SUZHOU SAMPLE TRADING CO., LTD.", producerConfidential: false },
  { producer: "CONFIDENTIAL UPON REQUEST", producerConfidential: true },
  { exporterTel: undefined, exporterFax: undefined, exporterEmail: undefined },
  { marks: "AS PER INVOICE, MADE IN JAPAN" },
  { marks: "NO MARKS", markAttachment: true },
  { specialClause: "SAY TOTAL ONE (1) CARTON ONLY" },
];

/** Changes of the one goods line, likewise. */
const LINES: readonly Loose[] = [
  { hsCode: "62" },
  { goodsDescription: description },
  { goodsDescription: `275 CARTONS\n\n${description.replace("274", "275")}` },
  { goodsDescription: "LADIES' COTTON TROUSERS" },
  { packUnit: "IN BULK", packType: "2" },
  { goodsEnName: "MACHINE", unitEn: "CARTONS", quantity: null, netWeight: "9999" },
  { originCriterion: "QQ" },
  { originCriterion: "RVC" },
  { originCriterion: "RVC 101%", importedContentPct: "50", fobValue: "1" },
  { originCriterion: "39%" },
  { originCriterion: "Y 60%" },
  { originCriterion: "Y" },
  { originCriterion: "W" },
  { originCriterion: "B" },
  { originCriterion: "C" },
  { originCriterion: "PSR" },
  { originCriterion: "ACU" },
  { originCriterion: "WO FG" },
  { importedContentPct: "5" },
  { fobValue: undefined },
  { amount: null },
  { amount: "1", unitPrice: "2" },
  { originCountryCode: "DE" },
  { invoiceNum: "NONE" },
];

/** Messages of a form that break its rules, one thing or a few at a time. */
export function breakingMessages(form: string): readonly Message[] {
  if (form === "C")
    return [
      ...BODIES.map((body) => co(body)),
      ...LINES.map((line) => co({ goodsList: { goods: [{ ...general().goodsList.goods[0], ...line }] } })),
    ];
  return [
    ...BODIES.map((body) => fta(form, body)),
    ...LINES.map((line) => ftaLine(form, line, { totalAmount: undefined })),
    ftaLine(form, { amount: null }, { totalAmount: undefined }),
    ftaLines(form, lines),
    ftaLines(form, [{ producerName: "A" }, { producerName: "B" }]),
  ];
}
