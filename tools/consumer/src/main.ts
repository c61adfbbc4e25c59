// Installs the packed tarball of each package, in turn, in an empty project, as a stranger would: ESM import, CommonJS
// require, and type checks with TypeScript 5.9, 6.0 and 7.0; and `npx @coo/codegen diff` on documents that are not ours,
// with every Node of this machine. Prints `N passed, N failed`.
//
//   npm run consumer            all packages
//   npm run consumer -- sign    those whose name contains "sign"
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
// @boundaries-ignore test support is shared by all packages
import { toolArguments, toolUsage } from "../../../test/support/tool-arguments.ts";
import { checkPackage } from "./check-package.ts";
import { compareStrangers } from "./compare-strangers.ts";
import { nodesOf } from "./nodes.ts";
import { type Packed, packAll } from "./packed.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

function names(all: readonly Packed[]): string {
  return all.map((one) => one.published.name).join(" ");
}

async function failuresOf(one: Packed, all: readonly Packed[]): Promise<string[]> {
  const { name } = one.published;
  try {
    return await checkPackage(one, all, join(folder, "空 project", name.replace("@coo/", "")));
  } catch (error) {
    return [`${name}: install: ${(error as Error).message}`];
  }
}

function report(what: string, failures: readonly string[]): void {
  for (const failure of failures) process.stdout.write(`✖ ${failure}\n`);
  if (failures.length > 0) failed++;
  else {
    passed++;
    process.stdout.write(`✔ ${what}\n`);
  }
}

/** `npx @coo/codegen diff` with each Node; all of them say the same. */
async function compareEverywhere(all: readonly Packed[]): Promise<void> {
  const first = new Map<string, string>();
  for (const node of await nodesOf(process.env["PATH"] ?? "", folder)) {
    const what = `npx @coo/codegen diff, Node ${node.version}`;
    try {
      const { reports, failures } = await compareStrangers(all, folder, node);
      const others = [...reports].filter(([format, text]) => (first.get(format) ?? text) !== text);
      for (const [format, text] of reports) if (!first.has(format)) first.set(format, text);
      report(what, [
        ...failures.map((failure) => `${what}: ${failure}`),
        ...others.map(([format]) => `${what}: another ${format} report than with the Node before`),
      ]);
    } catch (error) {
      report(what, [`${what}: ${(error as Error).message}`]);
    }
  }
}

const USAGE = "pnpm consumer [NAME]";
const [wanted = ""] = toolArguments({ allowPositionals: true, options: {} }, USAGE).positionals;
const folder = mkdtempSync(join(tmpdir(), "coo-consumer-"));
let passed = 0;
let failed = 0;
try {
  const all = await packAll(root, folder);
  const queue = all.filter((one) => one.published.name.includes(wanted));
  if (queue.length === 0) {
    rmSync(folder, { recursive: true });
    toolUsage("没有这个名称的包", `no package has ${wanted} in its name`, `${USAGE}\n${names(all)}`);
  }
  if ("@coo/codegen".includes(wanted)) await compareEverywhere(all);
  // Two at a time: an installation waits for the disk as much as it computes.
  await Promise.all([work(), work()]);

  async function work(): Promise<void> {
    for (let one = queue.shift(); one; one = queue.shift()) {
      const { name, version, entries } = one.published;
      report(
        `${name}@${version}: ESM, CommonJS, TypeScript 5.9, 6.0, 7.0 (${entries.length} entries)`,
        await failuresOf(one, all),
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
