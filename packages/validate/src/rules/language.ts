import type { Application } from "../application.ts";
import { cite, citeFact } from "../cite.ts";
import { inferred } from "../evidence.ts";
import { ENGLISH_FORMS } from "../forms.ts";
import type { ApplyPreferentialCertificateRequest, PreferentialGoods } from "../messages.ts";
import type { Name } from "../node.ts";
import type { Rule } from "../rule.ts";

/** Fields printed on the form, marks excepted: they are copied as they are on the packages. */
const PRINTED = [
  "exporterEnName",
  "exporterEnAddress",
  "importerEnName",
  "importerEnAddress",
  "middleman",
  "producer",
  "applyAddress",
  "transportMode",
  "vesselVoyage",
  "loadPort",
  "transitPort",
  "dischargePort",
  "destPort",
  "destCountryEn",
  "transportDetails",
  "specialClause",
  "remark",
] as const satisfies readonly Name<ApplyPreferentialCertificateRequest>[];
const PRINTED_ON_LINES = [
  "goodsEnName",
  "goodsDescription",
  "packUnit",
  "unitEn",
  "originCountryEn",
  "producerText",
] as const satisfies readonly Name<PreferentialGoods>[];

function* printedTexts({ body, lines }: Application): Generator<readonly [text: string, path: string]> {
  for (const name of PRINTED) {
    const text = body.text(name);
    if (text !== undefined) yield [text, body.at(name)];
  }
  for (const line of lines) {
    for (const name of PRINTED_ON_LINES) {
      const text = line.text(name);
      if (text !== undefined) yield [text, line.at(name)];
    }
  }
}

const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
const BEYOND_ASCII = /[^\t\n\r\u0020-\u007e]/u;

/** English forms are printed in English letters; other signs may be lost in print. */
export const englishText: Rule<Application> = {
  id: "language.english",
  findings: { TEXT_NOT_ENGLISH: cite("C.language"), TEXT_UNUSUAL: inferred() },
  check(application, report) {
    const { code } = application;
    if (!ENGLISH_FORMS.has(code)) return;
    for (const [text, path] of printedTexts(application)) {
      const chinese = CHINESE.exec(text)?.[0];
      const unusual = BEYOND_ASCII.exec(text)?.[0];
      if (chinese !== undefined)
        report("TEXT_NOT_ENGLISH", path, { character: chinese, form: code }, citeFact(code, "language"));
      else if (unusual !== undefined) report("TEXT_UNUSUAL", path, { character: unusual });
    }
  },
};

/** ECFA: the goods are described in simplified Chinese. */
export const chineseText: Rule<Application> = {
  id: "language.chinese",
  findings: { TEXT_NOT_CHINESE: cite("H.language"), TEXT_NOT_SIMPLIFIED: inferred("S53") },
  check({ code, lines }, report) {
    if (code !== "H") return;
    for (const line of lines) {
      const text = line.text("goodsDescription");
      if (text === undefined) continue;
      if (!/\p{Script=Han}/u.test(text)) report("TEXT_NOT_CHINESE", line.at("goodsDescription"));
      const other = Array.from(text).find((char) => /\p{Script=Han}/u.test(char) && !simplifiedCharacters().has(char));
      if (other !== undefined) report("TEXT_NOT_SIMPLIFIED", line.at("goodsDescription"), { character: other });
    }
  },
};

let simplified: ReadonlySet<string> | undefined;

/** The Chinese characters of GB 2312, which holds simplified ones only; made when first asked for. */
function simplifiedCharacters(): ReadonlySet<string> {
  if (simplified !== undefined) return simplified;
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  simplified = new Set(new TextDecoder("gbk").decode(Uint8Array.from(bytes)));
  return simplified;
}

/** Rules about the language of printed texts. */
export const languageRules: readonly Rule<Application>[] = [englishText, chineseText];
