const pair = ["", ""];

/**
 * A copy of a slice: engines keep the whole text alive for a slice that is long enough to be one. Joining two parts makes
 * a new string; joining one would give the slice back.
 */
export function own(text: string): string {
  if (text.length < 13) return text;
  pair[0] = text.slice(0, 1);
  pair[1] = text.slice(1);
  const copy = pair.join("");
  pair[1] = "";
  return copy;
}
