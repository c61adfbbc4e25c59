import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Change, formatChangeset, type PackageMap, type Report, releaseBump } from "@coo/evolution";
import type { Model } from "@coo/wsdl";

const REPOSITORY = resolve(import.meta.dirname, "../../../..");
/** Versions that packages have before: one below 1.0.0, where a break is a minor, and one above. */
const VERSIONS = ["0.4.2", "1.3.0"];
const FACTS = { old: "2018-07", new: "2026-09", effectiveDate: "2026-09-01" };

/** A pair in one orientation, with the report that names its packages. */
export interface ReleaseJob {
  readonly name: string;
  readonly report: Report;
  /** Every package of the pair, and those it depends on. */
  readonly packages: ReadonlyMap<string, readonly string[]>;
}

/** What the versioning tool made of the reports. */
export interface ReleaseOpinion {
  readonly packages: number;
  /** Packages that got another version, and those of them that got it for what they depend on alone. */
  readonly raised: number;
  readonly dependents: number;
  readonly failures: readonly { readonly name: string; readonly failure: string }[];
}

/** A package for every namespace of the two sets. */
export function packageMapOf(a: Model, b: Model): PackageMap {
  const spaces = new Set<string>();
  for (const { schemas } of [a, b])
    for (const key of [...schemas.types.keys(), ...schemas.elements.keys()]) spaces.add(key.slice(1, key.indexOf("}")));
  return { namespaces: Object.fromEntries([...spaces].sort().map((ns, i) => [ns, `ns${i}`])) };
}

/** Packages by name with those they depend on: of a namespace whose documents import another one. */
export function dependenciesOf(
  documents: readonly Readonly<Record<string, string>>[],
  map: PackageMap,
): Map<string, readonly string[]> {
  const needs = new Map(Object.values(map.namespaces).map((name) => [name, new Set<string>()]));
  for (const text of documents.flatMap((d) => Object.values(d))) {
    const from = map.namespaces[/\btargetNamespace\s*=\s*"([^"]*)"/.exec(text)?.[1] ?? ""];
    for (const [, namespace = ""] of text.matchAll(/<(?:\w+:)?import\b[^>]*?\bnamespace\s*=\s*"([^"]*)"/g)) {
      const to = map.namespaces[namespace];
      // What imports each other in a circle is one package in reality; here the first one leads.
      if (from !== undefined && to !== undefined && !reaches(needs, to, from)) needs.get(from)?.add(to);
    }
  }
  // And an application of our own that no report speaks of: it moves only when a version leaves its range.
  needs.set("application", new Set(needs.keys()));
  return new Map([...needs].map(([name, on]) => [name, [...on].sort()]));
}

function reaches(needs: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  return from === to || [...(needs.get(from) ?? [])].some((next) => reaches(needs, next, to));
}

interface Package {
  readonly job: string;
  readonly name: string;
  readonly version: string;
  readonly needs: readonly string[];
  /** Proposed by the report, for this version. */
  readonly bump: ReturnType<typeof releaseBump>;
  readonly headline: string;
}

/**
 * Lets the real changesets tool version the packages of all pairs, in one scratch workspace: each package has to get the
 * version that its report foretells, its dependents theirs, and the changelog the headline.
 */
export function releaseOpinion(jobs: readonly ReleaseJob[]): ReleaseOpinion {
  const home = mkdtempSync(join(tmpdir(), "coo-releases-"));
  try {
    prepare(home);
    const failures: { name: string; failure: string }[] = [];
    const all = new Map<string, Package>();
    jobs.forEach((job, i) => {
      const wrong = wrongBump(job.report);
      if (wrong !== null) failures.push({ name: job.name, failure: wrong });
      for (const one of packagesOf(job, i)) {
        all.set(one.name, one);
        writePackage(home, one);
        const changes = job.report.changes.filter((c) => c.packages.some((p) => full(i, p.name) === one.name));
        const hit = job.report.packages.find((p) => full(i, p.name) === one.name);
        if (one.bump === "none" || hit === undefined) continue;
        const release = { name: one.name, bump: one.bump, rollout: hit.rollout, changes };
        const file = `iface-2018-07-to-2026-09-${one.name.replace("@", "").replace("/", "-")}.md`;
        writeFileSync(join(home, ".changeset", file), formatChangeset(release, FACTS));
      }
    });
    run(home, "git", ["add", "--all"]);
    run(home, "git", ["commit", "--quiet", "--no-gpg-sign", "--message", "before"]);
    run(home, process.execPath, [join(REPOSITORY, "node_modules/@changesets/cli/bin.js"), "version"]);
    const wanted = foretell(all);
    let [raised, dependents] = [0, 0];
    for (const one of all.values()) {
      const { version } = JSON.parse(readFileSync(manifestOf(home, one.name), "utf8")) as { version: string };
      const foretold = wanted.get(one.name) as string;
      if (version !== one.version) raised++;
      if (version !== one.version && one.bump === "none") dependents++;
      const failure =
        version === foretold
          ? wrongChangelog(home, one, version)
          : `${one.name} was ${one.version} with a ${one.bump}, is ${version}, foretold is ${foretold}`;
      if (failure !== null) failures.push({ name: one.job, failure });
    }
    return { packages: all.size, raised, dependents, failures };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function full(job: number, name: string): string {
  return `@mutate/p${job}-${name}`;
}

function packagesOf({ name: job, report, packages }: ReleaseJob, i: number): Package[] {
  return [...packages].map(([name, needs], k) => {
    const version = VERSIONS[(i + k) % VERSIONS.length] as string;
    const hit = report.packages.find((p) => p.name === name);
    const bump = releaseBump(hit?.bump ?? "none", version);
    const headline = `Interface ${FACTS.effectiveDate}`;
    return { job, name: full(i, name), version, needs: needs.map((n) => full(i, n)), bump, headline };
  });
}

/** The bump of all changes together by the table of the contract, read anew from the letters. */
function wrongBump({ changes, summary }: Report): string | null {
  const letters = (c: Change): { readonly breaks: boolean; readonly potential: boolean } => ({
    breaks:
      [c.sent?.types, c.read?.types, c.sent?.validation].some((letter) => letter?.startsWith("B") === true) ||
      c.rollout === "with-switch" ||
      c.id === "unclassified-change",
    potential: [c.sent, c.read].some((s) => s?.types === "P" || s?.validation === "P") || c.rollout !== "any-time",
  });
  const all = changes.map(letters);
  const grown = changes.some((c) => /-(?:added|added-unused|loosened|widened|introduced)$/.test(c.id));
  const wanted =
    changes.length === 0
      ? "none"
      : all.some((l) => l.breaks)
        ? "major"
        : grown || all.some((l) => l.potential)
          ? "minor"
          : "patch";
  return wanted === summary.bump ? null : `the bump is ${summary.bump}, by the table it is ${wanted}`;
}

/** Versions after the release; who depends on a version that left its range gets a patch. */
function foretell(all: ReadonlyMap<string, Package>): Map<string, string> {
  const versions = new Map([...all.values()].map((p) => [p.name, raise(p.version, p.bump)]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const one of all.values()) {
      if (versions.get(one.name) !== one.version) continue;
      const left = one.needs.some((n) => leaves((all.get(n) as Package).version, versions.get(n) as string));
      if (!left) continue;
      versions.set(one.name, raise(one.version, "patch"));
      changed = true;
    }
  }
  return versions;
}

function raise(version: string, bump: Package["bump"]): string {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  if (bump === "major") return `${major + 1}.0.0`;
  if (bump === "minor") return `${major}.${minor + 1}.0`;
  return bump === "patch" ? `${major}.${minor}.${patch + 1}` : version;
}

/** Whether `^old` excludes a version. */
function leaves(old: string, now: string): boolean {
  const [a, b] = [old, now].map((v) => v.split("."));
  return a?.[0] !== b?.[0] || (a?.[0] === "0" && a[1] !== b?.[1]);
}

function wrongChangelog(home: string, one: Package, version: string): string | null {
  if (version === one.version) return null;
  const file = join(home, "packages", folderOf(one.name), "CHANGELOG.md");
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (!text.includes(`## ${version}\n`)) return `the changelog of ${one.name} has no ${version}`;
  if (one.bump === "none") return text.includes("Updated dependencies") ? null : `${one.name} names no dependency`;
  return text.includes(one.headline) ? null : `the changelog of ${one.name} has no headline`;
}

function prepare(home: string): void {
  mkdirSync(join(home, ".changeset"));
  mkdirSync(join(home, "packages"));
  symlinkSync(join(REPOSITORY, "node_modules"), join(home, "node_modules"));
  writeFileSync(join(home, ".gitignore"), "node_modules\n");
  writeFileSync(
    join(home, "package.json"),
    `${JSON.stringify({ name: "scratch", private: true, version: "0.0.0" })}\n`,
  );
  writeFileSync(join(home, "pnpm-workspace.yaml"), 'packages: ["packages/*"]\n');
  writeFileSync(join(home, "pnpm-lock.yaml"), "lockfileVersion: '9.0'\n");
  // The repository's own settings: what is released with them is what is foretold.
  const config = readFileSync(join(REPOSITORY, ".changeset/config.json"), "utf8");
  writeFileSync(join(home, ".changeset/config.json"), config);
  run(home, "git", ["init", "--quiet", "--initial-branch=main"]);
}

function folderOf(name: string): string {
  return name.slice(name.indexOf("/") + 1);
}

function manifestOf(home: string, name: string): string {
  return join(home, "packages", folderOf(name), "package.json");
}

function writePackage(home: string, { name, version, needs }: Package): void {
  mkdirSync(join(home, "packages", folderOf(name)));
  const dependencies = Object.fromEntries(needs.map((n) => [n, "workspace:^"]));
  writeFileSync(manifestOf(home, name), `${JSON.stringify({ name, version, dependencies }, null, 2)}\n`);
}

function run(home: string, command: string, args: readonly string[]): void {
  const done = spawnSync(command, args, {
    cwd: home,
    encoding: "utf8",
    env: {
      ...process.env,
      GIT_AUTHOR_NAME: "mutate",
      GIT_AUTHOR_EMAIL: "mutate@example.invalid",
      GIT_COMMITTER_NAME: "mutate",
      GIT_COMMITTER_EMAIL: "mutate@example.invalid",
    },
  });
  if (done.status !== 0)
    throw new Error(
      `${command} ${args.at(-1)} ended with ${done.status}:\n${`${done.stdout}${done.stderr}`.slice(-2000)}`,
    );
}
