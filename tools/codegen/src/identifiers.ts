/** Words that cannot be a variable or type name, and names that generated modules use themselves. */
const TAKEN = new Set(
  (
    "abstract any as async await bigint boolean break case catch class const constructor continue debugger declare default " +
    "delete do else enum export extends false finally for from function get global if implements import in infer " +
    "instanceof interface is keyof let module namespace never new null number object of package private protected public " +
    "readonly require return set static string super switch symbol this throw true try type typeof undefined unique " +
    "unknown using var void while with yield arguments eval NaN Infinity " +
    // used by the generated text
    "Uint8Array Record Partial Readonly Open RawElement MessageDescriptor OperationDescriptor ServiceDescriptor " +
    "ComplexDescriptor SimpleDescriptor TypeDescriptor SubstituteDescriptor DerivedDescriptor " +
    "message operation service labels z Object Array String Number Boolean Symbol Promise Function"
  ).split(" "),
);

/** Whether `text` can stand as a property name without quotes. */
export function isPlainProperty(text: string): boolean {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$\u200c\u200d]*$/u.test(text);
}

/** Turns an XML name into a type name: `getFoo-bar` gives `GetFooBar`; Chinese stays, digits get `_` in front. */
export function typeIdentifier(local: string): string {
  const joined = local
    .split(/[^\p{ID_Continue}]+/u)
    .filter((piece) => piece !== "")
    .map((piece) => piece.charAt(0).toUpperCase() + piece.slice(1))
    .join("");
  return /^[\p{ID_Start}_]/u.test(joined) ? joined : `_${joined}`;
}

/** Turns an XML name into the name of a value: `Exchange-Service` gives `exchangeService`. */
export function valueIdentifier(local: string): string {
  const name = typeIdentifier(local);
  const lower = name.replace(/^\p{Lu}+(?=\p{Lu}[^\p{Lu}]|$)|^\p{Lu}/u, (head) => head.toLowerCase());
  return TAKEN.has(lower) ? `${lower}_` : lower;
}

/** Whether generated modules need `name` for themselves. */
export function isTaken(name: string): boolean {
  return TAKEN.has(name);
}

/** A namespace as the name of a file: its last telling segments, `http://tempuri.org/` gives `tempuri-org`. */
export function namespaceSlug(ns: string): string {
  if (ns === "") return "no-namespace";
  const path = ns
    .replace(/^[a-z][a-z0-9+.-]*:(\/\/)?/i, "")
    .replace(/\.(xsd|wsdl|asmx|php|jws)$/i, "")
    .split(/[/:#?]+/)
    .filter((piece) => piece !== "");
  const tail: string[] = [];
  for (let i = path.length - 1; i >= 0; i--) {
    tail.unshift(path[i] as string);
    // A segment that says nothing on its own (a version, a date, "types") takes its parent along.
    if (
      !/^(v?\d[\d._-]*|types?|schemas?|xsd|wsdl|services?|soap|ws|message|messages|data|common)$/i.test(
        path[i] as string,
      )
    )
      break;
    if (tail.length === 3) break;
  }
  return kebab(tail.join("-")) || "namespace";
}

/** `FooBar.baz` gives `foo-bar-baz`; letters outside ASCII stay. */
export function kebab(text: string): string {
  return text
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1-$2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}

/** Gives each asked name once; the second asker gets a suffix. Knows what it renamed. */
export class NameScope {
  readonly #used = new Set<string>();
  readonly renamed: { readonly wanted: string; readonly given: string }[] = [];

  /** Takes `wanted`, else the first free of `wanted + fallback`, `wanted2`, `wanted3` … */
  claim(wanted: string, fallback = ""): string {
    let name = wanted;
    if (!this.#free(name) && fallback !== "") name = wanted + fallback;
    for (let n = 2; !this.#free(name); n++) name = `${wanted}${fallback}${n}`;
    this.#used.add(name);
    if (name !== wanted) this.renamed.push({ wanted, given: name });
    return name;
  }

  #free(name: string): boolean {
    return !isTaken(name) && !this.#used.has(name);
  }
}
