import { binaryValue } from "../bytes.ts";
import { cite } from "../cite.ts";
import { CONSISTENCY, inferred, thirdParty } from "../evidence.ts";
import { fileFormat, type ImageHeader, readImageHeader } from "../image-header.ts";
import type { SealImage, SignerSignature } from "../messages.ts";
import type { Node } from "../node.ts";
import type { Rule } from "../rule.ts";
import type { SealApplication } from "../seal.ts";

const CANCEL = "9";

/** Image rules of another system (the customs single window), the only ones found: 600 dpi, largest sizes in centimetres. */
const DPI = 600;
const SEAL_CM = { width: 5.5, height: 4.5 };
const SIGNATURE_CM = { width: 3.5, height: 3 };
const CM_PER_INCH = 2.54;

interface Image {
  readonly path: string;
  readonly format: string | undefined;
  readonly formatPath: string;
  readonly bytes: Uint8Array | undefined;
  readonly kind: "seal" | "signature";
}

function* images({ seals, signers }: SealApplication): Generator<Image> {
  for (const seal of seals) yield imageOf(seal, "seal");
  for (const signer of signers) yield imageOf(signer, "signature");
}

function imageOf(image: Node<Pick<SealImage & SignerSignature, "image" | "imageFormat">>, kind: Image["kind"]): Image {
  return {
    path: image.at("image"),
    format: image.plain("imageFormat"),
    formatPath: image.at("imageFormat"),
    bytes: binaryValue(image.raw("image")),
    kind,
  };
}

function* headers(application: SealApplication): Generator<readonly [Image, ImageHeader]> {
  for (const image of images(application)) {
    const header = image.bytes === undefined ? undefined : readImageHeader(image.bytes);
    if (header !== undefined) yield [image, header];
  }
}

/** An application files something. */
export const sealOrSigner: Rule<SealApplication> = {
  id: "seal.something",
  findings: { SEAL_NOTHING: CONSISTENCY },
  check({ body, seals, signers }, report) {
    if (body.text("applyType") !== CANCEL && seals.length === 0 && signers.length === 0)
      report("SEAL_NOTHING", body.path);
  },
};

/** The image is a PNG or JPEG, the one that is stated, and whole. */
export const sealImage: Rule<SealApplication> = {
  id: "seal.image",
  findings: { IMAGE_UNKNOWN: inferred("S23"), IMAGE_FORMAT: CONSISTENCY, IMAGE_BROKEN: CONSISTENCY },
  check(application, report) {
    for (const { path, format, formatPath, bytes } of images(application)) {
      if (bytes === undefined || bytes.length === 0) continue;
      const found = fileFormat(bytes);
      const stated = format === "JPG" ? "JPEG" : format;
      if (found === undefined || found === "PDF") report("IMAGE_UNKNOWN", path);
      else if (stated !== undefined && stated !== found) report("IMAGE_FORMAT", formatPath, { stated, found });
      const header = readImageHeader(bytes);
      const isImage = found === "PNG" || found === "JPEG";
      if (isImage && (header === undefined || !header.complete || header.width === 0 || header.height === 0))
        report("IMAGE_BROKEN", path);
    }
  },
};

/** The image is not larger than the only limits found, at its own resolution or 600 dpi. */
export const sealImageSize: Rule<SealApplication> = {
  id: "seal.image-size",
  findings: { IMAGE_TOO_LARGE: thirdParty("S23"), IMAGE_RESOLUTION: thirdParty("S23") },
  check(application, report) {
    for (const [{ path, kind }, { width, height, dpi = DPI }] of headers(application)) {
      const limit = kind === "seal" ? SEAL_CM : SIGNATURE_CM;
      const [wide, high] = [(width / dpi) * CM_PER_INCH, (height / dpi) * CM_PER_INCH];
      const params = { width, height, dpi, maxWidth: limit.width, maxHeight: limit.height };
      if (dpi > 0 && (wide > limit.width + 0.05 || high > limit.height + 0.05)) report("IMAGE_TOO_LARGE", path, params);
      if (dpi < DPI) report("IMAGE_RESOLUTION", path, params);
    }
  },
};

/** Seals are in colour. */
export const sealColour: Rule<SealApplication> = {
  id: "seal.colour",
  findings: { SEAL_IMAGE_GREY: thirdParty("S23") },
  check(application, report) {
    for (const [{ path, kind }, { grey }] of headers(application))
      if (kind === "seal" && grey) report("SEAL_IMAGE_GREY", path);
  },
};

/** A signatory comes with the authorisation letter. */
export const authorisation: Rule<SealApplication> = {
  id: "seal.authorisation",
  findings: { AUTHORISATION_MISSING: thirdParty("S11") },
  check({ body, signers, attachments }, report) {
    if (signers.length === 0 || body.text("applyType") === CANCEL) return;
    if (!attachments.some((attachment) => attachment.text("fileType") === "AUTH"))
      report("AUTHORISATION_MISSING", body.at("attachments"));
  },
};

/** A first application brings a Chinese and an English seal (or a bilingual one) and a signature; they may come apart. */
export const sealLanguages: Rule<SealApplication> = {
  id: "seal.languages",
  findings: { SEAL_LANGUAGE_MISSING: inferred("S10"), SIGNER_MISSING: inferred("S10") },
  check({ body, seals, signers }, report) {
    if (body.text("applyType") !== "0" || seals.length === 0) return;
    const types = new Set(seals.map((seal) => seal.text("sealType")));
    if (!types.has("CE") && !(types.has("CN") && types.has("EN"))) report("SEAL_LANGUAGE_MISSING", body.at("seals"));
    if (signers.length === 0) report("SIGNER_MISSING", body.at("signers"));
  },
};

/** Each kind of seal and each signatory stands once. */
export const sealTwice: Rule<SealApplication> = {
  id: "seal.twice",
  findings: { SEAL_TWICE: inferred(), SIGNER_TWICE: inferred() },
  check({ seals, signers }, report) {
    const types = new Set<string>();
    for (const seal of seals) {
      const type = seal.text("sealType");
      if (type !== undefined && types.has(type)) report("SEAL_TWICE", seal.at("sealType"), { type });
      if (type !== undefined) types.add(type);
    }
    const people = new Set<string>();
    for (const signer of signers) {
      const person = `${signer.text("signerName") ?? ""} ${signer.text("idNo") ?? ""}`;
      if (signer.filled("signerName") && people.has(person)) report("SIGNER_TWICE", signer.at("signerName"));
      people.add(person);
    }
  },
};

const MAX_SIGNERS = 3;

/** An older text allows three signatories. */
export const signerCount: Rule<SealApplication> = {
  id: "seal.signer-count",
  findings: { SIGNERS_MANY: cite("C.rules[13]") },
  check({ body, signers }, report) {
    if (signers.length > MAX_SIGNERS)
      report("SIGNERS_MANY", body.at("signers"), { count: signers.length, max: MAX_SIGNERS });
  },
};

/** Rules about seals and signatures. */
export const sealRules: readonly Rule<SealApplication>[] = [
  sealOrSigner,
  sealImage,
  sealImageSize,
  sealColour,
  authorisation,
  sealLanguages,
  sealTwice,
  signerCount,
];
