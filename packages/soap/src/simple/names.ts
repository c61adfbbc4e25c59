/** Names and tokens of XML (1.0, fifth edition). */

const START =
  "A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}";
const PART = `${START}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}`;

const NCNAME = new RegExp(`^[${START}][${PART}]*$`, "u");
const NAME = new RegExp(`^[:${START}][:${PART}]*$`, "u");
const NMTOKEN = new RegExp(`^[:${PART}]+$`, "u");
const LANGUAGE = /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/;

export function isNcName(text: string): boolean {
  return NCNAME.test(text);
}

export function isName(text: string): boolean {
  return NAME.test(text);
}

export function isNmtoken(text: string): boolean {
  return NMTOKEN.test(text);
}

export function isLanguage(text: string): boolean {
  return LANGUAGE.test(text);
}

/** Splits `{ns}local` or `local`; `undefined` when it is neither. */
export function parseClarkName(text: string): { readonly ns: string; readonly local: string } | undefined {
  if (!text.startsWith("{")) return isNcName(text) ? { ns: "", local: text } : undefined;
  const end = text.indexOf("}");
  const local = text.slice(end + 1);
  return end > 1 && isNcName(local) ? { ns: text.slice(1, end), local } : undefined;
}
