import { readFileSync } from "node:fs";

/** Everything whose version decides what the figures mean. */
const PACKAGES = [
  "@coo/soap",
  "@coo/sign",
  "@coo/client",
  "@coo/codegen",
  "soap",
  "fast-xml-parser",
  "zod",
  "undici",
  "wsdl-tsclient",
] as const;

/** Versions of all contenders as installed, by package name. */
export function versions(): Readonly<Record<string, string>> {
  return Object.fromEntries(PACKAGES.map((name) => [name, versionOf(name)]));
}

/** Not every package exports its manifest, so it is looked for above the package's entry file. */
function versionOf(name: string): string {
  for (let folder = new URL(".", import.meta.resolve(name)); folder.pathname !== "/"; folder = new URL("../", folder)) {
    try {
      const manifest = JSON.parse(readFileSync(new URL("package.json", folder), "utf8"));
      if (manifest.name === name) return manifest.version;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
  throw new Error(`no package.json of ${name}`);
}
