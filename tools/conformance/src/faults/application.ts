import type { Client } from "@coo/client";
import type { documents } from "@coo/msg-document";

type Application = Parameters<Client<readonly [typeof documents]>["applyGeneralCertificate"]>[0];

/**
 * An application that is saved and not sent to review, so that the remote's book counts how often it was applied: its
 * version. Made-up data (模拟).
 */
export function application(docId: string): Application {
  return {
    docId,
    sendAudit: false,
    docType: "C",
    applyType: "0",
    enterpriseRegNo: "311000001",
    branchCode: "311",
    exporterEnAddress: "NO. 8 MOCK ROAD, MOCK CITY, CHINA",
    importerEnName: "EXAMPLE IMPORT GMBH",
    applyAddress: "SUZHOU, CHINA",
    applyDate: "2026-03-02",
    currency: "USD",
    fobValue: "1200.00",
    transportMode: "BY SEA",
    departureDate: "2026-03-05",
    loadPort: "SHANGHAI",
    destCountryCode: "DE",
    destCountryEn: "GERMANY",
    marks: `N/M ${docId}`,
    invoices: { invoice: [{ invoiceNum: "INV-1", invoiceDate: "2026-03-01", currency: "USD" }] },
    goodsList: {
      goods: [
        {
          itemNo: 1,
          hsCode: "6109100000",
          goodsCnName: "棉制针织T恤衫",
          goodsEnName: "COTTON T-SHIRTS",
          goodsDescription: "TWELVE (12) CARTONS OF COTTON T-SHIRTS",
          packQty: "12",
          packUnit: "CARTONS",
          quantity: "1200",
          unit: "件",
          unitEn: "PIECES",
          amount: "1200.00",
        },
      ],
    },
  };
}

/** A result as the remote pushes it. */
export function result(docId: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    docId,
    docType: "C",
    docStatus: "30",
    auditResult: "2",
    auditOpinion: "请核对",
    auditTime: "2026-03-02 09:29:00",
    ...more,
  };
}
