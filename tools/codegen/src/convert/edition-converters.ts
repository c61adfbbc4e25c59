import type { Report } from "@coo/evolution";
import type { ComplexPlan } from "../plan.ts";
import type { EditionResult } from "../repo.ts";
import { type Converters, convertersOf } from "./converters-of.ts";
import type { ConverterDraft } from "./draft-converters.ts";
import { renderConverters } from "./render-converters.ts";

/** Generated file of an edition that holds the converters from and to the one before. */
export const CONVERTERS = "convert.ts";

/**
 * Editions with converters from and to the edition that each follows, as a file of each package where a type differs.
 *
 * @param before - The edition that one follows; `null` for the first one. One that is not among the results any more has
 * nothing to convert from.
 * @param compare - Compares the documents of two editions.
 */
export function withConverters(
  results: readonly EditionResult[],
  before: (edition: string) => string | null,
  compare: (old: string, now: string) => Report,
): EditionResult[] {
  return results.map((result) => {
    const name = before(result.edition);
    const former = results.find((r) => r.edition === name);
    if (former === undefined) return result;
    const made = convertersOf(
      former.generated.convertible,
      result.generated.convertible,
      compare(former.edition, result.edition),
    );
    const files = new Map(result.generated.files);
    for (const [file, text] of filesOf(made, former.edition, result.edition)) files.set(file, text);
    const sorted = new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
    return { ...result, generated: { ...result.generated, files: sorted } };
  });
}

/** A file of each package that has converters, by path. */
function filesOf(all: Converters, old: string, now: string): Map<string, string> {
  // A pair of types belongs where its new type is.
  const ofUpgrade = (d: ConverterDraft): string => d.to.file.package.folder;
  const ofDowngrade = (d: ConverterDraft): string => d.from.file.package.folder;
  const folders = new Set([...all.upgrades.map(ofUpgrade), ...all.downgrades.map(ofDowngrade)]);
  const homes = new Map<string, string>();
  const packages = new Map<string, string>();
  for (const [drafts, folderOf] of [
    [all.upgrades, ofUpgrade],
    [all.downgrades, ofDowngrade],
  ] as const)
    for (const draft of drafts)
      for (const type of [draft.from, draft.to]) {
        homes.set(type.id, folderOf(draft));
        packages.set(folderOf(draft), (folderOf === ofUpgrade ? draft.to : draft.from).file.package.specifier);
      }
  const files = new Map<string, string>();
  for (const folder of folders) {
    const own: Converters = {
      upgrades: all.upgrades.filter((d) => ofUpgrade(d) === folder),
      downgrades: all.downgrades.filter((d) => ofDowngrade(d) === folder),
    };
    const specifier = packages.get(folder) as string;
    const moduleOf = (edition: string, own: string) => (type: ComplexPlan) =>
      type.file.package.name === nameIn(specifier) ? own : `${type.file.package.name}/${edition}`;
    const text = renderConverters(
      all,
      {
        old: moduleOf(old, `../${old}/index.ts`),
        new: moduleOf(now, "./index.ts"),
        converters: (type) => {
          const home = homes.get(type.id);
          return home === undefined || home === folder ? null : `${packages.get(home)}/convert`;
        },
        origin: `coo-codegen regen from schemas/${old} and schemas/${now}`,
      },
      own,
    );
    files.set(`${folder}/${CONVERTERS}`, text);
  }
  return files;
}

/** `@coo/msg-goods/2018-07` → `@coo/msg-goods` */
function nameIn(specifier: string): string {
  return specifier.slice(0, specifier.lastIndexOf("/"));
}
