/** What the first bytes of an image tell. */
export interface ImageHeader {
  readonly format: "PNG" | "JPEG";
  readonly width: number;
  readonly height: number;
  /** Stated resolution, when the file states one in dots per inch or metre. */
  readonly dpi?: number;
  /** True when the file can hold no colour. */
  readonly grey: boolean;
  /** False when the end of the file is missing. */
  readonly complete: boolean;
}

const PNG_MAGIC = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const INCHES_PER_METRE = 39.3701;

/** Format by the first bytes: the kinds this exchange names. */
export function fileFormat(bytes: Uint8Array): "PNG" | "JPEG" | "PDF" | undefined {
  if (startsWith(bytes, PNG_MAGIC)) return "PNG";
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return "JPEG";
  return startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d]) ? "PDF" : undefined;
}

/** Size and resolution of a PNG or JPEG; nothing when the bytes are no such image or end before its size. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | undefined {
  const format = fileFormat(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (format === "PNG") return readPng(view);
  return format === "JPEG" ? readJpeg(view) : undefined;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function readPng(view: DataView): ImageHeader | undefined {
  if (view.byteLength < 33 || chunkType(view, 12) !== "IHDR") return undefined;
  let dpi: number | undefined;
  let complete = false;
  for (let at = 8; at + 12 <= view.byteLength; ) {
    const length = view.getUint32(at);
    const type = chunkType(view, at + 4);
    if (at + 12 + length > view.byteLength) break;
    if (type === "pHYs" && length === 9 && view.getUint8(at + 16) === 1)
      dpi = Math.round(view.getUint32(at + 8) / INCHES_PER_METRE);
    if (type === "IEND") complete = true;
    at += 12 + length;
  }
  const colourType = view.getUint8(25);
  return {
    format: "PNG",
    width: view.getUint32(16),
    height: view.getUint32(20),
    ...(dpi === undefined ? {} : { dpi }),
    grey: colourType === 0 || colourType === 4,
    complete,
  };
}

function chunkType(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}

function readJpeg(view: DataView): ImageHeader | undefined {
  let dpi: number | undefined;
  const end = view.byteLength;
  const complete = end > 4 && view.getUint16(end - 2) === 0xffd9;
  for (let at = 2; at + 4 <= end; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > end) return undefined;
    if (marker === 0xe0 && length >= 16) dpi = jfifDensity(view, at + 4);
    if (isFrame(marker) && length >= 8) {
      const [height, width, components] = [view.getUint16(at + 5), view.getUint16(at + 7), view.getUint8(at + 9)];
      return { format: "JPEG", width, height, ...(dpi === undefined ? {} : { dpi }), grey: components === 1, complete };
    }
    at += 2 + length;
  }
  return undefined;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function jfifDensity(view: DataView, at: number): number | undefined {
  if (chunkType(view, at) !== "JFIF") return undefined;
  const unit = view.getUint8(at + 7);
  const density = view.getUint16(at + 8);
  if (unit === 1) return density;
  return unit === 2 ? Math.round(density * 2.54) : undefined;
}
