import { type MessageDescriptor, validateValue } from "@coo/soap";
import type * as z from "zod";

/** A value on which codec and schema judge differently. */
export interface Disagreement {
  readonly path: string;
  readonly value: unknown;
  readonly codec: string | null;
  readonly schema: string | null;
}

/** Values that are right for some types and wrong for others. */
const PROBES: readonly unknown[] = [
  "",
  " ",
  " a ",
  "a  b",
  "a\tb",
  "line\nbreak",
  "0",
  "1",
  "2",
  "-1",
  "+1",
  "01",
  "1.5",
  "1.50",
  ".5",
  "1.",
  "1e3",
  "-0",
  "INF",
  "NaN",
  "2018-07-01",
  "2018-02-29",
  "2020-02-29",
  "0000-01-01",
  "2018-07-01T08:00:00",
  "2018-07-01T24:00:00Z",
  "2018-07-01 08:00:00",
  "20180701080000",
  "08:00:00",
  "--02-29",
  "---31",
  "P1D",
  "P",
  "PT",
  "true",
  "a".repeat(3000),
  "𠮷",
  "中".repeat(18),
  "𠮷".repeat(18),
  "\u0001",
  "\ud800",
  "\ufffe",
  "a:b",
  "{urn:x}a",
  "9223372036854775808",
  "18446744073709551616",
  "12345678901234567890.123456",
  "zh-CN",
  "http://example.com/a b",
  0,
  1,
  -1,
  1.5,
  2147483648,
  -2147483649,
  4294967296,
  65536,
  256,
  1e21,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -0,
  true,
  false,
  null,
  [],
  {},
  ["a"],
  ["a b"],
  [""],
  [1],
  new Uint8Array(0),
  new Uint8Array(5),
  new Date(0),
  { $value: "a" },
  { $type: "X" },
  10n,
];

/**
 * Puts probes in place of every part of `value` in turn, takes parts away and adds some, and lists where codec and
 * schema disagree.
 */
export function disagreements(
  message: MessageDescriptor<unknown>,
  schema: z.ZodType,
  value: unknown,
): { tried: number; found: Disagreement[] } {
  const found: Disagreement[] = [];
  let tried = 0;
  const judge = (path: string, put: unknown, whole: unknown): void => {
    tried++;
    const issues = validateValue(message, whole);
    const parsed = schema.safeParse(whole);
    if ((issues.length === 0) === parsed.success) return;
    found.push({
      path,
      value: put,
      codec: issues[0] ? `${issues[0].code} at ${issues[0].path}` : null,
      schema: parsed.success ? null : JSON.stringify(parsed.error.issues[0]).slice(0, 2000),
    });
  };
  const walk = (part: unknown, path: string, replace: (put: unknown) => unknown): void => {
    for (const probe of PROBES) judge(path, probe, replace(probe));
    if (Array.isArray(part)) {
      judge(`${path} twice`, part, replace([...part, ...part]));
      judge(`${path} thrice`, part, replace([...part, ...part, ...part]));
      const [first] = part as unknown[];
      if (part.length > 0) walk(first, `${path}[0]`, (put) => replace([put, ...(part as unknown[]).slice(1)]));
      return;
    }
    if (typeof part !== "object" || part === null || part instanceof Uint8Array) return;
    const object = part as Readonly<Record<string, unknown>>;
    for (const key of Object.keys(object)) {
      const { [key]: _, ...rest } = object;
      judge(`${path}.${key} away`, undefined, replace(rest));
      walk(object[key], `${path}.${key}`, (put) => replace({ ...object, [key]: put }));
    }
    judge(`${path}.unknown`, 1, replace({ ...object, unknown: 1 }));
  };
  walk(value, "", (put) => put);
  return { tried, found };
}
