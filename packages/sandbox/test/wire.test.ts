import { createHmac } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { createSandbox, type Sandbox, type SandboxOptions } from "../src/index.ts";
import { escapeXml, signP1, values } from "./support/platform.ts";
import { between, ENDPOINT, post, unescapeXml } from "./support/post.ts";

// Every row of wire-patterns §4, as bytes written by hand: what the peer would send, and what it would look for.
const NS = "urn:example:ccpit-coo:reference:v1";
const KEY = "ccpit-demo-key-0001";
const BODY = "<Body><branchCode>311</branchCode></Body>";
const HEAD = {
  providerCode: "TEST0001",
  service: "queryBranches",
  version: "1.0",
  messageId: "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
  timestamp: "20260301093000",
  nonceStr: "5K8264ILTKCH16CQ",
  signType: "HMAC-SHA256",
};
// Second test value of P1: the signature of exactly this head and body.
const SIGN = "C66437EBF16077F0631D506D46C8B79C4C2F0ADF70232C114EFC1F3146A8B2DD";
const fields = (head: Readonly<Record<string, string>>): string =>
  Object.entries(head)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join("");
const SIGNED = { ...HEAD, sign: SIGN };
const INNER = `<Request><Head>${fields(SIGNED)}</Head>${BODY}</Request>`;
const SOAP11 = "http://schemas.xmlsoap.org/soap/envelope/";
const SOAP12 = "http://www.w3.org/2003/05/soap-envelope";
const envelope = (content: string, header = "", ns = SOAP11): string =>
  `<s:Envelope xmlns:s="${ns}">${header === "" ? "" : `<s:Header>${header}</s:Header>`}<s:Body>${content}</s:Body></s:Envelope>`;
const wrapped = (parameters: string, operation = "queryBranches", ns = NS): string =>
  `<n:${operation} xmlns:n="${ns}">${parameters}</n:${operation}>`;

function make(wire: NonNullable<SandboxOptions["wire"]>, more: SandboxOptions = {}): Sandbox {
  return createSandbox({ clock: { start: "2026-03-01T09:30:00+08:00" }, wire, ...more });
}

/** Head fields and body text of an inner answer, its signature checked. */
function judged(inner: string): { readonly head: Readonly<Record<string, string>>; readonly body: string } {
  const headText = between(inner, "<Head>", "</Head>");
  const head = Object.fromEntries(
    [...headText.matchAll(/<(\w+)>(.*?)<\/\1>/g)].map(([, name, value]) => [name, value]),
  ) as Record<string, string>;
  const body = `<Body>${between(inner, "<Body>", "</Body>")}</Body>`;
  expect(head["sign"]).toBe(signP1(head, body, KEY));
  return { head, body };
}

/** Text of the result element, unescaped once. */
const carried = (text: string, name = "responseXml"): string =>
  unescapeXml(new RegExp(`<${name}(?: [^>]*)?>([\\s\\S]*)</${name}>`).exec(text)?.[1] ?? "");

describe("SOAP version", () => {
  it("1.2 has its own namespace, media type and action parameter", async () => {
    const sandbox = make({ soapVersion: "1.2", soapAction: "operation" });
    const text = envelope(wrapped(`<requestXml>${escapeXml(INNER)}</requestXml>`), "", SOAP12);
    const {
      status,
      headers,
      text: answer,
    } = await post(sandbox, text, { "content-type": 'application/soap+xml; charset=utf-8; action="queryBranches"' });
    expect([status, headers.get("content-type")]).toEqual([200, "application/soap+xml; charset=UTF-8"]);
    expect(answer).toContain(`<soap:Envelope xmlns:soap="${SOAP12}">`);
    expect(judged(carried(answer)).head["returnCode"]).toBe("0000");
    const wrong = await post(sandbox, text, {
      "content-type": 'application/soap+xml; charset=utf-8; action="queryMoon"',
    });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain(
      '<soap:Fault><soap:Code><soap:Value>soap:Sender</soap:Value></soap:Code><soap:Reason><soap:Text xml:lang="zh">',
    );
  });

  it("1.1 sent to a 1.2 sandbox is a version mismatch", async () => {
    const { text } = await post(make({ soapVersion: "1.2" }), envelope(wrapped("")), {
      "content-type": "application/soap+xml",
    });
    expect(text).toContain("soap:VersionMismatch");
  });
});

describe("style", () => {
  it("bare has no wrapper; the operation is in the head", async () => {
    const { text } = await post(
      make({ style: "document-bare" }),
      envelope(`<n:requestXml xmlns:n="${NS}">${escapeXml(INNER)}</n:requestXml>`),
    );
    expect(text).toContain(`<soap:Body><c:responseXml xmlns:c="${NS}">&lt;Response&gt;`);
    expect(judged(carried(text, "c:responseXml")).head["returnCode"]).toBe("0000");
  });

  it("rpc/literal has a wrapper in the service namespace and parts in none", async () => {
    const { text } = await post(
      make({ style: "rpc-literal" }),
      envelope(wrapped(`<requestXml>${escapeXml(INNER)}</requestXml>`)),
    );
    expect(judged(carried(text)).head["returnCode"]).toBe("0000");
  });

  it("rpc/encoded names encoding style and types", async () => {
    const request = envelope(
      `<n:queryBranches xmlns:n="${NS}" s:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"><requestXml xmlns:x="http://www.w3.org/2001/XMLSchema" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type="x:string">${escapeXml(INNER)}</requestXml></n:queryBranches>`,
    );
    const { text } = await post(make({ style: "rpc-encoded" }), request);
    expect(text).toContain(
      'soap:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"><responseXml xsi:type="xsd:string">',
    );
    expect(judged(carried(text)).head["returnCode"]).toBe("0000");
  });
});

describe("payload", () => {
  it("in CDATA is signed as the text it stands for", async () => {
    const { text } = await post(
      make({ payload: "cdata" }),
      envelope(wrapped(`<requestXml><![CDATA[${INNER}]]></requestXml>`)),
    );
    expect(text).toContain("<responseXml><![CDATA[<Response><Head>");
    expect(judged(between(text, "<![CDATA[", "]]>")).head["returnCode"]).toBe("0000");
  });

  it("may come escaped to a CDATA sandbox: it is the same text", async () => {
    const { text } = await post(
      make({ payload: "cdata" }),
      envelope(wrapped(`<requestXml>${escapeXml(INNER)}</requestXml>`)),
    );
    expect(text).toContain("<returnCode>0000</returnCode>");
  });

  it("in base64 is that of the inner bytes", async () => {
    const request = envelope(wrapped(`<requestXml>${btoa(INNER)}</requestXml>`));
    const { text } = await post(make({ payload: "base64" }), request);
    expect(judged(Buffer.from(carried(text), "base64").toString("utf8")).head["returnCode"]).toBe("0000");
    expect(
      (await post(make({ payload: "base64" }), envelope(wrapped("<requestXml>####</requestXml>")))).text,
    ).toContain("<returnCode>2001</returnCode>");
  });

  it("in base64 keeps carriage returns, which count in the signature", async () => {
    const body = "<Body>\r\n<branchCode>311</branchCode></Body>";
    const inner = `<Request><Head>${fields({ ...HEAD, sign: signP1(HEAD, body, KEY) })}</Head>${body}</Request>`;
    const { text } = await post(
      make({ payload: "base64" }),
      envelope(wrapped(`<requestXml>${btoa(inner)}</requestXml>`)),
    );
    expect(Buffer.from(carried(text), "base64").toString("utf8")).toContain("<returnCode>0000</returnCode>");
  });

  it("as three strings has the signature outside", async () => {
    const data = `<Request><Head>${fields(HEAD)}</Head>${BODY}</Request>`;
    const three = (names: readonly string[]): string =>
      wrapped([`TEST0001`, SIGN, escapeXml(data)].map((value, i) => `<${names[i]}>${value}</${names[i]}>`).join(""));
    const { text } = await post(make({ payload: "three-strings" }), envelope(three(["providerCode", "sign", "data"])));
    expect(judged(carried(text)).head["returnCode"]).toBe("0000");
    const numbered = await post(
      make({ payload: "three-strings", parameterName: "arg0" }),
      envelope(three(["arg0", "arg1", "arg2"])),
    );
    expect(judged(carried(numbered.text)).head["returnCode"]).toBe("0000");
    const other = three(["providerCode", "sign", "data"]).replace("TEST0001", "TEST0009");
    expect((await post(make({ payload: "three-strings" }), envelope(other))).text).toContain(
      "<returnCode>2001</returnCode>",
    );
  });

  it("typed is signed over the canonical form of Body", async () => {
    const typed = `${NS}:typed`;
    const spread = `<Body  >\n<branchCode><![CDATA[311]]></branchCode></Body>`;
    const canonical = "<Body>\n<branchCode>311</branchCode></Body>";
    const head = fields({ ...HEAD, sign: signP1(HEAD, canonical, KEY) });
    const { text } = await post(
      make({ payload: "typed" }),
      envelope(wrapped(`<Head>${head}</Head>${spread}`, "queryBranches", typed)),
    );
    expect(text).toContain(`<c:queryBranchesResponse xmlns:c="${typed}"><Head><providerCode>TEST0001</providerCode>`);
    expect(judged(text).head["returnCode"]).toBe("0000");
  });

  it("typed and qualified signs the namespace declaration that Body needs", async () => {
    const typed = `${NS}:typed`;
    const canonical = `<n:Body xmlns:n="${typed}"><branchCode>311</branchCode></n:Body>`;
    const head = fields({ ...HEAD, sign: signP1(HEAD, canonical, KEY) });
    const request = envelope(
      wrapped(`<n:Head>${head}</n:Head><n:Body><branchCode>311</branchCode></n:Body>`, "queryBranches", typed),
    );
    const { text } = await post(make({ payload: "typed", qualifiedChildren: true }), request);
    const inner = between(text, "<c:Body", "</c:Body>").replace(/^[^>]*>/, "");
    const answered = Object.fromEntries(
      [...between(text, "<c:Head>", "</c:Head>").matchAll(/<(\w+)>(.*?)<\/\1>/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    ) as Record<string, string>;
    expect(answered["returnCode"]).toBe("0000");
    expect(answered["sign"]).toBe(signP1(answered, `<c:Body xmlns:c="${typed}">${inner}</c:Body>`, KEY));
    expect((await post(make({ payload: "typed" }), request)).text).toContain("命名空间有误");
  });

  it("typed and bare is a Request and a Response", async () => {
    const request = envelope(`<n:Request xmlns:n="${NS}:typed"><Head>${fields(SIGNED)}</Head>${BODY}</n:Request>`);
    const { text } = await post(make({ payload: "typed", style: "document-bare" }), request);
    expect(text).toContain(`<soap:Body><c:Response xmlns:c="${NS}:typed"><Head>`);
    expect(judged(text).head["returnCode"]).toBe("0000");
  });
});

describe("names and namespaces", () => {
  it("of parameter and result follow the settings", async () => {
    const { text } = await post(
      make({ parameterName: "in0", resultName: "out" }),
      envelope(wrapped(`<in0>${escapeXml(INNER)}</in0>`)),
    );
    expect(judged(carried(text, "out")).head["returnCode"]).toBe("0000");
    expect(
      (await post(make({ parameterName: "in0" }), envelope(wrapped(`<requestXml>${escapeXml(INNER)}</requestXml>`))))
        .status,
    ).toBe(500);
  });

  it("of parameters may be the wrapper's", async () => {
    const { text } = await post(
      make({ qualifiedChildren: true }),
      envelope(wrapped(`<n:requestXml>${escapeXml(INNER)}</n:requestXml>`)),
    );
    expect(judged(carried(text, "c:responseXml")).head["returnCode"]).toBe("0000");
  });

  it("of the service may be another's, the official ones for instance", async () => {
    const sandbox = make({ namespace: "http://ws.example.org/" });
    const { text } = await post(
      sandbox,
      envelope(wrapped(`<requestXml>${escapeXml(INNER)}</requestXml>`, "queryBranches", "http://ws.example.org/")),
    );
    expect(text).toContain('<c:queryBranchesResponse xmlns:c="http://ws.example.org/">');
  });
});

describe("answer", () => {
  it("as JSON carries the signed text of its Body member", async () => {
    const { text } = await post(
      make({ answer: "json-string" }),
      envelope(wrapped(`<requestXml>${escapeXml(INNER)}</requestXml>`)),
    );
    const json = carried(text);
    const parsed = JSON.parse(json) as {
      readonly Response: { readonly Head: Record<string, string>; readonly Body: { readonly total: number } };
    };
    const body = between(`${json}<end>`, '"Body":', "}}<end>");
    expect(parsed.Response.Head["sign"]).toBe(signP1(parsed.Response.Head, body, KEY));
    expect(parsed.Response.Body).toMatchObject({
      total: 1,
      pageNo: 1,
      branches: { branch: [{ branchCode: "311", supportedDocTypes: expect.stringMatching(/^C H /) }] },
    });
  });
});

const kebab = (name: string): string => `x-coo-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

describe("head", () => {
  const bare = `<Request>${BODY}</Request>`;

  it("as a SOAP header", async () => {
    const request = envelope(
      wrapped(`<requestXml>${escapeXml(bare)}</requestXml>`),
      `<n:Head xmlns:n="${NS}" s:mustUnderstand="1">${fields(SIGNED)}</n:Head>`,
    );
    const { text } = await post(make({ head: "soap-header" }), request);
    expect(text).toContain(`<soap:Header><c:Head xmlns:c="${NS}"><providerCode>`);
    expect(
      judged(`<Head>${between(text, `<c:Head xmlns:c="${NS}">`, "</c:Head>")}</Head>${carried(text)}`).head[
        "returnCode"
      ],
    ).toBe("0000");
  });

  it("as parameters before the payload, by name or numbered", async () => {
    const { text } = await post(
      make({ head: "parameters" }),
      envelope(wrapped(`${fields(SIGNED)}<requestXml>${escapeXml(bare)}</requestXml>`)),
    );
    const wrapper = between(text, `<c:queryBranchesResponse xmlns:c="${NS}">`, "<responseXml>");
    expect(judged(`<Head>${wrapper}</Head>${carried(text)}`).head["returnCode"]).toBe("0000");
    const numbered = [...Object.values(SIGNED), escapeXml(bare)]
      .map((value, i) => `<in${i}>${value}</in${i}>`)
      .join("");
    const other = await post(make({ head: "parameters", parameterName: "in0" }), envelope(wrapped(numbered)));
    expect(other.text).toContain("<returnCode>0000</returnCode>");
  });

  it("in HTTP headers, percent-encoded", async () => {
    const headers = Object.fromEntries(
      Object.entries(SIGNED).map(([name, value]) => [
        `x-coo-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
        value,
      ]),
    );
    const { headers: answered, text } = await post(
      make({ head: "http-headers" }),
      envelope(wrapped(`<requestXml>${escapeXml(bare)}</requestXml>`)),
      headers,
    );
    expect(answered.get("x-coo-return-code")).toBe("0000");
    expect(decodeURIComponent(answered.get("x-coo-return-message") ?? "")).toBe("【模拟环境】成功");
    const names = ["providerCode", "messageId", "timestamp", "returnCode", "returnMessage", "nonceStr", "signType"];
    const head = Object.fromEntries(names.map((name) => [name, decodeURIComponent(answered.get(kebab(name)) ?? "")]));
    expect(answered.get("x-coo-sign")).toBe(
      signP1(head, `<Body>${between(carried(text), "<Body>", "</Body>")}</Body>`, KEY),
    );
  });

  it("outside a typed body", async () => {
    const request = envelope(
      wrapped(BODY, "queryBranches", `${NS}:typed`),
      `<n:Head xmlns:n="${NS}:typed">${fields(SIGNED)}</n:Head>`,
    );
    const { text } = await post(make({ payload: "typed", head: "soap-header" }), request);
    expect(text).toContain("<returnCode>0000</returnCode>");
    expect(text).not.toContain("<Head>");
  });
});

describe("SOAPAction", () => {
  it.each([
    ["empty", '""'],
    ["operation", '"queryBranches"'],
    ["namespace-operation", `"${NS}/queryBranches"`],
  ] as const)("%s is expected as %s, quoted", async (soapAction, value) => {
    const request = envelope(wrapped(`<requestXml>${escapeXml(INNER)}</requestXml>`));
    expect((await post(make({ soapAction }), request, { soapaction: value })).status).toBe(200);
    expect((await post(make({ soapAction }), request, { soapaction: value.replaceAll('"', "") })).status).toBe(500);
    expect((await post(make({ soapAction }), request, { soapaction: '"other"' })).status).toBe(500);
  });
});

describe("charset", () => {
  const chinese = "<Body><branchName>苏州</branchName></Body>";
  const gbk = Buffer.from("cbd5d6dd", "hex");
  const bytes = (text: string): Uint8Array => {
    const [before = "", after = ""] = text.split("苏州");
    return Buffer.concat([Buffer.from(before), gbk, Buffer.from(after)]);
  };

  it.each(["GBK", "GB18030"] as const)(
    "%s goes by HTTP header or declaration, both ways; the signature may keep its own",
    async (charset) => {
      const inner = `<Request><Head>${fields({ ...HEAD, sign: signP1(HEAD, chinese, KEY) })}</Head>${chinese}</Request>`;
      const request = envelope(wrapped(`<requestXml>${escapeXml(inner)}</requestXml>`));
      for (const [text, type] of [
        [request, `text/xml; charset=${charset}`],
        [`<?xml version="1.0" encoding="${charset}"?>${request}`, "text/xml"],
        [request, "text/xml"],
      ] as const) {
        const { headers, bytes: answer } = await post(
          make({ charset }, { signature: { charset: "UTF-8" } }),
          bytes(text),
          { "content-type": type },
        );
        expect(headers.get("content-type")).toBe(`text/xml; charset=${charset}`);
        const decoded = new TextDecoder("gb18030", { fatal: true }).decode(answer);
        expect(decoded.startsWith(`<?xml version="1.0" encoding="${charset}"?><soap:Envelope`)).toBe(true);
        expect(judged(carried(decoded)).body).toContain("模拟苏州分支会");
      }
    },
  );

  it("GBK is the signature's as well unless told otherwise", async () => {
    const string = `body=${chinese}&messageId=${HEAD.messageId}&nonceStr=${HEAD.nonceStr}&providerCode=TEST0001&service=queryBranches&signType=HMAC-SHA256&timestamp=20260301093000&version=1.0&key=${KEY}`;
    const sign = createHmac("sha256", KEY).update(bytes(string)).digest("hex").toUpperCase();
    const inner = `<Request><Head>${fields({ ...HEAD, sign })}</Head>${chinese}</Request>`;
    const sandbox = make({ charset: "GBK" });
    const { bytes: answer } = await post(
      sandbox,
      bytes(envelope(wrapped(`<requestXml>${escapeXml(inner)}</requestXml>`))),
      { "content-type": "text/xml; charset=gbk" },
    );
    expect(new TextDecoder("gbk").decode(answer)).toContain("&lt;returnCode&gt;0000");
  });

  it("is refused when named twice in different ways, or when the bytes are not in it", async () => {
    const request = `<?xml version="1.0" encoding="GBK"?>${envelope(wrapped(""))}`;
    expect((await post(make({}), request, { "content-type": "text/xml; charset=utf-8" })).text).toContain(
      "编码声明相互矛盾",
    );
    expect(
      (
        await post(make({}), Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(request)]), {
          "content-type": "text/xml",
        })
      ).text,
    ).toContain("编码声明相互矛盾");
    expect(
      (await post(make({}), `<?xml version="1.0" encoding="ISO-8859-1"?><a/>`, { "content-type": "text/xml" })).text,
    ).toContain("不支持编码");
    expect((await post(make({}), bytes(envelope(chinese)), { "content-type": "text/xml" })).text).toContain("编码有误");
  });
});

describe("split", () => {
  it("per interface takes each operation at an address of its own", async () => {
    const { text } = await post(
      make({ split: "per-interface" }),
      envelope(wrapped(`<requestXml>${escapeXml(INNER)}</requestXml>`)),
      {},
      `${ENDPOINT}/queryBranches`,
    );
    expect(judged(carried(text)).head["returnCode"]).toBe("0000");
  });

  it("dispatch has one operation with an interface code", async () => {
    const content = (code: string): string =>
      envelope(wrapped(`<service>${code}</service><requestXml>${escapeXml(INNER)}</requestXml>`, "exchange"));
    const { text } = await post(make({ split: "dispatch" }), content("queryBranches"));
    expect(text).toContain(`<c:exchangeResponse xmlns:c="${NS}"><responseXml>`);
    expect(judged(carried(text)).head["returnCode"]).toBe("0000");
    expect((await post(make({ split: "dispatch" }), content("queryMoon"))).text).toContain("接口不存在");
    expect(unescapeXml((await post(make({ split: "dispatch" }), content("queryDocument"))).text)).toContain(
      "<returnCode>2002</returnCode>",
    );
    const numbered = envelope(wrapped(`<arg0>queryBranches</arg0><arg1>${escapeXml(INNER)}</arg1>`, "exchange"));
    expect((await post(make({ split: "dispatch", parameterName: "arg0" }), numbered)).text).toContain(
      "&lt;returnCode&gt;0000",
    );
  });
});

describe("dispatch with the head as parameters", () => {
  it("has the interface code once: it is the head's service", async () => {
    const bare = `<Request>${BODY}</Request>`;
    const { service, ...rest } = SIGNED;
    const named = `<service>${service}</service>${fields(rest)}<requestXml>${escapeXml(bare)}</requestXml>`;
    const { text } = await post(make({ split: "dispatch", head: "parameters" }), envelope(wrapped(named, "exchange")));
    expect(text).toContain("<returnCode>0000</returnCode>");
    const numbered = [service, ...Object.values(rest), escapeXml(bare)]
      .map((value, i) => `<arg${i}>${value}</arg${i}>`)
      .join("");
    const wire = { split: "dispatch", head: "parameters", parameterName: "arg0" } as const;
    expect((await post(make(wire), envelope(wrapped(numbered, "exchange")))).text).toContain(
      "<returnCode>0000</returnCode>",
    );
  });
});

describe("inner prolog", () => {
  it("is written when asked for, and read either way, whatever charset it names", async () => {
    const inner = `<?xml version="1.0" encoding="GBK"?>${INNER}`;
    const { text } = await post(
      make({ prolog: true }),
      envelope(wrapped(`<requestXml>${escapeXml(inner)}</requestXml>`)),
    );
    expect(carried(text).startsWith('<?xml version="1.0" encoding="UTF-8"?><Response>')).toBe(true);
    expect(judged(carried(text)).head["returnCode"]).toBe("0000");
  });
});

describe("time", () => {
  it.each([
    ["yyyyMMddHHmmss", "20260301093000"],
    ["yyyy-MM-dd HH:mm:ss", "2026-03-01 09:30:00"],
    ["epoch-seconds", "1772328600"],
    ["epoch-milliseconds", "1772328600000"],
  ] as const)("%s looks like %s", async (time, timestamp) => {
    const head = { ...HEAD, timestamp };
    const inner = `<Request><Head>${fields({ ...head, sign: signP1(head, BODY, KEY) })}</Head>${BODY}</Request>`;
    const { text } = await post(make({ time }), envelope(wrapped(`<requestXml>${escapeXml(inner)}</requestXml>`)));
    expect(judged(carried(text)).head).toMatchObject({ returnCode: "0000", timestamp });
  });
});

const ask = async (
  wire: NonNullable<SandboxOptions["wire"]>,
  operation: string,
  body: string,
  more: SandboxOptions = {},
): Promise<string> => {
  const head = { ...HEAD, service: operation };
  const inner = `<Request><Head>${fields({ ...head, sign: signP1(head, body, KEY) })}</Head>${body}</Request>`;
  const { text } = await post(
    make(wire, more),
    envelope(wrapped(`<requestXml>${escapeXml(inner)}</requestXml>`, operation)),
  );
  return judged(carried(text)).body;
};

describe("values", () => {
  const check = "<Body><enterpriseRegNo>311000001</enterpriseRegNo></Body>";

  it.each([
    ["true-false", "true"],
    ["1-0", "1"],
    ["Y-N", "Y"],
  ] as const)("booleans as %s say %s", async (booleans, yes) => {
    expect(values(await ask({ booleans }, "verifyEnterpriseRegistration", check), "registered")).toEqual([yes]);
    const query = `<Body><docId>X</docId><withDetail>${yes}</withDetail></Body>`;
    expect(await ask({ booleans }, "queryDocument", query)).toBe("<Body></Body>");
  });

  it("booleans of another kind are refused", async () => {
    const sandboxes: string[] = [];
    const body = "<Body><docId>X</docId><withDetail>true</withDetail></Body>";
    const head = { ...HEAD, service: "queryDocument" };
    const inner = `<Request><Head>${fields({ ...head, sign: signP1(head, body, KEY) })}</Head>${body}</Request>`;
    sandboxes.push(
      (
        await post(
          make({ booleans: "Y-N" }),
          envelope(wrapped(`<requestXml>${escapeXml(inner)}</requestXml>`, "queryDocument")),
        )
      ).text,
    );
    expect(judged(carried(sandboxes[0] ?? "")).head["returnCode"]).toBe("2002");
  });

  it("absent values are left out, written empty, or written nil", async () => {
    const omitted = await ask({}, "verifyEnterpriseRegistration", check);
    const empty = await ask({ emptyValues: "empty" }, "verifyEnterpriseRegistration", check);
    const nil = await ask({ emptyValues: "nil" }, "verifyEnterpriseRegistration", check);
    expect(omitted).not.toContain("mismatch");
    expect(empty).toContain("<mismatch></mismatch>");
    expect(nil).toContain('<mismatch xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"></mismatch>');
  });

  it("absent values are read in the same way", async () => {
    const empty = "<Body><provinceCode></provinceCode><branchCode>311</branchCode><pageNo/></Body>";
    expect(values(await ask({ emptyValues: "empty" }, "queryBranches", empty), "total")).toEqual(["1"]);
    const nil = '<Body><branchCode xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/></Body>';
    expect(values(await ask({ emptyValues: "nil" }, "queryBranches", nil), "total")).toEqual(["5"]);
  });

  it.each([
    ["lf", "A\nB"],
    ["crlf", "A&#13;\nB"],
    ["slash-n", "A/nB"],
    ["ncr", "A&#10;B"],
  ] as const)("line breaks as %s look like that both ways", async (lineBreaks, written) => {
    const data = { branches: [{ branchCode: "311", branchName: "模拟", address: "A\nB" }] };
    expect(await ask({ lineBreaks }, "queryBranches", "<Body></Body>", { data })).toContain(
      `<address>${written}</address>`,
    );
    const query = `<Body><branchName>${written}</branchName></Body>`;
    const named = { branches: [{ branchCode: "311", branchName: "A\nB" }] };
    expect(values(await ask({ lineBreaks }, "queryBranches", query, { data: named }), "total")).toEqual(["1"]);
  });
});

describe("errors", () => {
  const unknown = `<Body><docId>X</docId></Body>`;
  const head = { ...HEAD, service: "queryDocument" };
  const inner = `<Request><Head>${fields({ ...head, sign: signP1(head, unknown, KEY) })}</Head>${unknown}</Request>`;
  const request = envelope(wrapped(`<requestXml>${escapeXml(inner)}</requestXml>`, "queryDocument"));

  it("are codes in a signed answer by default", async () => {
    const { status, text } = await post(make({}), request);
    expect([status, judged(carried(text)).head["returnCode"]]).toEqual([200, "3002"]);
  });

  it("may be faults with the code in the detail", async () => {
    const { status, text } = await post(make({ error: "fault" }), request);
    expect(status).toBe(500);
    expect(text).toContain(
      `<faultcode>soap:Client</faultcode><faultstring>【模拟环境】3002 单证不存在</faultstring><detail><c:error xmlns:c="${NS}"><returnCode>3002</returnCode><returnMessage>【模拟环境】单证不存在</returnMessage></c:error></detail>`,
    );
  });

  it("may be an HTTP status besides", async () => {
    const { status, text } = await post(make({ error: "http-status" }), request);
    expect([status, judged(carried(text)).head["returnCode"]]).toEqual([400, "3002"]);
  });
});

describe("compression", () => {
  it("is gzip in base64, both ways, and a bomb does not get far", async () => {
    const sandbox = make({ compression: "gzip-base64" });
    const { text } = await post(
      sandbox,
      envelope(wrapped(`<requestXml>${gzipSync(INNER).toString("base64")}</requestXml>`)),
    );
    expect(judged(gunzipSync(Buffer.from(carried(text), "base64")).toString("utf8")).head["returnCode"]).toBe("0000");
    const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024, 32)).toString("base64");
    expect((await post(sandbox, envelope(wrapped(`<requestXml>${bomb}</requestXml>`)))).text).toContain(
      "<returnCode>2001</returnCode>",
    );
  });
});

const hmac = (bytes: string | Uint8Array): string => createHmac("sha256", KEY).update(bytes).digest("hex");

describe("signature placement", () => {
  it("http-header signs the raw bytes, both ways", async () => {
    const inner = `<Request><Head>${fields({ ...HEAD, sign: "" })}</Head>${BODY}</Request>`;
    const request = envelope(wrapped(`<requestXml>${escapeXml(inner)}</requestXml>`));
    const send = (signature: string): ReturnType<typeof post> =>
      post(make({}, { signature: "http-header" }), request, {
        "x-coo-signature": signature,
        "x-coo-provider": "TEST0001",
      });
    const { headers, bytes, text } = await send(hmac(request));
    expect(carried(text)).toContain("<returnCode>0000</returnCode>");
    expect([headers.get("x-coo-signature"), headers.get("x-coo-provider")]).toEqual([hmac(bytes), "TEST0001"]);
    expect(carried((await send(hmac(`${request} `))).text)).toContain("<returnCode>1002</returnCode>");
  });

  it("may be a SOAP header or a parameter of its own", async () => {
    const unsigned = `<Request><Head>${fields(HEAD)}</Head>${BODY}</Request>`;
    const carrier = `<requestXml>${escapeXml(unsigned)}</requestXml>`;
    const header = await post(
      make({}, { signature: { placement: "soap-header" } }),
      envelope(wrapped(carrier), `<n:sign xmlns:n="${NS}">${SIGN}</n:sign>`),
    );
    expect(carried(header.text)).toContain("<returnCode>0000</returnCode>");
    expect(header.text).toContain("<soap:Header><c:sign ");
    const parameter = await post(
      make({}, { signature: { placement: "parameter" } }),
      envelope(wrapped(`<sign>${SIGN}</sign>${carrier}`)),
    );
    expect(carried(parameter.text)).toContain("<returnCode>0000</returnCode>");
    expect(parameter.text).toContain(`<c:queryBranchesResponse xmlns:c="${NS}"><sign>`);
  });
});

const at = async (sandbox: Sandbox, port: string, text: string, type = "text/xml"): Promise<string> =>
  (await post(sandbox, text, { "content-type": `${type}; charset=utf-8` }, `${ENDPOINT}/${port}`)).text;

describe("the ports of the WSDL", () => {
  const string = wrapped(`<requestXml>${escapeXml(INNER)}</requestXml>`);
  const typed = wrapped(`<Head>${fields(SIGNED)}</Head>${BODY}`, "queryBranches", `${NS}:typed`);

  it.each([
    ["string", envelope(string), "text/xml", "&lt;returnCode&gt;0000"],
    ["string12", envelope(string, "", SOAP12), "application/soap+xml", "&lt;returnCode&gt;0000"],
    ["typed", envelope(typed), "text/xml", "<returnCode>0000"],
    ["typed12", envelope(typed, "", SOAP12), "application/soap+xml", "<returnCode>0000"],
  ])("are spoken at their own addresses, whatever the sandbox's profile is: %s", async (port, text, type, expected) => {
    expect(await at(make({ payload: "base64", charset: "GBK" }), port, text, type)).toContain(expected);
  });

  it("do not take a message twice that came by another one before", async () => {
    const sandbox = make({});
    await at(sandbox, "string", envelope(string));
    expect(await at(sandbox, "typed", envelope(typed))).toContain("<returnCode>1004</returnCode>");
  });
});
