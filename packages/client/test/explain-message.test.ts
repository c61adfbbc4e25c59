import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { explainMessage } from "../src/all.ts";

const sample = (path: string): Uint8Array =>
  readFileSync(new URL(`../../../schemas/2018-07/samples/${path}`, import.meta.url));

describe("explainMessage", () => {
  it("shows a message of this edition with its Chinese names", () => {
    const lines = explainMessage(sample("SyncDocumentsRequest/01-minimal.xml")).split("\n");
    expect(lines.slice(0, 4)).toEqual([
      "Request",
      "  Head",
      "    providerCode 接入商代码: TEST0001",
      "    service 接口编码: syncDocuments",
    ]);
    expect(lines.find((line) => line.includes("sign 签名"))).toMatch(/: [0-9A-F]{8}…$/);
    expect(lines.at(-1)).toMatch(/^ {4}endTime [\u4e00-\u9fff]+: \d/);
  });
});
