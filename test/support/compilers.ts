import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const repo = resolve(import.meta.dirname, "../..");

/** Major versions of TypeScript on which generated code must compile. */
export const COMPILERS: readonly string[] = ["5.9", "6", "7"];

/** Path of the compiler of a version, out of the store of installed packages; `null` when it is not there. */
export function compilerOf(version: string): string | null {
  const store = join(repo, "node_modules/.pnpm");
  const found = readdirSync(store)
    .filter((n) => n.startsWith(`typescript@${version}`) && !n.includes("rc"))
    .sort()
    .at(-1);
  const path = found ? join(store, found, "node_modules/typescript/bin/tsc") : "";
  return found && existsSync(path) ? path : null;
}

/** The options under which generated code promises to compile. */
const OPTIONS = {
  module: "nodenext",
  moduleResolution: "nodenext",
  target: "es2024",
  lib: ["es2024"],
  types: ["node"],
  typeRoots: [join(repo, "node_modules/@types")],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  declaration: true,
  erasableSyntaxOnly: true,
  verbatimModuleSyntax: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: false,
  // What comes with the compiler is not ours to check, and takes it a third of its time.
  skipDefaultLibCheck: true,
  paths: {
    "@coo/soap/gen1": [join(repo, "packages/soap/src/gen1.ts")],
    "@coo/soap/with/*": [join(repo, "test/support/side-effect.d.ts")],
    "@coo/soap/convert": [join(repo, "packages/soap/src/convert.ts")],
    "@coo/xml": [join(repo, "packages/xml/src/index.ts")],
    "@coo/xml/pattern": [join(repo, "packages/xml/src/pattern.ts")],
    zod: [join(repo, "tools/codegen/node_modules/zod/index.d.ts")],
  },
};

/**
 * Type-checks all `.ts` files below some folders.
 *
 * @param folder - Where the configuration of the run is written.
 * @param below - Folders below `folder`; `["."]` for all.
 * @param version - Major version of the compiler, see {@link COMPILERS}.
 * @param changed - Options of the compiler that differ from those under which generated code promises to compile.
 * @returns The compiler's complaints, a line each.
 */
export function typeCheck(
  folder: string,
  below: readonly string[] = ["."],
  version = "7",
  changed: Readonly<Record<string, unknown>> = {},
): string[] {
  const tsc = compilerOf(version);
  if (tsc === null) throw new Error(`TypeScript ${version} is not installed`);
  const config = join(folder, `tsconfig.${version}.json`);
  writeFileSync(join(folder, "package.json"), `{ "type": "module" }\n`);
  writeFileSync(
    config,
    JSON.stringify({
      compilerOptions: { ...OPTIONS, ...changed },
      include: below.map((b) => `${join(folder, b)}/**/*.ts`),
    }),
  );
  const run = spawnSync(process.execPath, ["--max-old-space-size=6000", tsc, "-p", config, "--pretty", "false"], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  rmSync(config);
  const lines = `${run.stdout}${run.stderr}`.split("\n").filter((l) => l !== "");
  if (run.status !== 0 && lines.length === 0) lines.push(`the compiler ended with ${run.status ?? run.signal}`);
  return lines;
}

/** Lets generated code in a folder outside of the repository be imported. */
export function linkDependencies(folder: string): void {
  for (const [name, target] of [
    ["zod", join(repo, "tools/codegen/node_modules/zod")],
    ["@coo/soap", join(repo, "packages/soap")],
  ] as const) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    if (!existsSync(link)) symlinkSync(target, link);
  }
}
