import type { Context } from "./context.ts";
import type { Difference } from "./peer.ts";
import { num, numOrNull, type Query, type Row, text, textOrNull } from "./store.ts";

/** What the reconciler and others found that a person has to look at. */
export type FindingKind =
  /** Accepted here, unknown there. */
  | "missing"
  /** There, unknown here. */
  | "orphan"
  /** A field differs from what was sent. */
  | "mismatch"
  /** A result of which no push came, and of which none can be made. */
  | "missed"
  /** No result for too long. */
  | "stale"
  /** The ledger does not fit. */
  | "chain"
  /** A push whose number is known with other content. */
  | "push-conflict"
  /** A handler's `after` failed for good; its effect in the transaction stands. */
  | "after";

export interface Finding {
  readonly id: number;
  readonly kind: FindingKind;
  readonly stream: string;
  readonly ours: string | null;
  readonly theirs: string | null;
  readonly seen: number;
  readonly closed: number | null;
  readonly closedBy: string | null;
}

/** Writes a finding down; one of a kind is open per stream. */
export async function addFinding(
  ctx: Pick<Context, "emit">,
  q: Query,
  finding: {
    readonly kind: FindingKind;
    readonly stream: string;
    readonly differences?: readonly Difference[];
    readonly note?: string;
  },
): Promise<void> {
  const { differences } = finding;
  const side = (which: "ours" | "theirs"): string | null =>
    differences === undefined
      ? which === "ours"
        ? (finding.note ?? null)
        : null
      : JSON.stringify(Object.fromEntries(differences.map((one) => [one.path, one[which]])));
  const made = await q(
    `insert into finding(kind, stream, ours, theirs, seen) values(?, ?, ?, ?, {{NOW}})
      on conflict do nothing returning id`,
    finding.kind,
    finding.stream,
    side("ours"),
    side("theirs"),
  );
  if (made.length > 0) ctx.emit({ type: "finding", kind: finding.kind, stream: finding.stream });
}

/** Open findings, oldest first. */
export async function openFindings(q: Query): Promise<Finding[]> {
  const rows = await q(
    `select id, kind, stream, ours, theirs, seen, closed, closed_by from finding
      where closed is null order by id limit 1000`,
  );
  return rows.map(findingRow);
}

/** Closes a finding. */
export async function closeFinding(q: Query, id: number, by: string): Promise<boolean> {
  const rows = await q(
    "update finding set closed = {{NOW}}, closed_by = ? where id = ? and closed is null returning id",
    by,
    id,
  );
  return rows.length > 0;
}

function findingRow(row: Row): Finding {
  return {
    id: num(row, "id"),
    kind: text(row, "kind") as FindingKind,
    stream: text(row, "stream"),
    ours: textOrNull(row, "ours"),
    theirs: textOrNull(row, "theirs"),
    seen: num(row, "seen"),
    closed: numOrNull(row, "closed"),
    closedBy: textOrNull(row, "closed_by"),
  };
}
