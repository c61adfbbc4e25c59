import { END, START, TEXT, type XmlReader } from "@coo/xml";
import type { ElementDescriptor, RawElement, TypeDescriptor } from "../gen1.ts";
import { shorten, type Violation } from "../issue.ts";
import type { SimpleContext, ValueWire } from "../simple/context.ts";
import { captureRaw } from "./raw.ts";
import type { Registry } from "./registry.ts";
import { type Step, Stop, type Trail } from "./trail.ts";

/** An element that the descriptor does not know, kept when reading tolerantly. */
export interface UnknownElement {
  /** Path of the object it stood in. */
  readonly path: string;
  readonly name: string;
  readonly ns: string;
  /** Its text, standing alone. */
  readonly xml: string;
}

/** Which elements a type knows, so that a tolerant reader can leave out all others. */
export interface Known {
  has(name: string, ns: string): boolean;
  /** Whether exactly one particle can take it. */
  once(name: string, ns: string): boolean;
  /** Takes an element of open content. */
  readonly open?: (context: DecodeContext, known: Known) => boolean;
}

/** Global declarations with the readers that go with them. */
export interface Declarations extends Registry {
  reader(element: ElementDescriptor): ValueReader;
  typeReader(type: TypeDescriptor): ValueReader;
}

/** Reads the element at a START event up to its END; `undefined` when it is wrong, the issue is noted then. */
export type ValueReader = (context: DecodeContext, step: Step | undefined, index: number) => unknown;

/** What all readers of one message share. The reader stands on the event `at`: a child's START, or the parent's END. */
export class DecodeContext implements SimpleContext {
  violation: Violation | undefined = undefined;
  readonly booleans: ValueWire["booleans"];
  readonly lineBreaks: ValueWire["lineBreaks"];
  readonly emptyValues: ValueWire["emptyValues"];
  readonly strict: boolean;
  readonly reader: XmlReader;
  readonly trail: Trail;
  readonly unknown: UnknownElement[] = [];
  at: 1 | 2 = START;
  /** Offset of the element whose xsi:nil was allowed. */
  nilAccepted = -1;
  /** Default of the element about to be read, for types with simple content. */
  standard: string | undefined = undefined;
  /** Elements of open content of the type being read. */
  opened: RawElement[] | undefined = undefined;
  /** Offset of the item of an array whose position was read. */
  positioned = -1;
  /** Items of partially transmitted arrays that were filled in so far. */
  filled = 0;
  /** Text may stand between the elements being read: they are mixed content. */
  mixed = false;
  /**
   * What was read of raw elements and of mixed content beside their text, kept while somebody will ask: for
   * constraints that reach into them.
   */
  typed: Map<object, unknown> | undefined = undefined;
  /** The repeated element that ended because it stood often enough: another one is one too many. */
  full: { readonly name: string; readonly ns: string; readonly step: Step; readonly max: number } | undefined =
    undefined;

  /** Global declarations, for what wildcards let in; only where a document is read with them. */
  readonly registry: Declarations | undefined;

  constructor(reader: XmlReader, wire: ValueWire, strict: boolean, trail: Trail, registry?: Declarations) {
    this.registry = registry;
    this.reader = reader;
    this.booleans = wire.booleans;
    this.lineBreaks = wire.lineBreaks;
    this.emptyValues = wire.emptyValues;
    this.strict = strict;
    this.trail = trail;
  }

  /** Notes a broken rule at the reader's place and goes on, or stops when there are enough. */
  fail(violation: Violation, step?: Step, index = -1, offset?: number): void {
    const place = this.reader.position(offset ?? this.reader.startOffset);
    if (this.trail.report(violation, step, index, place)) throw new Stop();
  }

  /** Notes the rule that a simple reader left behind. */
  failed(step?: Step, index = -1, offset?: number): void {
    this.fail(this.violation as Violation, step, index, offset);
  }

  /** Moves to the next child or the end of element content; white space between is passed over. */
  advance(known: Known): void {
    const { reader } = this;
    for (;;) {
      const event = reader.next();
      if (event === START) {
        if (known.open?.(this, known)) continue;
        if (this.strict || known.has(reader.local, reader.ns)) {
          this.at = START;
          return;
        }
        this.keepAside();
      } else if (event === END) {
        this.at = END;
        return;
      } else if (event === TEXT && !this.mixed && !/^[\t\n\r ]*$/.test(reader.text)) {
        const text = reader.text.trim();
        if (this.strict) this.fail({ code: "unexpected_text", actual: `"${shorten(text)}"` });
      }
    }
  }

  // Where `stray` has looked already.
  #looked = -1;

  /**
   * Called where an element does not fit a particle. Notes and passes over one that cannot fit any later particle either,
   * so that one mistake is reported once and what follows is still read.
   *
   * @returns Whether the reader has moved on.
   */
  stray(known: Known): boolean {
    const { reader, full } = this;
    if (this.at !== START || this.#looked === reader.startOffset) return false;
    this.#looked = reader.startOffset;
    const { local, ns } = reader;
    if (full && full.name === local && full.ns === ns && known.once(local, ns)) {
      this.fail({ code: "max_occurs", limit: full.max, actual: full.max + 1 }, full.step);
    } else if (!known.has(local, ns)) {
      this.fail({ code: "unexpected_element", actual: `<${shorten(reader.qname)}>`, limit: "" });
    } else return false;
    reader.skip();
    this.advance(known);
    return true;
  }

  /** Takes the element at the reader as unknown and moves behind it. */
  keepAside(): void {
    const path = this.trail.path();
    const { name, ns, xml } = captureRaw(this.reader);
    // One that stands again and again is kept once: what lives on is what a collection has to copy.
    const last = this.unknown.at(-1);
    const isAgain =
      last !== undefined && last.xml === xml && last.path === path && last.name === name && last.ns === ns;
    this.unknown.push(isAgain ? last : { path, name, ns, xml });
  }

  /** Bindings of an element whose text holds prefixes: they end before the text has been read. */
  #scope: ReadonlyMap<string, string> | undefined = undefined;

  keepScope(): void {
    this.#scope = new Map(this.reader.namespaces());
  }

  dropScope(): void {
    this.#scope = undefined;
  }

  lookupNamespace(prefix: string): string | undefined {
    if (this.#scope && prefix !== "xml") return this.#scope.get(prefix) ?? (prefix === "" ? "" : undefined);
    return this.reader.lookupNamespace(prefix);
  }

  declareNamespace(): string {
    return "";
  }
}
