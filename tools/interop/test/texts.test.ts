import { describe, expect, it } from "vitest";
import { operationOf, sample } from "../src/messages.ts";
import { nodeSoapSees } from "../src/node-soap-peer.ts";
import { difference, leavesOf, textsDifference, textsOf } from "../src/texts.ts";

const { request } = operationOf("applyGeneralCertificate");
const body = textsOf(request, sample(request));

describe("comparing messages", () => {
  it("keeps order, repeats, trailing zeros and nil", () => {
    const leaves = leavesOf(body);
    expect(leaves[0]).toMatch(/^docId=/);
    expect(leaves.filter((leaf) => leaf.startsWith("goodsList/goods/itemNo=")).length).toBeGreaterThan(1);
    expect(leaves).toContain("goodsList/goods/hsCode=(nil)");
    expect(leaves.some((leaf) => /=\d+\.\d*0$/.test(leaf))).toBe(true);
  });

  it("takes a list of one for the same as the thing itself", () => {
    expect(leavesOf({ a: { b: ["1"] } })).toEqual(leavesOf({ a: { b: "1" } }));
  });

  it.each([
    ["a changed value", { a: "1.5" }, { a: "1.50" }],
    ["a lost value", { a: "1" }, {}],
    ["an added value", {}, { a: "1" }],
    ["another order", { a: "1", b: "2" }, { b: "2", a: "1" }],
    ["nil for a text", { a: "" }, { a: null }],
  ])("sees %s", (_, expected, actual) => {
    expect(difference("request", leavesOf(expected), leavesOf(actual))).toMatch(/^request: expected /);
  });

  it("sees an empty element come or go", () => {
    expect(textsDifference("answer", { a: {} }, {})).toContain("empty elements differ");
    expect(textsDifference("answer", body, textsOf(request, sample(request)))).toBeUndefined();
  });

  it("expects null of node-soap for nil, empty texts and elements without children only", () => {
    const texts = { a: "", b: null, c: {}, d: { e: ["x", ""] }, f: " " };
    expect(nodeSoapSees(texts)).toEqual({ a: null, b: null, c: null, d: { e: ["x", null] }, f: " " });
  });
});
