/** Values of `New` that `Old` does not have: each is worked out from the old object by the caller. */
export type Given<Old, New, K extends keyof New> = { readonly [P in K]-?: (old: Old) => New[P] };

/** Turns an object of one edition into one of another; where something is missing, the caller says where it comes from. */
export type Converter<Old, New, K extends keyof New = never> = [K] extends [never]
  ? (value: Old) => New
  : (value: Old, given: Given<Old, New, K>) => New;

/** How the properties of one edition become those of another. What is named nowhere is left behind. */
export interface ConverterDescriptor {
  /** Taken over as they are: `[property of the old type, property of the new one]`, or one name for both. */
  readonly same: readonly (string | readonly [from: string, to: string])[];
  /** One value that is a list now. */
  readonly wrapped?: readonly (readonly [from: string, to: string])[];
  /** Objects, alone or in lists, whose own type differs. */
  readonly nested?: readonly (readonly [from: string, to: string, by: () => (value: never) => unknown])[];
  /** Asked of the caller. */
  readonly given?: readonly string[];
}

/**
 * Makes the converter that a descriptor describes. It changes the shape, not the values: what the new edition no longer
 * allows is found when the message is checked.
 */
export function converter<Old, New, K extends keyof New = never>(
  descriptor: ConverterDescriptor,
): Converter<Old, New, K> {
  const { same, wrapped = [], nested = [], given = [] } = descriptor;
  const convert = (value: Old, asked?: Readonly<Record<string, (old: Old) => unknown>>): New => {
    const from = value as Readonly<Record<string, unknown>>;
    const out: Record<string, unknown> = {};
    const put = (to: string, found: unknown): void => {
      // An absent property stays absent, an own one called __proto__ stays a property.
      if (found !== undefined)
        Object.defineProperty(out, to, { value: found, enumerable: true, writable: true, configurable: true });
    };
    const own = (name: string): unknown => (Object.hasOwn(from, name) ? from[name] : undefined);
    for (const pair of same) {
      const [a, b] = typeof pair === "string" ? [pair, pair] : pair;
      put(b, own(a));
    }
    for (const [a, b] of wrapped) put(b, own(a) === undefined ? undefined : [own(a)]);
    for (const [a, b, by] of nested) {
      const inner = own(a);
      const change = by() as (value: unknown) => unknown;
      put(
        b,
        inner === undefined || inner === null
          ? inner
          : Array.isArray(inner)
            ? inner.map((v) => (v === null ? v : change(v)))
            : change(inner),
      );
    }
    for (const name of given) put(name, asked?.[name]?.(value));
    return out as New;
  };
  return convert as Converter<Old, New, K>;
}
