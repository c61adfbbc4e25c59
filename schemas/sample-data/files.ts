import { crc32 } from "node:zlib";

/** A black-and-white picture: width, height, and whether the point is ink. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly ink: (x: number, y: number) => boolean;
  /** Colour of the ink as red, green, blue. */
  readonly colour: readonly [number, number, number];
}

/** A PNG of two colours. The image data is stored, not compressed, so that the bytes never depend on a zlib version. */
export function png({ width, height, ink, colour }: Picture): Buffer {
  const rows: number[] = [];
  for (let y = 0; y < height; y++) {
    rows.push(0); // filter: none
    for (let x = 0; x < width; x += 8) {
      let byte = 0;
      for (let bit = 0; bit < 8; bit++) byte = (byte << 1) | (x + bit < width && ink(x + bit, y) ? 1 : 0);
      rows.push(byte);
    }
  }
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([1, 3, 0, 0, 0], 8); // one bit a point, palette
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", size),
    chunk("PLTE", Buffer.from([255, 255, 255, ...colour])),
    chunk("IDAT", stored(Buffer.from(rows))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A round company seal: two rings and a star. */
export function sealPicture(size: number): Picture {
  const centre = (size - 1) / 2;
  const ring = size / 2 - 2;
  return {
    width: size,
    height: size,
    colour: [200, 16, 46],
    ink: (x, y) => {
      const dx = x - centre;
      const dy = y - centre;
      const r = Math.hypot(dx, dy);
      if ((r > ring - 4 && r <= ring) || (r > ring - 8 && r <= ring - 7)) return true;
      // a five-pointed star: the radius shrinks between the points
      const turn = (((Math.atan2(dx, -dy) * 5) / (2 * Math.PI)) % 1) + 1;
      const fold = Math.abs((turn % 1) - 0.5) * 2;
      return r < size * (0.08 + 0.13 * fold ** 2);
    },
  };
}

/** A signature-like stroke. */
export function strokePicture(width: number, height: number): Picture {
  return {
    width,
    height,
    colour: [10, 10, 60],
    ink: (x, y) => {
      const t = x / width;
      const wave = height / 2 + Math.sin(t * 19) * height * 0.3 * (1 - t) + Math.cos(t * 7) * height * 0.1;
      return t > 0.05 && t < 0.95 && Math.abs(y - wave) < 1.6;
    },
  };
}

/** A one-page PDF that shows `lines` (ASCII). */
export function pdf(lines: readonly string[]): Buffer {
  const draw = lines.map((line) => `(${line.replaceAll(/[\\()]/g, "\\$&")}) Tj T*`).join(" ");
  const stream = `BT /F1 12 Tf 16 TL 60 780 Td ${draw} ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const count = objects.length + 1;
  const end = `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\n`;
  return Buffer.from(`${text}${end}startxref\n${text.length}\n%%EOF\n`, "latin1");
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, check]);
}

/** A zlib stream of stored blocks (RFC 1950, RFC 1951). */
function stored(data: Buffer): Buffer {
  const parts: Buffer[] = [Buffer.from([0x78, 0x01])];
  for (let at = 0; at < data.length; at += 0xffff) {
    const block = data.subarray(at, at + 0xffff);
    const header = Buffer.alloc(5);
    header[0] = at + block.length >= data.length ? 1 : 0;
    header.writeUInt16LE(block.length, 1);
    header.writeUInt16LE(~block.length & 0xffff, 3);
    parts.push(header, block);
  }
  let a = 1;
  let b = 0;
  for (const byte of data) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  const check = Buffer.alloc(4);
  check.writeUInt32BE(((b << 16) | a) >>> 0);
  parts.push(check);
  return Buffer.concat(parts);
}
