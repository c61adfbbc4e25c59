import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const SAMPLES = resolve(import.meta.dirname, "../../../../schemas/2018-07/samples");

/** Larger ones only cost time: what is in them stands in smaller ones too. */
const MAX_SIZE = 3000;

/** Documents with everything XML has, beside the messages. */
const RICH: readonly string[] = [
  "<Request><Head><providerCode>P0001</providerCode><service>applyGoodsFiling</service><timestamp>20180701120000</timestamp></Head>\r\n<Body><hsCode>0804100000</hsCode><goodsName>冷冻虾仁 &amp; 鱼片 &#x1F600;</goodsName><grossWeightKg>12.500</grossWeightKg><remark/></Body></Request>",
  '<t:op xmlns:t="urn:t" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Body xmlns="urn:b"><a xsi:nil="true"/><b xsi:type="t:X">1</b><c xmlns="">x<!-- 注释 -->y</c><t:d><![CDATA[<raw>&]]></t:d></Body></t:op>',
  "<?xml version='1.0' standalone='yes'?><!-- c --><?pi data?><r a='1' b=\"&lt;&#10;'\" xml:lang='zh'>\t<e  f = 'g'\n/><h>]] > ]]&gt;</h ><?p?>\u{20000}</r><!--end-->\n",
  '<a xmlns="urn:1" xmlns:p="urn:1" x="1" p:x="2"><p:b xmlns:p="urn:2" p:x="3"/><b xmlns=""><c xmlns="urn:3"/></b></a>',
  "<goods><item no='1'><name>甲</name></item><item no='2'><name>乙</name></item><item no='3'><name/></item></goods>",
];

/** The samples of the edition as payloads, inside of envelopes, and as text inside of envelopes; and {@link RICH}. */
export function seeds(): readonly string[] {
  const found: string[] = [];
  const messages = readdirSync(SAMPLES).sort();
  for (const message of messages) {
    for (const name of readdirSync(join(SAMPLES, message)).sort()) {
      if (!name.endsWith(".xml")) continue;
      const text = readFileSync(join(SAMPLES, message, name), "utf8");
      if (text.length > MAX_SIZE) continue;
      const root = text.replace(/^<\?xml[^>]*\?>\s*/, "");
      found.push(text, envelope(root), envelope(escape(root)));
    }
  }
  // One in eight mutants is of a rich document.
  const times = Math.ceil(found.length / 7 / RICH.length);
  for (let i = 0; i < times; i++) found.push(...RICH);
  return found;
}

function envelope(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Header/><soap:Body><c:op xmlns:c="urn:example:service"><requestXml>${content}</requestXml></c:op></soap:Body></soap:Envelope>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
