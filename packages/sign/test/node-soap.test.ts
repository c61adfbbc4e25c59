import { createHmac } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { loadKey, PROFILES, profile } from "@coo/sign";
import { createSigningHttpClient, type SigningHttpClientOptions } from "@coo/sign/node-soap";
import { type Client, createClientAsync, type IOptions, listen } from "soap";
import { afterEach, describe, expect, it } from "vitest";
import { send } from "./sender.ts";

const secret = "ccpit-demo-key-0001";
const key = loadKey(secret);
const wsdlFile = fileURLToPath(new URL("../../../schemas/2018-07/exchange.wsdl", import.meta.url));
const service = "urn:example:ccpit-coo:reference:v1";

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function start(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/exchange`;
}

/** Head fields by plain string work, apart from the package. */
const fieldsOf = (xml: string): [string, string][] =>
  [...(/<Head>(.*)<\/Head>/s.exec(xml)?.[1] ?? "").matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name, value]) => [
    name as string,
    value as string,
  ]);
const bodyOf = (xml: string): string => /<Body.*<\/Body>|<Body\/>/s.exec(xml)?.[0] ?? "";
const signed = (xml: string, secretText = secret): string => {
  const fields = fieldsOf(xml).filter(([name]) => name !== "sign");
  return xml.replace("</Head>", `<sign>${send("P1", secretText, { fields, body: bodyOf(xml) })}</sign></Head>`);
};
const answerTo = (request: string, body = "<Body><ok>1</ok></Body>"): string => {
  const { providerCode = "", messageId = "" } = Object.fromEntries(fieldsOf(request));
  return `<Response><Head><providerCode>${providerCode}</providerCode><messageId>${messageId}</messageId><returnCode>0</returnCode></Head>${body}</Response>`;
};
const request = (body = "<Body><branchCode>311</branchCode></Body>", sign = ""): string =>
  `<Request><Head><providerCode>TEST0001</providerCode><service>queryBranches</service><messageId>0f1e2d3c</messageId>` +
  `<timestamp>20260301093000</timestamp><nonceStr>5K8264IL</nonceStr><signType>HMAC-SHA256</signType>${sign}</Head>${body}</Request>`;

/** A node-soap server that refuses unsigned requests and signs its answers, unless `answer` does otherwise. */
async function soapServer(answer: (requestXml: string) => string = (xml) => signed(answerTo(xml))): Promise<string> {
  const operation = ({ requestXml }: { requestXml: string }): { responseXml: string } => {
    const fields = fieldsOf(requestXml);
    const given = fields.find(([name]) => name === "sign")?.[1];
    const expected = send("P1", secret, {
      fields: fields.filter(([name]) => name !== "sign"),
      body: bodyOf(requestXml),
    });
    if (given !== expected)
      throw { Fault: { faultcode: "soap:Client", faultstring: `bad signature over ${bodyOf(requestXml)}` } };
    return { responseXml: answer(requestXml) };
  };
  const server = createServer((_, response) => response.writeHead(404).end());
  const url = await start(server);
  await new Promise((callback) =>
    listen(server, {
      path: "/exchange",
      xml: readFileSync(wsdlFile, "utf8"),
      uri: wsdlFile,
      services: { ExchangeService: { ExchangeString: { queryBranches: operation } } },
      callback,
    }),
  );
  return url;
}

/** A server that answers bytes. */
async function rawServer(
  answer: (
    body: string,
    headers: IncomingHttpHeaders,
  ) => { status?: number; headers?: Record<string, string>; body: string | Buffer },
): Promise<string> {
  return start(
    createServer((incoming, outgoing) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("end", () => {
        const { status = 200, headers = {}, body } = answer(Buffer.concat(chunks).toString(), incoming.headers);
        outgoing.writeHead(status, { "content-type": "text/xml; charset=utf-8", ...headers }).end(body);
      });
    }),
  );
}

async function client(
  url: string,
  options: Partial<SigningHttpClientOptions> = {},
  soapOptions: IOptions = {},
): Promise<Client> {
  const httpClient = createSigningHttpClient({ profile: PROFILES.P1, key, ...options });
  const made = await createClientAsync(wsdlFile, { httpClient, ...soapOptions });
  made.setEndpoint(url);
  return made;
}

async function call(made: Client, requestXml: string, settings: object = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const { ExchangeString } = made["ExchangeService"] as {
      ExchangeString: {
        queryBranches: (
          args: object,
          done: (error: unknown, result: { responseXml: string }) => void,
          settings: object,
        ) => void;
      };
    };
    ExchangeString.queryBranches(
      { requestXml },
      (error, result) => (error ? reject(error) : resolve(result?.responseXml)),
      settings,
    );
  });
}

const envelope = (carrier: string, header = "", wrapperAttributes = ""): string =>
  `<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">${header}<s:Body>` +
  `<c:queryBranchesResponse xmlns:c="${service}"${wrapperAttributes}>${carrier}</c:queryBranchesResponse></s:Body></s:Envelope>`;
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const inner = (body: string): string =>
  /<requestXml>(.*)<\/requestXml>/s
    .exec(body)?.[1]
    ?.replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&") ?? "";
const hmac = (bytes: string | Buffer): string => createHmac("sha256", secret).update(bytes).digest("hex");

/** A signed answer to a request whose signature header is right. */
const answered = (
  body: string,
  headers: IncomingHttpHeaders,
  change = (text: string) => text,
): { body: string; headers: Record<string, string> } => {
  expect(headers["x-coo-signature"]).toBe(hmac(body));
  expect(headers["x-coo-provider"]).toBe("TEST0001");
  const text = envelope(`<responseXml>${escaped(answerTo(inner(body)))}</responseXml>`);
  return { body: change(text), headers: { "x-coo-signature": hmac(text) } };
};

describe.skipIf(!existsSync(wsdlFile))("createSigningHttpClient (needs schemas/2018-07/exchange.wsdl)", () => {
  it.each([
    ["no sign element", request()],
    ["an empty sign element", request(undefined, "<sign/>")],
    ["an old signature", request(undefined, "<sign>OLD</sign>")],
    [
      "Chinese, escaped and multi-line text",
      request('<Body><name>苏州 &amp; "上海" &lt;b&gt;</name>\r\n<empty></empty><e/></Body>'),
    ],
    ["a prolog", `<?xml version="1.0"?>\n${request()}\n`],
  ])("signs a request with %s, for a node-soap server", async (_name, xml) => {
    const answer = await call(await client(await soapServer()), xml);
    expect(bodyOf(answer)).toBe("<Body><ok>1</ok></Body>");
  });

  it("gives answers with Chinese, escaped and multi-line text unchanged", async () => {
    const body = "<Body><名称>苏州 &amp; 上海 &lt;b&gt;</名称>\n<e/></Body>";
    expect(bodyOf(await call(await client(await soapServer((xml) => signed(answerTo(xml, body)))), request()))).toBe(
      body,
    );
  });

  it("accepts answers signed with either key of a change-over", async () => {
    const url = await soapServer((xml) => signed(answerTo(xml), "new-key"));
    await expect(call(await client(url), request())).rejects.toMatchObject({ code: "SIGN_ANSWER" });
    expect(await call(await client(url, { keys: [key, loadKey("new-key")] }), request())).toContain("<ok>1</ok>");
  });

  it.each([
    ["no signature", (xml: string) => answerTo(xml), { code: "SIGN_ANSWER_MISSING", details: { reason: "missing" } }],
    [
      "a malformed signature",
      (xml: string) => signed(answerTo(xml)).replace(/<sign>.*<\/sign>/, "<sign>zz</sign>"),
      { code: "SIGN_ANSWER", details: { reason: "malformed" } },
    ],
    [
      "a changed body",
      (xml: string) => signed(answerTo(xml)).replace("<ok>1", "<ok>2"),
      { code: "SIGN_ANSWER", details: { reason: "mismatch" } },
    ],
    [
      "another message's answer",
      (xml: string) => signed(answerTo(xml.replace("0f1e2d3c", "00000000"))),
      { code: "SIGN_ANSWER", details: { reason: "echo", field: "messageId" } },
    ],
    ["no payload", () => "OK", { code: "SIGN_ENVELOPE" }],
    [
      "two bodies",
      (xml: string) => signed(answerTo(xml)).replace("</Response>", "<Body/></Response>"),
      { code: "SIGN_ENVELOPE" },
    ],
    [
      "two signatures",
      (xml: string) => signed(answerTo(xml)).replace("</Head>", "<sign>x</sign></Head>"),
      { code: "SIGN_ENVELOPE" },
    ],
    [
      "a field twice",
      (xml: string) => signed(answerTo(xml)).replace("</Head>", "<returnCode>1</returnCode></Head>"),
      { code: "SIGN_ANSWER", details: { reason: "malformed" } },
    ],
  ] as const)("refuses an answer with %s", async (_name, answer, error) => {
    const made = await client(await soapServer(answer));
    await expect(call(made, request())).rejects.toMatchObject({ name: "SignError", ...error });
  });

  it("names the likely cause when asked to", async () => {
    const url = await soapServer((xml) => signed(answerTo(xml, "<Body>\n<ok>1</ok></Body>")).replace("\n", ""));
    const error = await call(await client(url, { explain: true }), request()).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "SIGN_ANSWER", details: { reason: "mismatch" } });
    const lower = await soapServer((xml) =>
      signed(answerTo(xml)).replace(/<sign>(.*)<\/sign>/, (_, sign: string) => `<sign>${sign.toLowerCase()}</sign>`),
    );
    await expect(call(await client(lower, { explain: true }), request())).rejects.toMatchObject({
      message: expect.stringContaining("letter case"),
      details: { reason: "mismatch", cause: "letter-case", ruleId: "SIGN-X04" },
    });
  });

  it("hands a fault on as a fault", async () => {
    const url = await soapServer();
    const made = await client(url, { key: loadKey("wrong") });
    await expect(call(made, request())).rejects.toMatchObject({
      root: { Envelope: { Body: { Fault: { faultcode: "soap:Client" } } } },
    });
  });

  it.each([401, 502])("reports HTTP %i without an envelope as an error", async (status) => {
    for (const body of ["", "<html>no</html>", '{"responseXml":"x"}']) {
      const made = await client(await rawServer(() => ({ status, body })));
      await expect(call(made, request())).rejects.toThrow();
    }
  });

  it.each(["", "OK", '{"responseXml":"x"}', "<html/>"])("refuses 200 with %j", async (body) => {
    const made = await client(await rawServer(() => ({ body })));
    await expect(call(made, request())).rejects.toMatchObject({ code: "SIGN_ENVELOPE" });
  });

  it("shows node-soap nothing but the verified text", async () => {
    const good = (body: string): string => escaped(signed(answerTo(inner(body))));
    const evil = escaped("<Response><Head/><Body><ok>evil</ok></Body></Response>");
    const cases: ((body: string) => string)[] = [
      (body) => envelope(`<responseXml>${good(body)}</responseXml>`),
      (body) =>
        envelope(`<responseXml href="#x">${good(body)}</responseXml>`, `<s:Header><x id="x">${evil}</x></s:Header>`),
      (body) => envelope(`<responseXml>${good(body)}</responseXml>`, "", ' href="#x"'),
      (body) =>
        envelope(`<responseXml><![CDATA[<?xml version="1.0"?>${signed(answerTo(inner(body)))}]]></responseXml>`),
      (body) => envelope(`<responseXml>${good(body).slice(0, 40)}<![CDATA[]]>${good(body).slice(40)}</responseXml>`),
    ];
    for (const make of cases) {
      const made = await client(await rawServer((body) => ({ body: make(body) })));
      expect(bodyOf(await call(made, request()))).toBe("<Body><ok>1</ok></Body>");
    }
    const refused: ((body: string) => string)[] = [
      (body) => envelope(`<responseXml>${good(body)}</responseXml><responseXml>${evil}</responseXml>`),
      (body) => envelope(`<responseXml>${good(body)}<!-- --></responseXml>`),
      (body) =>
        envelope(`<responseXml>${good(body)}</responseXml>`).replace(
          "<s:Body>",
          `<s:Body><c:queryBranchesResponse xmlns:c="${service}"><responseXml>${evil}</responseXml></c:queryBranchesResponse>`,
        ),
      (body) => envelope(`<responseXml>${good(body)}</responseXml>`).replace("</s:Envelope>", "<s:Body/></s:Envelope>"),
      (body) => `<!DOCTYPE x [<!ENTITY e "evil">]>${envelope(`<responseXml>${good(body)}</responseXml>`)}`,
      (body) => envelope(`<responseXml>${good(body)}&e;</responseXml>`),
    ];
    for (const make of refused) {
      const made = await client(await rawServer((body) => ({ body: make(body) })));
      await expect(call(made, request())).rejects.toMatchObject({ code: "SIGN_ENVELOPE" });
    }
  });

  it("reads GBK answers", async () => {
    const text = envelope("<responseXml>@</responseXml>").replace("utf-8", "GBK");
    const url = await rawServer((body) => {
      const made = signed(answerTo(inner(body), "<Body><名>苏州</名></Body>"));
      const gbk = Buffer.from(
        text.replace("@", escaped(made)).replaceAll("名", "\u0001").replace("苏州", "\u0002"),
        "latin1",
      );
      const bytes = [...gbk].flatMap((byte) =>
        byte === 1 ? [0xc3, 0xfb] : byte === 2 ? [0xcb, 0xd5, 0xd6, 0xdd] : [byte],
      );
      return { headers: { "content-type": "text/xml" }, body: Buffer.from(bytes) };
    });
    expect(bodyOf(await call(await client(url), request()))).toBe("<Body><名>苏州</名></Body>");
    const wrong = await rawServer(() => ({ body: Buffer.from([0x3c, 0xff, 0xfe]) }));
    await expect(call(await client(wrong), request())).rejects.toMatchObject({ code: "SIGN_ENVELOPE" });
  });

  it("keeps its limits", async () => {
    const large = await rawServer(() => ({ body: envelope(`<responseXml>${"x".repeat(5000)}</responseXml>`) }));
    await expect(call(await client(large, { maxAnswerBytes: 1000 }), request())).rejects.toMatchObject({
      code: "SIGN_ENVELOPE",
    });
    const silent = await start(createServer(() => undefined));
    await expect(call(await client(silent, { timeoutMs: 50 }), request())).rejects.toMatchObject({
      name: "TimeoutError",
    });
    await expect(call(await client(silent), request(), { timeout: 50 })).rejects.toMatchObject({
      name: "TimeoutError",
    });
    const elsewhere = await rawServer(() => ({ status: 307, headers: { location: "http://127.0.0.1:9/" }, body: "" }));
    await expect(call(await client(elsewhere), request())).rejects.toThrow(/fetch failed/);
  });

  it.each([
    ["forceMTOM", true],
    ["forceGzip", true],
    ["attachments", [{}]],
  ])("refuses node-soap's %s, which would change the signed bytes", async (name, value) => {
    await expect(call(await client("http://127.0.0.1:9/"), request(), { [name]: value })).rejects.toMatchObject({
      code: "SIGN_ENVELOPE",
    });
  });

  it("refuses what it cannot sign, and sends nothing", async () => {
    const made = await client("http://127.0.0.1:9/");
    for (const xml of [
      "",
      "text",
      "<Request/>",
      "<Request><Head/><Body/></Request>",
      "<Request><Head><a><b/></a></Head><Body/></Request>",
      `${request()}<x/>`,
    ]) {
      await expect(call(made, xml)).rejects.toMatchObject({ code: "SIGN_ENVELOPE" });
    }
    expect(() => createSigningHttpClient({ profile: profile("P1", { placement: "parameter" }), key })).toThrow(
      expect.objectContaining({ code: "SIGN_PROFILE" }),
    );
  });

  it("fetches the WSDL without a signature", async () => {
    const wsdl = readFileSync(wsdlFile, "utf8").replace(/<xs:import[^>]*>/g, "");
    const seen: (string | undefined)[] = [];
    const url = await rawServer((body, headers) => {
      seen.push(body + String(headers["x-coo-signature"] ?? ""));
      return { body: wsdl };
    });
    const httpClient = createSigningHttpClient({ profile: PROFILES["http-header"], key });
    await createClientAsync(`${url}?wsdl`, { httpClient });
    expect(seen).toEqual([""]);
  });

  describe("with the signature in an HTTP header", () => {
    const options = { profile: PROFILES["http-header"] } as const;

    it("signs and verifies raw bodies", async () => {
      const url = await rawServer((body, headers) => answered(body, headers));
      const answer = await call(await client(url, options), request("<Body><名>苏州 &amp; 上海</名></Body>"));
      expect(answer).toContain("<ok>1</ok>");
    });

    it.each([
      [
        "changed",
        (body: string, headers: IncomingHttpHeaders) => answered(body, headers, (text) => `${text} `),
        "SIGN_ANSWER",
      ],
      [
        "unsigned",
        (body: string, headers: IncomingHttpHeaders) => ({ body: answered(body, headers).body }),
        "SIGN_ANSWER_MISSING",
      ],
      [
        "another's",
        (body: string, headers: IncomingHttpHeaders) => {
          const text = answered(body, headers).body.replace("0f1e2d3c", "00000000");
          return { body: text, headers: { "x-coo-signature": hmac(text) } };
        },
        "SIGN_ANSWER",
      ],
    ])("refuses an answer that is %s", async (_name, answer, code) => {
      await expect(call(await client(await rawServer(answer), options), request())).rejects.toMatchObject({ code });
    });

    it("signs the typed shape, whose head stands in the wrapper", async () => {
      const url = await rawServer((body, headers) => {
        expect(headers["x-coo-signature"]).toBe(hmac(body));
        expect(headers["x-coo-provider"]).toBe("TEST0001");
        const text = envelope(
          "<Head><providerCode>TEST0001</providerCode><messageId>m1</messageId><returnCode>0</returnCode></Head><Body/>",
        );
        return { body: text, headers: { "x-coo-signature": hmac(text) } };
      });
      const made = await client(url, options);
      const { ExchangeTyped } = made["ExchangeService"] as {
        ExchangeTyped: { queryBranches: (args: object, done: (error: unknown, result: unknown) => void) => void };
      };
      const ask = (messageId: string): Promise<unknown> =>
        new Promise((resolve, reject) => {
          const head = { providerCode: "TEST0001", service: "queryBranches", messageId };
          ExchangeTyped.queryBranches({ Head: head, Body: { branchCode: "311" } }, (error, result) =>
            error ? reject(error) : resolve(result),
          );
        });
      expect(await ask("m1")).toMatchObject({ Head: { returnCode: "0" } });
      await expect(ask("m2")).rejects.toMatchObject({ code: "SIGN_ANSWER", details: { field: "messageId" } });
    });
  });
});
