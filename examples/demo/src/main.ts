// The main job on the embedded sandbox. `npm run demo -- --help` tells the options.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { WireProfile } from "@coo/soap";
import { DemoInputError, readApplications } from "./applications.ts";
import { MainJobError, runMainJob } from "./main-job.ts";
import { type Step, Steps } from "./steps.ts";

const HELP = `npm run demo -- [options]

  --applications DIR   申请数据所在目录 folder of enterprise.json, seal.json, goods-filing.json, general.json, rcep.json
  --out DIR            PDF 输出目录 folder for PDF files (out/demo)
  --manifest FILE      按其 wire 收发报文 exchange messages as this manifest says
  --port N             仿真环境端口 port of the sandbox (0: a free one)
  --json               结果以 JSON 输出 result as JSON on standard output
`;

const root = fileURLToPath(new URL("../../../", import.meta.url));

function fail(message: string, code: number): never {
  process.stderr.write(`\n✖ ${message}\n`);
  process.exit(code);
}

function options() {
  try {
    return parseArgs({
      options: {
        applications: { type: "string", default: fileURLToPath(new URL("../applications", import.meta.url)) },
        out: { type: "string", default: "out/demo" },
        manifest: { type: "string" },
        port: { type: "string", default: "0" },
        json: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    return fail(`${(error as Error).message}\n\n${HELP}`, 2);
  }
}

/** The wire profile of a manifest. */
function readWire(file: string): Partial<WireProfile> {
  try {
    return (JSON.parse(readFileSync(file, "utf8")) as { wire?: Partial<WireProfile> }).wire ?? {};
  } catch (error) {
    return fail(`无法读取 ${file}\n  cannot read ${file}: ${(error as Error).message}`, 2);
  }
}

/** Regenerates into a temporary folder and compares. */
function checkGenerated(): { detail: string } {
  const check = spawnSync(process.execPath, ["tools/codegen/src/cli.ts", "repo", "--check"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "--conditions=@coo/source --disable-warning=ExperimentalWarning" },
  });
  if (check.status !== 0)
    throw new MainJobError(
      `生成代码不是最新的:请运行 npm run generate\n  generated code is stale: run npm run generate\n${check.stdout}${check.stderr}`,
    );
  return { detail: "schemas/ → packages/msg-*" };
}

const values = options();
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) fail(`端口无效:${values.port}\n  no port: ${values.port}`, 2);

const print = (step: Step): void => {
  if (values.json) return;
  const numbers = step.interfaces.length > 0 ? ` [${step.interfaces.join(" ")}]` : "";
  process.stdout.write(`✔ ${step.title} · ${step.titleEn}${numbers} ${step.durationMs} ms\n    ${step.detail}\n`);
};
const steps = new Steps(print);
const started = performance.now();
try {
  const applications = readApplications(values.applications);
  await steps.run("生成代码是最新的", "generated code is fresh", [], checkGenerated);
  const wire = values.manifest === undefined ? undefined : readWire(values.manifest);
  await runMainJob({ applications, out: values.out, port, ...(wire ? { wire } : {}) }, steps);
} catch (error) {
  const code = (error as { code?: unknown }).code;
  const { message, messageZh } = error as Error & { readonly messageZh?: string };
  if (values.json)
    process.stdout.write(`${JSON.stringify({ ok: false, error: { code, message }, steps: steps.done })}\n`);
  const cause = (error as { cause?: { code?: unknown } }).cause?.code;
  if (code === "EADDRINUSE" || cause === "EADDRINUSE")
    fail(`端口 ${port} 已被占用:换一个 --port,或不指定\n  port ${port} is in use: choose another --port, or none`, 1);
  if (error instanceof DemoInputError) fail(message, 2);
  fail(`${messageZh ?? message}${messageZh ? `\n  ${message}` : ""}`, 1);
}
const { interfaces } = steps;
const totalMs = Math.round(performance.now() - started);
const complete = interfaces.length === 18;
if (values.json)
  process.stdout.write(
    `${JSON.stringify({ ok: complete, interfaces: `${interfaces.length}/18`, totalMs, steps: steps.done })}\n`,
  );
else
  process.stdout.write(
    `\n${interfaces.length}/18 interfaces, ${steps.done.length} steps, ${(totalMs / 1000).toFixed(1)} s\n`,
  );
process.exitCode = complete ? 0 : 1;
