export type { CertificateInput, LabelText } from "./certificate-input.ts";
export { CertificatePdfError, type CertificatePdfErrorCode, isCertificatePdfError } from "./errors.ts";
export { type FontSource, fontSource } from "./font.ts";
export { type RenderOptions, type RenderReport, renderCertificate } from "./render-certificate.ts";
