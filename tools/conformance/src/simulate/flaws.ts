import type { Flaws } from "./history.ts";

/** Each takes one of the rules away from the real code; a simulation that does not find out is worth nothing. */
export const FLAWS: readonly { readonly name: string; readonly flaws: Flaws }[] = [
  { name: "without settle", flaws: { settleMs: 0 } },
  { name: "without deadline", flaws: { ignoresDeadline: true } },
  {
    name: "without fence",
    flaws: {
      rewrite: (sql, params) => [
        sql.replace("where id = ? and state = ? and epoch = ?", "where id = ? and ? <> '' and ? >= 0"),
        params,
      ],
    },
  },
  {
    name: "without the in-doubt state",
    flaws: {
      rewrite: (sql, params) => {
        const isDoubt = sql.startsWith("update outbox set state = ?") && params[0] === "in_doubt";
        return isDoubt && params.at(-2) === "sending" ? [sql, ["ready", ...params.slice(1)]] : [sql, params];
      },
    },
  },
  { name: "acknowledged before the commit", flaws: { acknowledgesEarly: true } },
  {
    name: "pushes without a key of their own",
    flaws: {
      rewrite: (sql, params) =>
        sql.startsWith("insert into inbox")
          ? [sql, [`${String(params[0])}/${unique++}`, ...params.slice(1)]]
          : [sql, params],
    },
  },
  {
    name: "claims that others may take as well",
    flaws: {
      rewrite: (sql, params) =>
        sql.includes(", {{NOW}} as now_ms from outbox where state = ?") && params[0] === "ready"
          ? [sql.replace("state = ?", "state in (?, 'sending')"), params]
          : [sql, params],
    },
  },
  {
    name: "late pushes that are not compared with what was repaired",
    flaws: {
      rewrite: (sql, params) => [
        sql.replace("from inbox where subject = ? and", "from inbox where subject = ? and 1 = 0 and"),
        params,
      ],
    },
  },
];

let unique = 0;
