/**
 * An application that keeps all rules and is saved, not sent to review, so that the version of the remote's record counts
 * how often it was applied. Made-up data (模拟).
 */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- literals, as the generated types want them
export const application = (docId: string) =>
  ({
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
    marks: "N/M",
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
  }) as const;
