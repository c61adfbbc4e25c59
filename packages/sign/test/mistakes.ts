import { createHmac } from "node:crypto";
import type { CauseId } from "@coo/sign";
import { HEX, hex, type Message, md5, type Random, type Scheme, type Slip, send, sha256 } from "./sender.ts";

/** One way to go wrong: what is sent, with which signature. `undefined` when the scheme cannot make this mistake. */
export interface Case {
  sent: Message;
  signature: string;
  /** How the receiver loads the key, when that matters. */
  key?: { source: string; decoding: "text" | "hex" | "base64" | "pem" };
}
export interface Making {
  scheme: Scheme;
  key: string;
  message: Message;
  rng: Random;
}
type Make = (making: Making) => Case | undefined;

/** Signs the message with a slip and sends it as it is. */
const slip =
  (...slips: readonly ((making: Making) => Slip | undefined)[]): Make =>
  (making) => {
    const chosen = making.rng.pick(slips)(making);
    return chosen && { sent: making.message, signature: send(making.scheme, making.key, making.message, chosen) };
  };

/** Signs the message rightly, then sends another body. */
const changed =
  (...changes: readonly ((body: string, rng: Random) => string)[]): Make =>
  ({ scheme, key, message, rng }) => ({
    sent: { ...message, body: rng.pick(changes)(message.body, rng) },
    signature: send(scheme, key, message),
  });

const either =
  (...makes: readonly Make[]): Make =>
  (making) =>
    making.rng.pick(makes)(making);

const indented = (body: string, unit: string, eol: string, level: number): string => {
  let depth = level;
  const lines: string[] = [];
  for (const [piece] of body.matchAll(/<([^\s/>]+)[^>]*>[^<]*<\/\1>|<[^>]*\/>|<\/?[^>]+>/g)) {
    if (piece.startsWith("</")) depth--;
    lines.push(unit.repeat(depth) + piece);
    if (/^<[^/][^>]*[^/]>$/.test(piece)) depth++;
  }
  return lines.join(eol).trimStart();
};
const anyIndent = (body: string, rng: Random): string =>
  indented(body, rng.pick(["  ", "    ", "\t"]), rng.pick(["\n", "\r\n"]), rng.pick([0, 1, 2]));
const inText = (body: string, change: (text: string) => string): string =>
  body.replace(/>([^<]+)</g, (_, text: string) => `>${change(text)}<`);
const unescapeText = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
const escapeText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const withCdata = (body: string): string =>
  inText(body, (text) => (text.includes("&") ? `<![CDATA[${unescapeText(text)}]]>` : text));
const listed = ({ scheme }: Making): boolean => scheme === "P2" || scheme === "P3" || scheme === "P4";
const suffixed = ({ scheme }: Making): boolean => scheme === "P1" || scheme === "P2";
const expand = (body: string): string => body.replace(/<(\w+)\/>/g, "<$1></$1>");
const payload = (message: Message, sign: string | undefined): string => {
  const fields = message.fields.filter(([name]) => name !== "sign");
  const head = fields.map(([name, value]) => `<${name}>${escapeText(value)}</${name}>`).join("");
  return `<Request><Head>${head}${sign ?? ""}</Head>${message.body}</Request>`;
};
const gbk = (text: string): Buffer => {
  // Python's codec, restated: every character of these tests is ASCII or listed here.
  const bytes: number[] = [];
  for (const character of text) {
    const known = GBK[character];
    if (character.charCodeAt(0) < 0x80) bytes.push(character.charCodeAt(0));
    else if (known !== undefined) bytes.push(known >> 8, known & 0xff);
    else throw new Error(`no GBK code for ${character}`);
  }
  return Buffer.from(bytes);
};
const GBK: Record<string, number> = {
  苏: 0xcbd5,
  州: 0xd6dd,
  示: 0xcabe,
  例: 0xc0fd,
  贸: 0xc3b3,
  易: 0xd2d7,
  有: 0xd3d0,
  限: 0xcfde,
  公: 0xb9ab,
  司: 0xcbbe,
  上: 0xc9cf,
  海: 0xbaa3,
  批: 0xc5fa,
  量: 0xc1bf,
};
const onlyGbk = (message: Message): Message => ({ ...message, body: message.body.replace(/[Ø¥]/g, "O") });

const keyed = (change: (key: string) => string): Make =>
  slip(
    ({ key }) => ({ hmacKey: Buffer.from(change(key)), keyText: change(key) }),
    ({ key }) => ({ hmacKey: Buffer.from(change(key)) }),
  );
const timed = (change: (timestamp: string, ms: number) => string): Make =>
  slip((making) => {
    if (making.scheme === "P2" || making.scheme === "P3") return undefined;
    return {
      fields: (fields) =>
        fields.map(([name, value]) => {
          const ms = Date.parse(`${value.replace(/^(....)(..)(..)(..)(..)(..)$/, "$1-$2-$3T$4:$5:$6")}+08:00`);
          return [name, name === "timestamp" ? change(value, ms) : value];
        }),
    };
  });
const shanghai = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString();

/** The mistakes of experience §3.4 and wire-patterns §3, by the cause that must be named. */
export const MISTAKES: Partial<Record<CauseId, Make>> = {
  "letter-case": slip(({ scheme }) =>
    scheme === "P3" ? undefined : { output: scheme === "P1" || scheme === "P5" ? hex : HEX },
  ),
  "output-encoding": slip(
    ({ scheme }) => ({ output: scheme === "P3" ? hex : (digest) => digest.toString("base64") }),
    ({ scheme }) => ({ output: scheme === "P3" ? HEX : (digest) => digest.toString("base64url") }),
    () => ({ output: (digest) => Buffer.from(hex(digest)).toString("base64") }),
    () => ({ output: (digest) => HEX(digest).replace(/(..)(?=.)/g, "$1-") }),
  ),
  "signature-transport": (making) => {
    const signature = send(making.scheme, making.key, making.message);
    const spoiled = signature.includes("+") ? signature.replaceAll("+", " ") : `${signature}\r\n`;
    return { sent: making.message, signature: making.rng.pick([spoiled, ` ${signature}`, `"${signature}"`]) };
  },
  "trailing-newline": either(
    slip(
      ({ rng }) => ({ body: (body) => body + rng.pick(["\n", "\r\n"]) }),
      ({ rng }) => ({ text: (text) => text + rng.pick(["\n", "\r\n"]) }),
      () => ({ body: (body) => `\n${body}` }),
    ),
    changed(
      (body) => `${body}\n`,
      (body) => `\r\n${body}`,
    ),
  ),
  bom: either(
    slip(
      () => ({ body: (body) => `\uFEFF${body}` }),
      () => ({ text: (text) => `\uFEFF${text}` }),
    ),
    changed((body) => `\uFEFF${body}`),
  ),
  "line-ends": either(
    slip(
      () => ({ body: (body) => body.replaceAll("\n", "\r\n") }),
      () => ({ body: (body) => body.replaceAll("\n", "&#10;") }),
      () => ({ body: (body) => body.replaceAll("\n", "&#13;\n") }),
      () => ({ body: (body) => body.replaceAll("\n", "/n") }),
      () => ({ body: (body) => body.replaceAll("\n", "\r") }),
    ),
    changed(
      (body) => body.replaceAll("\n", "\r\n"),
      (body) => body.replaceAll("\n", "&#10;"),
    ),
  ),
  "body-whitespace": either(
    changed(anyIndent),
    slip(({ rng }) => ({ body: (body) => anyIndent(body, rng) })),
  ),
  "trimmed-values": either(
    (making) => {
      const index = making.rng.int([...making.message.body.matchAll(/>([^<\s][^<]*)</g)].length);
      let at = 0;
      const padded = making.message.body.replace(/>([^<\s][^<]*)</g, (whole, text: string) =>
        at++ === index ? `>${text} <` : whole,
      );
      return { sent: { ...making.message, body: padded }, signature: send(making.scheme, making.key, making.message) };
    },
    slip(({ rng, message }) => {
      const index = rng.int([...message.body.matchAll(/>([^<\s][^<]*)</g)].length);
      let at = 0;
      return {
        body: (body) =>
          body.replace(/>([^<\s][^<]*)</g, (whole, text: string) => (at++ === index ? `>${text} <` : whole)),
      };
    }),
    (making) =>
      listed(making)
        ? undefined
        : {
            sent: {
              ...making.message,
              fields: making.message.fields.map(([name, value]) => [name, name === "channel" ? `${value} ` : value]),
            },
            signature: send(making.scheme, making.key, making.message),
          },
  ),
  "xml-declaration": either(
    slip(
      () => ({ body: (body) => `<?xml version="1.0" encoding="UTF-8"?>${body}` }),
      () => ({ body: (body) => `<?xml version="1.0" encoding="utf-8"?>\r\n${body}` }),
      () => ({ body: (body) => `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n${body}` }),
      () => ({ body: (body) => `<?xml version='1.0' encoding='UTF-8'?>\n${body}` }),
    ),
    changed((body) => `<?xml version="1.0" encoding="GBK"?>\n${body}`),
  ),
  "empty-element": (making) => {
    const { message, rng } = making;
    const collapse = (body: string): string => body.replace(/<(\w+)><\/\1>/g, rng.pick(["<$1/>", "<$1 />"]));
    const other = /<\w+\/>/.test(message.body) ? expand : collapse;
    return rng.chance(0.5) ? slip(() => ({ body: other }))(making) : changed(other)(making);
  },
  cdata: either(
    changed(withCdata),
    slip(
      () => ({ body: withCdata }),
      () => ({ body: (body) => `<![CDATA[${body}]]>` }),
    ),
  ),
  escaping: either(
    slip(
      () => ({ body: escapeText }),
      () => ({ body: (body) => inText(body, (text) => text.replaceAll("&", "&amp;")) }),
      () => ({ body: (body) => inText(body, unescapeText) }),
      () => ({ body: (body) => body.replaceAll("&amp;", "&") }),
      () => ({ body: (body) => inText(body, (text) => text.replaceAll('"', "&quot;").replaceAll("'", "&apos;")) }),
      () => ({ body: (body) => escapeText(escapeText(body)) }),
      () => ({ body: (body) => body.replace(/[^\0-\x7f]/g, (c) => `&#${c.charCodeAt(0)};`) }),
    ),
    changed((body) => inText(body, (text) => text.replaceAll("&", "&amp;"))),
    changed((body) => inText(body, (text) => text.replaceAll('"', "&quot;"))),
  ),
  "attribute-form": either(
    slip(
      () => ({ body: (body) => body.replace(/ unit="KG" code="(\d+)"/, ' code="$1" unit="KG"') }),
      () => ({ body: (body) => body.replace(/ unit="KG" code="(\d+)"/, " unit='KG' code='$1'") }),
    ),
    changed((body) => body.replace(/ unit="KG" code="(\d+)"/, ' code="$1" unit="KG"')),
    changed((body) => body.replace("<Body>", '<Body xmlns:c="urn:example:c">')),
  ),
  "body-form": slip(
    () => ({ body: (body) => Buffer.from(body).toString("base64") }),
    () => ({ body: (body) => hex(sha256(Buffer.from(body))) }),
    () => ({ body: (body) => HEX(md5(Buffer.from(body))) }),
  ),
  "wrong-part": slip(
    () => ({ body: (body) => body.slice(6, -7) }),
    ({ message }) => ({ body: () => payload(message, undefined) }),
    ({ message }) => ({ body: () => payload(message, "<sign></sign>") }),
    ({ message }) => ({ body: () => payload(message, "<sign/>") }),
    ({ message }) => ({ body: () => /<Head>.*<\/Head>/s.exec(payload(message, undefined))?.[0] ?? "" }),
    ({ scheme }) =>
      scheme === "P2" || scheme === "P3" ? undefined : { names: (names) => names.filter((name) => name !== "body") },
    (making) => (suffixed(making) ? undefined : { text: () => payload(making.message, undefined), output: hex }),
  ),
  charset: (making) =>
    slip(
      () => ({ encode: gbk }),
      () => ({ encode: (text) => Buffer.from(text, "utf16le") }),
      () => ({ encode: (text) => Buffer.from(text.replace(/[^\0-\xff]/g, "?"), "latin1") }),
      () => ({ encode: (text) => Buffer.from(Buffer.from(text, "utf8").toString("latin1"), "utf8") }),
    )({ ...making, message: onlyGbk(making.message) }),
  "four-byte-character": (making) => {
    const message = {
      ...making.message,
      body: making.message.body.replace("</Body>", "<name>\u{20BB7}野家\u{1F600}</name></Body>"),
    };
    const supplementary = /[\u{10000}-\u{10ffff}]/gu;
    return slip(
      () => ({ body: (body) => body.replace(supplementary, "") }),
      () => ({ body: (body) => body.replace(supplementary, "?") }),
      () => ({ body: (body) => body.replace(supplementary, "\uFFFD") }),
      () => ({
        encode: (text) =>
          Buffer.concat(
            Array.from({ length: text.length }, (_, i) => {
              const unit = text.charCodeAt(i);
              const surrogate = unit >= 0xd800 && unit <= 0xdfff;
              return surrogate
                ? Buffer.from([0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)])
                : Buffer.from(text.charAt(i));
            }),
          ),
      }),
    )({ ...making, message });
  },
  "sign-included": slip((making) => {
    if (listed(making)) return undefined;
    const value = making.rng.pick(["", "null", "sign"]);
    if (making.scheme === "P6" && value === "") return undefined;
    return {
      fields: (fields) => fields.map(([name, old]) => [name, name === "sign" ? value : old]),
      names: (names) => [...names, "sign"].sort(),
    };
  }),
  "sign-type": slip(({ scheme }) => {
    if (scheme === "P2" || scheme === "P3") return undefined;
    if (scheme === "P4") return { names: (names) => [...names, "signType"] };
    return { names: (names) => names.filter((name) => name !== "signType") };
  }),
  "field-order": slip((making) => {
    if (making.scheme === "P2" || making.scheme === "P3") return undefined;
    const sent = [...making.message.fields.map(([name]) => name), "body"];
    if (making.scheme === "P4")
      return {
        names: () =>
          making.rng.pick([
            ["providerCode", "nonceStr", "timestamp", "body"],
            ["body", "providerCode", "timestamp", "nonceStr"],
          ]),
      };
    return making.rng.pick<Slip>([
      { names: (names) => sent.filter((name) => names.includes(name)) },
      { names: (names) => [...names].reverse() },
      { names: (names) => [...names.filter((name) => name !== "body"), "body"] },
    ]);
  }),
  "empty-fields": either(
    slip((making) => (listed(making) || making.scheme === "P6" ? undefined : { keepEmpty: true })),
    slip((making) =>
      listed(making)
        ? undefined
        : {
            fields: (fields) => fields.map(([name, value]) => [name, value === "" && name !== "sign" ? "null" : value]),
          },
    ),
    slip(() => ({ body: (body) => body.replace(/<(\w+)(?:\/>|><\/\1>)/g, "") })),
  ),
  "key-suffix": slip((making) => {
    if (suffixed(making)) return { suffix: making.rng.pick([null, "&secret=", ""]) };
    return { suffix: making.rng.pick(["&key=", "&secret=", ""]) };
  }),
  "key-line-end": either(
    keyed((key) => `${key}\n`),
    keyed((key) => `${key}\r\n`),
    keyed((key) => `${key} `),
  ),
  "key-bom": either(
    keyed((key) => `\uFEFF${key}`),
    keyed((key) => `\uFEFF${key}\r\n`),
  ),
  "key-decoding": (making) => {
    const { scheme, message, rng } = making;
    const bytes = Buffer.from(Array.from({ length: 24 }, () => rng.int(256)));
    const text = rng.pick([bytes.toString("hex"), bytes.toString("base64")]);
    const decoding = text.length === 48 ? "hex" : "base64";
    if (rng.chance(0.5)) {
      return { sent: message, signature: send(scheme, text, message), key: { source: text, decoding } };
    }
    const pem = `-----BEGIN SECRET KEY-----\n${bytes.toString("base64")}\n-----END SECRET KEY-----\n`;
    if (rng.chance(0.4)) {
      const whole = rng.pick([pem, pem.trim(), bytes.toString("base64")]);
      const signature = send(scheme, bytes.toString("base64"), message, { hmacKey: Buffer.from(whole) });
      return { sent: message, signature, key: { source: pem, decoding: "pem" } };
    }
    return {
      sent: message,
      signature: send(scheme, text, message, { hmacKey: bytes }),
      key: { source: text, decoding: "text" },
    };
  },
  "key-case": keyed((key) => key.toUpperCase()),
  "timestamp-format": either(
    timed((_, ms) => String(ms)),
    timed((_, ms) => String(ms + 417)),
    timed((_, ms) => String(ms / 1000)),
    timed((_, ms) => shanghai(ms).slice(0, 19).replace("T", " ")),
    timed((_, ms) => `${shanghai(ms).slice(0, 19)}+08:00`),
    timed((_, ms) => new Date(ms).toISOString().replace(/\D/g, "").slice(0, 14)),
  ),
  "timestamp-drift": timed((_, ms) =>
    shanghai(ms + 1000)
      .replace(/\D/g, "")
      .slice(0, 14),
  ),
  "url-encoding": slip(
    () => ({ value: encodeURIComponent }),
    () => ({
      value: (value) =>
        encodeURIComponent(value)
          .replaceAll("%20", "+")
          .replace(/[!'()~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`),
    }),
    () => ({
      body: (body) =>
        encodeURIComponent(body).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`),
    }),
  ),
  "field-list": slip((making) => {
    const { scheme, rng } = making;
    if (scheme === "P4")
      return rng.pick<Slip>([
        { names: (names) => names.filter((name) => name !== "nonceStr") },
        { names: (names) => [...names, "messageId"] },
      ]);
    if (listed(making)) return undefined;
    const name = rng.pick(["channel", "version", "messageId", "nonceStr"]);
    return { names: (names) => names.filter((item) => item !== name) };
  }),
  "wrong-profile": (making) => {
    const suffixTwins: Partial<Record<Scheme, Scheme>> = { P1: "P5", P5: "P1" };
    const others = (["P1", "P2", "P3", "P4", "P5", "P6"] as const).filter(
      (scheme) => scheme !== making.scheme && scheme !== suffixTwins[making.scheme],
    );
    const other = making.rng.pick(others);
    return { sent: making.message, signature: send(other, making.key, making.message) };
  },
  "pair-form": slip((making) => {
    if (making.scheme === "P2") return { pair: (_, value) => `xml=${value}` };
    if (making.scheme === "P3") return { pair: (_, value) => `xml=${value}` };
    if (making.scheme === "P4") return { separator: making.rng.pick([";", "-", " "]) };
    if (making.scheme === "P6") return { separator: making.rng.pick(["&", "|", "\n"]) };
    return making.rng.pick<Slip>([
      { separator: "" },
      { pair: (name, value) => name + value, separator: "" },
      { pair: (name, value) => `${name === "body" ? "data" : name}=${value}`, names: (names) => names },
    ]);
  }),
  "name-case": slip((making) => {
    if (making.scheme === "P1" || making.scheme === "P5")
      return { pair: (name, value) => `${name.toLowerCase()}=${value}` };
    return { text: (text) => text.toLowerCase() };
  }),
  digest: slip(
    () => ({ hash: (text) => sha256(text) }),
    () => ({ hash: (text, key) => sha256(Buffer.concat([text, key])) }),
    () => ({ hash: (text) => md5(text) }),
    () => ({ hash: (text, key) => createHmac("sha1", key).update(text).digest() }),
    () => ({ hash: (text, key) => createHmac("sha512", key).update(text).digest() }),
  ),
  "hmac-arguments": slip(
    () => ({ hash: (text, key) => createHmac("sha256", text).update(key).digest() }),
    () => ({ hash: (text) => createHmac("sha256", "").update(text).digest() }),
  ),
};
