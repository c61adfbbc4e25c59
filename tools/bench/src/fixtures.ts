import type { ApplyPreferentialCertificateRequest } from "@coo/msg-document";

/** A seeded generator of small integers (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const NAMES = [
  ["6109100021", "棉制针织男T恤衫", "MEN'S KNITTED COTTON T-SHIRTS"],
  ["6110200090", "棉制针织套头衫", "KNITTED COTTON PULLOVERS"],
  ["6203429090", "棉制男长裤", "MEN'S COTTON TROUSERS"],
  ["6204520000", "棉制裙子", "COTTON SKIRTS & BELTS"],
] as const;

/** An RCEP application with `lines` goods lines, the same for the same seed. */
export function certificate(lines: number, seed = 7): ApplyPreferentialCertificateRequest {
  const next = random(seed);
  return {
    docId: `BENCH-${seed}-${lines}`,
    sendAudit: true,
    docType: "RC",
    applyType: "0",
    enterpriseRegNo: "311120218",
    creditCode: "91320500MA1XYUABX7",
    branchCode: "311",
    exporterEnName: "SUZHOU SAMPLE TRADING CO., LTD.",
    exporterEnAddress: "NO. 1 EXAMPLE ROAD, SUZHOU, JIANGSU, CHINA",
    importerEnName: "MIHON SHOJI CO., LTD.",
    importerEnAddress: "1-2-3 MINATO, OSAKA, JAPAN",
    applyAddress: "SUZHOU, CHINA",
    applyDate: "2026-03-02",
    currency: "USD",
    totalAmount: "98765.40",
    fobValue: "98765.40",
    transportMode: "BY SEA",
    departureDate: "2026-03-06",
    loadPort: "SHANGHAI, CHINA",
    destCountryCode: "JPN",
    destCountryEn: "JAPAN",
    marks: "N/M",
    invoices: {
      invoice: [{ invoiceNum: "SZ260226", invoiceDate: "2026-02-26", currency: "USD", totalAmount: "98765.40" }],
    },
    goodsList: {
      goods: Array.from({ length: lines }, (_, index) => {
        const [hsCode, cn, en] = NAMES[Math.floor(next() * NAMES.length)] as (typeof NAMES)[number];
        const packs = 10 + Math.floor(next() * 90);
        const quantity = packs * 20;
        const amount = (quantity * (2 + Math.floor(next() * 8))).toFixed(2);
        return {
          itemNo: index + 1,
          hsCode,
          goodsCnName: `${cn}(第${index + 1}款)`,
          goodsEnName: `${en}, STYLE ${index + 1}`,
          goodsDescription: `(${packs}) CARTONS OF ${en}, STYLE ${index + 1}\n***`,
          packQty: String(packs),
          packUnit: "CARTONS",
          packType: "1",
          quantity: String(quantity),
          unit: "件",
          unitEn: "PCS",
          grossWeight: `${packs * 12}.5`,
          netWeight: String(packs * 11),
          weightUnit: "KG",
          amount,
          fobValue: amount,
          invoiceNum: "SZ260226",
          producerName: "苏州示例服装有限公司",
          goodsFilingNo: "GF2026000001",
          originCriterion: "PE",
          originCountryCode: "CHN",
          originCountryEn: "CHINA",
          highestRateFlag: "0",
        } as const;
      }),
    },
  };
}

/** A body text of a certificate's size, for what only looks at the text. */
export function certificateBodyText(lines: number): string {
  return `<Body>${JSON.stringify(certificate(lines)).replace(/[<&]/g, "")}</Body>`;
}
