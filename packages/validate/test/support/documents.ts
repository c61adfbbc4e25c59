import type {
  ApplyGeneralCertificateRequest,
  ApplyGoodsFilingRequest,
  ApplyPreferentialCertificateRequest,
  ApplySealSignatureRequest,
  Attachment,
  Invoice,
  PreferentialGoods,
} from "../../src/messages.ts";
import { seal300 } from "./images.ts";

/** A goods line without anything to complain about on most forms; invented values. */
export function goods(overrides: Partial<PreferentialGoods> = {}): PreferentialGoods {
  return {
    itemNo: 1,
    hsCode: "6204620000",
    goodsCnName: "棉制女式长裤",
    goodsEnName: "LADIES' COTTON TROUSERS",
    goodsDescription: "TWO HUNDRED AND SEVENTY FOUR (274) CARTONS OF LADIES' COTTON TROUSERS\n***",
    packQty: "274",
    packUnit: "CTN",
    packType: "1",
    quantity: "5480",
    unit: "件",
    unitEn: "PCS",
    grossWeight: "3288.5",
    netWeight: "3014",
    weightUnit: "KGS",
    unitPrice: "6.00",
    amount: "32880.00",
    invoiceNum: "SZ260225",
    goodsFilingNo: "GF2600001",
    originCriterion: "WO",
    ...overrides,
  };
}

/** The same as line `itemNo` without package text of its own. */
export function line(itemNo: number, overrides: Partial<PreferentialGoods> = {}): PreferentialGoods {
  return goods({ itemNo, ...overrides });
}

export function invoice(overrides: Partial<Invoice> = {}): Invoice {
  return { invoiceNum: "SZ260225", invoiceDate: "2026-02-25", totalAmount: "32880.00", currency: "USD", ...overrides };
}

const COMMON = {
  docId: "DOC-1",
  sendAudit: true,
  applyType: "0",
  enterpriseRegNo: "311120218",
  creditCode: "91320500MA1XYUABX7",
  branchCode: "311",
  exporterEnName: "SUZHOU SAMPLE TRADING CO., LTD.",
  exporterEnAddress: "NO. 1 EXAMPLE ROAD, SUZHOU, CHINA",
  applyAddress: "SUZHOU, CHINA",
  applyDate: "2026-03-02",
  currency: "USD",
  totalAmount: "32880.00",
  fobValue: "32880.00",
  transportMode: "BY SEA",
  departureDate: "2026-03-06",
  loadPort: "SHANGHAI, CHINA",
  marks: "N/M",
};

/** A general certificate without issues. */
export function general(overrides: Partial<ApplyGeneralCertificateRequest> = {}): ApplyGeneralCertificateRequest {
  const { goodsFilingNo: _filing, originCriterion: _criterion, ...generalGoods } = goods();
  return {
    ...COMMON,
    docType: "C",
    importerEnName: "BEISPIEL GMBH",
    importerEnAddress: "MUSTERSTRASSE 1, HAMBURG, GERMANY",
    importerCountryCode: "DE",
    dischargePort: "HAMBURG, GERMANY",
    destPort: "HAMBURG, GERMANY",
    destCountryCode: "DE",
    destCountryEn: "GERMANY",
    transportDetails: "FROM SHANGHAI, CHINA TO HAMBURG, GERMANY BY SEA",
    invoices: { invoice: [invoice()] },
    goodsList: { goods: [generalGoods] },
    ...overrides,
  };
}

/** Papers that are asked for with a preferential application. */
export const PAPERS: readonly Attachment[] = ["CONTRACT", "1", "3", "4"].map((fileType) => ({
  fileType,
  fileName: `${fileType}.pdf`,
  url: "https://files.example/1",
}));

interface Destination {
  readonly code: string;
  readonly name: string;
  readonly city: string;
}

const DESTINATIONS: Readonly<Record<string, Destination>> = {
  RC: { code: "JP", name: "JAPAN", city: "OSAKA" },
  E: { code: "TH", name: "THAILAND", city: "BANGKOK" },
  B: { code: "IN", name: "INDIA", city: "MUMBAI" },
  K: { code: "KR", name: "KOREA", city: "BUSAN" },
  A: { code: "AU", name: "AUSTRALIA", city: "SYDNEY" },
  N: { code: "NZ", name: "NEW ZEALAND", city: "AUCKLAND" },
  X: { code: "SG", name: "SINGAPORE", city: "SINGAPORE" },
  F: { code: "CL", name: "CHILE", city: "VALPARAISO" },
  R: { code: "PE", name: "PERU", city: "CALLAO" },
  L: { code: "CR", name: "COSTA RICA", city: "LIMON" },
  S: { code: "CH", name: "SWITZERLAND", city: "BASEL" },
  I: { code: "IS", name: "ICELAND", city: "REYKJAVIK" },
  P: { code: "PK", name: "PAKISTAN", city: "KARACHI" },
  GE: { code: "GE", name: "GEORGIA", city: "POTI" },
  MU: { code: "MU", name: "MAURITIUS", city: "PORT LOUIS" },
  CA: { code: "KH", name: "CAMBODIA", city: "SIHANOUKVILLE" },
  NI: { code: "NI", name: "NICARAGUA", city: "CORINTO" },
  EC: { code: "EC", name: "ECUADOR", city: "GUAYAQUIL" },
  SE: { code: "RS", name: "SERBIA", city: "BELGRADE" },
  HD: { code: "HN", name: "HONDURAS", city: "PUERTO CORTES" },
  MV: { code: "MV", name: "MALDIVES", city: "MALE" },
  H: { code: "TW", name: "TAIWAN", city: "KEELUNG" },
  G: { code: "NO", name: "NORWAY", city: "OSLO" },
};

/** Forms that {@link preferential} builds. */
export const FORMS: readonly string[] = Object.keys(DESTINATIONS);

const WHOLE: Readonly<Record<string, string>> = { B: "A", X: "P", P: "P", G: "P" };
const NO_CRITERION: ReadonlySet<string> = new Set(["MU", "CA", "EC", "SE", "MV"]);
const FOB_ON_LINES: ReadonlySet<string> = new Set(["X", "P"]);
const FORECAST: ReadonlySet<string> = new Set(["H", "NI", "EC", "HD", "MV"]);
const ECFA = {
  exporterTel: "0512-00000000",
  exporterFax: "无",
  exporterEmail: "export@example.com",
  importerTel: "02-00000000",
  importerFax: "无",
  importerEmail: "import@example.com",
};

/** A goods line for a form, without issues on it. */
export function goodsFor(form: string, overrides: Partial<PreferentialGoods> = {}): PreferentialGoods {
  return goods({
    originCriterion: NO_CRITERION.has(form) ? null : (WHOLE[form] ?? "WO"),
    ...(FOB_ON_LINES.has(form) ? { fobValue: "32880.00" } : {}),
    ...(form === "RC"
      ? { originCountryCode: "CN", originCountryEn: "CHINA", producerText: "SUZHOU SAMPLE GARMENT CO., LTD." }
      : {}),
    ...(form === "H" ? { goodsDescription: "贰佰柒拾肆箱 棉制女式长裤", producerText: "同上" } : {}),
    ...overrides,
  });
}

/** A preferential certificate of a form without issues. */
export function preferential(
  form: string,
  overrides: Partial<ApplyPreferentialCertificateRequest> = {},
): ApplyPreferentialCertificateRequest {
  const { code, name, city } = DESTINATIONS[form] ?? { code: "", name: "", city: "" };
  return {
    ...COMMON,
    docType: form,
    importerEnName: "EXAMPLE IMPORT LTD.",
    importerEnAddress: `1 EXAMPLE STREET, ${city}, ${name}`,
    importerCountryCode: code,
    dischargePort: `${city}, ${name}`,
    destPort: `${city}, ${name}`,
    destCountryCode: code,
    destCountryEn: name,
    producer: "SUZHOU SAMPLE GARMENT CO., LTD.",
    ...(form === "RC" ? { priceTerms: "FOB" } : {}),
    ...(form === "G" ? { transportDetails: `FROM SHANGHAI TO ${city} BY SEA` } : {}),
    ...(FORECAST.has(form) ? { departurePredicted: true } : {}),
    ...(form === "H" ? ECFA : {}),
    invoices: { invoice: [invoice()] },
    goodsList: { goods: [goodsFor(form)] },
    attachments: { attachment: PAPERS },
    ...overrides,
  };
}

/** A goods filing without issues. */
export function filing(overrides: Partial<ApplyGoodsFilingRequest> = {}): ApplyGoodsFilingRequest {
  return {
    filingId: "GF-1",
    sendAudit: true,
    applyType: "0",
    enterpriseRegNo: "311120218",
    creditCode: "91320500MA1XYUABX7",
    branchCode: "311",
    hsCode: "6204620000",
    goodsCnName: "棉制女式长裤",
    goodsEnName: "LADIES' COTTON TROUSERS",
    producerName: "苏州示例服装有限公司",
    currency: "USD",
    exWorksPrice: "5.20",
    fobPrice: "6.00",
    importedContentPct: "20.00",
    originMaterialPct: "50.00",
    preferences: { preference: [{ areaCode: "RC", preferenceType: "CTC", originCriterion: "CTC" }] },
    processes: {
      process: [
        { seqNo: 1, processName: "裁剪" },
        { seqNo: 2, processName: "缝制" },
      ],
    },
    materials: {
      material: [
        {
          seqNo: 1,
          materialName: "棉布",
          hsCode: "5208120000",
          originCountryCode: "CN",
          originating: true,
          share: "50.00",
        },
        {
          seqNo: 2,
          materialName: "拉链",
          hsCode: "9607110000",
          originCountryCode: "DE",
          originating: false,
          share: "20.00",
        },
      ],
    },
    ...overrides,
  };
}

/** A seal application without issues. */
export function sealApplication(overrides: Partial<ApplySealSignatureRequest> = {}): ApplySealSignatureRequest {
  return {
    sealApplyId: "SEAL-1",
    enterpriseRegNo: "311120218",
    branchCode: "311",
    applyType: "0",
    seals: { seal: [{ sealType: "CE", imageFormat: "PNG", image: seal300 }] },
    signers: { signer: [{ signerName: "张示例", imageFormat: "PNG", image: seal300 }] },
    attachments: {
      attachment: [{ fileType: "AUTH", fileName: "授权书.pdf", content: new TextEncoder().encode("%PDF-1.7\n") }],
    },
    ...overrides,
  };
}
