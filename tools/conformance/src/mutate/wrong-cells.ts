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
 * else of the table of moves. Types are as the row says, or C where both sides are written the same, which is for the
 * compilers to judge; in mixed content, where data show names and order, a move is never harmless to them.
 */
export function wrongCells(report: Report): string[] {
  return report.changes.flatMap((c) =>
    (["sent", "read"] as const).flatMap((side) => {
      const [given, rule] = [c[side], changeRule(c.id)];
      if (given === null) return [];
      const stated = rule[side];
      const asStated = c.L === null || rule.move === c.L || (rule.move === null && c.L === "E");
      const moved = BY_MOVE[c.L ?? ""];
      const wanted = asStated || moved === undefined ? stated : computed(stated, moved[side], c.L === "E");
      const strict = c.L === "N" || c.L === "X" ? (side === "sent" ? "B" : "P") : wanted.validation;
      const fits =
        given.wire === wanted.wire &&
        (given.types === wanted.types || given.types === "C" || losesNilForm(c.id, side, given.types)) &&
        (given.validation === wanted.validation || (wanted.validation === "C" && given.validation === strict));
      return fits ? [] : [`${c.id} (${c.L}) has ${text(given)} for ${side}, not ${text(wanted)}`];
    }),
  );
}

/** `$nil` stands beside attributes, and goes where an element may not be nil any more; compilers judge it. */
function losesNilForm(id: string, side: "sent" | "read", letter: Cells["types"]): boolean {
  return id === "nillable-removed" && side === "read" && letter === "B";
}

function computed(stated: Cells, letters: string, equal: boolean): Cells {
  const [wire, validation] = [letters.slice(0, 1), letters.slice(1)] as [Cells["wire"], Cells["validation"]];
  return { wire: equal && stated.wire === "P" ? "P" : wire, types: stated.types, validation };
}

function text(cells: Cells): string {
  return `${cells.wire}${cells.types}${cells.validation}`;
}
