import { checkTimestamp, formatTimestamp, PROFILES, parseTimestamp, profile } from "@coo/sign";
import { describe, expect, it } from "vitest";

const moment = Date.UTC(2026, 2, 1, 1, 30, 0);

describe("timestamps", () => {
  it.each([
    ["yyyyMMddHHmmss", "Asia/Shanghai", "20260301093000"],
    ["yyyy-MM-dd HH:mm:ss", "Asia/Shanghai", "2026-03-01 09:30:00"],
    ["yyyyMMddHHmmss", "UTC", "20260301013000"],
    ["yyyyMMddHHmmss", "-03:30", "20260228220000"],
    ["epoch-seconds", "Asia/Shanghai", "1772328600"],
    ["epoch-milliseconds", "UTC", "1772328600000"],
  ] as const)("%s in %s", (timestampFormat, timeZone, text) => {
    const chosen = profile("P1", { timestampFormat, timeZone });
    expect(formatTimestamp(chosen, new Date(moment))).toBe(text);
    expect(parseTimestamp(chosen, text)).toBe(moment);
  });

  it.each([
    "20260230000000",
    "20261301000000",
    "20260301240000",
    "2026030109300",
    " 20260301093000",
    "2026-03-01 09:30:00",
  ])("refuses %j", (text) => {
    expect(checkTimestamp(PROFILES.P1, text, moment)).toEqual({ ok: false, reason: "malformed" });
  });

  it.each([
    ["20260301093000", { ok: true, skewSeconds: 0 }],
    ["20260301092500", { ok: true, skewSeconds: -300 }],
    ["20260301093500", { ok: true, skewSeconds: 300 }],
    ["20260301092459", { ok: false, reason: "past", skewSeconds: -301 }],
    ["20260301093501", { ok: false, reason: "future", skewSeconds: 301 }],
    ["", { ok: false, reason: "missing" }],
    [undefined, { ok: false, reason: "missing" }],
  ])("judges %j against the window", (text, result) => {
    expect(checkTimestamp(PROFILES.P1, text, moment)).toEqual(result);
  });
});
