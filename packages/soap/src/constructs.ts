import type * as encode from "@coo/xml";
import type * as patterns from "@coo/xml/pattern";
import type * as ambiguity from "./codec/ambiguity.ts";
import type * as arrayRead from "./codec/decode-array.ts";
import type * as attributesRead from "./codec/decode-attributes.ts";
import type * as derivedRead from "./codec/decode-derived.ts";
import type * as groupRead from "./codec/decode-groups.ts";
import type * as mixed from "./codec/decode-mixed.ts";
import type * as wildRead from "./codec/decode-wild.ts";
import type * as arrayWrite from "./codec/encode-array.ts";
import type * as attributesWrite from "./codec/encode-attributes.ts";
import type * as derivedWrite from "./codec/encode-derived.ts";
import type * as groupWrite from "./codec/encode-groups.ts";
import type * as rawWrite from "./codec/encode-raw.ts";
import type * as tagsRead from "./codec/fast/attributed-reader.ts";
import type * as tagsWrite from "./codec/fast/attributed-writer.ts";
import type * as fixedContent from "./codec/fixed-content.ts";
import type * as identity from "./codec/identity.ts";
import type * as instances from "./codec/instance-tree.ts";
import type * as json from "./codec/json.ts";
import { SoapError } from "./errors.ts";
import type * as charset from "./message/charset.ts";
import type * as heads from "./message/head-placement.ts";
import type * as jsonAnswer from "./message/json-answer.ts";
import type * as references from "./message/multi-ref.ts";
import type * as unqualified from "./message/unqualified.ts";
import type * as lists from "./simple/lists.ts";
import type * as qnames from "./simple/qname-codec.ts";
import type { WireProfile } from "./wire-profile.ts";

/**
 * What only some schemas and wire profiles need. Each is a module of `with/`, which puts itself here when it is imported;
 * generated code imports those that its schema uses, and a bundler leaves out all others.
 */
export interface Constructs {
  /** Declared attributes and attribute wildcards. */
  readonly attributes: Pick<typeof attributesRead, "attributesReader"> &
    Pick<typeof attributesWrite, "attributesWriter">;
  /** Texts in GBK and GB18030. */
  readonly charsets: Pick<typeof encode, "encodeText"> & Pick<typeof charset, "encodeWithReferences" | "fitCharset">;
  /** Abstract and derived types, substitution groups, blocked types. */
  readonly derived: typeof derivedRead & typeof derivedWrite;
  /** rpc/encoded: arrays, references, missing namespaces. */
  readonly encoded: Pick<typeof arrayRead, "arrayReader"> &
    Pick<typeof arrayWrite, "arrayWriter"> &
    Pick<typeof references, "resolveReferences"> &
    Pick<typeof unqualified, "unqualified">;
  /** xs:all, repeated groups, content models that cannot be read straight ahead. */
  readonly groups: typeof groupRead & typeof groupWrite & Pick<typeof ambiguity, "isAmbiguous">;
  /** The head in a SOAP header block or in HTTP headers. */
  readonly heads: typeof heads;
  /** xs:key, xs:unique, xs:keyref. */
  readonly identity: Pick<typeof identity, "checkIdentity"> & Pick<typeof instances, "instanceNode">;
  /** Answers as JSON. */
  readonly json: Pick<typeof json, "decodeJson" | "encodeJson"> &
    Pick<typeof jsonAnswer, "readJsonAnswer" | "writeJsonAnswer">;
  /** xs:list, xs:union. */
  readonly lists: typeof lists;
  /** Patterns that can keep an engine of ECMAScript busy for long. */
  readonly patterns: Pick<typeof patterns, "compilePattern">;
  /** QName and NOTATION. */
  readonly qnames: typeof qnames;
  /** Start tags with attributes and xsi:type, read and written as bytes; comes with `attributes` and `derived`. */
  readonly startTags: Pick<typeof tagsRead, "attributedElement" | "readAttributed" | "standardAttributes"> &
    Pick<typeof tagsWrite, "attributeWriters" | "namedTypes" | "writeAttributes" | "writeNamed">;
  /** Element wildcards, open and mixed content, elements of any type. */
  readonly wildcards: Pick<
    typeof wildRead,
    "anyReader" | "captureChecked" | "checkAnyType" | "checkAttribute" | "openReader" | "readWild"
  > &
    Pick<typeof rawWrite, "anyWriter" | "rawWriter" | "writeMixed"> &
    Pick<typeof mixed, "readMixed"> &
    Pick<typeof fixedContent, "isFixedContent">;
}

const loaded: Partial<Constructs> = {};

/** Makes constructs known. */
export function load(constructs: Partial<Constructs>): void {
  Object.assign(loaded, constructs);
}

/** Whether a construct is known. */
export function isLoaded(name: keyof Constructs): boolean {
  return loaded[name] !== undefined;
}

/** @throws {@link SoapError} `SOAP_DESCRIPTOR` when nobody imported it. */
export function construct<Name extends keyof Constructs>(name: Name): Constructs[Name] {
  const found = loaded[name];
  if (found === undefined) throw notLoaded(name, name);
  return found as Constructs[Name];
}

/**
 * What a wire profile needs beyond the usual.
 *
 * @throws {@link SoapError} `SOAP_DESCRIPTOR` when nobody imported it.
 */
export function checkLoaded(wire: Pick<WireProfile, "answer" | "charset" | "head">): void {
  if (wire.answer === "json-string") construct("json");
  if (wire.charset !== "UTF-8") construct("charsets");
  if (wire.head === "soap-header" || wire.head === "http-headers") construct("heads");
}

/** What to do where a descriptor or a profile needs what nobody imported. */
export function notLoaded(what: string, name: string): SoapError {
  const entry = `import "@coo/soap/with/${name}"`;
  return new SoapError("SOAP_DESCRIPTOR", `${what} is not loaded: ${entry}`, `${what} 尚未加载: ${entry}`);
}
