/** What is in a document, in the order of reading; equal lists mean that two readers read the same. */
export type Dump = string[];

/** Collects a {@link Dump}; neighbouring texts become one. */
export class Dumper {
  readonly out: Dump = [];

  /** @param attributes - `{namespace}local=value` each, in any order. */
  start(ns: string, local: string, attributes: string[]): void {
    this.out.push(`<{${ns}}${local} ${attributes.sort().join(" ")}`);
  }

  text(text: string): void {
    const last = this.out.length - 1;
    if (text === "") return;
    if (this.out[last]?.startsWith('"')) this.out[last] += text;
    else this.out.push(`"${text}`);
  }

  end(ns: string, local: string): void {
    this.out.push(`/{${ns}}${local}`);
  }
}

/** One attribute of a {@link Dump}. */
export function attributeText(ns: string, local: string, value: string): string {
  return `{${ns}}${local}=${value}`;
}
