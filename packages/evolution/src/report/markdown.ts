import { weight } from "../compare.ts";
import { CONDITIONS, conditionsUsed, lettersWithConditions } from "./conditions.ts";
import { evidenceText, exampleText } from "./evidence-text.ts";
import { placeOf } from "./letters.ts";
import { markdownText } from "./markdown-text.ts";
import {
  actionsOf,
  type Both,
  capitalised,
  DIRECTIONS,
  LEVELS,
  operationsText,
  pathOf,
  upgradeText,
} from "./phrases.ts";
import { NO_FACTS, operationName, type ReleaseFacts, waiverOf } from "./release-facts.ts";
import type { Change, Report } from "./report.ts";
import { type Verdict, verdictGrid } from "./verdict-grid.ts";

/** The report as Markdown: verdicts by message, then changes, breaking ones first, then when to upgrade and what for. */
export function formatMarkdown(report: Report, facts: ReleaseFacts = NO_FACTS): string {
  const { summary } = report;
  const out: string[] = [
    "# 接口变更报告 · interface changes",
    "",
    `破坏 ${summary.breaking} · 潜在 ${summary.potential} · 兼容 ${summary.compatible};升级时机 \`${summary.rollout}\`;版本 \`${summary.bump}\``,
    "",
    `breaking ${summary.breaking} · potential ${summary.potential} · compatible ${summary.compatible}; upgrade \`${summary.rollout}\`; release \`${summary.bump}\``,
    "",
  ];
  out.push(...verdicts(report, facts));
  const parts = [
    ["破坏性变更 · breaking", 2],
    ["潜在破坏 · potentially breaking", 1],
    ["兼容 · compatible", 0],
  ] as const;
  for (const [title, level] of parts) {
    const some = report.changes.filter((c) => weight(c) === level);
    if (some.length === 0) continue;
    out.push(
      `## ${title}`,
      "",
      "| 编号 id | 变更 change | L | 依据 evidence | 发 sent | 收 read | 升级 upgrade | 位置 place |",
      "| --- | --- | --- | --- | --- | --- | --- | --- |",
    );
    for (const c of some) out.push(row(c, facts));
    out.push("");
  }
  out.push(...conditions(report), ...calendar(report, facts), ...notes(report, facts));
  if (report.changes.length === 0) out.push("没有变更 · no changes", "");
  return `${out.join("\n").trimEnd()}\n`;
}

function row(c: Change, facts: ReleaseFacts): string {
  const waiver = waiverOf(c.fingerprint, facts);
  const accepted =
    waiver === null
      ? ""
      : `<br>已豁免 waived: ${markdownText(`${waiver.reasonZh} ${waiver.reason} (${waiver.owner}, ${waiver.expires})`)}`;
  const text = `${markdownText(c.messageZh)}<br>${markdownText(c.message)}${accepted}`;
  return `| \`${c.id}\` | ${text} | ${c.L ?? "–"} | ${evidence(c)} | ${lettersWithConditions(c, "sent")} | ${lettersWithConditions(c, "read")} | ${c.rollout} | ${markdownText(placeOf(c.newAt) || placeOf(c.oldAt))} |`;
}

function evidence({ evidence: found }: Change): string {
  const { zh, en } = evidenceText(found);
  const example = found.example === null ? "" : `<br>${markdownText(exampleText(found.example))}`;
  return `${zh}<br>${en}${example}`;
}

/** What the letters in brackets mean. */
function conditions(report: Report): string[] {
  const used = conditionsUsed(report.changes);
  if (used.length === 0) return [];
  return [
    "潜在破坏的条件 · conditions of what is potentially breaking:",
    "",
    ...used.map((c) => `- P(${c}): ${CONDITIONS[c].zh} · ${CONDITIONS[c].en}`),
    "",
  ];
}

const WAYS = ["Q", "R", "P", "A"] as const;

/** Verdicts by operation and direction; of a set without operations, by message. */
function verdicts(report: Report, facts: ReleaseFacts): string[] {
  const operations = verdictGrid(report, facts);
  const touched = operations.filter((o) => o.touched);
  const out: string[] = [];
  if (touched.length > 0) {
    const ways = WAYS.filter((d) => touched.some((o) => o.verdicts.has(d)));
    const heads = ways.map((d) => `${DIRECTIONS[d].zh} ${DIRECTIONS[d].en}`);
    out.push(
      "## 按操作与方向 · by operation and direction",
      "",
      `| 操作 operation | ${heads.join(" | ")} |`,
      `| --- |${" --- |".repeat(ways.length)}`,
      ...touched.map(({ name, verdicts: found }) => {
        const title = name.zh === name.en ? name.zh : `${name.zh} ${name.en}`;
        return `| ${markdownText(title)} | ${ways.map((d) => cell(found.get(d))).join(" | ")} |`;
      }),
      "",
    );
  }
  const rest = operations.length - touched.length;
  if (rest > 0) out.push(`没有变更的操作 ${rest} 个 · ${rest} operation${rest === 1 ? "" : "s"} without a change`, "");
  const bare = report.messages.filter((m) => m.operation === "" && m.L !== "E");
  if (bare.length > 0)
    out.push(
      "## 按报文 · by message",
      "",
      "| 方向 direction | 报文 message | L | 线上 wire |",
      "| --- | --- | --- | --- |",
      ...bare.map((m) => `| ${m.direction} | ${markdownText(m.root)} | ${m.L} | ${m.wire} |`),
      "",
    );
  return out;
}

function cell(verdict: Verdict | undefined): string {
  if (verdict === undefined) return "–";
  const { level, moves, changes } = verdict;
  if (changes === 0 && level === 0) return "=";
  return `${LEVELS[level].zh} ${LEVELS[level].en} (${changes}${moves.length === 0 ? "" : `, L ${moves.join(" ")}`})`;
}

const PHASES = ["by-date", "with-switch", "after", "any-time"] as const;

/** Who upgrades when, in the order of time. */
function calendar(report: Report, facts: ReleaseFacts): string[] {
  if (report.changes.length === 0) return [];
  const out = [
    "## 升级日程 · roll-out calendar",
    "",
    "| 时机 when | 破坏 · 潜在 · 兼容 | 操作 operations | 包 packages |",
    "| --- | --- | --- | --- |",
  ];
  for (const phase of PHASES) {
    const some = report.changes.filter((c) => c.rollout === phase);
    if (some.length === 0) continue;
    const { zh, en } = upgradeText(phase, facts);
    const counts = [2, 1, 0].map((level) => some.filter((c) => weight(c) === level).length);
    const operations = [...new Set(some.flatMap((c) => c.operations.map((o) => operationName(o.operation, facts).zh)))];
    const packages = report.packages.filter((p) => p.rollout === phase).map((p) => `${p.name} ${p.bump}`);
    out.push(
      `| ${zh} · ${en} | ${counts.join(" · ")} | ${markdownText(listed(operations))} | ${markdownText(listed(packages))} |`,
    );
  }
  return [...out, ""];
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return "–";
  return names.length > 8 ? `${names.slice(0, 8).join(", ")} … ${names.length}` : names.join(", ");
}

/** What applications have to do, by what is to be done. */
function notes(report: Report, facts: ReleaseFacts): string[] {
  const groups = new Map<string, { readonly action: Both; readonly places: Set<string> }>();
  for (const c of report.changes) {
    const action = actionsOf(c);
    if (action.zh === "") continue;
    const key = `${c.rollout} ${action.zh}`;
    const group = groups.get(key) ?? { action: upgradeText(c.rollout, facts, action), places: new Set() };
    group.places.add(`${operationsText(c, facts).zh} ${pathOf(c.component)}`);
    groups.set(key, group);
  }
  if (groups.size === 0) return [];
  const out = ["## 迁移说明 · migration notes", ""];
  for (const phase of PHASES)
    for (const [key, { action, places }] of groups)
      if (key.startsWith(`${phase} `)) {
        out.push(`- ${markdownText(action.zh)} · ${markdownText(capitalised(action.en))}`);
        for (const place of places) out.push(`  - ${markdownText(place)}`);
      }
  return [...out, ""];
}
