import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const HOME = fileURLToPath(new URL("../../../", import.meta.url));

function ended(tool: string, ...args: string[]): { readonly status: number | null; readonly told: string } {
  const main = `${HOME}tools/${tool}/src/main.ts`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--conditions=@coo/source", main, ...args], {
    encoding: "utf8",
  });
  return { status, told: stdout + stderr };
}

it.each([
  ["bench", "no comparison is called nobody", ["nobody"]],
  ["bench", "--flush takes milliseconds up to 1000, not soon", ["sign", "--flush", "soon"]],
  ["interop", "there is no stack nobody", ["--only", "nobody"]],
  ["release", "--only takes alone or upgrade", ["--only", "nobody"]],
] as const)("%s says what is wrong with its command line, and shows it", (tool, wrong, args) => {
  const help = ended(tool, "--help");
  expect(help).toMatchObject({ status: 0, told: expect.stringMatching(/^pnpm /) });
  const unknown = ended(tool, "--bogus");
  expect(unknown.status).toBe(2);
  expect(unknown.told).toMatch(/^✖ 命令行有误 · Unknown option '--bogus'/);
  expect(unknown.told).toContain(help.told);
  expect(ended(tool, ...args)).toMatchObject({ status: 2, told: expect.stringContaining(wrong) });
});
