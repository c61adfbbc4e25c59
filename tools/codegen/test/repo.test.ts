import { cpSync, existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../src/run.ts";
import { schema, temporary, workspace } from "./support/workspace.ts";

const call = async (...args: string[]): Promise<{ code: number; text: string }> => {
  let text = "";
  const add = (t: string): void => void (text += t);
  const code = await run(args, { out: add, err: add });
  return { code, text };
};

const manifest = (edition: string): string =>
  JSON.stringify({
    edition,
    files: ["a.xsd"],
    serviceNamespace: "urn:example:s",
    namespaces: { "urn:example:test": { package: "@x/msg-a", area: "a" } },
    operations: {},
  });

function repository(): string {
  return workspace({
    "schemas/2020-01/manifest.json": manifest("2020-01"),
    "schemas/2020-01/a.xsd": schema(
      `<xs:complexType name="A"><xs:sequence><xs:element name="x" type="xs:int"/></xs:sequence></xs:complexType>`,
    ),
  });
}

describe("coo-codegen repo", () => {
  it("writes every edition into its packages", async () => {
    const root = repository();
    cpSync(join(root, "schemas/2020-01"), join(root, "schemas/2021-06"), { recursive: true });
    writeFileSync(join(root, "schemas/2021-06/manifest.json"), manifest("2021-06"));
    expect((await call("repo", "--out", root)).code).toBe(0);
    expect(existsSync(join(root, "packages/msg-a/src/gen/2020-01/a.ts"))).toBe(true);
    expect(existsSync(join(root, "packages/msg-a/src/gen/2021-06/a.ts"))).toBe(true);
    expect((await call("repo", "--out", root, "--check")).code).toBe(0);
  });

  it("finds and removes the folder of an edition that is gone", async () => {
    const root = repository();
    await call("repo", "--out", root);
    renameSync(join(root, "packages/msg-a/src/gen/2020-01"), join(root, "packages/msg-a/src/gen/2019-01"));
    const check = await call("repo", "--out", root, "--check");
    expect(check.code).toBe(9);
    expect(check.text).toContain("- msg-a/src/gen/2019-01/a.ts");
    expect((await call("repo", "--out", root)).code).toBe(0);
    expect(existsSync(join(root, "packages/msg-a/src/gen/2019-01"))).toBe(false);
    expect((await call("repo", "--out", root, "--check")).code).toBe(0);
  });

  it("leaves a folder alone that holds files of others", async () => {
    const root = repository();
    await call("repo", "--out", root);
    mkdirSync(join(root, "packages/msg-a/src/gen/mine"));
    writeFileSync(join(root, "packages/msg-a/src/gen/mine/own.ts"), "export {};\n");
    const result = await call("repo", "--out", root);
    expect(result.code).toBe(3);
    expect(result.text).toContain("GEN_WRITE");
    expect(existsSync(join(root, "packages/msg-a/src/gen/mine/own.ts"))).toBe(true);
  });

  it("has nothing to do without schemas", async () => {
    expect(await call("repo", "--out", temporary())).toMatchObject({ code: 0 });
  });
});
