import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The `index`-th TypeScript example of a README. */
export function readmeExample(readme: URL, index = 0): string {
  const blocks = [...readFileSync(readme, "utf8").matchAll(/^```ts\n(.*?)^```/gms)].map((match) => match[1] ?? "");
  const block = blocks[index];
  if (block === undefined)
    throw new Error(`${readme.pathname} has ${blocks.length} TypeScript examples, not ${index + 1}`);
  return block;
}

/**
 * Runs `source` as a module beside the calling test, so that it resolves packages as the package's own code does.
 *
 * @param testUrl - `import.meta.url` of the test.
 * @returns The module's exports.
 */
export async function runExample<Exports>(testUrl: string, source: string): Promise<Exports> {
  const folder = mkdtempSync(join(fileURLToPath(new URL(".", testUrl)), ".readme-"));
  try {
    const file = join(folder, "example.ts");
    writeFileSync(file, source);
    return (await import(pathToFileURL(file).href)) as Exports;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
