import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Arguments, parseArguments, usageError } from "../arguments.ts";
import type { Context } from "../command.ts";
import { compareSets } from "../diff/compare-sets.ts";
import { entriesOfSet } from "../diff/load-set.ts";
import { manifestOfSet } from "../diff/manifest-of-set.ts";
import { reportDiffFailure } from "../diff/report-diff-failure.ts";
import { type OpenedSets, withSets } from "../diff/with-sets.ts";
import { generate } from "../generate.ts";
import type { ComplexPlan } from "../plan.ts";
import { convertersOf } from "./converters-of.ts";
import type { ConvertibleTypes } from "./convertible-types.ts";
import { renderConverters } from "./render-converters.ts";

/** The work of `coo-codegen convert`; gives the exit code. */
export function runConvert(args: readonly string[], { output }: Context): Promise<number> {
  const parsed = parseArguments(args, { switches: [], values: ["--out", "--old-module", "--new-module"] });
  const [given, other, ...more] = parsed.rest;
  if (given === undefined || other === undefined || more.length > 0)
    throw usageError("convert takes two files or folders: OLD NEW", "convert 需要两个文件或目录:OLD NEW");
  return withSets(given, other, output, (sets) => convertSets(sets, parsed));
}

function convertSets({ old, new: now, output }: OpenedSets, parsed: Arguments): number {
  try {
    const { report } = compareSets(old, now);
    const moduleOf = (flag: string) => (type: ComplexPlan) => {
      const specifier = parsed.values.get(flag) ?? type.file.package.specifier;
      if (specifier !== "") return specifier;
      throw usageError(`without a manifest ${flag} has to be given`, `没有 manifest 时须给出 ${flag}`);
    };
    const modules = { old: moduleOf("--old-module"), new: moduleOf("--new-module") };
    const converters = convertersOf(typesOf(old), typesOf(now), report);
    const text = renderConverters(converters, modules);
    const out = parsed.values.get("--out");
    if (out === undefined) output.out(text);
    else writeFileSync(out, text);
    const { upgrades, downgrades } = converters;
    const total = (of: typeof upgrades): string => `${of.filter((d) => d.given.length === 0).length}/${of.length}`;
    output.err(
      `升级 upgrade ${total(upgrades)}、降级 downgrade ${total(downgrades)} 无须补值 · of these need no values\n`,
    );
    return 0;
  } catch (error) {
    return reportDiffFailure(error, output);
  }
}

function typesOf(path: string): ConvertibleTypes {
  if (!statSync(path).isDirectory()) return generate({ entries: [path] }).convertible;
  if (manifestOfSet(path) !== null) return generate({ entries: [], manifest: join(path, "manifest.json") }).convertible;
  return generate({ entries: entriesOfSet(path), root: path }).convertible;
}
