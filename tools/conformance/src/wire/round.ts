import { isDeepStrictEqual } from "node:util";
import {
  buildRequest,
  buildResponse,
  decodeBody,
  decodeElement,
  encodeBody,
  encodeElement,
  isSoapError,
  type MessageDescriptor,
  type MessageKind,
  readRequest,
  readResponse,
  resolveWireProfile,
  type WireProfile,
} from "@coo/soap";
import type { Model, WsdlPart } from "@coo/wsdl";
import { isXmlError } from "@coo/xml";
import type { EncodedMessage } from "./encoded-peer.ts";
import { firstDifference } from "./first-difference.ts";
import { type Instance, Instances, type MessageShape, NoInstance } from "./instances.ts";
import { difference, type Item } from "./item.ts";
import type { BoundOperation } from "./operations.ts";
import { alphabetical, rearranged, shuffled } from "./orders.ts";
import { JUDGE_NS, type JudgedRoot } from "./schema-set.ts";

/** A document for the validators. */
export interface Judged {
  readonly name: string;
  readonly text: string;
  /** Why validators cannot judge it, by name. */
  readonly blind: string | null;
}

/** Figures of a run. */
export class Tally {
  operations = 0;
  readonly styles = new Map<string, number>();
  messages = 0;
  instances = 0;
  bytes = 0;
  offered = 0;
  covered = 0;
  readonly #judged = new Map<string, number>();
  readonly #cannot = new Map<string, number>();

  judged(judge: string): void {
    this.#judged.set(judge, (this.#judged.get(judge) ?? 0) + 1);
  }

  /** @param reason - Name of what cannot be judged, and why. */
  cannot(judge: string, reason: string): void {
    const key = `${judge} cannot judge ${reason}`;
    this.#cannot.set(key, (this.#cannot.get(key) ?? 0) + 1);
  }

  reasons(): string[] {
    return [...this.#cannot].map(([reason, n]) => (n > 1 ? `${reason} (${n} instances)` : reason));
  }

  figures(xerces: boolean): string[] {
    const styles = [...this.styles].map(([style, n]) => `${n} ${style}`).join(", ");
    const unjudged = this.reasons();
    return [
      `${this.operations} operations at their bindings (${styles}), ${this.messages} messages, ${this.instances} instances, ${this.bytes} bytes`,
      `${this.covered} of ${this.offered} optional parts, branches, derived types and substitutes stood in one`,
      `judged by libxml2: ${this.#judged.get("libxml2") ?? 0}, by Xerces: ${xerces ? (this.#judged.get("Xerces") ?? 0) : "not here (needs java)"}`,
      ...unjudged.slice(0, 60),
      ...(unjudged.length > 60 ? [`… ${unjudged.length - 60} more`] : []),
    ];
  }
}

export interface ExchangeAll {
  readonly name: string;
  readonly pair: BoundOperation;
  readonly model: Model;
  /** Filled: roots that the judges' schema needs. */
  readonly roots: JudgedRoot[];
  /** Filled: documents for the judges. */
  readonly documents: Judged[];
  /** Filled: messages of the SOAP encoding for foreign stacks. */
  readonly encoded: EncodedMessage[];
  /** Description that the messages are of. */
  readonly wsdl: string;
  readonly random: () => number;
  readonly tally: Tally;
  readonly fail: (why: string) => void;
}

/** Puts instances of all messages of an operation on the wire and back. */
export function exchangeAll(all: ExchangeAll): void {
  const { pair, tally } = all;
  tally.operations++;
  tally.styles.set(pair.style, (tally.styles.get(pair.style) ?? 0) + 1);
  const wire = resolveWireProfile({ soapVersion: pair.soapVersion });
  if (pair.request) body(all, "request", pair.request, wire);
  if (pair.response) body(all, "response", pair.response, wire);
  pair.model.operation.faults.forEach((fault, i) => {
    const [part] = fault.message.parts;
    const descriptor = pair.descriptor.faults?.[i];
    if (!descriptor) return all.fail(`fault ${fault.name} has no descriptor`);
    if (part?.element) element(all, `fault ${fault.name}`, part, descriptor);
  });
}

function body(all: ExchangeAll, kind: MessageKind, shape: MessageShape, wire: WireProfile): void {
  const { pair, tally } = all;
  const operation = pair.descriptor;
  const [only] = shape.parts;
  const ownRoot = shape.style === "document" && shape.parts.length === 1 && only?.element;
  const root = `r${all.roots.length}`;
  if (!ownRoot)
    all.roots.push({
      name: root,
      parts: shape.parts,
      bare: shape.style === "document" && only !== undefined && shape.parts.length === 1,
    });
  const encode = (value: unknown): string => encodeBody(operation, wire, kind, value as never);
  each(all, kind, shape, (instance) => {
    const text = encode(instance.value);
    for (const order of [alphabetical, shuffled(all.random)]) {
      if (encode(rearranged(instance.value, order)) !== text) return "keys in another order give other bytes";
    }
    const content = { operation, wire, head: [], bodyText: text };
    const built = kind === "request" ? buildRequest(content) : buildResponse(content);
    tally.bytes += built.body.length;
    const ns =
      wire.soapVersion === "1.1"
        ? "http://schemas.xmlsoap.org/soap/envelope/"
        : "http://www.w3.org/2003/05/soap-envelope";
    const soapBody: Item = { ns, local: "Body", attributes: new Map(), content: [...instance.items] };
    const envelope: Item = { ns, local: "Envelope", attributes: new Map(), content: [soapBody] };
    const wrong = difference(new TextDecoder().decode(built.body), envelope, { encoded: shape.use === "encoded" });
    if (wrong !== null) return `not what was expected: ${wrong}`;
    if (instance.items.length > 0 || !ownRoot) {
      all.documents.push({
        name: all.name,
        text: judgeText(text, ownRoot ? null : root, shape.use),
        blind: instance.blind,
      });
    }
    const read =
      kind === "request"
        ? readRequest(built.body, built.headers, { wire, services: [pair.service] })
        : readResponse(built.body, built.headers, 200, { operation, wire });
    if ("fault" in read) return "a fault came back";
    if (read.operation !== operation) return `the message was taken for ${read.operation.name}`;
    const back = decodeBody(operation, wire, kind, read).value;
    if (!isDeepStrictEqual(back, instance.value)) return `decoded otherwise: ${firstDifference(back, instance.value)}`;
    if (encode(back) !== text) return "the second encoding differs";
    if (shape.use === "encoded" && shape.style === "rpc") {
      const { name, wsdl } = all;
      all.encoded.push({ name, wsdl, pair, wire, kind, value: back, body: built.body, headers: built.headers });
    }
    return null;
  });
}

/** A part that is no body: header, fault. */
function element(all: ExchangeAll, label: string, part: WsdlPart, descriptor: MessageDescriptor<unknown>): void {
  const shape: MessageShape = { style: "document", use: "literal", wrapper: { ns: "", local: "" }, parts: [part] };
  each(all, label, shape, (instance) => {
    const text = encodeElement(descriptor, instance.value);
    all.tally.bytes += text.length;
    for (const order of [alphabetical, shuffled(all.random)]) {
      if (encodeElement(descriptor, rearranged(instance.value, order)) !== text)
        return "keys in another order give other bytes";
    }
    const wrong = difference(text, instance.items[0] as Item, { encoded: false });
    if (wrong !== null) return `not what was expected: ${wrong}`;
    all.documents.push({ name: all.name, text, blind: instance.blind });
    const back = decodeElement(descriptor, text).value;
    if (!isDeepStrictEqual(back, instance.value)) return `decoded otherwise: ${firstDifference(back, instance.value)}`;
    if (encodeElement(descriptor, back) !== text) return "the second encoding differs";
    return null;
  });
}

function each(
  all: ExchangeAll,
  label: string,
  shape: MessageShape,
  judge: (instance: Instance) => string | null,
): void {
  const { tally, model, fail } = all;
  tally.messages++;
  const instances = new Instances(model);
  let made = 0;
  try {
    for (const instance of instances.of(shape)) {
      made++;
      tally.instances++;
      const wrong = judge(instance);
      if (wrong !== null) return fail(`${label}, instance ${made}: ${wrong}`);
    }
  } catch (error) {
    if (error instanceof NoInstance) fail(`${label}: no instance: ${error.message}`);
    else if (isSoapError(error) || isXmlError(error)) fail(`${label}, instance ${made}: ${error.message}`);
    else throw error;
  }
  tally.offered += instances.offered;
  tally.covered += instances.covered;
}

/** What the validators see: a root that their schema has, without what only the SOAP encoding means. */
function judgeText(text: string, root: string | null, use: "literal" | "encoded"): string {
  let out = text;
  if (use === "encoded") {
    out = out
      .replace(/ e:encodingStyle="[^"]*"/, "")
      .replaceAll(' xsi:type="soapenc:Array"', "")
      .replaceAll(/ xmlns:soapenc="[^"]*"/g, (d) => d);
  }
  if (root === null) return out;
  return out.replace(/^<[^\s>/]+/, `<j:${root} xmlns:j="${JUDGE_NS}"`).replace(/<\/[^<>]+>$/, `</j:${root}>`);
}
