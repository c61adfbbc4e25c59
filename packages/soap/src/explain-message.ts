import { decodeXml, END, EOF, isXmlError, START, TEXT, XmlReader } from "@coo/xml";
import { XSI_NS } from "./codec/names.ts";
import type { Labels } from "./codec/trail.ts";
import { ENVELOPE_NS } from "./envelope/names.ts";
import { isSoapError } from "./errors.ts";
import { shorten } from "./issue.ts";
import { inflate } from "./message/compression.ts";
import { DEFAULT_MESSAGE_LIMITS } from "./message/limits.ts";
import { decodeBase64 } from "./simple/binary.ts";

/** What {@link explainMessage} is told beside the message. */
export interface ExplainMessageOptions {
  /** Labels of generated packages, keyed `Message.path`; without them names stand alone. */
  readonly labels?: Labels;
  /** Charset of the HTTP content type; only for bytes. */
  readonly charset?: string;
  /** Longest value that is shown; default 100. */
  readonly maxValueLength?: number;
}

/** More lines help nobody. */
const MAX_LINES = 5000;

/**
 * An indented view of a message for people: an envelope, a payload, or any XML. What a string parameter carries (escaped,
 * CDATA, base64, gzip, JSON) is taken out and shown inside of it; names have their Chinese labels, values are
 * shortened, signatures cut to their start.
 *
 * Nothing is verified or checked by a schema. A message that is wrong is shown as far as it can be read, with the place and
 * the reason where it ends.
 */
export function explainMessage(message: Uint8Array | string, options: ExplainMessageOptions = {}): string {
  const view = new View(options);
  try {
    view.show(typeof message === "string" ? message : textOf(message, options.charset), 0);
  } catch (error) {
    if (!isXmlError(error) && !isSoapError(error)) throw error;
    view.fail(error, 0);
  }
  return view.text();
}

function textOf(bytes: Uint8Array, charset: string | undefined): string {
  return decodeXml(bytes, charset === undefined ? {} : { charset }).text;
}

/** An element whose tag was read and that may yet turn out to hold others. */
interface Open {
  readonly name: string;
  readonly ns: string;
  readonly notes: string;
  text: string;
  branch: boolean;
}

class View {
  readonly #lines: string[] = [];
  readonly #labels: Labels;
  readonly #max: number;
  /** Names of messages that have labels. */
  readonly #messages: ReadonlySet<string>;
  /** The message that is shown, once something has named it. */
  #message = "";

  constructor(options: ExplainMessageOptions) {
    this.#labels = options.labels ?? {};
    this.#max = options.maxValueLength ?? 100;
    this.#messages = new Set(Object.keys(this.#labels).map((path) => path.slice(0, path.indexOf("."))));
  }

  text(): string {
    if (this.#lines.length <= MAX_LINES) return this.#lines.join("\n");
    return `${this.#lines.slice(0, MAX_LINES).join("\n")}\n… ${this.#lines.length - MAX_LINES} more lines`;
  }

  fail(error: Error & { readonly messageZh?: string }, depth: number): void {
    const place = isXmlError(error) ? ` (${error.line}:${error.column})` : "";
    this.#line(depth, `✖ ${error.messageZh ?? error.message} · ${error.message}${place}`);
  }

  /** Shows a document; one that breaks off is shown up to there. */
  show(text: string, depth: number): void {
    const reader = new XmlReader(text, { limits: DEFAULT_MESSAGE_LIMITS });
    const open: Open[] = [];
    try {
      for (;;) {
        const event = reader.next();
        if (event === EOF) return;
        if (event === START) this.#start(reader, open, depth);
        else if (event === TEXT) {
          const top = open.at(-1);
          if (top) top.text += reader.text;
        } else if (event === END) this.#end(open, depth);
      }
    } catch (error) {
      if (!isXmlError(error)) throw error;
      this.#announce(open, depth);
      this.fail(error, depth + open.length);
    }
  }

  #start(reader: XmlReader, open: Open[], depth: number): void {
    this.#announce(open, depth);
    const notes: string[] = [];
    for (let i = 0; i < reader.attributeCount; i++) {
      const value = reader.attributeValue(i);
      const local = reader.attributeLocal(i);
      notes.push(reader.attributeNs(i) === XSI_NS && local === "nil" ? `nil=${value}` : `${local}="${shorten(value)}"`);
    }
    this.#nameMessage(reader.local, open);
    open.push({ name: reader.local, ns: reader.ns, notes: notes.join(" "), text: "", branch: false });
  }

  /** Writes the line of the innermost element as one that holds others. */
  #announce(open: Open[], depth: number): void {
    const top = open.at(-1);
    if (!top || top.branch) return;
    top.branch = true;
    this.#line(depth + open.length - 1, this.#heading(open) + textAfter(shorten(top.text.trim(), this.#max)));
    top.text = "";
  }

  #end(open: Open[], depth: number): void {
    const top = open.at(-1) as Open;
    const at = depth + open.length - 1;
    const inside = open.at(-2)?.name;
    if (inside === "Head" && top.name === "service") this.#take(`${pascal(top.text)}Request`);
    if (top.branch) {
      if (top.text.trim() !== "") this.#line(at + 1, `"${shorten(top.text.trim(), this.#max)}"`);
    } else if (!this.#carried(top.text, open, at)) {
      const value = /^sign$/i.test(top.name) && top.text.length > 8 ? `${top.text.slice(0, 8)}…` : top.text;
      const empty = top.notes.startsWith("nil") ? "" : " (空 · empty)";
      this.#line(at, this.#heading(open) + (value === "" ? empty : `: ${shorten(value, this.#max)}`));
    }
    open.pop();
  }

  /** Shows what a text carries, where that is a message. */
  #carried(text: string, open: Open[], depth: number): boolean {
    const start = text.trimStart()[0];
    if (start === "<") {
      this.#line(depth, `${this.#heading(open)} ⟨XML⟩`);
      this.show(text.trim(), depth + 1);
      return true;
    }
    if (start === "{") return this.#json(text, open, depth);
    if (text.length < 24) return false;
    const bytes = decodeBase64(text);
    if (!bytes) return false;
    const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    try {
      const inner = textOf(zipped ? inflate(bytes, DEFAULT_MESSAGE_LIMITS.maxInflatedBytes) : bytes, undefined);
      if (!inner.trimStart().startsWith("<")) return false;
      this.#line(depth, `${this.#heading(open)} ⟨${zipped ? "gzip, base64" : "base64"}⟩`);
      this.show(inner.trim(), depth + 1);
      return true;
    } catch (error) {
      // It only looked like a message.
      if (!isXmlError(error) && !isSoapError(error)) throw error;
      return false;
    }
  }

  #json(text: string, open: Open[], depth: number): boolean {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return false;
    }
    this.#line(depth, `${this.#heading(open)} ⟨JSON⟩`);
    this.#member(value, [], depth + 1);
    return true;
  }

  #member(value: unknown, path: readonly string[], depth: number): void {
    if (depth > DEFAULT_MESSAGE_LIMITS.maxDepth) return this.#line(depth, "…");
    if (typeof value !== "object" || value === null) return this.#line(depth, shorten(String(value), this.#max));
    for (const [name, inner] of Object.entries(value)) {
      const here = Array.isArray(value) ? path : [...path, name];
      const heading = Array.isArray(value) ? `[${name}]` : `${name}${this.#label(here)}`;
      if (typeof inner === "object" && inner !== null) {
        this.#line(depth, heading);
        this.#member(inner, here, depth + 1);
      } else {
        const secret = name === "sign" && String(inner).length > 8;
        this.#line(
          depth,
          `${heading}: ${secret ? `${String(inner).slice(0, 8)}…` : shorten(String(inner), this.#max)}`,
        );
      }
    }
  }

  #heading(open: readonly Open[]): string {
    const top = open.at(-1) as Open;
    const notes = top.notes === "" ? "" : ` [${top.notes}]`;
    return `${top.name}${this.#label(open.map((o) => o.name))}${soapNote(top)}${notes}`;
  }

  /** Label of the element at the end of a path: of the head's fields, or of the body's. */
  #label(path: readonly string[]): string {
    if (path.at(-2) === "Head") {
      const field = this.#labels[`RequestHead.${path.at(-1)}`] ?? this.#labels[`ResponseHead.${path.at(-1)}`];
      return field ? ` ${field.zh}` : "";
    }
    // The envelope's own Body comes first, the message's last.
    const body = path.lastIndexOf("Body");
    if (body < 0 || this.#message === "") return "";
    const found = this.#labels[[this.#message, ...path.slice(body + 1)].join(".")];
    return found ? ` ${found.zh}` : "";
  }

  /** An operation's wrapper names the message. */
  #nameMessage(name: string, open: readonly Open[]): void {
    if (open.at(-1)?.name !== "Body") return;
    this.#take(name.endsWith("Response") ? pascal(name) : `${pascal(name)}Request`);
  }

  #take(message: string): void {
    if (this.#messages.has(message)) this.#message = message;
  }

  #line(depth: number, text: string): void {
    this.#lines.push("  ".repeat(depth) + text);
  }
}

function textAfter(text: string): string {
  return text === "" ? "" : `: ${text}`;
}

function soapNote({ name, ns }: Open): string {
  if (name !== "Envelope") return "";
  const version = ns === ENVELOPE_NS["1.1"] ? "1.1" : ns === ENVELOPE_NS["1.2"] ? "1.2" : undefined;
  return version === undefined ? "" : ` ⟨SOAP ${version}⟩`;
}

function pascal(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
