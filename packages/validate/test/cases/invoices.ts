import { type Case, co, coLine, fta, ftaLine, ftaLines } from "../support/cases.ts";
import { invoice } from "../support/documents.ts";

const invoices = (...each: Parameters<typeof invoice>[0][]) => ({
  invoices: { invoice: each.map((overrides) => invoice(overrides)) },
});
const two = invoices({ invoiceNum: "A", totalAmount: "10.00" }, { invoiceNum: "B", totalAmount: "20.00" });
const lines = (a: string, b: string) => [
  { invoiceNum: "A", amount: a, unitPrice: undefined },
  { invoiceNum: "B", amount: b, unitPrice: undefined },
];

export const invoiceCases: readonly Case[] = [
  [
    "INVOICE_TWICE",
    fta("RC", invoices({}, {})),
    fta("RC", invoices({}, { invoiceNum: "SZ2" })),
    "invoices.invoice[1].invoiceNum",
  ],
  [
    "INVOICE_UNKNOWN",
    coLine({ invoiceNum: "SZ9" }),
    coLine({ invoiceNum: " SZ260225 " }),
    "goodsList.goods[0].invoiceNum",
  ],
  [
    "INVOICE_OF_LINE_MISSING",
    ftaLine("RC", { invoiceNum: undefined }),
    ftaLine("K", { invoiceNum: undefined }),
    "goodsList.goods[0].invoiceNum",
  ],
  [
    "INVOICE_OF_LINE_MISSING",
    ftaLine("K", { invoiceNum: undefined }, invoices({}, { invoiceNum: "SZ2" })),
    ftaLine("K", {}, invoices({}, { invoiceNum: "SZ2" })),
  ],
  [
    "INVOICE_WITHOUT_LINES",
    fta("RC", invoices({}, { invoiceNum: "SZ2" })),
    ftaLines("RC", lines("10.00", "20.00"), two),
    "invoices.invoice[1].invoiceNum",
  ],
  [
    "INVOICES_SEVERAL",
    fta("K", invoices({}, { invoiceNum: "SZ2" })),
    fta("RC", invoices({}, { invoiceNum: "SZ2" })),
    "invoices",
  ],
  [
    "PRICE_TERMS_MISSING",
    fta("RC", { priceTerms: undefined }),
    fta("RC", { priceTerms: undefined, ...invoices({ priceTerms: "FOB" }) }),
    "priceTerms",
  ],
  [
    "INVOICE_CURRENCY",
    co(invoices({ currency: "EUR" })),
    co(invoices({ currency: "USD" })),
    "invoices.invoice[0].currency",
  ],
  [
    "INVOICE_TOTAL",
    co(invoices({ totalAmount: "32880.01" })),
    co(invoices({ totalAmount: "32880" })),
    "invoices.invoice[0].totalAmount",
  ],
  [
    "INVOICE_TOTAL",
    ftaLines("RC", lines("10.00", "20.01"), two),
    ftaLines("RC", lines("10.00", "20.00"), two),
    "invoices.invoice[1].totalAmount",
  ],
  ["TOTAL_OF_LINES", co({ totalAmount: "32880.00001" }), co({ totalAmount: "32880.00000" }), "totalAmount"],
  [
    "TOTAL_OF_INVOICES",
    ftaLines("RC", lines("10.00", "20.00"), { ...two, totalAmount: "31" }),
    ftaLines("RC", lines("10.00", "20.00"), { ...two, totalAmount: "30" }),
    "totalAmount",
  ],
  ["FOB_TOTAL", coLine({ fobValue: "32879.99" }), coLine({ fobValue: "32880" }), "fobValue"],
  [
    "FOB_NOT_TOTAL",
    co({ priceTerms: "FOB SHANGHAI", fobValue: "30000" }),
    co({ priceTerms: "FOB SHANGHAI" }),
    "fobValue",
  ],
  ["FOB_ABOVE_TOTAL", co({ priceTerms: "CIF", fobValue: "32881" }), co({ priceTerms: "CIF", fobValue: "32000" })],
  ["LINE_AMOUNT", coLine({ unitPrice: "7.00" }), coLine({ unitPrice: "6" }), "goodsList.goods[0].amount"],
  ["LINE_AMOUNT_ROUNDED", coLine({ amount: "32890.00" }), coLine({ quantity: "3", unitPrice: "10960.00000" })],
  [
    "INVOICED_VALUE_MISSING",
    ftaLine("N", { amount: null }, { totalAmount: undefined }),
    ftaLine("N", { amount: null }),
    "totalAmount",
  ],
];
