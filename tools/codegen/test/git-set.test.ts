import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const home = mkdtempSync(join(tmpdir(), "coo 提交 "));
afterAll(() => rmSync(home, { recursive: true }));
const CLI = fileURLToPath(new URL("../src/cli.ts", import.meta.url));

const env = {
  ...process.env,
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_SYSTEM: "/dev/null",
  TMPDIR: join(home, "tmp"),
};
mkdirSync(env.TMPDIR);
const repo = join(home, "repo");

function git(...args: string[]): void {
  const identity = ["-c", "user.name=t", "-c", "user.email=t@example.invalid"];
  const { status, stderr } = spawnSync("git", [...identity, ...args], { cwd: repo, env, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

function write(length: number): void {
  mkdirSync(join(repo, "接口/parts"), { recursive: true });
  writeFileSync(
    join(repo, "接口/goods.xsd"),
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:g" xmlns:g="urn:g"><xs:include schemaLocation="parts/code.xsd"/><xs:element name="Ask" type="g:Code"/></xs:schema>`,
  );
  writeFileSync(
    join(repo, "接口/parts/code.xsd"),
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:g">
<xs:simpleType name="Code"><xs:restriction base="xs:string"><xs:maxLength value="${length}"/></xs:restriction></xs:simpleType></xs:schema>`,
  );
}

write(10);
spawnSync("git", ["init", "--quiet", "--initial-branch=main", repo], { env });
git("add", "--all");
git("commit", "--quiet", "--message", "first");
git("tag", "v1");
write(8);
git("commit", "--quiet", "--all", "--message", "second");
write(6);

function codegen(args: readonly string[], cwd = repo): { code: number | null; out: string; err: string } {
  const flags = ["--conditions=@coo/source", "--disable-warning=ExperimentalWarning"];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, CLI, ...args], {
    cwd,
    env,
    encoding: "utf8",
  });
  // Copies are gone, whatever happened.
  expect(readdirSync(env.TMPDIR)).toEqual([]);
  return { code: status, out: stdout, err: stderr };
}

describe("git:<ref>:<path>", () => {
  it("is a folder of a commit, against another commit and against what lies here", () => {
    const commits = codegen(["diff", "git:v1:接口", "git:main:接口"]);
    expect(commits).toMatchObject({ code: 1, err: "" });
    expect(commits.out).toContain("max length lowered: 10 → 8");
    expect(codegen(["diff", "git:HEAD:接口", "接口"]).out).toContain("max length lowered: 8 → 6");
    expect(codegen(["diff", "git:v1:接口/", "git:v1:接口"]).out).toBe("没有变更 · no changes\n");
  });

  it("is a file of a commit, with the files it refers to, and from where the command runs", () => {
    expect(codegen(["diff", "git:v1:接口/goods.xsd", "接口/goods.xsd"]).out).toContain("10 → 6");
    expect(codegen(["diff", "git:v1:./goods.xsd", "goods.xsd"], join(repo, "接口")).out).toContain("10 → 6");
  });

  it("gives the same report as the files themselves, with their paths in annotations", () => {
    const json = codegen(["diff", "git:v1:接口", "git:main:接口", "--format", "json"]).out;
    expect(json).not.toContain(env.TMPDIR);
    expect(codegen(["diff", "git:v1:接口", "git:main:接口", "--format", "github"]).out).toContain(
      "file=接口/parts/code.xsd",
    );
  });

  it("is taken by verify and convert", () => {
    const verified = codegen(["verify", "git:v1:接口", "git:main:接口", "--no-xerces"]);
    expect(verified).toMatchObject({ code: 0 });
    expect(verified.out).toContain("{urn:g}Ask");
    const modules = ["--old-module", "./old.ts", "--new-module", "./new.ts"];
    expect(codegen(["convert", "git:v1:接口", "git:main:接口", ...modules])).toMatchObject({ code: 0 });
  });

  it.each([
    ["git:main", "git:<ref>:<path>"],
    ["git::接口", "git:<ref>:<path>"],
    ["git:gone:接口", "there is no commit gone"],
    ["git:--all:接口", "there is no commit --all"],
    ["git:main:gone", "commit main has no file or folder gone"],
  ])("%s ends with 2: %s", (given, complaint) => {
    const { code, out, err } = codegen(["diff", given, "接口"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(complaint);
  });

  it("names a wrong document as it was given", () => {
    writeFileSync(join(repo, "wrong.xsd"), "<xs:schema");
    git("add", "wrong.xsd");
    git("commit", "--quiet", "--message", "wrong");
    const { code, err } = codegen(["diff", "git:HEAD:wrong.xsd", "接口"]);
    expect(code).toBe(3);
    expect(err).toContain("git:HEAD:wrong.xsd");
    expect(err).not.toContain(env.TMPDIR);
  });
});
