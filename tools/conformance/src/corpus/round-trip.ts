import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { decodeElement, encodeElement, isSoapError, type MessageDescriptor, validateValue } from "@coo/soap";
import type * as z from "zod";
import { type Disagreement, disagreements } from "./verdicts.ts";

/** What came of the messages of one generated folder. */
export interface RoundTrip {
  readonly passed: number;
  /** Values judged by codec and schema, with `probe`. */
  readonly judged: number;
  readonly problems: readonly string[];
}

/**
 * Runs the code generated in `folder`: every message that a builder makes is judged by codec and schema alike, encoded,
 * decoded and encoded again.
 */
export async function roundTrip(folder: string, probe = false): Promise<RoundTrip> {
  const load = (file: string): Promise<Record<string, unknown>> =>
    import(pathToFileURL(join(folder, file)).href) as Promise<Record<string, unknown>>;
  const [testing, index, schemas] = await Promise.all([load("testing.ts"), load("index.ts"), load("schema.ts")]);
  const messages = Object.values(index).filter(isMessage);
  const problems: string[] = [];
  let passed = 0;
  let judged = 0;
  for (const [key, build] of Object.entries(testing)) {
    if (typeof build !== "function") continue;
    const name = key.replace(/^build/, "");
    const message = isMessage(index[`${name}Message`])
      ? (index[`${name}Message`] as MessageDescriptor<unknown>)
      : messages.find((m) => m.type === index[`${name}Descriptor`]);
    if (!message) continue;
    const value: unknown = (build as () => unknown)();
    const issues = validateValue(message, value);
    const parsed = (schemas[`${name}Schema`] as z.ZodType | undefined)?.safeParse(value);
    if (issues.length > 0) problems.push(`${name}: the codec refuses it: ${issues[0]?.path}: ${issues[0]?.message}`);
    if (parsed && !parsed.success)
      problems.push(`${name}: the schema refuses it: ${JSON.stringify(parsed.error.issues[0])}`);
    if (parsed?.success && !isDeepStrictEqual(parsed.data, value)) problems.push(`${name}: the schema changes it`);
    if (issues.length > 0) continue;
    const schema = schemas[`${name}Schema`] as z.ZodType | undefined;
    if (probe && schema && sizeOf(value) <= 200) {
      const { tried, found } = disagreements(message, schema, value);
      judged += tried;
      for (const d of found.filter((x) => !isKnown(x))) {
        problems.push(
          `${name}${d.path} = ${shown(d.value)}: codec ${d.codec ?? "takes"}, schema ${d.schema ?? "takes"}`,
        );
      }
    }
    const element = message.element ?? { name: "value", ns: "" };
    try {
      const first = encodeElement(message, value, { element });
      const back = decodeElement(message, first, { element }).value;
      const second = encodeElement(message, back, { element });
      if (first === second) passed++;
      else problems.push(`${name}: the second encoding differs:\n      ${first}\n      ${second}`);
    } catch (error) {
      if (!isSoapError(error)) throw error;
      problems.push(`${name}: ${error.message}`);
    }
  }
  return { passed, judged, problems };
}

/** Number of parts in a value. */
function sizeOf(value: unknown): number {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return 1;
  return Object.values(value).reduce((n: number, v) => n + sizeOf(v), 1);
}

function shown(value: unknown): string {
  return typeof value === "string"
    ? JSON.stringify(value.slice(0, 40))
    : Array.isArray(value)
      ? `[${value.length} items]`
      : String(value);
}

/**
 * Where the two cannot agree: only the codec reads raw XML, compares enumerations and fixed values by value, and tells
 * an empty array or date from an object without properties.
 */
function isKnown(d: Disagreement): boolean {
  if (d.codec?.startsWith("raw_xml")) return true;
  if (d.schema === null && typeof d.value === "object" && d.value !== null && Object.keys(d.value).length === 0)
    return true;
  if (d.codec === null && d.schema?.includes(`"$type"`) === true) return true;
  // Reading fills in an attribute's default; the schema of what is read therefore asks for it.
  if (d.codec === null && d.schema?.includes("received undefined") === true) return true;
  return (
    d.codec === null &&
    typeof d.value === "string" &&
    d.schema?.includes("invalid_format") === true &&
    !Number.isNaN(Number(d.value))
  );
}

function isMessage(value: unknown): value is MessageDescriptor<unknown> {
  return typeof value === "object" && value !== null && (value as { k?: unknown }).k === "message";
}
