import type { IssueCode, ValidationContext } from "../../src/index.ts";
import { filing, general, goodsFor, preferential, sealApplication } from "./documents.ts";

/** A message to check. */
export type Message = readonly [operation: string, body: unknown, context?: ValidationContext | undefined];

/** A finding, a message that has it, and one near it that does not. */
export type Case = readonly [code: IssueCode, bad: Message, good: Message, path?: string];

/** Overrides of any shape: broken messages are wanted. */
type Loose = Readonly<Record<string, unknown>>;

export function co(overrides: Loose = {}, context?: ValidationContext): Message {
  return ["applyGeneralCertificate", general(overrides), context];
}

export function coLine(overrides: Loose): Message {
  return co({ goodsList: { goods: [{ ...general().goodsList.goods[0], ...overrides }] } });
}

export function fta(form: string, overrides: Loose = {}, context?: ValidationContext): Message {
  return ["applyPreferentialCertificate", preferential(form, overrides), context];
}

/** A certificate with one line. */
export function ftaLine(form: string, overrides: Loose, body: Loose = {}, context?: ValidationContext): Message {
  return fta(form, { goodsList: { goods: [goodsFor(form, overrides)] }, ...body }, context);
}

/** A certificate with as many lines as overrides. */
export function ftaLines(form: string, lines: readonly Loose[], body: Loose = {}): Message {
  const goods = lines.map((overrides, index) => goodsFor(form, { itemNo: index + 1, ...overrides }));
  return fta(form, {
    goodsList: { goods },
    totalAmount: undefined,
    invoices: { invoice: [{ invoiceNum: "SZ260225", invoiceDate: "2026-02-25", currency: "USD" }] },
    ...body,
  });
}

export function file(overrides: Loose = {}, context?: ValidationContext): Message {
  return ["applyGoodsFiling", filing(overrides), context];
}

export function seal(overrides: Loose = {}): Message {
  return ["applySealSignature", sealApplication(overrides)];
}

export function ask(operation: string, body: Loose, context?: ValidationContext): Message {
  return [operation, body, context];
}

export function answer(operation: string, body: Loose): Message {
  return [operation, body, { message: "response" }];
}
