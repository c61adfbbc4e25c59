import { describe, expect, it } from "vitest";
import { createSandbox, type Sandbox } from "../src/index.ts";
import { generalBody } from "./support/applications.ts";
import { call, requestText, signP1, stamp, values, wrap } from "./support/platform.ts";
import { ENDPOINT, post, unescapeXml } from "./support/post.ts";

const BODY = "<Body><branchCode>311</branchCode></Body>";
const good = (sandbox: Sandbox, settings = {}): string =>
  requestText("queryBranches", BODY, { now: sandbox.clock.now(), ...settings });

describe("authentication", () => {
  it("answers an unknown provider with an unsigned fault that names code 1001", async () => {
    const sandbox = createSandbox();
    const { status, text } = await post(sandbox, good(sandbox, { providerCode: "NOBODY" }));
    expect(status).toBe(500);
    expect(text).toContain("<returnCode>1001</returnCode>");
    expect(text).not.toContain("<sign>");
  });

  it.each([
    ["made with another key", { key: "some-real-looking-key" }],
    ["missing", { sign: "" }],
    ["in lower case", "lower"],
    ["cut short", { sign: "C66437EB" }],
  ])("refuses a signature %s with code 1002", async (_, settings) => {
    const sandbox = createSandbox();
    let text = good(sandbox, settings === "lower" ? {} : settings);
    if (settings === "lower")
      text = text.replace(/(&lt;sign&gt;)(\w+)/, (__, tag: string, sign: string) => tag + sign.toLowerCase());
    const answer = unescapeXml((await post(sandbox, text)).text);
    expect(answer).toContain("<returnCode>1002</returnCode>");
    expect(sandbox.journal.find({ returnCode: "1002" })).toHaveLength(1);
  });

  it("accepts the key of no provider but the sender's", async () => {
    const sandbox = createSandbox({ providers: { TEST0001: "ccpit-demo-key-0001", TEST0002: "demo-key-2" } });
    const text = good(sandbox, { key: "demo-key-2" });
    expect(unescapeXml((await post(sandbox, text)).text)).toContain("<returnCode>1002</returnCode>");
  });

  it("changes nothing for a message it does not trust", async () => {
    const sandbox = createSandbox();
    const text = requestText("applyGeneralCertificate", generalBody(), { now: sandbox.clock.now(), key: "wrong" });
    await post(sandbox, text);
    expect(sandbox.control.list()).toEqual([]);
  });

  it.each([
    [300, "0000"],
    [-300, "0000"],
    [301, "1003"],
    [-301, "1003"],
  ])("with a time stamp %s s off answers %s", async (seconds, code) => {
    const sandbox = createSandbox();
    const answer = await call(sandbox, "queryBranches", BODY, {
      timestamp: stamp(sandbox.clock.now() + seconds * 1000),
    });
    expect(answer.returnCode).toBe(code);
  });

  it.each([
    ["timestamp", { timestamp: "2026-03-02 09:30:00" }],
    ["messageId", { messageId: "" }],
    ["messageId", { messageId: "x".repeat(37) }],
    ["service", { service: "queryDocument" }],
    ["version", { version: "" }],
    ["signType", { signType: "MD5" }],
  ])("refuses a wrong %s in the head with code 2002", async (name, settings) => {
    const answer = await call(createSandbox(), "queryBranches", BODY, settings);
    expect([answer.returnCode, answer.returnMessage.includes(`Head/${name}`)]).toEqual(["2002", true]);
  });

  it("takes the interface's number as service code", async () => {
    expect((await call(createSandbox(), "queryBranches", BODY, { service: "1" })).returnCode).toBe("0000");
  });
});

describe("message ids", () => {
  it("give the same bytes again for the same content, without a second effect", async () => {
    const sandbox = createSandbox();
    const text = requestText("applyGeneralCertificate", generalBody(), { now: sandbox.clock.now(), messageId: "same" });
    const first = await post(sandbox, text);
    await sandbox.clock.advance("1h");
    const again = await post(sandbox, text);
    expect(again.text).toBe(first.text);
    expect(sandbox.control.get("D1").version).toBe(1);
    expect(sandbox.journal.entries.at(-1)).toMatchObject({ repeated: true });
  });

  it("are refused with code 1004 for other content, and count for one platform only", async () => {
    const sandbox = createSandbox({ providers: { TEST0001: "ccpit-demo-key-0001", TEST0002: "demo-key-2" } });
    await call(sandbox, "queryBranches", BODY, { messageId: "same" });
    expect((await call(sandbox, "queryBranches", "<Body></Body>", { messageId: "same" })).returnCode).toBe("1004");
    const other = await call(sandbox, "queryBranches", "<Body></Body>", {
      messageId: "same",
      providerCode: "TEST0002",
      key: "demo-key-2",
    });
    expect(other.returnCode).toBe("0000");
  });

  it("are not used up by a message with a wrong signature", async () => {
    const sandbox = createSandbox();
    await post(sandbox, good(sandbox, { messageId: "same", sign: "0".repeat(64) }));
    expect((await call(sandbox, "queryBranches", "<Body></Body>", { messageId: "same" })).returnCode).toBe("0000");
  });
});

const unchanged = (text: string): string => text;

const sendChanged = async (
  change: (text: string) => string,
  headers: Record<string, string> = {},
): Promise<[number, string]> => {
  const sandbox = createSandbox();
  const { status, text } = await post(sandbox, change(good(sandbox)), headers);
  return [status, text];
};

describe("the envelope", () => {
  it.each([
    ["a document type", (text: string) => `<!DOCTYPE x [<!ENTITY e "1">]>${text}`],
    [
      "a document type in the payload",
      (text: string) => text.replace("<requestXml>", "<requestXml>&lt;!DOCTYPE Request&gt;"),
    ],
    ["an undeclared prefix", (text: string) => text.replace(' xmlns:c="urn:example:ccpit-coo:reference:v1"', "")],
    ["no SOAP body", () => '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"/>'],
    [
      "an empty SOAP body",
      () => '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body/></soap:Envelope>',
    ],
    ["two operations", (text: string) => text.replace("</soap:Body>", "<x/></soap:Body>")],
    ["an unknown operation", (text: string) => text.replaceAll("c:queryBranches", "c:queryMoon")],
    ["another namespace", (text: string) => text.replace("reference:v1", "reference:v2")],
    ["a second parameter", (text: string) => text.replace("</requestXml>", "</requestXml><requestXml/>")],
    ["a parameter with elements", (text: string) => text.replace("</requestXml>", "<x/></requestXml>")],
    ["a qualified parameter", (text: string) => text.replaceAll("requestXml>", "c:requestXml>")],
    ["text that is not XML", () => "hello"],
    ["an unclosed element", (text: string) => text.slice(0, -5)],
    [
      "a header that must be understood",
      (text: string) =>
        text.replace("<soap:Body>", '<soap:Header><x soap:mustUnderstand="1"/></soap:Header><soap:Body>'),
    ],
    [
      "SOAP 1.2",
      (text: string) =>
        text.replace("http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope"),
    ],
  ])("is refused with a fault for %s", async (_, change) => {
    const [status, text] = await sendChanged(change);
    expect(status).toBe(500);
    expect(text).toContain("<soap:Fault><faultcode>soap:");
    expect(text).toContain("【模拟环境】");
  });

  it("is refused for an unknown service code with a fault", async () => {
    const sandbox = createSandbox();
    const { text } = await post(sandbox, good(sandbox, { service: "queryMoon" }));
    expect(text).toContain("<faultstring>【模拟环境】接口编码不存在</faultstring>");
  });

  it("is refused for a pushed operation with a fault", async () => {
    const sandbox = createSandbox();
    const { text } = await post(sandbox, requestText("pushDocumentAuditResult", BODY, { now: sandbox.clock.now() }));
    expect(text).toContain("推送接口");
  });

  it.each([
    [415, { "content-type": "application/json" }],
    [415, { "content-type": "application/soap+xml; charset=utf-8" }],
    [415, { "content-type": "text/xml; charset=utf-16" }],
    [415, { "content-encoding": "gzip" }],
    [500, { soapaction: "queryBranches" }],
    [500, { soapaction: '"queryMoon"' }],
  ])("is refused with %s for headers %o", async (expected, headers) => {
    expect((await sendChanged(unchanged, headers))[0]).toBe(expected);
  });

  it("needs a SOAPAction header in SOAP 1.1", async () => {
    const sandbox = createSandbox();
    const response = await sandbox.fetch(ENDPOINT, {
      method: "POST",
      headers: { "content-type": "text/xml" },
      body: new TextEncoder().encode(good(sandbox)),
    });
    expect([response.status, (await response.text()).includes("SOAPAction")]).toEqual([500, true]);
  });

  it("takes other prefixes, comments, a declaration and white space between elements", async () => {
    const [status, text] = await sendChanged(
      (good) =>
        `<?xml version="1.0" encoding="utf-8"?>\r\n<!-- x -->${good.replaceAll("soap:", "S:").replace("xmlns:soap", "xmlns:S").replaceAll("c:", "z:").replace("xmlns:c", "xmlns:z").replaceAll("><", ">\n  <")}`,
    );
    expect([status, text.includes("&lt;returnCode&gt;0000")]).toEqual([200, true]);
  });

  it("answers wrong methods and sizes without a body", async () => {
    const sandbox = createSandbox({ maxBodyBytes: 100 });
    expect((await post(sandbox, good(sandbox))).status).toBe(413);
    expect((await sandbox.fetch(ENDPOINT, { method: "PUT", body: "x" })).status).toBe(405);
    expect((await sandbox.fetch("http://127.0.0.1:8420/elsewhere")).status).toBe(404);
  });
});

const answerTo = async (inner: (head: string) => string): Promise<string> => {
  const sandbox = createSandbox();
  const head = {
    providerCode: "TEST0001",
    service: "queryBranches",
    version: "1.0",
    messageId: "m",
    timestamp: stamp(sandbox.clock.now()),
    signType: "HMAC-SHA256",
  };
  const sign = signP1(head, BODY, "ccpit-demo-key-0001");
  const fields = Object.entries({ ...head, sign })
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join("");
  return unescapeXml((await post(sandbox, wrap("queryBranches", inner(`<Head>${fields}</Head>`)))).text);
};

describe("the payload", () => {
  it("may be laid out with white space around head and body, which is not signed", async () => {
    expect(await answerTo((head) => `\n<Request>\n  ${head}\n  ${BODY}\n</Request>\n`)).toContain(
      "<returnCode>0000</returnCode>",
    );
  });

  it.each([
    ["another root", (head: string) => `<Message>${head}${BODY}</Message>`],
    ["a root in a namespace", (head: string) => `<Request xmlns="urn:x">${head}${BODY}</Request>`],
    ["no head", () => `<Request>${BODY}</Request>`],
    ["two bodies", (head: string) => `<Request>${head}${BODY}${BODY}</Request>`],
    ["the body first", (head: string) => `<Request>${BODY}${head}</Request>`],
    [
      "a head field twice",
      (head: string) => `<Request>${head.replace("<sign>", "<version>1.0</version><sign>")}${BODY}</Request>`,
    ],
    ["broken XML", (head: string) => `<Request>${head}<Body><a></Body></Request>`],
  ])("is refused with code 2001 for %s", async (_, inner) => {
    expect(await answerTo(inner)).toContain("<returnCode>2001</returnCode>");
  });

  it("counts head fields added later into the signature", async () => {
    const sandbox = createSandbox();
    const head = {
      providerCode: "TEST0001",
      service: "queryBranches",
      version: "1.0",
      messageId: "m",
      timestamp: stamp(sandbox.clock.now()),
      signType: "HMAC-SHA256",
      traceId: "t1",
    };
    const send = async (sign: string): Promise<string> => {
      const fields = Object.entries({ ...head, sign })
        .map(([name, value]) => `<${name}>${value}</${name}>`)
        .join("");
      return unescapeXml(
        (await post(sandbox, wrap("queryBranches", `<Request><Head>${fields}</Head>${BODY}</Request>`))).text,
      );
    };
    expect(await send(signP1(head, BODY, "ccpit-demo-key-0001"))).toContain("<returnCode>0000</returnCode>");
    const { traceId: _, ...without } = head;
    expect(await send(signP1(without, BODY, "ccpit-demo-key-0001"))).toContain("<returnCode>1002</returnCode>");
  });

  it("keeps unknown elements aside, or refuses them when told so", async () => {
    const body = "<Body><branchCode>311</branchCode><colour>red</colour></Body>";
    const tolerant = createSandbox();
    expect((await call(tolerant, "queryBranches", body)).returnCode).toBe("0000");
    expect(tolerant.journal.entries[0]?.unknown).toEqual(["Body/colour"]);
    const strict = createSandbox({ unknownElements: "error" });
    const answer = await call(strict, "queryBranches", body);
    expect([answer.returnCode, strict.journal.entries[0]?.issues?.[0]?.code]).toEqual(["2002", "UNKNOWN"]);
  });
});

describe("the journal", () => {
  it("keeps the bytes of both ways and finds by interface, direction and code", async () => {
    const sandbox = createSandbox();
    const text = good(sandbox);
    const answer = await post(sandbox, text);
    await call(sandbox, "queryDocument", "<Body><docId>X</docId></Body>");
    const [entry] = sandbox.journal.find({ interface: 1, direction: "in" });
    expect(new TextDecoder().decode(entry?.request.body)).toBe(text);
    expect(entry?.answer?.body).toEqual(answer.bytes);
    expect(sandbox.journal.find({ returnCode: "3002" }).map((one) => one.interface)).toEqual([9]);
    expect(sandbox.journal.find({ interface: 5 })).toEqual([]);
  });
});

describe("fault hooks", () => {
  it("step in before reading, before acting, and before answering", async () => {
    const sandbox = createSandbox({
      faults: {
        request: (request) =>
          request.path.endsWith("?down") ? { status: 503, headers: {}, body: new Uint8Array() } : undefined,
        call: ({ interface: no }) => (no === 1 ? { returnCode: "9999", message: "maintenance" } : undefined),
        answer: (answer, request) =>
          request.path.endsWith("?cut") ? "cut" : { ...answer, headers: { ...answer.headers, "x-seen": "1" } },
      },
    });
    expect((await post(sandbox, good(sandbox), {}, `${ENDPOINT}?down`)).status).toBe(503);
    await expect(post(sandbox, good(sandbox), {}, `${ENDPOINT}?cut`)).rejects.toThrow("fetch failed");
    const answer = await post(sandbox, good(sandbox));
    expect([answer.headers.get("x-seen"), values(unescapeXml(answer.text), "returnCode")]).toEqual(["1", ["9999"]]);
  });

  it("do not use up the message id when the system fails", async () => {
    let down = true;
    const sandbox = createSandbox({ faults: { call: () => (down ? { returnCode: "9999" } : undefined) } });
    const text = good(sandbox);
    await post(sandbox, text);
    down = false;
    expect(unescapeXml((await post(sandbox, text)).text)).toContain("<returnCode>0000</returnCode>");
  });
});
