// Makes `npm run demo`, `npm test` and the other scripts work on a machine that has only Node and npm.
//
// It brings the pinned pnpm and the Node of the tool chain through npm into `.toolchain/` (once), installs from the
// lock file when needed, and runs the task with them. It depends on nothing and must parse on Node 18.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// Named imports of what an old Node lacks would end the run before it can say so.
const { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } = fs;

const PNPM = "12.21.0";
const NODE = "24.21.0";
const NEEDED_MIB = 1500;

const root = dirname(fileURLToPath(import.meta.url));
const windows = process.platform === "win32";
const tools = join(root, ".toolchain");
const toolBin = join(tools, "node_modules", ".bin");
const rootBin = join(root, "node_modules", ".bin");
const [task = "help", ...args] = process.argv.slice(2);

/** Ends the run with a message in both languages. */
function fail(zh, en, code = 1) {
  process.stderr.write(`\n✖ ${zh}\n  ${en}\n`);
  process.exit(code);
}

function environment() {
  const path = windows ? "Path" : "PATH";
  const sep = windows ? ";" : ":";
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", COO_TOOLCHAIN: "1" };
  env[path] = [toolBin, rootBin, process.env[path] ?? ""].join(sep);
  return env;
}

/** Runs a command with the tool chain in front of PATH; returns its exit code. */
function run(command, commandArgs, options = {}) {
  const result = spawnSync(windows ? `"${command}"` : command, commandArgs, {
    cwd: root,
    stdio: "inherit",
    env: environment(),
    shell: windows,
    ...options,
  });
  if (result.error)
    fail(`无法运行 ${command}:${result.error.message}`, `cannot run ${command}: ${result.error.message}`);
  return result.status ?? 1;
}

/** Runs an installing command quietly and explains the usual reasons of failure. */
function install(what, command, commandArgs, options = {}) {
  const result = spawnSync(command, commandArgs, {
    cwd: root,
    env: environment(),
    encoding: "utf8",
    maxBuffer: 64 << 20,
    shell: windows,
    ...options,
  });
  const output = `${result.stdout ?? ""}${result.stderr ?? ""}${result.error ? result.error.message : ""}`;
  if (result.status === 0) return;
  process.stderr.write(`${output.split("\n").slice(-15).join("\n")}\n`);
  if (/ENOSPC|no space left/i.test(output)) {
    fail(
      `安装${what}时磁盘已满:请腾出约 ${NEEDED_MIB} MiB 后重试。`,
      `The disk is full while installing ${what}: free about ${NEEDED_MIB} MiB and try again.`,
    );
  }
  if (/EACCES|EROFS|EPERM/.test(output)) {
    fail(
      `安装${what}时没有写权限:请检查目录 ${root} 的权限。`,
      `No right to write while installing ${what}: check the rights of ${root}.`,
    );
  }
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network|dns error|error sending request|connect/i.test(
      output,
    )
  ) {
    fail(
      `安装${what}需要网络:无法连接 npm 软件源。请检查网络、代理或 \`npm config get registry\` 后重试。`,
      `Installing ${what} needs the network: the npm registry cannot be reached. Check the network, the proxy or \`npm config get registry\`, then try again.`,
    );
  }
  fail(`安装${what}失败(见上)。`, `Installing ${what} failed (see above).`);
}

function npmCommand() {
  const cli = process.env.npm_execpath;
  return cli && /npm-cli\.c?js$/.test(cli) ? [process.execPath, [cli]] : [windows ? "npm.cmd" : "npm", []];
}

function ensureToolchain() {
  const marker = join(tools, "versions");
  const wanted = `node ${NODE}\npnpm ${PNPM}\n`;
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted) return;
  try {
    const { bavail, bsize } = fs.statfsSync(root);
    if ((bavail * bsize) / 1048576 < NEEDED_MIB / 3) {
      fail(`磁盘空间不足:需要约 ${NEEDED_MIB} MiB。`, `Not enough disk space: about ${NEEDED_MIB} MiB are needed.`);
    }
  } catch {
    // No statfs on this platform: the installer will tell.
  }
  process.stderr.write(`· 准备工具链 preparing the tool chain: Node ${NODE}, pnpm ${PNPM}\n`);
  mkdirSync(tools, { recursive: true });
  // A manifest of its own keeps npm from looking at the workspace above.
  writeFileSync(join(tools, "package.json"), `${JSON.stringify({ name: "coo-toolchain", private: true })}\n`);
  const [npm, npmArgs] = npmCommand();
  install(
    "工具链 (tool chain)",
    npm,
    [
      ...npmArgs,
      "install",
      "--no-audit",
      "--no-fund",
      "--no-save",
      "--no-package-lock",
      "--ignore-scripts=false",
      `node@${NODE}`,
      `pnpm@${PNPM}`,
    ],
    { cwd: tools },
  );
  if (
    spawnSync(join(toolBin, windows ? "node.cmd" : "node"), ["--version"], {
      encoding: "utf8",
      shell: windows,
    }).stdout?.trim() !== `v${NODE}`
  ) {
    fail(
      `npm 没有装好 Node ${NODE}(可能禁止了安装脚本:ignore-scripts)。`,
      `npm did not set up Node ${NODE} (install scripts may be forbidden: ignore-scripts).`,
    );
  }
  writeFileSync(marker, wanted);
}

/** Hash of everything that decides what an install would do. */
function installState() {
  const hash = createHash("sha256");
  const files = ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json"];
  for (const group of ["packages", "tools", "examples"]) {
    if (!existsSync(join(root, group))) continue;
    for (const name of readdirSync(join(root, group)).sort()) files.push(`${group}/${name}/package.json`);
  }
  for (const file of files) if (existsSync(join(root, file))) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

function ensureInstalled() {
  ensureToolchain();
  const marker = join(root, "node_modules", ".coo-installed");
  const state = installState();
  if (existsSync(marker) && readFileSync(marker, "utf8") === state) return;
  process.stderr.write("· 安装依赖 installing dependencies\n");
  // A registry that npm knows from its own configuration is honoured by pnpm too.
  const [npm, npmArgs] = npmCommand();
  const registry = spawnSync(npm, [...npmArgs, "config", "get", "registry"], {
    encoding: "utf8",
    shell: windows,
    cwd: tools,
  }).stdout?.trim();
  const own = registry && /^https?:/.test(registry) ? [`--registry=${registry}`] : [];
  install("依赖 (dependencies)", join(toolBin, windows ? "pnpm.cmd" : "pnpm"), [
    "install",
    "--frozen-lockfile",
    "--prefer-offline",
    ...own,
  ]);
  writeFileSync(marker, installState());
}

function build(filter = "./packages/*") {
  const status = run(
    "turbo",
    ["run", "build", `--filter=${filter}`, "--output-logs=errors-only", "--log-order=grouped", "--no-update-notifier"],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  if (status !== 0) fail("构建失败(见上)。", "The build failed (see above).", status);
}

const node = (...nodeArgs) => run("node", nodeArgs);
const fromSource = ["--conditions=@coo/source", "--disable-warning=ExperimentalWarning"];

/** Everything that is generated and committed, in the order of its dependence on each other. */
function generate(check) {
  const option = check ? ["--check"] : [];
  const generators = [
    // These have no check of their own: tests compare what they write with what is there.
    ...(check ? [] : [["schemas/roots.ts"], ["schemas/samples.ts"], ["packages/sandbox/scripts/bundle-schemas.ts"]]),
    ["tools/codegen/src/cli.ts", "repo", ...option],
    ["tools/codegen/scripts/versions.ts", ...option],
    ["packages/validate/scripts/build-data.ts", ...option],
    ["packages/validate/scripts/build-readme.ts", ...option],
    ["tools/conformance/src/features/capabilities.ts", ...option],
  ];
  return generators.reduce((status, generator) => status || node(...fromSource, ...generator), 0);
}

/** A suite of `tools/conformance`, run from source. */
const suite = (name) => () =>
  node("--max-old-space-size=4096", ...fromSource, `tools/conformance/src/${name}/main.ts`, ...args);

/** Each task returns an exit code. */
const tasks = {
  demo() {
    process.stderr.write("· 构建 building\n");
    build();
    return node("--disable-warning=ExperimentalWarning", "examples/demo/src/main.ts", ...args);
  },
  test: () => run("vitest", ["run", ...args]),
  generate: () => generate(args.includes("--check")),
  adopt: () => node(...fromSource, "tools/codegen/scripts/adopt.ts", ...args),
  build() {
    build(args[0] ?? "./*/*");
    return 0;
  },
  typecheck: () =>
    run("turbo", ["run", "typecheck", "--output-logs=errors-only", "--no-update-notifier", ...args]) ||
    run("tsc", ["-p", "schemas/tsconfig.json"]),
  lint: () =>
    run("biome", ["check", "."]) ||
    run("oxlint", ["--type-aware", ...args]) ||
    run("turbo", ["boundaries"]) ||
    run("knip", []),
  format: () => run("biome", ["check", "--write", "."]),
  bench: () => (build(), build("./tools/codegen"), node("tools/bench/src/main.ts", ...args)),
  interop: () => (build(), node("tools/interop/src/main.ts", ...args)),
  consumer: () => (build("./*/*"), node("tools/consumer/src/main.ts", ...args)),
  "release:version": () => run("changeset", ["version"]) || node(...fromSource, "tools/codegen/scripts/versions.ts"),
  // Of a test environment's interface: what waits, as versions that are no release.
  "release:preview": () => run("changeset", ["version", "--snapshot", "preview"]),
  "release:publish": () => (
    build("./packages/*"), build("./tools/codegen"), node("tools/release/src/publish.ts", ...args)
  ),
  "release:drill": () => node("tools/release/src/main.ts", ...args),
  corpus: suite("corpus"),
  differential: suite("differential"),
  attacks: suite("attacks"),
  xmlconf: suite("xmlconf"),
  "fuzz:xml": suite("fuzz-xml"),
  "fuzz:loader": suite("fuzz-loader"),
  vectors: suite("vectors"),
  xsts: suite("xsts"),
  wire: suite("wire"),
  mutate: suite("mutate"),
  mutants: suite("mutants"),
  faults: suite("faults"),
  model: suite("model"),
  simulate: suite("simulate"),
  check: () => tasks.generateCheck() || tasks.lint() || tasks.typecheck() || tasks.test(),
  generateCheck: () => generate(true),
};

const [major] = process.versions.node.split(".").map(Number);
if (major < 18) {
  fail(
    `Node ${process.versions.node} 太旧:需要 18 或更高版本。`,
    `Node ${process.versions.node} is too old: 18 or later is needed.`,
  );
}
if (!Object.hasOwn(tasks, task)) {
  fail(
    `没有任务 “${task}”。可用:${Object.keys(tasks).join("、")}`,
    `No task "${task}". There are: ${Object.keys(tasks).join(", ")}`,
    2,
  );
}
ensureInstalled();
process.exitCode = tasks[task]();
