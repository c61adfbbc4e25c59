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

/** Messages as they go over the wire, and some with everything XML has. */
export const SEEDS: readonly string[] = [
  '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ser="urn:example:service"><soapenv:Header/><soapenv:Body><ser:applyGoodsFiling><requestXml>&lt;Request&gt;&lt;Head&gt;&lt;providerCode&gt;P0001&lt;/providerCode&gt;&lt;sign&gt;A1&lt;/sign&gt;&lt;/Head&gt;&lt;Body&gt;&lt;hsCode&gt;0804100000&lt;/hsCode&gt;&lt;/Body&gt;&lt;/Request&gt;</requestXml></ser:applyGoodsFiling></soapenv:Body></soapenv:Envelope>',
  "<Request><Head><providerCode>P0001</providerCode><service>applyGoodsFiling</service><timestamp>20180701120000</timestamp></Head>\r\n<Body><hsCode>0804100000</hsCode><goodsName>冷冻虾仁 &amp; 鱼片 &#x1F600;</goodsName><grossWeightKg>12.500</grossWeightKg><remark/></Body></Request>",
  '<t:op xmlns:t="urn:t" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Body xmlns="urn:b"><a xsi:nil="true"/><b xsi:type="t:X">1</b><c xmlns="">x<!-- 注释 -->y</c><t:d><![CDATA[<raw>&]]></t:d></Body></t:op>',
  "<?xml version='1.0' standalone='yes'?><!-- c --><?pi data?><r a='1' b=\"&lt;&#10;'\" xml:lang='zh'>\t<e  f = 'g'\n/><h>]] > ]]&gt;</h ><?p?>\u{20000}</r><!--end-->\n",
  '<a xmlns="urn:1" xmlns:p="urn:1" x="1" p:x="2"><p:b xmlns:p="urn:2" p:x="3"/><b xmlns=""><c xmlns="urn:3"/></b></a>',
  "<goods><item no='1'><name>甲</name></item><item no='2'><name>乙</name></item><item no='3'><name/></item></goods>",
];

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

/** `text` with one to four random changes. */
export function mutate(text: string, random: (below: number) => number): string {
  let out = text;
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
