// Installs the packed tarball of each package, in turn, in an empty project, as a stranger would: ESM import, CommonJS
// require, and type checks with TypeScript 5.9, 6.0 and 7.0. Prints `N passed, N failed`.
//
//   npm run consumer            all packages
//   npm run consumer -- sign    those whose name contains "sign"
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

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

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 64 << 20 });
}

function packAll(folder: string): Packed[] {
  const packed: Packed[] = [];
  for (const group of ["packages", "tools"]) {
    for (const name of readdirSync(join(root, group)).sort()) {
      const directory = join(root, group, name);
      const manifest = JSON.parse(readFileSync(join(directory, "package.json"), "utf8")) as Manifest;
      if (manifest.private) continue;
      run("pnpm", ["pack", "--pack-destination", folder], directory);
      packed.push({
        manifest,
        tarball: join(folder, `${manifest.name.replace("@", "").replace("/", "-")}-${manifest.version}.tgz`),
      });
    }
  }
  return packed;
}

/** Entry points of a package, as specifiers; `package.json` left out. */
function specifiers(manifest: Manifest): string[] {
  return Object.keys(manifest.exports)
    .filter((path) => path !== "./package.json")
    .map((path) => manifest.name + path.slice(1));
}

function compiler(name: string): string {
  const manifest = JSON.parse(
    readFileSync(join(root, "tools/consumer/node_modules", name, "package.json"), "utf8"),
  ) as { bin: { tsc: string } };
  return join(root, "tools/consumer/node_modules", name, manifest.bin.tsc);
}

function checkPackage(one: Packed, all: readonly Packed[], folder: string): string[] {
  const { manifest } = one;
  const project = join(folder, "空 project", manifest.name.replace("@coo/", ""));
  mkdirSync(project, { recursive: true });
  const overrides = Object.fromEntries(all.filter((p) => p !== one).map((p) => [p.manifest.name, `file:${p.tarball}`]));
  writeFileSync(
    join(project, "package.json"),
    JSON.stringify({ name: "stranger", private: true, type: "module", overrides }),
  );
  const peers = Object.entries(manifest.peerDependencies ?? {}).map(([name, range]) => `${name}@${range}`);
  run(
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
  const attempt = (what: string, action: () => void): void => {
    try {
      action();
    } catch (error) {
      const { stdout, stderr, message } = error as { stdout?: string; stderr?: string; message: string };
      failures.push(`${manifest.name}: ${what}: ${`${stdout ?? ""}${stderr ?? ""}`.slice(0, 1500) || message}`);
    }
  };
  const entries = specifiers(manifest);
  attempt("import", () => {
    writeFileSync(
      join(project, "esm.mjs"),
      entries
        .map((entry) => `if (Object.keys(await import(${JSON.stringify(entry)})) === undefined) process.exit(1);`)
        .join("\n"),
    );
    run("node", ["esm.mjs"], project);
  });
  attempt("require", () => {
    writeFileSync(join(project, "common.cjs"), entries.map((entry) => `require(${JSON.stringify(entry)});`).join("\n"));
    run("node", ["common.cjs"], project);
  });
  writeFileSync(
    join(project, "index.ts"),
    `${entries.map((entry, index) => `import * as m${index} from ${JSON.stringify(entry)};`).join("\n")}\nexport const names: string[] = [${entries.map((_, index) => `...Object.keys(m${index})`).join(", ")}];\n`,
  );
  for (const name of COMPILERS) {
    attempt(name, () => {
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
      run("node", [compiler(name), "-p", "tsconfig.json"], project);
    });
  }
  for (const [name] of Object.entries(manifest.bin ?? {})) {
    attempt(`${name} --help`, () => run(join(project, "node_modules/.bin", name), ["--help"], project));
  }
  return failures;
}

const wanted = process.argv[2] ?? "";
const folder = mkdtempSync(join(tmpdir(), "coo-consumer-"));
let passed = 0;
let failed = 0;
try {
  const all = packAll(folder);
  for (const one of all) {
    if (!one.manifest.name.includes(wanted)) continue;
    let failures: string[];
    try {
      failures = checkPackage(one, all, folder);
    } catch (error) {
      const { stderr, message } = error as { stderr?: string; message: string };
      failures = [`${one.manifest.name}: install: ${stderr ?? message}`];
    }
    for (const failure of failures) process.stdout.write(`✖ ${failure}\n`);
    if (failures.length === 0) {
      passed++;
      process.stdout.write(
        `✔ ${one.manifest.name}@${one.manifest.version}: ESM, CommonJS, TypeScript 5.9, 6.0, 7.0 (${specifiers(one.manifest).length} entries)\n`,
      );
    } else failed++;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
