import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@coo-tools/release/run";
import { installAlone } from "./empty-project.ts";
import type { Packed } from "./packed.ts";

const COMPILERS = ["typescript-5.9", "typescript-6.0", "typescript"] as const;

/** Installs a package in an empty project and uses all entries of it; gives what went wrong. */
export async function checkPackage(one: Packed, all: readonly Packed[], project: string): Promise<string[]> {
  const { name, entries, peers, commands } = one.published;
  const wanted = Object.entries(peers).map(([peer, range]) => `${peer}@${range}`);
  await installAlone(one, all, project, ["@types/node@24", ...wanted]);

  const failures: string[] = [];
  const attempt = async (what: string, action: () => Promise<unknown>): Promise<void> => {
    try {
      await action();
    } catch (error) {
      failures.push(`${name}: ${what}: ${(error as Error).message.slice(0, 1500)}`);
    }
  };
  const loads = (load: (entry: string) => string): string =>
    entries
      .map((entry) => {
        // Loaded for what it does to the codec; it has nothing to export.
        if (/\/with\/\w+$/.test(entry)) return `${load(JSON.stringify(entry))};`;
        const complaint = JSON.stringify(`${entry} exports nothing`);
        return `if (Object.keys(${load(JSON.stringify(entry))}).length === 0) throw new Error(${complaint});`;
      })
      .join("\n");
  await attempt("import", () => {
    writeFileSync(
      join(project, "esm.mjs"),
      loads((entry) => `await import(${entry})`),
    );
    return run("node", ["esm.mjs"], project);
  });
  await attempt("require", () => {
    writeFileSync(
      join(project, "common.cjs"),
      loads((entry) => `require(${entry})`),
    );
    return run("node", ["common.cjs"], project);
  });
  writeFileSync(
    join(project, "index.ts"),
    `${entries.map((entry, index) => `import * as m${index} from ${JSON.stringify(entry)};`).join("\n")}\nexport const names: string[] = [${entries.map((_, index) => `...Object.keys(m${index})`).join(", ")}];\n`,
  );
  const compilerOptions = {
    module: "nodenext",
    target: "es2024",
    lib: ["es2024", "dom", "dom.iterable", "dom.asynciterable"],
    types: ["node"],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: false,
    // What comes with the compiler is not ours, and takes it half of its time.
    skipDefaultLibCheck: true,
  };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["index.ts"] }));
  for (const compiler of COMPILERS)
    await attempt(compiler, () => run("node", [programOf(compiler), "-p", "tsconfig.json"], project));
  for (const command of commands)
    await attempt(`${command} --help`, () => run(join(project, "node_modules/.bin", command), ["--help"], project));
  return failures;
}

function programOf(compiler: string): string {
  const folder = new URL(`../node_modules/${compiler}/`, import.meta.url);
  const { bin } = JSON.parse(readFileSync(new URL("package.json", folder), "utf8")) as {
    readonly bin: { tsc: string };
  };
  return new URL(bin.tsc, folder).pathname;
}
