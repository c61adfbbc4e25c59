import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { ANSWERS } from "./answers.ts";
import { KINDS } from "./delivery-names.ts";
import { makeScratchWorkspace, pruneApplications } from "./scratch-workspace.ts";

const CLI = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));
const REFERENCE = fileURLToPath(new URL("../../../../schemas/2018-07", import.meta.url));
const home = mkdtempSync(join(tmpdir(), "coo 演示 "));
afterAll(() => rmSync(home, { recursive: true }));

function node(cwd: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, NODE_OPTIONS: "--conditions=@coo/source --disable-warning=ExperimentalWarning" };
  return spawnSync(process.execPath, args, { cwd, encoding: "utf8", env });
}

describe.each(KINDS)("the demo on the delivery %s", (kind) => {
  it("runs all 18 interfaces: client, receiver and sandbox, without a change of code", () => {
    const delivery = fileURLToPath(new URL(`deliveries/${kind}`, import.meta.url));
    const edition = join(home, `2026-12-${kind}`);
    const answers = join(home, `${kind}.json`);
    writeFileSync(answers, JSON.stringify(ANSWERS[kind]));
    const arrived = node(
      home,
      CLI,
      "arrive",
      delivery,
      "--out",
      edition,
      "--reference",
      REFERENCE,
      "--answers",
      answers,
    );
    expect(arrived.status, arrived.stderr).toBe(0);
    const workspace = join(home, kind);
    makeScratchWorkspace(workspace, edition);
    pruneApplications(workspace, edition);
    const generated = node(workspace, CLI, "repo", "--quiet");
    expect(generated.status, generated.stderr).toBe(0);
    const manifest = `schemas/2026-12-${kind}/manifest.json`;
    const demo = node(workspace, "examples/demo/src/main.ts", "--manifest", manifest, "--json");
    expect(demo.status, demo.stdout + demo.stderr).toBe(0);
    expect(JSON.parse(demo.stdout)).toMatchObject({ ok: true });
    // The wire is the delivery's: the manifest names what no other edition has.
    expect(readFileSync(join(workspace, manifest), "utf8")).toContain(`"wsdl"`);
  }, 300_000);
});
