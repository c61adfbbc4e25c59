// @boundaries-ignore test support is shared by all packages
import { LOST_NAMES } from "../../../test/support/lost-names.ts";
import type { EmptyProject } from "./empty-project.ts";

/** Where the old release stands beside the new one, by npm's aliases. */
export const OLD = (name: string): string => `old-${name.replace("@coo/", "")}`;

/**
 * Runs in the project: writes a program for each message of the services: one that makes it, as a literal and from values
 * of the old type, or one that reads it, against the package as it is now.
 */
const WRITER = `
import { mkdirSync, writeFileSync } from "node:fs";
const names = process.argv.slice(2);
const literal = (value) =>
  value instanceof Uint8Array ? "new Uint8Array([" + value + "])"
  : typeof value === "bigint" ? value + "n"
  : Array.isArray(value) ? "[" + value.map(literal).join(", ") + "]"
  : typeof value === "object" && value !== null
    ? "{\\n" + Object.entries(value).map(([key, of]) => JSON.stringify(key) + ": " + literal(of)).join(",\\n") + "\\n}"
  : JSON.stringify(value);
for (const folder of ["sent", "read"]) mkdirSync(folder, { recursive: true });
for (const name of names) {
  const old = "old-" + name.replace("@coo/", "");
  const [module, testing] = [await import(name), await import(name + "/testing")];
  const type = (message) => "import type { " + message + ' } from "' + name + '";\\nimport type { ' + message + ' as Old } from "' + old + '";\\n';
  for (const service of Object.values(module)) {
    for (const [operation, { direction }] of Object.entries(service?.operations ?? {})) {
      for (const part of ["Request", "Response"]) {
        const message = operation.charAt(0).toUpperCase() + operation.slice(1) + part;
        const build = testing["build" + message];
        if (build === undefined) throw new Error(name + "/testing builds no " + message);
        // A consumer makes the requests that it calls with and the answers to what is pushed to it, and reads the others.
        if ((direction === "call") === (part === "Request"))
          writeFileSync(
            "sent/" + message + ".ts",
            type(message) + "export const value: " + message + " = " + literal(build()) +
              ";\\nexport const send = (x: Old): " + message + " => x;\\n",
          );
        else
          writeFileSync(
            "read/" + message + ".ts",
            type(message) + 'import type { Lost } from "../lost.ts";\\nexport const read = (x: ' + message + "): Old => x;\\n" +
              "export const touched: [Lost<Old, " + message + ">] extends [never] ? true : false = true;\\n",
          );
      }
    }
  }
}
`;

/**
 * Writes the programs of a consumer of `names`, whose releases are installed twice: as they are and under {@link OLD}.
 *
 * @throws {Error} when a package builds no messages.
 */
export async function writePrograms(project: EmptyProject, names: readonly string[]): Promise<void> {
  project.write("write-programs.mjs", WRITER);
  project.write("lost.ts", LOST_NAMES);
  project.write(
    "tsconfig.json",
    JSON.stringify({
      compilerOptions: {
        module: "nodenext",
        target: "es2024",
        lib: ["es2024"],
        types: ["node"],
        strict: true,
        exactOptionalPropertyTypes: true,
        allowImportingTsExtensions: true,
        noEmit: true,
        skipLibCheck: false,
      },
      include: ["sent", "read"],
    }),
  );
  const { status, output } = await project.node("write-programs.mjs", ...names);
  if (status !== 0) throw new Error(output);
}

/** A program of a consumer: it makes a message, or reads one. */
export type Program = `${"sent" | "read"}/${string}`;

/** What the compiler says of each program that fails, in the order of the programs. */
export function failing(output: string): Map<Program, string[]> {
  const found = new Map<Program, string[]>();
  for (const [, program, text] of output.matchAll(/^((?:sent|read)\/\w+)\.ts\(\d+,\d+\): (error .*)$/gm)) {
    const of = found.get(program as Program) ?? [];
    of.push(text as string);
    found.set(program as Program, of);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface Foretelling {
  readonly changes: readonly {
    readonly id: string;
    readonly component: string;
    /** `operation` ends in the operation's name. */
    readonly operations: readonly { readonly operation: string; readonly direction: "Q" | "R" | "P" | "A" }[];
    readonly sent?: { readonly types: string } | null;
    readonly read?: { readonly types: string } | null;
  }[];
}

/** Programs that a report says will fail to compile, each with the ids that make it. */
export function foretold(report: Foretelling): Map<Program, string[]> {
  const found = new Map<Program, Set<string>>();
  for (const { id, operations, sent, read } of report.changes) {
    for (const { operation, direction } of operations) {
      const side = direction === "Q" || direction === "A" ? "sent" : "read";
      if ((side === "sent" ? sent : read)?.types !== "B") continue;
      const code = operation.slice(operation.lastIndexOf(".") + 1);
      const message = `${code.charAt(0).toUpperCase()}${code.slice(1)}${direction === "Q" || direction === "P" ? "Request" : "Response"}`;
      const program: Program = `${side}/${message}`;
      found.set(program, (found.get(program) ?? new Set()).add(id));
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([program, ids]) => [program, [...ids].sort()]));
}
