import { pdf } from "./files.ts";
import type { Fields } from "./node.ts";
import type { Company } from "./parties.ts";

/** A goods line before amounts and texts are worked out. Weights in grams a package, price in cents a unit. */
export interface Line {
  readonly hsCode: string;
  readonly cn: string;
  readonly en: string;
  readonly packages: number;
  readonly perPackage: number;
  readonly unit: string;
  readonly unitEn: string;
  readonly priceCents: number;
  readonly netGrams: number;
  readonly grossGrams: number;
  /** Further elements of the line. */
  readonly more?: Fields;
}

/** Money in cents as a decimal. */
export function money(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}

/** Grams as kilograms, without superfluous zeros. */
export function kilograms(grams: number): string {
  return String(grams / 1000);
}

export function lineCents(line: Line): number {
  return line.packages * line.perPackage * line.priceCents;
}

const ONES =
  "ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN FIFTEEN SIXTEEN SEVENTEEN EIGHTEEN NINETEEN".split(
    " ",
  );
const TENS = "- - TWENTY THIRTY FORTY FIFTY SIXTY SEVENTY EIGHTY NINETY".split(" ");

/** A number below a million in English capitals, in the style of printed certificates: AND after HUNDRED. */
export function words(n: number): string {
  if (n < 20) return ONES[n]!;
  if (n < 100) return [TENS[Math.floor(n / 10)], ...(n % 10 ? [ONES[n % 10]] : [])].join(" ");
  const [size, name] = n < 1000 ? [100, "HUNDRED"] : [1000, "THOUSAND"];
  const rest = n % size;
  const joint = rest > 0 && rest < 100 && name === "THOUSAND" ? " AND " : " ";
  const tail = rest === 0 ? "" : name === "HUNDRED" ? ` AND ${words(rest)}` : joint + words(rest);
  return `${words(Math.floor(n / size))} ${name}${tail}`;
}

/** The goods elements of `lines`, numbered from 1. */
export function goods(lines: readonly Line[], shared: Fields = {}): Fields[] {
  return lines.map((line, index) => {
    const amount = money(lineCents(line));
    return {
      itemNo: String(index + 1),
      hsCode: line.hsCode,
      goodsCnName: line.cn,
      goodsEnName: line.en,
      goodsDescription: `${words(line.packages)} (${line.packages}) CARTONS OF ${line.en}\n***`,
      packQty: String(line.packages),
      packUnit: "CARTONS",
      quantity: String(line.packages * line.perPackage),
      unit: line.unit,
      unitEn: line.unitEn,
      grossWeight: kilograms(line.packages * line.grossGrams),
      netWeight: kilograms(line.packages * line.netGrams),
      weightUnit: "KG",
      unitPrice: money(line.priceCents),
      amount,
      ...shared,
      ...line.more,
    };
  });
}

/** Elements of an application that follow from the exporter. */
export function exporter(company: Company): Fields {
  return {
    enterpriseRegNo: company.regNo,
    creditCode: company.creditCode,
    branchCode: company.branchCode,
    exporterEnName: company.enName,
    exporterEnAddress: company.enAddress,
    applyAddress: company.applyAddress,
  };
}

/** Totals of `lines` under FOB terms, and the one invoice they stand on. */
export function fobInvoice(lines: readonly Line[], invoice: Fields): Fields {
  const total = money(lines.reduce((sum, line) => sum + lineCents(line), 0));
  return {
    currency: "USD",
    priceTerms: "FOB",
    totalAmount: total,
    fobValue: total,
    invoices: { invoice: [{ currency: "USD", priceTerms: "FOB", totalAmount: total, ...invoice }] },
  };
}

/** An attachment holding a small PDF. */
export function pdfAttachment(fileType: string, fileName: string, lines: readonly string[]): Fields {
  return { fileType, fileName, docFormat: "PDF", content: pdf(lines).toString("base64") };
}
