import { nearest } from "@coo/wsdl";
import { CodegenError, type CodegenProblem } from "./errors.ts";
import { type JsonPath, readJson } from "./json-source.ts";

/** What the manifest says about one operation. */
export interface ManifestOperation {
  readonly no?: number;
  readonly nameZh?: string;
  readonly nameEn?: string;
  readonly kind?: "standard" | "non-standard";
  readonly direction: "call" | "push";
  readonly effect?: "read" | "write";
  readonly area: string;
  /** `{ns}local` of the payload's type. */
  readonly request: string;
  readonly response: string;
  readonly paging?: Readonly<Record<string, unknown>>;
  /** Name of the operation in the WSDL, when ours is another. */
  readonly wsdl?: string;
  /** `{ns}local` of its port type, where several have an operation of that name. */
  readonly portType?: string;
}

export interface ManifestNamespace {
  readonly package: string;
  readonly area: string;
  /** Name of the exported service descriptor, when operations of this area exist. */
  readonly service?: string;
}

/** A component that will go away. */
export interface Deprecation {
  /** `{ns}Type/element`, as reports name it. */
  readonly component: string;
  /** `YYYY-MM-DD` */
  readonly since: string;
  /** First day on which it may be gone, `YYYY-MM-DD`. */
  readonly sunset: string;
  /** What to use in its place. */
  readonly replacement?: string;
}

/** The parts of `manifest.json` that the generator reads; its JSON Schema lies beside the editions. */
export interface Manifest {
  readonly edition: string;
  readonly files: readonly string[];
  readonly serviceNamespace: string;
  readonly namespaces: Readonly<Record<string, ManifestNamespace>>;
  readonly heads?: { readonly request: string; readonly response: string };
  readonly codeLists?: string;
  readonly wire?: Readonly<Record<string, unknown>>;
  readonly signature?: string;
  readonly operations: Readonly<Record<string, ManifestOperation>>;
  readonly closedLists?: readonly string[];
  /** Type names by component: `{ns}local`, then `/element` for anonymous types inside. */
  readonly names?: Readonly<Record<string, string>>;
  /** An `example` is announced only when it is asked for by that word. */
  readonly status?: "reference" | "proposed" | "official" | "example";
  /** First day on which the other side speaks this edition, `YYYY-MM-DD`. */
  readonly effectiveDate?: string;
  /** First day on which the edition may be retired, `YYYY-MM-DD`. */
  readonly sunset?: string;
  /** Why there is this edition; default `announced`. */
  readonly cause?: "announced" | "correction";
  /** Edition that it follows; default is the one that is the default when it is announced. */
  readonly after?: string;
  /** Whether our readers pass over what they do not know. */
  readonly reader?: "strict" | "tolerant";
  /** `{ns}local` of elements and types that a signature covers. */
  readonly signed?: readonly string[];
  readonly deprecations?: readonly Deprecation[];
  /** What was renamed since the edition before, or with `null` was not, whatever it looks like. */
  readonly renames?: readonly { readonly from: string; readonly to: string | null; readonly reason?: string }[];
}

/** Keys of a manifest, those included that other tools read. */
const KEYS = [
  "$schema",
  "edition",
  "status",
  "titleZh",
  "titleEn",
  "effectiveDate",
  "effectiveDateNote",
  "sunset",
  "cause",
  "notice",
  "after",
  "reader",
  "signed",
  "deprecations",
  "files",
  "serviceNamespace",
  "typedNamespace",
  "namespaces",
  "heads",
  "codeLists",
  "glossary",
  "wire",
  "signature",
  "operations",
  "closedLists",
  "names",
  "renames",
];

/** A day that the calendar has, `YYYY-MM-DD`. */
export function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Reads a manifest.
 *
 * @param text - JSON.
 * @param file - Path for messages.
 * @throws {@link CodegenError} `GEN_MANIFEST`, with everything that is wrong in `problems`.
 */
export function parseManifest(text: string, file: string): Manifest {
  const { value: json, at } = readJson(text, file);
  const found: CodegenProblem[] = [];
  const fault = (path: JsonPath, what: string, whatZh: string, expected: string, expectedZh = expected): void => {
    found.push({
      code: "GEN_MANIFEST",
      at: at(path),
      message: what,
      messageZh: whatZh,
      expected,
      expectedZh,
      advice: "correct the manifest; its JSON Schema is schemas/manifest.schema.json",
      adviceZh: "请更正 manifest,其 JSON Schema 见 schemas/manifest.schema.json",
    });
  };
  if (!isRecord(json)) {
    fault([], "the manifest is not an object", "manifest 不是 JSON 对象", "a JSON object", "JSON 对象");
    throw new CodegenError(found[0] as CodegenProblem);
  }
  for (const key of Object.keys(json)) {
    if (KEYS.includes(key)) continue;
    const near = nearest(key, KEYS);
    fault([key], `"${key}" is no known key`, `"${key}" 不是已知的键`, near === null ? KEYS.join(", ") : `"${near}"`);
  }
  for (const key of ["edition", "serviceNamespace"]) {
    if (typeof json[key] !== "string") fault([key], `"${key}" is missing`, `缺少 "${key}"`, `"${key}": string`);
  }
  const { edition } = json;
  if (typeof edition === "string" && !/^\d{4}-\d{2}(-\d{2})?(-[a-z0-9]+)*$/.test(edition))
    fault(["edition"], `edition "${edition}" is malformed`, `版本号 "${edition}" 格式不对`, "YYYY-MM[-DD][-label]");
  const word = (key: string, allowed: readonly string[]): void => {
    if (json[key] !== undefined && !allowed.includes(json[key] as string))
      fault([key], `"${key}" has an unknown value`, `"${key}" 的值无效`, allowed.join(", "));
  };
  word("status", ["reference", "proposed", "official", "example"]);
  word("cause", ["announced", "correction"]);
  word("reader", ["strict", "tolerant"]);
  for (const key of ["effectiveDate", "sunset"])
    if (json[key] !== undefined && !isDay(json[key]))
      fault([key], `"${key}" is no date`, `"${key}" 不是日期`, "YYYY-MM-DD");
  const deprecations: unknown = json["deprecations"] ?? [];
  const sound = (d: unknown): boolean =>
    isRecord(d) && /^\{[^{}]*\}./.test(String(d["component"])) && isDay(d["since"]) && isDay(d["sunset"]);
  if (!Array.isArray(deprecations) || !deprecations.every(sound))
    fault(
      ["deprecations"],
      `"deprecations" is malformed`,
      `"deprecations" 格式不对`,
      `[{ "component": "{ns}Type/element", "since": "YYYY-MM-DD", "sunset": "YYYY-MM-DD" }]`,
    );
  const renames: unknown = json["renames"] ?? [];
  const isRename = (r: unknown): boolean =>
    isRecord(r) && /^\{[^{}]*\}./.test(String(r["from"])) && (r["to"] === null || typeof r["to"] === "string");
  if (!Array.isArray(renames) || !renames.every(isRename))
    fault(
      ["renames"],
      `"renames" is malformed`,
      `"renames" 格式不对`,
      `[{ "from": "{ns}Type/old", "to": "{ns}Type/new" }], "to": null`,
    );
  for (const key of ["namespaces", "operations"]) {
    if (!isRecord(json[key])) fault([key], `"${key}" is missing`, `缺少 "${key}"`, `"${key}": object`);
  }
  if (isRecord(json["namespaces"]) && Object.keys(json["namespaces"]).length === 0)
    fault(["namespaces"], `"namespaces" is empty`, `"namespaces" 为空`, `{ "urn:…": { "package": …, "area": … } }`);
  for (const [ns, entry] of Object.entries(isRecord(json["namespaces"]) ? json["namespaces"] : {})) {
    if (!isRecord(entry) || typeof entry["package"] !== "string" || typeof entry["area"] !== "string")
      fault(
        ["namespaces", ns],
        `namespace ${ns} names no package and area`,
        `命名空间 ${ns} 未指定 package 与 area`,
        `{ "package": …, "area": … }`,
      );
  }
  for (const [name, entry] of Object.entries(isRecord(json["operations"]) ? json["operations"] : {})) {
    if (entry === null) {
      fault(
        ["operations", name],
        `operation ${name} is undecided`,
        `操作 ${name} 尚未确定`,
        "the operation's entry, or no line at all: see questions.json",
        "该操作的条目,或删去此行:见 questions.json",
      );
      continue;
    }
    if (!isRecord(entry)) {
      fault(["operations", name], `operation ${name} is not an object`, `操作 ${name} 不是对象`, "an object", "对象");
      continue;
    }
    if (entry["direction"] !== "call" && entry["direction"] !== "push")
      fault(
        ["operations", name, "direction"],
        `operation ${name} has no direction`,
        `操作 ${name} 未指定方向`,
        `"direction": "call" or "push"`,
        `"direction": "call" 或 "push"`,
      );
    const areas = Object.values(isRecord(json["namespaces"]) ? json["namespaces"] : {}).map((e) =>
      isRecord(e) ? e["area"] : undefined,
    );
    if (typeof entry["area"] === "string" && !areas.includes(entry["area"]))
      fault(
        ["operations", name, "area"],
        `operation ${name}: no namespace has area "${entry["area"]}"`,
        `操作 ${name}:没有 area 为 "${entry["area"]}" 的命名空间`,
        areas.filter((area) => typeof area === "string").join(", "),
      );
    for (const key of ["area", "request", "response"]) {
      if (typeof entry[key] !== "string")
        fault(
          ["operations", name, key],
          `operation ${name} lacks "${key}"`,
          `操作 ${name} 缺少 "${key}"`,
          `"${key}": string`,
        );
    }
  }
  const [first, ...others] = found;
  if (first) throw new CodegenError(first, others);
  return { files: [], ...json } as unknown as Manifest;
}
