import { spawnSync } from "node:child_process";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Deadline, Deadlines } from "../src/deadline.ts";

const why = (one: Deadline): string | undefined => one.error("query", "1", "no")?.code;

describe("one timer for all deadlines of a client", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
  afterEach(() => void vi.useRealTimers());

  it("ends each in its own time, whatever the order in which they began", () => {
    const deadlines = new Deadlines();
    const ended: number[] = [];
    const times = [300, 100, 200, 50, 250, 200];
    for (const ms of times) deadlines.start(ms, undefined).listen(() => ended.push(ms));
    for (let at = 1; at <= 310; at++) {
      vi.advanceTimersByTime(1);
      // Never early by more than a millisecond, never late by more than two.
      expect(ended.every((ms) => ms <= at + 1)).toBe(true);
      expect(times.filter((ms) => ms <= at - 2).every((ms) => ended.includes(ms))).toBe(true);
    }
    expect(ended).toEqual([50, 100, 200, 200, 250, 300]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("leaves alone what was cleared, and goes on for what begins later", () => {
    const deadlines = new Deadlines();
    const first = deadlines.start(100, undefined);
    first.clear();
    vi.advanceTimersByTime(90);
    const second = deadlines.start(100, undefined);
    vi.advanceTimersByTime(50);
    expect(why(first)).toBeUndefined();
    expect(why(second)).toBeUndefined();
    expect(second.left()).toBe(50);
    vi.advanceTimersByTime(52);
    expect(why(second)).toBe("CLIENT_TIMEOUT");
    const third = deadlines.start(10, undefined);
    vi.advanceTimersByTime(12);
    expect(why(third)).toBe("CLIENT_TIMEOUT");
  });

  it("begins another when one ends", () => {
    const deadlines = new Deadlines();
    let second: Deadline | undefined;
    deadlines.start(10, undefined).listen(() => {
      second = deadlines.start(10, undefined);
    });
    vi.advanceTimersByTime(11);
    expect(second && why(second)).toBeUndefined();
    vi.advanceTimersByTime(13);
    expect(second && why(second)).toBe("CLIENT_TIMEOUT");
  });

  it("keeps the others' time when one that is over goes wrong", () => {
    const deadlines = new Deadlines();
    deadlines.start(10, undefined).listen(() => {
      throw new Error("a listener's fault");
    });
    const other = deadlines.start(20, undefined);
    expect(() => vi.advanceTimersByTime(12)).toThrow("a listener's fault");
    vi.advanceTimersByTime(11);
    expect(why(other)).toBe("CLIENT_TIMEOUT");
  });

  it("waits for longer than a timer can", () => {
    const deadlines = new Deadlines();
    const long = deadlines.start(3 * 2 ** 31, undefined);
    const endless = deadlines.start(Number.POSITIVE_INFINITY, undefined);
    vi.advanceTimersByTime(2 ** 32);
    expect(why(long)).toBeUndefined();
    vi.advanceTimersByTime(2 ** 31 + 10);
    expect(why(long)).toBe("CLIENT_TIMEOUT");
    expect(why(endless)).toBeUndefined();
  });

  it("ends what is open and what comes later when the client is closed", () => {
    const deadlines = new Deadlines();
    const open = deadlines.start(100, undefined);
    const { signal } = open;
    deadlines.close();
    expect(signal.aborted).toBe(true);
    expect(why(open)).toBe("CLIENT_CLOSED");
    expect(why(deadlines.start(100, undefined))).toBe("CLIENT_CLOSED");
  });

  it("hears its caller, until it is cleared", () => {
    const deadlines = new Deadlines();
    const caller = new AbortController();
    const [one, two] = [deadlines.start(100, caller.signal), deadlines.start(100, caller.signal)];
    two.clear();
    caller.abort();
    expect(why(one)).toBe("CLIENT_ABORTED");
    expect(one.signal.aborted).toBe(true);
    expect(why(two)).toBeUndefined();
    expect(why(deadlines.start(100, caller.signal))).toBe("CLIENT_ABORTED");
  });
});

it("keeps a program alive while a call is open, and no longer", () => {
  const run = (code: string): { readonly ms: number; readonly text: string } => {
    const start = performance.now();
    const { stdout } = spawnSync(
      process.execPath,
      ["--conditions=@coo/source", "--no-warnings", "--input-type=module", "--eval", code],
      { encoding: "utf8", cwd: import.meta.dirname },
    );
    return { ms: performance.now() - start, text: stdout };
  };
  const load = 'import { Deadlines } from "../src/deadline.ts"; const all = new Deadlines();';
  const idle = run(`${load} all.start(60_000).clear(); const b = all.start(50_000); b.clear(); console.log("idle");`);
  expect(idle.text).toBe("idle\n");
  expect(idle.ms).toBeLessThan(20_000);
  const busy = `${load} all.start(500).clear(); all.start(700).listen(() => console.log("over"));`;
  expect(run(busy).text).toBe("over\n");
});
