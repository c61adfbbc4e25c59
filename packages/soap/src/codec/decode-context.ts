import { END, START, TEXT, type XmlReader } from "@coo/xml";
import { shorten, type Violation } from "../issue.ts";
import type { SimpleContext, ValueWire } from "../simple/context.ts";
import { captureRaw } from "./raw.ts";
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
}

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
  /** The repeated element that ended because it stood often enough: another one is one too many. */
  full: { readonly name: string; readonly ns: string; readonly step: Step; readonly max: number } | undefined =
    undefined;

  constructor(reader: XmlReader, wire: ValueWire, strict: boolean, trail: Trail) {
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
        if (this.strict || known.has(reader.local, reader.ns)) {
          this.at = START;
          return;
        }
        this.keepAside();
      } else if (event === END) {
        this.at = END;
        return;
      } else if (event === TEXT && !/^[\t\n\r ]*$/.test(reader.text)) {
        const text = reader.text.trim();
        if (this.strict) this.fail({ code: "unexpected_text", actual: `"${shorten(text)}"` });
      }
    }
  }

  /** Takes the element at the reader as unknown and moves behind it. */
  keepAside(): void {
    const path = this.trail.path();
    this.unknown.push({ path, ...captureRaw(this.reader) });
  }

  lookupNamespace(prefix: string): string | undefined {
    return this.reader.lookupNamespace(prefix);
  }

  declareNamespace(): string {
    return "";
  }
}
