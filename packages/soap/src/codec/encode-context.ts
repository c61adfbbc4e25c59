import { SoapError } from "../errors.ts";
import type { Violation } from "../issue.ts";
import type { SimpleContext, ValueWire } from "../simple/context.ts";
import type { Declarations } from "./decode-context.ts";
import { XML_NS } from "./names.ts";
import { type Step, Stop, type Trail } from "./trail.ts";

/** Objects nested deeper than this are taken for cycles; readers stop at 100 elements, envelope included. */
const MAX_DEPTH = 90;

/** What all writers of one message share. */
export class EncodeContext implements SimpleContext {
  /** Text written so far. */
  out = "";
  /** Whether xsi: was used; the root then declares it. */
  usesXsi = false;
  violation: Violation | undefined = undefined;
  readonly booleans: ValueWire["booleans"];
  readonly lineBreaks: ValueWire["lineBreaks"];
  readonly emptyValues: ValueWire["emptyValues"];
  readonly strict: boolean;
  readonly trail: Trail;
  /** What mixed content holds beside its text, kept while somebody will ask. */
  typed: Map<object, unknown> | undefined = undefined;
  /** Global declarations, for what wildcards let in; only where a document is written with them. */
  readonly registry: Declarations | undefined;
  #declared: string[] = [];

  constructor(wire: ValueWire, strict: boolean, trail: Trail, registry?: Declarations) {
    this.registry = registry;
    this.booleans = wire.booleans;
    this.lineBreaks = wire.lineBreaks;
    this.emptyValues = wire.emptyValues;
    this.strict = strict;
    this.trail = trail;
  }

  /** Notes a broken rule and goes on, or stops when there are enough. */
  fail(violation: Violation, step?: Step, index = -1): void {
    if (this.trail.report(violation, step, index)) throw new Stop();
  }

  /** Notes the rule that a simple writer left behind. */
  failed(step?: Step, index = -1): void {
    this.fail(this.violation as Violation, step, index);
  }

  enter(step: Step, index: number): void {
    if (this.trail.depth >= MAX_DEPTH) {
      throw new SoapError(
        "SOAP_DESCRIPTOR",
        `the object is nested deeper than ${MAX_DEPTH} levels, or contains itself`,
        `对象嵌套超过 ${MAX_DEPTH} 层,或包含自身`,
      );
    }
    this.trail.enter(step, index);
  }

  lookupNamespace(): undefined {
    return undefined;
  }

  /** A prefix for a QName value; {@link takeDeclarations} gives its declaration. */
  declareNamespace(ns: string): string {
    if (ns === XML_NS) return "xml";
    let index = this.#declared.indexOf(ns);
    if (index < 0) index = this.#declared.push(ns) - 1;
    return `q${index}`;
  }

  get hasDeclarations(): boolean {
    return this.#declared.length > 0;
  }

  /** Namespaces of the prefixes handed out since the last call, in order. */
  takeDeclarations(): readonly string[] {
    const taken = this.#declared;
    this.#declared = [];
    return taken;
  }
}
