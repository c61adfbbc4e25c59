import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const MAIN = fileURLToPath(new URL("../src/main.ts", import.meta.url));
let folder = "";

beforeEach(() => {
  // Inside of the workspace, as packages are.
  folder = mkdtempSync(fileURLToPath(new URL("../join-", import.meta.url)));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

const run = (...args: readonly string[]): ReturnType<typeof spawnSync> & { readonly stdout: string } =>
  spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });

function packageWith(defaults: { readonly ".": string; readonly "./more": string }): void {
  const entry = (name: string, target: string): object => ({
    "@coo/source": `./src/${name}.ts`,
    module: `./dist/${name}.js`,
    default: target,
  });
  write(
    "package.json",
    JSON.stringify({
      name: "joined-sample",
      type: "module",
      exports: { ".": entry("index", defaults["."]), "./more": entry("more", defaults["./more"]) },
    }),
  );
  write("src/kind.ts", "export class Kind {}\n");
  write("src/index.ts", 'import "node:fs";\nexport { Kind } from "./kind.ts";\nexport const name: string = "示例";\n');
  write("src/more.ts", 'export { Kind } from "./kind.ts";\n');
}

test("entries are joined, and what they share stays one", () => {
  packageWith({ ".": "./dist/joined/index.js", "./more": "./dist/joined/more.js" });
  const built = run(MAIN);
  expect(built.stderr).toBe("");
  const program =
    'import { Kind, name } from "joined-sample"; import * as more from "joined-sample/more"; console.log(name, Kind === more.Kind);';
  expect(run("--input-type=module", "--eval", program).stdout).toBe("示例 true\n");
  expect(readFileSync(join(folder, "dist/joined/index.js"), "utf8")).not.toContain('kind.ts";');
});

test("an entry whose default is not among the joined files ends the build", () => {
  packageWith({ ".": "./dist/joined/index.js", "./more": "./dist/more.js" });
  const built = run(MAIN);
  expect(built.status).toBe(1);
  expect(built.stderr).toContain("dist/joined");
});
