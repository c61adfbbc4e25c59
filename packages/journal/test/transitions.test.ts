import { expect, it } from "vitest";
import { FINAL_STATES, OUTBOX_TRANSITIONS, type OutboxState, PERSON_STATES } from "../src/index.ts";

const states = new Set<OutboxState>(OUTBOX_TRANSITIONS.map((line) => line.to));

it("has one line per state and event", () => {
  const keys = OUTBOX_TRANSITIONS.map((line) => `${line.from} ${line.event}`);
  expect(new Set(keys).size).toBe(keys.length);
});

it("leads back to ready only when nothing left, when the query says absent, or by a person", () => {
  const back = OUTBOX_TRANSITIONS.filter((line) => line.to === "ready" && line.from !== null).map((line) => line.event);
  expect(new Set(back)).toEqual(new Set(["nothing-left", "absent", "person-send"]));
  expect(OUTBOX_TRANSITIONS.find((line) => line.event === "send-lease-over")?.to).toBe("in_doubt");
});

it("has no way out of a final state, and one out of every other", () => {
  for (const state of states) {
    const leaving = OUTBOX_TRANSITIONS.filter((line) => line.from === state);
    expect(leaving.length > 0, state).toBe(!FINAL_STATES.has(state));
  }
});

it("reaches every state from the start, and a final one from every state", () => {
  const reach = (from: OutboxState): Set<OutboxState> => {
    const seen = new Set<OutboxState>([from]);
    for (const state of seen) for (const line of OUTBOX_TRANSITIONS) if (line.from === state) seen.add(line.to);
    return seen;
  };
  expect(reach("ready")).toEqual(states);
  for (const state of states)
    expect(
      [...reach(state)].some((one) => FINAL_STATES.has(one)),
      state,
    ).toBe(true);
});

it("gives every state that is not final a due time or a person", () => {
  for (const state of states) {
    if (FINAL_STATES.has(state) || PERSON_STATES.has(state)) continue;
    for (const line of OUTBOX_TRANSITIONS.filter((one) => one.to === state))
      expect(line.due, line.event).not.toBe("never");
  }
});

it("fences every result, and every take-over moves the epoch", () => {
  for (const line of OUTBOX_TRANSITIONS) {
    const takesOver = /^(enqueue|claim-|send-lease|query-lease|restored|person-)/.test(line.event);
    expect(line.fence, line.event).toBe(takesOver ? "next" : "check");
  }
});
