import { formatTimestamp, parseTimestamp, profile } from "@coo/sign";
import { simulate } from "../simulate/simulate.ts";
import { type FaultRow, judge, scaled, unless } from "./row.ts";

const HOUR = 3_600_000;
/** Where clocks change, and when: the nights of spring and autumn. */
const NIGHTS: Readonly<Record<string, readonly string[]>> = {
  "Asia/Shanghai": ["2026-03-29T00:00:00Z"],
  "Europe/Berlin": ["2026-03-28T22:00:00Z", "2026-10-24T22:00:00Z"],
  "America/New_York": ["2026-03-08T04:00:00Z", "2026-11-01T03:00:00Z"],
  "Australia/Lord_Howe": ["2026-04-04T13:00:00Z", "2026-10-03T13:00:00Z"],
};

/** Clocks that are set, that differ, and that change for the summer. */
export const clocksRow: FaultRow = {
  no: 20,
  name: "clocks are set",
  async run({ seed, scale }) {
    const histories = scaled(5_000, scale, 100);
    const { first, ...played } = await simulate({ seed, histories, each: { areClocksSet: true } });
    const { instants, wrong } = summerTime();
    return {
      counts: { ...played, summer_time_instants: instants },
      verdicts: judge("20", {
        "no early resend, no lost push, leases hold": unless(
          first === undefined,
          `${played.wrong} histories; ${first}`,
        ),
        "enough went wrong": unless(
          played.clockSet >= histories / 2 && Math.min(played.inDoubt, played.pushes) > histories / 4,
          `the clock was set ${played.clockSet} times, ${played.inDoubt} in doubt, ${played.pushes} pushes`,
        ),
        "time stamps know no summer time": unless(wrong.length === 0 && instants > 1_000, wrong.slice(0, 3).join("; ")),
      }),
    };
  },
};

/** Time stamps over the nights in which clocks change, in zones that change them. */
function summerTime(): { readonly instants: number; readonly wrong: readonly string[] } {
  const settings = profile("P1");
  const before = process.env["TZ"];
  const wrong: string[] = [];
  let instants = 0;
  try {
    for (const [zone, nights] of Object.entries(NIGHTS)) {
      process.env["TZ"] = zone;
      for (const night of nights) {
        for (let at = Date.parse(night); at < Date.parse(night) + 10 * HOUR; at += 60_000) {
          instants++;
          const text = formatTimestamp(settings, at);
          if (parseTimestamp(settings, text) !== at)
            wrong.push(`${zone}: ${text} is not ${new Date(at).toISOString()}`);
        }
      }
    }
  } finally {
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
  }
  return { instants, wrong };
}
