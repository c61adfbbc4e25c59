import { cpSync, existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../src/run.ts";
import { temporary } from "./support/workspace.ts";

const FOLDER = join(import.meta.dirname, "errors");

/** What is said about the input of a case, with paths as seen from its folder. */
async function complaint(name: string): Promise<{ code: number; text: string; written: readonly string[] }> {
  const folder = temporary();
  cpSync(join(FOLDER, name), folder, { recursive: true });
  const has = (file: string): boolean => existsSync(join(folder, file));
  const out = join(folder, "out");
  const before = has("out") ? readdirSync(out) : [];
  const entry = has("in.wsdl") ? "in.wsdl" : "in.xsd";
  const args = has("coo-codegen.json")
    ? ["--config", join(folder, "coo-codegen.json")]
    : has("manifest.json")
      ? ["--manifest", join(folder, "manifest.json"), "--out", out]
      : [join(folder, entry), "--out", out, ...(has("names.json") ? ["--names", join(folder, "names.json")] : [])];
  let text = "";
  const code = await run(args, { out: (t) => void (text += t), err: (t) => void (text += t) });
  const shown = relative(".", folder);
  return {
    code,
    text: text.replaceAll(`${shown}/`, "").replaceAll(`${folder}/`, "").replaceAll(folder, "."),
    written: has("out") ? readdirSync(out).filter((file) => !before.includes(file)) : [],
  };
}

describe("what is said about bad input", () => {
  it.each(readdirSync(FOLDER))("%s", async (name) => {
    const { code, text, written } = await complaint(name);
    expect({ code, written }).toEqual({ code: 3, written: [] });
    for (const line of text.trim().split("\n")) expect(line, "both languages").toMatch(/\p{sc=Han}.*[a-z]/u);
    expect(text).toMatch(/expected: /);
    expect(text).toMatch(/advice: /);
    await expect(text).toMatchFileSnapshot(join(FOLDER, name, "complaint.txt"));
  });
});
