import { gzipSync } from "node:zlib";
import {
  buildRequest,
  decodeBody,
  encodeBody,
  type HeadField,
  readRequest,
  rejectionOf,
  resolveWireProfile,
  type WireProfile,
} from "@coo/soap";
import { describe, expect, it } from "vitest";
import { queryThings, things } from "./support/descriptors.ts";

const head: HeadField[] = [
  ["providerCode", "TEST0001"],
  ["service", "queryThings"],
  ["sign", "S"],
];

/** A request as text, to be tampered with. */
function request(partial: Partial<WireProfile> = {}): {
  wire: WireProfile;
  text: string;
  headers: Record<string, string>;
} {
  const wire = resolveWireProfile(partial);
  const bodyText = encodeBody(queryThings, wire, "request", { branchCode: "311" });
  const built = buildRequest({ operation: queryThings, wire, head, bodyText });
  return { wire, text: new TextDecoder().decode(built.body), headers: built.headers };
}

/** What a change of the text leads to: an error's code, or the decoded body. */
function after(partial: Partial<WireProfile>, from: string | RegExp, to: string): unknown {
  const { wire, text, headers } = request(partial);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error("nothing was changed");
  try {
    const read = readRequest(new TextEncoder().encode(changed), headers, { wire, services: [things] });
    return { head: read.head, body: decodeBody(read.operation, wire, "request", read).value };
  } catch (error) {
    expect(rejectionOf(error)).toBeDefined();
    return (error as { code: string }).code;
  }
}

const lt = (text: string): string => text.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const inner = (from: string, to: string, partial: Partial<WireProfile> = {}): unknown =>
  after(partial, lt(from), lt(to));

describe("what a signature does not cover cannot change what is read", () => {
  it.each([
    ["a second Head", "</Head>", "</Head><Head><providerCode>X</providerCode></Head>", "SOAP_PAYLOAD"],
    ["a second Body", "</Body>", "</Body><Body><branchCode>666</branchCode></Body>", "SOAP_PAYLOAD"],
    ["a Body in front", "<Request>", "<Request><Body/>", "SOAP_PAYLOAD"],
    ["Head and Body swapped round a wrapper", "<Request>", "<Request><Wrap/>", "SOAP_PAYLOAD"],
    ["a second provider code", "<Head>", "<Head><providerCode>EVIL</providerCode>", "SOAP_HEAD"],
    ["a head field with a child", "TEST0001", "TEST<b/>0001", "SOAP_HEAD"],
    ["a head field with an attribute", "<providerCode>", "<providerCode a='b'>", "SOAP_HEAD"],
    ["a head field in a namespace", "<sign>", "<sign xmlns='urn:x'>", "SOAP_HEAD"],
    ["text in the head", "<Head>", "<Head>x", "SOAP_HEAD"],
    ["a root in a namespace", "<Request>", "<Request xmlns='urn:x'>", "SOAP_PAYLOAD"],
    ["an attribute on the root", "<Request>", "<Request a='b'>", "SOAP_PAYLOAD"],
    ["content behind the root", "</Request>", "</Request><Request/>", "XML_MALFORMED"],
    ["a DTD inside", "<Request>", "<!DOCTYPE Request><Request>", "XML_DTD"],
    ["a processing instruction inside", "<Body>", "<?x y?><Body>", "XML_MALFORMED"],
    ["another operation in the head", "queryThings</service>", "syncThings</service>", "SOAP_OPERATION"],
    ["an unknown field in the body", "</Body>", "<evil/></Body>", "SOAP_DECODE"],
    ["a doubled field in the body", "</Body>", "<branchCode>2</branchCode></Body>", "SOAP_DECODE"],
    ["an Answer instead of a Request", "<Request>", "<Response>", "SOAP_PAYLOAD"],
  ])("refuses %s", (_name, from, to, code) => {
    const result = inner(from, to);
    expect(result === code || (to === "<Response>" && typeof result === "string")).toBe(true);
  });

  it("refuses another wrapper, or one with more or other children", () => {
    expect(after({}, /c:queryThings/g, "c:syncThings")).toBe("SOAP_OPERATION");
    expect(after({}, /c:queryThings/g, "c:noThings")).toBe("SOAP_OPERATION");
    expect(after({}, "urn:example:test:v1", "urn:other")).toBe("SOAP_OPERATION");
    expect(after({}, "</requestXml>", "</requestXml><requestXml>x</requestXml>")).toBe("SOAP_PAYLOAD");
    expect(after({}, "<requestXml>", "<extra/><requestXml>")).toBe("SOAP_PAYLOAD");
    expect(after({}, "<requestXml>", "<requestXml a='b'>")).toBe("SOAP_PAYLOAD");
    expect(after({}, /requestXml/g, "xml")).toBe("SOAP_PAYLOAD");
    expect(after({}, "<requestXml>", "<requestXml><b/>")).toBe("XML_UNEXPECTED");
    expect(after({}, /<requestXml>.*<\/requestXml>/, "<requestXml/>")).toBe("XML_MALFORMED");
  });

  it("accepts comments, CDATA and other prefixes, and reads through them", () => {
    const whole = { head, body: { branchCode: "311" } };
    expect(inner("TEST0001", "TEST<!-- x -->0<![CDATA[001]]>")).toEqual(whole);
    expect(inner("311", "3<![CDATA[1]]><!-- 9 -->1")).toEqual(whole);
    expect(after({}, /c:/g, "zz:")).toBe("XML_NAMESPACE");
    expect(after({}, "<soap:Body>", "<!-- x --><soap:Body>")).toEqual(whole);
    expect(
      after(
        {},
        "<requestXml>",
        '<requestXml xmlns:x="http://www.w3.org/2001/XMLSchema-instance" xmlns:y="http://www.w3.org/2001/XMLSchema" x:type="y:string">',
      ),
    ).toEqual(whole);
  });

  it("refuses prefixes of the body that are bound outside what is signed, but for the schema instance namespace", () => {
    const xsi = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance"';
    expect(
      after(
        {},
        /&lt;Request&gt;(.*)&lt;branchCode&gt;/,
        `&lt;Request ${xsi}&gt;$1&lt;branchCode i:schemaLocation="a b"&gt;`,
      ),
    ).toMatchObject({
      body: { branchCode: "311" },
    });
    expect(
      after({}, /&lt;Request&gt;(.*)&lt;branchCode&gt;/, '&lt;Request xmlns:i="urn:x"&gt;$1&lt;branchCode i:a="b"&gt;'),
    ).toBe("XML_NAMESPACE");
  });

  it("refuses what three strings carry twice", () => {
    const three = { payload: "three-strings" } as const;
    expect(after(three, "<providerCode>TEST0001", "<providerCode>EVIL")).toBe("SOAP_HEAD");
    expect(after(three, lt("</Head>"), lt("<sign>X</sign></Head>"))).toBe("SOAP_HEAD");
    expect(after(three, "<sign>S</sign>", "<sign>S</sign><sign>T</sign>")).toBe("SOAP_PAYLOAD");
  });

  it("refuses a head in two header blocks, or a wrong one that must be understood", () => {
    const block = { head: "soap-header" } as const;
    expect(after(block, /(<h:Head.*<\/h:Head>)/, "$1$1")).toBe("SOAP_HEAD");
    expect(after(block, /<h:Head.*<\/h:Head>/, "")).toBe("SOAP_HEAD");
    expect(after(block, "<h:Head ", '<h:Head soap:mustUnderstand="1" ')).toMatchObject({ head });
    expect(
      after(
        block,
        /<h:Head (.*)<\/h:Head>/,
        '<h:Head soap:mustUnderstand="1" $1</h:Head><e:x xmlns:e="urn:e" soap:mustUnderstand="1"/>',
      ),
    ).toBe("SOAP_MUST_UNDERSTAND");
  });

  it("refuses doubled and foreign parts of the typed shape", () => {
    const typed = { payload: "typed" } as const;
    expect(after(typed, "</Head>", "</Head><Head/>")).toBe("SOAP_PAYLOAD");
    expect(after(typed, "</Body>", "</Body><Body/>")).toBe("SOAP_PAYLOAD");
    expect(after(typed, "<Head>", '<Head xmlns="urn:x">')).toBe("SOAP_PAYLOAD");
    expect(after(typed, "<Body>", '<x:Body xmlns:x="urn:x">')).toBe("SOAP_PAYLOAD");
  });

  it("refuses what is no base64 or no gzip, and a bomb", () => {
    const base64 = { payload: "base64" } as const;
    expect(after(base64, /<requestXml>[^<]*</, "<requestXml>###<")).toBe("SOAP_PAYLOAD");
    expect(after({ compression: "gzip-base64" }, /<requestXml>[^<]*</, "<requestXml>AAAA<")).toBe("SOAP_PAYLOAD");
    const bomb = gzipSync(new Uint8Array(64 << 20)).toString("base64");
    expect(after({ compression: "gzip-base64" }, /<requestXml>[^<]*</, `<requestXml>${bomb}<`)).toBe("SOAP_TOO_LARGE");
  });

  it("keeps to the limits", () => {
    const { wire, text, headers } = request();
    const bytes = new TextEncoder().encode(text);
    const read = (limits: Parameters<typeof readRequest>[2]["limits"]) => () =>
      readRequest(bytes, headers, { wire, services: [things], ...(limits ? { limits } : {}) });
    expect(read({ maxBytes: 100 })).toThrow(expect.objectContaining({ code: "SOAP_TOO_LARGE" }));
    expect(read({ maxHeadFields: 2 })).toThrow(expect.objectContaining({ code: "SOAP_HEAD" }));
    expect(read({ maxHeadValueLength: 5 })).toThrow(expect.objectContaining({ code: "SOAP_HEAD" }));
    expect(read({ maxDepth: 2 })).toThrow(expect.objectContaining({ code: "XML_TOO_DEEP" }));
    expect(read({ maxTextLength: 50 })).toThrow(expect.objectContaining({ code: "XML_LIMIT" }));
    expect(read(undefined)).not.toThrow();
  });
});
