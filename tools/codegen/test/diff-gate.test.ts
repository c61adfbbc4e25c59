import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { run } from "../src/run.ts";
import { writeEdition, writeFiles } from "./support/regen-repo.ts";

const root = mkdtempSync(join(tmpdir(), "coo-gate-"));
afterAll(() => rmSync(root, { recursive: true }));
writeEdition(root, "2020-01");
writeEdition(root, "2021-01", { code: '<xs:maxLength value="8"/>', a: '<xs:element name="more" type="xs:int"/>' });
const [old, now] = [join(root, "schemas/2020-01"), join(root, "schemas/2021-01")];

async function diff(...args: string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  let out = "";
  let err = "";
  const output = { out: (t: string) => void (out += t), err: (t: string) => void (err += t) };
  const code = await run(["diff", old, now, ...args], output);
  return { code, out, err };
}

const about = {
  old: "2020-01",
  new: "2021-01",
  level: "breaking",
  reason: "r",
  reasonZh: "因",
  owner: "o",
  expires: "2021-06-01",
};
const tight = { ...about, id: "max-length-tightened", component: "{urn:a}AskA/code" };
const added = { ...about, id: "element-required-added", component: "{urn:a}AskA/more" };
function waived(...waivers: object[]): readonly string[] {
  const file = join(root, "w.json");
  writeFileSync(file, JSON.stringify({ waivers }));
  return ["--waivers", file, "--today", "2021-01-01"];
}

describe("the gate of diff", () => {
  it("passes when every finding is waived, and not before", async () => {
    expect((await diff()).code).toBe(1);
    expect((await diff(...waived(tight))).code).toBe(1);
    expect((await diff(...waived(tight, added))).code).toBe(0);
  });

  it("ends with 6 for a waiver that has expired, with 2 for a file that is not there", async () => {
    expect((await diff(...waived({ ...tight, expires: "2020-12-31" }))).code).toBe(6);
    expect((await diff("--waivers", join(root, "none.json"))).code).toBe(2);
  });
});

describe("recorded messages", () => {
  it("are counted for what they hold, and for where something is added", async () => {
    const message = (inside: string): string => `<Request><Head/><Body>${inside}</Body></Request>`;
    writeFiles(root, {
      "messages/AskA/1.xml": message("<code>123456789</code><item><no>1</no></item>"),
      "messages/AskA/2.xml": message("<item><no>1</no></item>"),
      "messages/AskB/1.xml": message("<item><no>1</no></item>"),
      "messages/AskB/broken.xml": "<Request>",
    });
    const { out } = await diff("--format", "json", "--samples", join(root, "messages"), "--fail-on", "never");
    const changes = JSON.parse(out).changes as { id: string; samples: unknown }[];
    const samples = (id: string): unknown => changes.find((c) => c.id === id)?.samples;
    const b = { operation: "bAsk", touched: 0, messages: 1 };
    expect(samples("max-length-tightened")).toEqual([{ operation: "aAsk", touched: 1, messages: 2 }, b]);
    expect(samples("element-required-added")).toEqual([{ operation: "aAsk", touched: 2, messages: 2 }, b]);
    expect((await diff("--samples", join(root, "nowhere"))).code).toBe(2);
  });
});
