import { type Arguments, usageError } from "./arguments.ts";

/** How much a run does and prints; commands that write code share these flags. */
export interface Settings {
  readonly check: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** Switches that {@link settingsOf} reads. */
export const OUTPUT_SWITCHES: readonly string[] = ["--check", "--dry-run", "--json", "--quiet"];

/** @throws {@link CodegenError} `GEN_USAGE`. */
export function settingsOf({ switches }: Arguments): Settings {
  const settings = {
    check: switches.has("--check"),
    dryRun: switches.has("--dry-run"),
    json: switches.has("--json"),
    quiet: switches.has("--quiet"),
  };
  if (settings.check && settings.dryRun)
    throw usageError("--check and --dry-run exclude each other", "--check 与 --dry-run 不能同时使用");
  return settings;
}
