import type { Application } from "../application.ts";
import { binaryValue } from "../bytes.ts";
import { CONSISTENCY, inferred } from "../evidence.ts";
import { fileFormat } from "../image-header.ts";
import type { Attachment } from "../messages.ts";
import type { Node } from "../node.ts";
import type { Rule } from "../rule.ts";

/** What rules about attachments look at: every message that has a list of them. */
export interface Attachments {
  readonly attachments: readonly Node<Attachment>[];
}

/** An attachment is there: as content or as an address. */
export const attachmentContent: Rule<Attachments> = {
  id: "attachments.content",
  findings: { ATTACHMENT_EMPTY: CONSISTENCY },
  check({ attachments }, report) {
    for (const attachment of attachments) {
      const content = attachment.raw("content");
      const hasContent = content instanceof Uint8Array ? content.length > 0 : attachment.filled("content");
      if (!hasContent && !attachment.filled("url")) report("ATTACHMENT_EMPTY", attachment.at("content"));
    }
  },
};

const FORMATS: Readonly<Record<string, string>> = { PDF: "PDF", JPG: "JPEG", JPEG: "JPEG", PNG: "PNG" };

/** The content is of the format that is stated, by field or by file name. */
export const attachmentFormat: Rule<Attachments> = {
  id: "attachments.format",
  findings: { ATTACHMENT_FORMAT: CONSISTENCY },
  check({ attachments }, report) {
    for (const attachment of attachments) {
      const extension = /\.(\w{2,5})$/u.exec(attachment.text("fileName") ?? "")?.[1];
      const stated = FORMATS[(attachment.plain("docFormat") ?? extension ?? "").toUpperCase()];
      const bytes = binaryValue(attachment.raw("content"));
      const found = bytes === undefined ? undefined : fileFormat(bytes);
      if (stated !== undefined && found !== undefined && stated !== found)
        report("ATTACHMENT_FORMAT", attachment.at("content"), { stated, found });
    }
  },
};

/** Papers that one office asks for with a preferential application: file type, Chinese name. */
const PAPERS = [
  ["CONTRACT", "合同"],
  ["1", "商业发票"],
  ["3", "提单"],
  ["4", "报关单"],
] as const;

/** A preferential application that is sent comes with its papers. */
export const papers: Rule<Application> = {
  id: "attachments.papers",
  findings: { PAPERS_MISSING: inferred("S10") },
  check({ kind, body, attachments }, report) {
    if (kind !== "preferential" || !body.is("sendAudit")) return;
    const given = new Set(attachments.map((attachment) => attachment.text("fileType")));
    const missing = PAPERS.filter(([type]) => !given.has(type));
    if (missing.length > 0)
      report("PAPERS_MISSING", body.at("attachments"), {
        types: missing.map(([type]) => type).join(", "),
        names: missing.map(([, zh]) => zh).join("、"),
      });
  },
};

/** Rules about attachments of any message. */
export const attachmentRules: readonly Rule<Attachments>[] = [attachmentContent, attachmentFormat];
/** Rules about the papers of a certificate application. */
export const paperRules: readonly Rule<Application>[] = [papers];
