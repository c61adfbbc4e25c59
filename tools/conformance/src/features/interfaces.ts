/**
 * The interfaces among generated files: what a reader of the types sees, without descriptors and schemas.
 *
 * @param files - Text by path, as the generator gives it.
 */
export function interfacesOf(files: ReadonlyMap<string, string>): string {
  const parts: string[] = [];
  for (const [file, text] of files) {
    if (!file.endsWith(".ts") || file.endsWith(".schema.ts") || OTHERS.has(file.slice(file.lastIndexOf("/") + 1)))
      continue;
    const blocks = text.split("\n\n").flatMap((block) => {
      if (/^export (?:interface|type) /m.test(block)) return [block];
      // Of a service the operations it has; how they lie on the wire is for the codec.
      const service = /^(?:\/\*\*[^]*?\*\/\n)?export const \w+: ServiceDescriptor<\{\n[^]*?\n\}>/m.exec(block);
      return service ? [service[0]] : [];
    });
    if (blocks.length > 0) parts.push(`//// ${file}\n${blocks.map((b) => b.trimEnd()).join("\n\n")}\n`);
  }
  return parts.join("\n");
}

/** Files that say the same of every package. */
const OTHERS: ReadonlySet<string> = new Set([
  "agreement.ts",
  "labels.ts",
  "testing.ts",
  "names.ts",
  "index.ts",
  "registry.ts",
]);
