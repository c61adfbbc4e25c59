import { nearest } from "@coo/wsdl";
import { CodegenError } from "./errors.ts";
import { type JsonSource, readJson } from "./json-source.ts";

/** One thing to generate, as `coo-codegen.json` states it; paths are relative to that file. */
export interface ConfigJob {
  readonly name?: string;
  readonly entries?: readonly string[];
  readonly manifest?: string;
  readonly out: string;
  /** Names by component, as in the generated `names.ts`. */
  readonly names?: Readonly<Record<string, string>>;
  readonly unknownNames?: "refuse" | "any";
  readonly absentImports?: "refuse" | "pass";
  /** Folder that imports must not leave. */
  readonly root?: string;
  readonly keepGoing?: boolean;
  readonly strict?: boolean;
  readonly served?: boolean;
  readonly registry?: boolean;
}

type Kind = "text" | "texts" | "map" | "flag" | "unknown" | "absent";

/** The keys of a job; `coo-codegen.schema.json` states the same, and a test compares them. */
const KEYS: Readonly<Record<keyof ConfigJob, Kind>> = {
  name: "text",
  entries: "texts",
  manifest: "text",
  out: "text",
  names: "map",
  unknownNames: "unknown",
  absentImports: "absent",
  root: "text",
  keepGoing: "flag",
  strict: "flag",
  served: "flag",
  registry: "flag",
};

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
const CHECKS: Readonly<Record<Kind, readonly [(value: unknown) => boolean, en: string, zh: string]>> = {
  text: [isText, "a string that is not empty", "非空字符串"],
  texts: [(v) => Array.isArray(v) && v.length > 0 && v.every(isText), "an array of paths", "路径数组"],
  map: [(v) => isRecord(v) && Object.values(v).every(isText), "an object of strings", "值为字符串的对象"],
  absent: [(v) => v === "refuse" || v === "pass", '"refuse" or "pass"', '"refuse" 或 "pass"'],
  unknown: [(v) => v === "refuse" || v === "any", '"refuse" or "any"', '"refuse" 或 "any"'],
  flag: [(v) => typeof v === "boolean", "true or false", "true 或 false"],
};

/**
 * Reads `coo-codegen.json`.
 *
 * @param file - Path for messages.
 * @throws {@link CodegenError} `GEN_MANIFEST`, with everything that is wrong in `problems`.
 */
export function parseConfig(text: string, file: string): readonly ConfigJob[] {
  const { value: json, at } = readJson(text, file);
  const found: Fault[] = [];
  if (!isRecord(json))
    throw wrong(at, [
      { path: "", en: "not an object", zh: "不是对象", expected: [`{ "jobs": […] }`, `{ "jobs": […] }`] },
    ]);
  for (const key of Object.keys(json))
    if (key !== "$schema" && key !== "jobs") found.push(unknownKey(key, "", ["jobs", "$schema"]));
  if ("$schema" in json && typeof json["$schema"] !== "string")
    found.push({ path: "$schema", en: "is no string", zh: "不是字符串", expected: ["a string", "字符串"] });
  const jobs = json["jobs"];
  if (!Array.isArray(jobs) || jobs.length === 0)
    found.push({
      path: "jobs",
      en: "is missing or empty",
      zh: "缺失或为空",
      expected: ["an array of jobs", "任务数组"],
    });
  else for (const [i, job] of jobs.entries()) checkJob(job, `jobs[${i}]`, found);
  if (found.length > 0) throw wrong(at, found);
  return jobs as readonly ConfigJob[];
}

interface Fault {
  readonly path: string;
  readonly en: string;
  readonly zh: string;
  readonly expected: readonly [en: string, zh: string];
}

function checkJob(job: unknown, path: string, found: Fault[]): void {
  if (!isRecord(job)) {
    found.push({
      path,
      en: "is no object",
      zh: "不是对象",
      expected: [`{ "entries": […], "out": "…" }`, `{ "entries": […], "out": "…" }`],
    });
    return;
  }
  for (const [key, value] of Object.entries(job)) {
    const kind = Object.hasOwn(KEYS, key) ? KEYS[key as keyof ConfigJob] : undefined;
    if (kind === undefined) {
      found.push(unknownKey(key, `${path}.`, Object.keys(KEYS)));
      continue;
    }
    const [fits, en, zh] = CHECKS[kind];
    if (!fits(value))
      found.push({ path: `${path}.${key}`, en: "has the wrong form", zh: "格式不对", expected: [en, zh] });
  }
  if (!("out" in job))
    found.push({ path: `${path}.out`, en: "is missing", zh: "缺失", expected: ["the output folder", "输出目录"] });
  if (!("entries" in job) && !("manifest" in job))
    found.push({
      path,
      en: "names no documents",
      zh: "未指定文档",
      expected: [`"entries" or "manifest"`, `"entries" 或 "manifest"`],
    });
}

function unknownKey(key: string, path: string, known: readonly string[]): Fault {
  const near = nearest(key, known);
  const list = near === null ? known.join(", ") : near;
  return { path: path + key, en: "is no known key", zh: "不是已知的键", expected: [list, list] };
}

function wrong(at: JsonSource["at"], faults: readonly Fault[]): CodegenError {
  const [first, ...others] = faults.map(({ path, en, zh, expected }) => ({
    code: "GEN_MANIFEST" as const,
    at: at(stepsOf(path)),
    message: path === "" ? `the configuration is ${en}` : `${path} ${en}`,
    messageZh: path === "" ? `配置${zh}` : `${path} ${zh}`,
    expected: expected[0],
    expectedZh: expected[1],
    advice: "correct the file; its JSON Schema is coo-codegen.schema.json of this package",
    adviceZh: "请更正该文件,其 JSON Schema 为本包的 coo-codegen.schema.json",
  }));
  return new CodegenError(first as NonNullable<typeof first>, others);
}

/** Steps of a path such as `jobs[0].out`. */
function stepsOf(path: string): (string | number)[] {
  return path.split(/[.[\]]+/).flatMap((step) => (step === "" ? [] : [/^\d+$/.test(step) ? Number(step) : step]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
