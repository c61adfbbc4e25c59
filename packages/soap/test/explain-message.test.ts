import { gzipSync } from "node:zlib";
import { explainMessage, writeEnvelope } from "@coo/soap";
import { describe, expect, it } from "vitest";

const labels = {
  "RequestHead.providerCode": { zh: "接入商代码", en: "provider code" },
  "RequestHead.sign": { zh: "签名", en: "signature" },
  "FileGoodsRequest.goods": { zh: "商品", en: "goods" },
  "FileGoodsRequest.goods.hsCode": { zh: "HS编码", en: "HS code" },
  "FileGoodsResponse.fileId": { zh: "备案号", en: "number" },
};
const PAYLOAD =
  "<Request><Head><providerCode>TEST0001</providerCode><service>fileGoods</service><sign>ABCDEF0123456789</sign></Head>" +
  "<Body><goods><hsCode>08041000</hsCode><name>红&lt;枣&gt;\n</name></goods><remark/></Body></Request>";
const INSIDE = [
  "Request",
  "  Head",
  "    providerCode 接入商代码: TEST0001",
  "    service: fileGoods",
  "    sign 签名: ABCDEF01…",
  "  Body",
  "    goods 商品",
  "      hsCode HS编码: 08041000",
  "      name: 红<枣>\\n",
  "    remark (空 · empty)",
];
const envelope = (content: string): string => writeEnvelope("1.1", "UTF-8", { body: content });
const carried = (how: string): string[] => [
  "Envelope ⟨SOAP 1.1⟩",
  "  Body",
  "    fileGoods",
  `      requestXml ⟨${how}⟩`,
  ...INSIDE.map((line) => `        ${line}`),
];
const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const wrapped = (text: string): string =>
  envelope(`<c:fileGoods xmlns:c="urn:s"><requestXml>${text}</requestXml></c:fileGoods>`);

describe("explainMessage", () => {
  it("shows a payload with labels, whatever its namespace prefixes", () => {
    expect(explainMessage(PAYLOAD, { labels }).split("\n")).toEqual(INSIDE);
  });

  it.each<[string, string, string]>([
    ["escaped", "XML", wrapped(escape(PAYLOAD))],
    ["CDATA", "XML", wrapped(`<![CDATA[${PAYLOAD}]]>`)],
    ["base64", "base64", wrapped(Buffer.from(PAYLOAD).toString("base64"))],
    ["gzip", "gzip, base64", wrapped(gzipSync(PAYLOAD).toString("base64"))],
  ])("takes out of an envelope what is carried in it: %s", (_, how, text) => {
    expect(explainMessage(new TextEncoder().encode(text), { labels }).split("\n")).toEqual(carried(how));
  });

  it("shows typed elements, attributes, nil, and answers in JSON", () => {
    const typed = envelope(
      `<c:fileGoodsResponse xmlns:c="urn:s"><Head><returnCode>0000</returnCode></Head><Body xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><fileId kind="x">7</fileId><note i:nil="true"/></Body></c:fileGoodsResponse>`,
    );
    expect(explainMessage(typed, { labels }).split("\n").slice(2)).toEqual([
      "    fileGoodsResponse",
      "      Head",
      "        returnCode: 0000",
      "      Body",
      '        fileId 备案号 [kind="x"]: 7',
      "        note [nil=true]",
    ]);
    const json = envelope(
      `<c:fileGoodsResponse xmlns:c="urn:s"><responseXml>{"Head":{"sign":"ABCDEF0123"},"Body":{"fileId":"7","list":[{"a":1}]}}</responseXml></c:fileGoodsResponse>`,
    );
    expect(explainMessage(json, { labels }).split("\n").slice(3)).toEqual([
      "      responseXml ⟨JSON⟩",
      "        Head",
      "          sign 签名: ABCDEF01…",
      "        Body",
      "          fileId 备案号: 7",
      "          list",
      "            [0]",
      "              a: 1",
    ]);
  });

  it("shows what is wrong as far as it can be read, with the place", () => {
    const text = explainMessage("<Request><Head><providerCode>A</providerCode></Haed></Request>");
    expect(text).toMatch(/^Request\n {2}Head\n {4}providerCode: A\n {4}✖ .+ · .+ \(1:\d+\)$/);
    expect(explainMessage("no XML")).toMatch(/^✖ /);
    expect(explainMessage(new Uint8Array([0x3c, 0xff]))).toMatch(/^✖ .*UTF-8/);
    expect(explainMessage('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')).toMatch(/^✖ /);
  });

  it("keeps long values and long messages short", () => {
    expect(explainMessage(`<a>${"x".repeat(500)}</a>`).length).toBeLessThan(120);
    const lines = explainMessage(`<a>${"<b/>".repeat(6000)}</a>`).split("\n");
    expect(lines.length).toBe(5001);
    expect(lines.at(-1)).toBe("… 1001 more lines");
  });
});
