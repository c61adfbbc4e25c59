import { SandboxError } from "./errors.ts";

/** A span: milliseconds, or a number with `ms`, `s`, `m`, `h`, `d` or `w`. */
export type Duration = number | string;

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};
const BEIJING_MS = 8 * 3_600_000;

/** Milliseconds of a span like `2d`, `90m`, `1h 30m`. @throws {@link SandboxError} with code `SANDBOX_OPTIONS`. */
export function durationMs(span: Duration): number {
  if (typeof span === "number" && Number.isFinite(span) && span >= 0) return span;
  const text = String(span).trim();
  const parts = text.split(/\s+/).map((part) => /^(\d+(?:\.\d+)?)(ms|s|m|h|d|w)$/.exec(part));
  if (text === "" || parts.includes(null)) {
    throw new SandboxError(
      "SANDBOX_OPTIONS",
      `"${text}" is no time span such as 90s, 5m, 2d`,
      `“${text}”不是时间段，例如 90s、5m、2d`,
    );
  }
  return parts.reduce((sum, part) => sum + Number(part?.[1]) * (UNITS[part?.[2] as string] as number), 0);
}

/** `yyyy-MM-dd HH:mm:ss` in Beijing. */
export function formatDateTime(ms: number): string {
  return new Date(ms + BEIJING_MS).toISOString().slice(0, 19).replace("T", " ");
}

/** `yyyy-MM-dd` in Beijing. */
export function formatDate(ms: number): string {
  return formatDateTime(ms).slice(0, 10);
}

/** Milliseconds of a `yyyy-MM-dd HH:mm:ss` in Beijing; `undefined` when it is no real time. */
export function parseDateTime(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return undefined;
  const ms = Date.parse(`${text.replace(" ", "T")}Z`) - BEIJING_MS;
  return Number.isFinite(ms) && formatDateTime(ms) === text ? ms : undefined;
}

/** Format of a message's time stamp. */
export type StampFormat = "yyyyMMddHHmmss" | "yyyy-MM-dd HH:mm:ss" | "epoch-seconds" | "epoch-milliseconds";

/** A time stamp of the head. */
export function formatStamp(ms: number, format: StampFormat): string {
  if (format === "epoch-milliseconds") return String(ms);
  if (format === "epoch-seconds") return String(Math.floor(ms / 1000));
  const text = formatDateTime(ms);
  return format === "yyyyMMddHHmmss" ? text.replace(/\D/g, "") : text;
}

/** Milliseconds of a time stamp; `undefined` when it is none of this format. */
export function parseStamp(text: string, format: StampFormat): number | undefined {
  if (format === "epoch-milliseconds") return /^\d{13}$/.test(text) ? Number(text) : undefined;
  if (format === "epoch-seconds") return /^\d{10}$/.test(text) ? Number(text) * 1000 : undefined;
  if (format === "yyyy-MM-dd HH:mm:ss") return parseDateTime(text);
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text);
  return parts === null
    ? undefined
    : parseDateTime(`${parts[1]}-${parts[2]}-${parts[3]} ${parts[4]}:${parts[5]}:${parts[6]}`);
}

/** The first moment at or after `ms` on a weekday between 9 and 17 o'clock in Beijing. Holidays are not known. */
export function nextOfficeTime(ms: number): number {
  let local = ms + BEIJING_MS;
  for (;;) {
    const dayStart = Math.floor(local / UNITS["d"]!) * UNITS["d"]!;
    const weekday = new Date(dayStart).getUTCDay();
    const opens = dayStart + 9 * UNITS["h"]!;
    if (weekday >= 1 && weekday <= 5 && local < dayStart + 17 * UNITS["h"]!) return Math.max(local, opens) - BEIJING_MS;
    local = dayStart + UNITS["d"]!;
  }
}
