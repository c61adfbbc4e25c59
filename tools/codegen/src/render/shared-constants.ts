/** A constant of a module that several places share. */
export interface SharedConstant {
  readonly name: string;
  /** Its type as text. */
  readonly type: string;
}

/** The constants that a module shares: one for each text, in order of first use. */
export class SharedConstants implements Iterable<[text: string, constant: SharedConstant]> {
  readonly #byText = new Map<string, SharedConstant>();
  readonly #names = new Set<string>();
  /** Number that the next constant of a base name tries first: all before it are taken. */
  readonly #next = new Map<string, number>();

  /** How many there are. */
  get size(): number {
    return this.#byText.size;
  }

  [Symbol.iterator](): Iterator<[string, SharedConstant]> {
    return this.#byText.entries();
  }

  /** Name of the constant with this text; `base` and `type` give those of a new one, a number behind where `base` is taken. */
  nameOf(text: string, type: string, base: () => string): string {
    const known = this.#byText.get(text);
    if (known !== undefined) return known.name;
    const wanted = base();
    let name = wanted;
    let n = this.#next.get(wanted) ?? 2;
    for (; this.#names.has(name); n++) name = `${wanted}${n}`;
    this.#next.set(wanted, n);
    this.#names.add(name);
    this.#byText.set(text, { name, type });
    return name;
  }
}
