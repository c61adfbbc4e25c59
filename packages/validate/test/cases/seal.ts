import { type Case, seal } from "../support/cases.ts";
import { jpeg, png, seal300 } from "../support/images.ts";

const seals = (...each: readonly Readonly<Record<string, unknown>>[]) => ({
  seals: { seal: each.map((overrides) => ({ sealType: "CE", imageFormat: "PNG", image: seal300, ...overrides })) },
});
const signers = (...each: readonly Readonly<Record<string, unknown>>[]) => ({
  signers: {
    signer: each.map((overrides) => ({ signerName: "张示例", imageFormat: "PNG", image: seal300, ...overrides })),
  },
});
const text = new TextEncoder().encode("no image at all");

export const sealCases: readonly Case[] = [
  [
    "SEAL_NOTHING",
    seal({ seals: undefined, signers: undefined }),
    seal({ seals: undefined, signers: undefined, applyType: "9" }),
    "",
  ],
  [
    "IMAGE_UNKNOWN",
    seal(seals({ image: text })),
    seal(seals({ image: jpeg(), imageFormat: "JPG" })),
    "seals.seal[0].image",
  ],
  [
    "IMAGE_FORMAT",
    seal(seals({ imageFormat: "JPG" })),
    seal(seals({ imageFormat: "png" })),
    "seals.seal[0].imageFormat",
  ],
  [
    "IMAGE_BROKEN",
    seal(signers({ image: png({ end: false }) })),
    seal(signers({ image: png() })),
    "signers.signer[0].image",
  ],
  [
    "IMAGE_BROKEN",
    seal(seals({ image: png({ width: 0 }) })),
    seal(seals({ image: Buffer.from(png()).toString("base64") })),
  ],
  [
    "IMAGE_TOO_LARGE",
    seal(seals({ image: png({ width: 1400 }) })),
    seal(seals({ image: png({ width: 1299, height: 1063 }) })),
    "seals.seal[0].image",
  ],
  [
    "IMAGE_TOO_LARGE",
    seal(signers({ image: png({ width: 300, height: 760 }) })),
    seal(signers({ image: png({ width: 826, height: 708, dpi: 600 }) })),
  ],
  ["IMAGE_RESOLUTION", seal(seals({ image: png({ dpi: 300 }) })), seal(seals({ image: png({ dpi: 600 }) }))],
  [
    "IMAGE_RESOLUTION",
    seal(seals({ image: jpeg({ dpi: 72 }), imageFormat: "JPG" })),
    seal(seals({ image: jpeg({ dpi: 600 }), imageFormat: "JPG" })),
  ],
  ["SEAL_IMAGE_GREY", seal(seals({ image: png({ colourType: 0 }) })), seal(signers({ image: png({ colourType: 0 }) }))],
  [
    "AUTHORISATION_MISSING",
    seal({ attachments: undefined }),
    seal({ attachments: undefined, signers: undefined }),
    "attachments",
  ],
  [
    "SEAL_LANGUAGE_MISSING",
    seal(seals({ sealType: "CN" })),
    seal(seals({ sealType: "CN" }, { sealType: "EN" })),
    "seals",
  ],
  ["SIGNER_MISSING", seal({ signers: undefined }), seal({ signers: undefined, applyType: "1" }), "signers"],
  ["SEAL_TWICE", seal(seals({}, {})), seal(seals({ sealType: "CN" }, { sealType: "EN" })), "seals.seal[1].sealType"],
  ["SIGNER_TWICE", seal(signers({}, {})), seal(signers({}, { signerName: "李示例" })), "signers.signer[1].signerName"],
  [
    "SIGNERS_MANY",
    seal(signers({ signerName: "A" }, { signerName: "B" }, { signerName: "C" }, { signerName: "D" })),
    seal(signers({ signerName: "A" }, { signerName: "B" }, { signerName: "C" })),
    "signers",
  ],
];
