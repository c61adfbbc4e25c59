import { existsSync, readFileSync } from "node:fs";
import { basename, join, posix, relative, resolve, sep } from "node:path";
import {
  type AcceptedWaiver,
  type Bump,
  formatChanges,
  formatChangeset,
  formatJson,
  type ReleaseFacts,
  type Report,
  releaseBump,
} from "@coo/evolution";
import { usageError } from "../arguments.ts";
import { CONVERTERS } from "../convert/edition-converters.ts";
import { compareSets } from "../diff/compare-sets.ts";
import { manifestOfSet } from "../diff/manifest-of-set.ts";
import { releaseFacts } from "../diff/release-facts.ts";
import type { Manifest } from "../manifest.ts";
import { type EditionResult, generateRepo } from "../repo.ts";
import { digestOf, digestOfFiles, filesBelow } from "./digest.ts";
import { ENTRIES, withEditions } from "./exports-map.ts";
import { EDITION, LEDGER, type Ledger, type LedgerEdition, ledgerText, liveEditions, readLedger } from "./ledger.ts";
import { listedConverters } from "./listed-converters.ts";
import { pinnedImports } from "./pin-imports.ts";
import { refusal } from "./refusal.ts";
import { refuseEarlyRemovals } from "./sunset-gate.ts";
import { VERSIONS, versionsTable, withReleasedVersions } from "./versions.ts";
import { acceptedBy, readWaivers, WAIVERS } from "./waivers.ts";
import type { Tree } from "./write-tree.ts";

/** The three releases that a notice leads to. */
export type RegenEvent = "announce" | "adopt" | "retire";

/** What is asked for. */
export interface RegenRequest {
  readonly event: RegenEvent;
  readonly edition: string;
  /** Folder of the repository. */
  readonly root: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Adopt before the effective date. */
  readonly early: boolean;
  /** The edition is an invented one, and that is known. */
  readonly example: boolean;
  /** What is potentially breaking decides the release like breaking. */
  readonly strictPotential: boolean;
}

/** One package of the release. */
export interface Release {
  readonly name: string;
  readonly bump: Exclude<Bump, "none">;
}

/** What is to be written. */
export interface RegenPlan {
  /** Every file that belongs to the release, by path below the repository, those included that are as they should be. */
  readonly tree: Tree;
  readonly releases: readonly Release[];
  /** Of the edition against the one before; `null` when there is none, and when it is retired. */
  readonly report: Report | null;
  readonly accepted: ReadonlyMap<string, AcceptedWaiver>;
}

const MONTHS_BEFORE_RETIRING = 12;

/**
 * Works out a release; nothing is written.
 *
 * @throws {@link CodegenError} `GEN_USAGE`, `GEN_MANIFEST`, `GEN_INPUT`, `GEN_REFUSED`; `EvolutionError`.
 */
export function planRegen(request: RegenRequest): RegenPlan {
  const { event, edition, root } = request;
  if (!EDITION.test(edition))
    throw usageError(`${edition} is no edition`, `${edition} 不是版本号`, [
      "格式为 YYYY-MM[-DD][-label]",
      "YYYY-MM[-DD][-label]",
    ]);
  const ledger = readLedger(root);
  if (event === "retire") return planRetire(request, needed(ledger));
  const manifest = manifestOfSet(join(root, "schemas", edition));
  if (manifest === null || manifest.edition !== edition)
    throw usageError(
      `schemas/${edition}/manifest.json is missing or of another edition`,
      `缺少 schemas/${edition}/manifest.json,或其版本号不符`,
    );
  if (manifest.status === "example" && !request.example)
    throw refusal(
      `${edition} is an invented example, not an interface of anybody`,
      `${edition} 是虚构的示例,不是任何人的接口`,
      "give --example to rehearse with it",
      "如需演练,请加 --example",
    );
  // The first edition of a repository is its default; there is nothing to compare it with.
  if (ledger === null) {
    const first = { formatVersion: 1 as const, default: edition, editions: {}, changesets: {} };
    const generated = generateRepo(root, [edition]);
    const state = { state: "adopted" as const, after: null, adopted: request.today, generated: null };
    return finished(request, first, { [edition]: state }, generated, [], null, new Map(), new Map());
  }
  const known = ledger.editions[edition];
  if (known?.state === "retired") throw usageError(`${edition} was retired`, `${edition} 已停用`);
  return planRelease(request, ledger, known, manifest);
}

function planRelease(
  request: RegenRequest,
  ledger: Ledger,
  known: LedgerEdition | undefined,
  manifest: Manifest,
): RegenPlan {
  const { event, edition, root, today } = request;
  const adopts = event === "adopt";
  const isDefault = ledger.default === edition;
  if (adopts && !isDefault && !request.early && manifest.effectiveDate !== undefined && today < manifest.effectiveDate)
    throw refusal(
      `${edition} is in force from ${manifest.effectiveDate} on, today is ${today}`,
      `${edition} 自 ${manifest.effectiveDate} 起生效,今天是 ${today}`,
      "wait, or give --early",
      "请等待,或加 --early",
    );
  const old =
    isDefault || (known !== undefined && !adopts)
      ? (known?.after ?? null)
      : adopts
        ? ledger.default
        : (manifest.after ?? ledger.default);
  if (old !== null && !Object.hasOwn(ledger.editions, old))
    throw usageError(`${edition} follows ${old}, which was never announced`, `${edition} 的前一版本 ${old} 从未发布`);
  const after = {
    ...ledger.editions,
    ...(old === null ? {} : { [edition]: { ...known, after: old } as LedgerEdition }),
  };
  const generated = listedConverters(root, { editions: after })(
    generateRepo(root, [...new Set([...liveEditions(ledger), edition])]),
  );
  refuseEdited(request, ledger, generated);
  const changed =
    old === null
      ? null
      : compareSets(join(root, "schemas", old), join(root, "schemas", edition), {
          strictPotential: request.strictPotential,
        });
  const report = changed?.report ?? null;
  const accepted =
    report === null || old === null
      ? new Map<string, AcceptedWaiver>()
      : acceptedBy(readWaivers(join(root, WAIVERS)), report, { old, new: edition }, today);
  if (report !== null && old !== null)
    refuseEarlyRemovals(manifestOfSet(join(root, "schemas", old)), report, accepted, manifest.effectiveDate ?? today);
  const pinned =
    adopts && !isDefault ? pinnedImports(root, packageFolders(manifest), ledger.default) : new Map<string, string>();
  const state: LedgerEdition["state"] = adopts || known?.state === "adopted" ? "adopted" : "announced";
  const entry = { state, after: old, adopted: known?.adopted ?? (state === "adopted" ? today : null), generated: null };
  const releases = report === null || old === null ? [] : releasesOf(request, ledger, old, report, manifest, known);
  const facts: ReleaseFacts = {
    ...releaseFacts(old === null ? null : manifestOfSet(join(root, "schemas", old)), manifest),
    waivers: [...accepted.values()],
    link: `schemas/${edition}/CHANGES.md`,
  };
  const texts = new Map<string, string>();
  if (report !== null) {
    texts.set(`schemas/${edition}/CHANGES.md`, formatChanges(report, facts));
    texts.set(`schemas/${edition}/report.json`, formatJson(report, facts));
    for (const { name, bump } of releases) {
      const hit = report.packages.find((p) => p.name === name);
      const changes = report.changes.filter((c) => c.packages.some((p) => p.name === name));
      const release = { name, bump, rollout: hit?.rollout ?? ("any-time" as const), changes };
      texts.set(changesetPath(old ?? "", edition, name), formatChangeset(release, facts));
    }
  }
  const next: Ledger = { ...ledger, default: adopts ? edition : ledger.default };
  const plan = finished(request, next, { [edition]: entry }, generated, releases, report, accepted, texts);
  return { ...plan, tree: new Map([...pinned, ...plan.tree]) };
}

/** Every package gets the new entry; what adopting it means is in the report. */
function releasesOf(
  request: RegenRequest,
  ledger: Ledger,
  old: string,
  report: Report,
  manifest: Manifest,
  known: LedgerEdition | undefined,
): Release[] {
  const adopts = request.event === "adopt";
  if (!adopts && known?.state === "adopted") return [];
  return [...packageFolders(manifest).keys()].sort().flatMap((name): Release[] => {
    const hit = report.packages.find((p) => p.name === name)?.bump ?? "none";
    // The entries without a date move to the new edition, even where nothing else changes.
    const moves = adopts ? worse(hit, "patch") : "none";
    const adds = known === undefined || !adopts ? "minor" : "none";
    const computed = releaseBump(worse(moves, adds), versionOf(request.root, name, manifest));
    // What was announced and is not released yet is released with it.
    const bump = worse(computed, pendingBump(request.root, ledger, name, changesetPath(old, request.edition, name)));
    return bump === "none" ? [] : [{ name, bump }];
  });
}

function changesetPath(old: string, edition: string, name: string): string {
  return `.changeset/iface-${old}-to-${edition}-${shortName(name)}.md`;
}

/** Bump of a changeset of ours that still waits to be released. */
function pendingBump(root: string, ledger: Ledger, name: string, path: string): Bump {
  const file = join(root, placeOf(root, basename(path)));
  if (!existsSync(file)) return "none";
  const text = readFileSync(file, "utf8");
  if (ledger.changesets[basename(path)] !== digestOf(text)) return "none";
  const line = text.split("\n").find((l) => l.startsWith(`${JSON.stringify(name)}: `)) ?? "";
  return ORDER.find((bump) => line.endsWith(`: ${bump}`)) ?? "none";
}

const ORDER: readonly Bump[] = ["none", "patch", "minor", "major"];

function worse(a: Bump, b: Bump): Bump {
  return ORDER[Math.max(ORDER.indexOf(a), ORDER.indexOf(b))] as Bump;
}

function planRetire(request: RegenRequest, ledger: Ledger): RegenPlan {
  const { edition, root, today } = request;
  const entry = ledger.editions[edition];
  if (entry === undefined) throw usageError(`${edition} was never announced`, `${edition} 从未发布`);
  const manifest = manifestOfSet(join(root, "schemas", edition));
  if (manifest === null)
    throw usageError(`schemas/${edition}/manifest.json is missing`, `缺少 schemas/${edition}/manifest.json`);
  if (entry.state !== "retired") refuseRetiring(edition, manifest, ledger, today);
  const next: Ledger = { ...ledger, editions: { ...ledger.editions, [edition]: { ...entry, state: "retired" } } };
  const generated = listedConverters(root, next)(generateRepo(root, liveEditions(next)));
  if (entry.state !== "retired") refuseEdited(request, ledger, generateRepo(root, liveEditions(ledger)));
  const releases = [...packageFolders(manifest).keys()].sort().map((name): Release => {
    const bump = releaseBump("major", versionOf(root, name, manifest));
    return { name, bump: bump === "none" ? "patch" : bump };
  });
  const texts = new Map(
    releases.map(({ name, bump }) => [
      `.changeset/iface-${edition}-retired-${shortName(name)}.md`,
      `---\n${JSON.stringify(name)}: ${bump}\n---\n\n接口版本 ${edition} 已停用,入口 \`${name}/${edition}\` 移除。/ Interface edition ${edition} is retired, the entry \`${name}/${edition}\` is gone.\n`,
    ]),
  );
  return finished(request, next, {}, generated, releases, null, new Map(), texts);
}

/** An edition stays until its sunset, and until a year after its successor became the default. */
function refuseRetiring(edition: string, manifest: Manifest, ledger: Ledger, today: string): void {
  const refuse = (why: string, whyZh: string): never => {
    throw refusal(
      `${edition} cannot be retired: ${why}`,
      `${edition} 不能停用:${whyZh}`,
      "wait; no waiver shortens this",
      "请等待,豁免不能缩短此期限",
    );
  };
  if (ledger.default === edition) refuse("it is the default", "它是默认版本");
  const { sunset } = manifest;
  if (sunset === undefined) return refuse("its manifest names no sunset", "其 manifest 未给出停用日期");
  if (today < sunset) refuse(`its sunset is ${sunset}, today is ${today}`, `停用日期为 ${sunset},今天是 ${today}`);
  const successors = Object.values(ledger.editions).filter((e) => e.after === edition && e.adopted !== null);
  const adopted = successors.map((e) => e.adopted as string).sort()[0];
  if (adopted === undefined) return refuse("no edition that follows it was adopted", "尚无后续版本被采用");
  const free = monthsAfter(adopted, MONTHS_BEFORE_RETIRING);
  if (today < free)
    refuse(
      `its successor was adopted on ${adopted}, which is free on ${free}`,
      `后续版本于 ${adopted} 采用,须到 ${free}`,
    );
}

function monthsAfter(day: string, months: number): string {
  const [y = 0, m = 1, d = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(y, m - 1 + months, d)).toISOString().slice(0, 10);
}

/** All files of the repository that follow from the ledger, and the texts of this release. */
function finished(
  request: RegenRequest,
  ledger: Ledger,
  changed: Readonly<Record<string, Omit<LedgerEdition, "sources">>>,
  generated: readonly EditionResult[],
  releases: readonly Release[],
  report: Report | null,
  accepted: ReadonlyMap<string, AcceptedWaiver>,
  texts: ReadonlyMap<string, string>,
): RegenPlan {
  const { root } = request;
  const tree = new Map<string, string | null>();
  const live = generated.map((g) => g.edition);
  const editions: Record<string, LedgerEdition> = { ...ledger.editions };
  // From the second edition on the first one is frozen too.
  const freezes = live.length > 1 || Object.values(editions).some((e) => e.state === "retired");
  const folders = new Map<string, string>();
  for (const { edition, generated: result } of generated) {
    const manifest = manifestOfSet(join(root, "schemas", edition)) as Manifest;
    for (const [name, folder] of packageFolders(manifest)) folders.set(name, folder);
    for (const [file, text] of result.files) tree.set(`packages/${file}`, text);
    const before = editions[edition] ?? changed[edition];
    if (before === undefined) throw new TypeError(`edition ${edition} is in no ledger`);
    const state = { ...before, ...changed[edition] };
    const freeze = freezes && state.state === "adopted";
    editions[edition] = {
      state: state.state,
      after: state.after,
      adopted: state.adopted,
      sources: sourcesOf(root, edition, manifest, result.documents),
      generated: freeze ? generatedDigests(result, manifest) : null,
      ...(before.versions === undefined ? {} : { versions: before.versions }),
    };
  }
  const gone = Object.keys(editions).filter((e) => editions[e]?.state === "retired");
  for (const [name, folder] of folders) {
    const base = `packages/${folder}`;
    const json = join(root, base, "package.json");
    if (!existsSync(json))
      throw usageError(`${name} has no folder packages/${folder}`, `${name} 没有目录 packages/${folder}`, [
        "请先建立该包(package.json、tsconfig)",
        "make the package first (package.json, tsconfig)",
      ]);
    const has = live.filter((e) => tree.has(`${base}/src/gen/${e}/index.ts`));
    const converting = has.filter((e) => tree.has(`${base}/src/gen/${e}/${CONVERTERS}`));
    tree.set(`${base}/package.json`, withEditions(readFileSync(json, "utf8"), has, gone, converting));
    for (const edition of gone)
      for (const file of filesBelow(join(root, base, "src/gen", edition)).keys())
        tree.set(`${base}/src/gen/${edition}/${file}`, null);
    // What an edition generates no more.
    for (const edition of live)
      for (const file of filesBelow(join(root, base, "src/gen", edition)).keys())
        if (!tree.has(`${base}/src/gen/${edition}/${file}`)) tree.set(`${base}/src/gen/${edition}/${file}`, null);
    if (!has.includes(ledger.default)) continue;
    for (const file of Object.values(ENTRIES)) {
      const path = `${base}/src/${file}`;
      const text = existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : "";
      const line = `export * from "./gen/${ledger.default}/${file}";\n`;
      const moved = text.replace(/^export \* from "\.\/gen\/[^/"]+\/[a-z]+\.ts";\n/m, line);
      tree.set(path, moved === text && !text.includes(line) ? line : moved);
    }
  }
  const generatorFixes = fixesOf(request, ledger, generated);
  const changesets = changesetsOf(request, ledger, new Map([...texts, ...generatorFixes]), tree);
  for (const [path, text] of texts) if (!path.startsWith(".changeset/")) tree.set(path, text);
  const released = withReleasedVersions(root, { ...ledger, editions, changesets }, tree);
  tree.set(LEDGER, ledgerText(released));
  tree.set(VERSIONS, versionsTable(root, released, tree));
  return { tree: new Map([...tree].sort(([a], [b]) => (a < b ? -1 : 1))), releases, report, accepted };
}

/** Changes of a frozen edition come from another generator: patches of their own. */
function fixesOf({ root }: RegenRequest, ledger: Ledger, generated: readonly EditionResult[]): Map<string, string> {
  const out = new Map<string, string>();
  for (const { edition, generated: result } of generated) {
    const frozen = ledger.editions[edition]?.generated;
    if (frozen === undefined || frozen === null) continue;
    const manifest = manifestOfSet(join(root, "schemas", edition)) as Manifest;
    for (const [name, digest] of Object.entries(generatedDigests(result, manifest))) {
      if (frozen[name] === digest) continue;
      out.set(
        `.changeset/iface-${edition}-generator-${shortName(name)}.md`,
        `---\n${JSON.stringify(name)}: patch\n---\n\n接口版本 ${edition} 未变,生成器有修正。/ Interface edition ${edition} did not change; the generator was corrected.\n`,
      );
    }
  }
  return out;
}

/** Where a changeset lies: what a pre-release consumed waits in a folder of its own. */
function placeOf(root: string, name: string): string {
  const consumed = `.changeset/pre/${name}`;
  return existsSync(join(root, consumed)) ? consumed : `.changeset/${name}`;
}

/** Adds the changesets to the tree, and gives their digests. One that was edited by hand is kept: the run is refused. */
function changesetsOf(
  { root }: RegenRequest,
  ledger: Ledger,
  texts: ReadonlyMap<string, string>,
  tree: Map<string, string | null>,
): Readonly<Record<string, string>> {
  const digests: Record<string, string> = {};
  // What was released is not on disk any more.
  for (const [name, digest] of Object.entries(ledger.changesets))
    if (existsSync(join(root, placeOf(root, name)))) digests[name] = digest;
  for (const [wanted, text] of texts) {
    if (!wanted.startsWith(".changeset/")) continue;
    const name = basename(wanted);
    const path = placeOf(root, name);
    const digest = digestOf(text);
    const written = ledger.changesets[name];
    const there = existsSync(join(root, path)) ? digestOf(readFileSync(join(root, path))) : null;
    if (there !== null && there !== digest && there !== written)
      throw refusal(
        `${path} was edited by hand`,
        `${path} 被手工修改过`,
        "it was kept; move your text to a changeset of your own and restore the file, or delete it",
        "已保留该文件;请把改动移到另一个 changeset 并恢复此文件,或将其删除",
      );
    digests[name] = digest;
    if (there === null && written === digest) continue;
    tree.set(path, text);
  }
  return digests;
}

/** A frozen edition whose files are neither what was written nor what would be written. */
function refuseEdited({ root }: RegenRequest, ledger: Ledger, generated: readonly EditionResult[]): void {
  for (const { edition, generated: result } of generated) {
    const entry = ledger.editions[edition];
    if (entry === undefined || entry.generated === null) continue;
    const manifest = manifestOfSet(join(root, "schemas", edition)) as Manifest;
    const now = generatedDigests(result, manifest);
    for (const [name, folder] of packageFolders(manifest)) {
      const there = digestOfFiles(frozenFiles(filesBelow(join(root, "packages", folder, "src/gen", edition))));
      if (there === entry.generated[name] || there === now[name]) continue;
      throw refusal(
        `packages/${folder}/src/gen/${edition} was edited by hand`,
        `packages/${folder}/src/gen/${edition} 被手工修改过`,
        "restore it from version control",
        "请从版本库恢复",
      );
    }
    const sources = sourcesOf(root, edition, manifest, result.documents);
    const changed = Object.keys({ ...sources, ...entry.sources }).find(
      (file) => file !== "manifest.json" && sources[file] !== entry.sources[file],
    );
    if (changed !== undefined)
      throw refusal(
        `schemas/${edition}/${changed} changed after the edition was adopted and frozen`,
        `schemas/${edition}/${changed} 在该版本采用并冻结之后被修改`,
        'restore it; a correction is an edition of its own, with "cause": "correction"',
        '请恢复;更正应作为独立版本,并写明 "cause": "correction"',
      );
  }
}

function generatedDigests({ files }: EditionResult["generated"], manifest: Manifest): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [name, folder] of packageFolders(manifest)) {
    const prefix = `${folder}/src/gen/${manifest.edition}/`;
    const own = [...files].filter(([file]) => file.startsWith(prefix));
    out[name] = digestOfFiles(frozenFiles(new Map(own.map(([file, text]) => [file.slice(prefix.length), text]))));
  }
  return out;
}

/** Converters go away with the edition that they lead from, whatever is frozen. */
function frozenFiles(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...files].filter(([file]) => file !== CONVERTERS));
}

/** Digests of all that decides what the edition generates. */
function sourcesOf(
  root: string,
  edition: string,
  manifest: Manifest,
  documents: readonly string[],
): Record<string, string> {
  const base = resolve(root, "schemas", edition);
  const lists = manifest.codeLists === undefined ? [] : [posix.normalize(manifest.codeLists)];
  const files = [...documents.map((file) => relative(base, file).split(sep).join("/")), "manifest.json", ...lists];
  return Object.fromEntries([...new Set(files)].sort().map((file) => [file, digestOf(readFileSync(join(base, file)))]));
}

/** Folder below `packages/` by name of the package. */
function packageFolders(manifest: Manifest): ReadonlyMap<string, string> {
  return new Map(Object.values(manifest.namespaces).map((e) => [e.package, e.package.replace(/^@[^/]+\//, "")]));
}

function shortName(name: string): string {
  return name.replace(/^@/, "").replaceAll("/", "-");
}

function versionOf(root: string, name: string, manifest: Manifest): string {
  const file = join(root, "packages", packageFolders(manifest).get(name) ?? name, "package.json");
  if (!existsSync(file)) return "0.0.0";
  return String((JSON.parse(readFileSync(file, "utf8")) as { version?: unknown }).version ?? "0.0.0");
}

function needed(ledger: Ledger | null): Ledger {
  if (ledger !== null) return ledger;
  throw usageError(`there is no ${LEDGER}`, `缺少 ${LEDGER}`, [
    "请先发布第一个版本:regen announce",
    "announce the first edition: regen announce",
  ]);
}
