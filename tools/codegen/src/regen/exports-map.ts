/** Files of an edition that are entries of their package, by what stands behind the edition in the specifier. */
export const ENTRIES: Readonly<Record<string, string>> = {
  "": "index.ts",
  "/schema": "schema.ts",
  "/labels": "labels.ts",
  "/testing": "testing.ts",
};

/**
 * A `package.json` whose `exports` have the entries of these editions and of no other. What is there stays where it
 * is; new entries follow those of the edition before.
 *
 * @param gone - Editions whose entries go away.
 * @param converting - Editions with converters from and to the edition before.
 */
export function withEditions(
  packageJson: string,
  editions: readonly string[],
  gone: readonly string[],
  converting: readonly string[],
): string {
  const json = JSON.parse(packageJson) as { exports?: Record<string, unknown> };
  const stale = (key: string): boolean => editions.some((e) => key === `./${e}/convert` && !converting.includes(e));
  let entries = Object.entries(json.exports ?? {}).filter(([key]) => !gone.some((e) => isOf(key, e)) && !stale(key));
  [...editions].sort().forEach((edition, i, all) => {
    for (const [suffix, file] of Object.entries(ENTRIES)) {
      const key = `./${edition}${suffix}`;
      if (entries.some(([k]) => k === key)) continue;
      const before = all.slice(0, i).map((e) => `./${e}${suffix}`);
      const at = entries.findIndex(([k]) => before.includes(k) || (before.length === 0 && k === `.${suffix}`));
      const last = entries.findLastIndex(([k]) => before.includes(k));
      const place = last >= 0 ? last + 1 : at >= 0 ? at + 1 : entries.length;
      entries = [...entries.slice(0, place), [key, entry(edition, file)], ...entries.slice(place)];
    }
  });
  for (const edition of converting) {
    const key = `./${edition}/convert`;
    if (entries.some(([k]) => k === key)) continue;
    const place = entries.findLastIndex(([k]) => isOf(k, edition)) + 1;
    entries = [...entries.slice(0, place), [key, entry(edition, "convert.ts")], ...entries.slice(place)];
  }
  return `${JSON.stringify({ ...json, exports: Object.fromEntries(entries) }, null, 2)}\n`;
}

function isOf(key: string, edition: string): boolean {
  return key === `./${edition}` || key.startsWith(`./${edition}/`);
}

function entry(edition: string, file: string): Record<string, string> {
  const name = file.replace(/\.ts$/, "");
  return {
    "@coo/source": `./src/gen/${edition}/${file}`,
    types: `./dist/gen/${edition}/${name}.d.ts`,
    default: `./dist/gen/${edition}/${name}.js`,
  };
}
