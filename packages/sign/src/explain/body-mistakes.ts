import { percentEncode, stripWhitespace } from "../canonical.ts";
import { toBase64, toHex } from "../encoding.ts";
import { escapeXml, unescapeXml, xmlTokens } from "../xml-text.ts";
import { type Candidate, type Mistakes, withBody, withProfile, withValues } from "./attempt.ts";
import { attributesReordered, indentXml, leafTexts, mapTexts, type TextPiece, withoutComments } from "./xml-forms.ts";

const LINE_ENDS: readonly [variant: string, change: (text: string) => string][] = [
  ["CRLF → LF", (text) => text.replaceAll("\r\n", "\n")],
  ["LF → CRLF", (text) => text.replace(/\r?\n/g, "\r\n")],
  ["LF → CR", (text) => text.replace(/\r?\n/g, "\r")],
  ["CR → LF", (text) => text.replace(/\r\n?/g, "\n")],
  ["CR dropped", (text) => text.replaceAll("\r", "")],
  ["LF → &#10;", (text) => text.replace(/\r?\n/g, "&#10;")],
  ["LF → &#xA;", (text) => text.replace(/\r?\n/g, "&#xA;")],
  ["CRLF → &#13;LF", (text) => text.replace(/\r?\n/g, "&#13;\n")],
  ["CRLF → &#xD;LF", (text) => text.replace(/\r?\n/g, "&#xD;\n")],
  ["CRLF → &#13;&#10;", (text) => text.replace(/\r?\n/g, "&#13;&#10;")],
  ["&#13;, &#10; → CR, LF", (text) => text.replace(/&#(?:13|x0?D);/gi, "\r").replace(/&#(?:10|x0?A);/gi, "\n")],
  ["&#13; dropped", (text) => text.replace(/&#(?:13|x0?D);/gi, "")],
  ["LF → /n", (text) => text.replace(/\r?\n/g, "/n")],
  ["/n → LF", (text) => text.replaceAll("/n", "\n")],
  ["LF → \\n", (text) => text.replace(/\r?\n/g, "\\n")],
  ["\\n → LF", (text) => text.replaceAll("\\n", "\n")],
  ["LF → space", (text) => text.replace(/\r?\n/g, " ")],
];

/** CRLF, LF, CR and their written forms. */
export const lineEnds: Mistakes = function* (from) {
  for (const [variant, change] of LINE_ENDS) yield* withValues(from, "line-ends", variant, change);
};

/** One line end more or less at the start or end of the body, or of the whole string. */
export const trailingNewline: Mistakes = function* (from) {
  const cause = "trailing-newline";
  yield* withBody(from, cause, "dropped from the body", trimLineEnds);
  for (const [name, eol] of [
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ] as const) {
    yield* withBody(from, cause, `${name} after the body`, (body) => body + eol);
    yield { cause, variant: `${name} after the string`, attempt: { ...from, finish: (text) => text + eol } };
    yield* withBody(from, cause, `${name} before the body`, (body) => eol + body);
    yield { cause, variant: `${name} before the string`, attempt: { ...from, finish: (text) => eol + text } };
  }
};

function trimLineEnds(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && "\r\n".includes(text.charAt(start))) start++;
  while (end > start && "\r\n".includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** A byte order mark before body or string. */
export const byteOrderMark: Mistakes = function* (from) {
  yield* withBody(from, "bom", "before the body", (body) => `\uFEFF${body}`);
  yield { cause: "bom", variant: "before the string", attempt: { ...from, finish: (text) => `\uFEFF${text}` } };
  yield* withValues(from, "bom", "dropped", (text) => text.replaceAll("\uFEFF", ""));
};

/** Compact and indented forms. */
export const bodyWhitespace: Mistakes = function* (from) {
  const cause = "body-whitespace";
  yield* withBody(from, cause, "none between tags", stripWhitespace);
  yield* withBody(from, cause, "no line ends and indentation", (body) => body.replace(/\r?\n[ \t]*/g, ""));
  const compact = from.body === undefined ? undefined : stripWhitespace(from.body);
  const tokens = compact === undefined ? undefined : xmlTokens(compact);
  if (compact === undefined || tokens === undefined || tokens.length < 3) return;
  for (const [unitName, unit] of [
    ["2 spaces", "  "],
    ["4 spaces", "    "],
    ["a tab", "\t"],
    ["1 space", " "],
    ["nothing", ""],
  ] as const) {
    for (const [eolName, eol] of [
      ["LF", "\n"],
      ["CRLF", "\r\n"],
    ] as const) {
      for (const level of unit === "" ? [0] : [0, 1, 2]) {
        const body = indentXml(compact, tokens, { unit, eol, level });
        const variant = `indented by ${unitName}, ${eolName}, ${level} levels deep`;
        if (body !== from.body) yield { cause, variant, attempt: { ...from, body } };
        yield { cause, variant: `${variant}, ${eolName} at the end`, attempt: { ...from, body: body + eol } };
      }
    }
  }
};

/** Rougher ways to treat white space, tried late because they look like other mistakes. */
export const roughWhitespace: Mistakes = function* (from) {
  const cause = "body-whitespace";
  yield* withBody(from, cause, "every white space removed", (body) => body.replace(/[ \t\r\n]+/g, ""));
  yield* withBody(from, cause, "runs of white space as one space", (body) => body.replace(/[ \t\r\n]+/g, " "));
  yield* withBody(from, cause, "trimmed", (body) => body.trim());
  yield* withValues(from, cause, "full-width or no-break space as space", (text) =>
    text.replace(/[\u3000\u00a0]/g, " "),
  );
};

const trimText = (piece: TextPiece): string | undefined =>
  piece.leaf && piece.text.trim() !== "" ? piece.text.trim() : undefined;

/** Values with and without spaces at their ends. */
export const trimmedValues: Mistakes = function* (from) {
  const cause = "trimmed-values";
  const body = from.body === undefined ? undefined : mapTexts(from.body, trimText);
  const fields = from.fields.map(([name, value]) => [name, value?.trim()] as const);
  yield* withBody(from, cause, "body values trimmed", () => body);
  yield { cause, variant: "fields trimmed", attempt: { ...from, fields } };
  if (body !== undefined) yield { cause, variant: "all trimmed", attempt: { ...from, fields, body } };
  const limit = 200;
  const leaves = from.body === undefined ? [] : leafTexts(from.body).slice(0, limit);
  for (const [name, pad] of [
    ["after", (text: string) => `${text} `],
    ["before", (text: string) => ` ${text}`],
  ] as const) {
    for (const [index, [field, value]] of from.fields.entries()) {
      if (typeof value !== "string" || value === "" || index > limit) continue;
      const padded = from.fields.map((pair, i) => (i === index ? ([field, pad(value)] as const) : pair));
      yield { cause, variant: `a space ${name} ${field}`, attempt: { ...from, fields: padded } };
    }
    for (const [index, { start, end }] of leaves.entries()) {
      yield* withBody(from, cause, `a space ${name} the value of element ${index + 1}`, (text) => {
        return text.slice(0, start) + pad(text.slice(start, end)) + text.slice(end);
      });
    }
  }
};

/** With or without `<?xml …?>`. */
export const xmlDeclaration: Mistakes = function* (from) {
  const cause = "xml-declaration";
  yield* withBody(from, cause, "dropped", (body) => body.replace(/^\uFEFF?<\?xml[^>]*\?>[ \t\r\n]*/, ""));
  yield* withBody(from, cause, "dropped, line end kept", (body) => body.replace(/^\uFEFF?<\?xml[^>]*\?>/, ""));
  if (/^\uFEFF?<\?xml/.test(from.body ?? "<?xml")) return;
  for (const encoding of ["UTF-8", "utf-8", "GBK", "gbk", "GB18030", "GB2312", ""]) {
    const usual = encoding.toUpperCase() === "UTF-8";
    for (const [quote, standalone] of [
      ['"', ""],
      ...(usual
        ? ([
            ["'", ""],
            ['"', "no"],
            ['"', "yes"],
          ] as const)
        : []),
    ] as const) {
      const attribute = (name: string, value: string): string =>
        value === "" ? "" : ` ${name}=${quote}${value}${quote}`;
      const declaration = `<?xml${attribute("version", "1.0")}${attribute("encoding", encoding)}${attribute("standalone", standalone)}?>`;
      for (const [name, eol] of [
        ["", ""],
        [", LF", "\n"],
        [", CRLF", "\r\n"],
      ] as const) {
        yield* withBody(from, cause, declaration + name, (body) => declaration + eol + body);
      }
    }
  }
};

/** `<a/>`, `<a />` and `<a></a>`. */
export const emptyElement: Mistakes = function* (from) {
  const cause = "empty-element";
  yield* withBody(from, cause, "<a/> → <a></a>", (body) =>
    rewriteEmpty(body, (name, rest) => `<${name}${rest}></${name}>`),
  );
  yield* withBody(from, cause, "<a></a> → <a/>", (body) => rewriteEmpty(body, (name, rest) => `<${name}${rest}/>`));
  yield* withBody(from, cause, "<a></a> → <a />", (body) => rewriteEmpty(body, (name, rest) => `<${name}${rest} />`));
};

function rewriteEmpty(body: string, write: (name: string, rest: string) => string): string | undefined {
  const tokens = xmlTokens(body);
  if (tokens === undefined) return undefined;
  let text = "";
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as (typeof tokens)[number];
    const empty = token.kind === "empty" || (token.kind === "start" && token.close === i + 1);
    if (!empty) {
      text += body.slice(token.start, token.end);
      continue;
    }
    const inside = body.slice(token.start + 1, token.end - (token.kind === "empty" ? 2 : 1));
    const name = /^[^\s/]+/.exec(inside)?.[0] ?? "";
    text += write(name, inside.slice(name.length).trimEnd());
    if (token.kind === "start") i++;
  }
  return text;
}

const escapeQuotes = (text: string): string => escapeXml(text).replaceAll('"', "&quot;");
const escapeAll = (text: string): string => escapeQuotes(text).replaceAll("'", "&apos;");
const escapeFew = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const inTexts = (change: (text: string) => string) => (body: string) =>
  mapTexts(body, (piece) => (piece.cdata ? undefined : change(piece.text)));

const ESCAPINGS: readonly [variant: string, change: (body: string) => string | undefined][] = [
  ["escaped as for the envelope", escapeXml],
  ["escaped as for the envelope, > left", escapeFew],
  ["escaped as for the envelope, quotes too", escapeQuotes],
  ["escaped as for the envelope, all five", escapeAll],
  ["escaped as for the envelope, &#39;", (body) => escapeQuotes(body).replaceAll("'", "&#39;")],
  ["escaped twice", (body) => escapeXml(escapeXml(body))],
  ["un-escaped once more", (body) => unescapeXml(body)],
  ["un-escaped twice", (body) => unescapeXml(unescapeXml(body))],
  [
    "values escaped twice",
    (body) => inTexts((text) => text.replaceAll("&", "&amp;"))(body) ?? body.replaceAll("&", "&amp;"),
  ],
  ["&amp; left as &", (body) => body.replaceAll("&amp;", "&")],
  ["values un-escaped", inTexts((text) => unescapeXml(text))],
  ["> in values escaped", inTexts((text) => text.replaceAll(">", "&gt;"))],
  ["> in values not escaped", inTexts((text) => text.replaceAll("&gt;", ">"))],
  ["quotes in values escaped", inTexts((text) => text.replaceAll('"', "&quot;"))],
  ["both quotes in values escaped", inTexts((text) => text.replaceAll('"', "&quot;").replaceAll("'", "&apos;"))],
  ["both quotes in values escaped, &#39;", inTexts((text) => text.replaceAll('"', "&quot;").replaceAll("'", "&#39;"))],
  ["quotes in values not escaped", inTexts((text) => text.replaceAll("&quot;", '"').replace(/&apos;|&#39;/g, "'"))],
  [
    "> and quotes in values escaped",
    inTexts((text) => text.replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&apos;")),
  ],
  [
    "> and quotes in values not escaped",
    inTexts((text) =>
      text
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replace(/&apos;|&#39;/g, "'"),
    ),
  ],
  ["Chinese as decimal references", (body) => references(body, (code) => `&#${code};`)],
  ["Chinese as hexadecimal references", (body) => references(body, (code) => `&#x${code.toString(16).toUpperCase()};`)],
  ["Chinese as lower-case hexadecimal references", (body) => references(body, (code) => `&#x${code.toString(16)};`)],
  [
    "references as characters",
    (body) => body.replace(/&#(?:\d{3,7}|x[0-9a-f]{2,6});/gi, (reference) => unescapeXml(reference)),
  ],
  [
    "Chinese as \\u escapes",
    (body) => body.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
  ],
];

function references(text: string, write: (code: number) => string): string {
  return text.replace(/[^\0-\x7f]/gu, (character) => write(character.codePointAt(0) as number));
}

/** Escaped once too often, or too seldom. */
export const escaping: Mistakes = function* (from) {
  for (const [variant, change] of ESCAPINGS) yield* withBody(from, "escaping", variant, change);
  const fields = (change: (text: string) => string): readonly (readonly [string, string | null | undefined])[] =>
    from.fields.map(([name, value]) => [name, typeof value === "string" ? change(value) : value] as const);
  for (const [variant, change] of [
    ["fields escaped", escapeXml],
    ["fields escaped, quotes too", escapeAll],
    ["fields un-escaped", unescapeXml],
  ] as const) {
    yield { cause: "escaping", variant, attempt: { ...from, fields: fields(change) } };
  }
  yield { cause: "escaping", variant: "the whole string escaped", attempt: { ...from, finish: escapeXml } };
  yield { cause: "escaping", variant: "the whole string escaped, quotes too", attempt: { ...from, finish: escapeAll } };
};

const toCdata = (text: string): string => `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;

/** CDATA in one place, escaped text in the other. */
export const cdata: Mistakes = function* (from) {
  const cause = "cdata";
  yield* withBody(from, cause, "CDATA → escaped", (body) =>
    mapTexts(body, (piece) => (piece.cdata ? escapeXml(piece.text) : undefined)),
  );
  yield* withBody(from, cause, "CDATA → escaped, > left", (body) =>
    mapTexts(body, (piece) => (piece.cdata ? escapeFew(piece.text) : undefined)),
  );
  yield* withBody(from, cause, "CDATA → escaped, quotes too", (body) =>
    mapTexts(body, (piece) => (piece.cdata ? escapeAll(piece.text) : undefined)),
  );
  yield* withBody(from, cause, "CDATA marks dropped", (body) =>
    mapTexts(body, (piece) => (piece.cdata ? piece.text : undefined)),
  );
  yield* withBody(from, cause, "escaped values → CDATA", (body) =>
    mapTexts(body, (piece) =>
      !piece.cdata && piece.text.includes("&") ? toCdata(unescapeXml(piece.text)) : undefined,
    ),
  );
  yield* withBody(from, cause, "all values → CDATA", (body) =>
    mapTexts(body, (piece) =>
      !piece.cdata && piece.text.trim() !== "" ? toCdata(unescapeXml(piece.text)) : undefined,
    ),
  );
  yield* withBody(from, cause, "all values → CDATA, still escaped", (body) =>
    mapTexts(body, (piece) => (!piece.cdata && piece.text.trim() !== "" ? toCdata(piece.text) : undefined)),
  );
  yield* withBody(from, cause, "body in CDATA", toCdata);
};

const byName = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Attribute order, quotes, namespace declarations. */
export const attributeForm: Mistakes = function* (from) {
  const cause = "attribute-form";
  yield* withBody(from, cause, "sorted by name", (body) => attributesReordered(body, (list) => [...list].sort(byName)));
  yield* withBody(from, cause, "reverse order", (body) => attributesReordered(body, (list) => [...list].reverse()));
  yield* withBody(from, cause, "reverse sorted", (body) =>
    attributesReordered(body, (list) => [...list].sort(byName).reverse()),
  );
  yield* withBody(from, cause, "single quotes", (body) =>
    attributesReordered(body, (list) => list.map((text) => text.replaceAll('"', "'"))),
  );
  yield* withBody(from, cause, "double quotes", (body) =>
    attributesReordered(body, (list) => list.map((text) => text.replaceAll("'", '"'))),
  );
  yield* withBody(from, cause, "without namespace declarations", (body) =>
    attributesReordered(body, (list) => list.filter((text) => !text.startsWith("xmlns"))),
  );
  yield* withBody(from, cause, "without attributes", (body) => attributesReordered(body, () => []));
};

/** C14N, stripped, base64, comments, a digest instead of the body. */
export const bodyForm: Mistakes = function* (from, material) {
  const cause = "body-form";
  const { body, profile } = from;
  if (body === undefined) return;
  for (const form of ["raw", "stripped", "c14n", "base64"] as const) {
    if (form === profile.bodyForm) continue;
    if (form === "c14n" && material.canonicalize === undefined) continue;
    yield withProfile(from, cause, form, { bodyForm: form, canonicalize: material.canonicalize });
  }
  yield* withBody(from, cause, "without comments", withoutComments);
  yield* bodyDigests(from, body);
};

function* bodyDigests(from: Parameters<Mistakes>[0], body: string): Generator<Candidate> {
  const bytes = new TextEncoder().encode(body);
  for (const digest of ["SHA256", "MD5"] as const) {
    for (const [name, write] of [
      ["hex", toHex],
      ["HEX", (value: Uint8Array) => toHex(value).toUpperCase()],
      ["base64", toBase64],
    ] as const) {
      const apply = (value: Uint8Array): typeof from => ({ ...from, body: write(value) });
      yield {
        cause: "body-form",
        variant: `${digest} of the body in ${name}`,
        attempt: { ...from, prehash: { digest, bytes, apply } },
      };
    }
  }
}

const lower = (text: string): string => text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());

/** Percent-encoding of values, or of everything. */
export const urlEncoding: Mistakes = function* (from) {
  const cause = "url-encoding";
  const { charset } = from.profile;
  for (const kind of ["raw", "url", "form"] as const) {
    if (kind !== from.profile.valueEncoding) yield withProfile(from, cause, kind, { valueEncoding: kind });
  }
  const encoders: readonly [string, (text: string) => string][] = [
    ["form, lower-case digits", (text) => lower(percentEncode(text, charset, "form"))],
    ["url, lower-case digits", (text) => lower(percentEncode(text, charset, "url"))],
    ["encodeURIComponent", encodeURIComponent],
    ["encodeURI", encodeURI],
    ["decoded", safeDecode],
  ];
  const plain = { ...from, profile: { ...from.profile, valueEncoding: "raw" as const } };
  for (const [variant, change] of encoders) yield* withValues(plain, cause, variant, change);
  yield* withBody(plain, cause, "form, body alone", (body) => percentEncode(body, charset, "form"));
  yield* withBody(plain, cause, "url, body alone", (body) => percentEncode(body, charset, "url"));
  for (const kind of ["form", "url"] as const) {
    yield {
      cause,
      variant: `${kind}, the whole string`,
      attempt: { ...plain, finish: (text) => percentEncode(text, charset, kind) },
    };
  }
};

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
