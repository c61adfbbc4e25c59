import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { decodeElement, encodeElement, isSoapError, type MessageDescriptor, validateValue } from "@coo/soap";
import type * as z from "zod";

const here = dirname(fileURLToPath(import.meta.url));

/** What came of the messages of one generated folder. */
export interface RoundTrip {
  readonly passed: number;
  readonly problems: readonly string[];
}

/** Lets generated code in a folder outside of the repository import what it needs. */
export function linkDependencies(folder: string): void {
  for (const [name, target] of [
    ["zod", join(here, "node_modules/zod")],
    ["@coo/soap", resolve(here, "../../packages/soap")],
  ] as const) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    if (!existsSync(link)) symlinkSync(target, link);
  }
}

/**
 * Runs the code generated in `folder`: every message that a builder makes is judged by codec and schema alike, encoded,
 * decoded and encoded again.
 */
export async function roundTrip(folder: string): Promise<RoundTrip> {
  const load = (file: string): Promise<Record<string, unknown>> =>
    import(pathToFileURL(join(folder, file)).href) as Promise<Record<string, unknown>>;
  const [testing, index, schemas] = await Promise.all([load("testing.ts"), load("index.ts"), load("schema.ts")]);
  const messages = Object.values(index).filter(isMessage);
  const problems: string[] = [];
  let passed = 0;
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
  return { passed, problems };
}

function isMessage(value: unknown): value is MessageDescriptor<unknown> {
  return typeof value === "object" && value !== null && (value as { k?: unknown }).k === "message";
}
