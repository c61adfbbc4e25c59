import type { FieldIssue } from "./errors.ts";
import type { HttpAnswer, HttpRequest } from "./http-message.ts";

/** One exchange, with the bytes of both ways as they were on the wire. */
export interface JournalEntry {
  /** From 1, in order. */
  readonly seq: number;
  /** Milliseconds since 1970 by the sandbox's clock. */
  readonly at: number;
  /** `in`: the platform called; `out`: the sandbox pushed. */
  readonly direction: "in" | "out";
  readonly interface?: number;
  readonly operation?: string;
  readonly providerCode?: string;
  readonly messageId?: string;
  readonly returnCode?: string;
  /** Why it was refused, or what went wrong with a push. */
  readonly reason?: string;
  /** Complaints behind code 2002. */
  readonly issues?: readonly FieldIssue[];
  /** Paths of elements that the schema does not know. */
  readonly unknown?: readonly string[];
  /** True when the message id was known and the answer given again. */
  readonly repeated?: true;
  readonly request: HttpRequest;
  /** Absent when there was none. */
  readonly answer?: HttpAnswer;
}

/** What to look for; all given properties must fit. */
export type JournalFilter = Partial<
  Pick<JournalEntry, "direction" | "interface" | "operation" | "providerCode" | "messageId" | "returnCode">
>;

/** How many exchanges are kept. */
const MAX_ENTRIES = 10_000;

/** What went over the wire, in memory. */
export class Journal {
  #entries: JournalEntry[] = [];
  #seq = 0;

  add(entry: Omit<JournalEntry, "seq">): JournalEntry {
    this.#seq++;
    const kept = { seq: this.#seq, ...entry };
    this.#entries.push(kept);
    if (this.#entries.length > MAX_ENTRIES) this.#entries.shift();
    return kept;
  }

  /** Entries in order; all without a filter. */
  find(filter: JournalFilter = {}): readonly JournalEntry[] {
    const wanted = Object.entries(filter).filter(([, value]) => value !== undefined);
    return this.#entries.filter((entry) =>
      wanted.every(([name, value]) => entry[name as keyof JournalEntry] === value),
    );
  }

  get entries(): readonly JournalEntry[] {
    return [...this.#entries];
  }

  clear(providerCode?: string): void {
    this.#entries =
      providerCode === undefined ? [] : this.#entries.filter((entry) => entry.providerCode !== providerCode);
  }
}
