import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
/** Packages that look at messages, and those of the messages: everything else is used from where it lies. */
const COPIED = ["client", "receiver", "sandbox", "validate", "certificate-pdf"];
const MESSAGES = ["msg-common", "msg-enterprise", "msg-document", "msg-goods", "msg-seal"];

/**
 * A workspace whose default edition is another one: the packages' sources as they are, and message packages that hold
 * nothing but what is generated from `edition`.
 *
 * @param edition - Folder of the edition; called like it.
 */
export function makeScratchWorkspace(folder: string, edition: string): void {
  const name = basename(edition);
  cpSync(edition, join(folder, "schemas", name), { recursive: true });
  for (const pkg of [...COPIED, ...MESSAGES]) {
    const from = join(ROOT, "packages", pkg);
    const to = join(folder, "packages", pkg);
    mkdirSync(join(to, "src"), { recursive: true });
    const manifest = readFileSync(join(from, "package.json"), "utf8");
    writeFileSync(join(to, "package.json"), MESSAGES.includes(pkg) ? manifest.replaceAll("2018-07", name) : manifest);
    for (const entry of readdirSync(from, { withFileTypes: true }))
      if (entry.isDirectory() && !["node_modules", "dist", "test", "bench", ".turbo", "src"].includes(entry.name))
        cpSync(join(from, entry.name), join(to, entry.name), { recursive: true });
    if (MESSAGES.includes(pkg)) {
      // What adopting an edition does: the default entries lead to it.
      for (const file of readdirSync(join(from, "src")).filter((f) => f.endsWith(".ts")))
        writeFileSync(join(to, "src", file), readFileSync(join(from, "src", file), "utf8").replaceAll("2018-07", name));
    } else cpSync(join(from, "src"), join(to, "src"), { recursive: true });
    linkModules(from, to, folder);
  }
  const demo = join(folder, "examples", "demo");
  cpSync(join(ROOT, "examples/demo"), demo, {
    recursive: true,
    filter: (path) => !/[\\/]node_modules(?:[\\/]|$)/.test(path.slice(ROOT.length)),
  });
  linkModules(join(ROOT, "examples/demo"), demo, folder);
  symlinkSync(join(ROOT, "tools"), join(folder, "tools"));
}

/** Dependencies as they are installed, but for our packages that are here. */
function linkModules(from: string, to: string, folder: string): void {
  const modules = join(from, "node_modules");
  if (!existsSync(modules)) return;
  const link = (scope: string, name: string): void => {
    if (name.startsWith(".")) return;
    const here = scope === "@coo" && [...COPIED, ...MESSAGES].includes(name);
    const target = here ? join(folder, "packages", name) : realpathSync(join(modules, scope, name));
    mkdirSync(join(to, "node_modules", scope), { recursive: true });
    symlinkSync(target, join(to, "node_modules", scope, name));
  };
  for (const entry of readdirSync(modules)) {
    if (entry.startsWith("@")) for (const name of readdirSync(join(modules, entry))) link(entry, name);
    else link("", entry);
  }
}

interface Correspondence {
  readonly interfaces: readonly {
    readonly name: string;
    readonly request: { readonly elements: readonly { readonly code: string }[] } | null;
  }[];
}

/** The demo's applications without what an edition has no place for. */
export function pruneApplications(folder: string, edition: string): void {
  const { interfaces } = JSON.parse(readFileSync(join(edition, "correspondence.json"), "utf8")) as Correspondence;
  for (const [file, operation] of [
    ["enterprise.json", "verifyEnterpriseRegistration"],
    ["seal.json", "applySealSignature"],
    ["goods-filing.json", "applyGoodsFiling"],
    ["general.json", "applyGeneralCertificate"],
    ["rcep.json", "applyPreferentialCertificate"],
  ] as const) {
    const found = interfaces.find((i) => i.name === operation)?.request?.elements ?? [];
    const paths = new Set(found.map((e) => e.code));
    const prune = (value: unknown, path: string): unknown => {
      if (Array.isArray(value)) return value.map((item) => prune(item, path));
      if (typeof value !== "object" || value === null) return value;
      const below = (key: string): string => (path === "" ? key : `${path}/${key}`);
      return Object.fromEntries(
        Object.entries(value)
          .filter(([key]) => paths.has(below(key)))
          .map(([key, inner]) => [key, prune(inner, below(key))]),
      );
    };
    const place = join(folder, "examples/demo/applications", file);
    writeFileSync(place, `${JSON.stringify(prune(JSON.parse(readFileSync(place, "utf8")), ""), null, 2)}\n`);
  }
}
