import { expect, it } from "vitest";
import { memoryStore } from "../src/store.ts";

it("knows what was accepted, with digest and answer", async () => {
  const store = memoryStore();
  expect(await store.begin("a")).toEqual({ state: "new" });
  await store.accept("a", "digest", "<Body/>");
  expect(await store.begin("a")).toEqual({ state: "known", digest: "digest", answer: "<Body/>" });
});

it("lets a second one wait for the first, and take over when the first gave up", async () => {
  const store = memoryStore();
  await store.begin("a");
  const order: string[] = [];
  const second = store.begin("a").then((known) => order.push(`second ${known.state}`));
  order.push("first ends");
  await store.abandon("a");
  await second;
  expect(order).toEqual(["first ends", "second new"]);
});

it("forgets the oldest over its bound", async () => {
  const store = memoryStore({ maxEntries: 2 });
  for (const key of ["a", "b", "c"]) {
    await store.begin(key);
    await store.accept(key, key, "");
  }
  expect((await store.begin("a")).state).toBe("new");
  expect((await store.begin("c")).state).toBe("known");
});
