/** Bytes of a PNG with the chunks a header reader looks at; its picture data are not real. */
export function png({
  width = 300,
  height = 300,
  colourType = 2,
  dpi,
  end = true,
}: {
  width?: number;
  height?: number;
  colourType?: number;
  dpi?: number;
  end?: boolean;
} = {}): Uint8Array {
  const chunks = [chunk("IHDR", [...uint32(width), ...uint32(height), 8, colourType, 0, 0, 0])];
  if (dpi !== undefined) {
    const perMetre = uint32(Math.round(dpi * 39.3701));
    chunks.push(chunk("pHYs", [...perMetre, ...perMetre, 1]));
  }
  if (end) chunks.push(chunk("IEND", []));
  return Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...chunks.flat()]);
}

/** Bytes of a JPEG up to its frame header, with an end marker. */
export function jpeg({
  width = 300,
  height = 300,
  components = 3,
  dpi,
  end = true,
}: {
  width?: number;
  height?: number;
  components?: number;
  dpi?: number;
  end?: boolean;
} = {}): Uint8Array {
  const jfif = [
    0x4a,
    0x46,
    0x49,
    0x46,
    0,
    1,
    1,
    dpi === undefined ? 0 : 1,
    ...uint16(dpi ?? 1),
    ...uint16(dpi ?? 1),
    0,
    0,
  ];
  const frame = [
    8,
    ...uint16(height),
    ...uint16(width),
    components,
    ...Array.from({ length: components * 3 }, () => 0),
  ];
  return Uint8Array.from([0xff, 0xd8, ...segment(0xe0, jfif), ...segment(0xc0, frame), ...(end ? [0xff, 0xd9] : [])]);
}

/** A colour PNG of 300 × 300. */
export const seal300: Uint8Array = png();

function chunk(type: string, data: readonly number[]): number[] {
  return [...uint32(data.length), ...new TextEncoder().encode(type), ...data, 0, 0, 0, 0];
}

function segment(marker: number, data: readonly number[]): number[] {
  return [0xff, marker, ...uint16(data.length + 2), ...data];
}

function uint32(value: number): number[] {
  return [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function uint16(value: number): number[] {
  return [(value >>> 8) & 255, value & 255];
}
