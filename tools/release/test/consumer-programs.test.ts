import { expect, test } from "vitest";
import { failing, foretold } from "../src/consumer-programs.ts";

test("programs that fail are told from the compiler's lines", () => {
  const output = [
    "sent/QueryGoodsRequest.ts(3,5): error TS2353: Object literal may only specify known properties",
    "read/QueryGoodsResponse.ts(5,3): error TS2322: Type A",
    "  a second line of it",
    "read/QueryGoodsResponse.ts(6,3): error TS2322: Type B",
    "",
  ].join("\n");
  expect([...failing(output)]).toEqual([
    ["read/QueryGoodsResponse", ["error TS2322: Type A", "error TS2322: Type B"]],
    ["sent/QueryGoodsRequest", ["error TS2353: Object literal may only specify known properties"]],
  ]);
});

test("a report foretells programs by direction, and by its letter for types alone", () => {
  const change = (id: string, direction: "Q" | "R" | "P" | "A", sent: string, read: string) => ({
    id,
    component: "x",
    operations: [{ operation: "PushString11Binding.pushDocument", direction }],
    sent: { types: sent },
    read: { types: read },
  });
  expect([
    ...foretold({
      changes: [
        change("element-optional-removed", "Q", "B", "C"),
        change("element-renamed", "Q", "B", "B"),
        change("max-length-tightened", "R", "B", "C"),
        change("nillable-added", "P", "C", "B"),
        change("nillable-removed", "A", "B", "C"),
      ],
    }),
  ]).toEqual([
    ["read/PushDocumentRequest", ["nillable-added"]],
    ["sent/PushDocumentRequest", ["element-optional-removed", "element-renamed"]],
    ["sent/PushDocumentResponse", ["nillable-removed"]],
  ]);
});
