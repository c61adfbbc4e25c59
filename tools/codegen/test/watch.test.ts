import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { run } from "../src/run.ts";
import { schema, workspace } from "./support/workspace.ts";

const type = (name: string): string => schema(`<xs:complexType name="${name}"><xs:sequence/></xs:complexType>`);
const soon = { timeout: 20_000, interval: 50 };

describe("--watch", () => {
  it("generates again when a document or what it includes changes, and goes on after errors", {
    timeout: 90_000,
  }, async () => {
    const root = workspace({
      "文档 a/main.xsd": schema(`<xs:include schemaLocation="part.xsd"/>`),
      "文档 a/part.xsd": type("First"),
    });
    const folder = join(root, "文档 a");
    const out = join(root, "out");
    let text = "";
    const add = (t: string): void => void (text += t);
    const ending = new AbortController();
    const running = run([join(folder, "main.xsd"), "--out", out, "--watch"], { out: add, err: add }, ending.signal);
    const generated = (): string =>
      existsSync(join(out, "test.ts")) ? readFileSync(join(out, "test.ts"), "utf8") : "";
    await vi.waitFor(() => expect(generated()).toContain("First"), soon);

    writeFileSync(join(folder, "part.xsd"), type("Second"));
    await vi.waitFor(() => expect(generated()).toContain("Second"), soon);

    writeFileSync(join(folder, "part.xsd"), "<broken");
    await vi.waitFor(() => expect(text).toMatch(/part\.xsd:1:\d+: GEN_INPUT/), soon);
    expect(generated()).toContain("Second");

    // As editors save: another file takes the place.
    writeFileSync(join(folder, "part.new"), type("Third"));
    renameSync(join(folder, "part.new"), join(folder, "part.xsd"));
    await vi.waitFor(() => expect(generated()).toContain("Third"), soon);

    rmSync(join(folder, "part.xsd"));
    await vi.waitFor(() => expect(text).toMatch(/main\.xsd:\d+:\d+: GEN_INPUT: .*part\.xsd/), soon);
    writeFileSync(join(folder, "part.xsd"), type("Fourth"));
    await vi.waitFor(() => expect(generated()).toContain("Fourth"), soon);

    ending.abort();
    expect(await running).toBe(0);
  });

  it("generates again when the code list of a manifest changes", { timeout: 60_000 }, async () => {
    const list = (code: string): string => JSON.stringify({ lists: { colours: { values: [{ code }] } } });
    const folder = workspace({
      "m.json": JSON.stringify({
        edition: "2020-01",
        files: ["a.xsd"],
        serviceNamespace: "urn:s",
        namespaces: { "urn:example:test": { package: "p", area: "a" } },
        operations: {},
        codeLists: "lists/codes.json",
      }),
      "a.xsd": type("A"),
      "lists/codes.json": list("RED"),
    });
    const ending = new AbortController();
    const quiet = { out: () => {}, err: () => {} };
    const out = join(folder, "out");
    const running = run(["--manifest", join(folder, "m.json"), "--out", out, "--watch"], quiet, ending.signal);
    const file = join(out, "p/src/gen/2020-01/code-lists.ts");
    const generated = (): string => (existsSync(file) ? readFileSync(file, "utf8") : "");
    await vi.waitFor(() => expect(generated()).toContain("RED"), soon);
    writeFileSync(join(folder, "lists/codes.json"), list("BLUE"));
    await vi.waitFor(() => expect(generated()).toContain("BLUE"), soon);
    ending.abort();
    expect(await running).toBe(0);
  });
});
