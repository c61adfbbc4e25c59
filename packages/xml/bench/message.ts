/** The same certificate application as XML (typed shape) and as JSON. */
export interface Sample {
  readonly xml: Uint8Array;
  readonly json: Uint8Array;
}

type Value = string | { readonly [name: string]: Value } | readonly Value[];

/** A seeded application of `lines` goods lines; about 24 KB of XML at 30. */
export function sample(lines: number, chinese: boolean): Sample {
  const random = generator(7);
  const pick = (zh: string, en: string): string => (chinese ? zh : en);
  const goods: Value[] = [];
  for (let i = 1; i <= lines; i++) {
    goods.push({
      lineNo: String(i),
      hsCode: `0804${String(random(1_000_000)).padStart(6, "0")}`,
      goodsName: pick(`冷冻去头虾仁 规格 ${i} 一级`, `Frozen peeled shrimps, size ${i}, first grade`),
      goodsNameEn: `FROZEN PEELED SHRIMPS 61/70 PIECES A KG, LOT ${i}`,
      packages: "ONE HUNDRED (100) CARTONS",
      quantity: `${random(1000)}.${random(1000)}`,
      unit: "KG",
      grossWeightKg: `${random(1000)}.500`,
      netWeightKg: `${random(1000)}.125`,
      originCriterion: "PE",
      invoiceNo: `INV2018-${random(1_000_000)}`,
      invoiceDate: "2018-07-01",
      fobValue: `${random(100_000)}.00`,
      currency: "USD",
      marks: pick("N/M 无唛头", "N/M"),
      producer: pick("青岛某某水产食品有限公司", "QINGDAO EXAMPLE AQUATIC FOODS CO., LTD"),
      remark: i % 3 === 0 ? "A & B <fragile>" : "",
    });
  }
  const body: Value = {
    formType: "RCEP",
    exporter: { name: pick("青岛某某进出口有限公司", "QINGDAO EXAMPLE IMPORT AND EXPORT"), code: "91370200MA3CXXXX0Q" },
    importer: { name: "TOKYO TRADING CO LTD", address: "1-1 CHIYODA, TOKYO", country: "JP" },
    transport: "FROM QINGDAO TO TOKYO BY SEA",
    goodsList: { goods },
  };
  const xml =
    '<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>' +
    `<t:apply xmlns:t="urn:example:ccpit-coo:reference:v1:typed">${write("Body", body)}</t:apply></s:Body></s:Envelope>`;
  const utf8 = new TextEncoder();
  return { xml: utf8.encode(xml), json: utf8.encode(JSON.stringify({ Body: body })) };
}

function write(name: string, value: Value): string {
  if (Array.isArray(value)) return value.map((item: Value) => write(name, item)).join("");
  const content =
    typeof value === "string"
      ? value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
      : Object.entries(value)
          .map(([key, item]) => write(key, item as Value))
          .join("");
  return `<${name}>${content}</${name}>`;
}

function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state % below;
  };
}
