/**
 * Made-up companies and offices. The companies do not exist; the office codes are invented except 311, which the
 * evidence reads off one real certificate.
 */

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const ORGANISATION = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/**
 * A unified social credit code with both check digits (GB 32100-2015, GB 11714; rules in evidence/uscc.json).
 *
 * @param prefix - Department, class and administrative division, 8 characters.
 * @param body - First 8 characters of the organisation code.
 */
export function creditCode(prefix: string, body: string): string {
  const inner = Array.from(body).reduce(
    (sum, char, i) => sum + ORGANISATION.indexOf(char) * [3, 7, 9, 10, 5, 8, 4, 2][i]!,
    0,
  );
  const innerCheck = 11 - (inner % 11);
  const base = prefix + body + (innerCheck === 10 ? "X" : innerCheck === 11 ? "0" : String(innerCheck));
  const sum = Array.from(base).reduce((total, char, i) => total + ALPHABET.indexOf(char) * (3 ** i % 31), 0);
  return base + ALPHABET[(31 - (sum % 31)) % 31];
}

export interface Company {
  readonly regNo: string;
  readonly creditCode: string;
  readonly branchCode: string;
  readonly cnName: string;
  readonly enName: string;
  readonly cnAddress: string;
  readonly enAddress: string;
  readonly applyAddress: string;
  readonly tel: string;
  readonly fax: string;
  readonly email: string;
}

export const suzhou: Company = {
  regNo: "311120218",
  creditCode: "91320500MA1XYUABX7",
  branchCode: "311",
  cnName: "苏州示例贸易有限公司",
  enName: "SUZHOU SHILI TRADING CO., LTD.",
  cnAddress: "江苏省苏州市工业园区示例路1号",
  enAddress: "NO. 1 SHILI ROAD, INDUSTRIAL PARK, SUZHOU, JIANGSU, CHINA",
  applyAddress: "SUZHOU, CHINA",
  tel: "0512-60000001",
  fax: "0512-60000002",
  email: "doc@suzhou-shili.example",
};

export const ningbo: Company = {
  regNo: "331200156",
  creditCode: creditCode("91330203", "MA2AB3C4"),
  branchCode: "331",
  cnName: "宁波样例家居用品有限公司",
  enName: "NINGBO YANGLI HOUSEHOLD CO., LTD.",
  cnAddress: "浙江省宁波市海曙区样例街88号",
  enAddress: "NO. 88 YANGLI STREET, HAISHU DISTRICT, NINGBO, ZHEJIANG, CHINA",
  applyAddress: "NINGBO, CHINA",
  tel: "0574-80000003",
  fax: "0574-80000004",
  email: "export@ningbo-yangli.example",
};

export const xiamen: Company = {
  regNo: "351000427",
  creditCode: creditCode("91350203", "MA31P8RX"),
  branchCode: "351",
  cnName: "厦门样例食品进出口有限公司",
  enName: "XIAMEN YANGLI FOOD IMPORT AND EXPORT CO., LTD.",
  cnAddress: "福建省厦门市思明区样例里9号",
  enAddress: "NO. 9 YANGLI LANE, SIMING DISTRICT, XIAMEN, FUJIAN, CHINA",
  applyAddress: "XIAMEN, CHINA",
  tel: "0592-50000005",
  fax: "0592-50000006",
  email: "tea@xiamen-yangli.example",
};

export const shunde: Company = {
  regNo: "441103088",
  creditCode: creditCode("91440606", "MA4W9K2H"),
  branchCode: "441",
  cnName: "佛山市顺德区示例电器制造有限公司",
  enName: "SHUNDE SHILI ELECTRIC APPLIANCES CO., LTD.",
  cnAddress: "广东省佛山市顺德区容桂示例工业大道6号",
  enAddress: "NO. 6 SHILI INDUSTRIAL AVENUE, RONGGUI, SHUNDE, FOSHAN, GUANGDONG, CHINA",
  applyAddress: "FOSHAN, CHINA",
  tel: "0757-20000007",
  fax: "0757-20000008",
  email: "co@shunde-shili.example",
};

/** Producers named on goods lines. */
export const producers = {
  garments: { name: "苏州示例服装有限公司", creditCode: creditCode("91320505", "MA1NQ7T5"), tel: "0512-60000011" },
  ceramics: { name: "慈溪样例陶瓷厂", creditCode: creditCode("91330282", "MA2C1D2E"), tel: "0574-60000012" },
  metal: { name: "永康样例五金制品有限公司", creditCode: creditCode("91330784", "MA2HX6Y7"), tel: "0579-80000013" },
} as const;
