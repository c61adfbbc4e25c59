import { type Change, compare, type Report } from "@coo/evolution";
import { loadModelFrom } from "@coo/wsdl";
import { LOW } from "./element-table.ts";
import { inOurWords, type SpokenMessage } from "./in-our-words.ts";
import { type MatchedOperation, type Proposal, whyOf } from "./propose.ts";
import type { Reference } from "./reference.ts";

/** What differs between the reference edition and a delivery, both in our words. */
export function compareWithReference({ matched, names }: Proposal): Report {
  const complete = matched.filter((m) => m.request !== null && m.response !== null);
  const spoken = (of: (m: MatchedOperation) => Omit<SpokenMessage, "operation">): SpokenMessage[] =>
    complete.map((m) => ({ operation: m.reference.name, ...of(m) }));
  const ours = inOurWords(
    spoken(({ reference: { request, response, entry } }) => ({
      request,
      response,
      pushed: entry.direction === "push",
    })),
    { typeOf: (type) => (type.kind === "complex" ? type.name?.local : undefined), propertyOf: () => undefined },
  );
  const theirs = inOurWords(
    spoken(({ request, response, pushed, reference }) => ({
      request: request?.type ?? reference.request,
      response: response?.type ?? reference.response,
      pushed,
    })),
    names,
  );
  const load = (content: string): ReturnType<typeof loadModelFrom> =>
    loadModelFrom([{ file: "messages.wsdl", content }]);
  return compare(load(ours), load(theirs), { pushed: ["pushes"] });
}

/** The notes: what was recognised, what is open, and which lines of a user change; Chinese first, then English. */
export function migrationNotes(proposal: Proposal, reference: Reference, report: Report): string {
  return `${part(proposal, reference, report, ZH)}\n---\n\n${part(proposal, reference, report, EN)}`;
}

interface Language {
  readonly key: "zh" | "en";
  readonly title: string;
  readonly caution: string;
  readonly recognised: string;
  readonly recognisedHead: readonly string[];
  readonly open: string;
  readonly extra: string;
  readonly none: string;
  readonly wire: string;
  readonly wireHead: readonly string[];
  readonly said: string;
  readonly assumed: string;
  readonly lines: string;
  readonly linesText: string;
  readonly breaking: string;
  readonly potential: string;
  readonly compatible: (n: number) => string;
  readonly elements: string;
  readonly overview: string;
  readonly overviewHead: readonly string[];
  readonly several: (n: number) => string;
  readonly absent: string;
  readonly unknown: string;
}

const ZH: Language = {
  key: "zh",
  title: "迁移说明",
  caution: "以下内容由工具根据收到的文件与参考版本推定,不是官方说明。参考版本本身也是推定的;请逐条确认后再使用。",
  recognised: "识别出的操作",
  recognisedHead: ["接口", "操作", "得分", "依据", "次优"],
  open: "待确认",
  extra: "收到的文件中还有以下操作,不属于 18 个接口:",
  none: "无。",
  wire: "传输方式",
  wireHead: ["项", "取值", "来源", "说明"],
  said: "文件",
  assumed: "推定",
  lines: "您的代码中要改的行",
  linesText:
    "属性名、类型名、方法名按 manifest 的 names 与 wsdl 保持不变,线上名称随收到的文件。因此只有下列差异会影响代码:斜线前为发送、后为接收,字母依次为线上、类型、校验(B 破坏、P 潜在、C 兼容)。",
  breaking: "须修改",
  potential: "可能须修改",
  compatible: (n) => `另有 ${n} 处差异不影响已有代码。`,
  elements: "元素对应",
  overview: "概览",
  overviewHead: ["接口", "须修改", "可能须修改", "没有的元素", "待核对的元素"],
  several: (n) => `${n} 个操作`,
  absent: "收到的文件中没有(代码中读写它们的行要删)",
  unknown: "参考版本中没有(可选用)",
};

const EN: Language = {
  key: "en",
  title: "Migration notes",
  caution:
    "A tool inferred all of this from the files that arrived and from the reference edition; none of it is official. The reference edition is inferred itself. Confirm it point by point before you rely on it.",
  recognised: "Operations that were recognised",
  recognisedHead: ["interface", "operation", "score", "evidence", "runner-up"],
  open: "To be decided",
  extra: "The files have these operations as well, which are none of the 18 interfaces:",
  none: "None.",
  wire: "On the wire",
  wireHead: ["key", "value", "source", "why"],
  said: "files",
  assumed: "assumed",
  lines: "Lines of your code that change",
  linesText:
    "Properties, types and methods keep their names (`names` and `wsdl` in the manifest); what is on the wire follows the files. So only these differences touch your code; before the slash for what is sent, behind it for what is read, the letters are wire, types, validation (B breaking, P potentially, C compatible).",
  breaking: "Have to change",
  potential: "May have to change",
  compatible: (n) => `${n} more differences leave existing code as it is.`,
  elements: "Elements",
  overview: "Overview",
  overviewHead: ["interface", "have to change", "may have to", "elements not there", "elements to check"],
  several: (n) => `${n} operations`,
  absent: "Not in the files (lines that read or write them go)",
  unknown: "Not in the reference edition (yours to use)",
};

function part(proposal: Proposal, reference: Reference, report: Report, t: Language): string {
  const { matches, matched, extra, wire, questions } = proposal;
  const out: string[] = [
    `# ${t.title} ${reference.manifest.edition} → ${String(proposal.manifest["edition"])}`,
    "",
    `> ${t.caution}`,
    "",
  ];
  const touching = report.changes.filter((c) => levelOf(c) > 0);
  const fields = matched.flatMap((m) => [...(m.request?.match.fields ?? []), ...(m.response?.match.fields ?? [])]);
  const low = fields.filter((f) => f.score < LOW).length;
  const count = (level: 1 | 2): number => touching.filter((c) => levelOf(c) === level).length;
  const accepted = matches.filter((m) => m.accepted !== null).length;
  out.push(
    `## ${t.overview}`,
    "",
    `- ${t.recognised}: ${accepted}/${matches.length}`,
    `- ${t.open}: ${questions.length}`,
    `- ${t.breaking}: ${count(2)}; ${t.potential}: ${count(1)}`,
    `- ${t.elements}: ${fields.length} (< ${LOW}: ${low}), [ELEMENTS.md](ELEMENTS.md)`,
    "",
    ...byOperation(matched, touching, t),
  );
  out.push(`## ${t.recognised}`, "", ...head(t.recognisedHead));
  for (const { reference: one, accepted, candidates } of matches) {
    const title = `${one.no} ${t.key === "zh" ? (one.entry.nameZh ?? one.name) : (one.entry.nameEn ?? one.name)}`;
    const other = candidates.find((c) => c !== accepted);
    const runnerUp = other ? `\`${other.delivered.operation.name}\` ${other.score}` : "–";
    if (accepted)
      out.push(
        row([title, `\`${accepted.delivered.operation.name}\``, String(accepted.score), whyOf(accepted), runnerUp]),
      );
    else out.push(row([title, "–", "–", "–", runnerUp]));
  }
  out.push("");
  if (extra.length > 0) out.push(t.extra, "", ...extra.map((o) => `- \`${o.key}\``), "");
  out.push(`## ${t.open}`, "");
  if (questions.length === 0) out.push(t.none, "");
  for (const q of questions) {
    out.push(`- **\`${q.id}\`** ${q[t.key]}`);
    for (const c of q.choices)
      out.push(
        `  - \`${c.answer}\`${c.score === undefined ? "" : ` ${c.score}`}${c.why === undefined ? "" : ` (${c.why})`}`,
      );
  }
  if (questions.length > 0) out.push("");
  out.push(`## ${t.wire}`, "", ...head(t.wireHead));
  for (const r of wire.reasons) {
    const value = r.key === "names" ? JSON.stringify(wire.wire["names"]) : r.value;
    out.push(row([`\`${r.key}\``, `\`${value}\``, r.sure ? t.said : t.assumed, r[t.key]]));
  }
  out.push("", `## ${t.lines}`, "", t.linesText, "");
  for (const [title, level] of [
    [t.breaking, 2],
    [t.potential, 1],
  ] as const) {
    const some = touching.filter((c) => levelOf(c) === level);
    if (some.length === 0) continue;
    out.push(`### ${title}`, "");
    for (const [operations, own] of grouped(some, t))
      out.push(
        "<details>",
        `<summary>${operations} (${own.length})</summary>`,
        "",
        ...own.map((c) => line(c, t)),
        "",
        "</details>",
        "",
      );
  }
  out.push(t.compatible(report.changes.length - touching.length), "");
  out.push(...absences(matched, t));
  return out.join("\n");
}

/** How much there is to do, operation by operation. */
function byOperation(matched: readonly MatchedOperation[], touching: readonly Change[], t: Language): string[] {
  const rows = matched.flatMap((m) => {
    const { entry, name, no } = m.reference;
    const own = touching.filter((c) => operationsOf(c).includes(name));
    const sides = [m.request, m.response];
    const absent = sides.reduce((n, side) => n + (side?.match.onlyOurs.length ?? 0), 0);
    const low = sides.reduce((n, side) => n + (side?.match.fields.filter((f) => f.score < LOW).length ?? 0), 0);
    const numbers = [
      own.filter((c) => levelOf(c) === 2).length,
      own.filter((c) => levelOf(c) === 1).length,
      absent,
      low,
    ];
    if (numbers.every((n) => n === 0)) return [];
    return [row([`${no} ${(t.key === "zh" ? entry.nameZh : entry.nameEn) ?? name}`, ...numbers.map(String)])];
  });
  return rows.length === 0 ? [] : [...head(t.overviewHead), ...rows, ""];
}

function operationsOf(change: Change): string[] {
  return [...new Set(change.operations.map((o) => o.operation.split(".").at(-1) ?? ""))];
}

/** Changes by the operations that they touch; what touches many stands first. */
function grouped(changes: readonly Change[], t: Language): [string, Change[]][] {
  const groups = new Map<string, Change[]>();
  for (const c of [...changes].sort((x, y) => operationsOf(y).length - operationsOf(x).length)) {
    const names = operationsOf(c);
    const key = names.length === 0 ? t.none : names.length > 4 ? t.several(names.length) : names.join(", ");
    groups.set(key, [...(groups.get(key) ?? []), c]);
  }
  return [...groups];
}

/** What code has to do with it once packages are generated anew: whether it compiles, and whether its data still pass. */
function levelOf({ sent, read }: Change): 0 | 1 | 2 {
  const letters = [sent, read].flatMap((cells) => (cells === null ? [] : [cells.types, cells.validation]));
  return letters.includes("B") ? 2 : letters.includes("P") ? 1 : 0;
}

function line(change: Change, t: Language): string {
  const letters = (cells: Change["sent"]): string =>
    cells === null ? "·" : `${cells.wire}${cells.types}${cells.validation}`;
  const names = [...new Set(change.operations.map((o) => `${o.operation.split(".").at(-1)} ${o.direction}`))];
  const shown = names.length > 4 ? `${names.slice(0, 4).join(", ")} …(${names.length})` : names.join(", ");
  const text = t.key === "zh" ? change.messageZh : change.message;
  const component = change.component.replace("{urn:coo:messages}", "");
  return `- \`${component}\` ${text.replaceAll("{urn:coo:messages}", "")} · \`${change.id}\` ${letters(change.sent)}/${letters(change.read)}${shown === "" ? "" : ` · ${shown}`}`;
}

/** Elements without a counterpart, by message. */
function absences(matched: readonly MatchedOperation[], t: Language): string[] {
  const out: string[] = [];
  for (const [title, pick] of [
    [t.absent, (m: NonNullable<MatchedOperation["request"]>) => m.match.onlyOurs.map((o) => o.path)],
    [t.unknown, (m: NonNullable<MatchedOperation["request"]>) => m.match.onlyTheirs.map((o) => o.path)],
  ] as const) {
    const rows = matched.flatMap((m) =>
      (
        [
          [m.request, m.reference.name],
          [m.response, `${m.reference.name}Response`],
        ] as const
      ).flatMap(([side, name]) => {
        const paths = side ? pick(side) : [];
        if (paths.length === 0) return [];
        const items = paths.map((p) => `- \`${p}\``);
        return ["<details>", `<summary>${name} (${paths.length})</summary>`, "", ...items, "", "</details>", ""];
      }),
    );
    if (rows.length > 0) out.push(`### ${title}`, "", ...rows, "");
  }
  return out;
}

function head(cells: readonly string[]): string[] {
  return [row(cells), row(cells.map(() => "---"))];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((c) => c.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
}
