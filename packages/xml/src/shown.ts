/** A name for a message: short enough whatever a document holds. */
export function clip(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name;
}

/** The character at an offset, for a message. */
export function show(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? "the end" : code > 0x20 ? `"${String.fromCodePoint(code)}"` : `U+${code.toString(16)}`;
}
