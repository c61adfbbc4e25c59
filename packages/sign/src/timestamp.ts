import { type SignatureProfile, zoneOffsetMinutes } from "./profile.ts";

/** What {@link checkTimestamp} found; `skewSeconds` is the message's time minus ours. */
export type TimestampResult =
  | { readonly ok: true; readonly skewSeconds: number }
  | { readonly ok: false; readonly reason: "missing" | "malformed" }
  | { readonly ok: false; readonly reason: "past" | "future"; readonly skewSeconds: number };

type TimeSettings = Pick<SignatureProfile, "timestampFormat" | "timeZone">;

/** What was written last: many messages share a second. */
let written:
  | { readonly form: string; readonly zone: string; readonly second: number; readonly text: string }
  | undefined;

/** A time in the profile's format and zone. @param time - The moment, or milliseconds since 1970. */
export function formatTimestamp(profile: TimeSettings, time: Date | number): string {
  const ms = Number(time);
  if (profile.timestampFormat === "epoch-milliseconds") return String(Math.trunc(ms));
  const second = Math.floor(ms / 1000);
  if (profile.timestampFormat === "epoch-seconds") return String(second);
  const { timestampFormat: form, timeZone: zone } = profile;
  if (written?.second === second && written.form === form && written.zone === zone) return written.text;
  const offset = zoneOffsetMinutes(zone);
  const iso = new Date(ms + offset * 60_000).toISOString();
  const text = form === "yyyyMMddHHmmss" ? iso.slice(0, 19).replace(/\D/g, "") : iso.slice(0, 19).replace("T", " ");
  written = { form, zone, second, text };
  return text;
}

/** Milliseconds since 1970 of a time in the profile's format and zone; `undefined` when it is not one. */
export function parseTimestamp(profile: TimeSettings, text: string): number | undefined {
  if (profile.timestampFormat === "epoch-milliseconds") return /^\d{13}$/.test(text) ? Number(text) : undefined;
  if (profile.timestampFormat === "epoch-seconds") return /^\d{10}$/.test(text) ? Number(text) * 1000 : undefined;
  const shape =
    profile.timestampFormat === "yyyyMMddHHmmss"
      ? /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/
      : /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/;
  const parts = shape.exec(text)?.slice(1).map(Number) as [number, number, number, number, number, number] | undefined;
  if (parts === undefined) return undefined;
  const [year, month, day, hour, minute, second] = parts;
  const ms = Date.UTC(year, month - 1, day, hour, minute, second) - zoneOffsetMinutes(profile.timeZone) * 60_000;
  // A day that does not exist comes back as another one.
  return year >= 1000 && formatTimestamp(profile, ms) === text ? ms : undefined;
}

/**
 * Tells whether a message's time lies within the profile's `skewSeconds` of ours.
 *
 * @param value - The timestamp field as received.
 * @param now - Our time, or milliseconds since 1970.
 */
export function checkTimestamp(
  profile: SignatureProfile,
  value: string | null | undefined,
  now: Date | number,
): TimestampResult {
  if (value === undefined || value === null || value === "") return { ok: false, reason: "missing" };
  const time = parseTimestamp(profile, value);
  if (time === undefined) return { ok: false, reason: "malformed" };
  const skewSeconds = (time - Number(now)) / 1000;
  // A format in whole seconds cannot say more than that.
  if (Math.abs(Math.trunc(skewSeconds)) <= profile.skewSeconds) return { ok: true, skewSeconds };
  return { ok: false, reason: skewSeconds < 0 ? "past" : "future", skewSeconds };
}
