import type { Bump } from "./report/report.ts";

/**
 * The bump to release a package of this version with: below 1.0.0 a major is a minor and all else a patch, because a
 * `major` changeset would make 1.0.0 of it.
 */
export function releaseBump(bump: Bump, version: string): Bump {
  if (bump === "none" || !version.startsWith("0.")) return bump;
  return bump === "major" ? "minor" : "patch";
}
