import type { Application } from "../application.ts";
import { cite } from "../cite.ts";
import {
  absoluteDecimal,
  addDecimals,
  compareDecimals,
  type Decimal,
  formatDecimal,
  multiplyDecimals,
  subtractDecimals,
  sumDecimals,
} from "../decimal.ts";
import { ARITHMETIC, CONSISTENCY, inferred, thirdParty } from "../evidence.ts";
import type { Invoice, PreferentialGoods } from "../messages.ts";
import type { Node } from "../node.ts";
import type { Rule } from "../rule.ts";

/** All amounts, or nothing when one is missing or unreadable: a sum then says nothing. */
function all(values: Iterable<Decimal | undefined>): Decimal[] | undefined {
  const found: Decimal[] = [];
  for (const value of values) {
    if (value === undefined) return undefined;
    found.push(value);
  }
  return found.length === 0 ? undefined : found;
}

/** One invoice number stands once. */
export const invoiceTwice: Rule<Application> = {
  id: "invoices.twice",
  findings: { INVOICE_TWICE: CONSISTENCY },
  check({ invoices }, report) {
    const seen = new Set<string>();
    for (const invoice of invoices) {
      const number = invoice.text("invoiceNum");
      if (number !== undefined && seen.has(number)) report("INVOICE_TWICE", invoice.at("invoiceNum"), { number });
      if (number !== undefined) seen.add(number);
    }
  },
};

/** The invoice of a line is one of the invoices. */
export const invoiceOfLine: Rule<Application> = {
  id: "invoices.of-line",
  findings: {
    INVOICE_UNKNOWN: CONSISTENCY,
    INVOICE_OF_LINE_MISSING: inferred("S4"),
    INVOICE_WITHOUT_LINES: inferred("S4"),
  },
  check({ invoices, goods, code }, report) {
    const numbers = new Set(invoices.flatMap((invoice) => invoice.text("invoiceNum") ?? []));
    const used = new Set<string>();
    for (const line of goods) {
      const number = line.text("invoiceNum");
      if (number !== undefined) used.add(number);
      const isNeeded = code === "RC" || invoices.length > 1;
      if (number === undefined && isNeeded)
        report("INVOICE_OF_LINE_MISSING", line.at("invoiceNum"), {}, code === "RC" ? thirdParty("S4") : undefined);
      if (number !== undefined && numbers.size > 0 && !numbers.has(number))
        report("INVOICE_UNKNOWN", line.at("invoiceNum"), { number });
    }
    if (invoices.length < 2 || used.size === 0) return;
    for (const invoice of invoices) {
      const number = invoice.text("invoiceNum");
      if (number !== undefined && !used.has(number))
        report("INVOICE_WITHOUT_LINES", invoice.at("invoiceNum"), { number });
    }
  },
};

/** Several invoices on one certificate are read for RCEP only. */
export const invoiceCount: Rule<Application> = {
  id: "invoices.count",
  findings: { INVOICES_SEVERAL: inferred("S30") },
  check({ invoices, form, code, body }, report) {
    if (form !== undefined && code !== "RC" && code !== "C" && invoices.length > 1)
      report("INVOICES_SEVERAL", body.at("invoices"), { count: invoices.length, form: code });
  },
};

/** RCEP needs what identifies the invoices and how they are priced. */
export const rcepInvoice: Rule<Application> = {
  id: "invoices.rcep",
  findings: { PRICE_TERMS_MISSING: thirdParty("S4") },
  check({ code, body, invoices }, report) {
    if (
      code !== "RC" ||
      body.filled("priceTerms") ||
      (invoices.length > 0 && invoices.every((invoice) => invoice.filled("priceTerms")))
    )
      return;
    report("PRICE_TERMS_MISSING", body.at("priceTerms"));
  },
};

/** The invoices are in the document's currency. */
export const invoiceCurrency: Rule<Application> = {
  id: "invoices.currency",
  findings: { INVOICE_CURRENCY: inferred("S3") },
  check({ invoices, body }, report) {
    const currency = body.text("currency");
    for (const invoice of invoices) {
      const own = invoice.text("currency");
      if (currency !== undefined && own !== undefined && own !== currency)
        report("INVOICE_CURRENCY", invoice.at("currency"), { own, currency });
    }
  },
};

/** Lines of an invoice: those that name it, or all when there is only one. */
function linesOf(
  invoice: Node<Invoice>,
  { invoices, goods }: Application,
  byNumber: ReadonlyMap<string, readonly Node<PreferentialGoods>[]>,
): readonly Node<PreferentialGoods>[] {
  if (invoices.length === 1) return goods;
  return byNumber.get(invoice.text("invoiceNum") ?? "") ?? [];
}

function groupByInvoice(
  goods: readonly Node<PreferentialGoods>[],
): ReadonlyMap<string, readonly Node<PreferentialGoods>[]> {
  const groups = new Map<string, Node<PreferentialGoods>[]>();
  for (const line of goods) {
    const number = line.text("invoiceNum") ?? "";
    const group = groups.get(number);
    if (group === undefined) groups.set(number, [line]);
    else group.push(line);
  }
  return groups;
}

/** The lines of an invoice add up to its total. */
export const invoiceTotal: Rule<Application> = {
  id: "invoices.total",
  findings: { INVOICE_TOTAL: ARITHMETIC },
  check(application, report) {
    const { invoices, goods } = application;
    const isAssigned = invoices.length === 1 || goods.every((line) => line.filled("invoiceNum"));
    if (!isAssigned) return;
    const byNumber = groupByInvoice(goods);
    for (const invoice of invoices) {
      const total = invoice.decimal("totalAmount");
      const amounts = all(linesOf(invoice, application, byNumber).map((line) => line.decimal("amount")));
      if (total === undefined || amounts === undefined) continue;
      const sum = sumDecimals(amounts);
      if (compareDecimals(sum, total) !== 0)
        report("INVOICE_TOTAL", invoice.at("totalAmount"), { total: formatDecimal(total), sum: formatDecimal(sum) });
    }
  },
};

/** The document's total is that of its lines, and of its invoices when they share its currency. */
export const documentTotal: Rule<Application> = {
  id: "invoices.document-total",
  findings: { TOTAL_OF_LINES: ARITHMETIC, TOTAL_OF_INVOICES: ARITHMETIC },
  check({ body, goods, invoices }, report) {
    const total = body.decimal("totalAmount");
    const currency = body.text("currency");
    const isOneCurrency = invoices.every(
      (invoice) => invoice.text("currency") === undefined || invoice.text("currency") === currency,
    );
    if (total === undefined || !isOneCurrency) return;
    const path = body.at("totalAmount");
    const amounts = all(goods.map((line) => line.decimal("amount")));
    const sum = amounts === undefined ? undefined : sumDecimals(amounts);
    if (sum !== undefined && compareDecimals(sum, total) !== 0)
      report("TOTAL_OF_LINES", path, { total: formatDecimal(total), sum: formatDecimal(sum) });
    const totals = all(invoices.map((invoice) => invoice.decimal("totalAmount")));
    const invoiced = totals === undefined ? undefined : sumDecimals(totals);
    if (invoiced !== undefined && compareDecimals(invoiced, total) !== 0)
      report("TOTAL_OF_INVOICES", path, { total: formatDecimal(total), sum: formatDecimal(invoiced) });
  },
};

/** The FOB total is the sum of the lines' FOB values when all lines have one. */
export const fobTotal: Rule<Application> = {
  id: "invoices.fob-total",
  findings: { FOB_TOTAL: ARITHMETIC },
  check({ body, goods }, report) {
    const total = body.decimal("fobValue");
    const values = all(goods.map((line) => line.decimal("fobValue")));
    if (total === undefined || values === undefined) return;
    const sum = sumDecimals(values);
    if (compareDecimals(sum, total) !== 0)
      report("FOB_TOTAL", body.at("fobValue"), { total: formatDecimal(total), sum: formatDecimal(sum) });
  },
};

/** Priced FOB, the total is the FOB value; CIF or CFR, it is not below it. */
export const fobAgainstTotal: Rule<Application> = {
  id: "invoices.fob-and-total",
  findings: { FOB_NOT_TOTAL: inferred("S3"), FOB_ABOVE_TOTAL: inferred("S3") },
  check({ body }, report) {
    const [fob, total] = [body.decimal("fobValue"), body.decimal("totalAmount")];
    if (fob === undefined || total === undefined || body.text("currency") !== "USD") return;
    const terms = body.plain("priceTerms")?.split(" ")[0];
    const order = compareDecimals(fob, total);
    const params = { fob: formatDecimal(fob), total: formatDecimal(total), terms: terms ?? "" };
    if (terms === "FOB" && order !== 0) report("FOB_NOT_TOTAL", body.at("fobValue"), params);
    else if (terms !== undefined && DELIVERED.has(terms) && order > 0)
      report("FOB_ABOVE_TOTAL", body.at("fobValue"), params);
  },
};

const DELIVERED: ReadonlySet<string> = new Set(["CIF", "CFR", "C&F", "CIP", "CPT", "DAP", "DPU", "DDP"]);

/** Unit price times quantity is the amount: exactly, or as far as a rounded price can tell. */
export const lineAmount: Rule<Application> = {
  id: "invoices.line-amount",
  findings: { LINE_AMOUNT: ARITHMETIC, LINE_AMOUNT_ROUNDED: inferred() },
  check({ goods }, report) {
    for (const line of goods) {
      const [price, quantity, amount] = [line.decimal("unitPrice"), line.decimal("quantity"), line.decimal("amount")];
      if (price === undefined || quantity === undefined || amount === undefined) continue;
      const product = multiplyDecimals(price, quantity);
      const difference = absoluteDecimal(subtractDecimals(product, amount));
      const byPrice = addDecimals(multiplyDecimals(lastDigit(price), absoluteDecimal(quantity)), lastDigit(amount));
      const params = {
        price: formatDecimal(price),
        quantity: formatDecimal(quantity),
        product: formatDecimal(product),
        amount: formatDecimal(amount),
      };
      if (compareDecimals(difference, byPrice) > 0) report("LINE_AMOUNT", line.at("amount"), params);
      else if (compareDecimals(difference, lastDigit(amount)) > 0)
        report("LINE_AMOUNT_ROUNDED", line.at("amount"), params);
    }
  },
};

/** Half a unit of the last written digit: what rounding may take, at least of the second fraction digit. */
function lastDigit({ scale }: Decimal): Decimal {
  return { units: 5n, scale: Math.max(scale, 2) + 1 };
}

/** Forms that show the invoiced value. */
const VALUE_FORMS: Readonly<Record<string, string>> = { N: "N.rules[3]" };

/** The New Zealand form shows the invoiced value. */
export const invoicedValue: Rule<Application> = {
  id: "invoices.invoiced-value",
  findings: { INVOICED_VALUE_MISSING: cite("N.rules[3]") },
  check({ code, body, goods }, report) {
    const entry = VALUE_FORMS[code];
    if (entry === undefined || body.filled("totalAmount") || goods.every((line) => line.filled("amount"))) return;
    report("INVOICED_VALUE_MISSING", body.at("totalAmount"), {}, cite(entry));
  },
};

/** Rules about invoices and totals. */
export const invoiceRules: readonly Rule<Application>[] = [
  invoiceTwice,
  invoiceOfLine,
  invoiceCount,
  rcepInvoice,
  invoiceCurrency,
  invoiceTotal,
  documentTotal,
  fobTotal,
  fobAgainstTotal,
  lineAmount,
  invoicedValue,
];
