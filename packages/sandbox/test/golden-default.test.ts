import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { createSandbox } from "../src/index.ts";
import { between, post, unescapeXml } from "./support/post.ts";

// The message of wire-patterns.md, "Proposed common envelope", with the signature of profile P1's second test value.
const VECTOR = `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><c:queryBranches xmlns:c="urn:example:ccpit-coo:reference:v1"><requestXml>&lt;Request&gt;&lt;Head&gt;&lt;providerCode&gt;TEST0001&lt;/providerCode&gt;&lt;service&gt;queryBranches&lt;/service&gt;&lt;version&gt;1.0&lt;/version&gt;&lt;messageId&gt;0f1e2d3c4b5a69788796a5b4c3d2e1f0&lt;/messageId&gt;&lt;timestamp&gt;20260301093000&lt;/timestamp&gt;&lt;nonceStr&gt;5K8264ILTKCH16CQ&lt;/nonceStr&gt;&lt;signType&gt;HMAC-SHA256&lt;/signType&gt;&lt;sign&gt;C66437EBF16077F0631D506D46C8B79C4C2F0ADF70232C114EFC1F3146A8B2DD&lt;/sign&gt;&lt;/Head&gt;&lt;Body&gt;&lt;branchCode&gt;311&lt;/branchCode&gt;&lt;/Body&gt;&lt;/Request&gt;</requestXml></c:queryBranches></soap:Body></soap:Envelope>`;

const start = "2026-03-01T09:30:00+08:00";

it("accepts the published example message and answers it in the same shape", async () => {
  const sandbox = createSandbox({ clock: { start } });
  const { status, headers, text } = await post(sandbox, VECTOR);
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("text/xml; charset=UTF-8");
  expect(
    text.startsWith(
      '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><c:queryBranchesResponse xmlns:c="urn:example:ccpit-coo:reference:v1"><responseXml>&lt;Response&gt;&lt;Head&gt;',
    ),
  ).toBe(true);
  const inner = unescapeXml(between(text, "<responseXml>", "</responseXml>"));
  expect(inner).toContain(
    "<Response><Head><providerCode>TEST0001</providerCode><messageId>0f1e2d3c4b5a69788796a5b4c3d2e1f0</messageId><timestamp>20260301093000</timestamp><returnCode>0000</returnCode><returnMessage>【模拟环境】成功</returnMessage><nonceStr>",
  );
  expect(inner).toContain(
    "<Body><total>1</total><pageNo>1</pageNo><pageSize>20</pageSize><branches><branch><branchCode>311</branchCode><branchName>模拟苏州分支会</branchName>",
  );
});

it("signs the answer by the rule of profile P1", async () => {
  const sandbox = createSandbox({ clock: { start } });
  const { text } = await post(sandbox, VECTOR);
  const inner = unescapeXml(between(text, "<responseXml>", "</responseXml>"));
  const body = `<Body>${between(inner, "<Body>", "</Body>")}</Body>`;
  const nonce = between(inner, "<nonceStr>", "</nonceStr>");
  const string = `body=${body}&messageId=0f1e2d3c4b5a69788796a5b4c3d2e1f0&nonceStr=${nonce}&providerCode=TEST0001&returnCode=0000&returnMessage=【模拟环境】成功&signType=HMAC-SHA256&timestamp=20260301093000&key=ccpit-demo-key-0001`;
  const sign = createHmac("sha256", "ccpit-demo-key-0001").update(string).digest("hex").toUpperCase();
  expect(between(inner, "<sign>", "</sign>")).toBe(sign);
});

it("gives the same bytes for the same seed, clock and message", async () => {
  const [one, other] = [createSandbox({ clock: { start } }), createSandbox({ clock: { start } })];
  expect((await post(one, VECTOR)).text).toBe((await post(other, VECTOR)).text);
});

it("refuses the example message once one character of its body changed", async () => {
  const sandbox = createSandbox({ clock: { start } });
  const { text } = await post(sandbox, VECTOR.replace("311", "312"));
  expect(unescapeXml(text)).toContain("<returnCode>1002</returnCode>");
});
