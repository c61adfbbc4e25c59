import { type RuleText, ruleText } from "../rule-text.ts";

/** Findings about single values. */
export type ValueCode =
  | "CREDIT_CODE_SHAPE"
  | "CREDIT_CODE_CHECK"
  | "CREDIT_CODE_ORGANISATION"
  | "ORGANISATION_CODE_CHECK"
  | "REGISTRATION_NUMBER_SHAPE"
  | "BRANCH_CODE_SHAPE"
  | "CERTIFICATE_NUMBER_SHAPE"
  | "CERTIFICATE_NUMBER_OWNER"
  | "HS_CODE_SHAPE"
  | "HS_CODE_CHAPTER"
  | "DATE_IMPOSSIBLE"
  | "CODE_UNKNOWN"
  | "COUNTRY_SYSTEM"
  | "VALUE_NEGATIVE"
  | "PERCENT_RANGE"
  | "TEXT_FORBIDDEN"
  | "TEXT_FOUR_BYTE";

/** Texts of these findings. */
export const valueTexts: Readonly<Record<ValueCode, RuleText>> = {
  CREDIT_CODE_SHAPE: ruleText(
    "a unified social credit code has 18 characters, digits and capitals without I, O, S, V, Z; this has {length}",
    "统一社会信用代码应为 18 位数字或大写字母（不含 I、O、S、V、Z），此处为 {length} 位或含有其他字符",
    "Copy the code from the business licence.",
    "请按营业执照重新填写。",
  ),
  CREDIT_CODE_CHECK: ruleText(
    "the check character (position 18) does not fit the first 17 characters (GB 32100-2015)",
    "第 18 位校验码与前 17 位不符（GB 32100-2015）",
    "A character is mistyped or swapped: compare with the business licence.",
    "可能有字符录错或颠倒，请与营业执照核对。",
  ),
  CREDIT_CODE_ORGANISATION: ruleText(
    "the organisation code inside (positions 9 to 17) does not fit its own check; old codes may break it",
    "其中第 9 至 17 位（组织机构代码）的校验不符；部分早期代码确有此情况",
    "Compare with the business licence; if it reads so there, leave it.",
    "请与营业执照核对；如执照即如此，无需修改。",
  ),
  ORGANISATION_CODE_CHECK: ruleText(
    "the last character of the organisation code does not fit the first eight",
    "组织机构代码的校验码与前 8 位不符",
    "Compare with the producer's papers, or give its 18-character credit code.",
    "请与生产企业证照核对，或改填 18 位统一社会信用代码。",
  ),
  REGISTRATION_NUMBER_SHAPE: ruleText(
    'a registration number is a three-character office code and six digits, not "{value}"',
    "企业注册号应为三位签证机构代码加六位流水号，此处为“{value}”",
    "Use the number given at registration with the branch.",
    "请填写在分支会注册时取得的号码。",
  ),
  BRANCH_CODE_SHAPE: ruleText(
    'an office code has three characters, not "{value}"',
    "分支会编码应为三位，此处为“{value}”",
    "Take the code from the branch query (interface 1).",
    "请使用分支会查询（接口 1）返回的编码。",
  ),
  CERTIFICATE_NUMBER_SHAPE: ruleText(
    '"{value}" does not look like the certificate number seen on a sample (26C311120218/00004)',
    "证书号“{value}”与样本所见形式（26C311120218/00004）不同",
    "Check it against the certificate; the shape is our reading of one sample.",
    "请与证书核对；该形式系我们根据一份样本推定。",
  ),
  CERTIFICATE_NUMBER_OWNER: ruleText(
    "the certificate number seems to hold registration number {found}, the message says {registration}",
    "证书号中的注册号似为 {found}，报文中为 {registration}",
    "Check whether the certificate belongs to this enterprise.",
    "请核对证书是否属于该企业。",
  ),
  HS_CODE_SHAPE: ruleText(
    'HS code "{value}" does not have the ten digits of the Chinese tariff (materials: 6, 8 or 10)',
    "HS编码“{value}”不是十位数字（原材料可为 6、8 或 10 位）",
    "Write the ten digits without dots or spaces.",
    "请填写十位数字，不带点号和空格。",
  ),
  HS_CODE_CHAPTER: ruleText(
    "the Harmonized System has no chapter {chapter}",
    "协调制度中没有第 {chapter} 章",
    "Check the first two digits.",
    "请核对前两位。",
  ),
  DATE_IMPOSSIBLE: ruleText(
    'there is no such day or time: "{value}"',
    "不存在的日期或时间：“{value}”",
    "Correct the date.",
    "请更正日期。",
  ),
  CODE_UNKNOWN: ruleText(
    '"{value}" is not in our list {list}; the interface\'s own list is not public',
    "“{value}”不在我们的代码表 {list} 中；接口实际使用的代码表未公开",
    "Check for a typing mistake; if the exchange uses such a code, give its list as `context.codeLists`.",
    "请检查是否录错；如交换系统确用此代码，请通过 `context.codeLists` 提供代码表。",
  ),
  COUNTRY_SYSTEM: ruleText(
    "{value} is a number: ISO and the old customs list use the same numbers for different countries",
    "{value} 为数字代码：ISO 与旧海关代码表中同一数字可表示不同国家（地区）",
    "Use ISO letters, or state `context.countrySystem`.",
    "请使用 ISO 字母代码，或设置 `context.countrySystem`。",
  ),
  VALUE_NEGATIVE: ruleText(
    "{value} is negative",
    "数值 {value} 为负",
    "Amounts, quantities and weights on a certificate are not negative.",
    "证书上的金额、数量和重量不应为负。",
  ),
  PERCENT_RANGE: ruleText(
    "{value} percent is more than the whole",
    "占比 {value} 超过 100%",
    "Give a share from 0 to 100.",
    "请填写 0 至 100 之间的占比。",
  ),
  TEXT_FORBIDDEN: ruleText(
    "holds {character}, which XML cannot carry",
    "含有 XML 不允许的字符 {character}",
    "Remove the invisible control character.",
    "请删除该不可见控制字符。",
  ),
  TEXT_FOUR_BYTE: ruleText(
    "holds {character}, a character of four bytes in UTF-8, which older systems and printers may lose",
    "含有四字节字符 {character}，较早的系统和打印设备可能丢失",
    "Replace it where possible (for a rare name character ask the office).",
    "请尽量替换；如为生僻姓名用字，请咨询签证机构。",
  ),
};
