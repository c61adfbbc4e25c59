import { describe, expect, it } from "vitest";
import { createSandbox, type RemoteFaultKind } from "../src/index.ts";
import { generalBody } from "./support/applications.ts";
import { call, readAnswer, requestText } from "./support/platform.ts";

const KEY = "ccpit-demo-key-0001";

describe.each(["in process", "over a port"])("fault switches, %s", (how) => {
  it.each<[RemoteFaultKind, string, number]>([
    ["drop", "broken", 0],
    ["error-before", "500", 0],
    ["hang", "broken", 0],
    ["late", "broken", 1],
    ["cut", "broken", 1],
    ["error-after", "500", 1],
    ["half", "broken", 1],
    ["slow", "0000", 1],
    ["bad-signature", "unsigned", 1],
    ["wrong-type", "text/html; charset=utf-8", 1],
  ])("%s: the platform sees %s, applied %d times", async (kind, seen, applied) => {
    const sandbox = createSandbox();
    const base = how === "in process" ? "http://127.0.0.1:8420" : (await sandbox.listen()).url;
    const send = how === "in process" ? sandbox.fetch : fetch;
    sandbox.faults.on({ kind, interfaces: [4], delayMs: 20 });
    const text = requestText("applyGeneralCertificate", generalBody({ sendAudit: "false" }), {
      now: sandbox.clock.now(),
    });
    const outcome = await (async () => {
      try {
        const answer = await send(`${base}/services/exchange`, {
          method: "POST",
          headers: { "content-type": "text/xml; charset=utf-8", soapaction: '""' },
          body: new TextEncoder().encode(text),
        });
        const body = await answer.text();
        if (answer.status === 500) return "500";
        if (kind === "wrong-type") return answer.headers.get("content-type");
        return readAnswer(answer.status, body, KEY).returnCode;
      } catch (error) {
        return String(error).includes("not signed") ? "unsigned" : "broken";
      }
    })();
    expect(outcome).toBe(seen);
    const book = (): number => sandbox.control.list({ kind: "document" })[0]?.version ?? 0;
    await expect.poll(book).toBe(applied);
    expect([sandbox.faults.hits[kind], sandbox.faults.active]).toEqual([1, []]);
    await sandbox.close();
  });
});

describe("fault switches", () => {
  it("lose a push, until somebody sends it again", async () => {
    const seen: string[] = [];
    const sandbox = createSandbox({
      receiver: (request) => {
        seen.push(request.path);
        return { status: 200, headers: {}, body: new Uint8Array() };
      },
      pushPauses: [],
    });
    sandbox.faults.on({ kind: "lost-push", interfaces: [7] });
    await call(sandbox, "applyGeneralCertificate", generalBody());
    await sandbox.control.approve("D1");
    await sandbox.clock.advance("30d");
    expect([seen, sandbox.pushes]).toMatchObject([[], [{ interface: 7, state: "lost", attempts: [] }]]);
    expect([sandbox.faults.hits, sandbox.faults.active]).toEqual([{ "lost-push": 1 }, []]);
    const [push] = sandbox.pushes;
    await sandbox.control.resend(push?.id ?? "");
    expect(seen).toHaveLength(1);
    // The switch hits as many pushes as it says, and no call.
    await call(sandbox, "applyGeneralCertificate", generalBody({ docId: "D2" }));
    await sandbox.control.approve("D2");
    expect(seen).toHaveLength(2);
    await sandbox.close();
  });

  it("hide what exists from queries, for a time or for a number of calls", async () => {
    const sandbox = createSandbox();
    const query = async (): Promise<string> =>
      (await call(sandbox, "queryDocument", "<Body><docId>D1</docId></Body>")).returnCode;
    await call(sandbox, "applyGeneralCertificate", generalBody({ sendAudit: "false" }));
    sandbox.faults.on({ kind: "hidden", delayMs: 60_000, count: "always" });
    expect(await query()).toBe("3002");
    await sandbox.clock.advance("59s");
    expect(await query()).toBe("3002");
    await sandbox.clock.advance("1s");
    expect(await query()).toBe("0000");
    sandbox.faults.clear();
    sandbox.faults.on({ kind: "hidden", count: 2 });
    expect([await query(), await query(), await query()]).toEqual(["3002", "3002", "0000"]);
  });

  it("hit only their interfaces, and a share of calls by the seed", async () => {
    const run = async (seed: string): Promise<string> => {
      const sandbox = createSandbox({ seed });
      sandbox.faults.on({ kind: "error-before", interfaces: [1], count: "always", chance: 0.5 });
      const codes: number[] = [];
      for (let i = 0; i < 20; i++) codes.push((await call(sandbox, "queryBranches", "<Body/>")).status);
      const other = await call(sandbox, "applyGeneralCertificate", generalBody({ sendAudit: "false" }));
      expect(other.returnCode).toBe("0000");
      return codes.join();
    };
    const first = await run("a");
    expect(first).toBe(await run("a"));
    expect(first).not.toBe(await run("b"));
    expect(first).toContain("200");
    expect(first).toContain("500");
  });

  it("can be set by other processes, and refuses what cannot be", async () => {
    const sandbox = createSandbox();
    const { url } = await sandbox.listen();
    const post = (path: string, body: object): Promise<Response> =>
      fetch(`${url}/_sandbox/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    expect((await post("faults/on", { kind: "cut", count: 3 })).status).toBe(200);
    expect((await post("faults/on", { kind: "explode" })).status).toBe(409);
    const state = (await (await fetch(`${url}/_sandbox/faults`)).json()) as { data: { active: object[] } };
    expect(state.data.active).toEqual([{ kind: "cut", count: 3 }]);
    await post("faults/clear", {});
    expect(sandbox.faults.active).toEqual([]);
    expect(() => sandbox.faults.on({ kind: "cut", count: 0 })).toThrow("cannot be");
    await sandbox.close();
  });
});

describe("repeats", () => {
  it.each([
    ["answer", "0000", 1],
    ["refuse", "1004", 1],
    ["apply", "0000", 2],
  ] as const)("%s", async (repeats, code, applied) => {
    const sandbox = createSandbox({ repeats });
    const body = generalBody({ sendAudit: "false" });
    await call(sandbox, "applyGeneralCertificate", body, { messageId: "M-1" });
    expect((await call(sandbox, "applyGeneralCertificate", body, { messageId: "M-1" })).returnCode).toBe(code);
    expect(sandbox.control.get("D1").version).toBe(applied);
  });
});
