/** A small seeded generator: the same numbers everywhere. */
export function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const TOKENS = [
  "<",
  ">",
  "/",
  "/>",
  "</",
  "<a>",
  "</a>",
  "<a/>",
  "&",
  "&amp;",
  "&lt;",
  "&#",
  "&#x41;",
  "&#0;",
  "&x;",
  ";",
  "'",
  '"',
  "=",
  " ",
  "\t",
  "\n",
  "\r",
  "\r\n",
  "]]>",
  "]]",
  "<![CDATA[",
  "<!--",
  "-->",
  "--",
  "-",
  "<?",
  "?>",
  "<?p ?>",
  "<?xml version='1.0'?>",
  "<!DOCTYPE a>",
  "xmlns",
  " xmlns=''",
  " xmlns='urn:1'",
  " xmlns:p='urn:1'",
  " xmlns:p=''",
  ":",
  "p:",
  "xml:",
  " xml:lang='x'",
  " a='1'",
  " p:x='1'",
  "\0",
  "\u0001",
  "\u007f",
  "\u0085",
  "\u00b7",
  "\u00d7",
  "\u2028",
  "\u0300",
  "\u3000",
  "\ud7ff",
  "\ue000",
  "\ufffd",
  "\ufffe",
  "\uffff",
  "\ufeff",
  "中",
  "\u{1F600}",
  "\u{EFFFF}",
  "\u{F0000}",
  "1",
  "a",
  "_",
  ".",
  "x".repeat(50),
];

const DOCTYPES = ["<!DOCTYPE a>", "<!DOCTYPE a []>", "<!DOCTYPE a [<!ENTITY x 'y'>]>", "<!DOCTYPE a SYSTEM 'a.dtd'>"];

/** `text` with one to four random changes. */
export function mutate(text: string, random: (below: number) => number): string {
  let out = text;
  if (random(100) === 0) {
    const root = out.search(/<[^?!]/);
    out = out.slice(0, root) + (DOCTYPES[random(DOCTYPES.length)] as string) + out.slice(root);
  }
  for (let changes = random(2) === 0 ? 1 : 2 + random(3); changes > 0; changes--) {
    const at = random(out.length + 1);
    const size = 1 + random(random(3) === 0 ? 40 : 4);
    switch (random(7)) {
      case 0:
        out = out.slice(0, at) + out.slice(at + size);
        break;
      case 1:
      case 2:
        out = out.slice(0, at) + (TOKENS[random(TOKENS.length)] as string) + out.slice(at);
        break;
      case 3:
        out = out.slice(0, at) + (TOKENS[random(TOKENS.length)] as string) + out.slice(at + size);
        break;
      case 4: {
        const from = random(out.length + 1);
        out = out.slice(0, at) + out.slice(from, from + size) + out.slice(at);
        break;
      }
      case 5:
        out = out.slice(0, at) + String.fromCodePoint(0x20 + random(0x60)) + out.slice(at + 1);
        break;
      default:
        if (random(8) === 0) out = out.slice(0, at);
        else {
          const from = random(out.length + 1);
          const [a, b] = at < from ? [at, from] : [from, at];
          out = out.slice(0, a) + out.slice(b) + out.slice(a, b);
        }
    }
  }
  return out;
}

/** `bytes` with one to three bytes changed, taken out or put in. */
export function mutateBytes(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  const out = [...bytes];
  for (let changes = 1 + random(3); changes > 0; changes--) {
    const at = random(out.length + 1);
    const size = random(3);
    // Mostly what UTF-8 has rules for.
    const insert = Array.from({ length: random(4) }, () => (random(4) === 0 ? random(256) : 0x80 + random(0x80)));
    out.splice(at, size, ...insert);
  }
  return Uint8Array.from(out);
}
