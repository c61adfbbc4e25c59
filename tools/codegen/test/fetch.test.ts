import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { CodegenProblem } from "../src/errors.ts";
import { redirected } from "../src/fetch/address-rules.ts";
import { NETWORK } from "../src/fetch/download.ts";
import { type FetchOptions, fetchMissing } from "../src/fetch/fetch-missing.ts";
import { isPrivateAddress } from "../src/fetch/private-address.ts";
import { SavedDocuments } from "../src/fetch/saved-documents.ts";
import { otherSavedPath, savedPath } from "../src/fetch/saved-path.ts";
import { run } from "../src/run.ts";
import { schema, workspace } from "./support/workspace.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** What the server sends by path; everything else is 404. */
const answers = new Map<string, Answer>();
const asked: IncomingMessage[] = [];
let server: Server;
let port = 0;
let connections = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request);
    const answer = answers.get(request.url ?? "");
    if (answer) answer(request, response);
    else response.writeHead(404).end("<gone/>");
  });
  server.on("connection", () => void connections++);
  await new Promise<void>((done) => server.listen(0, "0.0.0.0", done));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  answers.clear();
  asked.length = 0;
  connections = 0;
});

const url = (path: string, host = "127.0.0.1"): string => `http://${host}:${port}${path}`;
const sends =
  (body: string | Uint8Array, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    void response.writeHead(200, headers).end(body);
const redirects =
  (to: string): Answer =>
  (_, response) =>
    void response.writeHead(302, { location: to }).end();

const element = (name: string): string => `<xs:element name="${name}" type="xs:int"/>`;
const imports = (address: string, namespace: string): string =>
  `<xs:import namespace="${namespace}" schemaLocation="${address}"/>`;
/** A schema whose line 3 imports `address`, with an element that refers there. */
const importing = (address: string): string =>
  schema(
    `${imports(address, "urn:far")}<xs:element name="top"><xs:complexType><xs:sequence><xs:element ref="f:far"/></xs:sequence></xs:complexType></xs:element>`,
    "urn:example:test",
    'xmlns:f="urn:far"',
  );
const far = schema(
  `${element("far")}<xs:complexType name="Far"><xs:sequence>${element("x")}</xs:sequence></xs:complexType>`,
  "urn:far",
);

async function call(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const code = await run(args, { out: (t) => void (out += t), err: (t) => void (err += t) });
  return { code, out, err };
}

/** Fetches what a schema that imports `path` lacks. */
async function fetched(
  path: string,
  options: Partial<FetchOptions> = {},
): Promise<{ problems: CodegenProblem[]; saved: SavedDocuments; folder: string }> {
  const folder = workspace({ "a.xsd": importing(path.startsWith("/") ? url(path) : path) });
  const saved = new SavedDocuments(folder);
  const signal = new AbortController().signal;
  const problems = await fetchMissing({ entries: [join(folder, "a.xsd")], saved, signal, ...options });
  return { problems, saved, folder };
}

describe("without --fetch", () => {
  it.each(["generate", "lint"])("%s connects to nothing, and names --fetch", async (command) => {
    answers.set("/far.xsd", sends(far));
    const folder = workspace({ "a.xsd": importing(url("/far.xsd")) });
    const out = command === "generate" ? ["--out", join(folder, "out")] : [];
    const { code, out: text, err } = await call(command, join(folder, "a.xsd"), ...out);
    expect(code).toBe(3);
    expect(text + err).toContain("unless --fetch is given");
    expect(text + err).toContain("加 --fetch");
    expect(connections).toBe(0);
    expect(existsSync(join(folder, ".coo-fetched"))).toBe(false);
  });

  it("an address as entry is told to be fetched", async () => {
    const folder = workspace({ "b.xsd": far });
    const result = await call(url("/far.xsd"), "--out", join(folder, "out"));
    expect(result.code).toBe(3);
    expect(result.err).toContain("GEN_FETCH");
    expect(result.err).toContain("run with --fetch");
    expect(await call("lint", url("/far.xsd"))).toMatchObject({ code: 3 });
    expect(connections).toBe(0);
  });

  it("a local document that is missing is not said to be fetchable", async () => {
    const folder = workspace({ "a.xsd": importing("far.xsd") });
    const { err } = await call(join(folder, "a.xsd"), "--out", join(folder, "out"));
    expect(err).toContain("GEN_INPUT");
    expect(err).not.toContain("--fetch");
  });
});

describe("--fetch", () => {
  it("saves what is imported, with what that names relative to its address, and is not needed again", async () => {
    answers.set("/x/far.xsd", sends(schema(`<xs:include schemaLocation="../y/more.xsd?v=1"/>`, "urn:far")));
    answers.set("/y/more.xsd?v=1", sends(gzipSync(far), { "content-encoding": "gzip" }));
    const folder = workspace({ "a.xsd": importing(url("/x/far.xsd")) });
    const args = [join(folder, "a.xsd"), "--out", join(folder, "out")];
    const first = await call(...args, "--fetch");
    expect(first.err).toContain(`saved ${url("/x/far.xsd")} → `);
    expect(first.code).toBe(0);
    expect(asked).toHaveLength(2);
    for (const { headers } of asked) {
      expect(headers.authorization).toBeUndefined();
      expect(headers.cookie).toBeUndefined();
    }
    const saved = join(folder, ".coo-fetched", `127.0.0.1_${port}`);
    expect(readFileSync(join(saved, "x/far.xsd"), "utf8")).toContain("more.xsd");
    const more = readdirSync(join(saved, "y"))[0] as string;
    expect(more).toMatch(/^more_v_1-[0-9a-f]{8}\.xsd$/);
    expect(readFileSync(join(saved, "y", more), "utf8")).toBe(far);
    expect(JSON.parse(readFileSync(join(folder, ".coo-fetched/catalog.json"), "utf8"))).toEqual({
      documents: {
        [url("/x/far.xsd")]: `127.0.0.1_${port}/x/far.xsd`,
        [url("/y/more.xsd?v=1")]: `127.0.0.1_${port}/y/${more}`,
      },
      redirects: {},
    });
    expect(readFileSync(join(folder, "out/far.ts"), "utf8")).toContain(`.coo-fetched/127.0.0.1_${port}/y/${more}`);
    expect(await call(...args, "--check")).toMatchObject({ code: 0 });
    expect(await call(...args, "--check", "--fetch")).toMatchObject({ code: 0 });
    expect((await call("lint", join(folder, "a.xsd"))).code).toBe(0);
    expect(asked).toHaveLength(2);
  });

  it("lint saves too, and goes on without what it cannot get", async () => {
    answers.set("/far.xsd", sends(far));
    const folder = workspace({ "a.xsd": importing(url("/far.xsd")), "b.xsd": importing(url("/none.xsd")) });
    expect(await call("lint", join(folder, "a.xsd"), "--fetch")).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, ".coo-fetched/catalog.json"))).toBe(true);
    const other = await call("lint", join(folder, "b.xsd"), "--fetch", "--json");
    expect(other.code).toBe(3);
    expect(other.err).toContain("b.xsd:3:1: GEN_FETCH");
    expect(JSON.parse(other.out)).toMatchObject({ exitCode: 3 });
  });

  it("takes an address as entry, follows a redirect, and finds relative imports from where that led", async () => {
    answers.set("/service?xsd", redirects("/deep/a.xsd"));
    answers.set("/deep/a.xsd", sends(importing("far.xsd")));
    answers.set("/deep/far.xsd", sends(far));
    const folder = workspace({
      "coo-codegen.json": JSON.stringify({ jobs: [{ entries: [url("/service?xsd")], out: "out" }] }),
    });
    const config = ["--config", join(folder, "coo-codegen.json")];
    expect(await call(...config, "--fetch")).toMatchObject({ code: 0 });
    expect(readdirSync(join(folder, ".coo-fetched", `127.0.0.1_${port}`, "deep"))).toEqual(["a.xsd", "far.xsd"]);
    const text = readFileSync(join(folder, "out/far.ts"), "utf8");
    expect(text).toMatch(/^\/\/ @generated from far\.xsd,/);
    expect(asked).toHaveLength(3);
    expect(await call(...config, "--check")).toMatchObject({ code: 0 });
    expect(asked).toHaveLength(3);
  });

  it("fetches nothing that an entry or this tool brings along", async () => {
    const folder = workspace({
      "a.xsd": schema(
        imports(url("/xml.xsd"), "http://www.w3.org/XML/1998/namespace") + imports(url("/b.xsd"), "urn:far"),
      ),
      "b.xsd": far,
    });
    expect(await call(folder, "--out", join(folder, "out"), "--fetch")).toMatchObject({ code: 0 });
    expect(connections).toBe(0);
  });

  it.each(["--dry-run", "--check"])("writes nothing with %s", async (flag) => {
    answers.set("/far.xsd", sends(far));
    const folder = workspace({ "a.xsd": importing(url("/far.xsd")) });
    const result = await call(join(folder, "a.xsd"), "--out", join(folder, "out"), "--fetch", flag);
    expect(result.code).toBe(flag === "--check" ? 9 : 0);
    expect(readdirSync(folder)).toEqual(["a.xsd"]);
  });

  it("writes nothing when something is missing; with --keep-going it writes the rest", async () => {
    answers.set("/far.xsd", sends(far));
    const folder = workspace({
      "a.xsd": schema(
        `${imports(url("/far.xsd"), "urn:far")}\n${imports(url("/none.xsd"), "urn:none")}\n${element("a")}`,
      ),
    });
    const args = [join(folder, "a.xsd"), "--out", join(folder, "out"), "--fetch"];
    const refused = await call(...args);
    expect(refused.code).toBe(3);
    expect(refused.err).toMatch(/a\.xsd:4:1: GEN_FETCH: .*none\.xsd was not fetched: the server answers 404/);
    expect(refused.err).toContain("建议 advice");
    expect(readdirSync(folder)).toEqual(["a.xsd"]);
    const kept = await call(...args, "--keep-going", "--json");
    expect(kept.code).toBe(3);
    const { errors } = JSON.parse(kept.out) as { errors: CodegenProblem[] };
    expect(errors.map((e) => e.code)).toEqual(["GEN_FETCH", "GEN_INPUT"]);
    expect(existsSync(join(folder, "out/far.ts"))).toBe(true);
  });

  it("with --watch it fetches once, then goes on offline", async () => {
    answers.set("/far.xsd", sends(far));
    const folder = workspace({ "a.xsd": importing(url("/far.xsd")) });
    const ending = new AbortController();
    let err = "";
    const tell = (text: string): void => {
      err += text;
      if (text.includes("watching")) ending.abort();
    };
    const args = [join(folder, "a.xsd"), "--out", join(folder, "out"), "--fetch", "--watch"];
    expect(await run(args, { out: () => undefined, err: tell }, ending.signal)).toBe(0);
    expect(err).toContain("saved");
    expect(existsSync(join(folder, "out/far.ts"))).toBe(true);
    expect(asked).toHaveLength(1);
  });

  it("says so when it is ended", async () => {
    answers.set("/x", () => undefined);
    const ending = new AbortController();
    const waiting = fetched("/x", { signal: ending.signal, onFetch: () => setTimeout(() => ending.abort(), 20) });
    expect((await waiting).problems[0]?.message).toContain("the run was ended");
  });

  it("refuses a catalog that is none", async () => {
    const folder = workspace({ "a.xsd": schema(element("a")), ".coo-fetched/catalog.json": "[]" });
    const result = await call(join(folder, "a.xsd"), "--out", join(folder, "out"));
    expect(result).toMatchObject({ code: 3 });
    expect(result.err).toContain("catalog.json:1:1: GEN_FETCH");
  });

  it("fetches again what the catalog names and somebody removed", async () => {
    answers.set("/far.xsd", sends(far));
    const { saved, folder } = await fetched("/far.xsd");
    const [file = ""] = saved.save();
    writeFileSync(saved.catalog, readFileSync(saved.catalog, "utf8").replace('far.xsd"\n', 'gone.xsd"\n'));
    const again = new SavedDocuments(folder);
    expect(again.find(url("/far.xsd"))).toBeUndefined();
    const signal = new AbortController().signal;
    expect(await fetchMissing({ entries: [join(folder, "a.xsd")], saved: again, signal })).toEqual([]);
    expect(again.save()).toEqual([file.replace("far.xsd", "gone.xsd")]);
    expect(
      readdirSync(join(folder, ".coo-fetched"), { recursive: true }).filter((f) => `${f}`.endsWith(".tmp")),
    ).toEqual([]);
  });
});

describe("a hostile server", () => {
  const endless: Answer = (_, response) => {
    response.writeHead(200);
    response.write("<a>");
    const more = (): void => {
      while (!response.destroyed && response.write(" ".repeat(65_536)));
      if (!response.destroyed) response.once("drain", more);
    };
    more();
  };
  const nothingGzipped: Answer = (_, response) => {
    response.writeHead(200, { "content-encoding": "gzip" });
    const empty = Buffer.concat(Array.from({ length: 1000 }, () => gzipSync("")));
    const more = (): void => {
      while (!response.destroyed && response.write(empty));
      if (!response.destroyed) response.once("drain", more);
    };
    more();
  };
  const small = { limits: { maxDocumentBytes: 100_000, timeoutMs: 20_000 } };
  const cases: readonly (readonly [string, Answer, RegExp, Partial<FetchOptions>?])[] = [
    ["endless body", endless, /more than 100000 bytes/, small],
    [
      "gzip bomb",
      sends(gzipSync(`<a>${" ".repeat(5_000_000)}`), { "content-encoding": "gzip" }),
      /more than 100000 bytes/,
      small,
    ],
    [
      "gzip that ends early",
      sends(gzipSync(far).subarray(0, 40), { "content-encoding": "gzip" }),
      /broke off \(Z_BUF_ERROR\)/,
    ],
    ["endless gzip of nothing", nothingGzipped, /more than 100000 bytes/, small],
    ["unknown encoding", sends("x", { "content-encoding": "zip" }), /encoded as zip/],
    [
      "more than all may have",
      sends(far),
      /all documents together have more than 20 bytes/,
      { limits: { maxTotalBytes: 20 } },
    ],
    [
      "slow body",
      (_, r) => void r.writeHead(200).write("<a>"),
      /not complete after 0\.2 s/,
      { limits: { timeoutMs: 200 } },
    ],
    ["no answer", () => undefined, /not complete after 0\.2 s/, { limits: { timeoutMs: 200 } }],
    [
      "cut body",
      (_, r) => (r.writeHead(200, { "content-length": "99" }).write("<a>"), setTimeout(() => r.destroy(), 20)),
      /broke off/,
    ],
    ["redirect loop", redirects("/x"), /more than 5 redirects/],
    ["redirect to a file", redirects("file:///etc/hostname"), /redirects from http: to file:/],
    [
      "redirect with a password",
      (_, r) => void r.writeHead(302, { location: `http://me:secret@127.0.0.1:${port}/` }).end(),
      /holds a user name/,
    ],
    ["HTML", sends(" \n<!DOCTYPE html><html/>"), /an HTML page/],
    ["XHTML", sends(`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>`), /no WSDL or XSD: 1:22: /],
    ["text", sends("not found"), /no XML/],
    ["broken XML", sends("<a>\n<b></a>"), /no WSDL or XSD: 2:/],
    ["nothing", sends(""), /no XML/],
    ["404", (_, r) => void r.writeHead(404).end(far), /answers 404/],
    ["204", (_, r) => void r.writeHead(204).end(), /answers 204/],
  ];
  it.each(cases.map(([name, answer, message, options = {}]) => [name, answer, message, options] as const))(
    "%s",
    async (_, answer, message, options) => {
      answers.set("/x", answer);
      const { problems, saved, folder } = await fetched("/x", options);
      expect(problems.map((p) => [p.code, p.at?.line])).toEqual([["GEN_FETCH", 3]]);
      expect(problems[0]?.message).toMatch(message);
      expect(problems[0]?.messageZh).toMatch(/未能获取/);
      expect(problems[0]?.message).not.toContain("secret");
      expect(saved.save()).toEqual([]);
      expect(readdirSync(folder)).toEqual(["a.xsd"]);
    },
  );

  it("endless documents", async () => {
    for (let i = 0; i < 10; i++)
      answers.set(`/${i}`, sends(schema(`<xs:include schemaLocation="${i + 1}"/>`, "urn:far")));
    const { problems } = await fetched("/0", { limits: { maxDocuments: 4 } });
    expect(problems.map((p) => p.message)).toEqual([expect.stringContaining("more than 4 documents")]);
    expect(asked).toHaveLength(4);
  });

  it.each(["file:///etc/hostname", "ftp://127.0.0.1/a.xsd", "/../../../../../../../../etc/hostname"])(
    "a fetched document that includes %s reads no file of this machine",
    async (location) => {
      answers.set("/x.xsd", sends(schema(`<xs:include schemaLocation="${location}"/>${element("far")}`, "urn:far")));
      const read = vi.spyOn(SavedDocuments.prototype, "read");
      const { problems, saved, folder } = await fetched("/x.xsd");
      expect(problems.map((p) => p.code)).toEqual(["GEN_FETCH"]);
      expect(read.mock.calls.length).toBeGreaterThan(1);
      for (const [file] of read.mock.calls) expect(file.startsWith(folder)).toBe(true);
      read.mockRestore();
      expect(saved.locate(location, saved.find(url("/x.xsd")) ?? "")).toBeNull();
    },
  );

  it.each(["http://me:secret@127.0.0.1/a.xsd", "ftp://127.0.0.1/a.xsd", "urn:x:y"])(
    "%s is never asked for",
    async (address) => {
      const { problems } = await fetched(address);
      expect(problems.map((p) => p.code)).toEqual(["GEN_FETCH"]);
      expect(connections).toBe(0);
    },
  );

  // Other systems have one loopback address only.
  describe.skipIf(process.platform !== "linux")("on a public address", () => {
    const network = {
      ...NETWORK,
      lookup: async () => [{ address: "127.0.0.2", family: 4 }],
      isPrivate: (address: string) => address !== "127.0.0.2" && isPrivateAddress(address),
    };

    it("may not redirect to a local one", async () => {
      answers.set("/x", (request, r) =>
        request.headers.host?.startsWith("public") ? redirects(url("/x"))(request, r) : sends(far)(request, r),
      );
      const { problems } = await fetched(url("/x", "public.example"), { network });
      expect(problems[0]?.message).toMatch(/a public server names 127\.0\.0\.1:\d+, which is of this machine/);
      expect(asked).toHaveLength(1);
    });

    it("may not import from a local one, now or in a later run", async () => {
      answers.set("/x", sends(schema(`<xs:include schemaLocation="${url("/y")}"/>${element("far")}`, "urn:far")));
      answers.set("/y", sends(far));
      const { problems, saved, folder } = await fetched(url("/x", "public.example"), { network });
      expect(problems[0]?.message).toMatch(/a public server names 127/);
      expect(asked).toHaveLength(1);
      saved.save();
      const signal = new AbortController().signal;
      const later = new SavedDocuments(folder);
      const again = await fetchMissing({ entries: [join(folder, "a.xsd")], saved: later, signal, network });
      expect(again[0]?.message).toMatch(/a public server names 127/);
      expect(asked).toHaveLength(1);
    });

    it("may be redirected to another public one", async () => {
      answers.set("/x", redirects("/y"));
      answers.set("/y", sends(far));
      expect((await fetched(url("/x", "public.example"), { network })).problems).toEqual([]);
    });
  });
});

describe("redirected", () => {
  it.each([
    ["http://h/a/b", "c", "http://h/a/c"],
    ["http://h/a", "https://other/x#top", "https://other/x"],
    ["https://h/a", "//other/x", "https://other/x"],
  ])("%s to %s leads to %s", (from, to, found) => expect(redirected(new URL(from), to).href).toBe(found));
  it.each([
    ["https://h/a", "http://h/a"],
    ["http://h/a", "ftp://h/a"],
    ["http://h/a", "data:text/xml,<a/>"],
    ["http://h/a", "http://["],
  ])("%s to %s is refused", (from, to) => expect(() => redirected(new URL(from), to)).toThrow(/redirects/));
});

describe("isPrivateAddress", () => {
  it.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.31.0.1",
    "192.168.0.1",
    "169.254.169.254",
    "0.0.0.0",
    "100.64.0.1",
    "::1",
    "::",
    "fe80::1",
    "fd00::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
  ])("%s is", (address) => expect(isPrivateAddress(address)).toBe(true));
  it.each(["8.8.8.8", "172.32.0.1", "2001:4860:4860::8888", "::ffff:8.8.8.8"])("%s is not", (address) =>
    expect(isPrivateAddress(address)).toBe(false),
  );
});

describe("savedPath", () => {
  it.each([
    ["http://h/a/b.xsd", "h/a/b.xsd"],
    ["https://h:8443/a/b.XSD", "h_8443/a/b.XSD"],
    ["http://h/", "h/index.xml"],
    ["http://h/s.asmx?wsdl", "h/s.asmx_wsdl-*.xml"],
    ["http://h/%2e%2e/%2E%2E/etc/x.xsd", "h/etc/x.xsd"],
    ["http://h/..%2f..%2fx.xsd", "h/_._2f.._2fx-*.xsd"],
    ["http://h/.git/x.xsd", "h/_git/x-*.xsd"],
    ["http://h/a.xsd/b.xsd", "h/a.xsd_/b-*.xsd"],
    ["http://h/con/aux.xsd", "h/_con/_aux-*.xsd"],
    ["http://[::1]:80/a.xsd", "___1_/a.xsd"],
  ])("%s lies at %s", (address, path) => {
    expect(savedPath(address).replace(/-[0-9a-f]{8}(?=\.)/, "-*")).toBe(path);
    expect(otherSavedPath(address)).not.toBe(savedPath(address));
  });

  it("keeps names apart that differ in case only", () => {
    const saved = new SavedDocuments(workspace({}));
    const one = saved.add("http://h/A.xsd", "http://h/A.xsd", new Uint8Array());
    const two = saved.add("http://h/a.xsd", "http://h/a.xsd", new Uint8Array());
    expect(one.toLowerCase()).not.toBe(two.toLowerCase());
  });
});
