import { DIRECTIONS, LEVELS, MOVES } from "../phrases.ts";
import type { Direction } from "../report.ts";
import type { JudgedOperation, Verdict } from "../verdict-grid.ts";
import { both, say } from "./markup.ts";

const WAYS: readonly Direction[] = ["Q", "R", "P", "A"];

/** What became of each operation, by direction; those in which nothing changed are counted below. */
export function verdictTable(operations: readonly JudgedOperation[]): string {
  const ways = WAYS.filter((d) => operations.some((o) => o.touched && o.verdicts.has(d)));
  const rows = operations.flatMap(({ name, verdicts, touched }, index) => {
    if (!touched) return [];
    const cells = ways.map((d) => `<td>${shown(verdicts.get(d), d, index)}</td>`);
    return [`<tr><th scope="row">${both(name)}</th>${cells.join("")}</tr>`];
  });
  const untouched = operations.length - rows.length;
  const rest =
    untouched === 0
      ? ""
      : `<p class="note">${say(
          `${rows.length === 0 ? "" : "其余 "}${untouched} 个操作没有变更。`,
          `Nothing changed in ${rows.length === 0 ? "" : "the other "}${untouched} operation${untouched === 1 ? "" : "s"}.`,
        )}</p>`;
  const heading = `<h2>${say("按操作与方向的结论", "Verdicts by operation and direction")}</h2>`;
  if (rows.length === 0) return rest === "" ? "" : `${heading}\n${rest}`;
  const heads = ways.map((d) => `<th scope="col">${both(DIRECTIONS[d])}</th>`).join("");
  return `${heading}
<div class="panel" tabindex="0" role="region" aria-label="结论 Verdicts"><table><thead><tr><th scope="col">${say("操作", "operation")}</th>${heads}</tr></thead><tbody>
${rows.join("\n")}
</tbody></table></div>
${rest}`;
}

function shown(verdict: Verdict | undefined, direction: Direction, index: number): string {
  if (verdict === undefined) return '<span class="none">–</span>';
  const { level, moves, changes } = verdict;
  if (changes === 0 && level === 0) return `<span class="none">${say("无变更", "unchanged")}</span>`;
  const moved = moves.map((m) => both(MOVES[m])).join(" ");
  const count = say(`${changes} 项`, String(changes));
  return `<button type="button" class="cell v${level}" data-op="${index}" data-way="${direction}"><strong>${both(LEVELS[level])}</strong> ${count}${moved === "" ? "" : ` <small>${moved}</small>`}</button>`;
}
