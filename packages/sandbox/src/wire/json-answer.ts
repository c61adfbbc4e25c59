/** Text of the `Body` member of `{"Response":{"Head":{…},"Body":{…}}}`, exactly as it stands: it is what was signed. */
export function jsonBodyText(text: string): string {
  const response = memberText(text, "Response");
  const body = memberText(response, "Body");
  if (!body.startsWith("{")) throw new Error("the JSON answer has no Body object");
  return body;
}

/** Text of one member's value of the object that `text` is. The text must have passed `JSON.parse`. */
function memberText(text: string, name: string): string {
  let depth = 0;
  let key: string | undefined;
  let start = -1;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') {
      const end = stringEnd(text, at);
      if (depth === 1 && start === -1) key = JSON.parse(text.slice(at, end)) as string;
      at = end - 1;
    } else if (character === ":" && depth === 1 && start === -1) start = at + 1;
    else if (character === "{" || character === "[") depth++;
    else if (character === "}" || character === "]" || (character === "," && depth === 1)) {
      if (character !== ",") depth--;
      const closes = character === "," || depth === 0;
      if (!closes) continue;
      if (start !== -1 && key === name) return text.slice(start, at).trim();
      start = -1;
    }
  }
  throw new Error(`the JSON answer has no member ${name}`);
}

function stringEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}
