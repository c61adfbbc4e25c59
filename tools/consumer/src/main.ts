// Installs the packed tarball of each package, in turn, in an empty project, as a stranger would: ESM import, CommonJS
// require, and type checks with TypeScript 5.9, 6.0 and 7.0. Prints `N passed, N failed`.
//
//   npm run consumer            all packages
//   npm run consumer -- sign    those whose name contains "sign"
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const COMPILERS = ["typescript-5.9", "typescript-6.0", "typescript"] as const;

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

interface Packed {
  readonly manifest: Manifest;
  readonly tarball: string;
}

const execute = promisify(execFile);

async function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  return (await execute(command, args, { cwd, encoding: "utf8", maxBuffer: 64 << 20 })).stdout;
}

async function packAll(folder: string): Promise<Packed[]> {
  const packed: Packed[] = [];
  for (const group of ["packages", "tools"]) {
    for (const name of readdirSync(join(root, group)).sort()) {
      const directory = join(root, group, name);
      const manifest = JSON.parse(readFileSync(join(directory, "package.json"), "utf8")) as Manifest;
      if (manifest.private) continue;
      await run("pnpm", ["pack", "--pack-destination", folder], directory);
      packed.push({
        manifest,
        tarball: join(folder, `${manifest.name.replace("@", "").replace("/", "-")}-${manifest.version}.tgz`),
      });
    }
  }
  return packed;
}

/** Entry points of a package, as specifiers; files of data left out. */
function specifiers(manifest: Manifest): string[] {
  return Object.keys(manifest.exports)
    .filter((path) => !path.endsWith(".json"))
    .map((path) => manifest.name + path.slice(1));
}

function compiler(name: string): string {
  const manifest = JSON.parse(
    readFileSync(join(root, "tools/consumer/node_modules", name, "package.json"), "utf8"),
  ) as { bin: { tsc: string } };
  return join(root, "tools/consumer/node_modules", name, manifest.bin.tsc);
}

async function checkPackage(one: Packed, all: readonly Packed[], folder: string): Promise<string[]> {
  const { manifest } = one;
  const project = join(folder, "空 project", manifest.name.replace("@coo/", ""));
  mkdirSync(project, { recursive: true });
  const overrides = Object.fromEntries(all.filter((p) => p !== one).map((p) => [p.manifest.name, `file:${p.tarball}`]));
  writeFileSync(
    join(project, "package.json"),
    JSON.stringify({ name: "stranger", private: true, type: "module", overrides }),
  );
  const peers = Object.entries(manifest.peerDependencies ?? {}).map(([name, range]) => `${name}@${range}`);
  await run(
    "npm",
    [
      "install",
      "--no-audit",
      "--no-fund",
      "--prefer-offline",
      "--ignore-scripts",
      one.tarball,
      "@types/node@24",
      ...peers,
    ],
    project,
  );

  const failures: string[] = [];
  const attempt = async (what: string, action: () => unknown): Promise<void> => {
    try {
      await action();
    } catch (error) {
      const { stdout, stderr, message } = error as { stdout?: string; stderr?: string; message: string };
      failures.push(`${manifest.name}: ${what}: ${`${stdout ?? ""}${stderr ?? ""}`.slice(0, 1500) || message}`);
    }
  };
  const entries = specifiers(manifest);
  await attempt("import", async () => {
    writeFileSync(
      join(project, "esm.mjs"),
      entries
        .map(
          (entry) =>
            `if (Object.keys(await import(${JSON.stringify(entry)})).length === 0) throw new Error(${JSON.stringify(`${entry} exports nothing`)});`,
        )
        .join("\n"),
    );
    await run("node", ["esm.mjs"], project);
  });
  await attempt("require", async () => {
    writeFileSync(
      join(project, "common.cjs"),
      entries
        .map(
          (entry) =>
            `if (Object.keys(require(${JSON.stringify(entry)})).length === 0) throw new Error(${JSON.stringify(`${entry} exports nothing`)});`,
        )
        .join("\n"),
    );
    await run("node", ["common.cjs"], project);
  });
  writeFileSync(
    join(project, "index.ts"),
    `${entries.map((entry, index) => `import * as m${index} from ${JSON.stringify(entry)};`).join("\n")}\nexport const names: string[] = [${entries.map((_, index) => `...Object.keys(m${index})`).join(", ")}];\n`,
  );
  for (const name of COMPILERS) {
    await attempt(name, async () => {
      writeFileSync(
        join(project, "tsconfig.json"),
        JSON.stringify({
          compilerOptions: {
            module: "nodenext",
            target: "es2024",
            lib: ["es2024", "dom", "dom.iterable", "dom.asynciterable"],
            types: ["node"],
            strict: true,
            exactOptionalPropertyTypes: true,
            noEmit: true,
            skipLibCheck: false,
          },
          files: ["index.ts"],
        }),
      );
      await run("node", [compiler(name), "-p", "tsconfig.json"], project);
    });
  }
  for (const [name] of Object.entries(manifest.bin ?? {})) {
    await attempt(`${name} --help`, () => run(join(project, "node_modules/.bin", name), ["--help"], project));
  }
  return failures;
}

async function failuresOf(one: Packed, all: readonly Packed[]): Promise<string[]> {
  try {
    return await checkPackage(one, all, folder);
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    return [`${one.manifest.name}: install: ${stderr ?? message}`];
  }
}

function report({ manifest }: Packed, failures: readonly string[]): void {
  for (const failure of failures) process.stdout.write(`✖ ${failure}\n`);
  if (failures.length > 0) failed++;
  else {
    passed++;
    process.stdout.write(
      `✔ ${manifest.name}@${manifest.version}: ESM, CommonJS, TypeScript 5.9, 6.0, 7.0 (${specifiers(manifest).length} entries)\n`,
    );
  }
}

const wanted = process.argv[2] ?? "";
const folder = mkdtempSync(join(tmpdir(), "coo-consumer-"));
let passed = 0;
let failed = 0;
try {
  const all = await packAll(folder);
  const queue = all.filter((one) => one.manifest.name.includes(wanted));
  // Two at a time: an installation waits for the disk as much as it computes.
  await Promise.all([work(), work()]);

  async function work(): Promise<void> {
    for (let one = queue.shift(); one; one = queue.shift()) report(one, await failuresOf(one, all));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
