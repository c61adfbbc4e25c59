import { existsSync, readFileSync } from "node:fs";
import { message, type Particle, type SimpleDescriptor, type TypeDescriptor } from "@coo/soap/gen1";
import { describe, expect, it } from "vitest";
import { decodeBody } from "../src/codec/decode.ts";
import { readEnvelope, readText } from "../src/wire/envelope.ts";
import { resolveWire } from "../src/wire/wire-profile.ts";
import { childElements } from "../src/xml/node.ts";
import { XML_LIMITS } from "../src/xml/scan.ts";

// Needs ../shared/corpus/attacks beside the repository: requests of strangers with expected verdicts.
const corpus = new URL("../../../../shared/corpus/attacks/", import.meta.url);

interface Case {
  readonly id: string;
  readonly cls: string;
  readonly layer: string;
  readonly expected: "accept" | "reject" | "accept-or-reject";
  readonly why: string;
  readonly file?: string;
  readonly parts?: readonly (string | readonly [string, number] | { readonly template: string; readonly to: number })[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly value?: Readonly<Record<string, unknown>>;
}

const NS = "urn:example:corpus:notify";
const text: SimpleDescriptor = { k: "simple", builtin: "string", js: "string", ws: "preserve" };
const el = (name: string, type: TypeDescriptor, more: object = {}): Particle => ({
  k: "el",
  prop: name,
  name,
  ns: NS,
  type,
  min: 1,
  max: 1,
  ...more,
});
const seq = (...items: Particle[]): Particle => ({ k: "seq", items, min: 1, max: 1 });
const party = (name: string, ...more: Particle[]): TypeDescriptor & { k: "complex" } => ({
  k: "complex",
  name,
  ns: NS,
  content: seq(el("name", text), ...more),
});
const person = party("Person", el("birth", { k: "simple", builtin: "date", js: "string" }, { min: 0 }));
const company = party("Company", el("taxNo", text));
const anyParty: TypeDescriptor = {
  ...party("Party"),
  abstract: true,
  derived: () => [
    { tag: "Person", type: () => person },
    { tag: "Company", type: () => company },
  ],
};

// What receiver.wsdl says, by hand.
const notify = message<unknown>({
  name: "Notify",
  type: {
    k: "complex",
    name: "NotifyData",
    ns: NS,
    attrs: [{ prop: "channel", name: "channel", ns: "", required: true, type: { ...text, enum: ["web", "app"] } }],
    content: seq(
      el("id", { ...text, patterns: ["[A-Za-z0-9._\\-]{1,32}"] }),
      el("user", { ...text, maxLength: 64 }),
      el("amount", { k: "simple", builtin: "decimal", js: "string", totalDigits: 20, fractionDigits: 2 }),
      el("at", { k: "simple", builtin: "dateTime", js: "string" }),
      el("tag", text, { min: 0, max: 20 }),
      { k: "choice", min: 1, max: 1, items: [el("email", text), el("phone", text)] },
      el("memo", text, { min: 0, nillable: true }),
      el("party", anyParty, { min: 0 }),
    ),
  },
});

/** What the message says, or an error when it is not acceptable. */
function read(one: Case): Readonly<Record<string, unknown>> {
  const wire = resolveWire({});
  const headers = Object.fromEntries(
    Object.entries(one.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const { content } = readEnvelope(readText(bytesOf(one), headers, wire), wire, XML_LIMITS);
  if (content?.local !== "Notify" || content.ns !== NS) throw new Error("another operation");
  const [value, ...others] = childElements(content);
  const stray =
    content.attributes.length > 0 || content.children.some((child) => typeof child === "string" && child.trim() !== "");
  if (value?.local !== "value" || value.ns !== NS || others.length > 0 || stray) throw new Error("not one value");
  const decoded = decodeBody(notify, value, { booleans: "true-false", emptyValues: "omit", lineBreaks: "lf" });
  const complaint = decoded.issues[0]?.message ?? decoded.unknown[0];
  if (complaint !== undefined) throw new Error(complaint);
  return decoded.value;
}

function bytesOf(one: Case): Uint8Array {
  if (one.file !== undefined) return readFileSync(new URL(one.file, corpus));
  const parts = (one.parts ?? []).map((part) => {
    if (typeof part === "string") return part;
    if ("template" in part)
      return Array.from({ length: part.to }, (_, i) => part.template.replaceAll("%d", String(i))).join("");
    return part[0].repeat(part[1]);
  });
  return new TextEncoder().encode(parts.join(""));
}

/** In the form of the corpus: tags under `tags`, types under `xsi:type`, numbers and times by value. */
function comparable(value: Readonly<Record<string, unknown>>): unknown {
  const { tag, tags = tag, party: given, amount, at, ...rest } = value;
  const { $type, "xsi:type": type = $type, ...fields } = (given ?? {}) as Record<string, unknown>;
  return {
    ...rest,
    amount: Number(amount) + 0,
    at: Date.parse(String(at).replace("T24:", "T00:")) + (String(at).includes("T24:") ? 86_400_000 : 0),
    ...(tags === undefined ? {} : { tags }),
    ...(given === undefined ? {} : { party: { ...fields, type } }),
  };
}

describe.skipIf(!existsSync(corpus))("requests of strangers", () => {
  const { cases } = existsSync(corpus)
    ? (JSON.parse(readFileSync(new URL("manifest.json", corpus), "utf8")) as { readonly cases: readonly Case[] })
    : { cases: [] };
  // SOAPAction and header blocks belong to the operation and are tested in protocol.test.ts.
  const judged = cases.filter(
    (one) =>
      one.layer === "xml" &&
      one.cls !== "action" &&
      !/^soap-(?:mustunderstand|encoding-style|envelope-attr)/.test(one.id),
  );

  it.each(judged.map((one) => [one.expected, one.id, one.why, one] as const))("%s %s: %s", (expected, _, __, one) => {
    let value: Readonly<Record<string, unknown>> | undefined;
    try {
      value = read(one);
    } catch (error) {
      expect(expected, error instanceof Error ? error.message : "").not.toBe("accept");
    }
    if (value === undefined) return;
    expect(expected).not.toBe("reject");
    if (one.value !== undefined) expect(comparable(value)).toEqual(comparable(one.value));
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});
