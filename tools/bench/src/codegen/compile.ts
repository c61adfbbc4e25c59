import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { FROM_SOURCE } from "../whole-process.ts";

/** The compilers under which generated code promises to compile, by the package that brings each. */
export const COMPILERS: Readonly<Record<string, string>> = {
  "5.9": "typescript-5.9",
  "6.0": "typescript-6.0",
  "7.0": "typescript",
};

/** What the compiler says about itself. */
export interface Diagnostics {
  readonly instantiations: number;
  readonly types: number;
  /** Seconds. */
  readonly check: number;
  readonly total: number;
}

/** Three programs that declare the same types, as texts of their files. */
export interface Programs {
  /** Generated interfaces and enumerations, without descriptors. */
  readonly interfaces: Readonly<Record<string, string>>;
  /** The same types inferred from zod schemas, as one would write them by hand. */
  readonly inferred: Readonly<Record<string, string>>;
  /** The whole generated folder. */
  readonly whole: Readonly<Record<string, string>>;
  /** Interfaces among them. */
  readonly types: number;
}

/** Takes programs out of generated files; `name` is that of the module with the types. */
export function programsOf(files: ReadonlyMap<string, string>, name: string): Programs {
  const module = files.get(`${name}.ts`) as string;
  const schemas = files.get(`${name}.schema.ts`) as string;
  const declarations = [...module.matchAll(/^export (?:interface (\w+) \{\n(?:.*\n)*?\}|type \w+ =(?:.*\n)*?.*;)$/gm)];
  const interfaces = declarations.flatMap(([text, type]) => {
    const property = /^ {2}(\w+)\??:/m.exec(text)?.[1];
    return type === undefined || property === undefined ? [] : [{ type, property }];
  });
  const checks = [...schemas.matchAll(/^export const (\w+)Schema: [\s\S]*?^\}> = ([\s\S]*?);\n(?:\n|(?![\s\S]))/gm)];
  const shared = [...schemas.matchAll(/^const .*;$/gm)];
  const inferred = ['import * as z from "zod";', ...shared.map(([line]) => line)];
  const values = new Map(
    checks.map(([, type = "", value = ""]) => [
      type,
      value.replace(/z\.lazy\(\(\): z\.ZodType<\w+> => (\w+)\)/g, "$1"),
    ]),
  );
  const write = (type: string): void => {
    const value = values.get(type);
    if (value === undefined || !values.delete(type)) return;
    // As by hand: what a schema names stands before it.
    for (const [, other = ""] of value.matchAll(/\b(\w+)Schema\b/g)) write(other);
    inferred.push(`export const ${type}Schema = ${value};`, `export type ${type} = z.infer<typeof ${type}Schema>;`);
  };
  for (const type of values.keys()) write(type);
  const asked = interfaces.map(
    ({ type, property }) =>
      `export function ask${type}(value: m.${type}): m.${type}["${property}"] { return value.${property}; }`,
  );
  const uses = ['import type * as m from "./types.ts";', ...asked].join("\n");
  return {
    interfaces: { "types.ts": declarations.map(([text]) => text).join("\n"), "uses.ts": uses },
    inferred: { "types.ts": inferred.join("\n"), "uses.ts": uses },
    whole: Object.fromEntries(files),
    types: interfaces.length,
  };
}

/**
 * Compiles a program.
 *
 * @param folder - Where its files are written.
 * @throws {Error} when the compiler complains.
 */
export function compile(program: Readonly<Record<string, string>>, folder: string, version: string): Diagnostics {
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(program)) writeFileSync(join(folder, file), text);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: OPTIONS, include: ["*.ts"] }));
  const tsc = join(dirname(manifestOf(COMPILERS[version] as string)), "bin/tsc");
  const run = spawnSync(
    process.execPath,
    ["--max-old-space-size=6000", tsc, "-p", folder, "--extendedDiagnostics", "--pretty", "false"],
    { encoding: "utf8", maxBuffer: 1 << 26 },
  );
  if (run.status !== 0) throw new Error(`TypeScript ${version}: ${`${run.stdout}${run.stderr}`.slice(0, 2000)}`);
  const figure = (name: string): number => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(run.stdout)?.[1]);
  return {
    instantiations: figure("Instantiations"),
    types: figure("Types"),
    check: figure("Check time"),
    total: figure("Total time"),
  };
}

function manifestOf(name: string): string {
  for (let folder = new URL(".", import.meta.resolve(name)); folder.pathname !== "/"; folder = new URL("../", folder)) {
    const file = fileURLToPath(new URL("package.json", folder));
    try {
      // An alias keeps the package's own name.
      if (JSON.parse(readFileSync(file, "utf8")).name === "typescript") return file;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
  throw new Error(`no package.json of ${name}`);
}

const OPTIONS = {
  module: "nodenext",
  moduleResolution: "nodenext",
  target: "es2024",
  // Sources of ours, which only tests look at, use what declarations do not name.
  lib: FROM_SOURCE ? ["es2024", "dom"] : ["es2024"],
  types: FROM_SOURCE ? ["node"] : [],
  // Sources import each other by the packages' names: nothing needs to be built for them.
  customConditions: FROM_SOURCE ? ["@coo/source"] : [],
  typeRoots: [join(import.meta.dirname, "../../../../node_modules/@types")],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
  paths: {
    "@coo/soap/gen1": [declarationsOf(import.meta.resolve("@coo/soap/gen1"))],
    "@coo/soap/with/*": [
      declarationsOf(import.meta.resolve("@coo/soap/with/all")).replace(/all(?=\.(?:d\.)?ts$)/, "*"),
    ],
    "@coo/xml": [declarationsOf(import.meta.resolve("@coo/xml"))],
    "@coo/xml/pattern": [declarationsOf(import.meta.resolve("@coo/xml/pattern"))],
    zod: [fileURLToPath(import.meta.resolve("zod")).replace(/\.js$/, ".d.ts")],
  },
};

/** Declarations of a module of ours: its source, or those that were built. */
function declarationsOf(url: string): string {
  return fileURLToPath(url).replace(/\.js$/, ".d.ts");
}
