import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { CertificatePdfError } from "./errors.ts";

/** Where the bundled font comes from. */
export interface FontSource {
  readonly family: string;
  readonly madeFrom: string;
  readonly sourceSha256: string;
  readonly licence: string;
  readonly characters: number;
  readonly bytes: number;
  readonly packedBytes: number;
  readonly sha256: string;
}

const directory = new URL("../font/", import.meta.url);
let unpacked: Buffer | undefined;

/** Origin, licence and hash of the bundled font, as written by `font/make-font.mjs`. */
export function fontSource(): FontSource {
  return JSON.parse(readFileSync(new URL("coo-sans-sc.json", directory), "utf8")) as FontSource;
}

/** The bundled TrueType font, unpacked once and checked against its hash. */
export function fontBytes(): Buffer {
  if (unpacked) return unpacked;
  const bytes = brotliDecompressSync(readFileSync(new URL("coo-sans-sc.ttf.br", directory)));
  if (createHash("sha256").update(bytes).digest("hex") !== fontSource().sha256) {
    throw new CertificatePdfError(
      "PDF_FONT",
      "the bundled font does not match its recorded SHA-256: install @coo/certificate-pdf again",
      "内置字体与记录的 SHA-256 不符:请重新安装 @coo/certificate-pdf",
    );
  }
  unpacked = bytes;
  return bytes;
}
