import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generate } from "../../src/generate.ts";
import { run } from "../../src/run.ts";
import { ANSWERS } from "./answers.ts";
import { buildDelivery, reference } from "./build-deliveries.ts";
import { elementName, KINDS, type Kind, operationName } from "./delivery-names.ts";

const REFERENCE = fileURLToPath(new URL("../../../../schemas/2018-07", import.meta.url));
const deliveryOf = (kind: Kind): string => fileURLToPath(new URL(`deliveries/${kind}`, import.meta.url));
const home = mkdtempSync(join(tmpdir(), "coo 到达 "));
afterAll(() => rmSync(home, { recursive: true }));

interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function arrive(...args: string[]): Promise<Told> {
  let out = "";
  let err = "";
  const code = await run(["arrive", ...args], { out: (t) => void (out += t), err: (t) => void (err += t) });
  return { code, out, err };
}

/** What stands in a folder, by path. */
function contentsOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
  return Object.fromEntries(
    files.map((e) => {
      const file = join(e.parentPath, e.name);
      return [file.slice(folder.length + 1), readFileSync(file).toString("base64")];
    }),
  );
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

interface Found {
  readonly interfaces: readonly {
    readonly no: number;
    readonly name: string;
    readonly operation: string | null;
    readonly by: string | null;
    readonly request: Side | null;
    readonly response: Side | null;
  }[];
}
interface Side {
  readonly elements: readonly { readonly wire: string; readonly code: string; readonly score: number }[];
}

describe.each(KINDS)("the delivery %s", (kind) => {
  const out = join(home, `2026-12-${kind}`);
  let told: Told;
  beforeAll(async () => {
    told = await arrive(deliveryOf(kind), "--out", out, "--reference", REFERENCE);
  }, 120_000);

  it("lies here as its builder writes it", () => {
    const kept = contentsOf(deliveryOf(kind));
    const built = [...buildDelivery(kind)].map(([path, content]) => [path, Buffer.from(content).toString("base64")]);
    expect(kept).toEqual(Object.fromEntries(built));
  });

  it("has 16 of 18 operations recognised at least, none of them wrongly", () => {
    const { interfaces } = readJson(join(out, "correspondence.json")) as Found;
    const accepted = interfaces.filter((i) => i.operation !== null);
    for (const { no, operation } of accepted)
      expect(operation?.split(".").at(-1), `interface ${no}`).toBe(operationName(kind, no).name);
    expect(accepted.length).toBeGreaterThanOrEqual(16);
    // What the files leave open is asked, and may be nothing that has to be in a message.
    expect(told.code).toBe(1);
    const questions = readJson(join(out, "questions.json")) as { id: string }[];
    expect(questions.length).toBeGreaterThan(0);
    for (const { id } of questions) expect(Object.keys(ANSWERS[kind])).toContain(id);
  });

  it("has its elements taken for the right ones", () => {
    const { interfaces } = readJson(join(out, "correspondence.json")) as Found;
    const rows = interfaces.flatMap((i) => [...(i.request?.elements ?? []), ...(i.response?.elements ?? [])]);
    const wrong = rows.filter(
      ({ wire, code }) => elementName(kind, code.split("/").at(-1) ?? "")?.name !== wire.split("/").at(-1),
    );
    expect(rows.length).toBeGreaterThan(500);
    expect(wrong.map((w) => `${w.wire} for ${w.code} ${w.score}`)).toEqual([]);
  });

  it("keeps the files byte by byte and says of nothing that it is official", () => {
    const [kept, written] = [contentsOf(deliveryOf(kind)), contentsOf(out)];
    for (const [path, content] of Object.entries(kept)) expect(written[path], path).toBe(content);
    const notes = readFileSync(join(out, "MIGRATION.md"), "utf8");
    expect(notes).toContain("不是官方说明");
    expect(notes).toContain("none of it is official");
    // An overview first, details folded, every element in a file of its own.
    expect(notes.indexOf("## 概览")).toBeLessThan(notes.indexOf("## 识别出的操作"));
    expect(notes).toMatch(/## Overview\n\n- Operations that were recognised: 1[78]\/18\n/);
    expect(Buffer.byteLength(notes)).toBeLessThan(100_000);
    expect(notes.split("<details>").length).toBe(notes.split("</details>").length);
    const elements = readFileSync(join(out, "ELEMENTS.md"), "utf8");
    const rows = elements.split("\n").filter((l) => /^\| \w+ \| `/.test(l));
    const { interfaces } = readJson(join(out, "correspondence.json")) as {
      interfaces: { request?: { elements: unknown[] } | null; response?: { elements: unknown[] } | null }[];
    };
    const all = interfaces.flatMap((i) => [...(i.request?.elements ?? []), ...(i.response?.elements ?? [])]);
    expect(rows.length).toBe(all.length);
    expect((readJson(join(out, "manifest.json")) as { status: string }).status).toBe("proposed");
  });

  it("gives the same again, byte by byte, and with the answers a manifest that generates", async () => {
    const answers = join(home, `${kind}.json`);
    writeFileSync(answers, JSON.stringify(ANSWERS[kind]));
    const before = contentsOf(out);
    await arrive(deliveryOf(kind), "--out", out, "--reference", REFERENCE);
    expect(contentsOf(out)).toEqual(before);
    const again = await arrive(deliveryOf(kind), "--out", out, "--reference", REFERENCE, "--answers", answers);
    expect(again.err).toBe("");
    expect(again.code).toBe(0);
    const { summary, files } = generate({ entries: [], manifest: join(out, "manifest.json") });
    expect(summary.operations).toBe(18);
    const names = [...files].filter(([file]) => file.endsWith("services.ts")).map(([, text]) => text);
    for (const { name } of reference.interfaces) expect(names.join("\n")).toContain(`    ${name}: {`);
  }, 120_000);
});

describe("what a delivery leaves open", () => {
  interface Asked {
    readonly id: string;
    readonly en: string;
    readonly choices: readonly { readonly answer: string }[];
  }

  it("is asked, with what may be chosen", async () => {
    const out = join(home, "2026-12-axis-open");
    const { code, out: text } = await arrive(deliveryOf("axis"), "--out", out, "--reference", REFERENCE);
    expect(code).toBe(1);
    expect(text).toContain("element:MC");
    const questions = readJson(join(out, "questions.json")) as Asked[];
    expect(questions.find((q) => q.id === "element:MC")?.choices.map((c) => c.answer)).toContain("name");
  }, 60_000);

  it("is told with the reason, and keeps the generator from running", async () => {
    const folder = join(home, "other");
    mkdirSync(folder);
    const operation = (name: string): string =>
      `<w:operation name="${name}"><w:input message="t:text"/><w:output message="t:text"/></w:operation>`;
    writeFileSync(
      join(folder, "s.wsdl"),
      `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:o" targetNamespace="urn:o"><w:message name="text"><w:part name="text" type="xs:string"/></w:message><w:portType name="p">${["getPrices", "goodsRecordResult", "querySealSignature", "findSealSign"].map(operation).join("")}</w:portType></w:definitions>`,
    );
    const out = join(home, "2026-12-other");
    await arrive(folder, "--out", out, "--reference", REFERENCE);
    const asked = (name: string): Asked | undefined =>
      (readJson(join(out, "questions.json")) as Asked[]).find((q) => q.id === `operation:${name}`);
    expect(asked("queryDocument")?.en).toContain("there is only its name to go by");
    expect(asked("queryGoodsFiling")?.en).toContain("says that it does something else");
    expect(asked("querySealSignature")?.en).toContain("that is not clear enough");
    expect(asked("printDocument")?.en).toContain("no operation was found");
    expect(asked("queryDocument")?.choices.map((c) => c.answer.split(".").at(-1))).toContain("getPrices");
    expect(() => generate({ entries: [], manifest: join(out, "manifest.json") })).toThrow(/is undecided/);
  });
});

describe("coo-codegen arrive", () => {
  const small = join(home, "small");
  beforeAll(() => {
    mkdirSync(join(small, "in"), { recursive: true });
    cpSync(join(deliveryOf("dotnet"), "02_RegisterCheckService.wsdl"), join(small, "in", "一.wsdl"));
  });

  it("writes nothing for a broken document, and says where it is broken", async () => {
    const broken = join(home, "broken");
    mkdirSync(broken);
    writeFileSync(join(broken, "s.wsdl"), "<w:definitions xmlns:w='http://schemas.xmlsoap.org/wsdl/'><w:types>");
    const { code, err } = await arrive(broken, "--out", join(home, "2027-01"), "--reference", REFERENCE);
    expect(code).toBe(3);
    expect(err).toMatch(/s\.wsdl:1/);
    expect(readdirSync(home).filter((n) => n.includes("2027-01"))).toEqual([]);
  });

  it.each([
    [["--out", "2026-12"], "arrive takes a folder"],
    [[small], "arrive takes a folder"],
    [[small, "--out", join(home, "edition")], "is no edition"],
    [[small, "--out", join(small, "2026-12")], "lies in the delivery"],
    [[join(home, "nowhere"), "--out", join(home, "2026-11")], "there is no folder"],
    [[small, "--out", REFERENCE, "--edition", "2026-12"], "holds no proposal"],
  ])("refuses %j", async (args, message) => {
    const { code, err } = await arrive(...args);
    expect(code).toBe(args.includes(REFERENCE) ? 3 : 2);
    expect(err).toContain(message);
  });

  it("refuses answers to what is not asked and answers that are no choice", async () => {
    const file = join(home, "wrong.json");
    const ask = (answers: unknown): Promise<Told> => {
      writeFileSync(file, JSON.stringify(answers));
      return arrive(small, "--out", join(home, "2026-10"), "--reference", REFERENCE, "--answers", file);
    };
    expect((await ask({ "operation:queryBranches": "nowhere" })).err).toContain("no operation nowhere");
    expect((await ask({ "operation:nobody": "CheckRegister" })).err).toContain("no interface nobody");
    expect((await ask({ "colour:x": "red" })).err).toContain("no question colour:x");
    expect((await ask([1])).err).toContain("not an object");
    expect(existsSync(join(home, "2026-10"))).toBe(false);
  });

  it("says with --dry-run what it would, and writes nothing", async () => {
    const { code, out } = await arrive(small, "--out", join(home, "2026-09"), "--reference", REFERENCE, "--dry-run");
    expect(code).toBe(1);
    expect(out).toMatch(/2 企业注册信息校验 ← CheckRegister/);
    expect(existsSync(join(home, "2026-09"))).toBe(false);
  });
});
