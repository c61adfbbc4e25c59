import { describe, expect, it } from "vitest";
import { createSandbox, type PushRequest, type PushResponse, type Sandbox } from "../src/index.ts";
import { filingBody, generalBody, sealBody } from "./support/applications.ts";
import { call, values } from "./support/platform.ts";
import { answerTo, handMadeReceiver } from "./support/receiver.ts";

const apply = (sandbox: Sandbox): Promise<unknown> => call(sandbox, "applyGeneralCertificate", generalBody());

describe("pushes", () => {
  it("tell the audit result, signed, and are done when acknowledged", async () => {
    const { receive, received } = handMadeReceiver();
    const sandbox = createSandbox({ receiver: receive });
    await apply(sandbox);
    await sandbox.control.approve("D1");
    const [push] = received;
    expect(push).toMatchObject({ operation: "pushDocumentAuditResult", signatureFits: true });
    expect(push?.head).toMatchObject({
      providerCode: "TEST0001",
      service: "pushDocumentAuditResult",
      version: "1.0",
      signType: "HMAC-SHA256",
    });
    expect(push?.body).toBe(
      "<Body><docId>D1</docId><docType>C</docType><certNo>26C311000001/00001</certNo><serialNo>M2600000001</serialNo><enterpriseRegNo>311000001</enterpriseRegNo><branchCode>311</branchCode><docStatus>40</docStatus><auditResult>1</auditResult><auditTime>2026-03-02 09:30:00</auditTime><auditor>模拟审核员</auditor><issueDate>2026-03-02</issueDate></Body>",
    );
    expect(sandbox.pushes).toMatchObject([
      { interface: 7, state: "delivered", attempts: [{ outcome: "delivered", status: 200, returnCode: "0000" }] },
    ]);
    expect(sandbox.journal.find({ direction: "out" })).toMatchObject([{ interface: 7, returnCode: "0000" }]);
  });

  it("come for all four interfaces", async () => {
    const { receive, received } = handMadeReceiver();
    const sandbox = createSandbox({
      receiver: receive,
      policy: "auto-approve",
      renderCertificate: async () => new Uint8Array([37]),
    });
    await call(sandbox, "applySealSignature", sealBody());
    await call(sandbox, "applyGoodsFiling", filingBody());
    await apply(sandbox);
    await call(sandbox, "printDocument", "<Body><docId>D1</docId><printMode>1</printMode></Body>");
    await sandbox.idle();
    expect(received.map((push) => push.operation)).toEqual([
      "pushSealSignatureAuditResult",
      "pushGoodsFilingAuditResult",
      "pushDocumentAuditResult",
      "pushDocumentPrintStatus",
    ]);
    expect(received.every((push) => push.signatureFits)).toBe(true);
    expect(values(received[0]?.body ?? "", "sealId")).toEqual(["SL31100000211"]);
    expect(received[1]?.body).toContain(
      "<preference><areaCode>RC</areaCode><originCriterion>PE</originCriterion><result>1</result></preference>",
    );
    expect(received[3]?.body).toBe(
      "<Body><docId>D1</docId><docType>C</docType><certNo>26C311000001/00001</certNo><serialNo>M2600000001</serialNo><printStatus>1</printStatus><printMode>1</printMode><printTime>2026-03-02 09:30:00</printTime><printCount>1</printCount></Body>",
    );
  });

  it("tell the opinion when something is sent back", async () => {
    const { receive, received } = handMadeReceiver();
    const sandbox = createSandbox({ receiver: receive });
    await apply(sandbox);
    await sandbox.control.reject("D1", "第 7 栏品名过于笼统");
    expect(received[0]?.body).toContain(
      "<docStatus>30</docStatus><auditResult>2</auditResult><auditOpinion>第 7 栏品名过于笼统</auditOpinion>",
    );
    expect(received[0]?.body).not.toContain("certNo");
  });

  it("are tried five times with growing pauses, with the same id and body and a fresh stamp", async () => {
    const { receive, received } = handMadeReceiver({
      instead: () => ({ status: 503, headers: {}, body: new Uint8Array() }),
    });
    const sandbox = createSandbox({ receiver: receive });
    await apply(sandbox);
    await sandbox.control.approve("D1");
    expect(sandbox.pushes[0]).toMatchObject({ state: "waiting", nextAt: sandbox.clock.now() + 60_000 });
    await sandbox.clock.advance("1d");
    const [push] = sandbox.pushes;
    expect(push?.state).toBe("failed");
    expect(push?.attempts.map(({ at }) => (at - (push.createdAt ?? 0)) / 60_000)).toEqual([0, 1, 6, 21, 81]);
    expect(new Set(received.map((one) => one.head["messageId"])).size).toBe(1);
    expect(new Set(received.map((one) => one.body)).size).toBe(1);
    expect(received.map((one) => one.head["timestamp"])).toEqual([
      "20260302093000",
      "20260302093100",
      "20260302093600",
      "20260302095100",
      "20260302105100",
    ]);
    expect(new Set(received.map((one) => one.head["sign"])).size).toBe(5);
    await sandbox.clock.advance("30d");
    expect(received).toHaveLength(5);
  });

  it.each<[string, string, (request: PushRequest) => Promise<PushResponse>]>([
    ["bad-signature", "an answer signed with another key", handMadeReceiver({ key: "not-the-key" }).receive],
    [
      "bad-signature",
      "an answer changed after signing",
      handMadeReceiver({ spoil: (text) => text.replace("HMAC-SHA256", "HMAC-SHA1") }).receive,
    ],
    ["refused", "an answer that says no", handMadeReceiver({ returnCode: "9999" }).receive],
    [
      "bad-answer",
      "an answer to another message",
      handMadeReceiver({
        instead: (push) => answerTo({ ...push, head: { ...push.head, messageId: "other" } }, "ccpit-demo-key-0001"),
      }).receive,
    ],
    ["bad-answer", "something that is not XML", handMadeReceiver({ spoil: () => "ok" }).receive],
    [
      "bad-answer",
      "another content type",
      handMadeReceiver({
        instead: (push) => ({ ...answerTo(push, "ccpit-demo-key-0001"), headers: { "content-type": "text/html" } }),
      }).receive,
    ],
    ["http-status", "status 401", async () => ({ status: 401, headers: {}, body: new Uint8Array() })],
    [
      "fault",
      "a fault",
      async () => ({
        status: 500,
        headers: { "content-type": "text/xml" },
        body: new TextEncoder().encode(
          '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><e:Fault><faultcode>e:Server</faultcode><faultstring>no</faultstring></e:Fault></e:Body></e:Envelope>',
        ),
      }),
    ],
    ["unreachable", "a broken connection", () => Promise.reject(new Error("connection refused"))],
  ])("note %s for %s and try again", async (outcome, _, receiver) => {
    const sandbox = createSandbox({ receiver });
    await apply(sandbox);
    await sandbox.control.approve("D1");
    expect(sandbox.pushes).toMatchObject([{ state: "waiting", attempts: [{ outcome }] }]);
  });

  it("give up waiting after the time-out and tell the receiver", async () => {
    let aborted = false;
    const receiver = (request: PushRequest): Promise<PushResponse> =>
      new Promise((_, fail) => {
        request.signal.addEventListener("abort", () => {
          aborted = true;
          fail(request.signal.reason);
        });
      });
    const sandbox = createSandbox({ receiver, pushTimeoutMs: 5 });
    await apply(sandbox);
    await sandbox.control.approve("D1");
    expect([sandbox.pushes[0]?.attempts[0]?.outcome, aborted]).toEqual(["timeout", true]);
  });

  it("wait for nobody where there is no receiver", async () => {
    const sandbox = createSandbox({ policy: "auto-approve" });
    await apply(sandbox);
    await sandbox.idle();
    expect(sandbox.pushes).toMatchObject([{ state: "no-receiver", attempts: [] }]);
  });

  it("can be sent again, which a receiver sees by the same message id", async () => {
    const { receive, received } = handMadeReceiver();
    const sandbox = createSandbox({ receiver: receive, policy: "auto-approve" });
    await apply(sandbox);
    await sandbox.idle();
    await sandbox.control.resend(String(sandbox.pushes[0]?.id));
    expect(received.map((push) => push.head["messageId"])).toEqual([sandbox.pushes[0]?.id, sandbox.pushes[0]?.id]);
    await expect(sandbox.control.resend("none")).rejects.toMatchObject({ code: "SANDBOX_NOT_FOUND" });
  });

  it("go to each platform's own receiver", async () => {
    const [one, two] = [handMadeReceiver(), handMadeReceiver()];
    const sandbox = createSandbox({
      receiver: one.receive,
      providers: { TEST0001: "ccpit-demo-key-0001", TEST0002: { key: "demo-key-2", receiver: two.receive } },
      policy: "auto-approve",
    });
    await call(sandbox, "applyGeneralCertificate", generalBody(), { providerCode: "TEST0002", key: "demo-key-2" });
    await sandbox.idle();
    expect([one.received.length, two.received.length]).toEqual([0, 1]);
  });

  it("let a receiver call back into the sandbox while it answers", async () => {
    const sandboxes: Sandbox[] = [];
    const states: string[] = [];
    const { receive } = handMadeReceiver({
      instead: async () => {
        const sandbox = sandboxes[0] as Sandbox;
        const answer = await call(sandbox, "queryDocument", "<Body><docId>D1</docId></Body>");
        states.push(...values(answer.body, "docStatus"));
        await sandbox.idle();
        return undefined;
      },
    });
    const sandbox = createSandbox({ receiver: receive });
    sandboxes.push(sandbox);
    await apply(sandbox);
    await sandbox.control.approve("D1");
    expect([states, sandbox.pushes[0]?.state]).toEqual([["40"], "delivered"]);
  });

  it("can be made by hand, checked against the schema", async () => {
    const { receive, received } = handMadeReceiver();
    const sandbox = createSandbox({ receiver: receive });
    const body = { docId: "X", docType: "C", docStatus: "40", auditResult: "1", auditTime: "2026-03-02 09:30:00" };
    expect(await sandbox.push("pushDocumentAuditResult", body)).toMatchObject({ state: "delivered" });
    expect(received).toHaveLength(1);
    await expect(sandbox.push("pushDocumentAuditResult", { docId: "X" })).rejects.toMatchObject({
      code: "SANDBOX_BODY",
    });
    await expect(sandbox.push("queryDocument", {})).rejects.toMatchObject({ code: "SANDBOX_OPERATION" });
    await expect(sandbox.push("pushMoon", {})).rejects.toMatchObject({ code: "SANDBOX_OPERATION" });
    await expect(sandbox.push("pushDocumentAuditResult", body, { providerCode: "NOBODY" })).rejects.toMatchObject({
      code: "SANDBOX_OPTIONS",
    });
  });

  it("pass the hook of fault injection: changed, or lost", async () => {
    const refusal = { status: 401, headers: {}, body: new Uint8Array() };
    const { receive, received } = handMadeReceiver({ instead: (push) => (push.signatureFits ? undefined : refusal) });
    const sandbox = createSandbox({
      receiver: receive,
      policy: "auto-approve",
      faults: {
        push: (request, { attempt }) => {
          if (attempt === 1) return "cut";
          const text = new TextDecoder().decode(request.body);
          return attempt === 2
            ? { ...request, body: new TextEncoder().encode(text.replace("auditResult&gt;1", "auditResult&gt;2")) }
            : undefined;
        },
      },
    });
    await apply(sandbox);
    await sandbox.clock.advance("1d");
    expect(received.map((push) => push.signatureFits)).toEqual([false, true]);
  });

  it.each(["http://example.com/push", "http://10.0.0.1/push", "http://localhost.example.com/"])(
    "are not sent to %s by accident",
    (receiver) => {
      expect(() => createSandbox({ receiver })).toThrow(expect.objectContaining({ code: "SANDBOX_REMOTE_RECEIVER" }));
      expect(createSandbox({ receiver, remoteReceivers: true })).toBeDefined();
    },
  );
});

describe("an operation moved to the other direction", () => {
  it("is pushed and no longer called", async () => {
    const { documents } = await import("@coo/msg-document");
    const { syncDocuments } = documents.operations;
    const flipped = {
      ...documents,
      operations: { ...documents.operations, syncDocuments: { ...syncDocuments, direction: "push" as const } },
    };
    const { receive, received } = handMadeReceiver();
    const sandbox = createSandbox({ services: [flipped], receiver: receive });
    const window = { startTime: "2026-03-02 00:00:00", endTime: "2026-03-03 00:00:00" };
    expect(await sandbox.push("syncDocuments", window)).toMatchObject({ interface: 11, state: "delivered" });
    expect(received[0]).toMatchObject({ operation: "syncDocuments", signatureFits: true });
    const answer = await call(sandbox, "syncDocuments", "<Body></Body>");
    expect(answer.returnCode).toContain("推送接口");
  });
});
