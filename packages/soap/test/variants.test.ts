import { gunzipSync } from "node:zlib";
import {
  buildRequest,
  buildResponse,
  decodeBody,
  encodeBody,
  type HeadField,
  readRequest,
  readResponse,
  resolveWireProfile,
  signedBody,
  type WireProfile,
} from "@coo/soap";
import { describe, expect, it } from "vitest";
import { type Answer, type Query, queryThings, things } from "./support/descriptors.ts";

const NS = "urn:example:test:v1";
const value = { branchCode: "311", active: true, remark: "甲]]>&\r\n乙" };
const head: HeadField[] = [
  ["providerCode", "TEST0001"],
  ["service", "queryThings"],
  ["messageId", "m1"],
  ["sign", "S"],
];

function build(partial: Partial<WireProfile>, sent: Query = { branchCode: "311" }) {
  const wire = resolveWireProfile(partial);
  const bodyText = encodeBody(queryThings, wire, "request", sent);
  const built = buildRequest({ operation: queryThings, wire, head, bodyText });
  const label = { "UTF-8": "utf-8", GBK: "gbk", GB18030: "gb18030" }[wire.charset];
  const text = new TextDecoder(label).decode(built.body);
  const content = /<soap:Envelope[^>]*>([^]*)<\/soap:Envelope>/.exec(text)?.[1] ?? "";
  return { wire, bodyText, built, text, content, body: /<soap:Body>([^]*)<\/soap:Body>/.exec(content)?.[1] ?? "" };
}

/** Builds, reads and decodes; gives what was read. */
function roundTrip(partial: Partial<WireProfile>, sent: Query = value) {
  const { wire, bodyText, built } = build(partial, sent);
  const read = readRequest(built.body, built.headers, { wire, services: [things] });
  expect(read.operation).toBe(queryThings);
  expect(decodeBody(queryThings, wire, "request", read).value).toEqual(sent);
  expect(read.signedBody).toBe(signedBody(bodyText, wire));
  return read;
}

const PLAIN =
  "<Request><Head><providerCode>TEST0001</providerCode><service>queryThings</service><messageId>m1</messageId><sign>S</sign></Head>" +
  "<Body><branchCode>311</branchCode></Body></Request>";
const ESCAPED = PLAIN.replaceAll("<", "&lt;").replaceAll(">", "&gt;");

describe("payload", () => {
  it("cdata: split at its own end, CR kept", () => {
    expect(build({ payload: "cdata" }).body).toBe(
      `<c:queryThings xmlns:c="${NS}"><requestXml><![CDATA[${PLAIN}]]></requestXml></c:queryThings>`,
    );
    expect(roundTrip({ payload: "cdata" }).bodyText).toContain("甲]]&gt;&amp;&#xD;\n乙");
    const wire = resolveWireProfile({ payload: "cdata" });
    const bodyText = "<Body><branchCode><![CDATA[x]]></branchCode>\r\n</Body>";
    const built = buildRequest({ operation: queryThings, wire, head, bodyText });
    expect(readRequest(built.body, built.headers, { wire, services: [things] }).bodyText).toBe(bodyText);
  });

  it("base64: of the bytes in the charset", () => {
    const { body } = build({ payload: "base64", charset: "GBK" }, { branchCode: "甲" });
    const base64 = />([A-Za-z0-9+/=]+)</.exec(body)?.[1] ?? "";
    expect(new TextDecoder("gbk").decode(Buffer.from(base64, "base64"))).toBe(PLAIN.replace("311", "甲"));
    roundTrip({ payload: "base64", charset: "GBK" });
    roundTrip({ payload: "base64", prolog: true, charset: "GB18030" });
  });

  it("gzip-base64", () => {
    const { body } = build({ compression: "gzip-base64" });
    const base64 = />([A-Za-z0-9+/=]+)</.exec(body)?.[1] ?? "";
    expect(gunzipSync(Buffer.from(base64, "base64")).toString()).toBe(PLAIN);
    roundTrip({ compression: "gzip-base64" });
    roundTrip({ compression: "gzip-base64", payload: "base64" });
  });

  it("refuses what inflates beyond the limit", () => {
    const { built, wire } = build({ compression: "gzip-base64" }, { branchCode: "1", remark: "x".repeat(100_000) });
    const options = { wire, services: [things], limits: { maxInflatedBytes: 50_000 } };
    expect(() => readRequest(built.body, built.headers, options)).toThrow(
      expect.objectContaining({ code: "SOAP_TOO_LARGE" }),
    );
  });

  it("three-strings: sign outside only", () => {
    const { body } = build({ payload: "three-strings" });
    const inner = ESCAPED.replace("&lt;sign&gt;S&lt;/sign&gt;", "");
    expect(body).toBe(
      `<c:queryThings xmlns:c="${NS}"><providerCode>TEST0001</providerCode><sign>S</sign><data>${inner}</data></c:queryThings>`,
    );
    expect(roundTrip({ payload: "three-strings" }).head).toEqual(head);
    expect(build({ payload: "three-strings", parameterName: "arg0" }).body).toMatch(
      /<arg0>TEST0001<\/arg0><arg1>S<\/arg1><arg2>/,
    );
    roundTrip({ payload: "three-strings", parameterName: "in0" });
  });

  it("typed: Head and Body as elements, signed in canonical form", () => {
    expect(build({ payload: "typed" }).body).toBe(
      `<c:queryThings xmlns:c="${NS}:typed">${PLAIN.slice("<Request>".length, -"</Request>".length)}</c:queryThings>`,
    );
    expect(build({ payload: "typed", qualifiedChildren: true }).body).toMatch(
      new RegExp(
        `^<c:queryThings xmlns:c="${NS}:typed"><c:Head><providerCode>.*</c:Head><n:Body xmlns:n="${NS}:typed"><branchCode>`,
      ),
    );
    roundTrip({ payload: "typed" });
    roundTrip({ payload: "typed", qualifiedChildren: true });
    roundTrip({ payload: "typed", namespace: "urn:own" });
  });

  it("typed: whatever a foreign writer's bytes are, the signed text is the same", () => {
    const { built, wire, bodyText } = build({ payload: "typed" });
    const foreign = new TextDecoder()
      .decode(built.body)
      .replace("<soap:Envelope", '<soap:Envelope xmlns:unused="urn:u"')
      .replace(
        "<Body><branchCode>311</branchCode></Body>",
        "<Body ><!-- c --><branchCode\n><![CDATA[31]]>&#49;</branchCode></Body>",
      );
    const read = readRequest(new TextEncoder().encode(foreign), built.headers, { wire, services: [things] });
    expect(read.signedBody).toBe(signedBody(bodyText, wire));
    expect(decodeBody(queryThings, wire, "request", read).value).toEqual({ branchCode: "311" });
  });
});

describe("style and split", () => {
  it("bare: the parameter is the body's child, the head names the operation", () => {
    expect(build({ style: "document-bare" }).body).toBe(`<c:requestXml xmlns:c="${NS}">${ESCAPED}</c:requestXml>`);
    roundTrip({ style: "document-bare" });
    expect(build({ style: "document-bare", payload: "typed" }).body).toMatch(
      new RegExp(`^<c:Request xmlns:c="${NS}:typed"><Head>`),
    );
    roundTrip({ style: "document-bare", payload: "typed" });
    roundTrip({ style: "document-bare", head: "http-headers" });
  });

  it("rpc-encoded: types on the parameters", () => {
    expect(build({ style: "rpc-encoded" }).body).toBe(
      `<c:queryThings xmlns:c="${NS}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"` +
        ` soap:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"><requestXml xsi:type="xsd:string">${ESCAPED}</requestXml></c:queryThings>`,
    );
    roundTrip({ style: "rpc-encoded" });
    roundTrip({ style: "rpc-encoded", soapVersion: "1.2", payload: "three-strings" });
    roundTrip({ style: "rpc-literal" });
  });

  it("dispatch: one operation with an interface code", () => {
    expect(build({ split: "dispatch" }).body).toBe(
      `<c:exchange xmlns:c="${NS}"><service>queryThings</service><requestXml>${ESCAPED}</requestXml></c:exchange>`,
    );
    roundTrip({ split: "dispatch" });
    roundTrip({ split: "dispatch", parameterName: "arg0" });
    roundTrip({ split: "dispatch", payload: "three-strings" });
    expect(roundTrip({ split: "dispatch", head: "parameters" }).head).toContainEqual(["service", "queryThings"]);
    roundTrip({ split: "dispatch", head: "parameters", parameterName: "arg0" });
  });

  it("per-interface: an address each", () => {
    expect(build({ split: "per-interface" }).built.path).toBe("/queryThings");
    expect(build({}).built.path).toBeUndefined();
  });

  it("qualified children", () => {
    expect(build({ qualifiedChildren: true }).body).toMatch(/<c:requestXml>/);
    roundTrip({ qualifiedChildren: true });
    const { built } = build({ qualifiedChildren: true });
    expect(() => readRequest(built.body, built.headers, { wire: resolveWireProfile(), services: [things] })).toThrow(
      /requestXml> in no namespace is expected/,
    );
  });
});

describe("head", () => {
  it("soap-header", () => {
    const { content } = build({ head: "soap-header" });
    expect(content).toMatch(new RegExp(`^<soap:Header><h:Head xmlns:h="${NS}"><providerCode>TEST0001</providerCode>`));
    expect(content).toContain("&lt;Request&gt;&lt;Body&gt;");
    expect(roundTrip({ head: "soap-header" }).head).toEqual(head);
    roundTrip({ head: "soap-header", payload: "typed" });
  });

  it("parameters", () => {
    expect(build({ head: "parameters" }).body).toMatch(
      /<providerCode>TEST0001<\/providerCode><service>queryThings<\/service><messageId>m1<\/messageId><sign>S<\/sign><requestXml>&lt;Request&gt;&lt;Body/,
    );
    expect(roundTrip({ head: "parameters" }).head).toEqual(head);
    expect(build({ head: "parameters", parameterName: "arg0" }).body).toMatch(
      /<arg0>TEST0001<\/arg0><arg1>queryThings<\/arg1><arg2><\/arg2>/,
    );
    expect(roundTrip({ head: "parameters", parameterName: "arg0" }).head).toEqual(head);
    roundTrip({ head: "parameters", payload: "typed", qualifiedChildren: true });
  });

  it("http-headers: percent-encoded", () => {
    const wire = resolveWireProfile({ head: "http-headers" });
    const bodyText = encodeBody(queryThings, wire, "request", value);
    const fields: HeadField[] = [...head, ["nonceStr", "随机 &"]];
    const built = buildRequest({ operation: queryThings, wire, head: fields, bodyText });
    expect(built.headers).toMatchObject({
      "x-coo-provider-code": "TEST0001",
      "x-coo-nonce-str": "%E9%9A%8F%E6%9C%BA%20%26",
    });
    const read = readRequest(built.body, { ...built.headers, "X-Coo-Signature": "raw" }, { wire, services: [things] });
    expect(new Map(read.head)).toEqual(new Map(fields));
    expect(() =>
      readRequest(built.body, { ...built.headers, "X-COO-SIGN": "other" }, { wire, services: [things] }),
    ).toThrow(/stands twice/);
  });
});

describe("SOAPAction", () => {
  it("is quoted in 1.1 and part of the content type in 1.2", () => {
    expect(build({ soapAction: "operation" }).built.headers["soapaction"]).toBe('"queryThings"');
    expect(build({ soapAction: "namespace-operation" }).built.headers["soapaction"]).toBe(`"${NS}/queryThings"`);
    const { headers } = build({ soapAction: "operation", soapVersion: "1.2" }).built;
    expect(headers["content-type"]).toBe('application/soap+xml; charset=UTF-8; action="queryThings"');
    expect(headers["soapaction"]).toBeUndefined();
    roundTrip({ soapAction: "namespace-operation", soapVersion: "1.2" });
  });

  it("must not name another operation", () => {
    const { built, wire } = build({ soapAction: "operation" });
    const headers = { ...built.headers, soapaction: '"syncThings"' };
    expect(() => readRequest(built.body, headers, { wire, services: [things] })).toThrow(
      expect.objectContaining({ code: "SOAP_OPERATION" }),
    );
  });
});

describe("charset", () => {
  it.each(["UTF-8", "GBK", "GB18030"] as const)("%s is written, declared and read", (charset) => {
    const { text } = build({ charset }, value);
    expect(text).toMatch(new RegExp(`^<\\?xml version="1.0" encoding="${charset}"\\?>`));
    roundTrip({ charset });
    for (const payload of ["escaped", "cdata", "typed", "base64"] as const)
      roundTrip({ charset, payload }, { branchCode: "𠮷😀甲" });
  });

  it("lets an inner declaration disagree with the outer one", () => {
    const { built, wire } = build({ prolog: true, charset: "GBK" }, { branchCode: "甲" });
    expect(new TextDecoder("gbk").decode(built.body)).toContain(
      '&lt;?xml version="1.0" encoding="GBK"?&gt;&lt;Request&gt;',
    );
    // The same inner text in an envelope of UTF-8, and the other way round.
    const utf8 = new TextDecoder("gbk").decode(built.body).replace('<?xml version="1.0" encoding="GBK"?>', "");
    const read = readRequest(
      new TextEncoder().encode(utf8),
      { "content-type": "text/xml" },
      { wire, services: [things] },
    );
    expect(decodeBody(queryThings, wire, "request", read).value).toEqual({ branchCode: "甲" });
    const inner = `<?xml version="1.0" encoding="UTF-8"?>${PLAIN.replace("311", "甲")}`;
    const base64 = resolveWireProfile({ payload: "base64", charset: "GBK" });
    const envelope =
      `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><q:queryThings xmlns:q="${NS}"><requestXml>` +
      `${Buffer.from(inner).toString("base64")}</requestXml></q:queryThings></e:Body></e:Envelope>`;
    const other = readRequest(
      Buffer.from(envelope),
      { "content-type": "text/xml" },
      { wire: base64, services: [things] },
    );
    expect(decodeBody(queryThings, base64, "request", other).value).toEqual({ branchCode: "甲" });
  });
});

describe("values", () => {
  it("booleans, empty values and line breaks are mapped at the border", () => {
    const sent = { branchCode: "311", active: false, remark: "a\nb" };
    const body = (wire: Partial<WireProfile>): string =>
      encodeBody(queryThings, resolveWireProfile(wire), "request", sent);
    expect(body({ booleans: "1-0" })).toContain("<active>0</active>");
    expect(body({ booleans: "Y-N" })).toContain("<active>N</active>");
    expect(body({ lineBreaks: "crlf" })).toContain("a&#xD;\nb");
    expect(body({ lineBreaks: "slash-n" })).toContain("a/nb");
    expect(body({ lineBreaks: "ncr" })).toContain("a&#10;b");
    expect(body({ emptyValues: "empty" })).toContain("<page></page>");
    expect(body({ emptyValues: "nil" })).toMatch(/^<Body xmlns:xsi="[^"]*">.*<page xsi:nil="true"><\/page>/);
    for (const wire of [
      { booleans: "Y-N" },
      { lineBreaks: "crlf" },
      { lineBreaks: "slash-n" },
      { lineBreaks: "ncr" },
      { emptyValues: "empty" },
      { emptyValues: "nil" },
    ] as const) {
      roundTrip(wire, sent);
    }
  });

  it("refuses a text that a reader would change", () => {
    const wire = resolveWireProfile({ lineBreaks: "slash-n" });
    expect(() => encodeBody(queryThings, wire, "request", { branchCode: "1", remark: "http://a/news" })).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ code: "wire", path: "remark" })] }),
    );
  });

  it("reads only the boolean form of the profile", () => {
    const wire = resolveWireProfile({ booleans: "Y-N" });
    const bodyText = "<Body><branchCode>1</branchCode><active>true</active></Body>";
    expect(() => decodeBody(queryThings, wire, "request", { bodyText })).toThrow(/Y \/ N/);
  });
});

describe("answers", () => {
  const answer = { total: 2, ok: true, names: ["甲", "乙"], note: null };
  const answerHead: HeadField[] = [
    ["messageId", "m1"],
    ["returnCode", "0000"],
    ["sign", "S"],
  ];

  function respond(partial: Partial<WireProfile>, sent: Answer = answer, fields = answerHead) {
    const wire = resolveWireProfile(partial);
    const bodyText = encodeBody(queryThings, wire, "response", sent);
    return { wire, bodyText, built: buildResponse({ operation: queryThings, wire, head: fields, bodyText }) };
  }

  it.each<Partial<WireProfile>>([
    {},
    { soapVersion: "1.2" },
    { payload: "cdata" },
    { payload: "typed" },
    { payload: "three-strings" },
    { answer: "json-string" },
    { answer: "json-string", head: "soap-header", payload: "base64" },
    { answer: "json-string", booleans: "1-0", emptyValues: "nil" },
    { answer: "json-string", compression: "gzip-base64", charset: "GBK" },
    { head: "http-headers" },
    { head: "parameters" },
    { style: "document-bare" },
    { style: "rpc-encoded", split: "dispatch" },
    { resultName: "return" },
  ])("%j are read back", (partial) => {
    const { wire, bodyText, built } = respond(partial);
    const read = readResponse(built.body, built.headers, built.status, { wire, operation: queryThings });
    if (read.kind !== "answer") throw new Error("a fault");
    expect(new Map(read.head)).toEqual(new Map(answerHead));
    expect(read.signedBody).toBe(signedBody(bodyText, wire));
    expect(decodeBody(queryThings, wire, "response", read).value).toEqual(answer);
  });

  it("json-string: the Body's text as it stands is what is signed", () => {
    const { built, wire } = respond({ answer: "json-string" });
    expect(new TextDecoder().decode(built.body)).toContain(
      '{"Response":{"Head":{"messageId":"m1","returnCode":"0000","sign":"S"},"Body":{"total":2,"ok":true,"name":["甲","乙"],"note":null}}}',
    );
    const spaced = new TextDecoder().decode(built.body).replace('"Body":{"total":2', '"Body" : { "total" : 2');
    const read = readResponse(new TextEncoder().encode(spaced), built.headers, 200, { wire, operation: queryThings });
    expect(read.kind === "answer" && read.signedBody).toBe('{ "total" : 2,"ok":true,"name":["甲","乙"],"note":null}');
  });

  it("json-string: doubled members and wrong kinds are refused", () => {
    const wire = resolveWireProfile({ answer: "json-string" });
    const decode = (bodyText: string): unknown => decodeBody(queryThings, wire, "response", { bodyText }).value;
    expect(decode('{"total":1}')).toEqual({ total: 1 });
    expect(() => decode('{"total":1,"total":2}')).toThrow(/stands twice/);
    expect(() => decode('{"total":1.5}')).toThrow(/total/);
    expect(() => decode('{"total":1,"name":"x"}')).toThrow(/expected array/);
    expect(() => decode('{"total":1,"new":"x"}')).toThrow(/new is not known/);
    expect(() => decode('{"total":null}')).toThrow(/null/);
    expect(() => decode("[]")).toThrow(/expected object/);
    expect(() => decode('{"total":1')).toThrow(/SOAP|JSON/);
    expect(() => decode("{}")).toThrow(/total: is required/);
  });

  it("an error code: by profile in the answer, by HTTP status, or as a fault", () => {
    const failed: HeadField[] = [
      ["messageId", "m1"],
      ["returnCode", "1001"],
      ["returnMessage", "签名<错误>"],
    ];
    expect(respond({}, answer, failed).built.status).toBe(200);
    expect(respond({ error: "http-status" }, answer, failed).built.status).toBe(400);
    expect(respond({ error: "http-status" }, answer, [["returnCode", "9999"]]).built.status).toBe(500);
    const { built, wire } = respond({ error: "http-status" }, answer, failed);
    expect(readResponse(built.body, built.headers, built.status, { wire, operation: queryThings }).kind).toBe("answer");
    const fault = respond({ error: "fault" }, answer, failed);
    expect(fault.built.status).toBe(500);
    const read = readResponse(fault.built.body, fault.built.headers, 500, { wire: fault.wire, operation: queryThings });
    expect(read).toMatchObject({ kind: "fault", fault: { code: "Client", reason: "签名<错误>" } });
    expect(read.kind === "fault" && read.fault.detail).toContain("<returnCode>1001</returnCode>");
  });

  it("a status that does not go with the body is refused", () => {
    const { built, wire } = respond({});
    for (const status of [500, 404, 302]) {
      expect(() => readResponse(built.body, built.headers, status, { wire, operation: queryThings })).toThrow(
        expect.objectContaining({ code: "SOAP_STATUS" }),
      );
    }
    const html = new TextEncoder().encode("<html>Bad gateway</html>");
    expect(() => readResponse(html, { "content-type": "text/html" }, 502, { wire, operation: queryThings })).toThrow(
      expect.objectContaining({ code: "SOAP_STATUS" }),
    );
    expect(() => readResponse(html, { "content-type": "text/html" }, 200, { wire, operation: queryThings })).toThrow(
      expect.objectContaining({ code: "SOAP_MEDIA_TYPE" }),
    );
  });

  it("an answer of another operation is refused", () => {
    const { built, wire } = respond({});
    const other = new TextDecoder().decode(built.body).replaceAll("queryThingsResponse", "syncThingsResponse");
    expect(() =>
      readResponse(new TextEncoder().encode(other), built.headers, 200, { wire, operation: queryThings }),
    ).toThrow(expect.objectContaining({ code: "SOAP_OPERATION" }));
  });
});
