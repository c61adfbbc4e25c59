/** A place in a text, both counted from 1; columns count UTF-16 units. */
export interface LinePosition {
  readonly line: number;
  readonly column: number;
}

/** Lines and columns of offsets, counted only when somebody asks. Growing offsets cost one pass over the text in all. */
export class LineCounter {
  private readonly text: string;
  private line = 1;
  private start = 0;
  /** How far the text was looked through. */
  private scanned = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Line ends are LF, CR LF and CR. */
  at(offset: number): LinePosition {
    const { text } = this;
    if (offset < this.scanned) {
      this.line = 1;
      this.start = this.scanned = 0;
    }
    let i = this.scanned;
    while (i < offset) {
      const c = text.charCodeAt(i++);
      if (c === 0x0d && text.charCodeAt(i) === 0x0a) {
        // Between the two there is no new line yet.
        if (i >= offset) {
          i--;
          break;
        }
        i++;
      } else if (c !== 0x0a && c !== 0x0d) continue;
      this.line++;
      this.start = i;
    }
    this.scanned = i;
    return { line: this.line, column: offset - this.start + 1 };
  }
}
