import { isSettled, keyOf, type Move, moves, type Protocol, START, type World, wrong } from "./protocol.ts";

/** What an exploration found. */
export interface Exploration {
  readonly states: number;
  readonly steps: number;
  /** What is wrong, and the shortest way to it. */
  readonly violation: { readonly what: string; readonly way: readonly string[] } | undefined;
  /** States from which no end can be reached any more. */
  readonly stuck: number;
}

interface Seen {
  readonly world: World;
  readonly from: number;
  readonly what: string;
}

/** More states than that means that something in the model grows without bound. */
const MOST = 2_000_000;

/** Visits every state that can be reached, nearest first, until `judge` tells what is wrong. */
export function explore(protocol: Protocol, judge: (world: World) => string | undefined = wrong): Exploration {
  const seen: Seen[] = [{ world: START, from: -1, what: "" }];
  const known = new Map<string, number>([[keyOf(START), 0]]);
  const into: number[][] = [[]];
  let steps = 0;
  for (let at = 0; at < seen.length; at++) {
    const { world } = seen[at] as Seen;
    for (const { what, to } of moves(protocol, world) as Move[]) {
      steps++;
      const key = keyOf(to);
      let target = known.get(key);
      if (target === undefined) {
        target = seen.length;
        known.set(key, target);
        seen.push({ world: to, from: at, what });
        into.push([]);
        const violation = judge(to);
        if (violation !== undefined)
          return { states: seen.length, steps, violation: { what: violation, way: wayTo(seen, target) }, stuck: 0 };
        if (seen.length > MOST) throw new Error(`${protocol.name}: more than ${MOST} states`);
      }
      into[target]?.push(at);
    }
  }
  return { states: seen.length, steps, violation: undefined, stuck: stuckIn(seen, into) };
}

function wayTo(seen: readonly Seen[], target: number): string[] {
  const way: string[] = [];
  for (let at = target; at > 0; at = (seen[at] as Seen).from) way.unshift((seen[at] as Seen).what);
  return way;
}

/** Walks back from all ends: what is not met can never come to one. */
function stuckIn(seen: readonly Seen[], into: readonly (readonly number[])[]): number {
  const reached = new Set(seen.flatMap(({ world }, at) => (isSettled(world) ? [at] : [])));
  for (const at of reached) for (const from of into[at] ?? []) reached.add(from);
  return seen.length - reached.size;
}
