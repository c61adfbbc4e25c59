import { documents } from "@coo/msg-document";
import { describe, expect, it } from "vitest";
import { createClient } from "../src/index.ts";

const endpoint = "http://127.0.0.1:1/";
const key = "0".repeat(32);

describe("provider code and key", () => {
  it.each([
    [{}, "key is missing: operation"],
    [{ key }, "providerCode is missing: operation"],
    [{ providerCode: "P" }, "key is missing: operation"],
  ])("%j is not enough for a service whose messages are signed", (given, message) => {
    expect(() => createClient({ endpoint, services: [documents], ...given })).toThrow(message);
  });
});
