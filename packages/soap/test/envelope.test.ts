import {
  buildFault,
  checkMediaType,
  contentType,
  parseMediaType,
  readEnvelope,
  rejectionOf,
  SoapFaultError,
  writeEnvelope,
  writeFault,
} from "@coo/soap";
import { describe, expect, it } from "vitest";

const NS = {
  "1.1": "http://schemas.xmlsoap.org/soap/envelope/",
  "1.2": "http://www.w3.org/2003/05/soap-envelope",
} as const;
const read = (text: string, version: "1.1" | "1.2" = "1.1", understands?: (name: string, ns: string) => boolean) =>
  readEnvelope(text, { version, understands }, (reader) => reader.readText());
const wrap = (inner: string, version: "1.1" | "1.2" = "1.1"): string =>
  `<s:Envelope xmlns:s="${NS[version]}">${inner}</s:Envelope>`;
const body = "<s:Body><a>x</a></s:Body>";

const withBlock = (attributes: string, version: "1.1" | "1.2" = "1.1"): string =>
  wrap(`<s:Header><h xmlns="urn:h" ${attributes}/></s:Header>${body}`, version);
const withCode = (code: string): string =>
  wrap(
    `<s:Body><s:Fault><faultcode xmlns:p="urn:p">${code}</faultcode><faultstring>f</faultstring><detail><x/></detail></s:Fault></s:Body>`,
  );

/** Code and rejection of what reading throws. */
function refused(text: string, version: "1.1" | "1.2" = "1.1"): string {
  try {
    read(text, version);
    return "accepted";
  } catch (error) {
    const code = (error as { code: string }).code;
    const rejection = rejectionOf(error);
    expect(rejection, code).toBeDefined();
    return code;
  }
}

describe("reading an envelope", () => {
  it("gives the body's child and the headers", () => {
    const text = wrap(
      `<s:Header><h:t xmlns:h="urn:h" s:mustUnderstand="0" s:actor="urn:someone">1</h:t></s:Header> ${body} `,
    );
    expect(read(text)).toEqual({
      kind: "body",
      value: "x",
      headers: [
        {
          name: "t",
          ns: "urn:h",
          mustUnderstand: false,
          actor: "urn:someone",
          xml: `<h:t xmlns:s="${NS["1.1"]}" xmlns:h="urn:h" s:mustUnderstand="0" s:actor="urn:someone">1</h:t>`,
        },
      ],
    });
    expect(read(`<?xml version="1.0"?><!-- c -->${wrap(body)}<!-- d -->`).kind).toBe("body");
    expect(read(writeEnvelope("1.2", "UTF-8", { body: "<a>x</a>" }), "1.2")).toMatchObject({ value: "x" });
  });

  it.each([
    ["another root", "<a/>", "SOAP_ENVELOPE"],
    ["no namespace", "<Envelope><Body><a/></Body></Envelope>", "SOAP_VERSION_MISMATCH"],
    ["another version", wrap(body, "1.2"), "SOAP_VERSION_MISMATCH"],
    ["no body", wrap(""), "SOAP_ENVELOPE"],
    ["a header only", wrap("<s:Header/>"), "SOAP_ENVELOPE"],
    ["an empty body", wrap("<s:Body/>"), "SOAP_ENVELOPE"],
    ["two bodies", wrap(body + body), "SOAP_ENVELOPE"],
    ["two children", wrap("<s:Body><a/><b/></s:Body>"), "SOAP_ENVELOPE"],
    ["a header after the body", wrap(`${body}<s:Header/>`), "SOAP_ENVELOPE"],
    ["two headers", wrap(`<s:Header/><s:Header/>${body}`), "SOAP_ENVELOPE"],
    ["an element behind the body", wrap(`${body}<x xmlns="urn:x"/>`), "SOAP_ENVELOPE"],
    ["text in the envelope", wrap(`x${body}`), "SOAP_ENVELOPE"],
    ["text in the body", wrap("<s:Body>x<a/></s:Body>"), "SOAP_ENVELOPE"],
    ["text behind the envelope", `${wrap(body)}x`, "XML_MALFORMED"],
    ["a second root", wrap(body) + wrap(body), "XML_MALFORMED"],
    ["a DTD", `<!DOCTYPE a>${wrap(body)}`, "XML_DTD"],
    ["a processing instruction before", `<?a b?>${wrap(body)}`, "XML_MALFORMED"],
    ["a processing instruction inside", wrap(`<?a b?>${body}`), "XML_MALFORMED"],
    ["a header block without namespace", wrap(`<s:Header><h/></s:Header>${body}`), "SOAP_ENVELOPE"],
    [
      "a strange mustUnderstand",
      wrap(`<s:Header><h xmlns="urn:h" s:mustUnderstand="true"/></s:Header>${body}`),
      "SOAP_ENVELOPE",
    ],
    ["a body of another namespace", wrap("<Body><a/></Body>"), "SOAP_ENVELOPE"],
    ["too many headers", wrap(`<s:Header>${'<h xmlns="urn:h"/>'.repeat(40)}</s:Header>${body}`), "SOAP_ENVELOPE"],
  ])("refuses %s", (_name, text, code) => {
    expect(refused(text)).toBe(code);
  });

  it("refuses attributes that SOAP 1.2 does not have on its own elements", () => {
    expect(refused(`<s:Envelope xmlns:s="${NS["1.2"]}" a="b">${body}</s:Envelope>`, "1.2")).toBe("SOAP_ENVELOPE");
    expect(refused(wrap('<s:Body s:encodingStyle="urn:x"><a/></s:Body>', "1.2"), "1.2")).toBe("SOAP_ENVELOPE");
  });

  it("asks whether a header that must be understood is", () => {
    const text = withBlock;
    expect(refused(text('s:mustUnderstand="1"'))).toBe("SOAP_MUST_UNDERSTAND");
    expect(refused(text('s:mustUnderstand="1" s:actor="http://schemas.xmlsoap.org/soap/actor/next"'))).toBe(
      "SOAP_MUST_UNDERSTAND",
    );
    expect(read(text('s:mustUnderstand="1" s:actor="urn:other"')).kind).toBe("body");
    expect(read(text('s:mustUnderstand="1"'), "1.1", (name, ns) => name === "h" && ns === "urn:h").kind).toBe("body");
    expect(refused(text('s:mustUnderstand="true"', "1.2"), "1.2")).toBe("SOAP_MUST_UNDERSTAND");
    expect(
      refused(
        text('s:mustUnderstand="true" s:role="http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver"', "1.2"),
        "1.2",
      ),
    ).toBe("SOAP_MUST_UNDERSTAND");
    expect(
      read(text('s:mustUnderstand="true" s:role="http://www.w3.org/2003/05/soap-envelope/role/none"', "1.2"), "1.2")
        .kind,
    ).toBe("body");
  });
});

describe("faults", () => {
  it("of SOAP 1.1 are written and read", () => {
    const fault = writeFault("1.1", {
      code: "Client",
      reason: "wrong <x>",
      actor: "urn:me",
      detail: '<d xmlns="urn:d">1</d>',
    });
    expect(fault).toBe(
      '<soap:Fault><faultcode>soap:Client</faultcode><faultstring>wrong &lt;x&gt;</faultstring><faultactor>urn:me</faultactor><detail><d xmlns="urn:d">1</d></detail></soap:Fault>',
    );
    expect(read(writeEnvelope("1.1", "UTF-8", { body: fault }))).toEqual({
      kind: "fault",
      headers: [],
      fault: {
        version: "1.1",
        code: "Client",
        codeName: { ns: NS["1.1"], local: "Client" },
        subcodes: [],
        reason: "wrong <x>",
        reasons: [{ lang: "", text: "wrong <x>" }],
        actor: "urn:me",
        detail: '<detail><d xmlns="urn:d">1</d></detail>',
      },
    });
  });

  it("of SOAP 1.2 are written and read, with subcodes and languages", () => {
    const fault = writeFault("1.2", {
      code: "Server",
      reason: "later",
      reasons: [{ lang: "zh", text: "稍后" }],
      subcode: { ns: "urn:s", local: "Busy" },
      detail: "<d/>",
    });
    const found = read(writeEnvelope("1.2", "UTF-8", { body: fault }), "1.2");
    expect(found).toMatchObject({
      kind: "fault",
      fault: {
        code: "Server",
        codeName: { ns: NS["1.2"], local: "Receiver" },
        subcodes: [{ ns: "urn:s", local: "Busy" }],
        reason: "later",
        reasons: [
          { lang: "en", text: "later" },
          { lang: "zh", text: "稍后" },
        ],
      },
    });
    expect(found.kind === "fault" && found.fault.detail).toContain("<d/>");
  });

  it("with dotted codes, codes of the peer's own and qualified children are read", () => {
    const fault = withCode;
    expect(read(fault("s:Client.Authentication"))).toMatchObject({
      fault: { code: "Client", subcodes: [{ local: "Authentication" }] },
    });
    expect(read(fault("p:Own"))).toMatchObject({ fault: { code: "Own", codeName: { ns: "urn:p", local: "Own" } } });
    expect(read(fault("Server"))).toMatchObject({ fault: { code: "Server" } });
  });

  it("that are malformed are refused", () => {
    expect(refused(wrap("<s:Body><s:Fault/></s:Body>"))).toBe("SOAP_ENVELOPE");
    expect(refused(wrap("<s:Body><s:Fault><faultcode>a</faultcode><faultcode>b</faultcode></s:Fault></s:Body>"))).toBe(
      "SOAP_ENVELOPE",
    );
  });

  it("become an error with code, text and detail", () => {
    const found = read(
      wrap("<s:Body><s:Fault><faultcode>s:Server</faultcode><faultstring>busy</faultstring></s:Fault></s:Body>"),
    );
    if (found.kind !== "fault") throw new Error("no fault");
    const error = new SoapFaultError(found.fault);
    expect(error).toMatchObject({
      code: "SOAP_FAULT",
      faultCode: "Server",
      faultString: "busy",
      detail: undefined,
      name: "SoapFaultError",
    });
  });

  it("have the HTTP status of their version", () => {
    expect(buildFault({ wire: { soapVersion: "1.1", charset: "UTF-8" }, code: "Client", message: "x" }).status).toBe(
      500,
    );
    expect(buildFault({ wire: { soapVersion: "1.2", charset: "UTF-8" }, code: "Client", message: "x" }).status).toBe(
      400,
    );
    expect(buildFault({ wire: { soapVersion: "1.2", charset: "UTF-8" }, code: "Server", message: "x" }).status).toBe(
      500,
    );
  });
});

describe("media types", () => {
  it("are taken apart strictly", () => {
    expect(parseMediaType('Application/SOAP+xml ; charset="utf-8"; Action="a;b\\"c"')).toEqual({
      type: "application/soap+xml",
      parameters: new Map([
        ["charset", "utf-8"],
        ["action", 'a;b"c'],
      ]),
    });
    for (const wrong of [
      "",
      "text",
      "text/xml charset=utf-8",
      "text/xml; charset=a; charset=b",
      "text/xml; charset",
      'text/xml; a="b',
    ]) {
      expect(parseMediaType(wrong), wrong).toBeUndefined();
    }
  });

  it("must be that of the SOAP version", () => {
    expect(checkMediaType({ "Content-Type": "text/xml;charset=GBK" }, "1.1")).toEqual({
      charset: "GBK",
      action: undefined,
    });
    for (const [type, version] of [
      ["application/soap+xml", "1.1"],
      ["text/xml", "1.2"],
      ["application/json", "1.1"],
    ] as const) {
      expect(() => checkMediaType({ "content-type": type }, version)).toThrow(
        expect.objectContaining({ code: "SOAP_MEDIA_TYPE" }),
      );
    }
    expect(() => checkMediaType({}, "1.1")).toThrow(/content type none/);
    expect(() => checkMediaType({ "content-type": ["text/xml", "text/xml"] }, "1.1")).toThrow(/content type/);
    expect(contentType("1.2", "UTF-8", 'a"b')).toBe('application/soap+xml; charset=UTF-8; action="a\\"b"');
  });
});
