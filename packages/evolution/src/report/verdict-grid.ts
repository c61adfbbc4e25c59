import type { Move } from "../rules.ts";
import { type Both, levelOf } from "./phrases.ts";
import { operationName, type ReleaseFacts } from "./release-facts.ts";
import type { Direction, Report } from "./report.ts";

/** What became of one message of an operation, whatever the binding. */
export interface Verdict {
  /** 2 breaking, 1 potentially, 0 compatible. */
  readonly level: 0 | 1 | 2;
  /** How its valid messages moved; empty when they are the same. */
  readonly moves: readonly Move[];
  readonly changes: number;
}

/** An operation as people name it; the bindings of one are one. */
export interface JudgedOperation {
  readonly name: Both;
  readonly verdicts: ReadonlyMap<Direction, Verdict>;
  /** Whether anything changed at all. */
  readonly touched: boolean;
}

/** All operations of a report, in the order of their names in the documents. */
export function verdictGrid(report: Report, facts: ReleaseFacts): JudgedOperation[] {
  const cells = new Map<string, { name: Both; cells: Map<Direction, Cell> }>();
  const keys = [
    ...report.messages.map((m) => m.operation),
    ...report.changes.flatMap((c) => c.operations.map((o) => o.operation)),
  ].filter((key) => key !== "");
  const names = new Map<string, string>();
  for (const key of [...new Set(keys)].sort()) {
    const name = operationName(key, facts);
    names.set(key, name.zh);
    if (!cells.has(name.zh)) cells.set(name.zh, { name, cells: new Map() });
  }
  const cellOf = (operation: string, direction: Direction): Cell => {
    const row = cells.get(names.get(operation) ?? "")?.cells ?? new Map<Direction, Cell>();
    const found = row.get(direction) ?? { level: 0, moves: new Set<Move>(), changes: 0 };
    row.set(direction, found);
    return found;
  };
  for (const m of report.messages) {
    if (m.operation === "") continue;
    const cell = cellOf(m.operation, m.direction);
    if (m.L !== "E") cell.moves.add(m.L);
    if (m.wire === "B") cell.level = 2;
  }
  for (const c of report.changes) {
    const seen = new Set<Cell>();
    for (const { operation, direction } of c.operations) {
      const letters = direction === "Q" || direction === "A" ? c.sent : c.read;
      const cell = cellOf(operation, direction);
      // Two bindings of an operation have the change once.
      if (letters === null || seen.has(cell)) continue;
      seen.add(cell);
      cell.changes++;
      const level = levelOf(letters);
      if (level > cell.level) cell.level = level;
    }
  }
  return [...cells.values()].map(({ name, cells: row }) => ({
    name,
    verdicts: new Map([...row].map(([d, c]) => [d, { ...c, moves: [...c.moves].sort() }])),
    touched: [...row.values()].some((c) => c.changes > 0 || c.level > 0),
  }));
}

interface Cell {
  level: 0 | 1 | 2;
  readonly moves: Set<Move>;
  changes: number;
}
