/** The platform's GB 18030 decoder turned round, by UTF-16 unit. */
export interface GbTable {
  /** Two-byte code, 0 for none. */
  readonly twoBytes: Uint16Array;
  /** Two-byte code of GBK alone, 0 for none. */
  readonly gbk: Uint16Array;
  /** Pointer of the four-byte code plus 1, 0 for none. */
  readonly fourBytes: Uint16Array;
}

// Two-byte codes that GB 18030 added to GBK; so did it all codes of characters for private use.
const ADDED: readonly (readonly [first: number, last: number])[] = [
  [0xa2e3, 0xa2e3],
  [0xa6d9, 0xa6df],
  [0xa6ec, 0xa6ed],
  [0xa6f3, 0xa6f3],
  [0xa8bc, 0xa8bc],
  [0xa8bf, 0xa8bf],
  [0xa989, 0xa995],
  [0xfe50, 0xfea0],
];

/** Pointers of four-byte codes for the basic plane: 81308130 to 8431A439. */
const POINTERS = 39_420;
/** The code that really is U+FFFD, and not a decoder's complaint. */
const REPLACEMENT = 39_417;

let table: GbTable | undefined;

/** The table; made at first use from what the platform's decoder reads, in one go. */
export function gbTable(): GbTable {
  table ??= build();
  return table;
}

function build(): GbTable {
  const twoBytes = new Uint16Array(0x10000);
  const gbk = new Uint16Array(0x10000);
  const fourBytes = new Uint16Array(0x10000);
  // All codes in one run of bytes, each with a line feed behind, so that a wrong one cannot swallow its neighbour.
  const pairs = new Uint8Array(126 * 190 * 3);
  let size = 0;
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      pairs[size] = lead;
      pairs[size + 1] = trail;
      pairs[size + 2] = 0x0a;
      size += 3;
    }
  }
  eachUnit(pairs, (index, unit) => {
    // Of two codes for one character (U+3000) the first is the usual one.
    if (unit === 0xfffd || twoBytes[unit] !== 0) return;
    const code = ((pairs[index * 3] as number) << 8) | (pairs[index * 3 + 1] as number);
    twoBytes[unit] = code;
    const own = (unit < 0xe000 || unit > 0xf8ff) && !ADDED.some(([first, last]) => code >= first && code <= last);
    if (own) gbk[unit] = code;
  });
  const quads = new Uint8Array(POINTERS * 5);
  for (let pointer = 0; pointer < POINTERS; pointer++) {
    quads[pointer * 5] = 0x81 + Math.floor(pointer / 12600);
    quads[pointer * 5 + 1] = 0x30 + (Math.floor(pointer / 1260) % 10);
    quads[pointer * 5 + 2] = 0x81 + (Math.floor(pointer / 10) % 126);
    quads[pointer * 5 + 3] = 0x30 + (pointer % 10);
    quads[pointer * 5 + 4] = 0x0a;
  }
  eachUnit(quads, (pointer, unit) => {
    if (twoBytes[unit] === 0 && fourBytes[unit] === 0 && (unit !== 0xfffd || pointer === REPLACEMENT))
      fourBytes[unit] = pointer + 1;
  });
  return { twoBytes, gbk, fourBytes };
}

/** Decodes codes, a line each; gives those that are one unit. */
function eachUnit(bytes: Uint8Array, found: (index: number, unit: number) => void): void {
  const text = new TextDecoder("gb18030", { ignoreBOM: true }).decode(bytes);
  let index = 0;
  let start = 0;
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
    if (end === start + 1) found(index, text.charCodeAt(start));
    index++;
    start = end + 1;
  }
}
