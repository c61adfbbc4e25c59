/**
 * The narrow entry that generated code imports. Its shape is frozen: when the runtime must change what generated
 * code sees, `gen2` is added and this file stays.
 *
 * Descriptors are plain data, and all else here but {@link fitsPattern} is types. They say everything the codec needs about a message — names, order, namespaces,
 * occurrence, facets — and hold no behaviour.
 *
 * @module
 */

export { fitsPattern } from "./simple/fits-pattern.ts";
export { isWritable } from "./simple/is-writable.ts";

/** How a simple value looks in JavaScript. `bytes` is a `Uint8Array`; `list` an array of `item`; `union` any of `members`. */
export type ValueKind = "string" | "number" | "boolean" | "bytes" | "list" | "union";

/** A simple type with all facets of its derivation chain folded in. */
export interface SimpleDescriptor {
  readonly k: "simple";
  /** Local name of the type, for messages; absent on anonymous types. */
  readonly name?: string;
  /** Namespace of `name`; given where messages of the SOAP encoding name the type in their text. */
  readonly ns?: string;
  /** The XSD built-in type it derives from: its lexical and value space apply beside the facets (`int`, `decimal`, `date`, `token` …). */
  readonly builtin: string;
  readonly js: ValueKind;
  /** Default `collapse`; `preserve` for `string`, `replace` for `normalizedString`. */
  readonly ws?: "preserve" | "replace" | "collapse";
  /** ECMAScript sources for the `v` flag, unanchored, one an XSD derivation step; a value must match all of them whole. */
  readonly patterns?: readonly string[];
  /** An engine of ECMAScript decides every pattern quickly for any text, as the generator found; others need `with/patterns`. */
  readonly quick?: true;
  /** Allowed values as lexical forms, closed. */
  readonly enum?: readonly string[];
  readonly length?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly totalDigits?: number;
  readonly fractionDigits?: number;
  readonly minInclusive?: string;
  readonly maxInclusive?: string;
  readonly minExclusive?: string;
  readonly maxExclusive?: string;
  /** Item type of a list. */
  readonly item?: SimpleDescriptor;
  /** Member types of a union, in order. */
  readonly members?: readonly SimpleDescriptor[];
}

/** An attribute; its value stands under `prop` in the object. */
export interface AttributeDescriptor {
  readonly prop: string;
  readonly name: string;
  /** Namespace, `""` for none (the usual case). */
  readonly ns: string;
  readonly type: SimpleDescriptor;
  readonly required?: true;
  /** Filled in when the attribute is absent on reading; not written when equal. */
  readonly default?: string;
  readonly fixed?: string;
}

/** A namespace wildcard. `namespaces` lists what is allowed; `"##any"`, `"##other"` stand alone; `""` is no namespace. */
export interface WildcardDescriptor {
  readonly namespaces: "##any" | "##other" | readonly string[];
  /** With `##any`: namespaces that are not allowed all the same. */
  readonly not?: readonly string[];
  /** Target namespace of the schema, what `##other` excludes. */
  readonly target: string;
  /** Names that are excluded, `{ns}local`. */
  readonly notNames?: readonly string[];
  readonly process: "strict" | "lax" | "skip";
}

/** An element particle; its value stands under `prop`: a scalar when `max` is 1, else an array. */
export interface ElementParticle {
  readonly k: "el";
  readonly prop: string;
  readonly name: string;
  /** Namespace on the wire, `""` for an unqualified local element. */
  readonly ns: string;
  readonly type: TypeDescriptor | (() => TypeDescriptor);
  readonly min: number;
  /** `-1` is unbounded. */
  readonly max: number;
  readonly nillable?: true;
  readonly default?: string;
  readonly fixed?: string;
  /** Elements that may stand here instead (substitution group); the object then is `{ $element: name, …}` tagged. */
  readonly substitutes?: () => readonly SubstituteDescriptor[];
  /** True when the element itself is abstract and only a substitute may stand here. */
  readonly abstract?: true;
  /** Identity constraints declared on the element. */
  readonly keys?: readonly IdentityDescriptor[];
  /** Values of `$type` that the declaration blocks; `*` where the declared type is simple or any: all but itself. */
  readonly blocked?: readonly string[];
}

/** A path of an identity constraint: steps down from an element, at last an attribute of what they lead to. */
export interface PathDescriptor {
  /** Starts at any depth (`.//`). */
  readonly deep?: true;
  /** `"*"` as name is any name; `"*"` as namespace any namespace. */
  readonly steps: readonly { readonly name: string; readonly ns: string }[];
  readonly attribute?: { readonly name: string; readonly ns: string };
}

/** xs:key, xs:unique or xs:keyref. */
export interface IdentityDescriptor {
  readonly kind: "key" | "unique" | "keyref";
  /** `{ns}local`. */
  readonly name: string;
  /** The key or unique that a keyref refers to. */
  readonly refer?: string;
  /** Alternatives. */
  readonly selector: readonly PathDescriptor[];
  /** Alternatives of each field. */
  readonly fields: readonly (readonly PathDescriptor[])[];
}

/** A member of a substitution group. `tag` is the value of `$element` (the head itself included when not abstract). */
export interface SubstituteDescriptor {
  readonly tag: string;
  readonly name: string;
  readonly ns: string;
  readonly type: TypeDescriptor | (() => TypeDescriptor);
  readonly nillable?: true;
  readonly default?: string;
  readonly fixed?: string;
  /** Identity constraints declared on the element. */
  readonly keys?: readonly IdentityDescriptor[];
  readonly blocked?: readonly string[];
}

/**
 * A group particle. With `max` 1 its members lie flat in the parent object; a `choice` then allows one branch.
 * With `max` other than 1 the group needs `prop`: an array of objects, one a repetition. In a repeated `choice` each
 * item has exactly one branch's properties.
 */
export interface GroupParticle {
  readonly k: "seq" | "choice" | "all";
  readonly items: readonly Particle[];
  readonly min: number;
  readonly max: number;
  readonly prop?: string;
}

/** A wildcard particle; elements are kept under `prop` as an array of {@link RawElement}. */
export interface AnyParticle extends WildcardDescriptor {
  readonly k: "any";
  readonly prop: string;
  readonly min: number;
  readonly max: number;
}

export type Particle = ElementParticle | GroupParticle | AnyParticle;

/** An element kept as text, self-contained: all prefixes it uses are declared in it. */
export interface RawElement {
  readonly name: string;
  readonly ns: string;
  readonly xml: string;
}

/**
 * A complex type. Property `$value` holds the text of simple content, `$type` the local name of the type found under
 * `xsi:type` where `derived` is given, `$mixed` the ordered content of a mixed type.
 */
export interface ComplexDescriptor {
  readonly k: "complex";
  readonly name: string;
  readonly ns: string;
  /** The schema gives the type no name, so that no text can name it; stated for messages of the SOAP encoding. */
  readonly anonymous?: true;
  readonly attrs?: readonly AttributeDescriptor[];
  readonly anyAttr?: WildcardDescriptor;
  /** Absent: empty content (or simple content, see `text`). */
  readonly content?: Particle;
  /** Open content: elements that may stand between those of the content, kept under `prop`; written behind them. */
  readonly open?: AnyParticle;
  /** Simple content. */
  readonly text?: SimpleDescriptor;
  readonly mixed?: true;
  readonly abstract?: true;
  /** This type, unless abstract, and all types derived from it: candidates for `xsi:type`, tagged by `$type`. */
  readonly derived?: () => readonly DerivedDescriptor[];
  /** The value is a SOAP-encoded array (rpc/encoded): items under this element. */
  readonly soapArray?: SoapArrayDescriptor;
}

/** An array of the SOAP encoding. Items of an array of arrays are of a complex type with an array of its own. */
export interface SoapArrayDescriptor {
  readonly item: TypeDescriptor | (() => TypeDescriptor);
  readonly itemName: string;
  /** As the schema gives it, `{ns}local[]`. */
  readonly arrayType: string;
  /** Number of dimensions where there are several: the value is arrays in arrays then. */
  readonly dimensions?: number;
}

export interface DerivedDescriptor {
  /** Value of `$type`. */
  readonly tag: string;
  readonly type: () => ComplexDescriptor;
}

/** The ur-type: content is kept as one {@link RawElement}. */
export interface AnyTypeDescriptor {
  readonly k: "anyType";
}

export type TypeDescriptor = SimpleDescriptor | ComplexDescriptor | AnyTypeDescriptor;

/** A global element declaration. */
export interface ElementDescriptor {
  readonly name: string;
  readonly ns: string;
  readonly type: TypeDescriptor | (() => TypeDescriptor);
  readonly nillable?: true;
  readonly abstract?: true;
  readonly default?: string;
  readonly fixed?: string;
  /** Identity constraints declared on the element. */
  readonly keys?: readonly IdentityDescriptor[];
  readonly blocked?: readonly string[];
}

/** A global attribute declaration. */
export interface GlobalAttributeDescriptor {
  readonly name: string;
  readonly ns: string;
  readonly type: SimpleDescriptor;
  readonly fixed?: string;
}

/** A named type and what it derives from. */
export interface NamedTypeDescriptor {
  readonly name: string;
  readonly ns: string;
  readonly type: TypeDescriptor | (() => TypeDescriptor);
  /** Names of the types it derives from, `{ns}local`, the nearest first; without anonymous ones and XML Schema's own. */
  readonly bases: readonly string[];
}

/**
 * Every global declaration of a set of schemas: what whole documents, strict and lax wildcards and xsi:type on elements
 * of any type are looked up in. A module of its own, so that messages that need none of this do not carry it.
 */
export interface SchemaRegistry {
  readonly k: "registry";
  readonly elements: readonly ElementDescriptor[];
  readonly attributes: readonly GlobalAttributeDescriptor[];
  readonly types: readonly NamedTypeDescriptor[];
  /** Some type holds xs:ID, a reference to one or the name of an entity: documents are looked through for them. */
  readonly ids?: true;
}

/** A message body. `T` is its TypeScript type and exists for the compiler only. */
export interface MessageDescriptor<T> {
  readonly k: "message";
  /** Name of the type or element, e.g. `QueryBranchesRequest`. */
  readonly name: string;
  readonly type: TypeDescriptor | (() => TypeDescriptor);
  /** The global element, where the message is one. */
  readonly element?: { readonly name: string; readonly ns: string };
  /** Identity constraints declared on the element. */
  readonly keys?: readonly IdentityDescriptor[];
  /** Never present at run time. */
  readonly "~type"?: T;
}

/** One wsdl:part. */
export interface PartDescriptor {
  readonly name: string;
  /** Element part, or type part (rpc) whose wire element is named like the part. */
  readonly element?: { readonly name: string; readonly ns: string };
  readonly type: TypeDescriptor | (() => TypeDescriptor);
}

/** A part that travels beside the envelope as an attachment (MIME): bytes, whatever type the description gives it. */
export interface AttachmentDescriptor {
  readonly name: string;
  /** Media types that the description allows. */
  readonly contentTypes: readonly string[];
}

/** How an operation lies in the SOAP body at one port. */
export interface BindingDescriptor {
  readonly port: string;
  readonly soapVersion: "1.1" | "1.2";
  readonly style: "document" | "rpc";
  readonly use: "literal" | "encoded";
  readonly soapAction: string;
  /** The wrapper element of request and response (document: the part's element; rpc: operation name in its namespace). */
  readonly input: { readonly name: string; readonly ns: string; readonly parts: readonly PartDescriptor[] };
  readonly output?: { readonly name: string; readonly ns: string; readonly parts: readonly PartDescriptor[] };
  /** Header parts of the request. */
  readonly headers?: readonly PartDescriptor[];
  /** Header parts of the answer. */
  readonly outputHeaders?: readonly PartDescriptor[];
  /** Header parts by which errors about header parts are reported. */
  readonly headerFaults?: readonly PartDescriptor[];
  /** Parts of the request that travel as attachments; they are described, not spoken. */
  readonly attachments?: readonly AttachmentDescriptor[];
  /** The same of the answer. */
  readonly outputAttachments?: readonly AttachmentDescriptor[];
  /** `string`: the parts carry the payload as text; `typed`: as elements. */
  readonly shape: "string" | "typed";
}

export type Direction = "call" | "push";

/** How a paged operation is iterated. Paths are property names joined by `.`. */
export interface PagingDescriptor {
  readonly page: string;
  readonly size: string;
  readonly from?: string;
  readonly to?: string;
  readonly items: string;
  readonly total?: string;
  /** Properties of an item that identify it. */
  readonly key: readonly string[];
  /** Property of an item that orders it in time. */
  readonly time?: string;
}

/** One operation. `direction` is seen from the platform: `call` we send, `push` we receive. */
export interface OperationDescriptor<Request, Response, D extends Direction = Direction> {
  readonly k: "operation";
  readonly name: string;
  readonly direction: D;
  /** Interface number 1–18, where the manifest gives one. */
  readonly no?: number;
  readonly nameZh?: string;
  readonly nameEn?: string;
  readonly kind?: "standard" | "non-standard";
  /** A read may be repeated; a write never is by itself. */
  readonly effect: "read" | "write";
  readonly request: MessageDescriptor<Request>;
  readonly response: MessageDescriptor<Response>;
  readonly faults?: readonly MessageDescriptor<unknown>[];
  readonly bindings: readonly BindingDescriptor[];
  readonly paging?: PagingDescriptor;
  /** True for a one-way operation. */
  readonly oneWay?: true;
}

/** No header part. */
// oxlint-disable-next-line typescript/no-generated-empty-object-type -- that is what it says
export type NoHeaders = Readonly<Record<never, never>>;

/**
 * Said of an operation whose description binds SOAP header parts. It exists for the compiler only: each side names its
 * parts as properties of their types; `faults` are those by which errors about header parts are reported.
 */
export interface Headed<Request, Response = NoHeaders, Faults = NoHeaders> {
  /** Never present at run time. */
  readonly "~headers"?: { readonly request: Request; readonly response: Response; readonly faults: Faults };
}

/**
 * Said of an operation whose messages have parts that travel as attachments. It exists for the compiler only: `Request`
 * and `Response` name the parts as properties of bytes.
 */
// oxlint-disable-next-line typescript/no-generated-empty-object-type -- an operation may have none in one direction
export interface Attached<Request, Response = Readonly<Record<never, Uint8Array>>> {
  /** Never present at run time. */
  readonly "~attachments"?: { readonly request: Request; readonly response: Response };
}

/** A group of operations of one area and edition; what `createClient` and `createReceiver` take. */
export interface ServiceDescriptor<Operations extends OperationMap = OperationMap> {
  readonly k: "service";
  readonly name: string;
  readonly edition: string;
  /** Namespace of the SOAP wrappers in the string shape. */
  readonly namespace: string;
  readonly operations: Operations;
}

// oxlint-disable-next-line typescript/no-explicit-any -- the map must accept operations of any message type
export type OperationMap = Readonly<Record<string, OperationDescriptor<any, any>>>;

/**
 * A nillable element that is nil and has attributes: `Attributes` of its type `T`, and nothing of its content. Where an
 * attribute is required, `null` alone cannot stand for the element.
 */
export type Nil<T, Attributes extends keyof T> = { $nil: true } & Pick<T, Attributes> & {
    [Property in Exclude<keyof T, Attributes>]?: never;
  };

/** Known values are offered by editors, others pass: an enumeration on the reading side. */
export type Open<Known extends string> = Known | (string & Record<never, never>);

/** Marks `descriptor` as the message whose TypeScript type is `T`. */
export function message<T>(descriptor: Omit<MessageDescriptor<T>, "k" | "~type">): MessageDescriptor<T> {
  return { k: "message", ...descriptor };
}

/** Marks `descriptor` as an operation with the given message types and direction. */
export function operation<Request, Response, D extends Direction>(
  descriptor: Omit<OperationDescriptor<Request, Response, D>, "k">,
): OperationDescriptor<Request, Response, D> {
  return { k: "operation", ...descriptor };
}

/** Marks `descriptor` as a service. */
export function service<Operations extends OperationMap>(
  descriptor: Omit<ServiceDescriptor<Operations>, "k">,
): ServiceDescriptor<Operations> {
  return { k: "service", ...descriptor };
}
