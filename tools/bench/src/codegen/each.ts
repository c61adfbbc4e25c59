// Generates code for one description after the other in one process, and prints a line of JSON for each:
//
//   node each.ts coo|wsdl-tsclient <out> <file.wsdl>...
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { generate, write } from "@coo/codegen";
import { loadModel } from "@coo/wsdl";

/** One description by one generator. */
export interface Each {
  readonly file: string;
  /** CPU time of the process, in seconds. */
  readonly cpu: number;
  /** Names of the operations; `null` when nothing came out. */
  readonly operations: readonly string[] | null;
}

/** Gives the names of operations after the clock has stopped. */
type Run = (file: string, out: string) => Promise<() => Iterable<string>>;

const contenders: Readonly<Record<string, () => Promise<Run>>> = {
  coo: async () => async (file, out) => {
    const { files, folders } = generate({ entries: [file], keepGoing: true });
    write(out, folders, files);
    return () => {
      const { services } = loadModel([file], { keepGoing: true });
      const ports = services.flatMap((service) => service.ports);
      return ports.flatMap(({ binding }) => binding.operations.map(({ operation }) => operation.name));
    };
  },
  "wsdl-tsclient": async () => {
    const { generate: emit, parseWsdl, defaultOptions, parseAndGenerate } = await import("wsdl-tsclient");
    await parseAndGenerate("", "", { quiet: true }).catch(() => {});
    return async (file, out) => {
      const parsed = await parseWsdl(file, defaultOptions);
      await emit(parsed, join(out, parsed.name.toLowerCase()), defaultOptions);
      return () => parsed.services.flatMap((s) => s.ports.flatMap((p) => p.methods.map((m) => m.name)));
    };
  },
};

const [name = "", out = "", ...files] = process.argv.slice(2);
const run = await contenders[name]?.();
if (run === undefined) throw new Error(`no contender ${name}`);
for (const file of files) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const before = process.cpuUsage();
  const names = await run(file, out).catch(() => null);
  const { user, system } = process.cpuUsage(before);
  const operations = names === null ? null : [...new Set(names())].sort();
  process.stdout.write(`${JSON.stringify({ file, cpu: (user + system) / 1e6, operations } satisfies Each)}\n`);
}
