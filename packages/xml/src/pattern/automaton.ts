import type { PatternNode } from "./parse.ts";

/** What a state of the automaton does. */
const CHAR = 0;
const SPLIT = 1;
const MATCH = 2;

/** Members of all remembered sets of states together; beyond it the memory is emptied. */
const MAX_REMEMBERED = 500_000;
/** Larger sets seldom come back, and finding them again would cost more than making them anew. */
const MAX_MEMBERS = 100;
const ASCII = 128;

/** A set of states that the automaton can be in at once, and where it leads. */
interface StateSet {
  /** States that wait for a character. */
  readonly waiting: Int32Array;
  readonly accepts: boolean;
  /** Followers by character; `undefined`: not looked at yet. */
  readonly ascii: (StateSet | undefined)[];
  readonly others: Map<number, StateSet>;
}

/** States that the automaton of a pattern has, save the last: characters and branches with all counts written out. */
export function stateCount(node: PatternNode): number {
  switch (node.kind) {
    case "char":
      return 1;
    case "sequence":
      return node.items.reduce((sum, item) => sum + stateCount(item), 0);
    case "choice":
      return node.options.reduce((sum, option) => sum + stateCount(option), node.options.length - 1);
    case "repeat": {
      const { min, max } = node;
      const each = stateCount(node.item);
      return max === Infinity ? (min + 1) * each + 1 : max * each + (max - min);
    }
  }
}

/**
 * Matches a pattern in time proportional to the length of the text, whatever the pattern: the automaton is in all its
 * states at once and never goes back. Sets of states are made when a text first leads to them and remembered.
 *
 * @see Russ Cox, Regular Expression Matching Can Be Simple And Fast (2007), for the method.
 */
export class PatternAutomaton {
  readonly #kind: number[] = [];
  /** CHAR: number of the class; SPLIT: first branch. */
  readonly #first: number[] = [];
  /** CHAR: state behind it; SPLIT: second branch. */
  readonly #second: number[] = [];
  readonly #classes: RegExp[] = [];
  readonly #classOf = new Map<string, number>();
  readonly #start: StateSet;
  #known = new Map<string, StateSet>();
  #remembered = 0;
  /** Round in which a state was last added, so that none is added twice. */
  readonly #seen: Int32Array;
  #round = 0;

  /** Number of states. */
  get size(): number {
    return this.#kind.length;
  }

  /** Members of the sets of states that are kept, and followers: a measure of memory. */
  get remembered(): number {
    return this.#remembered;
  }

  constructor(node: PatternNode) {
    const start = this.#compile(node, this.#add(MATCH, 0, 0));
    this.#seen = new Int32Array(this.#kind.length);
    this.#start = this.#setOf([start]);
  }

  /** Whether the pattern covers the whole text. */
  test(text: string): boolean {
    let set = this.#start;
    for (let i = 0; i < text.length; i++) {
      const c = text.codePointAt(i) as number;
      if (c > 0xffff) i++;
      set = (c < ASCII ? set.ascii[c] : set.others.get(c)) ?? this.#follow(set, c);
      if (set.waiting.length === 0 && !set.accepts) return false;
    }
    return set.accepts;
  }

  #add(kind: number, first: number, second: number): number {
    this.#kind.push(kind);
    this.#first.push(first);
    this.#second.push(second);
    return this.#kind.length - 1;
  }

  /** Adds the states of a node that go on with the state `next`; gives the first of them. */
  #compile(node: PatternNode, next: number): number {
    switch (node.kind) {
      case "char":
        return this.#add(CHAR, this.#class(node.source), next);
      case "sequence":
        return node.items.reduceRight((after, item) => this.#compile(item, after), next);
      case "choice":
        return node.options
          .map((option) => this.#compile(option, next))
          .reduceRight((second, first) => this.#add(SPLIT, first, second));
      case "repeat": {
        const { item, min, max } = node;
        let at = next;
        if (max === Infinity) {
          const loop = this.#add(SPLIT, 0, next);
          this.#first[loop] = this.#compile(item, loop);
          at = loop;
        } else {
          for (let i = min; i < max; i++) at = this.#add(SPLIT, this.#compile(item, at), next);
        }
        for (let i = 0; i < min; i++) at = this.#compile(item, at);
        return at;
      }
    }
  }

  #class(source: string): number {
    const known = this.#classOf.get(source);
    if (known !== undefined) return known;
    this.#classes.push(new RegExp(`^${source}$`, "v"));
    this.#classOf.set(source, this.#classes.length - 1);
    return this.#classes.length - 1;
  }

  #follow(set: StateSet, c: number): StateSet {
    const text = String.fromCodePoint(c);
    const fits: (boolean | undefined)[] = [];
    const next: number[] = [];
    for (const state of set.waiting) {
      const index = this.#first[state] as number;
      const fit = (fits[index] ??= (this.#classes[index] as RegExp).test(text));
      if (fit) next.push(this.#second[state] as number);
    }
    const follower = this.#setOf(next);
    if (follower.waiting.length > MAX_MEMBERS) return follower;
    if (c < ASCII) set.ascii[c] = follower;
    else if (this.#remember(1)) set.others.set(c, follower);
    return follower;
  }

  /** The set of all states that can be reached from some without a character. */
  #setOf(from: readonly number[]): StateSet {
    const round = ++this.#round;
    const waiting: number[] = [];
    let accepts = false;
    const open = [...from];
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      if (this.#seen[state] === round) continue;
      this.#seen[state] = round;
      if (this.#kind[state] === CHAR) waiting.push(state);
      else if (this.#kind[state] === MATCH) accepts = true;
      else open.push(this.#second[state] as number, this.#first[state] as number);
    }
    if (waiting.length > MAX_MEMBERS) return newSet(waiting, accepts);
    waiting.sort((a, b) => a - b);
    const key = `${accepts}${waiting.join()}`;
    const known = this.#known.get(key);
    if (known) return known;
    const set = newSet(waiting, accepts);
    if (this.#remember(waiting.length + ASCII)) this.#known.set(key, set);
    return set;
  }

  /** Counts what is kept; `false` when that was too much and all but the start was forgotten. */
  #remember(size: number): boolean {
    this.#remembered += size;
    if (this.#remembered <= MAX_REMEMBERED) return true;
    this.#remembered = 0;
    this.#known = new Map();
    if (this.#start) {
      this.#start.ascii.length = 0;
      this.#start.others.clear();
    }
    return false;
  }
}

function newSet(waiting: readonly number[], accepts: boolean): StateSet {
  return { waiting: Int32Array.from(waiting), accepts, ascii: [], others: new Map() };
}
