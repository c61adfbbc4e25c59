import { XmlError } from "./errors.ts";
import type { XmlReader } from "./reader.ts";

/**
 * Follows a path of element names through the events of a reader. A step is a local name, `{namespace}local`, or `*`.
 * Two siblings that fit the same step are an error: whoever signs or verifies must not have to choose.
 */
export class PathFollower {
  private readonly path: readonly string[];
  /** Steps that the open elements fit. */
  private matched = 0;
  /** Per step: whether its element was there already, below the current parent. */
  private readonly met: boolean[] = [];

  constructor(path: readonly string[]) {
    this.path = path;
    if (path.length === 0) throw new RangeError("an empty path names no element");
  }

  /** At a START event: whether this is the element. */
  start(reader: XmlReader): boolean {
    const { matched, path } = this;
    if (matched !== reader.depth - 1 || matched >= path.length || !fits(reader, path[matched] as string)) return false;
    if (this.met[matched] === true) twice(reader);
    this.met[matched] = true;
    this.met[matched + 1] = false;
    return ++this.matched === path.length;
  }

  /** At an END event: whether the element ends. */
  end(reader: XmlReader): boolean {
    if (this.matched !== reader.depth) return false;
    return this.matched-- === this.path.length;
  }
}

function fits(reader: XmlReader, step: string): boolean {
  if (step.startsWith("{")) return step === `{${reader.ns}}${reader.local}`;
  return step === "*" || step === reader.local;
}

function twice(reader: XmlReader): never {
  const { line, column } = reader.position();
  const name = reader.qname.slice(0, 40);
  throw new XmlError(
    "XML_UNEXPECTED",
    `<${name}> stands twice (line ${line}, column ${column})`,
    `<${name}> 出现两次（第 ${line} 行第 ${column} 列）`,
    { offset: reader.startOffset, line, column },
  );
}
