import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fontSource, type RenderReport, renderCertificate } from "../src/index.ts";

const pdftotext = spawnSync("pdftotext", ["-v"]).error === undefined;

function application(lines: number): Record<string, unknown> {
  return {
    docId: "DOC-2026-0001",
    sendAudit: true,
    exporterEnName: "SUZHOU SAMPLE TRADING CO., LTD.",
    exporterEnAddress: "NO. 1 EXAMPLE ROAD, SUZHOU, CHINA",
    importerEnName: "BEISPIEL GMBH",
    destCountryEn: "GERMANY",
    marks: "N/M",
    applyNote: "备注:请尽快审核".repeat(60),
    goodsList: {
      goods: Array.from({ length: lines }, (_, index) => ({
        itemNo: index + 1,
        hsCode: "6204620000",
        goodsCnName: `棉制女式长裤第${index + 1}款`,
        goodsDescription: `TWO HUNDRED AND SEVENTY FOUR (274) CARTONS OF LADIES' COTTON TROUSERS, STYLE ${index + 1}\n***`,
        quantity: `${5480 + index}.5`,
      })),
    },
    change: { oldCertNo: "26C311120218/00004", changeReason: "买方改名" },
  };
}

function values(node: unknown): string[] {
  if (node === null || node === undefined) return [];
  if (Array.isArray(node)) return node.flatMap(values);
  if (typeof node === "object") return Object.values(node).flatMap(values);
  return [String(node)];
}

const squeeze = (text: string): string => text.replace(/\s+/g, "");

describe("renderCertificate", () => {
  it("gives equal bytes for equal input", async () => {
    const input = {
      kind: "print",
      docType: "C",
      body: application(3),
      certNo: "26C311120218/00004",
      issueDate: "2026-03-02",
    } as const;
    const first = await renderCertificate(input);
    const second = await renderCertificate(input);
    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0);
    expect(Buffer.from(first.subarray(0, 5)).toString()).toBe("%PDF-");
  });

  it("needs more than one page for 20 goods lines and reports its pages", async () => {
    let report: RenderReport | undefined;
    await renderCertificate(
      { kind: "preview", docType: "RC", body: application(20) },
      { onReport: (r) => (report = r) },
    );
    expect(report?.pages).toBeGreaterThan(1);
    expect(report?.missing).toEqual([]);
  });

  it("draws a character outside the font as its code point and reports it", async () => {
    let report: RenderReport | undefined;
    await renderCertificate(
      { kind: "preview", docType: "C", body: { remark: "丂𠮷" } },
      { onReport: (r) => (report = r) },
    );
    expect(report?.missing).toContain("𠮷");
  });

  it("refuses input that would fill more pages than allowed", async () => {
    await expect(
      renderCertificate({ kind: "preview", docType: "C", body: application(50) }, { maxPages: 2 }),
    ).rejects.toMatchObject({
      code: "PDF_TOO_LARGE",
    });
  });

  it("names the source and licence of its font", () => {
    expect(fontSource()).toMatchObject({ licence: "OFL-1.1", madeFrom: expect.stringContaining("Noto Sans SC") });
  });

  it.skipIf(!pdftotext)("lets pdftotext extract every field and goods line (needs poppler-utils)", async () => {
    const folder = mkdtempSync(join(tmpdir(), "coo-pdf-"));
    try {
      const body = application(20);
      const file = join(folder, "证书 1.pdf");
      writeFileSync(
        file,
        await renderCertificate({
          kind: "print",
          docType: "C",
          body,
          certNo: "26C311120218/00004",
          serialNo: "CCPIT260000001",
        }),
      );
      const text = squeeze(execFileSync("pdftotext", [file, "-"], { encoding: "utf8" }));
      for (const value of values(body)) expect(text).toContain(squeeze(value));
      expect(text).toContain("26C311120218/00004");
      expect(text).toContain("样张SAMPLE");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
