import { spawnSync } from "node:child_process";
import type { Stack } from "./matrix.ts";

/** What each stack needs of Debian; the others come with npm. */
export const DEBIAN_PACKAGES: Readonly<Record<Stack, readonly string[]>> = {
  zeep: ["python3", "python3-zeep"],
  "node-soap": [],
  "strong-soap": [],
  php: ["php-cli", "php-soap", "php-xml"],
  gsoap: ["gsoap", "libgsoap-dev", "libxml2-dev", "libssl-dev", "g++", "pkg-config"],
  "jax-ws": ["jaxws", "default-jdk-headless"],
  mono: ["mono-devel"],
};

/** Installs Debian packages when that is possible here: as root, with apt-get. The stack's version tells whether it helped. */
export function installPackages(packages: readonly string[]): void {
  if (packages.length === 0 || process.getuid?.() !== 0) return;
  const run = (args: readonly string[]): void => {
    spawnSync("apt-get", args, { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  };
  run(["update"]);
  run(["install", "-y", "--no-install-recommends", ...packages]);
}
