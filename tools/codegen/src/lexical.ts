/**
 * Lexical forms of XML Schema's built-in types as ECMAScript sources, whole value, after white space is collapsed.
 * Types that are missing here take any text.
 */
const ZONE = "(?:Z|[+\\-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?";
const ZONE_REQUIRED = "(?:Z|[+\\-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))";
const YEAR = "-?(?!0000)(?:[1-9]\\d{3,}|0\\d{3})";
// Years whose February has 29 days, by their last digits.
const LEAP_YEAR = "-?(?!0000)(?:\\d{2,}(?:0[48]|[2468][048]|[13579][26])|\\d*(?:[02468][048]|[13579][26])00)";
const MONTH = "(?:0[1-9]|1[0-2])";
const DAY = "(?:0[1-9]|[12]\\d|3[01])";
const MONTH_DAY =
  "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))";
const DATE = `(?:${YEAR}-${MONTH_DAY}|${LEAP_YEAR}-02-29)`;
const TIME = "(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)";
const FLOAT = "[+\\-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[Ee][+\\-]?\\d+)?|-?INF|NaN";
const DURATION = "-?P(?=.)(?:\\d+Y)?(?:\\d+M)?(?:\\d+D)?(?:T(?=.)(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?";
/** Ranges of XML's NameStartChar and NameChar (1.0, fifth edition) as the inside of a class. */
export const NAME_START =
  "\\:A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}";
export const NAME_PART: string = `${NAME_START}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}`;
const NCNAME = `[${NAME_START.slice(2)}][${NAME_PART.slice(2)}]*`;

export const LEXICAL: Readonly<Record<string, string>> = {
  decimal: "[+\\-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)",
  integer: "[+\\-]?\\d+",
  nonPositiveInteger: "-\\d+|\\+?0+",
  negativeInteger: "-0*[1-9]\\d*",
  nonNegativeInteger: "\\+?\\d+|-0+",
  positiveInteger: "\\+?0*[1-9]\\d*",
  long: "[+\\-]?\\d+",
  int: "[+\\-]?\\d+",
  short: "[+\\-]?\\d+",
  byte: "[+\\-]?\\d+",
  unsignedInt: "\\+?\\d+|-0+",
  unsignedShort: "\\+?\\d+|-0+",
  unsignedByte: "\\+?\\d+|-0+",
  float: FLOAT,
  double: FLOAT,
  unsignedLong: "\\+?\\d+|-0+",
  dateTime: `${DATE}T${TIME}${ZONE}`,
  dateTimeStamp: `${DATE}T${TIME}${ZONE_REQUIRED}`,
  date: `${DATE}${ZONE}`,
  time: `${TIME}${ZONE}`,
  gYear: `${YEAR}${ZONE}`,
  gYearMonth: `${YEAR}-${MONTH}${ZONE}`,
  gMonth: `--${MONTH}${ZONE}`,
  gMonthDay: `--(?:${MONTH_DAY}|02-29)${ZONE}`,
  gDay: `---${DAY}${ZONE}`,
  duration: DURATION,
  yearMonthDuration: "-?P(?=.)(?:\\d+Y)?(?:\\d+M)?",
  dayTimeDuration: "-?P(?=.)(?:\\d+D)?(?:T(?=.)(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?",
  language: "[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*",
  QName: `(?:\\{[^\\{\\}]*\\})?${NCNAME}`,
  NOTATION: `(?:\\{[^\\{\\}]*\\})?${NCNAME}`,
  NMTOKEN: `[${NAME_PART}]+`,
  Name: `[${NAME_START}][${NAME_PART}]*`,
  NCName: NCNAME,
  ID: NCNAME,
  IDREF: NCNAME,
  ENTITY: NCNAME,
};

/** Bounds that a built-in type has by itself. */
export const BOUNDS: Readonly<Record<string, readonly [min: string, max: string]>> = {
  int: ["-2147483648", "2147483647"],
  short: ["-32768", "32767"],
  byte: ["-128", "127"],
  unsignedInt: ["0", "4294967295"],
  unsignedShort: ["0", "65535"],
  unsignedByte: ["0", "255"],
  long: ["-9223372036854775808", "9223372036854775807"],
  unsignedLong: ["0", "18446744073709551615"],
};
