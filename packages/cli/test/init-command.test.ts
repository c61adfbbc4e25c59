import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import { expect, it, onTestFinished } from "vitest";
import { run } from "../src/index.ts";

const KEY = "a-secret-that-nobody-may-see-7f3a";
const INFO = "接入资料\r\n接入商代码:TP0042\r\n接口地址:https://co.example.test/services/exchange\r\n端口:8443\r\n";

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "coo-init 初始 "));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A bundle as a folder. */
function bundle(
  files: Readonly<Record<string, string | Uint8Array>> = { "说明.txt": INFO, "TP0042.key": KEY },
): string {
  const path = folder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(path, name, ".."), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

async function zip(files: Readonly<Record<string, string>>, options: object): Promise<string> {
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for (const [name, text] of Object.entries(files))
    await writer.add(name, new Uint8ArrayReader(new TextEncoder().encode(text)), options);
  const path = join(folder(), "接入资料.zip");
  writeFileSync(path, await writer.close());
  return path;
}

async function coo(cwd: string, args: readonly string[], env: Record<string, string> = {}) {
  let out = "";
  let err = "";
  const io = { out: (text: string) => void (out += text), err: (text: string) => void (err += text), env, cwd };
  const exit = await run(args, io);
  // Whatever happens, the key and the password are never shown.
  expect(out + err).not.toContain(KEY);
  expect(out + err).not.toContain("pass-word-9");
  return { exit, out, err };
}

it("turns a folder into a profile with rights of its own, and other commands use it", async () => {
  const cwd = folder();
  const made = await coo(cwd, ["init", "--bundle", bundle()]);
  expect([made.exit, made.err]).toEqual([0, ""]);
  expect(made.out).toMatch(/指纹 fingerprint [0-9a-f]{12}/);
  expect(JSON.parse(readFileSync(join(cwd, "coo.config.json"), "utf8"))).toEqual({
    default: "test",
    profiles: {
      test: {
        endpoint: "https://co.example.test:8443/services/exchange",
        providerCode: "TP0042",
        keyFile: "./.coo/test.key",
        store: "sqlite:./coo-test.db",
      },
    },
  });
  expect(readFileSync(join(cwd, ".coo", "test.key"), "utf8")).toBe(KEY);
  expect(readFileSync(join(cwd, ".coo", ".gitignore"), "utf8")).toBe("*\n");
  if (process.platform !== "win32") {
    const mode = (name: string): number => statSync(join(cwd, name)).mode & 0o777;
    expect([mode("coo.config.json"), mode(".coo"), mode(".coo/test.key")]).toEqual([0o600, 0o700, 0o600]);
  }
  // Nothing of the way is left over.
  expect(readdirSync(cwd).sort()).toEqual([".coo", "coo.config.json"]);
  expect(readdirSync(join(cwd, ".coo")).sort()).toEqual([".gitignore", "test.key"]);

  // From a folder below, without any flag.
  mkdirSync(join(cwd, "src"));
  const below = join(cwd, "src");
  expect((await coo(below, ["journal", "migrate"])).exit).toBe(0);
  expect(existsSync(join(cwd, "coo-test.db"))).toBe(true);
  expect((await coo(below, ["journal", "status"])).exit).toBe(0);
  const looked = await coo(below, ["doctor", "--json"]);
  expect(looked.exit).toBe(0);
  const names = JSON.parse(looked.out).data.checks.map((one: { name: string }) => one.name);
  expect(names).toEqual(expect.arrayContaining(["test: 地址 address", "test: 密钥 key", "test: 日志库 journal"]));
});

it("keeps test and production apart, and replaces nothing unless told", async () => {
  const cwd = folder();
  const from = bundle();
  expect((await coo(cwd, ["init", "--bundle", from])).exit).toBe(0);
  expect((await coo(cwd, ["init", "--bundle", from, "--json"])).out).toContain('"written":false');
  const prod = ["init", "--bundle", from, "--profile", "prod", "--endpoint", "https://prod.example.test:9001/x"];
  expect((await coo(cwd, prod)).exit).toBe(0);
  const before = readFileSync(join(cwd, "coo.config.json"), "utf8");
  const other = bundle({
    "a.json": JSON.stringify({ providerCode: "TP0043", url: "https://x.test/y" }),
    "my.key": "new",
  });
  const refused = await coo(cwd, ["init", "--bundle", other, "--json"]);
  expect([refused.exit, JSON.parse(refused.out).error.code]).toEqual([7, "CLI_EXISTS"]);
  expect(readFileSync(join(cwd, "coo.config.json"), "utf8")).toBe(before);
  expect(readFileSync(join(cwd, ".coo", "test.key"), "utf8")).toBe(KEY);
  expect((await coo(cwd, ["init", "--bundle", other, "--dry-run", "--force"])).exit).toBe(0);
  expect(readFileSync(join(cwd, "coo.config.json"), "utf8")).toBe(before);
  expect((await coo(cwd, ["init", "--bundle", other, "--force"])).exit).toBe(0);
  const { profiles } = JSON.parse(readFileSync(join(cwd, "coo.config.json"), "utf8"));
  expect([profiles.test.providerCode, profiles.prod.endpoint]).toEqual(["TP0043", "https://prod.example.test:9001/x"]);
  expect(readFileSync(join(cwd, ".coo", "test.key.previous"), "utf8")).toBe(KEY);
  // The profile of a command: flag over environment over the file's default.
  const asked = await coo(cwd, ["doctor", "--profile", "prod", "--json"], { COO_PROFILE: "test" });
  expect(asked.out).toContain("prod.example.test");
  const wrong = await coo(cwd, ["doctor", "--profile", "production", "--json"]);
  expect([wrong.exit, wrong.out.includes("there is no profile")]).toEqual([7, true]);
});

it.each([
  ["AES", { password: "pass-word-9", encryptionStrength: 3 }],
  ["ZipCrypto", { password: "pass-word-9", zipCrypto: true }],
] as const)("unpacks an archive with a password: %s", async (_, options) => {
  const archive = await zip({ "接入/说明.txt": INFO, "接入/private.key": KEY }, options);
  const cwd = folder();
  const without = await coo(cwd, ["init", "--bundle", archive, "--json"]);
  expect([without.exit, JSON.parse(without.out).error.code]).toEqual([7, "CLI_ARCHIVE_PASSWORD"]);
  const wrong = await coo(cwd, ["init", "--bundle", archive, "--json"], { COO_ARCHIVE_PASSWORD: "no" });
  expect([wrong.exit, JSON.parse(wrong.out).error.code]).toEqual([7, "CLI_ARCHIVE_PASSWORD"]);
  expect(readdirSync(cwd)).toEqual([]);
  const file = join(folder(), "password");
  writeFileSync(file, "pass-word-9\n");
  expect((await coo(cwd, ["init", "--bundle", archive, "--password-file", file])).exit).toBe(0);
  expect(readFileSync(join(cwd, ".coo", "test.key"), "utf8")).toBe(KEY);
});

it("reads GB18030, and says what is missing, ambiguous or not to be unpacked", async () => {
  // 接入商代码:TP7 / 地址:10.0.0.8
  const gbk = Buffer.from("bdd3c8ebc9ccb4fac2eba3ba5450370d0ab5d8d6b7a3ba31302e302e302e38", "hex");
  const cwd = folder();
  const made = await coo(cwd, ["init", "--bundle", bundle({ "a.txt": gbk, "k.key": KEY }), "--json"]);
  expect(JSON.parse(made.out).data).toMatchObject({ providerCode: "TP7", endpoint: "http://10.0.0.8/" });
  expect(made.err).toContain("http is taken");
  const code = async (files: Record<string, string>, ...more: string[]): Promise<string> => {
    const { exit, out } = await coo(folder(), ["init", "--bundle", bundle(files), "--json", ...more]);
    expect(exit).toBe(7);
    return JSON.parse(out).error.code;
  };
  expect(await code({ "a.txt": INFO })).toBe("CLI_BUNDLE");
  expect(await code({ "a.txt": INFO, "a.key": KEY, "b.key": "other" })).toBe("CLI_BUNDLE");
  expect(await code({ "a.txt": INFO, "b.txt": "接入商代码: TP1", "a.key": KEY })).toBe("CLI_BUNDLE");
  expect(await code({ "a.rar": "Rar!" })).toBe("CLI_ARCHIVE");
  expect(await code({ "a.zip": "no archive" })).toBe("CLI_ARCHIVE");
  expect(await code({ "a.key": KEY })).toBe("CLI_BUNDLE");
  // Names in an archive are never paths; one that would lead out of a folder is refused.
  const hostile = await zip({ "../../evil.key": KEY, "a.txt": INFO }, {});
  expect((await coo(folder(), ["init", "--bundle", hostile])).exit).toBe(7);
  const chosen = ["init", "--bundle", bundle({ "a.txt": INFO, "a.key": KEY, "b.key": "other" }), "--key-name", "a.key"];
  expect((await coo(folder(), chosen)).exit).toBe(0);
  const misspelt = await coo(folder(), ["init", "--bundle", bundle(), "--dryrun", "--json"]);
  expect(misspelt.exit).toBe(2);
});

it("refuses a key in the configuration, and names it never", async () => {
  const cwd = folder();
  const write = (profile: object): void =>
    writeFileSync(join(cwd, "coo.config.json"), JSON.stringify({ default: "test", profiles: { test: profile } }));
  write({ endpoint: "https://x.test/", providerCode: "T", key: KEY });
  expect((await coo(cwd, ["doctor", "--json"])).exit).toBe(7);
  write({ endpoint: "https://x.test/", providerCode: "T", key: { env: "MY_KEY" } });
  expect((await coo(cwd, ["doctor", "--json"])).exit).toBe(7);
  expect((await coo(cwd, ["doctor", "--json"], { MY_KEY: KEY })).exit).toBe(0);
  write({ endpoint: "https://x.test/", providerCod: "T" });
  expect((await coo(cwd, ["doctor", "--json"])).out).toContain("providerCod");
});
