import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { attackCorpus } from "../src/attacks/campaign.ts";
import type { Attack } from "../src/attacks/corpus.ts";
import { drawCorpus } from "../src/attacks/draw.ts";
import type { Report } from "../src/attacks/guarded.ts";
import { judge, type Target } from "../src/attacks/judge.ts";
import { requestText, VALUE } from "../src/attacks/message.ts";
import { Oracle } from "../src/attacks/oracle.ts";
import type { Answer } from "../src/attacks/send.ts";
import { trySignatures } from "../src/attacks/signatures.ts";
import { signRaw } from "../src/attacks/signing.ts";
import { valueDifference } from "../src/attacks/value.ts";
import { drawVocabulary } from "../src/attacks/vocabulary.ts";
import { generator } from "../src/fuzz-xml/mutate.ts";

const ATTACK: Attack = {
  id: "a",
  cls: "",
  layer: "xml",
  expected: "reject",
  why: "",
  headers: {},
  bytes: new Uint8Array(1 << 20),
  value: { id: "1" },
  limits: {},
};
const ANSWER: Answer = { status: 500, text: "HTTP/1.1 500\r\n\r\n", ms: 5, late: false };
const REPORT: Report = { calls: [], errors: [], grown: 0, held: 0, polluted: [], unhandled: [], cpuMs: 5 };
const TARGET: Target = {
  operation: "Op",
  fields: { id: "id" },
  message: {
    k: "message",
    name: "Op",
    type: {
      k: "complex",
      name: "Op",
      ns: "",
      content: {
        k: "seq",
        min: 1,
        max: 1,
        items: [
          {
            k: "el",
            prop: "id",
            name: "id",
            ns: "",
            type: { k: "simple", builtin: "string", js: "string" },
            min: 1,
            max: 1,
          },
        ],
      },
    },
  },
};
const call = (value: unknown, operation = "Op") => ({ operation, value });

describe("the judge of an attack", () => {
  const accept = { ...ATTACK, expected: "accept" } as const;
  const ok = { ...ANSWER, status: 200 };
  it("lets a refusal and a right value pass", () => {
    expect(judge(ATTACK, ANSWER, REPORT, 0, TARGET)).toBe(null);
    expect(judge(accept, ok, { ...REPORT, calls: [call({ id: "1" })] }, 0, TARGET)).toBe(null);
  });

  it.each<[string, Attack, Partial<Answer>, Partial<Report>, number]>([
    ["accepted", ATTACK, { status: 200 }, { calls: [call({ id: "1" })] }, 0],
    ["refused", accept, {}, {}, 0],
    ["id is", accept, { status: 200 }, { calls: [call({ id: "2" })] }, 0],
    ["?more is", accept, { status: 200 }, { calls: [call({ id: "1", more: 1 })] }, 0],
    ["called 2 times", accept, { status: 200 }, { calls: [call({ id: "1" }), call({ id: "1" })] }, 0],
    ["operation Other", accept, { status: 200 }, { calls: [call({ id: "1" }, "Other")] }, 0],
    ["the answer is 500", accept, {}, { calls: [call({ id: "1" })] }, 0],
    ["without calling", ATTACK, { status: 200 }, {}, 0],
    ["no answer", ATTACK, { status: undefined }, {}, 0],
    ["in time", ATTACK, { late: true }, {}, 0],
    ["1400 ms", ATTACK, { ms: 1500 }, { cpuMs: 1400 }, 0],
    ["times the request", ATTACK, {}, { grown: 30 << 20 }, 0],
    ["65 MiB", ATTACK, {}, { grown: 65 << 20 }, 0],
    ["canary", ATTACK, {}, {}, 1],
    ["prototype of Object", ATTACK, {}, { polluted: ["Object"] }, 0],
    ["nobody handled", ATTACK, {}, { unhandled: ["x"] }, 0],
    ["the receiver failed", ATTACK, {}, { errors: [{ code: "PUSH_INTERNAL", message: "x", status: 500 }] }, 0],
    ["tells internals", ATTACK, { text: "TypeError: x\n    at decode (file:///a.ts:1)" }, {}, 0],
  ])("finds: %s", (problem, attack, answer, report, connections) => {
    expect(judge(attack, { ...ANSWER, ...answer }, { ...REPORT, ...report }, connections, TARGET)).toMatch(problem);
  });
});

describe("values", () => {
  it("compares decimals and times by value, and nothing else", () => {
    const same = (key: string, a: unknown, b: unknown): boolean => valueDifference({ [key]: a }, { [key]: b }) === null;
    expect([
      same("amount", "1.5", "+01.50"),
      same("amount", "0", "-0.0"),
      same("amount", "12345678901234567.89", "12345678901234567.8"),
    ]).toEqual([true, true, false]);
    expect([
      same("at", "2024-06-02T00:00:00Z", "2024-06-01T24:00:00Z"),
      same("at", "2024-06-01T08:30:00Z", "2024-06-01T08:30:00"),
      same("at", "2024-06-01T08:30:00.1Z", "2024-06-01T08:30:00.10Z"),
      same("at", "2024-06-01T08:30:00.123456789Z", "2024-06-01T08:30:00.123Z"),
    ]).toEqual([true, false, true, false]);
    expect([same("user", "a", "a "), same("memo", null, ""), same("tags", ["a"], ["a"])]).toEqual([false, false, true]);
  });
});

describe("signing a request by hand", () => {
  it("covers what a server would take as the body", () => {
    const head = "POST / HTTP/1.1\r\nHost: x\r\n";
    const value = (request: string): string | undefined =>
      /x-coo-signature: (\w+)/.exec(signRaw(Buffer.from(request), "00").toString())?.[1];
    const plain = value(`${head}Content-Length: 3\r\n\r\nabc`);
    expect(plain).toMatch(/^[0-9a-f]{64}$/);
    expect(value(`${head}Content-Length: 3\r\n\r\nabcdef`)).toBe(plain);
    expect(value(`${head}Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n2\r\nbc\r\n0\r\n\r\n`)).toBe(plain);
    expect(value(`${head}Content-Length: 2\r\n\r\nabc`)).not.toBe(plain);
  });
});

describe("drawn attacks", () => {
  const work = mkdtempSync(join(tmpdir(), "coo-attacks-test-"));
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  it("are the same for a seed, and stood by the receiver over a connection", async () => {
    const [one, two] = [join(work, "one"), join(work, "two")];
    drawCorpus(one, 5, 20);
    drawCorpus(two, 5, 20);
    expect(readFileSync(join(one, "manifest.json"))).toEqual(readFileSync(join(two, "manifest.json")));
    const few = /^(?:utf16|mutant|user-in-pieces|frame-(?:plain|tiny|two|chunked))/;
    const { verdicts } = await attackCorpus(one, ["node"], join(work, "out"), (id) => few.test(id));
    expect(verdicts.length).toBeGreaterThan(40);
    expect(verdicts.filter((v) => v.failure !== null)).toEqual([]);
  }, 60_000);

  it("are judged by a reader and validator that is not ours", () => {
    const v = drawVocabulary(generator(5));
    const oracle = new Oracle(v);
    const read = (text: string) => oracle.read(Buffer.from(text));
    expect(read(requestText(v))).toEqual({ verdict: "value", value: VALUE });
    expect(read(requestText(v, { amount: "1e3" }))).toMatchObject({ verdict: "reject" });
    expect(read(requestText(v).slice(0, -1))).toMatchObject({ verdict: "reject" });
    expect(read(requestText(v).replace("<s:Body>", "<s:Body/><s:Body>"))).toMatchObject({ verdict: "reject" });
  });
});

describe("signed pushes", () => {
  it("bring a handler what was signed, or nothing", async () => {
    const { verdicts, tried, accepted } = await trySignatures(1, 20);
    expect(verdicts.filter((v) => v.failure !== null)).toEqual([]);
    expect(tried).toBeGreaterThan(1500);
    // The genuine push of each arrangement, and tricks that change no content.
    expect(accepted).toBeGreaterThan(21);
  }, 60_000);
});
