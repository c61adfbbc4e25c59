import type { PagingDescriptor } from "@coo/soap/gen1";

/** How far to look back when asking again, and how large a page is. */
export interface IterateOptions {
  /** Items asked for at a time, default 100. */
  readonly pageSize?: number;
  /** Overlap when asking again from the last seen time, in seconds, default 5. */
  readonly overlapSeconds?: number;
  /** Bound on requests of one iteration, default 100,000. */
  readonly maxRequests?: number;
}

/** Asks for one page: a request body in, an answer body out. */
export type AskPage = (body: Record<string, unknown>) => Promise<unknown>;

type Item = Record<string, unknown>;

/** A page, with what is needed to go on. */
interface Page {
  readonly items: readonly Item[];
  readonly last: boolean;
}

/**
 * Iterates over a paged operation so that neither changes during paging nor equal times lose anything.
 *
 * Where the operation has a time range and its pages come in ascending time, it asks again from the last seen time
 * less an overlap, and drops repeats by key and time; an item that changed meanwhile is given again. Otherwise it reads
 * page after page, and once more from the start as long as that brings anything new.
 */
export async function* iteratePages(
  ask: AskPage,
  paging: PagingDescriptor,
  body: object,
  options: IterateOptions = {},
): AsyncGenerator<Item, void, undefined> {
  const size = options.pageSize ?? 100;
  const overlap = (options.overlapSeconds ?? 5) * 1000;
  let left = options.maxRequests ?? 100_000;
  // Key and time of what was given, to drop repeats; pruned to the overlap as the start moves on.
  const seen = new Map<string, string>();
  const base = body as Record<string, unknown>;
  const timed = paging.time !== undefined && paging.from !== undefined;
  let start = timed ? (base[paging.from as string] as string) : undefined;

  const read = async (page: number): Promise<Page> => {
    if (left-- <= 0) throw new RangeError(`the iteration needs more than ${options.maxRequests ?? 100_000} requests`);
    const request = { ...base, [paging.page]: page, [paging.size]: size };
    if (start !== undefined) request[paging.from as string] = start;
    const answer = await ask(request);
    const items = (at(answer, paging.items) ?? []) as readonly Item[];
    const total = paging.total === undefined ? undefined : at(answer, paging.total);
    const complete = typeof total === "number" ? page * size >= total : items.length < size;
    return { items, last: items.length === 0 || complete };
  };

  for (;;) {
    let fresh = false;
    let latest: string | undefined;
    let ascending = true;
    let page = 1;
    for (;;) {
      const { items, last } = await read(page);
      for (const item of items) {
        const time = paging.time === undefined ? undefined : (item[paging.time] as string | undefined);
        if (time !== undefined) {
          if (latest !== undefined && time < latest) ascending = false;
          else latest = time;
        }
        const key = JSON.stringify([...paging.key.map((name) => item[name]), time]);
        if (seen.has(key)) continue;
        seen.set(key, time ?? "");
        fresh = true;
        yield item;
      }
      if (last) break;
      // Asking again from the last seen time is safer than the next page number, as long as it moves on.
      if (timed && ascending && latest !== undefined && earlier(latest, overlap) > (start as string)) break;
      page++;
    }
    const next = timed && ascending && latest !== undefined ? earlier(latest, overlap) : undefined;
    if (next !== undefined && next > (start as string)) {
      start = next;
      for (const [key, time] of seen) if (time < next) seen.delete(key);
      continue;
    }
    // One more round finds what slipped between pages while they were read; a single page cannot have lost anything.
    if (!fresh || page === 1) return;
  }
}

/** The items of an operation that has a list but no pages: one request. */
export async function* iterateOnce(ask: AskPage, items: string, body: object): AsyncGenerator<Item, void, undefined> {
  yield* (at(await ask(body as Record<string, unknown>), items) ?? []) as readonly Item[];
}

function at(value: unknown, path: string): unknown {
  let node = value;
  for (const name of path.split(".")) {
    if (node === null || typeof node !== "object") return undefined;
    node = (node as Record<string, unknown>)[name];
  }
  return node;
}

/** A business time (`yyyy-MM-dd HH:mm:ss`) less some milliseconds, in the same form. The zone does not matter here. */
function earlier(time: string, milliseconds: number): string {
  const at = Date.parse(`${time.replace(" ", "T")}Z`);
  return new Date(at - milliseconds).toISOString().slice(0, 19).replace("T", " ");
}
