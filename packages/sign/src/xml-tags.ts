/** A tag as `<name`, its attributes, and what closes it; `undefined` when an attribute has no quotes. */
export function splitTag(tag: string): { name: string; attributes: string[]; close: string } | undefined {
  const close = tag.endsWith("/>") ? "/>" : ">";
  const name = /^<[^\s/>]+/.exec(tag)?.[0] ?? "";
  const attributes: string[] = [];
  let at = name.length;
  const end = tag.length - close.length;
  while (tag.slice(at, end).trim() !== "") {
    const equals = tag.indexOf("=", at);
    if (equals < 0 || equals > end) return undefined;
    const quote = /["']/.exec(tag.slice(equals))?.[0];
    const open = quote === undefined ? -1 : tag.indexOf(quote, equals);
    const stop = quote === undefined ? -1 : tag.indexOf(quote, open + 1);
    if (stop < 0) return undefined;
    attributes.push(tag.slice(at, stop + 1).trim());
    at = stop + 1;
  }
  return { name, attributes, close };
}
