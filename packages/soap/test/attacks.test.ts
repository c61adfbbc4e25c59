import "../src/with/all.ts";
import { existsSync, readFileSync } from "node:fs";
import { decodeBody, isSoapError, readRequest, rejectionOf, resolveWireProfile } from "@coo/soap";
import { isXmlError } from "@coo/xml";
import { describe, expect, it } from "vitest";
import { dateKey } from "../src/simple/date-time.ts";
import { decimalKey } from "../src/simple/decimal.ts";
import { notifyOperation, notifyService } from "./support/notify.ts";

const corpus = new URL("../../../../shared/corpus/attacks/", import.meta.url);
const present = existsSync(corpus);

interface Case {
  readonly id: string;
  readonly layer: string;
  readonly expected: "accept" | "reject" | "accept-or-reject";
  readonly why: string;
  readonly file?: string;
  readonly parts?: readonly (string | readonly [string, number] | { readonly template: string; readonly to: number })[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly value?: Readonly<Record<string, unknown>>;
}

const wire = resolveWireProfile({ head: "http-headers" });

function bytesOf(c: Case): Uint8Array {
  if (c.file !== undefined) return readFileSync(new URL(c.file, corpus));
  const text = (c.parts ?? [])
    .map((part) => {
      if (typeof part === "string") return part;
      if ("template" in part)
        return Array.from({ length: part.to }, (_, i) => part.template.replaceAll("%d", String(i))).join("");
      return part[0].repeat(part[1]);
    })
    .join("");
  return new TextEncoder().encode(text);
}

/** What the handler would see, in the corpus's words. */
function seen(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { tag, party, ...rest } = value;
  return {
    ...rest,
    ...(tag === undefined ? {} : { tags: tag }),
    ...(party === undefined ? {} : { party: rename(party as Record<string, unknown>) }),
  };
}

function rename({ $type, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return { "xsi:type": $type, ...rest };
}

/** Decimals and dates are compared by value. */
function exact(value: Readonly<Record<string, unknown>> | undefined): unknown {
  if (!value) return undefined;
  const text = (key: string): string => String(value[key]);
  return { ...value, amount: decimalKey(text("amount")), at: dateKey("dateTime", text("at")) };
}

describe.skipIf(!present)("attack corpus (needs ../shared/corpus/attacks)", () => {
  const cases = present
    ? (JSON.parse(readFileSync(new URL("manifest.json", corpus), "utf8")) as { cases: readonly Case[] }).cases.filter(
        (c) => c.layer === "xml",
      )
    : [];

  it.each(cases.map((c) => [c.id, c] as const))("%s", (_id, c) => {
    let value: Record<string, unknown> | undefined;
    try {
      const read = readRequest(bytesOf(c), c.headers ?? {}, { wire, services: [notifyService] });
      const decoded = decodeBody(read.operation, wire, "request", read).value as { value: Record<string, unknown> };
      if (read.operation === notifyOperation) value = seen(decoded.value);
    } catch (error) {
      if (!isSoapError(error) && !isXmlError(error)) throw error;
      expect(rejectionOf(error)).toBeDefined();
    }
    if (c.expected === "reject") expect(value === undefined, c.why).toBe(true);
    else if (c.expected === "accept" || (value !== undefined && c.value))
      expect(exact(value), c.why).toEqual(exact(c.value));
  });
});
