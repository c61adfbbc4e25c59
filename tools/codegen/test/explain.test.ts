import { CHANGE_RULES } from "@coo/evolution";
import { describe, expect, it } from "vitest";
import { run } from "../src/run.ts";

async function explain(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const code = await run(["explain", ...args], { out: (t) => void (out += t), err: (t) => void (err += t) });
  return { code, out, err };
}

describe("coo-codegen explain", () => {
  it("tells letters, reason, what to do and an example of an id", async () => {
    const { code, out } = await explain("max-length-tightened");
    expect(code).toBe(0);
    expect(out).toContain("最大长度收紧 · max length lowered");
    expect(out).toContain("N − 收紧 narrower");
    expect(out).toContain("W 线上 wire        破坏 breaking");
    expect(out).toContain("发送方 sender:缩短该值 · shorten the value");
    expect(out).toMatch(/旧 before\n[^]*maxLength value="10"[^]*新 after\n[^]*maxLength value="8"/);
  });

  it("tells each of all ids, and lists them", async () => {
    const ids = CHANGE_RULES.map((r) => r.id);
    const json = JSON.parse((await explain(...ids, "--json")).out);
    expect(json.map((e: { id: string }) => e.id)).toEqual(ids);
    expect(json[0]).toHaveProperty("example.old");
    expect((await explain()).out.trimEnd().split("\n").length).toBe(ids.length);
    expect(JSON.parse((await explain("--json")).out).length).toBe(ids.length);
  });

  it("asks back for a misspelt id, and for half of one", async () => {
    const { code, out, err } = await explain("max-lenght-tightened");
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain("max-length-tightened");
    expect((await explain("max-length")).err).toContain("max-length-tightened, max-length-loosened");
    expect((await explain("zzz")).err).toContain("coo-codegen explain lists all ids");
  });
});
