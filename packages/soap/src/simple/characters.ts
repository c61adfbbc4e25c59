/** Characters that XML 1.0 can carry, and lengths as XML Schema counts them. */

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const PAIR = /[\ud800-\udbff]/;

/** The first character that XML cannot carry, as `U+0000`; `undefined` when all can stand. */
export function forbiddenCharacter(text: string): string | undefined {
  const control = CONTROL.exec(text)?.[0];
  if (control !== undefined) return codePoint(control.charCodeAt(0));
  if (text.isWellFormed()) return undefined;
  const lone = /\p{Cs}/u.exec(text)?.[0] ?? "\ud800";
  return codePoint(lone.charCodeAt(0));
}

function codePoint(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Number of characters: a pair of surrogates is one. */
export function characterCount(text: string): number {
  if (!PAIR.test(text)) return text.length;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff) i++;
    count++;
  }
  return count;
}
