import type { WireProfile } from "../wire-profile.ts";

// China has had one time zone without daylight saving since 1991.
const OFFSET_MS = 8 * 3_600_000;

/** The head's timestamp for a moment, in Beijing time where the form has no zone. */
export function formatTimestamp(epochMs: number, form: WireProfile["time"]): string {
  if (form === "epoch-milliseconds") return String(Math.floor(epochMs));
  if (form === "epoch-seconds") return String(Math.floor(epochMs / 1000));
  const text = new Date(epochMs + OFFSET_MS).toISOString();
  const spaced = `${text.slice(0, 10)} ${text.slice(11, 19)}`;
  return form === "yyyyMMddHHmmss" ? spaced.replace(/[- :]/g, "") : spaced;
}

/** The moment of a timestamp in milliseconds; `undefined` when it is not of the form, or no such time exists. */
export function parseTimestamp(text: string, form: WireProfile["time"]): number | undefined {
  if (form === "epoch-milliseconds") return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
  if (form === "epoch-seconds") return /^\d{1,12}$/.test(text) ? Number(text) * 1000 : undefined;
  const match =
    form === "yyyyMMddHHmmss"
      ? /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text)
      : /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match.map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const utc = Date.UTC(year, month - 1, day, hour, minute, second);
  // A day or hour that does not exist would have rolled over.
  return formatTimestamp(utc - OFFSET_MS, form) === text ? utc - OFFSET_MS : undefined;
}
