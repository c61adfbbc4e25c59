import { expect, it } from "vitest";
import { explore } from "../src/model/explore.ts";
import { BROKEN, doubled, PROTOCOL, START, wrong } from "../src/model/protocol.ts";

it("holds as built, in more than a handful of states", () => {
  const { violation, states, stuck } = explore(PROTOCOL);
  expect(violation).toBeUndefined();
  expect(stuck).toBe(0);
  expect(states).toBeGreaterThan(5_000);
});

it.each(BROKEN.map((protocol) => [protocol.name, protocol] as const))("finds the double %s", (_name, protocol) => {
  const { violation } = explore(protocol, doubled);
  expect(violation?.what).toBe("applied twice");
  expect(violation?.way.at(-1)).toBe("the remote applies a request");
});

it("finds an application that can come to no end", () => {
  // Without the resolver's answers nothing leads out of doubt.
  const table = PROTOCOL.table.filter((line) => !["found-same", "absent", "absent-last"].includes(line.event));
  expect(explore({ ...PROTOCOL, table }).stuck).toBeGreaterThan(0);
});

it("tells what must never be", () => {
  expect(wrong(START)).toBeUndefined();
  expect(wrong({ ...START, applied: 2 })).toBe("applied twice");
  expect(wrong({ ...START, state: "accepted" })).toContain("accepted");
  expect(wrong({ ...START, state: "rejected", applied: 1 })).toContain("rejected");
});
