import { CONCEPTS, type Concept } from "./concepts.ts";
import { fullPinyin, pinyinInitials } from "./pinyin.ts";

/** A word that was recognised, with everything it may mean; without a meaning it is a word about something else. */
export interface Word {
  readonly text: string;
  readonly meanings: readonly Concept[];
}

const NAMES = Object.keys(CONCEPTS) as readonly Concept[];

/** Words that say nothing about what an operation does. */
const FILLERS = new Set(
  "list info information data detail details by of the and to for from in ws service services do op req request rsp resp response xml msg message api interface soap port type web all page ccpit eco my user input output param params".split(
    " ",
  ),
);
/** The same in Chinese; looked for in pinyin as well. */
const FILLERS_ZH = "信息 数据 接口 服务 列表 请求 应答 报文 明细 贸促会 平台 接入商 系统".split(" ");

/** Words in Chinese characters, longest first. */
const CHINESE: readonly (readonly [text: string, meaning: Concept | null])[] = [
  ...NAMES.flatMap((c) => CONCEPTS[c].zh.split(" ").map((text) => [text, c] as const)),
  ...FILLERS_ZH.map((text) => [text, null] as const),
].sort((a, b) => b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1));

const ENGLISH = meaningsOf((c) => CONCEPTS[c].en.split(" "));
const PINYIN = meaningsOf((c) => CONCEPTS[c].zh.split(" ").map(fullPinyin));
const INITIALS = meaningsOf((c) => CONCEPTS[c].zh.split(" ").map(pinyinInitials));
const FILLER_SOUNDS = new Set([...FILLERS_ZH.map(fullPinyin), ...FILLERS_ZH.map(pinyinInitials)]);

function meaningsOf(words: (concept: Concept) => readonly string[]): ReadonlyMap<string, readonly Concept[]> {
  const found = new Map<string, Concept[]>();
  for (const concept of NAMES)
    for (const word of words(concept)) {
      const known = found.get(word);
      if (known === undefined) found.set(word, [concept]);
      else if (!known.includes(concept)) known.push(concept);
    }
  return found;
}

/** An identifier's parts in lower case: `getFZHList2` is get, fzh, list. */
export function partsOf(identifier: string): string[] {
  return (
    identifier
      .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
      .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2")
      // `NonPref` is one word, and the opposite of `Pref`.
      .replaceAll(/\b(non)[^\p{L}]+(?=pref)/giu, "$1")
      .split(/[^\p{L}]+/u)
      .filter((part) => part !== "")
      .map((part) => part.toLowerCase())
  );
}

/** Words of a name: English, pinyin, first letters of pinyin, or Chinese characters. */
export function wordsOfName(identifier: string): readonly Word[] {
  if (/\p{Script=Han}/u.test(identifier)) return wordsOfText(identifier);
  const parts = partsOf(identifier);
  const apart = parts.flatMap(wordsOfPart);
  const joined = cut(parts.join(""));
  // `FenZhiHuiChaXun` has its capitals at each syllable, `GetFzhList` at each word.
  return share(joined.words) > share(apart) + 0.25 ? joined.words : apart;
}

/** How much of the letters is understood. */
function share(words: readonly Word[]): number {
  const all = words.reduce((n, w) => n + w.text.length, 0);
  const known = words.filter((w) => w.meanings.length > 0).reduce((n, w) => n + w.text.length, 0);
  return all === 0 ? 0 : known / all;
}

function wordsOfPart(part: string): readonly Word[] {
  const meanings = ENGLISH.get(part);
  if (meanings !== undefined) return [{ text: part, meanings }];
  if (FILLERS.has(part) || FILLER_SOUNDS.has(part) || part.length === 1) return [];
  return cut(part).words;
}

/** Cuts letters without capitals into words so that as much as possible is understood. */
function cut(letters: string): { readonly words: readonly Word[] } {
  interface Way {
    readonly score: number;
    readonly words: readonly Word[];
    /** Letters at the end that belong to no word. */
    readonly rest: string;
  }
  const ways: (Way | undefined)[] = [{ score: 0, words: [], rest: "" }];
  for (let end = 1; end <= letters.length; end++) {
    for (let start = Math.max(0, end - 16); start < end; start++) {
      const before = ways[start];
      if (before === undefined) continue;
      const text = letters.slice(start, end);
      const flush = (): readonly Word[] =>
        before.rest.length > 1 ? [...before.words, { text: before.rest, meanings: [] }] : before.words;
      const known = valueOf(text);
      const way: Way | undefined =
        known !== undefined
          ? {
              score: before.score + known.value,
              words: known.meanings.length > 0 ? [...flush(), { text, meanings: known.meanings }] : flush(),
              rest: "",
            }
          : text.length === 1
            ? { score: before.score - 0.4, words: before.words, rest: before.rest + text }
            : undefined;
      const best = ways[end];
      if (way !== undefined && (best === undefined || way.score > best.score + 1e-9)) ways[end] = way;
    }
  }
  const { words, rest } = ways[letters.length] as Way;
  return { words: rest.length > 1 ? [...words, { text: rest, meanings: [] }] : words };
}

/** What a run of letters may mean and how sure that is: a long word is not there by accident, two letters easily are. */
function valueOf(text: string): { readonly value: number; readonly meanings: readonly Concept[] } | undefined {
  const english = text.length > 3 ? ENGLISH.get(text) : undefined;
  if (english !== undefined) return { value: text.length, meanings: english };
  const pinyin = PINYIN.get(text);
  if (pinyin !== undefined) return { value: text.length, meanings: pinyin };
  const initials = INITIALS.get(text);
  if (initials !== undefined) return { value: text.length * (text.length > 2 ? 0.9 : 0.7), meanings: initials };
  if (FILLER_SOUNDS.has(text) || (text.length > 3 && FILLERS.has(text)))
    return { value: text.length * 0.5, meanings: [] };
  return undefined;
}

/** Words of a text in Chinese, English or both. */
export function wordsOfText(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const [run] of text.replaceAll(/\bnon[- ](?=pref)/gi, "non").matchAll(/\p{Script=Han}+|[A-Za-z]+/gu)) {
    if (/^[A-Za-z]/.test(run)) {
      // In prose a capital letter does not begin a word.
      const meanings = ENGLISH.get(run.toLowerCase());
      if (meanings !== undefined) words.push({ text: run.toLowerCase(), meanings });
      continue;
    }
    for (let at = 0; at < run.length; ) {
      const found = CHINESE.find(([word]) => run.startsWith(word, at));
      if (found === undefined) at++;
      else {
        if (found[1] !== null) words.push({ text: found[0], meanings: [found[1]] });
        at += found[0].length;
      }
    }
  }
  return words;
}

/**
 * How well words speak of concepts, 0 to 1: what they have in common against all that both speak of. A word about
 * something else counts against it.
 */
export function agreement(words: readonly Word[], concepts: readonly Concept[]): number {
  if (words.length === 0) return 0;
  const open = new Set(concepts);
  let common = 0;
  let said = 0;
  for (const { meanings } of words) {
    const hit = meanings.find((m) => open.has(m));
    if (hit !== undefined) {
      open.delete(hit);
      common += CONCEPTS[hit].weight;
      said += CONCEPTS[hit].weight;
    } else if (meanings.length === 0) said += 0.7;
    // Said twice is not said of something else.
    else if (!meanings.some((m) => concepts.includes(m))) said += Math.min(...meanings.map((m) => CONCEPTS[m].weight));
  }
  const meant = concepts.reduce((sum, c) => sum + CONCEPTS[c].weight, 0);
  return (2 * common) / (said + meant);
}
