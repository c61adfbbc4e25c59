import { type Cells, changeRule, type Report } from "@coo/evolution";

/** Cells of a moved set of messages, wire and validation, where the rule of the id says another move. */
const BY_MOVE: Readonly<Record<string, { readonly sent: string; readonly read: string }>> = {
  E: { sent: "CC", read: "CC" },
  W: { sent: "CC", read: "BC" },
  N: { sent: "BB", read: "CP" },
  X: { sent: "BB", read: "BP" },
};

/**
 * Lines of a report whose letters are not those of the contract: of the id's row where the set moved as the row says,
 * else of the table of moves, types always as the row.
 */
export function wrongCells(report: Report): string[] {
  return report.changes.flatMap((c) =>
    (["sent", "read"] as const).flatMap((side) => {
      const [given, rule] = [c[side], changeRule(c.id)];
      if (given === null) return [];
      const stated = rule[side];
      const asStated = c.L === null || rule.move === c.L || (rule.move === null && c.L === "E");
      const moved = BY_MOVE[c.L ?? ""];
      const wanted = asStated || moved === undefined ? text(stated) : computed(stated, moved[side], c.L === "E");
      return text(given) === wanted ? [] : [`${c.id} (${c.L}) has ${text(given)} for ${side}, not ${wanted}`];
    }),
  );
}

function computed(stated: Cells, letters: string, equal: boolean): string {
  const wire = equal && stated.wire === "P" ? "P" : letters.slice(0, 1);
  return `${wire}${stated.types}${letters.slice(1)}`;
}

function text(cells: Cells): string {
  return `${cells.wire}${cells.types}${cells.validation}`;
}
