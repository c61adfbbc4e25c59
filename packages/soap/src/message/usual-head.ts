import { type ByteReader, MISS, type ReadTag, Run, readTag } from "../codec/fast/byte-reader.ts";
import { HeadCollector, type HeadField, REQUEST_HEAD, RESPONSE_HEAD } from "./head.ts";
import type { MessageLimits } from "./limits.ts";
import type { MessageKind } from "./operation.ts";

const HEAD = readTag("<Head>");
const HEAD_END = readTag("</Head>");

/** A field in the order of the schema. */
interface Expected {
  readonly name: string;
  readonly open: ReadTag;
  readonly close: ReadTag;
  /** Its end and the next one's beginning, or the head's end. */
  readonly next: ReadTag;
}

function expected(names: readonly string[]): readonly Expected[] {
  return names.map((name, i) => {
    const next = names[i + 1];
    return {
      name,
      open: readTag(`<${name}>`),
      close: readTag(`</${name}>`),
      next: readTag(`</${name}>${next === undefined ? "</Head>" : `<${next}>`}`),
    };
  });
}

const EXPECTED: Readonly<Record<MessageKind, readonly Expected[]>> = {
  request: expected(REQUEST_HEAD),
  response: expected(RESPONSE_HEAD),
};

/** The first field that is another one in each message. */
const FIRST_OWN = "messageId";

/** Reads heads in the usual form. Peers say the same before each message's own fields: that is one run of bytes. */
export class UsualHead {
  readonly #expected: readonly Expected[];
  readonly #own: number;
  /** From the head's start tag to behind the start tag of the first field of its own, as it was last. */
  readonly #lead = new Run();
  #leading: readonly HeadField[] = [];
  /** Length of the longest value in it. */
  #longest = 0;

  constructor(kind: MessageKind) {
    this.#expected = EXPECTED[kind];
    this.#own = this.#expected.findIndex(({ name }) => name === FIRST_OWN);
  }

  /**
   * Reads the fields of a head, from its start tag to behind its end tag.
   *
   * @throws {@link MISS} for what the strict reader has to look at.
   */
  read(reader: ByteReader, limits: MessageLimits): readonly HeadField[] {
    const begin = reader.pos;
    const all = this.#expected;
    const { maxHeadFields, maxHeadValueLength } = limits;
    const fields: HeadField[] = [];
    let i = 0;
    let learns = true;
    // Whether the reader is behind the start tag of the field at `i`.
    let isOpen = false;
    if (this.#longest <= maxHeadValueLength && reader.run(this.#lead)) {
      for (const [name, value] of this.#leading) fields.push([name, value]);
      i = this.#own;
      isOpen = true;
      learns = false;
    } else if (!reader.open(HEAD)) throw MISS;
    let isEnd = false;
    for (; i < all.length; i++) {
      const { name, open, close, next } = all[i] as Expected;
      if (!isOpen && !reader.at(open)) continue;
      if (learns && i === this.#own) this.#learn(reader, begin, fields);
      const from = reader.pos;
      const value = reader.text(from, reader.scan());
      if (value.length > maxHeadValueLength) throw MISS;
      fields.push([name, value]);
      isOpen = reader.at(next);
      if (isOpen) isEnd = i === all.length - 1;
      else reader.close(close);
    }
    if ((isEnd || reader.at(HEAD_END)) && fields.length <= maxHeadFields) return fields;
    // Others, or in another order.
    reader.pos = begin;
    reader.open(HEAD);
    const collector = new HeadCollector(limits);
    while (!reader.at(HEAD_END)) readField(reader, collector);
    return collector.fields;
  }

  #learn(reader: ByteReader, begin: number, fields: readonly HeadField[]): void {
    reader.learn(this.#lead, begin);
    this.#leading = [...fields];
    this.#longest = Math.max(0, ...fields.map(([, value]) => value.length));
  }
}

/** End tags of other fields by their names. */
const tags = new Map<string, ReadTag>();

function endTag(name: string): ReadTag {
  let made = tags.get(name);
  if (!made) {
    made = readTag(`</${name}>`);
    // Peers choose these names: nothing here grows without end.
    if (tags.size < 100) tags.set(name, made);
  }
  return made;
}

function readField(reader: ByteReader, into: HeadCollector): void {
  const { bytes } = reader;
  if (bytes[reader.pos] !== 0x3c) throw MISS;
  let name = "";
  let at = reader.pos + 1;
  for (let c = bytes[at] as number; c !== 0x3e; c = bytes[++at] as number) {
    const letter = (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a) || c === 0x5f;
    if (!(letter || (c >= 0x30 && c <= 0x39 && name !== "")) || name.length > 100) throw MISS;
    name += String.fromCharCode(c);
  }
  const start = at + 1;
  reader.pos = start;
  const end = reader.scan();
  const value = reader.text(start, end);
  reader.close(endTag(name));
  try {
    into.add(name, value);
  } catch {
    throw MISS;
  }
}
