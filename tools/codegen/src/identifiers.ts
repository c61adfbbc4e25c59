/** Words that cannot be a variable or type name, and names that generated modules use themselves. */
const TAKEN = new Set(
  (
    "abstract any as async await bigint boolean break case catch class const constructor continue debugger declare default " +
    "delete do else enum export extends false finally for from function get global if implements import in infer " +
    "instanceof interface is keyof let module namespace never new null number object of package private protected public " +
    "readonly require return set static string super switch symbol this throw true try type typeof undefined unique " +
    "unknown using var void while with yield arguments eval NaN Infinity " +
    // used by the generated text
    "Uint8Array Record Partial Readonly Open Nil RawElement MessageDescriptor OperationDescriptor ServiceDescriptor " +
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
  return namespaceSlugs(ns)[0] as string;
}

/** Names for the file of a namespace, the best first; each tells one segment more than the one before. */
export function namespaceSlugs(ns: string): string[] {
  if (ns === "") return ["no-namespace"];
  const path = ns
    .replace(/^[a-z][a-z0-9+.-]*:(\/\/)?/i, "")
    .replace(/\.(xsd|wsdl|asmx|php|jws)$/i, "")
    .split(/[/:#?]+/)
    .filter((piece) => piece !== "");
  let from = path.length - 1;
  // A segment that says nothing on its own (a version, a date, "types") takes its parent along.
  while (from > 0 && path.length - from < 3 && SILENT.test(path[from] as string)) from--;
  const slugs: string[] = [];
  for (; from >= 0; from--) slugs.push(kebab(path.slice(from).join("-")) || "namespace");
  return slugs.length > 0 ? [...new Set(slugs)] : ["namespace"];
}

const SILENT = /^(v?\d[\d._-]*|types?|schemas?|xsd|wsdl|services?|soap|ws|message|messages|data|common)$/i;

/** Whether `text` can be the name of a file on every system. */
export function isFileName(text: string): boolean {
  return /^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u.test(text) && !/^(con|prn|aux|nul|com\d|lpt\d)$/.test(text);
}

/** `FooBar.baz` gives `foo-bar-baz`; letters outside ASCII stay. */
export function kebab(text: string): string {
  return text
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1-$2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}
