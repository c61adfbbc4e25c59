import { type Case, co, fta } from "../support/cases.ts";
import { invoice } from "../support/documents.ts";

const vessel = { vesselVoyage: "EXAMPLE STAR V.1" };

export const dateCases: readonly Case[] = [
  [
    "DECLARATION_DATE_MISSING",
    fta("H", { applyType: "4", retroactive: true }),
    fta("H", { applyType: "4", retroactive: true, exportDeclarationDate: "2026-03-01" }),
    "exportDeclarationDate",
  ],
  [
    "INVOICE_AFTER_APPLICATION",
    co({ invoices: { invoice: [invoice({ invoiceDate: "2026-03-03" })] } }),
    co({ invoices: { invoice: [invoice({ invoiceDate: "2026-03-02" })] } }),
    "invoices.invoice[0].invoiceDate",
  ],
  [
    "LATE_MARK_MISSING",
    fta("RC", { departureDate: "2026-03-01", ...vessel }),
    fta("RC", { departureDate: "2026-03-02" }),
    "retroactive",
  ],
  [
    "LATE_MARK_MISSING",
    fta("E", { departureDate: "2026-02-26", ...vessel }),
    fta("E", { departureDate: "2026-02-27", ...vessel }),
  ],
  [
    "LATE_MARK_MISSING",
    fta("K", { departureDate: "2026-02-22", ...vessel }),
    fta("K", { departureDate: "2026-02-23", ...vessel }),
  ],
  [
    "LATE_MARK_MISSING",
    fta("P", { departureDate: "2026-02-14", ...vessel }),
    fta("P", { departureDate: "2026-02-15", ...vessel }),
  ],
  [
    "LATE_MARK_MISSING",
    fta("MU", { departureDate: "2026-03-01", ...vessel }),
    fta("MU", { departureDate: "2026-03-01", ...vessel, retroactive: true, applyType: "4" }),
  ],
  [
    "LATE_MARK_MISSING",
    fta("GE", { departureDate: "2026-03-01", ...vessel }),
    fta("GE", { departureDate: "2026-03-01", ...vessel, applyType: "1" }),
  ],
  [
    "LATE_TYPE_MISSING",
    co({ departureDate: "2026-03-01" }),
    co({ departureDate: "2026-03-01", applyType: "4" }),
    "applyType",
  ],
  [
    "LATE_MARK_BEFORE_DEPARTURE",
    fta("RC", { retroactive: true, applyType: "4" }),
    fta("RC", { retroactive: true, applyType: "4", departureDate: "2026-03-01", ...vessel }),
    "retroactive",
  ],
  [
    "LATE_MARK_IN_GRACE",
    fta("X", { retroactive: true, applyType: "4", departureDate: "2026-02-27", ...vessel }),
    fta("X", { retroactive: true, applyType: "4", departureDate: "2026-02-26", ...vessel }),
  ],
  [
    "LATE_LIMIT",
    fta("RC", { retroactive: true, applyType: "4", departureDate: "2025-03-01", ...vessel }),
    fta("RC", { retroactive: true, applyType: "4", departureDate: "2025-03-02", ...vessel }),
    "applyDate",
  ],
  [
    "LATE_LIMIT",
    fta("B", { departureDate: "2026-02-24", ...vessel }),
    fta("B", { departureDate: "2026-02-25", ...vessel }),
  ],
  [
    "LATE_LIMIT",
    fta("H", {
      departureDate: "2025-11-30",
      departurePredicted: false,
      retroactive: true,
      applyType: "4",
      exportDeclarationDate: "2025-12-01",
      ...vessel,
    }),
    fta("H", {
      departureDate: "2025-12-03",
      departurePredicted: false,
      retroactive: true,
      applyType: "4",
      exportDeclarationDate: "2025-12-02",
      ...vessel,
    }),
  ],
  ["LATE_NOT_ALLOWED", fta("B", { retroactive: true }), fta("B", { retroactive: false }), "retroactive"],
  [
    "LATE_NOT_ALLOWED",
    fta("N", { retroactive: true, applyDate: "2022-04-06", departureDate: "2022-03-01" }),
    fta("N", { retroactive: true, applyDate: "2022-04-07", departureDate: "2022-03-01" }),
  ],
  [
    "LATE_TYPE_MISMATCH",
    fta("RC", { retroactive: true, departureDate: "2026-03-01" }),
    fta("RC", { retroactive: true, applyType: "4", departureDate: "2026-03-01" }),
    "applyType",
  ],
  ["LATE_TYPE_MISMATCH", fta("RC", { retroactive: false, applyType: "4" }), fta("RC", { applyType: "4" })],
  [
    "LATE_WORDING",
    fta("K", { remark: "ISSUED RETROSPECTIVELY", retroactive: true }),
    fta("K", { remark: "ISSUED RETROACTIVELY", retroactive: true }),
    "remark",
  ],
  [
    "LATE_WORDING",
    fta("S", { remark: "ISSUED RETROACTIVELY", retroactive: true }),
    fta("S", { remark: "issued  retrospectively", retroactive: true }),
  ],
  ["LATE_WORDING_UNMARKED", fta("K", { remark: "ISSUED RETROACTIVELY" }), fta("K", { remark: "ORDER 12" }), "remark"],
  [
    "FORECAST_PAST",
    fta("H", { departureDate: "2026-03-01" }),
    fta("H", { departureDate: "2026-03-01", departurePredicted: false }),
    "departurePredicted",
  ],
  ["FORECAST_MISSING", fta("H", { departurePredicted: undefined }), fta("K"), "departurePredicted"],
  ["FORECAST_MISSING", fta("NI", { departurePredicted: false }), fta("NI", { departurePredicted: true })],
  ["SHORT_NOTICE", co({ departureDate: "2026-03-04" }), co({ departureDate: "2026-03-05" }), "applyDate"],
];
