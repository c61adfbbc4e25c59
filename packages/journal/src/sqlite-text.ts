import type { Param } from "./store.ts";

/** A statement in SQLite's words. */
export interface SqliteText {
  readonly sql: string;
  /** The parameters with the time in the places of `{{NOW}}` and `{{CLOCK}}`, which are the same here: not every SQLite takes a function of ours. */
  bind(params: readonly Param[], now: number): readonly Param[];
}

const known = new Map<string, SqliteText>();

/** SQLite's words for the marks in a statement. */
export function sqliteText(sql: string): SqliteText {
  let made = known.get(sql);
  if (made === undefined) {
    made = translate(sql);
    known.set(sql, made);
  }
  return made;
}

function translate(sql: string): SqliteText {
  // In their order: whether a mark stands for the time.
  const places = [...sql.matchAll(/\?|\{\{(?:NOW|CLOCK)\}\}/g)].map(([mark]) => mark !== "?");
  const own = sql
    .replaceAll(/\{\{(?:NOW|CLOCK)\}\}/g, "?")
    .replaceAll("{{SKIP}}", "")
    .replaceAll("{{ID}}", "integer primary key autoincrement");
  if (!places.includes(true)) return { sql: own, bind: (params) => params };
  return {
    sql: own,
    bind(params, now) {
      let given = 0;
      return places.map((isNow) => (isNow ? now : (params[given++] as Param)));
    },
  };
}
