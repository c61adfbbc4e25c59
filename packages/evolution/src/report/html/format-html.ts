import { createHash } from "node:crypto";
import { weight } from "../../compare.ts";
import type { Cells } from "../../rules.ts";
import { CONDITIONS, conditionsOf } from "../conditions.ts";
import { ACCEPTED, evidenceText, exampleText } from "../evidence-text.ts";
import {
  actionsOf,
  type Both,
  capitalised,
  changeText,
  DIRECTIONS,
  directionsOf,
  LEVELS,
  levelOf,
  MOVES,
  operationsText,
  pathOf,
  upgradeText,
} from "../phrases.ts";
import { NO_FACTS, operationName, type ReleaseFacts, waiverOf } from "../release-facts.ts";
import type { Change, Report, RollOut } from "../report.ts";
import { type JudgedOperation, verdictGrid } from "../verdict-grid.ts";
import { calendar } from "./calendar.ts";
import { both, escaped, say } from "./markup.ts";
import { SCRIPT } from "./script.ts";
import { Lines, type Sources, snippet } from "./snippet.ts";
import { STYLE } from "./style.ts";
import { verdictTable } from "./verdict-table.ts";

/**
 * The report as one page that needs nothing from outside: verdicts by operation and direction, calendar of upgrading, all
 * changes with the lines of both documents, filters, both languages. Equal reports give equal bytes.
 *
 * @param sources - Texts of the documents by the path that the report shows; without them there are no lines.
 */
export function formatHtml(
  report: Report,
  facts: ReleaseFacts = NO_FACTS,
  sources: Sources = { old: new Map(), new: new Map() },
): string {
  const { summary } = report;
  const title = titleOf(facts);
  const operations = verdictGrid(report, facts);
  const indexes: Indexes = new Map(operations.map((o, i) => [o.name.zh, i]));
  const isShort = report.changes.length <= MAX_OPEN;
  const sides = [new Lines(sources.old), new Lines(sources.new)] as const;
  const sections = ([2, 1, 0] as const).map((level) => {
    const some = report.changes.map((c, i) => [c, i] as const).filter(([c]) => weight(c) === level);
    if (some.length === 0) return "";
    const cards = some.map(([c, i]) =>
      card(c, i + 1, level, { facts, indexes, sides, isOpen: isShort && level === 2 }),
    );
    return `<section class="group"><h3>${both(LEVELS[level])} <small>${some.length}</small></h3>\n${cards.join("\n")}\n</section>`;
  });
  // The page may run what it brings along, and load nothing: whatever a document's name might hold.
  const policy = `default-src 'none'; style-src '${hashOf(STYLE)}'; script-src '${hashOf(SCRIPT)}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(`${title.zh} · ${title.en}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#changes">${say("跳到变更", "Skip to the changes")}</a>
<header class="top"><div class="wrap">
<div><h1>${both(title)}</h1><p class="sub">${both(subtitleOf(report, facts))}</p></div>
<div class="lang js" role="group" aria-label="语言 Language"><button type="button" value="zh" lang="zh-CN" aria-pressed="true">中文</button><button type="button" value="en" lang="en" aria-pressed="false">English</button></div>
</div></header>
<main class="wrap">
<ul class="tiles">
<li class="l2"><strong>${summary.breaking}</strong><span>${both(LEVELS[2])}</span></li>
<li class="l1"><strong>${summary.potential}</strong><span>${both(LEVELS[1])}</span></li>
<li class="l0"><strong>${summary.compatible}</strong><span>${both(LEVELS[0])}</span></li>
<li class="word"><strong>${both(ROLLOUTS[summary.rollout])}</strong><span>${say("何时升级", "when to upgrade")}</span></li>
<li class="word"><strong>${both(BUMPS[summary.bump])}</strong><span>${say("发布版本", "release")}</span></li>
</ul>
<p class="lead">${both(leadOf(report, facts))}</p>
${verdictTable(operations)}
${calendar(report, facts)}
<h2 id="changes" tabindex="-1">${say("变更", "Changes")}</h2>
${report.changes.length === 0 ? `<p class="empty">${say("没有变更", "No changes")}</p>` : filters(report, operations)}
${sections.filter((s) => s !== "").join("\n")}
<p class="empty js" id="empty" hidden>${say("没有符合筛选条件的变更", "No change fits the filters")}</p>
${legend()}
</main>
<footer><div class="wrap">${documents(report)}</div></footer>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

/** In one word when to upgrade. */
const ROLLOUTS: Readonly<Record<RollOut, Both>> = {
  "any-time": { zh: "随时", en: "at any time" },
  "by-date": { zh: "切换之前", en: "before the switch" },
  after: { zh: "切换之后", en: "after the switch" },
  "with-switch": { zh: "与切换同时", en: "with the switch" },
};

const BUMPS: Readonly<Record<Report["summary"]["bump"], Both>> = {
  none: { zh: "无需发布", en: "none" },
  patch: { zh: "修订版 patch", en: "patch" },
  minor: { zh: "次版本 minor", en: "minor" },
  major: { zh: "主版本 major", en: "major" },
};

function titleOf({ old, new: now }: ReleaseFacts): Both {
  const pair = old === "" || now === "" ? "" : ` ${old} → ${now}`;
  return { zh: `接口变更报告${pair}`, en: `Interface changes${pair}` };
}

function subtitleOf({ cause }: Report, { effectiveDate: date }: ReleaseFacts): Both {
  if (cause === "correction") return { zh: "更正:接口一直如此", en: "A correction: the interface was always so" };
  if (date === undefined) return { zh: "对方的切换日期未知", en: "It is not known when the other side switches" };
  return { zh: `对方于 ${date} 切换`, en: `The other side switches on ${date}` };
}

function leadOf(report: Report, facts: ReleaseFacts): Both {
  const { breaking, potential } = report.summary;
  if (report.changes.length === 0)
    return { zh: "两套文件没有差别,无需升级。", en: "The two sets do not differ; nothing is to be done." };
  const touched = new Map<string, Both>();
  for (const c of report.changes)
    if (weight(c) === 2)
      for (const { operation } of c.operations) {
        const name = operationName(operation, facts);
        touched.set(name.zh, name);
      }
  const names = [...touched.values()];
  const list = (of: (name: Both) => string, separator: string): string => names.slice(0, 4).map(of).join(separator);
  const upgrade = upgradeText(report.summary.rollout, facts);
  if (breaking === 0)
    return potential === 0
      ? { zh: `全部变更都已证明兼容,${upgrade.zh}。`, en: `All changes are proven compatible: ${upgrade.en}.` }
      : {
          zh: `没有破坏性变更;有 ${potential} 项须人工确认。${upgrade.zh}。`,
          en: `Nothing breaks; ${potential} to be checked by a person. ${capitalised(upgrade.en)}.`,
        };
  const zhWho =
    names.length === 0 ? "" : `,涉及 ${list((n) => n.zh, "、")}${names.length > 4 ? ` 等 ${names.length} 个操作` : ""}`;
  const enWho =
    names.length === 0
      ? ""
      : ` in ${list((n) => n.en, ", ")}${names.length > 4 ? ` and ${names.length - 4} more operations` : ""}`;
  return {
    zh: `有 ${breaking} 项破坏性变更${zhWho}。${upgrade.zh}。`,
    en: `${breaking} breaking change${breaking === 1 ? "" : "s"}${enWho}. ${capitalised(upgrade.en)}.`,
  };
}

/** Operations by their Chinese name. */
type Indexes = ReadonlyMap<string, number>;

interface Page {
  readonly facts: ReleaseFacts;
  readonly indexes: Indexes;
  readonly sides: readonly [before: Lines, after: Lines];
  readonly isOpen: boolean;
}

/** Changes of a report that shows the lines of breaking ones at once. */
const MAX_OPEN = 40;

const SURFACES = [
  ["wire", "W", "线上", "wire"],
  ["types", "T", "类型", "types"],
  ["validation", "V", "校验", "validation"],
] as const;

function card(c: Change, number: number, level: 0 | 1 | 2, { facts, indexes, sides, isOpen }: Page): string {
  const ops = [...new Set(c.operations.map((o) => indexes.get(operationName(o.operation, facts).zh) ?? -1))];
  const { packages } = c;
  const data = [
    `data-id="${escaped(c.id)}"`,
    `data-ways="${directionsOf(c).join("")}"`,
    `data-sent="${lettersFor(c.sent)}"`,
    `data-read="${lettersFor(c.read)}"`,
    `data-ops="${ops.join(" ")}"`,
    `data-packages="${escaped(packages.map((p) => p.name).join(" "))}"`,
  ];
  const upgrade = upgradeText(c.rollout, facts, actionsOf(c));
  const waiver = waiverOf(c.fingerprint, facts);
  const rows: string[] = [];
  const row = (zh: string, en: string, value: string): void => {
    rows.push(`<div><dt>${say(zh, en)}</dt><dd>${value}</dd></div>`);
  };
  row("操作", "operations", both(operationsText(c, facts, 6)));
  const ways = directionsOf(c);
  if (ways.length > 0)
    row(
      "方向",
      "direction",
      both({ zh: ways.map((d) => DIRECTIONS[d].zh).join("、"), en: ways.map((d) => DIRECTIONS[d].en).join(", ") }),
    );
  if (c.L !== null) row("报文范围", "messages", `${both(MOVES[c.L])} <abbr>${c.L}</abbr>`);
  if (c.sent !== null) row("发送", "sent", lettersShown(c, c.sent, "sent"));
  if (c.read !== null) row("接收", "read", lettersShown(c, c.read, "read"));
  if (packages.length > 0)
    row("包", "packages", packages.map((p) => `<code>${escaped(p.name)}</code> ${escaped(p.bump)}`).join(", "));
  const { example, accepted } = c.evidence;
  if (example === null || accepted === null) row("依据", "evidence", both(evidenceText(c.evidence)));
  else row(ACCEPTED[accepted].zh, ACCEPTED[accepted].en, `<code>${escaped(exampleText(example))}</code>`);
  if (c.suggestedRename !== null) row("可能改名为", "perhaps renamed to", `<code>${escaped(c.suggestedRename)}</code>`);
  row("编号", "id", `<code>${escaped(c.id)}</code>`);
  row("指纹", "fingerprint", `<code>${escaped(c.fingerprint)}</code>`);
  const path = pathOf(c.component);
  const text = changeText(c);
  return `<article class="change c${level}" id="c${number}" ${data.join(" ")}>
<h4><span class="badge v${level}">${both(LEVELS[level])}</span><span class="path">${escaped(path)}</span> ${both(text)}</h4>
<p class="do">${say(`${upgrade.zh}。`, `${capitalised(upgrade.en)}.`)}</p>
${waiver === null ? "" : `<p class="waived">${say(`已豁免:${waiver.reasonZh}(${waiver.owner},至 ${waiver.expires})`, `Accepted: ${waiver.reason} (${waiver.owner}, until ${waiver.expires})`)}</p>\n`}<dl class="facts">${rows.join("")}</dl>
${linesOf(c, sides, isOpen)}</article>`;
}

function linesOf(c: Change, [before, after]: Page["sides"], isOpen: boolean): string {
  if (c.oldAt === null && c.newAt === null) return "";
  const side = (at: Change["oldAt"], lines: Lines, kind: "was" | "is"): string => {
    const name = kind === "was" ? say("旧", "before") : say("新", "after");
    if (at === null) return `<div class="${kind}">${name} <span class="file">${say("无", "none")}</span></div>`;
    const text = snippet(at, lines);
    const place = `${at.file}:${at.line}`;
    return `<div class="${kind}">${name} <span class="file mono">${escaped(place)}</span>${text === null ? "" : `<pre tabindex="0" role="region" aria-label="${escaped(place)}">${text}</pre>`}</div>`;
  };
  return `<details class="lines"${isOpen ? " open" : ""}><summary class="more">${say("前后对照", "before and after")}</summary><div class="sides">${side(c.oldAt, before, "was")}${side(c.newAt, after, "is")}</div></details>\n`;
}

/** Three letters, `b` for breaking to strict readers only, as the script reads them. */
function lettersFor(cells: Cells | null): string {
  return cells === null ? "" : SURFACES.map(([name]) => (cells[name] === "B°" ? "b" : cells[name])).join("");
}

function lettersShown(change: Change, cells: Cells, side: "sent" | "read"): string {
  const conditions = conditionsOf(change, side);
  const shown = SURFACES.map(([name, letter, zh, en]) => {
    const value = cells[name];
    if (value === "-") return "";
    const level = value === "C" ? 0 : value === "P" ? 1 : 2;
    const condition = conditions[name];
    const shownValue = condition === undefined ? value : `${value}(${condition})`;
    return `<abbr class="v${level}" title="${letter} ${zh} ${en}: ${LEVELS[level].zh} ${LEVELS[level].en}">${say(zh, en)} ${shownValue}</abbr>`;
  });
  return `${both(LEVELS[levelOf(cells)])} ${shown.join("")}`;
}

function filters(report: Report, operations: readonly JudgedOperation[]): string {
  const option = (value: string, zh: string, en = zh): string =>
    zh === en
      ? `<option value="${escaped(value)}">${escaped(zh)}</option>`
      : `<option value="${escaped(value)}" data-zh="${escaped(zh)}" data-en="${escaped(en)}">${escaped(zh)}</option>`;
  const select = (name: string, label: string, options: readonly string[]): string =>
    `<label>${label}<select name="${name}">${option("", "全部", "all")}${options.join("")}</select></label>`;
  const ways = (["Q", "R", "P", "A"] as const).filter((d) => report.changes.some((c) => directionsOf(c).includes(d)));
  const packages = [...new Set(report.changes.flatMap((c) => c.packages.map((p) => p.name)))].sort();
  const ids = [...new Set(report.changes.map((c) => c.id))].sort();
  return `<form id="filters" class="filters js" role="search" aria-label="筛选 Filters">
${select(
  "way",
  say("方向", "direction"),
  ways.map((d) => option(d, DIRECTIONS[d].zh, DIRECTIONS[d].en)),
)}
${select(
  "op",
  say("操作", "operation"),
  operations.flatMap(({ name, touched }, i) => (touched ? [option(String(i), name.zh, name.en)] : [])),
)}
${select(
  "surface",
  say("方面", "surface"),
  SURFACES.map(([, letter, zh, en]) => option(letter, `${letter} ${zh}`, `${letter} ${en}`)),
)}
${select("letter", say("结论", "verdict"), [option("B", "B 破坏", "B breaking"), option("b", "B° 仅严格读取方", "B° strict readers only"), option("P", "P 潜在", "P potentially"), option("C", "C 兼容", "C compatible")])}
${
  packages.length === 0
    ? ""
    : `${select(
        "pkg",
        say("包", "package"),
        packages.map((p) => option(p, p)),
      )}\n`
}${select(
  "id_",
  say("编号", "id"),
  ids.map((id) => option(id, id)),
)}
<label>${say("文字", "text")}<input type="search" name="text" autocomplete="off" spellcheck="false"></label>
<button type="reset">${say("清除", "clear")}</button>
<output id="shown" aria-live="polite"></output>
</form>`;
}

function legend(): string {
  const item = (term: string, zh: string, en: string): string => `<dt>${term}</dt><dd>${say(zh, en)}</dd>`;
  return `<h2>${say("如何阅读", "How to read this")}</h2>
<div class="panel"><dl class="legend wrap">
${item(both(LEVELS[2]), "存在一个例子:原来可用,变更后失败。B° 仅对严格的读取方。", "There is an example that worked and fails now. B° only for strict readers.")}
${item(both(LEVELS[1]), "仅在特定条件下失败,须人工确认。", "Fails under a condition only; a person has to look.")}
${item(both(LEVELS[0]), "已证明兼容,而非“没有规则提到”。", "Proven, not merely unmentioned.")}
${(Object.keys(CONDITIONS) as (keyof typeof CONDITIONS)[]).map((c) => item(`P(${c})`, `${CONDITIONS[c].zh}。`, `${capitalised(CONDITIONS[c].en)}.`)).join("\n")}
${item("W · T · V", "线上:旧版程序对接新接口;类型:编译;校验:新版程序处理旧数据。", "Wire: an old program meets the new interface. Types: the compiler. Validation: a new program on old data.")}
${item("E · W · N · X", "合法报文的范围:不变、放宽、收紧、更替(由自动机包含关系计算)。", "How the set of valid messages moved: equal, wider, narrower, crossed, computed by inclusion of automata.")}
</dl></div>`;
}

function documents(report: Report): string {
  const list = (side: Report["old"]): string =>
    side.documents
      .map((d) => `<li><span class="mono">${escaped(d.file)}</span> <code>${escaped(d.sha256)}</code></li>`)
      .join("");
  return `<details><summary>${say(`比较的文件(${report.old.documents.length} 与 ${report.new.documents.length})`, `Documents compared (${report.old.documents.length} and ${report.new.documents.length})`)}</summary><p>${say("旧", "before")}</p><ul>${list(report.old)}</ul><p>${say("新", "after")}</p><ul>${list(report.new)}</ul></details>`;
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
