import { createHmac } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { crc32, inflateSync } from "node:zlib";
import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlValidateError,
  XsdValidator,
  xmlRegisterInputProvider,
} from "libxml2-wasm";
import { describe, expect, test } from "vitest";
import { rootSchemas } from "../roots.ts";
import { creditCode } from "../sample-data/parties.ts";
import { KEY } from "../sample-data/payload.ts";
import { sampleFiles } from "../samples.ts";
import { editionUrl, evidenceUrl, manifest, model, schemaFiles } from "./edition.ts";

const samples = fileURLToPath(new URL("samples/", editionUrl));
const messages = Object.values(manifest.operations)
  .flatMap((entry) => [entry.request, entry.response])
  .map((clark) => ({ clark, message: clark.slice(clark.indexOf("}") + 1) }));
const xmlFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".xml"))
    .sort();

// The schemas are handed over as buffers under names of their own, so that the folder's path plays no part.
const buffers = new Map<string, Uint8Array>();
for (const file of schemaFiles) buffers.set(`edition/${file}`, readFileSync(new URL(file, editionUrl)));
for (const { message } of messages) {
  buffers.set(`edition/roots/${message}.xsd`, readFileSync(new URL(`roots/${message}.xsd`, editionUrl)));
}
xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(buffers)));

/** What libxml2 says for each kind of complaint. */
const LIBXML2: Record<string, RegExp> = {
  required: /This element is not expected\. Expected is|Missing child element/,
  unknown: /This element is not expected/,
  order: /This element is not expected/,
  repeated: /This element is not expected/,
  maxLength: /\[facet 'maxLength'\]/,
  pattern: /\[facet 'pattern'\]/,
  digits: /\[facet '(pattern|fractionDigits|totalDigits)'\]/,
  type: /is not a valid value of the atomic type|\[facet 'pattern'\]/,
  enumeration: /\[facet '(enumeration|maxLength)'\]/,
  nil: /nillable/,
  minItems: /Missing child element/,
  namespace: /This element is not expected/,
};

test("there is a root schema per message, as generated", () => {
  const folder = new URL("roots/", editionUrl);
  const expected = rootSchemas(JSON.parse(readFileSync(new URL("manifest.json", editionUrl), "utf8")));
  expect(expected.size).toBe(36);
  expect(readdirSync(folder).sort()).toEqual([...expected.keys()].sort());
  for (const [name, text] of expected) expect(readFileSync(new URL(name, folder), "utf8"), name).toBe(text);
});

test("the sample files are those that the generator writes", () => {
  const expected = sampleFiles();
  const found = readdirSync(samples, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(samples.length).replaceAll("\\", "/"));
  expect(found.sort()).toEqual([...expected.keys()].sort());
  const stale = [...expected].filter(([file, text]) => readFileSync(join(samples, file), "utf8") !== text);
  expect(stale.map(([file]) => file)).toEqual([]);
});

describe.each(messages)("$message", ({ message, clark }) => {
  const folder = join(samples, message);
  const wrong: Record<string, { path: string; element: string; rule: string }> = JSON.parse(
    readFileSync(join(folder, "wrong.json"), "utf8"),
  );

  test("has at least four right and four wrong samples", () => {
    expect(xmlFiles(folder).length).toBeGreaterThanOrEqual(4);
    for (const kind of ["minimal", "complete", "boundary-longest", "boundary-shortest"]) {
      expect(xmlFiles(folder).some((name) => name.endsWith(`-${kind}.xml`))).toBe(true);
    }
    expect(xmlFiles(join(folder, "wrong"))).toEqual(Object.keys(wrong).sort());
    expect(Object.keys(wrong).length).toBeGreaterThanOrEqual(4);
  });

  test("right samples pass libxml2, wrong ones fail with the expected complaint", () => {
    const url = `edition/roots/${message}.xsd`;
    using schema = XmlDocument.fromBuffer(buffers.get(url) ?? new Uint8Array(), { url });
    using validator = XsdValidator.fromDoc(schema);
    for (const name of xmlFiles(folder)) expect(complaints(validator, join(folder, name)), name).toEqual([]);
    for (const [name, { element, rule }] of Object.entries(wrong)) {
      const found = complaints(validator, join(folder, "wrong", name));
      const match = found.filter((text) => LIBXML2[rule]?.test(text) && text.includes(element));
      expect(match, `${name}: ${found.join(" | ") || "passed"}`).not.toEqual([]);
    }
  });

  test("the complete sample has every element of the schema", () => {
    using doc = XmlDocument.fromBuffer(readFileSync(join(folder, "02-complete.xml")));
    const missing: string[] = [];
    const walk = (type: string, path: string): void => {
      const complex = model.complex.get(type);
      const fields = complex?.fields ?? [];
      const present = fields.filter((field) => doc.find(`${path}/${field.name}`).length > 0);
      if (complex?.kind === "choice" ? present.length !== 1 : present.length < fields.length) missing.push(path);
      for (const field of present) if (model.complex.has(field.type)) walk(field.type, `${path}/${field.name}`);
    };
    const root = message.endsWith("Request") ? "Request" : "Response";
    walk(clark, `/${root}/Body`);
    walk(root === "Request" ? manifest.heads.request : manifest.heads.response, `/${root}/Head`);
    expect(missing).toEqual([]);
  });

  test("right samples carry a signature of profile P1", () => {
    for (const name of xmlFiles(folder)) {
      const text = readFileSync(join(folder, name), "utf8");
      const [head = ""] = /<Head>[^]*?<\/Head>/.exec(text) ?? [];
      const pairs = [...head.matchAll(/<(\w+)>([^<]+)<\/\1>/g)].map(
        ([, key = "", value = ""]) => [key, value] as const,
      );
      const sign = pairs.find(([key]) => key === "sign")?.[1];
      const bodyEnd = text.lastIndexOf("</Body>");
      const body = bodyEnd > 0 ? text.slice(text.indexOf("<Body"), bodyEnd + 7) : "<Body/>";
      const fields = [...pairs.filter(([key]) => key !== "sign"), ["body", body] as const];
      fields.sort(([a], [b]) => (a < b ? -1 : 1));
      const line = `${fields.map(([key, value]) => `${key}=${value}`).join("&")}&key=${KEY}`;
      expect(sign, name).toBe(createHmac("sha256", KEY).update(line).digest("hex").toUpperCase());
    }
  });
});

describe("realistic samples", () => {
  const all = messages.flatMap(({ message }) =>
    xmlFiles(join(samples, message))
      .filter((name) => !name.includes("boundary"))
      .map((name) => `${message}/${name}`),
  );

  test("every message has two, and Chinese text where it has room for any", () => {
    // their elements are numbers, codes and times
    const codesOnly = ["SyncEnterpriseFilingRequest", "SyncGoodsFilingsRequest", "SyncDocumentsRequest"];
    for (const { message } of messages) {
      const folder = join(samples, message);
      const names = xmlFiles(folder).filter((name) => !/-(minimal|complete|boundary-\w+)\.xml$/.test(name));
      expect(names.length, message).toBeGreaterThanOrEqual(2);
      const chinese = xmlFiles(folder)
        .filter((name) => !name.includes("boundary"))
        .some((name) => /\p{Script=Han}/u.test(readFileSync(join(folder, name), "utf8")));
      expect(chinese, message).toBe(!codesOnly.includes(message));
    }
  });

  test("there is an RCEP certificate of twenty lines and a general one", () => {
    using rcep = read("ApplyPreferentialCertificateRequest/03-rcep-20-lines.xml");
    expect(texts(rcep, "//goods/itemNo")).toEqual(Array.from({ length: 20 }, (_, index) => String(index + 1)));
    expect(texts(rcep, "//Body/docType")).toEqual(["RC"]);
    using general = read("ApplyGeneralCertificateRequest/03-garments-to-hamburg.xml");
    expect(texts(general, "//Body/docType")).toEqual(["C"]);
  });

  test("credit codes have right check digits", () => {
    const vectors: { code: string }[] = JSON.parse(
      readFileSync(new URL("uscc.json", evidenceUrl), "utf8"),
    ).test_vectors;
    for (const { code } of vectors.slice(0, 1)) expect(creditCode(code.slice(0, 8), code.slice(8, 16))).toBe(code);
    const seen = new Set<string>();
    for (const path of all) {
      using doc = read(path);
      for (const code of texts(doc, "//creditCode | //producerCreditCode")) seen.add(code);
    }
    expect(seen.size).toBeGreaterThanOrEqual(6);
    // one code is a test value of the evidence, made without the inner check digit
    const known = new Set(vectors.map((vector) => vector.code));
    for (const code of seen) if (!known.has(code)) expect(creditCode(code.slice(0, 8), code.slice(8, 16))).toBe(code);
  });

  test("amounts are quantity times price, totals add up, net weight is not above gross weight", () => {
    let lines = 0;
    for (const path of all) {
      using doc = read(path);
      for (const body of doc.find("//goodsList/..")) {
        const value = (from: typeof body, name: string): string => from.get(name)?.content ?? "";
        let total = 0;
        for (const line of body.find("goodsList/goods[amount and amount != '']")) {
          lines += 1;
          const amount = cents(value(line, "amount"));
          total += amount;
          const price = value(line, "unitPrice");
          if (price) expect(Number(value(line, "quantity")) * cents(price), path).toBe(amount);
          if (value(line, "grossWeight")) {
            expect(Number(value(line, "netWeight"))).toBeLessThanOrEqual(Number(value(line, "grossWeight")));
          }
          expect(value(line, "goodsDescription")).toMatch(new RegExp(`\\(${value(line, "packQty")}\\)|（`));
          expect(value(line, "hsCode")).toMatch(/^\d{10}$/);
        }
        expect(cents(value(body, "fobValue")), path).toBe(total);
        const invoices = body.find("invoices/invoice/totalAmount").map((node) => cents(node.content));
        if (invoices.length > 0) expect(invoices.reduce((a, b) => a + b)).toBe(total);
      }
    }
    expect(lines).toBeGreaterThan(60);
  });

  test("invoice, application and issue follow one another", () => {
    let checked = 0;
    for (const path of all) {
      using doc = read(path);
      for (const body of doc.find("//applyDate/..")) {
        const applied = body.get("applyDate")?.content ?? "";
        for (const invoiced of body.find("invoices/invoice/invoiceDate")) {
          expect(invoiced.content <= applied, path).toBe(true);
          checked += 1;
        }
      }
      for (const record of doc.find("//issueDate/..")) {
        expect((record.get("auditTime")?.content ?? "") >= (record.get("issueDate")?.content ?? ""), path).toBe(true);
      }
    }
    expect(checked).toBeGreaterThan(10);
  });

  test("a goods filing's shares of material add up", () => {
    using doc = read("ApplyGoodsFilingRequest/03-rice-cooker-with-materials.xml");
    const sum = (originating: string): number =>
      texts(doc, `//material[originating="${originating}"]/share`).reduce((total, share) => total + cents(share), 0);
    expect(sum("true")).toBe(cents(texts(doc, "//originMaterialPct")[0] ?? ""));
    expect(sum("false")).toBe(cents(texts(doc, "//importedContentPct")[0] ?? ""));
    expect(texts(doc, "//material")).toHaveLength(7);
  });

  test("the images of a seal application are PNG files", () => {
    using doc = read("ApplySealSignatureRequest/03-seals-and-signatory.xml");
    const images = texts(doc, "//image").map((text) => Buffer.from(text, "base64"));
    expect(images).toHaveLength(3);
    for (const image of images) checkPng(image);
  });
});

function read(path: string): XmlDocument {
  return XmlDocument.fromBuffer(readFileSync(join(samples, path)));
}

function texts(doc: XmlDocument, path: string): string[] {
  return doc.find(path).map((node) => node.content);
}

/** Whole hundredths of a decimal with at most two fraction digits. */
function cents(text: string): number {
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) throw new Error(`not an amount: ${text}`);
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}

function complaints(validator: XsdValidator, file: string): string[] {
  using doc = XmlDocument.fromBuffer(readFileSync(file));
  try {
    validator.validate(doc);
    return [];
  } catch (error) {
    if (error instanceof XmlValidateError) return error.details.map((detail) => detail.message);
    throw error;
  }
}

/** Signature, chunk checks, and as many bytes of image data as the size asks for. */
function checkPng(image: Buffer): void {
  expect(image.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  const chunks: [string, Buffer][] = [];
  for (let at = 8; at < image.length; ) {
    const length = image.readUInt32BE(at);
    expect(image.readUInt32BE(at + 8 + length)).toBe(crc32(image.subarray(at + 4, at + 8 + length)));
    chunks.push([image.toString("latin1", at + 4, at + 8), image.subarray(at + 8, at + 8 + length)]);
    at += 12 + length;
  }
  expect(chunks.map(([type]) => type)).toEqual(["IHDR", "PLTE", "IDAT", "IEND"]);
  const header = chunks[0]?.[1] ?? Buffer.alloc(8);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  expect(inflateSync(chunks[2]?.[1] ?? Buffer.alloc(0))).toHaveLength(height * (1 + Math.ceil(width / 8)));
}
