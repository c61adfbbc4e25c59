import {
  exporter,
  fobInvoice,
  goods,
  kilograms,
  type Line,
  lineCents,
  money,
  pdfAttachment,
  words,
} from "./certificates.ts";
import { pdf } from "./files.ts";
import { pushAnswer, type SampleSet } from "./message-samples.ts";
import type { Fields } from "./node.ts";
import { ningbo, producers, shunde, suzhou, xiamen } from "./parties.ts";

const garments: readonly Line[] = [
  {
    hsCode: "6204620000",
    cn: "棉制女式长裤",
    en: "LADIES' COTTON TROUSERS",
    packages: 274,
    perPackage: 20,
    unit: "件",
    unitEn: "PCS",
    priceCents: 600,
    netGrams: 11_000,
    grossGrams: 12_000,
  },
  {
    hsCode: "6205200099",
    cn: "棉制男衬衫",
    en: "MEN'S COTTON SHIRTS",
    packages: 60,
    perPackage: 20,
    unit: "件",
    unitEn: "PCS",
    priceCents: 485,
    netGrams: 5_500,
    grossGrams: 6_250,
  },
  {
    hsCode: "6110200090",
    cn: "棉制针织套头衫",
    en: "KNITTED COTTON PULLOVERS",
    packages: 121,
    perPackage: 24,
    unit: "件",
    unitEn: "PCS",
    priceCents: 739,
    netGrams: 9_600,
    grossGrams: 10_450,
  },
];

/** A text-only line (非货物项) that gives the total in words. */
function totalLine(lines: readonly Line[]): Fields {
  const packages = lines.reduce((sum, line) => sum + line.packages, 0);
  return {
    itemNo: String(lines.length + 1),
    nonGoods: "true",
    hsCode: null,
    goodsCnName: "合计",
    goodsEnName: "TOTAL",
    goodsDescription: `SAY TOTAL ${words(packages)} (${packages}) CARTONS ONLY\n***`,
    packQty: null,
    packUnit: null,
    quantity: null,
    unit: null,
    unitEn: null,
    amount: null,
  };
}

const hamburg: Fields = {
  importerEnName: "BEISPIEL HANDELS GMBH",
  importerEnAddress: "MUSTERSTRASSE 1, 20095 HAMBURG, GERMANY",
  importerCountryCode: "DEU",
  dischargePort: "HAMBURG, GERMANY",
  destPort: "HAMBURG, GERMANY",
  destCountryCode: "DEU",
  destCountryEn: "GERMANY",
};

/** A general certificate for garments from Suzhou to Hamburg. */
const general: Fields = {
  docId: "CO-20260302-0001",
  sendAudit: "true",
  docType: "C",
  applyType: "0",
  ...exporter(suzhou),
  ...hamburg,
  applyDate: "2026-03-02",
  tradeModeCode: "1",
  payModeCode: "2",
  contractNum: "HT260110",
  transportMode: "BY SEA",
  vesselVoyage: "EXAMPLE STAR V.026W",
  departureDate: "2026-03-05",
  loadPort: "SHANGHAI, CHINA",
  transportDetails: "FROM SHANGHAI, CHINA TO HAMBURG, GERMANY BY SEA",
  marks: "BEISPIEL\nHAMBURG\nC/NO. 1-455\nMADE IN CHINA",
  ...fobInvoice(garments, { invoiceNum: "SZ260225", invoiceDate: "2026-02-25", contractNum: "HT260110" }),
  goodsList: {
    goods: [
      ...goods(garments, { packType: "1", invoiceNum: "SZ260225", producerName: producers.garments.name }),
      totalLine(garments),
    ],
  },
};

const change: Fields = {
  oldCertNo: "26C3111202180001",
  changeReason: "收货人地址门牌号有误，客户要求更改",
  changedBoxes: "2",
  beforeText: "MUSTERSTRASSE 1, 20095 HAMBURG, GERMANY",
  afterText: "MUSTERSTRASSE 11, 20095 HAMBURG, GERMANY",
  oldApplyDate: "2026-03-02",
  oldIssueDate: "2026-03-03",
};

const oneLine = garments.slice(1, 2);
const [shirts] = oneLine;

/** Elements that only a rare application uses, so that the complete sample has every one. */
const rare: Fields = {
  subDocType: "1",
  fetchBranchCode: "311",
  certNo: "26C3111202180001",
  exporterTel: suzhou.tel,
  exporterFax: suzhou.fax,
  exporterEmail: suzhou.email,
  importer: "BEISPIEL HANDELS GMBH\nMUSTERSTRASSE 1, 20095 HAMBURG, GERMANY",
  importerTel: "+49 40 0000001",
  importerFax: "+49 40 0000002",
  importerEmail: "import@beispiel.example",
  middleman: "EXAMPLE TRADING (HONG KONG) LIMITED",
  showMiddleman: "true",
  producer: "SUZHOU SHILI GARMENT CO., LTD.",
  signerId: "SG-311120218-01",
  sealId: "SL-311120218-01",
  payTime: "2026-04-05",
  creditNum: "LC26-0001",
  departurePredicted: "false",
  transitPort: "SINGAPORE",
  transitCountryCode: "SGP",
  markAttachment: "false",
  specialClause: "L/C NO. LC26-0001",
  remark: "SHIPMENT UNDER CONTRACT HT260110",
  applyNote: "请于3月4日前出证，谢谢！",
  exportDeclarationDate: "2026-03-04",
  declarationNos: "223320260000000001;223320260000000002",
};

/** All elements of a goods line that both applications share. */
const fullLine = (line: Line): Fields[] =>
  goods([line], {
    nonGoods: "false",
    packType: "1",
    secondQuantity: kilograms(line.packages * line.netGrams),
    secondUnit: "千克",
    fobValue: money(lineCents(line)),
    invoiceNum: "SZ260225",
    producerName: producers.garments.name,
    producerCreditCode: producers.garments.creditCode,
    producerTel: producers.garments.tel,
  });

const fullInvoice: Fields = {
  invoiceNum: "SZ260225",
  invoiceDate: "2026-02-25",
  contractNum: "HT260110",
  creditNum: "LC26-0001",
  specialTerms: "30% IN ADVANCE, BALANCE AGAINST COPY OF B/L",
};

const attachments: Fields = {
  attachment: [
    pdfAttachment("1", "商业发票SZ260225.pdf", ["COMMERCIAL INVOICE SZ260225", "USD 5820.00"]),
    {
      fileType: "3",
      fileName: "提单.pdf",
      docFormat: "PDF",
      url: "https://files.example.invalid/co/20260302/0001-3.pdf",
    },
  ],
};

const generalComplete: Fields = {
  ...general,
  ...rare,
  applyType: "1",
  ...fobInvoice(oneLine, fullInvoice),
  goodsList: { goods: fullLine(shirts!) },
  change,
  attachments,
};

type HouseholdRow = readonly [
  hsCode: string,
  cn: string,
  en: string,
  packages: number,
  perPackage: number,
  priceCents: number,
  grams: readonly [net: number, gross: number],
  origin: Fields,
  unit?: readonly [cn: string, en: string],
];
const householdLine = (row: HouseholdRow): Line => {
  const [
    hsCode,
    cn,
    en,
    packages,
    perPackage,
    priceCents,
    [netGrams, grossGrams],
    more,
    [unit, unitEn] = ["个", "PCS"],
  ] = row;
  return { hsCode, cn, en, packages, perPackage, unit, unitEn, priceCents, netGrams, grossGrams, more };
};
const ctc: Fields = { originCriterion: "CTC" };
const rvc = (percent: string): Fields => ({
  originCriterion: "RVC",
  originCriterionValue: `${percent}%`,
  importedContentPct: String(100 - Number(percent)),
});
const by = (producer: { name: string; creditCode: string; tel: string }, text: string): Fields => ({
  producerName: producer.name,
  producerCreditCode: producer.creditCode,
  producerTel: producer.tel,
  producerText: text,
});
const ceramics = by(producers.ceramics, "CIXI YANGLI CERAMICS FACTORY");
const metal = by(producers.metal, "YONGKANG YANGLI HARDWARE CO., LTD.");
const own: Fields = { producerName: ningbo.cnName, producerCreditCode: ningbo.creditCode, producerText: ningbo.enName };
const set: readonly [string, string] = ["套", "SETS"];

/** Twenty lines of household goods under RCEP. */
const householdRows: readonly HouseholdRow[] = [
  ["6911101900", "瓷餐盘", "PORCELAIN DINNER PLATES", 120, 24, 135, [14_400, 15_600], { ...ctc, ...ceramics }],
  ["6912001000", "陶制马克杯", "STONEWARE MUGS", 96, 36, 98, [12_600, 13_900], { ...ctc, ...ceramics }],
  ["7013370000", "玻璃水杯", "GLASS TUMBLERS", 80, 48, 62, [15_800, 17_200], { ...ctc, ...own }],
  [
    "7323930000",
    "不锈钢汤锅",
    "STAINLESS STEEL SOUP POTS",
    65,
    8,
    865,
    [13_200, 14_800],
    {
      ...rvc("52"),
      ...metal,
    },
  ],
  [
    "7615109090",
    "铝制不粘煎锅",
    "ALUMINIUM NON-STICK FRYING PANS",
    70,
    12,
    540,
    [11_400, 12_600],
    {
      ...rvc("48.5"),
      ...metal,
    },
  ],
  ["8211910000", "餐刀", "TABLE KNIVES", 30, 200, 41, [13_000, 13_800], { ...ctc, ...metal }],
  ["8215990000", "不锈钢餐勺", "STAINLESS STEEL SPOONS", 40, 240, 28, [12_960, 13_700], { ...ctc, ...metal }],
  ["3924100000", "塑料制保鲜盒", "PLASTIC FOOD CONTAINERS", 150, 24, 117, [6_720, 7_900], { ...ctc, ...own }, set],
  ["3924900000", "塑料制垃圾桶", "PLASTIC WASTE BINS", 55, 12, 226, [7_560, 8_650], { ...ctc, ...own }],
  [
    "4419110000",
    "竹制砧板",
    "BAMBOO CUTTING BOARDS",
    60,
    20,
    198,
    [17_000, 18_100],
    {
      originCriterion: "WO",
      ...own,
    },
  ],
  [
    "4602110000",
    "竹编收纳篮",
    "WOVEN BAMBOO BASKETS",
    45,
    16,
    254,
    [6_080, 7_300],
    {
      originCriterion: "WO",
      ...own,
    },
  ],
  ["6302609000", "棉制毛巾", "COTTON TERRY TOWELS", 88, 120, 87, [13_200, 14_000], { ...ctc, ...own }, ["条", "PCS"]],
  [
    "6304939000",
    "化纤制靠垫套",
    "CUSHION COVERS OF SYNTHETIC FIBRE",
    36,
    100,
    93,
    [9_000, 9_700],
    {
      ...ctc,
      ...own,
    },
  ],
  [
    "6303920090",
    "化纤制窗帘",
    "CURTAINS OF SYNTHETIC FIBRES",
    72,
    20,
    168,
    [8_400, 9_900],
    {
      ...ctc,
      ...own,
    },
  ],
  [
    "9603909090",
    "塑料柄地板刷",
    "FLOOR BRUSHES WITH PLASTIC HANDLE",
    25,
    48,
    112,
    [9_360, 10_300],
    { ...ctc, ...own },
    ["把", "PCS"],
  ],
  [
    "9617001900",
    "不锈钢真空保温杯",
    "STAINLESS STEEL VACUUM FLASKS",
    110,
    25,
    415,
    [8_750, 9_900],
    {
      ...rvc("61"),
      ...metal,
    },
  ],
  ["8414519900", "台式电风扇", "DESK FANS", 90, 6, 1045, [10_200, 11_700], { ...rvc("44"), ...own }, ["台", "UNITS"]],
  [
    "8509401000",
    "电动果汁机",
    "ELECTRIC JUICERS",
    58,
    4,
    1890,
    [9_800, 11_200],
    { ...rvc("45.5"), ...own },
    ["台", "UNITS"],
  ],
  ["8516609000", "电热水壶", "ELECTRIC KETTLES", 84, 8, 735, [8_000, 9_440], { ...rvc("57"), ...own }, ["台", "UNITS"]],
  ["9505100090", "圣诞装饰球", "CHRISTMAS BAUBLES", 33, 96, 55, [4_800, 5_850], { ...ctc, ...own }],
];
const household: readonly Line[] = householdRows.map(householdLine);

/** RCEP prints the FOB value of the lines that use RVC, and a filing number and an origin stand on every line. */
const rcepGoods: Fields[] = goods(household, {
  packType: "1",
  invoiceNum: "NB-RC-260310",
  originCountryCode: "CHN",
  originCountryEn: "CHINA",
  highestRateFlag: "0",
}).map((line, index) => ({
  ...line,
  goodsFilingNo: `GD33120260000${String(index + 101).padStart(4, "0")}`,
  ...(line["originCriterion"] === "RVC" ? { fobValue: line["amount"] ?? "" } : {}),
}));

const tokyo: Fields = {
  importerEnName: "SAMPLE SHOJI CO., LTD.",
  importerEnAddress: "1-2-3 NIHONBASHI, CHUO-KU, TOKYO, JAPAN",
  importerCountryCode: "JPN",
  dischargePort: "TOKYO, JAPAN",
  destPort: "TOKYO, JAPAN",
  destCountryCode: "JPN",
  destCountryEn: "JAPAN",
};

const rcep: Fields = {
  docId: "CO-20260316-0001",
  sendAudit: "true",
  docType: "RC",
  applyType: "0",
  ...exporter(ningbo),
  ...tokyo,
  producer: "SEE BOX 8",
  applyDate: "2026-03-16",
  signerId: "SG-331200156-01",
  sealId: "SL-331200156-01",
  tradeModeCode: "1",
  payModeCode: "2",
  contractNum: "NBSY-2026-018",
  transportMode: "BY SEA",
  vesselVoyage: "SAMPLE BRIDGE V.2611E",
  departureDate: "2026-03-20",
  departurePredicted: "true",
  loadPort: "NINGBO, CHINA",
  marks: `SAMPLE SHOJI\nTOKYO\nC/NO. 1-${household.reduce((sum, line) => sum + line.packages, 0)}`,
  agreementCode: "RC",
  producerConfidential: "false",
  thirdPartyInvoice: "false",
  backToBack: "false",
  retroactive: "false",
  ...fobInvoice(household, { invoiceNum: "NB-RC-260310", invoiceDate: "2026-03-10", contractNum: "NBSY-2026-018" }),
  goodsList: { goods: rcepGoods },
};

const preferentialComplete: Fields = {
  ...general,
  ...rare,
  docId: "CO-20260318-0002",
  applyType: "1",
  docType: "RC",
  agreementCode: "RC",
  producerConfidential: "false",
  thirdPartyInvoice: "true",
  exhibition: "false",
  backToBack: "true",
  originCertNo: "RCEP-JP-2026-000123",
  retroactive: "false",
  ...tokyo,
  importer: "SAMPLE SHOJI CO., LTD.\n1-2-3 NIHONBASHI, CHUO-KU, TOKYO, JAPAN",
  importerTel: "+81 3 0000 0001",
  importerFax: "+81 3 0000 0002",
  importerEmail: "import@sample-shoji.example",
  transportDetails: "FROM SHANGHAI, CHINA TO TOKYO, JAPAN BY SEA",
  marks: "N/M",
  ...fobInvoice(oneLine, fullInvoice),
  nonParties: {
    nonParty: [
      {
        seqNo: "1",
        name: "EXAMPLE TRADING (HONG KONG) LIMITED",
        address: "1 EXAMPLE STREET, CENTRAL, HONG KONG",
        countryCode: "HKG",
        countryEn: "HONG KONG, CHINA",
      },
    ],
  },
  goodsList: {
    goods: fullLine(shirts!).map((line) => ({
      ...line,
      goodsFilingNo: "GD311202600000042",
      originCriterion: "RVC",
      originCriterionSub: "1",
      originCriterionValue: "62%",
      importedContentPct: "38",
      originCountryCode: "CHN",
      originCountryEn: "CHINA",
      highestRateFlag: "0",
      producerText: "SUZHOU SHILI GARMENT CO., LTD.",
    })),
  },
  change,
  attachments,
};

const fans: readonly Line[] = [household[16]!, household[18]!];

/** Form E with an invoice of a third party in Hong Kong, issued after shipment. */
const formE: Fields = {
  docId: "CO-20260401-0005",
  sendAudit: "true",
  docType: "E",
  applyType: "4",
  ...exporter(shunde),
  importerEnName: "CONG TY TNHH VI DU (VI DU CO., LTD.)",
  importerEnAddress: "12 NGUYEN VI DU STREET, DISTRICT 1, HO CHI MINH CITY, VIET NAM",
  importerCountryCode: "VNM",
  producer: shunde.enName,
  applyDate: "2026-04-01",
  transportMode: "BY SEA",
  vesselVoyage: "EXAMPLE PEARL V.108S",
  departureDate: "2026-03-20",
  loadPort: "SHENZHEN, CHINA",
  dischargePort: "HO CHI MINH, VIET NAM",
  destCountryCode: "VNM",
  destCountryEn: "VIET NAM",
  marks: "N/M",
  applyNote: "因客户清关需要补发，船已于3月20日开航。",
  agreementCode: "E",
  thirdPartyInvoice: "true",
  exhibition: "false",
  backToBack: "false",
  retroactive: "true",
  ...fobInvoice(fans, { invoiceNum: "HK-260315-A", invoiceDate: "2026-03-15" }),
  nonParties: {
    nonParty: [
      {
        seqNo: "1",
        name: "EXAMPLE TRADING (HONG KONG) LIMITED",
        address: "1 EXAMPLE STREET, CENTRAL, HONG KONG",
        countryCode: "HKG",
        countryEn: "HONG KONG, CHINA",
      },
    ],
  },
  goodsList: {
    goods: goods(
      fans.map((line) => ({ ...line, more: {} })),
      { packType: "1", invoiceNum: "HK-260315-A" },
    ).map((line, index) => ({
      ...line,
      fobValue: line["amount"] ?? "",
      goodsFilingNo: `GD44120260000001${index}`,
      originCriterion: index === 0 ? "RVC" : "PSR",
      ...(index === 0 ? { originCriterionValue: "44%" } : { originCriterionSub: "2" }),
    })),
  },
};

const teas: readonly Line[] = [
  {
    hsCode: "0902109000",
    cn: "绿茶",
    en: "GREEN TEA",
    packages: 50,
    perPackage: 12,
    unit: "千克",
    unitEn: "KGS",
    priceCents: 1250,
    netGrams: 12_000,
    grossGrams: 14_200,
  },
];

/** ECFA: in Chinese, contact data and declaration date given. */
const ecfa: Fields = {
  docId: "CO-20260320-0003",
  sendAudit: "true",
  docType: "H",
  applyType: "0",
  ...exporter(xiamen),
  exporterEnName: xiamen.cnName,
  exporterEnAddress: xiamen.cnAddress,
  exporterTel: xiamen.tel,
  exporterFax: xiamen.fax,
  exporterEmail: xiamen.email,
  importerEnName: "台灣範例茶業股份有限公司",
  importerEnAddress: "台北市大同區範例街二段10號",
  importerTel: "+886 2 0000 0001",
  importerFax: "+886 2 0000 0002",
  importerEmail: "tea@example-taiwan.example",
  producer: "安溪样例茶叶专业合作社",
  applyAddress: "中国厦门",
  applyDate: "2026-03-20",
  transportMode: "BY SEA",
  vesselVoyage: "样例轮 026",
  departureDate: "2026-03-23",
  loadPort: "厦门",
  dischargePort: "高雄",
  destCountryCode: "TWN",
  destCountryEn: "中国台湾",
  marks: "範例茶業\n高雄\n箱號 1-50",
  exportDeclarationDate: "2026-03-19",
  ...fobInvoice(teas, { invoiceNum: "XM-ECFA-0320", invoiceDate: "2026-03-18" }),
  goodsList: {
    goods: goods(teas, { packType: "1", invoiceNum: "XM-ECFA-0320" }).map((line) => ({
      ...line,
      goodsDescription: "伍拾（50）箱 绿茶\n***",
      goodsFilingNo: "GD351202600000007",
      originCriterion: "WO",
      producerText: "安溪样例茶叶专业合作社",
    })),
  },
};

const received: Fields = {
  docId: "CO-20260302-0001",
  certNo: "26C3111202180001",
  docStatus: "10",
  receiveTime: "2026-03-02 14:30:05",
};
const fieldErrors: Fields = {
  error: [
    { field: "goodsList/goods[2]/hsCode", code: "F0103", message: "HS编码应为10位数字" },
    { field: "applyDate", code: "F0021", message: "申请日期不得早于发票日期" },
    { field: "marks", message: "唛头不得填写 AS PER INVOICE" },
  ],
};

const record: Fields = {
  docId: "CO-20260302-0001",
  docType: "C",
  certNo: "26C3111202180001",
  serialNo: "CCPIT261234567",
  docStatus: "40",
  printStatus: "0",
  auditOpinion: "审核通过",
  auditTime: "2026-03-03 09:12:40",
  issueDate: "2026-03-03",
  updatedAt: "2026-03-03 09:12:40",
};

const synced: Fields = {
  docId: "CO-20260302-0001",
  docType: "C",
  certNo: "26C3111202180001",
  docStatus: "40",
  printStatus: "0",
  updatedAt: "2026-03-03 09:12:40",
};
const specimen = pdf(["CERTIFICATE OF ORIGIN", "SPECIMEN - NOT VALID", "26C3111202180001"]).toString("base64");

export const documentSamples: SampleSet = {
  ApplyGeneralCertificateRequest: {
    timestamp: "20260302143000",
    complete: generalComplete,
    minimalWith: { applyType: "0" },
    realistic: [
      { name: "garments-to-hamburg", body: general },
      {
        name: "amended",
        body: {
          ...general,
          docId: "CO-20260306-0002",
          applyType: "1",
          importerEnAddress: "MUSTERSTRASSE 11, 20095 HAMBURG, GERMANY",
          change,
        },
      },
      {
        name: "draft-via-hong-kong",
        body: {
          ...general,
          docId: "CO-20260302-0004",
          sendAudit: "false",
          middleman: "VIA EXAMPLE TRADING (HONG KONG) LIMITED",
          showMiddleman: "true",
          attachments,
        },
      },
    ],
  },
  ApplyGeneralCertificateResponse: {
    timestamp: "20260302143005",
    complete: {
      ...received,
      errors: { error: [{ field: "marks", code: "W0001", message: "唛头与发票不一致，请核对" }] },
    },
    realistic: [
      { name: "received", body: received, head: { returnMessage: "接收成功，已发送审核" } },
      {
        name: "field-errors",
        body: { docId: "CO-20260302-0009", errors: fieldErrors },
        head: { returnCode: "2002", returnMessage: "字段校验失败" },
      },
    ],
  },
  ApplyPreferentialCertificateRequest: {
    timestamp: "20260316101500",
    complete: preferentialComplete,
    minimalWith: { applyType: "0" },
    realistic: [
      { name: "rcep-20-lines", body: rcep },
      { name: "form-e-retroactive-third-party-invoice", body: formE },
      { name: "ecfa-in-chinese", body: ecfa },
    ],
  },
  ApplyPreferentialCertificateResponse: {
    timestamp: "20260316101506",
    complete: { ...received, docId: "CO-20260316-0001", certNo: "RC263312001560001", errors: fieldErrors },
    realistic: [
      {
        name: "received",
        body: { docId: "CO-20260316-0001", docStatus: "10", receiveTime: "2026-03-16 10:15:06" },
        head: { returnMessage: "接收成功，已发送审核" },
      },
      {
        name: "goods-not-filed",
        body: { docId: "CO-20260316-0008" },
        head: { returnCode: "3004", returnMessage: "商品未备案：GD331202600009999" },
      },
    ],
  },
  PushDocumentAuditResultRequest: {
    timestamp: "20260303091300",
    complete: {
      docId: "CO-20260302-0001",
      docType: "C",
      certNo: "26C3111202180001",
      serialNo: "CCPIT261234567",
      enterpriseRegNo: suzhou.regNo,
      branchCode: suzhou.branchCode,
      docStatus: "40",
      auditResult: "1",
      auditOpinion: "审核通过",
      auditTime: "2026-03-03 09:12:40",
      auditor: "陈示例",
      issueDate: "2026-03-03",
      validTo: "2027-03-02",
    },
    realistic: [
      {
        name: "approved",
        body: {
          docId: "CO-20260316-0001",
          docType: "RC",
          certNo: "RC263312001560001",
          serialNo: "CCPIT267654321",
          enterpriseRegNo: ningbo.regNo,
          branchCode: ningbo.branchCode,
          docStatus: "40",
          auditResult: "1",
          auditTime: "2026-03-17 10:05:31",
          auditor: "陈示例",
          issueDate: "2026-03-17",
          validTo: "2027-03-16",
        },
      },
      {
        name: "returned-with-opinion",
        body: {
          docId: "CO-20260302-0001",
          docType: "C",
          enterpriseRegNo: suzhou.regNo,
          branchCode: suzhou.branchCode,
          docStatus: "30",
          auditResult: "2",
          auditOpinion:
            "第 7 栏：第 2 项“MEN'S COTTON SHIRTS”件数大写与小写不一致 (60 ≠ SIXTEEN)；\n第 10 栏：发票日期晚于申请日期 <2026-03-02>；\n请更正后重新发送。",
          auditTime: "2026-03-02 16:48:03",
          auditor: "陈示例",
        },
      },
    ],
  },
  PushDocumentAuditResultResponse: pushAnswer("20260303091301", {
    code: "3002",
    message: "未找到单证 CO-20260302-0001",
  }),
  QueryDocumentRequest: {
    timestamp: "20260303100000",
    complete: {
      docId: "CO-20260302-0001",
      certNo: "26C3111202180001",
      invoiceNum: "SZ260225",
      docType: "C",
      withDetail: "true",
    },
    minimal: { docId: "CO-20260302-0001" },
    realistic: [
      { name: "by-invoice", body: { invoiceNum: "发票-2026-甲001", docType: "C", withDetail: "false" } },
      { name: "by-certificate-number", body: { certNo: "RC263312001560001", withDetail: "true" } },
    ],
  },
  QueryDocumentResponse: {
    timestamp: "20260303100001",
    complete: { document: { ...record, detail: { general: generalComplete } } },
    minimal: { document: { docId: "CO-20260302-0001", docType: "C", docStatus: "20" } },
    realistic: [
      {
        name: "issued-with-rcep-detail",
        body: {
          document: {
            ...record,
            docId: "CO-20260316-0001",
            docType: "RC",
            certNo: "RC263312001560001",
            detail: { preferential: rcep },
          },
        },
      },
      {
        name: "returned",
        body: {
          document: {
            docId: "CO-20260302-0001",
            docType: "C",
            docStatus: "30",
            printStatus: "0",
            auditOpinion: "发票日期晚于申请日期，请更正。",
            auditTime: "2026-03-02 16:48:03",
            updatedAt: "2026-03-02 16:48:03",
          },
        },
      },
      { name: "not-found", body: {}, head: { returnCode: "3002", returnMessage: "单证不存在" } },
    ],
  },
  SyncDocumentsRequest: {
    timestamp: "20260304000500",
    complete: {
      enterpriseRegNo: suzhou.regNo,
      startTime: "2026-03-03 00:00:00",
      endTime: "2026-03-04 00:00:00",
      docType: "C",
      pageNo: "1",
      pageSize: "100",
    },
    realistic: [
      {
        name: "one-day-of-all",
        body: { startTime: "2026-03-03 00:00:00", endTime: "2026-03-04 00:00:00", pageNo: "1", pageSize: "200" },
      },
      {
        name: "third-page-of-a-month",
        body: {
          enterpriseRegNo: ningbo.regNo,
          startTime: "2026-02-01 00:00:00",
          endTime: "2026-03-01 00:00:00",
          docType: "RC",
          pageNo: "3",
          pageSize: "50",
        },
      },
    ],
  },
  SyncDocumentsResponse: {
    timestamp: "20260304000501",
    complete: {
      total: "1",
      pageNo: "1",
      pageSize: "100",
      documents: { document: [{ ...synced, detail: { general: generalComplete } }] },
    },
    minimal: {
      documents: {
        document: [{ docId: "CO-20260302-0001", docType: "C", docStatus: "40", updatedAt: "2026-03-03 09:12:40" }],
      },
    },
    realistic: [
      {
        name: "three-states-one-with-chinese-detail",
        body: {
          total: "3",
          pageNo: "1",
          pageSize: "200",
          documents: {
            document: [
              synced,
              {
                docId: "CO-20260303-0011",
                docType: "E",
                docStatus: "30",
                printStatus: "0",
                updatedAt: "2026-03-03 11:20:00",
              },
              {
                docId: "CO-20260320-0003",
                docType: "H",
                docStatus: "20",
                updatedAt: "2026-03-03 11:20:00",
                detail: { preferential: ecfa },
              },
            ],
          },
        },
      },
      { name: "nothing-changed", body: { total: "0", pageNo: "1", pageSize: "100", documents: {} } },
    ],
  },
  PrintDocumentRequest: {
    timestamp: "20260303110000",
    complete: {
      docId: "CO-20260302-0001",
      certNo: "26C3111202180001",
      invoiceNum: "SZ260225",
      docType: "C",
      printMode: "1",
      copyType: "1",
      printerModel: "示例激光打印机 SL-P3010D",
    },
    minimal: { docId: "CO-20260302-0001" },
    realistic: [
      {
        name: "self-print-original",
        body: { certNo: "26C3111202180001", printMode: "1", copyType: "1", printerModel: "示例激光打印机 SL-P3010D" },
      },
      { name: "copy-by-invoice", body: { invoiceNum: "SZ260225", docType: "C", printMode: "2", copyType: "2" } },
    ],
  },
  PrintDocumentResponse: {
    timestamp: "20260303110002",
    complete: {
      docId: "CO-20260302-0001",
      certNo: "26C3111202180001",
      fileName: "一般原产地证_26C3111202180001.pdf",
      fileType: "PDF",
      content: specimen,
      url: "https://files.example.invalid/print/26C3111202180001.pdf",
      printStatus: "1",
      printCount: "1",
    },
    realistic: [
      {
        name: "pdf-content",
        body: {
          docId: "CO-20260302-0001",
          certNo: "26C3111202180001",
          fileName: "一般原产地证（正本）.pdf",
          fileType: "PDF",
          content: specimen,
          printStatus: "1",
          printCount: "1",
        },
      },
      {
        name: "download-address",
        body: {
          docId: "CO-20260316-0001",
          fileName: "RCEP原产地证书.pdf",
          fileType: "PDF",
          url: "https://files.example.invalid/print?certNo=RC263312001560001&copy=1",
          printStatus: "1",
          printCount: "2",
        },
      },
    ],
  },
  PreviewDocumentRequest: {
    timestamp: "20260302142000",
    complete: {
      docId: "CO-20260302-0001",
      certNo: "26C3111202180001",
      invoiceNum: "SZ260225",
      docType: "C",
      draft: { general: generalComplete },
    },
    minimal: { docId: "CO-20260302-0001" },
    realistic: [
      { name: "general-draft", body: { docType: "C", draft: { general } } },
      { name: "form-e-draft", body: { docType: "E", draft: { preferential: formE } } },
    ],
  },
  PreviewDocumentResponse: {
    timestamp: "20260302142002",
    complete: {
      docId: "CO-20260302-0001",
      fileType: "PDF",
      content: specimen,
      url: "https://files.example.invalid/preview/CO-20260302-0001.pdf",
      pageCount: "1",
    },
    realistic: [
      {
        name: "pdf-content",
        body: { docId: "CO-20260302-0001", fileType: "PDF", content: specimen, pageCount: "1" },
        head: { returnMessage: "预览样张，不得作为证书使用" },
      },
      {
        name: "download-address",
        body: { fileType: "PDF", url: "https://files.example.invalid/preview/草稿-0001.pdf", pageCount: "3" },
      },
    ],
  },
  PushDocumentPrintStatusRequest: {
    timestamp: "20260303111500",
    complete: {
      docId: "CO-20260302-0001",
      docType: "C",
      certNo: "26C3111202180001",
      serialNo: "CCPIT261234567",
      printStatus: "1",
      printMode: "1",
      printTime: "2026-03-03 11:14:52",
      printCount: "1",
    },
    realistic: [
      {
        name: "printed-at-the-office",
        body: {
          docId: "CO-20260316-0001",
          docType: "RC",
          certNo: "RC263312001560001",
          serialNo: "CCPIT267654321",
          printStatus: "1",
          printMode: "2",
          printTime: "2026-03-17 14:00:09",
          printCount: "1",
        },
      },
      {
        name: "print-failed",
        body: {
          docId: "单证-2026-甲001",
          certNo: "26C3111202180001",
          printStatus: "2",
          printMode: "3",
          printTime: "2026-03-03 11:10:00",
        },
      },
    ],
  },
  PushDocumentPrintStatusResponse: pushAnswer("20260303111501", { code: "9999", message: "系统异常，请稍后重试" }),
};
