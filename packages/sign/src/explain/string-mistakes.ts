import { signedFields } from "../canonical.ts";
import { isSignError } from "../errors.ts";
import { PROFILES, type SignatureProfile } from "../profile.ts";
import { formatTimestamp, parseTimestamp } from "../timestamp.ts";
import { escapeXml, xmlTokens } from "../xml-text.ts";
import { type Attempt, type Candidate, type DigestId, type Mistakes, withBody, withProfile } from "./attempt.ts";
import { mapTexts } from "./xml-forms.ts";

/** Names that an attempt signs, in order; empty when it cannot be signed. */
function namesOf(from: Attempt): readonly string[] {
  try {
    return signedFields(from.profile, { fields: from.fields, body: from.body }).map(([name]) => name);
  } catch (error) {
    if (isSignError(error)) return [];
    throw error;
  }
}

function withNames(from: Attempt, cause: Candidate["cause"], variant: string, names: readonly string[]): Candidate {
  return withProfile(from, cause, variant, { fields: names, sort: "declared", includeUnknownFields: false });
}

/** The key at the end of the string: missing, added, written differently. */
export const keySuffix: Mistakes = function* (from) {
  const cause = "key-suffix";
  const suffixes = [
    "&key=",
    null,
    "",
    "key=",
    "&Key=",
    "&KEY=",
    "&secret=",
    "&appSecret=",
    "&appKey=",
    "&app_key=",
    "&secretKey=",
    "|",
    ",",
    "\n",
  ];
  const bare = { ...from, profile: { ...from.profile, keySuffix: null } };
  for (const suffix of suffixes) {
    if (suffix === from.profile.keySuffix) continue;
    yield withProfile(from, cause, suffix === null ? "none" : `${JSON.stringify(suffix)} + key`, { keySuffix: suffix });
  }
  const wraps: readonly [string, (text: string, key: string) => string][] = [
    ["key before the string", (text, key) => key + text],
    ["key before and after the string", (text, key) => key + text + key],
    ["key=… before the string", (text, key) => `key=${key}&${text}`],
    ["suffix without key", (text) => `${text}&key=`],
  ];
  for (const [variant, finish] of wraps) yield { cause, variant, attempt: { ...bare, finish } };
};

/** The signature field counted in, with an empty or a stand-in value. */
export const signIncluded: Mistakes = function* (from) {
  const { profile } = from;
  const others = from.fields.filter(([name]) => name !== profile.signField);
  const filled = profile.empty === "keep" ? others : others.filter(([, value]) => value !== "");
  const exclude = profile.exclude.filter((name) => name !== profile.signField);
  const fields = profile.fields === "all" ? profile.fields : [...profile.fields, profile.signField];
  const settings = { exclude, fields, empty: "keep" } as const;
  for (const value of ["", "null", "sign", "SIGN", "0", "…", "..."]) {
    for (const declared of [
      [...filled, [profile.signField, value] as const],
      [[profile.signField, value] as const, ...filled],
    ]) {
      yield withProfile({ ...from, fields: declared }, "sign-included", `value ${JSON.stringify(value)}`, settings);
    }
  }
};

/** signType in or out. */
export const signType: Mistakes = function* (from) {
  const cause = "sign-type";
  const { profile } = from;
  const name = profile.signTypeField;
  const names = namesOf(from);
  if (names.includes(name)) {
    yield withProfile(from, cause, "left out", { excludeSignType: true });
    return;
  }
  const open = { excludeSignType: false, exclude: profile.exclude.filter((item) => item !== name) };
  const listed = profile.fields === "all" ? {} : { fields: [...profile.fields, name] };
  if (from.fields.some(([field]) => field === name))
    yield withProfile(from, cause, "counted in", { ...open, ...listed });
  const rest = from.fields.filter(([field]) => field !== name);
  for (const value of ["HMAC-SHA256", "HMACSHA256", "HmacSHA256", "MD5"]) {
    const fields = [...rest, [name, value] as const];
    yield withProfile({ ...from, fields }, cause, `counted in as ${value}, but not sent`, { ...open, ...listed });
  }
};

/** Declared, sorted, reversed, every order of a few fields, the body first or last. */
export const fieldOrder: Mistakes = function* (from) {
  const cause = "field-order";
  const names = namesOf(from);
  if (names.length < 2) return;
  const { bodyName, knownFields } = from.profile;
  const sent = [...from.fields.map(([name]) => name), bodyName].filter((name) => names.includes(name));
  const ascii = [...names].sort((a, b) => (a < b ? -1 : 1));
  const folded = [...names].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  const schema = [
    ...knownFields.filter((name) => names.includes(name)),
    ...names.filter((name) => !knownFields.includes(name)),
  ];
  const bodyFirst = (list: readonly string[]): string[] => [bodyName, ...list.filter((name) => name !== bodyName)];
  const bodyLast = (list: readonly string[]): string[] => [...list.filter((name) => name !== bodyName), bodyName];
  const orders: [string, readonly string[]][] = [
    ["as sent", sent],
    ["sorted by name", ascii],
    ["sorted without regard to case", folded],
    ["reverse of the order", [...names].reverse()],
    ["reverse sorted", [...ascii].reverse()],
    ["as in the schema", schema],
    ["sorted by length", [...names].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))],
  ];
  if (names.includes(bodyName)) {
    const moved = orders.flatMap(([name, order]): typeof orders => [
      [`${name}, body first`, bodyFirst(order)],
      [`${name}, body last`, bodyLast(order)],
    ]);
    orders.push(...moved);
  }
  const values = new Map(signedFields(from.profile, { fields: from.fields, body: from.body }));
  orders.push(["sorted by value", [...names].sort((a, b) => ((values.get(a) ?? "") < (values.get(b) ?? "") ? -1 : 1))]);
  for (const [variant, order] of orders) yield withNames(from, cause, variant, order);
  if (names.length <= 5) {
    for (const order of permutations(names)) yield withNames(from, cause, order.join(", "), order);
  }
};

function* permutations(items: readonly string[]): Generator<readonly string[]> {
  if (items.length < 2) yield items;
  else {
    for (const [i, item] of items.entries()) {
      for (const rest of permutations(items.filter((_, other) => other !== i))) yield [item, ...rest];
    }
  }
}

/** Empty values kept, dropped, or written `null`; empty elements dropped from the body. */
export const emptyFields: Mistakes = function* (from) {
  const cause = "empty-fields";
  const { profile } = from;
  const [keep, skip] = [{ empty: "keep" }, { empty: "skip" }] as const;
  yield withProfile(from, cause, "kept", keep);
  yield withProfile(from, cause, "dropped", skip);
  yield withProfile(from, cause, "null kept as empty", { empty: "keep", nulls: "empty" });
  yield withProfile(from, cause, "null as text", { nulls: "null-text" });
  const asNull = from.fields.map(([name, value]) => [name, value === "" ? "null" : value] as const);
  yield { cause, variant: "empty as the text null", attempt: { ...from, fields: asNull } };
  for (const name of profile.knownFields) {
    if (profile.exclude.includes(name) || from.fields.some(([field]) => field === name)) continue;
    const filled = from.fields.filter(([, value]) => profile.empty === "keep" || value !== "");
    const listed = profile.fields === "all" ? {} : { fields: [...profile.fields, name] };
    yield withProfile({ ...from, fields: [...filled, [name, ""]] }, cause, `${name} signed as empty, but not sent`, {
      ...keep,
      ...listed,
    });
  }
  yield* withBody(from, cause, "empty elements dropped", (body) => dropEmpty(body, false));
  yield* withBody(from, cause, "empty elements dropped, and those left empty", (body) => dropEmpty(body, true));
};

function dropEmpty(body: string, again: boolean): string | undefined {
  const tokens = xmlTokens(body);
  if (tokens === undefined) return undefined;
  let out = "";
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as (typeof tokens)[number];
    const empty = token.kind === "empty" || (token.kind === "start" && token.close === i + 1);
    if (!empty || i === 0) out += body.slice(token.start, token.end);
    else i = token.close;
  }
  return again && out !== body ? dropEmpty(out, true) : out;
}

/** A field too many, a field too few. */
export const fieldList: Mistakes = function* (from) {
  const cause = "field-list";
  const { profile } = from;
  const names = namesOf(from);
  yield withProfile(from, cause, "fields added later left out", { includeUnknownFields: false });
  yield withProfile(from, cause, "every field of the message", { includeUnknownFields: true, fields: "all" });
  yield withProfile(from, cause, "unknown fields counted in", { includeUnknownFields: true });
  for (const name of names) {
    if (name === profile.bodyName || name === profile.signTypeField) continue;
    yield withNames(
      from,
      cause,
      `${name} left out`,
      names.filter((item) => item !== name),
    );
  }
  for (const [name] of from.fields) {
    if (names.includes(name) || name === profile.signField || name === profile.signTypeField) continue;
    const before = names.filter((item) => item !== profile.bodyName);
    yield withNames(from, cause, `${name} counted in`, [...names, name]);
    yield withNames(from, cause, `${name} counted in`, [name, ...names]);
    yield withNames(from, cause, `${name} counted in`, [...before, name, profile.bodyName]);
  }
  if (names.includes(profile.bodyName)) yield withNames(from, cause, "the body alone", [profile.bodyName]);
};

/** Another part of the message in the body's place, or alone. */
export const wrongPart: Mistakes = function* (from, material) {
  const cause = "wrong-part";
  const { bodyName } = from.profile;
  const parts = partsOf(from, material.payload);
  for (const [variant, body] of parts) {
    if (body !== from.body) yield { cause, variant, attempt: { ...from, body } };
  }
  const names = namesOf(from).filter((name) => name !== bodyName);
  if (names.length > 0 && from.body !== undefined) yield { ...withNames(from, cause, "head fields alone", names) };
  const alone = { ...from, anyOutput: true, profile: { ...from.profile, ...ALONE, bodyName } };
  for (const [variant, body] of parts) {
    const attempt = { ...alone, body, profile: { ...alone.profile, fields: [bodyName] } };
    yield { cause, variant: `${variant}, alone`, attempt };
  }
  yield* leafFields(from);
};

const ALONE = {
  includeUnknownFields: false,
  pair: "value",
  pairSeparator: "",
  keySuffix: null,
  sort: "declared",
  empty: "keep",
} as const satisfies Partial<SignatureProfile>;

function partsOf(from: Attempt, payload: string): [variant: string, text: string][] {
  const { body = "" } = from;
  const parts: [string, string][] = [];
  const add = (variant: string, text: string | undefined): void => {
    if (text !== undefined) parts.push([variant, text]);
  };
  add("content of Body without its tags", inner(body));
  add("content of Body, trimmed", inner(body)?.trim());
  let texts = "";
  mapTexts(body, ({ text }) => ((texts += text.trim()), undefined));
  add("values of Body without tags", texts);
  for (const [name, value] of [
    ["without sign", undefined],
    ["with <sign></sign>", "<sign></sign>"],
    ["with <sign/>", "<sign/>"],
    ["with <sign />", "<sign />"],
  ] as const) {
    const text = replaceSign(payload, from.profile.signField, value);
    if (text === undefined) continue;
    add(`whole payload ${name}`, text);
    add(`content of the payload ${name}`, inner(text));
    const head = elementText(text, "Head");
    add(`head alone ${name}`, head);
    add(`content of the head ${name}`, head === undefined ? undefined : inner(head));
  }
  return parts;
}

/** The leaf elements of the body as fields of their own. */
function* leafFields(from: Attempt): Generator<Candidate> {
  const { body = "" } = from;
  const leaves: [string, string][] = [];
  const tokens = xmlTokens(body) ?? [];
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== "start" || token.close !== i + 2 || tokens[i + 1]?.kind !== "text") continue;
    leaves.push([token.local, body.slice(token.end, (tokens[i + 2] as typeof token).start)]);
  }
  if (leaves.length === 0 || new Set(leaves.map(([name]) => name)).size < leaves.length) return;
  const taken = new Set(from.fields.map(([name]) => name));
  const fields = [...from.fields, ...leaves.filter(([name]) => !taken.has(name))];
  const attempt = { ...from, body: undefined, fields };
  yield withProfile(attempt, "wrong-part", "leaf elements of Body as fields", {
    fields: "all",
    includeUnknownFields: true,
  });
}

function inner(element: string): string | undefined {
  const tokens = xmlTokens(element);
  const first = tokens?.findIndex((token) => token.kind === "start");
  if (tokens === undefined || first === undefined || first < 0) return undefined;
  const start = tokens[first] as (typeof tokens)[number];
  return element.slice(start.end, (tokens[start.close] as typeof start).start);
}

function elementText(xml: string, local: string): string | undefined {
  const tokens = xmlTokens(xml);
  const start = tokens?.find((token) => token.kind === "start" && token.local === local);
  return start === undefined ? undefined : xml.slice(start.start, tokens?.[start.close]?.end);
}

/** The payload with its sign element dropped (`undefined`) or emptied. */
function replaceSign(payload: string, field: string, value: string | undefined): string | undefined {
  const tokens = xmlTokens(payload);
  const text = value?.replaceAll("sign", field) ?? "";
  const token = tokens?.find(({ kind, local }) => (kind === "start" || kind === "empty") && local === field);
  if (tokens !== undefined && token !== undefined) {
    return payload.slice(0, token.start) + text + payload.slice(tokens[token.close]?.end);
  }
  return value === undefined ? payload : payload.replace("</Head>", () => `${text}</Head>`);
}

/** A payload rebuilt from head fields and body, when the one received is not given. */
export function rebuildPayload(from: Attempt): string {
  const root = from.fields.some(([name]) => name === "returnCode") ? "Response" : "Request";
  const head = from.fields.map(([name, value]) => `<${name}>${escapeXml(value ?? "")}</${name}>`).join("");
  return `<${root}><Head>${head}</Head>${from.body ?? ""}</${root}>`;
}

/** Another of the known profiles. */
export const wrongProfile: Mistakes = function* (from) {
  const { profile, body } = from;
  const fields = from.fields;
  for (const other of Object.values(PROFILES)) {
    if (other.id === "http-header") continue;
    const shared = {
      charset: profile.charset,
      canonicalize: profile.canonicalize,
      signField: profile.signField,
      nonce: "optional",
    } as const;
    const separators = other.id === "P4" ? ["", "\n", "&", "|", ",", "+"] : [other.pairSeparator];
    for (const pairSeparator of separators) {
      const attempt = {
        ...from,
        fields,
        body,
        anyOutput: other.id === "P3",
        profile: { ...other, ...shared, pairSeparator },
      };
      const variant =
        pairSeparator === other.pairSeparator ? other.id : `${other.id}, separator ${JSON.stringify(pairSeparator)}`;
      yield { cause: "wrong-profile", variant, attempt };
    }
  }
};

/** How names, values and fields are joined. */
export const pairForm: Mistakes = function* (from) {
  const cause = "pair-form";
  const names = namesOf(from);
  for (const pair of ["name=value", "namevalue", "value"] as const) {
    for (const pairSeparator of ["&", "", "\n", "\r\n", ",", "|", ";", " ", "+", "-", "_", "#"]) {
      yield withProfile(from, cause, `${pair} joined by ${JSON.stringify(pairSeparator)}`, { pair, pairSeparator });
    }
  }
  for (const bodyName of [
    "body",
    "Body",
    "data",
    "Data",
    "xml",
    "requestXml",
    "responseXml",
    "content",
    "bizContent",
    "biz_content",
    "payload",
    "message",
    "arg0",
    "arg1",
    "in0",
  ]) {
    const variant = `body named ${bodyName}`;
    const rename = (name: string): string => (name === from.profile.bodyName ? bodyName : name);
    const { fields } = from.profile;
    yield withProfile(from, cause, variant, { bodyName, fields: fields === "all" ? fields : fields.map(rename) });
    const kept = withNames(from, cause, `${variant}, in its old place`, names.map(rename));
    yield { ...kept, attempt: { ...kept.attempt, profile: { ...kept.attempt.profile, bodyName } } };
    if (names.length === 1 && from.profile.pair === "value") {
      yield withProfile(from, cause, `${variant}, with its name`, { bodyName, fields: [bodyName], pair: "name=value" });
    }
  }
  yield {
    cause,
    variant: "ends with the separator",
    attempt: { ...from, finish: (text) => `${text}${from.profile.pairSeparator || "&"}` },
  };
};

/** Names, or everything, in another letter case. */
export const nameCase: Mistakes = function* (from) {
  const cause = "name-case";
  const { profile } = from;
  const changes: readonly [string, (name: string) => string][] = [
    ["names in lower case", (name) => name.toLowerCase()],
    ["names in upper case", (name) => name.toUpperCase()],
    ["names with a capital", (name) => name.charAt(0).toUpperCase() + name.slice(1)],
    ["names with underscores", (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)],
  ];
  for (const [variant, change] of changes) {
    const fields = from.fields.map(([name, value]) => [change(name), value] as const);
    const settings = {
      fields: profile.fields === "all" ? profile.fields : profile.fields.map(change),
      exclude: profile.exclude.map(change),
      knownFields: profile.knownFields.map(change),
      signTypeField: change(profile.signTypeField),
      bodyName: change(profile.bodyName),
    };
    yield withProfile({ ...from, fields }, cause, variant, settings);
  }
  yield { cause, variant: "string in lower case", attempt: { ...from, finish: (text) => text.toLowerCase() } };
  yield { cause, variant: "string in upper case", attempt: { ...from, finish: (text) => text.toUpperCase() } };
};

const FORMATS = ["yyyyMMddHHmmss", "yyyy-MM-dd HH:mm:ss", "epoch-seconds", "epoch-milliseconds"] as const;
const ZONES = ["Asia/Shanghai", "UTC"] as const;

/** The message's time, in the profile's format or else in another known one. */
function momentOf(from: Attempt) {
  const index = from.fields.findIndex(([name]) => name === from.profile.timestampField);
  const text = from.fields[index]?.[1];
  if (typeof text !== "string") return undefined;
  const { timeZone } = from.profile;
  for (const format of [from.profile.timestampFormat, ...FORMATS]) {
    const ms = parseTimestamp({ timestampFormat: format, timeZone }, text);
    if (ms !== undefined) return { ms, index, text, format };
  }
  return undefined;
}

type Moment = NonNullable<ReturnType<typeof momentOf>>;

function withTime(from: Attempt, moment: Moment, cause: Candidate["cause"], variant: string, text: string): Candidate {
  const fields = from.fields.map((pair, i) => (i === moment.index ? ([pair[0], text] as const) : pair));
  return { cause, variant, attempt: { ...from, fields } };
}

/** The same moment written otherwise, in another zone, or with milliseconds. */
export const timestampFormat: Mistakes = function* (from) {
  const moment = momentOf(from);
  if (moment === undefined) return;
  const tried = new Set([moment.text]);
  for (const [variant, text] of timestampTexts(moment.ms)) {
    if (tried.has(text)) continue;
    tried.add(text);
    yield withTime(from, moment, "timestamp-format", variant, text);
  }
};

function* timestampTexts(moment: number): Generator<[variant: string, text: string]> {
  for (const shiftHours of [0, -8, 8]) {
    const ms = moment + shiftHours * 3_600_000;
    for (const timeZone of ZONES) {
      for (const format of FORMATS) {
        const text = formatTimestamp({ timestampFormat: format, timeZone }, ms);
        yield [`${format}, ${shiftHours === 0 ? timeZone : "8 hours off"}`, text];
      }
      const dashed = formatTimestamp({ timestampFormat: "yyyy-MM-dd HH:mm:ss", timeZone }, ms);
      const iso = dashed.replace(" ", "T");
      const digits = dashed.replace(/\D/g, "");
      const dates = [iso, `${iso}Z`, `${iso}+08:00`, `${iso}.000Z`, `${iso}.000+08:00`, `${dashed}.000`];
      const parts = [dashed.replaceAll("-", "/"), dashed.slice(0, 10), dashed.slice(0, 16)];
      const numbers = [digits.slice(0, 12), digits.slice(0, 8), `${digits}000`];
      for (const text of [...dates, ...parts, ...numbers]) {
        yield [`like ${text}`, text];
      }
    }
  }
}

/** Milliseconds that the sent time does not tell: a thousand attempts, so last. */
export const timestampMilliseconds: Mistakes = function* (from) {
  const moment = momentOf(from);
  if (moment === undefined || moment.ms % 1000 !== 0) return;
  for (let extra = 1; extra < 1000; extra++) {
    const text = String(moment.ms + extra);
    yield withTime(from, moment, "timestamp-format", "epoch-milliseconds, Asia/Shanghai", text);
  }
};

/** The clock read a second time. */
export const timestampDrift: Mistakes = function* (from) {
  const moment = momentOf(from);
  if (moment === undefined) return;
  for (const seconds of [-1, 1, -2, 2, -3, 3, -4, 4, -5, 5]) {
    const text = formatTimestamp({ ...from.profile, timestampFormat: moment.format }, moment.ms + seconds * 1000);
    yield withTime(from, moment, "timestamp-drift", `${seconds} s`, text);
  }
};

/** Another digest, with and without HMAC, key before or after. */
export const otherDigest: Mistakes = function* (from) {
  const cause = "digest";
  const digests: readonly DigestId[] = [
    "HMAC-SHA256",
    "SHA256",
    "HMAC-SM3",
    "SM3",
    "HMAC-MD5",
    "MD5",
    "HMAC-SHA1",
    "SHA1",
    "HMAC-SHA512",
    "SHA512",
  ];
  for (const digest of digests) {
    if (digest === from.digest) continue;
    yield { cause, variant: digest, attempt: { ...from, digest } };
    if (digest.startsWith("HMAC")) continue;
    yield {
      cause,
      variant: `${digest}, key after the string`,
      attempt: { ...from, digest, finish: (text, key) => text + key },
    };
    yield {
      cause,
      variant: `${digest}, key before the string`,
      attempt: { ...from, digest, finish: (text, key) => key + text },
    };
  }
};

/** Key and message in each other's place, or no key at all. */
export const hmacArguments: Mistakes = function* (from) {
  const cause = "hmac-arguments";
  if (!from.digest.startsWith("HMAC")) return;
  yield { cause, variant: "swapped", attempt: { ...from, swapped: true } };
  yield { cause, variant: "empty key", attempt: { ...from, key: new Uint8Array(0) } };
  yield { cause, variant: "empty key, in the suffix too", attempt: { ...from, key: new Uint8Array(0), keyText: "" } };
};
