import PDFDocument from "pdfkit";
import type { CertificateInput } from "./certificate-input.ts";
import { CertificatePdfError } from "./errors.ts";
import { type FieldBlock, flatten } from "./flatten.ts";
import { fontBytes } from "./font.ts";
import { type GlyphTable, glyphTable } from "./glyphs.ts";

/** What the drawing found out about itself. */
export interface RenderReport {
  readonly pages: number;
  /** Characters that the bundled font lacks; each was drawn as `[U+XXXX]`. */
  readonly missing: readonly string[];
}

export interface RenderOptions {
  /** Called once before the bytes are returned. */
  readonly onReport?: (report: RenderReport) => void;
  /** Upper bound of pages, default 200: guards against absurd input. */
  readonly maxPages?: number;
}

/** A4 in points, margins in points. */
const PAGE = { width: 595.28, height: 841.89, margin: 42 } as const;
const INNER = PAGE.width - 2 * PAGE.margin;
/** Sizes of the list of fields, in points. */
const LABEL_SIZE = 6.5;
const VALUE_SIZE = 8.5;
const LABEL_WIDTH = 170;
const LINE = 11.5;
const BOTTOM = PAGE.height - PAGE.margin - 24;

/**
 * Draws an application as a PDF in a plain layout: the boxes of the form's first page, then every field and every
 * goods line as text that can be extracted. Equal input gives equal bytes.
 *
 * @param input - The application and what the office has assigned to it.
 * @returns The PDF file.
 * @throws {@link CertificatePdfError} with code `PDF_TOO_LARGE` above `maxPages`, `PDF_INPUT` for a body that is no object.
 */
export async function renderCertificate(input: CertificateInput, options: RenderOptions = {}): Promise<Uint8Array> {
  if (input.body === null || typeof input.body !== "object") {
    throw new CertificatePdfError("PDF_INPUT", "body is not an object", "body 不是对象");
  }
  const maxPages = options.maxPages ?? 200;
  const glyphs = glyphTable(fontBytes());
  const created = new Date(`${input.issueDate ?? "2018-07-01"}T00:00:00Z`);
  const doc = new PDFDocument({
    size: "A4",
    margin: PAGE.margin,
    autoFirstPage: false,
    bufferPages: true,
    info: {
      Title: `${input.docType} ${input.certNo ?? input.kind}`,
      Producer: "@coo/certificate-pdf",
      Creator: "@coo/certificate-pdf",
      CreationDate: Number.isNaN(created.getTime()) ? new Date(0) : created,
    },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on("error", reject);
  });
  doc.registerFont("body", fontBytes());

  let pages = 0;
  const newPage = (): void => {
    if (++pages > maxPages) {
      throw new CertificatePdfError(
        "PDF_TOO_LARGE",
        `the certificate needs more than ${maxPages} pages`,
        `证书超过 ${maxPages} 页`,
      );
    }
    doc.addPage();
    doc.font("body").fontSize(9);
  };
  const mark = input.mark ?? "样张 SAMPLE";

  newPage();
  drawTitle(doc, glyphs, input);
  drawBoxes(doc, glyphs, input.body as Record<string, unknown>);
  for (const block of flatten(input.body, input.labels)) drawBlock(doc, glyphs, block, newPage);
  drawEveryPage(doc, glyphs, input, mark);

  options.onReport?.({ pages, missing: glyphs.missing() });
  doc.end();
  return done;
}

type Doc = InstanceType<typeof PDFDocument>;

function drawTitle(doc: Doc, glyphs: GlyphTable, input: CertificateInput): void {
  const name = input.formName ? `${input.formName.zh} ${input.formName.en}` : "原产地证书 CERTIFICATE OF ORIGIN";
  doc
    .fontSize(14)
    .text(glyphs.printable(`${name} (${input.docType})`), PAGE.margin, PAGE.margin, { width: INNER, align: "center" });
  doc.fontSize(9);
  const numbers = [
    input.certNo ? `证书号 Certificate No. ${input.certNo}` : "",
    input.serialNo ? `印刷号 Serial No. ${input.serialNo}` : "",
    input.issueDate ? `签发日期 Issued ${input.issueDate}` : "",
    input.kind === "preview" ? "预览,非有效证书 PREVIEW, NOT A VALID CERTIFICATE" : "",
  ].filter((text) => text !== "");
  for (const text of numbers) doc.text(glyphs.printable(text), { width: INNER, align: "center" });
  doc.moveDown(0.6);
}

/** Boxes of the first page, as pairs of heading and fields; the texts stand again, complete, in the list below. */
const BOXES: readonly (readonly [heading: string, fields: readonly string[]])[] = [
  ["1 出口商 Exporter", ["exporterEnName", "exporterEnAddress"]],
  ["2 收货人 Consignee", ["importerEnName", "importerEnAddress"]],
  [
    "3 运输方式和路线 Means of transport and route",
    ["loadPort", "transitPort", "destPort", "transportMode", "vesselVoyage"],
  ],
  ["4 目的国 Country of destination", ["destCountryEn"]],
];

function drawBoxes(doc: Doc, glyphs: GlyphTable, body: Record<string, unknown>): void {
  const width = INNER / 2;
  for (let row = 0; row < BOXES.length; row += 2) {
    const top = doc.y;
    let bottom = top;
    for (let column = 0; column < 2; column++) {
      const box = BOXES[row + column];
      if (!box) continue;
      const [heading, fields] = box;
      const texts = fields
        .map((name) => body[name])
        .filter((value): value is string => typeof value === "string" && value !== "");
      const x = PAGE.margin + column * width;
      doc
        .fontSize(7)
        .fillColor("#555")
        .text(glyphs.printable(heading), x + 4, top + 3, { width: width - 8 });
      doc
        .fontSize(9)
        .fillColor("#000")
        .text(glyphs.printable(shorten(texts.join("\n"), 600)), x + 4, doc.y + 1, { width: width - 8 });
      bottom = Math.max(bottom, doc.y + 4);
    }
    doc
      .lineWidth(0.6)
      .rect(PAGE.margin, top, width, bottom - top)
      .rect(PAGE.margin + width, top, width, bottom - top)
      .stroke("#000");
    doc.x = PAGE.margin;
    doc.y = bottom;
  }
  doc.moveDown(0.8);
}

function shorten(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1)}…`;
}

function drawBlock(doc: Doc, glyphs: GlyphTable, block: FieldBlock, newPage: () => void): void {
  if (block.heading !== "") {
    if (doc.y > BOTTOM - 40) newPage();
    doc
      .moveDown(0.4)
      .fontSize(9)
      .fillColor("#000")
      .text(glyphs.printable(`■ ${block.heading}`), PAGE.margin, doc.y, { width: INNER });
  }
  for (const row of block.rows) {
    if (doc.y > BOTTOM - 12) newPage();
    const label = glyphs.printable(row.label);
    const lines = glyphs.wrap(glyphs.printable(row.text), VALUE_SIZE, INNER - LABEL_WIDTH);
    const [labelLine = "", ...labelRest] = glyphs.wrap(label, LABEL_SIZE, LABEL_WIDTH - 6);
    const beside = labelRest.length === 0 && lines.length === 1;
    if (beside) {
      // A short value stands on the line of its label.
      doc
        .fontSize(LABEL_SIZE)
        .fillColor("#555")
        .text(labelLine, PAGE.margin, doc.y + 1.5, { lineBreak: false });
      doc
        .fontSize(VALUE_SIZE)
        .fillColor("#000")
        .text(lines[0] || " ", PAGE.margin + LABEL_WIDTH, doc.y - 1.5, { lineBreak: false });
      doc.x = PAGE.margin;
      doc.y += LINE;
      continue;
    }
    doc.fontSize(LABEL_SIZE).fillColor("#555").text(label, PAGE.margin, doc.y, { width: INNER });
    doc.fontSize(VALUE_SIZE).fillColor("#000");
    // One line at a time, so that a long value flows over pages that we open ourselves.
    for (const line of glyphs.wrap(glyphs.printable(row.text), VALUE_SIZE, INNER - 12)) {
      if (doc.y > BOTTOM - 12) {
        newPage();
        doc.fontSize(VALUE_SIZE).fillColor("#000");
      }
      doc.text(line === "" ? " " : line, PAGE.margin + 12, doc.y, { lineBreak: false });
      doc.x = PAGE.margin;
      doc.y += LINE;
    }
  }
}

function drawEveryPage(doc: Doc, glyphs: GlyphTable, input: CertificateInput, mark: string): void {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    if (mark !== "") {
      doc.save();
      doc.rotate(-35, { origin: [PAGE.width / 2, PAGE.height / 2] });
      doc.fontSize(72).fillColor("#d00").fillOpacity(0.12);
      doc.text(glyphs.printable(mark), 0, PAGE.height / 2 - 40, {
        width: PAGE.width,
        align: "center",
        lineBreak: false,
      });
      doc.restore();
      doc.fillOpacity(1);
    }
    const foot = [
      mark,
      input.certNo ?? "",
      input.verifyUrl ?? "",
      `第 ${page + 1} 页 共 ${count} 页 Page ${page + 1} of ${count}`,
    ];
    doc.page.margins.bottom = 0;
    doc.fontSize(7).fillColor("#555");
    doc.text(
      glyphs.printable(foot.filter((text) => text !== "").join(" · ")),
      PAGE.margin,
      PAGE.height - PAGE.margin + 4,
      {
        width: INNER,
        align: "center",
        lineBreak: false,
      },
    );
  }
}
