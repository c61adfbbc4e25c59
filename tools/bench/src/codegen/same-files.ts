import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Row, runsOf, single } from "../experiment.ts";
import { CONDITIONS, LIMIT_SECONDS } from "../whole-process.ts";
import type { Each } from "./each.ts";

const EACH = fileURLToPath(new URL("./each.ts", import.meta.url));
/** Services that other people wrote; not part of this repository. */
const CORPUS = fileURLToPath(new URL("../../../../../shared/corpus/wsdl/", import.meta.url));

/** The services of our own editions. */
export function ownServices(schemas: string): string[] {
  return readdirSync(schemas, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".wsdl"))
    .sort()
    .map((file) => join(schemas, file));
}

/** Every `step`th unit of the corpus that has one WSDL in its folder; none when it is not there. */
export function corpus(step: number): string[] {
  if (!existsSync(CORPUS)) return [];
  const found: string[] = [];
  for (const unit of readdirSync(CORPUS, { withFileTypes: true })) {
    if (!unit.isDirectory()) continue;
    const [file, another] = readdirSync(join(CORPUS, unit.name)).filter((name) => name.endsWith(".wsdl"));
    if (file !== undefined && another === undefined) found.push(join(CORPUS, unit.name, file));
  }
  return found.sort().filter((_, i) => i % step === 0);
}

/** Runs both generators over files; those of which one makes nothing are left out, and counted. */
export async function sameFiles(
  files: readonly string[],
): Promise<{ readonly rows: readonly Row[]; readonly disagreeing: readonly string[] }> {
  const mine = await each("coo", files);
  const theirs = await each("wsdl-tsclient", files);
  const pairs: { readonly mine: number; readonly theirs: number }[] = [];
  const disagreeing: string[] = [];
  for (const file of files) {
    const [a, b] = [mine.get(file), theirs.get(file)];
    if (!a?.operations?.length || (!b?.operations?.length && b?.cpu !== LIMIT_SECONDS)) continue;
    if (b.operations !== null && String(a.operations) !== String(b.operations)) disagreeing.push(file);
    else pairs.push({ mine: a.cpu, theirs: b.cpu });
  }
  const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
  const [a, b] = [sum(pairs.map((p) => p.mine)), sum(pairs.map((p) => p.theirs))];
  const remark = `${pairs.length} files with the same operations; of ${files.length - pairs.length - disagreeing.length} one made nothing`;
  const rows: Row[] = [
    { name: "@coo/codegen, CPU of all files", unit: "s", runs: single(a), remark },
    { name: "wsdl-tsclient, CPU of all files", unit: "s", runs: single(b) },
    { name: "ratio of the sums", unit: "×", runs: single(a / b) },
    {
      name: "ratio file by file, median (quarters)",
      unit: "× file",
      runs: runsOf(pairs.map((p) => p.mine / p.theirs)),
    },
  ];
  return { rows, disagreeing };
}

/** One generator over all files. A file that takes too long ends its process; the next begins behind it. */
async function each(name: string, files: readonly string[]): Promise<Map<string, Each>> {
  const done = new Map<string, Each>();
  const out = mkdtempSync(join(tmpdir(), "coo-bench-each-"));
  try {
    for (let rest = files; rest.length > 0; rest = rest.filter((file) => !done.has(file))) {
      await some(name, join(out, "out"), rest, done);
      const [stuck] = rest.filter((file) => !done.has(file));
      if (stuck !== undefined) done.set(stuck, { file: stuck, cpu: LIMIT_SECONDS, operations: null });
    }
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
  return done;
}

function some(name: string, out: string, files: readonly string[], done: Map<string, Each>): Promise<void> {
  const child = spawn(
    process.execPath,
    [...CONDITIONS, "--disable-warning=ExperimentalWarning", EACH, name, out, ...files],
    {
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  const watch = (): NodeJS.Timeout => setTimeout(() => child.kill("SIGKILL"), LIMIT_SECONDS * 1500);
  let timer = watch();
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    const lines = (text + chunk).split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) {
      // Contenders may print too.
      if (!line.startsWith('{"file":')) continue;
      const one = JSON.parse(line) as Each;
      done.set(one.file, one);
      clearTimeout(timer);
      timer = watch();
    }
  });
  return new Promise((resolve) => {
    child.on("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
