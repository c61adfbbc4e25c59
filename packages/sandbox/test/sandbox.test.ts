import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createSandbox, random, rules, type Sandbox, type SandboxOptions, script } from "../src/index.ts";
import { filingBody, generalBody } from "./support/applications.ts";
import { call, readAnswer, requestText, values } from "./support/platform.ts";
import { handMadeReceiver } from "./support/receiver.ts";

const open: Sandbox[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const sandbox of open.splice(0)) await sandbox.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});
const make = (options: SandboxOptions = {}): Sandbox => {
  const sandbox = createSandbox(options);
  open.push(sandbox);
  return sandbox;
};
const apply = (sandbox: Sandbox, docId = "D1"): Promise<unknown> =>
  call(sandbox, "applyGeneralCertificate", generalBody({ docId }));
const states = (sandbox: Sandbox): string[] => sandbox.control.list().map((row) => row.status);

const decideByChance = async (seed: string): Promise<string[]> => {
  const sandbox = make({ policy: random(seed, 0.5) });
  for (let i = 0; i < 24; i++) await apply(sandbox, `D${i}`);
  return states(sandbox);
};

describe("reviewers", () => {
  it("hold everything when manual, approve or return everything when automatic", async () => {
    for (const [policy, status] of [
      ["manual", "20"],
      ["auto-approve", "40"],
      ["auto-reject", "30"],
    ] as const) {
      const sandbox = make({ policy });
      await apply(sandbox);
      expect(states(sandbox)).toEqual([status]);
    }
  });

  it("follow a script and hold when it is used up", async () => {
    const sandbox = make({ policy: script(["return", { result: "reject", opinion: "不符" }, "approve"]) });
    for (const docId of ["A", "B", "C", "D"]) await apply(sandbox, docId);
    expect(states(sandbox)).toEqual(["30", "30", "40", "20"]);
    expect(sandbox.control.get("B")).toMatchObject({ auditResult: "3", auditOpinion: "不符" });
  });

  it("decide by chance from the seed alone", async () => {
    const one = await decideByChance("a");
    expect(new Set(one)).toEqual(new Set(["30", "40"]));
    expect(await decideByChance("a")).toEqual(one);
    expect(await decideByChance("b")).not.toEqual(one);
  });

  it("apply rules handed in and tell the complaints", async () => {
    const sandbox = make({
      policy: rules(({ kind, body }) => (kind === "document" && body["marks"] === "N/M" ? ["缺唛头", "请补充"] : [])),
    });
    await apply(sandbox);
    await call(sandbox, "applyGoodsFiling", filingBody());
    expect(sandbox.control.get("D1")).toMatchObject({ docStatus: "30", auditOpinion: "缺唛头；请补充" });
    expect(sandbox.control.get("F1")).toMatchObject({ status: "1" });
  });

  it("that throw leave the record waiting and the error to be seen", async () => {
    const seen: unknown[] = [];
    const sandbox = make({
      policy: () => {
        throw new Error("no reviewer");
      },
      onError: (error) => seen.push(error),
    });
    await apply(sandbox);
    expect(states(sandbox)).toEqual(["20"]);
    expect(sandbox.errors).toEqual([expect.objectContaining({ message: "no reviewer" })]);
    expect(seen).toEqual(sandbox.errors);
  });

  it("may be any function, and may change on the way", async () => {
    const sandbox = make({ policy: ({ version }) => (version > 1 ? "approve" : "return") });
    await apply(sandbox);
    await apply(sandbox);
    expect(states(sandbox)).toEqual(["40"]);
    sandbox.control.setPolicy("auto-reject");
    await apply(sandbox, "D2");
    expect(states(sandbox)).toEqual(["40", "30"]);
    expect(() => sandbox.control.setPolicy("nobody" as "manual")).toThrow(
      expect.objectContaining({ code: "SANDBOX_OPTIONS" }),
    );
  });
});

describe("the virtual clock", () => {
  it("stands still until it is advanced, and refuses spans that are none", async () => {
    const sandbox = make();
    expect(sandbox.clock.now()).toBe(Date.parse("2026-03-02T09:30:00+08:00"));
    await sandbox.clock.advance("1d 2h 30m");
    await sandbox.clock.advance(1500);
    expect(new Date(sandbox.clock.now()).toISOString()).toBe("2026-03-03T04:00:01.500Z");
    await expect(sandbox.clock.advance("soon")).rejects.toMatchObject({ code: "SANDBOX_OPTIONS" });
  });

  it.each<[NonNullable<SandboxOptions["latency"]>, string, string]>([
    ["2d", "47h", "1h"],
    [["1h", "3h"], "59m", "2h 1m"],
    ["office-hours", "59m", "1m"],
  ])("drives a latency of %s", async (latency, before, after) => {
    const sandbox = make({ policy: "auto-approve", latency });
    await apply(sandbox);
    await sandbox.clock.advance(before);
    expect(states(sandbox)).toEqual(["20"]);
    await sandbox.clock.advance(after);
    expect(states(sandbox)).toEqual(["40"]);
  });

  it("keeps office hours over a weekend", async () => {
    const sandbox = make({
      policy: "auto-approve",
      latency: "office-hours",
      clock: { start: "2026-03-06T16:30:00+08:00" },
    });
    await apply(sandbox);
    await sandbox.clock.advance("3d");
    expect((sandbox.control.get("D1") as { auditTime?: number }).auditTime).toBe(
      Date.parse("2026-03-09T09:00:00+08:00"),
    );
  });

  it("reviews at the time it was due, not at the time it was advanced to", async () => {
    const sandbox = make({ policy: "auto-approve", latency: "3h" });
    await apply(sandbox);
    await sandbox.clock.advance("2d");
    const query = await call(sandbox, "queryDocument", "<Body><docId>D1</docId></Body>");
    expect(values(query.body, "auditTime")).toEqual(["2026-03-02 12:30:00"]);
  });

  it("does not review twice what was decided by hand or sent anew meanwhile", async () => {
    const sandbox = make({ policy: "auto-approve", latency: "1h" });
    await apply(sandbox);
    await sandbox.control.reject("D1");
    await sandbox.clock.advance("30m");
    await apply(sandbox);
    await sandbox.clock.advance("31m");
    expect(states(sandbox)).toEqual(["20"]);
    await sandbox.clock.advance("30m");
    expect(states(sandbox)).toEqual(["40"]);
  });

  it("may run with the machine's clock for peers that have no other", async () => {
    const sandbox = make({ clock: "real" });
    expect(Math.abs(sandbox.clock.now() - Date.now())).toBeLessThan(60_000);
    await sandbox.clock.advance("2d");
    expect(Math.abs(sandbox.clock.now() - Date.now() - 2 * 86_400_000)).toBeLessThan(60_000);
  });
});

const text = (body: Uint8Array | undefined): string => new TextDecoder().decode(body);

const runScript = async (seed: string): Promise<string[]> => {
  const { receive } = handMadeReceiver();
  const sandbox = make({ seed, policy: random("reviewers"), latency: ["1m", "2h"], receiver: receive });
  let id = 0;
  const settings = (): { messageId: string } => ({ messageId: `msg-${++id}` });
  for (const docId of ["A", "B", "C"])
    await call(sandbox, "applyGeneralCertificate", generalBody({ docId }), settings());
  await call(sandbox, "applyGoodsFiling", filingBody(), settings());
  await sandbox.clock.advance("1d");
  await call(
    sandbox,
    "syncDocuments",
    "<Body><startTime>2026-03-01 00:00:00</startTime><endTime>2026-03-09 00:00:00</endTime></Body>",
    settings(),
  );
  return sandbox.journal.entries.flatMap((entry) => [text(entry.request.body), text(entry.answer?.body)]);
};

describe("the same script", () => {
  it("gives the same bytes both ways for the same seed, others for another", async () => {
    const one = await runScript("default");
    expect(one.length).toBe(2 * 9);
    expect(await runScript("default")).toEqual(one);
    expect(await runScript("other")).not.toEqual(one);
  });
});

describe("state", () => {
  it("is restored from a snapshot with records, queue, message ids and clock", async () => {
    const failing = handMadeReceiver({ instead: () => ({ status: 503, headers: {}, body: new Uint8Array() }) });
    const sandbox = make({ policy: "auto-approve", receiver: failing.receive });
    const text = requestText("applyGeneralCertificate", generalBody(), {
      now: sandbox.clock.now(),
      messageId: "first",
    });
    const send = async (to: Sandbox): Promise<string> => {
      const response = await to.fetch(to.credentials.endpoint, {
        method: "POST",
        headers: { "content-type": "text/xml", soapaction: '""' },
        body: text,
      });
      return response.text();
    };
    const answer = await send(sandbox);
    await sandbox.idle();
    await sandbox.clock.advance("30s");
    const snapshot = JSON.parse(JSON.stringify(sandbox.snapshot())) as ReturnType<Sandbox["snapshot"]>;
    const { receive, received } = handMadeReceiver();
    const other = make({ policy: "auto-approve", receiver: receive });
    other.restore(snapshot);
    expect(other.control.list()).toEqual(sandbox.control.list());
    expect(other.clock.now()).toBe(sandbox.clock.now());
    expect(await send(other)).toBe(answer);
    await other.clock.advance("1m");
    expect([received.length, other.pushes[0]?.state]).toEqual([1, "delivered"]);
    expect(JSON.stringify(snapshot)).not.toContain("ccpit-demo-key");
  });

  it("refuses what is no snapshot", () => {
    const sandbox = make();
    for (const wrong of [{}, null, { format: "coo-sandbox", version: 2 }, { ...sandbox.snapshot(), state: {} }]) {
      expect(() => sandbox.restore(wrong as ReturnType<Sandbox["snapshot"]>)).toThrow(
        expect.objectContaining({ code: "SANDBOX_SNAPSHOT" }),
      );
    }
  });

  it("is kept in a readable file over restarts", async () => {
    const folder = mkdtempSync(join(tmpdir(), "coo 模拟-"));
    folders.push(folder);
    const file = join(folder, "state.json");
    const first = createSandbox({ state: file, policy: "auto-approve" });
    await apply(first);
    await first.close();
    expect((JSON.parse(readFileSync(file, "utf8")) as { environment: string }).environment).toBe("模拟环境");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const second = make({ state: file });
    expect(states(second)).toEqual(["40"]);
    await apply(second, "D2");
    await second.control.approve("D2");
    expect(second.control.get("D2")).toMatchObject({ certNo: "26C311000001/00002" });
    writeFileSync(file, "{");
    expect(() => createSandbox({ state: file })).toThrow(expect.objectContaining({ code: "SANDBOX_SNAPSHOT" }));
  });

  it("is forgotten for one platform or for all", async () => {
    const sandbox = make({ providers: { TEST0001: "ccpit-demo-key-0001", TEST0002: "demo-key-2" } });
    await apply(sandbox);
    await call(sandbox, "applyGeneralCertificate", generalBody(), { providerCode: "TEST0002", key: "demo-key-2" });
    sandbox.control.reset({ providerCode: "TEST0001" });
    expect(sandbox.control.list().map((row) => row.providerCode)).toEqual(["TEST0002"]);
    expect(sandbox.journal.entries.map((entry) => entry.providerCode)).toEqual(["TEST0002"]);
    sandbox.control.reset();
    expect([sandbox.control.list(), sandbox.pushes, sandbox.journal.entries]).toEqual([[], [], []]);
  });
});

describe("options", () => {
  it.each<[string, SandboxOptions]>([
    ["SANDBOX_WIRE", { wire: { payload: "typed", answer: "xml-string" } }],
    ["SANDBOX_WIRE", { wire: { charset: "UTF-7" as "UTF-8" } }],
    ["SANDBOX_WIRE", { wire: { colour: "red" } as object }],
    ["SANDBOX_SIGNATURE", { signature: "P9" as "P1" }],
    ["SANDBOX_SIGNATURE", { signature: { colour: "red" } as object }],
    ["SANDBOX_SIGNATURE", { signature: { keyDecoding: "hex" } }],
    ["SANDBOX_OPTIONS", { providers: {} }],
    ["SANDBOX_OPTIONS", { providers: { ["x".repeat(33)]: "demo" } }],
    ["SANDBOX_SIGNATURE", { providers: { TEST0001: "" } }],
    ["SANDBOX_OPTIONS", { policy: "nobody" as "manual" }],
    ["SANDBOX_OPTIONS", { latency: "soon" }],
    ["SANDBOX_OPTIONS", { clock: { start: "yesterday" } }],
    ["SANDBOX_OPTIONS", { receiver: "ftp://127.0.0.1/" }],
  ])("that cannot work are refused at once with %s: %j", (code, options) => {
    expect(() => createSandbox(options)).toThrow(expect.objectContaining({ name: "SandboxError", code }));
  });

  it("take own branches and enterprises", async () => {
    const sandbox = make({ data: { branches: [{ branchCode: "777", branchName: "模拟分支" }] } });
    expect(values((await call(sandbox, "queryBranches", "<Body></Body>")).body, "branchCode")).toEqual(["777"]);
    sandbox.control.putBranch({ branchCode: "778", branchName: "另一模拟分支" });
    sandbox.control.putEnterprise({ enterpriseRegNo: "777000001", enterpriseCnName: "模拟新企业" });
    const filed = await call(
      sandbox,
      "syncEnterpriseFiling",
      "<Body><enterpriseRegNo>777000001</enterpriseRegNo></Body>",
    );
    expect(values(filed.body, "enterpriseCnName")).toEqual(["模拟新企业"]);
  });
});

describe("over a port", () => {
  it("listens on this machine and gives the same answers", async () => {
    const sandbox = make();
    const { url, port } = await sandbox.listen();
    expect(url).toBe(`http://127.0.0.1:${port}`);
    expect(sandbox.credentials.endpoint).toBe(`${url}/services/exchange`);
    const text = requestText("queryBranches", "<Body></Body>", { now: sandbox.clock.now(), messageId: "m" });
    const init = {
      method: "POST",
      headers: { "content-type": "text/xml; charset=utf-8", soapaction: '""' },
      body: text,
    };
    const response = await fetch(sandbox.credentials.endpoint, init);
    const answer = await response.text();
    expect(readAnswer(response.status, answer, "ccpit-demo-key-0001").returnCode).toBe("0000");
    expect(answer).toBe(await (await make().fetch("http://127.0.0.1/services/exchange", init)).text());
    expect(Number(response.headers.get("content-length"))).toBe(new TextEncoder().encode(answer).length);
  });

  it("refuses a body over the limit, a foreign host name, and a port in use", async () => {
    const sandbox = make({ maxBodyBytes: 1000 });
    const { url, port } = await sandbox.listen();
    const big = await fetch(`${url}/services/exchange`, { method: "POST", body: "x".repeat(5000) });
    expect(big.status).toBe(413);
    const { request } = await import("node:http");
    const status = await new Promise((resolve) => {
      request({ port, host: "127.0.0.1", path: "/_sandbox/health", headers: { host: "evil.example" } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).end();
    });
    expect(status).toBe(421);
    await expect(make().listen(port)).rejects.toMatchObject({ code: "SANDBOX_LISTEN" });
    await expect(sandbox.listen()).rejects.toMatchObject({ code: "SANDBOX_LISTEN" });
  });

  it("cuts the connection when a fault says so", async () => {
    const sandbox = make({ faults: { request: () => "cut" } });
    const { url } = await sandbox.listen();
    await expect(fetch(`${url}/services/exchange`)).rejects.toThrow("fetch failed");
  });

  it("pushes to an address and closes in order", async () => {
    const { receive, received } = handMadeReceiver();
    const { createServer } = await import("node:http");
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        const headers = request.headers as Record<string, string>;
        void (async () => {
          const answer = await receive({
            method: "POST",
            path: request.url ?? "",
            headers,
            body: new Uint8Array(Buffer.concat(parts)),
            signal: new AbortController().signal,
          });
          response.writeHead(answer.status, answer.headers as Record<string, string>).end(answer.body);
        })();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    const sandbox = createSandbox({ policy: "auto-approve", receiver: `http://127.0.0.1:${port}/coo/push` });
    await apply(sandbox);
    await sandbox.idle();
    expect(received.map((push) => [push.request.path, push.signatureFits])).toEqual([["/coo/push", true]]);
    expect(received[0]?.request.headers["soapaction"]).toBe('""');
    expect(sandbox.pushes[0]?.state).toBe("delivered");
    await sandbox.close();
    await sandbox.close();
    await expect(sandbox.clock.advance("1d")).rejects.toMatchObject({ code: "SANDBOX_CLOSED" });
    expect((await sandbox.fetch(sandbox.credentials.endpoint)).status).toBe(503);
    await new Promise((resolve) => server.close(resolve));
  });

  it("works on what is due by itself with the machine's clock", async () => {
    const { receive, received } = handMadeReceiver();
    const sandbox = make({ policy: "auto-approve", latency: "5ms", clock: "real", receiver: receive });
    const arrived = new Promise<void>((resolve) => {
      const look = (): void => (received.length > 0 ? resolve() : void setImmediate(look));
      look();
    });
    await apply(sandbox);
    await arrived;
    expect(states(sandbox)).toEqual(["40"]);
  });
});

const ask = async (
  sandbox: Sandbox,
  path: string,
  body?: unknown,
  type = "application/json",
): Promise<[number, Record<string, unknown>]> => {
  const init =
    body === undefined
      ? {}
      : {
          method: "POST",
          headers: { "content-type": type },
          body: typeof body === "string" ? body : JSON.stringify(body),
        };
  const response = await sandbox.fetch(`http://127.0.0.1/_sandbox/${path}`, init);
  const text = await response.text();
  return [response.status, text === "" ? {} : (JSON.parse(text) as Record<string, unknown>)];
};

describe("the control interface", () => {
  it("says that it is a simulation, and how it is", async () => {
    expect(await ask(make(), "health")).toEqual([
      200,
      { ok: true, environment: "模拟环境", time: "2026-03-02 09:30:00", policy: "manual" },
    ]);
  });

  it("reviews, advances, resends and resets", async () => {
    const sandbox = make();
    await apply(sandbox);
    expect((await ask(sandbox, "records"))[1]).toMatchObject({ data: [{ id: "D1", waiting: true }] });
    await ask(sandbox, "reject", { id: "D1", opinion: "补正" });
    expect(sandbox.control.get("D1")).toMatchObject({ auditOpinion: "补正" });
    await apply(sandbox);
    await ask(sandbox, "approve", { id: "D1", kind: "document", providerCode: "TEST0001" });
    await ask(sandbox, "void", { id: "D1" });
    expect(states(sandbox)).toEqual(["90"]);
    expect((await ask(sandbox, "clock/advance", { by: "2d" }))[1]).toMatchObject({ time: "2026-03-04 09:30:00" });
    expect((await ask(sandbox, "pushes"))[1]).toMatchObject({ data: [{ state: "no-receiver" }, {}, {}] });
    expect((await ask(sandbox, "journal"))[1]).toMatchObject({ data: [{ interface: 4, status: 200 }, {}] });
    await ask(sandbox, "policy", { policy: "auto-approve" });
    await ask(sandbox, "reset", {});
    expect(sandbox.control.list()).toEqual([]);
  });

  it("answers what it cannot do with a code", async () => {
    const sandbox = make();
    expect(await ask(sandbox, "approve", { id: "none" })).toMatchObject([
      404,
      { error: { code: "SANDBOX_NOT_FOUND" } },
    ]);
    expect(await ask(sandbox, "policy", { policy: "nobody" })).toMatchObject([
      409,
      { error: { code: "SANDBOX_OPTIONS" } },
    ]);
    expect((await ask(sandbox, "approve", "{"))[0]).toBe(400);
    expect((await ask(sandbox, "approve", {}, "text/plain"))[0]).toBe(415);
    expect((await ask(sandbox, "moon"))[0]).toBe(404);
    expect((await ask(sandbox, "moon", {}))[0]).toBe(404);
  });
});

describe("the served documents", () => {
  it("have the ports at this sandbox's address, and the schemas they import", async () => {
    const sandbox = make();
    const { url } = await sandbox.listen();
    const wsdl = await (await fetch(`${url}/services/exchange?wsdl`)).text();
    expect(wsdl).toContain(`<soap:address location="${url}/services/exchange/string"/>`);
    expect(wsdl).toContain(`<soap12:address location="${url}/services/exchange/typed12"/>`);
    expect(wsdl).not.toContain("example.invalid");
    for (const [, file] of wsdl.matchAll(/schemaLocation="([^"]+)"/g)) {
      const schema = await fetch(new URL(String(file), `${url}/services/exchange?wsdl`));
      expect([schema.status, (await schema.text()).includes("<xs:schema")], file).toEqual([200, true]);
    }
    expect(await (await fetch(`${url}/services/push?wsdl`)).text()).toContain("pushDocumentAuditResult");
    expect((await fetch(`${url}/services/secret.xsd`)).status).toBe(404);
    expect((await fetch(`${url}/services/../package.json`)).status).toBe(404);
  });

  it("are those of the edition, byte for byte", () => {
    for (const name of [
      "exchange.wsdl",
      "push.wsdl",
      "common.xsd",
      "enterprise.xsd",
      "document.xsd",
      "goods.xsd",
      "seal.xsd",
    ]) {
      const [bundled, source] = ["../schemas/2018-07/", "../../../schemas/2018-07/"].map((folder) =>
        readFileSync(new URL(folder + name, import.meta.url), "utf8"),
      );
      expect(bundled === source, `${name} differs: run pnpm bundle-schemas`).toBe(true);
    }
  });
});
