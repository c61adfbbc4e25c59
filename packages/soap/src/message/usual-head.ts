import { type ByteReader, MISS, type ReadTag, Run, readTag } from "../codec/fast/byte-reader.ts";
import { HeadCollector, type HeadField, REQUEST_HEAD, RESPONSE_HEAD } from "./head.ts";
import type { MessageLimits } from "./limits.ts";
import type { MessageKind } from "./operation.ts";

/** A field in the order of the schema. */
interface Expected {
  readonly name: string;
  readonly open: ReadTag;
  readonly close: ReadTag;
  /** Its end and the next one's beginning, or the head's end. */
  readonly next: ReadTag;
}

/** What heads of one kind are made of, as they stand or in a text that carries them. */
interface HeadTags {
  readonly isEscaped: boolean;
  readonly open: ReadTag;
  readonly close: ReadTag;
  /** What begins and what ends the tag of a field that is not expected. */
  readonly angle: ReadTag;
  readonly angleEnd: ReadTag;
  readonly fields: readonly Expected[];
}

function headTags(names: readonly string[], isEscaped: boolean): HeadTags {
  const tag = (text: string): ReadTag => readTag(text, isEscaped);
  return {
    isEscaped,
    open: tag("<Head>"),
    close: tag("</Head>"),
    angle: tag("<"),
    angleEnd: tag(">"),
    fields: names.map((name, i) => {
      const next = names[i + 1];
      return {
        name,
        open: tag(`<${name}>`),
        close: tag(`</${name}>`),
        next: tag(`</${name}>${next === undefined ? "</Head>" : `<${next}>`}`),
      };
    }),
  };
}

/** The first field that is another one in each message. */
const FIRST_OWN = "messageId";

/** Reads heads in the usual form. Peers say the same before each message's own fields: that is one run of bytes. */
export class UsualHead {
  readonly #tags: HeadTags;
  readonly #own: number;
  /** From the head's start tag to behind the start tag of the first field of its own, as it was last. */
  readonly #lead = new Run();
  #leading: readonly HeadField[] = [];
  /** Length of the longest value in it. */
  #longest = 0;

  constructor(kind: MessageKind, isEscaped: boolean) {
    const names = kind === "request" ? REQUEST_HEAD : RESPONSE_HEAD;
    this.#tags = headTags(names, isEscaped);
    this.#own = names.indexOf(FIRST_OWN);
  }

  /**
   * Reads the fields of a head, from its start tag to behind its end tag.
   *
   * @throws {@link MISS} for what the strict reader has to look at.
   */
  read(reader: ByteReader, limits: MessageLimits): readonly HeadField[] {
    const begin = reader.pos;
    const { fields: all, open: start, close: headEnd } = this.#tags;
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
    } else if (!reader.open(start)) throw MISS;
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
    if ((isEnd || reader.at(headEnd)) && fields.length <= maxHeadFields) return fields;
    // Others, or in another order.
    reader.pos = begin;
    reader.open(start);
    const collector = new HeadCollector(limits);
    while (!reader.at(headEnd)) readField(reader, collector, this.#tags);
    return collector.fields;
  }

  #learn(reader: ByteReader, begin: number, fields: readonly HeadField[]): void {
    reader.learn(this.#lead, begin);
    this.#leading = [...fields];
    this.#longest = Math.max(0, ...fields.map(([, value]) => value.length));
  }
}

/** End tags of other fields by their names, in texts that carry messages and elsewhere. */
const ends = { escaped: new Map<string, ReadTag>(), plain: new Map<string, ReadTag>() };

function endTag(name: string, isEscaped: boolean): ReadTag {
  const known = ends[isEscaped ? "escaped" : "plain"];
  let made = known.get(name);
  if (!made) {
    made = readTag(`</${name}>`, isEscaped);
    // Peers choose these names: nothing here grows without end.
    if (known.size < 100) known.set(name, made);
  }
  return made;
}

function readField(reader: ByteReader, into: HeadCollector, { angle, angleEnd, isEscaped }: HeadTags): void {
  const { bytes } = reader;
  if (!reader.at(angle)) throw MISS;
  let name = "";
  for (let c = bytes[reader.pos] as number; !reader.at(angleEnd); c = bytes[++reader.pos] as number) {
    const letter = (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a) || c === 0x5f;
    if (!(letter || (c >= 0x30 && c <= 0x39 && name !== "")) || name.length > 100) throw MISS;
    name += String.fromCharCode(c);
  }
  const start = reader.pos;
  const end = reader.scan();
  const value = reader.text(start, end);
  reader.close(endTag(name, isEscaped));
  try {
    into.add(name, value);
  } catch {
    throw MISS;
  }
}
