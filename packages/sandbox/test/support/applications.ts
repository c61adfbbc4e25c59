/** Bodies of applications as a platform would write them; made-up data (模拟). Overrides replace or add elements by name. */
type Overrides = Readonly<Record<string, string | undefined>>;

function elements(defaults: Overrides, overrides: Overrides): string {
  const all: Record<string, string | undefined> = { ...defaults };
  for (const [name, value] of Object.entries(overrides)) {
    if (!(name in all)) throw new Error(`no such element in the template: ${name}`);
    all[name] = value;
  }
  return Object.entries(all)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join("");
}

const COMMON: Overrides = {
  docId: "D1",
  sendAudit: "true",
  docType: "C",
  applyType: "0",
  enterpriseRegNo: "311000001",
  creditCode: undefined,
  branchCode: "311",
  certNo: undefined,
  exporterEnAddress: "NO. 8 MOCK ROAD, MOCK CITY, CHINA",
  importerEnName: "EXAMPLE IMPORT GMBH",
  applyAddress: "SUZHOU, CHINA",
  applyDate: "2026-03-02",
  signerId: undefined,
  sealId: undefined,
  currency: "USD",
  fobValue: "1200.00",
  transportMode: "BY SEA",
  departureDate: "2026-03-05",
  loadPort: "SHANGHAI",
  destCountryCode: "DE",
  destCountryEn: "GERMANY",
  marks: "N/M",
};

const LINE =
  "<itemNo>1</itemNo><hsCode>6109100000</hsCode><goodsCnName>棉制针织T恤衫</goodsCnName><goodsEnName>COTTON T-SHIRTS</goodsEnName><goodsDescription>TWELVE (12) CARTONS OF COTTON T-SHIRTS</goodsDescription><packQty>12</packQty><packUnit>CARTONS</packUnit><quantity>1200</quantity><unit>件</unit><unitEn>PIECES</unitEn><amount>1200.00</amount>";

function lists(invoice: string, line: string): string {
  return `<invoices><invoice><invoiceNum>${invoice}</invoiceNum><invoiceDate>2026-03-01</invoiceDate><currency>USD</currency></invoice></invoices><goodsList><goods>${line}</goods></goodsList>`;
}

/** Body of interface 4. `invoice` and `change` are not elements of the template but parts of it. */
export function generalBody(overrides: Overrides = {}): string {
  const { invoice = "INV-1", change, ...rest } = overrides;
  const changed =
    change === undefined
      ? ""
      : `<change><oldCertNo>${change}</oldCertNo><changeReason>TYPING ERROR</changeReason></change>`;
  return `<Body>${elements(COMMON, rest)}${lists(invoice, LINE)}${changed}</Body>`;
}

/** Body of interface 5, one RCEP line. */
export function preferentialBody(goodsFilingNo: string, overrides: Overrides = {}): string {
  const { invoice = "INV-1", ...rest } = overrides;
  const line = `${LINE}<goodsFilingNo>${goodsFilingNo}</goodsFilingNo><originCriterion>PE</originCriterion>`;
  return `<Body>${elements({ ...COMMON, docType: "RC", destCountryCode: "JP", destCountryEn: "JAPAN" }, rest)}<agreementCode>RC</agreementCode>${lists(invoice, line)}</Body>`;
}

/** Body of interface 6. */
export function filingBody(overrides: Overrides = {}): string {
  const { areaCode = "RC", ...rest } = overrides;
  const head = elements(
    {
      filingId: "F1",
      sendAudit: "true",
      applyType: "0",
      enterpriseRegNo: "311000001",
      branchCode: "311",
      hsCode: "6109100000",
      goodsCnName: "棉制针织T恤衫",
      goodsEnName: "COTTON T-SHIRTS",
      producerName: "苏州模拟制造有限公司",
    },
    rest,
  );
  return `<Body>${head}<preferences><preference><areaCode>${areaCode}</areaCode><preferenceType>PE</preferenceType><originCriterion>PE</originCriterion></preference></preferences><processes><process><seqNo>1</seqNo><processName>裁剪</processName></process></processes><materials></materials></Body>`;
}

/** Body of interface 16: one Chinese seal and one signatory. */
export function sealBody(overrides: Overrides = {}): string {
  const head = elements(
    { sealApplyId: "S1", enterpriseRegNo: "311000002", branchCode: "311", applyType: "0" },
    overrides,
  );
  const image = "<imageFormat>PNG</imageFormat><image>iVBORw0KGgo=</image>";
  return `<Body>${head}<seals><seal><sealType>CN</sealType>${image}</seal></seals><signers><signer><signerName>模拟丁</signerName>${image}</signer></signers></Body>`;
}
