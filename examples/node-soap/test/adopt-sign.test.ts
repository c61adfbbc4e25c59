import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createSandbox, type Sandbox } from "@coo/sandbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requestXml } from "../src/request-xml.ts";
import { signedOptions } from "../src/signed-options.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const wsdl = join(root, "wsdl", "exchange.wsdl");

/** What this example uses of the generated client; the type check below holds the two together. */
interface GeneratedClient {
  queryBranchesAsync(args: { requestXml?: string }): Promise<[result: { responseXml?: string }, ...rest: unknown[]]>;
}
type CreateClient = (wsdl: string, options: object, endpoint: string) => Promise<GeneratedClient>;

let folder: string;
let createClientAsync: CreateClient;
let sandbox: Sandbox;
let endpoint: string;

beforeAll(async () => {
  // Generated here and now, so that no generated code lies in the repository.
  folder = mkdtempSync(join(root, ".generated-"));
  const command = createRequire(import.meta.url).resolve("wsdl-tsclient/dist/src/cli.js");
  execFileSync(process.execPath, [command, wsdl, "-o", folder, "--esm", "--quiet"], { stdio: "pipe" });
  ({ createClientAsync } = (await import(pathToFileURL(join(folder, "exchange", "index.ts")).href)) as {
    createClientAsync: CreateClient;
  });
  sandbox = createSandbox({ seed: "node-soap" });
  await sandbox.listen(0);
  endpoint = sandbox.credentials.endpoint;
});

afterAll(async () => {
  await sandbox?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true });
});

const { stringify } = JSON;
const compact = (file: string): string => readFileSync(file, "utf8").replace(/\s+/g, " ");
const ask = (body = ""): string =>
  requestXml("queryBranches", sandbox.credentials.providerCode, body, sandbox.credentials.now());

describe("a wsdl-tsclient client that adopts only @coo/sign", () => {
  it("asks the sandbox for branches, signed both ways", async () => {
    const client = await createClientAsync(wsdl, signedOptions(sandbox.credentials.key as string), endpoint);
    const [{ responseXml }] = await client.queryBranchesAsync({ requestXml: ask("<branchName>苏州</branchName>") });
    expect(responseXml).toContain("<returnCode>0000</returnCode>");
    expect(responseXml).toMatch(/<branchName>[^<]*苏州[^<]*<\/branchName>/);
    expect(responseXml).toMatch(/<sign>[0-9A-F]{64}<\/sign>/);
  });

  it("is refused with another key", async () => {
    const client = await createClientAsync(wsdl, signedOptions("another-key"), endpoint);
    // The sandbox answers too, signed with the key it knows: that answer does not fit either.
    await expect(client.queryBranchesAsync({ requestXml: ask() })).rejects.toMatchObject({ code: "SIGN_ANSWER" });
  });

  it("is refused without the plug-in", async () => {
    const client = await createClientAsync(wsdl, {}, endpoint);
    const outcome = await client.queryBranchesAsync({ requestXml: ask() }).then(
      ([result]) => result.responseXml ?? "",
      (error: unknown) => `${String(error)} returned`,
    );
    expect(outcome).not.toContain("<returnCode>0000</returnCode>");
  });

  it("passes the type check together with the generated code", () => {
    const program = join(folder, "program.ts");
    writeFileSync(
      program,
      `import { createClientAsync } from "./exchange/index.js";
import { requestXml } from "../src/request-xml.ts";
import { signedOptions } from "../src/signed-options.ts";

const client = await createClientAsync(${stringify(wsdl)}, signedOptions({ file: "key.txt" }), "http://127.0.0.1/");
const [{ responseXml }] = await client.queryBranchesAsync({ requestXml: requestXml("queryBranches", "TEST0001", "") });
export const text: string | undefined = responseXml;
`,
    );
    const config = join(folder, "tsconfig.json");
    writeFileSync(
      config,
      stringify({
        extends: "../tsconfig.json",
        compilerOptions: { rootDir: "../../..", verbatimModuleSyntax: false, isolatedModules: false },
        include: ["program.ts"],
      }),
    );
    const tsc = fileURLToPath(new URL("../../../node_modules/typescript/bin/tsc", import.meta.url));
    // wsdl-tsclient imports types without saying so.
    const run = (): string => execFileSync(process.execPath, [tsc, "-p", config], { encoding: "utf8", stdio: "pipe" });
    expect(run).not.toThrow();
  });

  it("speaks operations that the reference edition has, in the same words", () => {
    const edition = compact(fileURLToPath(new URL("../../../schemas/2018-07/exchange.wsdl", import.meta.url)));
    const elements =
      compact(wsdl).match(/<xs:element name="\w+"> <xs:complexType>.*?<\/xs:complexType> <\/xs:element>/g) ?? [];
    expect(elements).toHaveLength(4);
    for (const element of elements) expect(edition).toContain(element);
  });
});
