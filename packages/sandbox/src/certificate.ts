import { docTypes } from "@coo/msg-common";
import { labels } from "@coo/msg-document/labels";
import type { RenderCertificate } from "./interfaces/call.ts";

const PREFIX = "ApplyPreferentialCertificateRequest.";

/** Labels of both kinds of application: interface 5 has all fields of 4. */
function fieldLabels(): Readonly<Record<string, { readonly zh: string; readonly en: string }>> {
  const own = Object.entries(labels).filter(([path]) => path.startsWith(PREFIX));
  return Object.fromEntries(own.map(([path, label]) => [path.slice(PREFIX.length), label]));
}

/** Draws certificates with `@coo/certificate-pdf`, which is loaded with the first one; always marked 样张. */
export const renderCertificate: RenderCertificate = async (request) => {
  const pdf = await import("@coo/certificate-pdf");
  const form = docTypes.find((one) => one.code === request.docType);
  const named = form === undefined ? {} : { formName: { zh: form.zh, en: form.en } };
  return pdf.renderCertificate({ ...request, ...named, labels: fieldLabels() });
};
