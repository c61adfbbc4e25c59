import { readSimpleValue, type SimpleType, simpleKey } from "@coo/wsdl";

/** Answers by what a type says: changed schemas are read anew, and nearly all of their types say what they said before. */
const answers = new Map<string, Map<string, boolean>>();
const MAX_ANSWERS = 500_000;
let count = 0;

const known = new WeakMap<SimpleType, Map<string, boolean>>();

/** Whether a simple type allows a text. */
export function fits(type: SimpleType, text: string): boolean {
  let mine = known.get(type);
  if (mine === undefined) {
    const key = simpleKey(type);
    mine = answers.get(key) ?? new Map<string, boolean>();
    answers.set(key, mine);
    known.set(type, mine);
  }
  const told = mine.get(text);
  if (told !== undefined) return told;
  if (++count > MAX_ANSWERS) {
    // Types that are in use keep theirs.
    answers.clear();
    count = 0;
  }
  const answer = readSimpleValue(type, text) !== null;
  mine.set(text, answer);
  return answer;
}
