import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { formatJson } from "@coo/evolution";
import { isWsdlError, permittedIn } from "@coo/wsdl";
import { parseArguments, usageError } from "../arguments.ts";
import type { Context } from "../command.ts";
import { entriesOfSet } from "../diff/load-set.ts";
import { releaseFacts } from "../diff/release-facts.ts";
import { CodegenError } from "../errors.ts";
import { formatText } from "../lint/format/text.ts";
import { type LintReport, lint } from "../lint/lint.ts";
import { EXIT } from "../output.ts";
import { type Answers, parseAnswers } from "./answers.ts";
import { type DeliveredFile, deliveredFiles } from "./delivered-files.ts";
import { type Delivery, loadDelivery } from "./delivery.ts";
import { elementTable } from "./element-table.ts";
import { findReference } from "./find-reference.ts";
import { compareWithReference, migrationNotes } from "./migration-notes.ts";
import { type Proposal, propose } from "./propose.ts";
import { loadReference, type Reference } from "./reference.ts";

/** Something has to be decided before the manifest can be used. */
const EXIT_OPEN = 1;
/** Files beside the delivered ones. */
const OWN = [
  "manifest.json",
  "questions.json",
  "correspondence.json",
  "changes.json",
  "MIGRATION.md",
  "ELEMENTS.md",
  "LINT.txt",
];

/** The work of `coo-codegen arrive`; gives the exit code. */
export function runArrive(args: readonly string[], { output }: Context): number {
  const parsed = parseArguments(args, {
    switches: ["--dry-run"],
    values: ["--out", "--reference", "--answers", "--edition"],
  });
  const [folder, ...more] = parsed.rest;
  const out = parsed.values.get("--out");
  if (folder === undefined || out === undefined || more.length > 0)
    throw usageError("arrive takes a folder and --out DIR", "arrive 需要一个目录与 --out DIR");
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw usageError(`there is no folder ${folder}`, `没有目录 ${folder}`);
  const edition = editionOf(parsed.values.get("--edition") ?? basename(resolve(out)));
  checkPlace(folder, out);
  const answersFile = parsed.values.get("--answers");
  const answers = answersFile === undefined ? new Map() : readAnswers(answersFile);
  const place = parsed.values.get("--reference") ?? findReference(out);
  if (place === null)
    throw usageError("no reference edition was found", "没有找到参考版本", [
      "请用 --reference DIR 指定",
      "name it by --reference DIR",
    ]);
  const files = deliveredFiles(folder);
  const clash = files.find((f) => OWN.includes(f.path) || f.path === "code-lists.json");
  if (clash)
    throw usageError(`${clash.path} in the delivery would be overwritten`, `收到的文件中有 ${clash.path},会被覆盖`, [
      "请改名后再试",
      "rename it and try again",
    ]);
  const report = lintDelivery(folder);
  const delivery = load(folder, report);
  const reference = loadReference(place);
  const proposal = proposeFor({ folder, files, delivery, reference, edition, answers });
  const made = filesOf(proposal, reference, report);
  const count = tell(proposal, report, output.out);
  if (parsed.switches.has("--dry-run")) return count > 0 ? EXIT_OPEN : EXIT.ok;
  write(out, files, made);
  output.out(`写入 written: ${[...made.keys()].map((f) => `${out}/${f}`).join(", ")}\n`);
  return count > 0 ? EXIT_OPEN : EXIT.ok;
}

function editionOf(edition: string): string {
  if (/^\d{4}-\d{2}(-\d{2})?(-[a-z0-9]+)*$/.test(edition)) return edition;
  throw usageError(
    `"${edition}" is no edition: YYYY-MM[-DD][-label]`,
    `“${edition}”不是版本号,应为 YYYY-MM[-DD][-标签]`,
    ["以版本号命名输出目录,或给出 --edition", "call the output folder like it, or give --edition"],
  );
}

/** The folder must not be there yet, or be one that this command made and nobody adopted. */
function checkPlace(folder: string, out: string): void {
  const [from, to] = [resolve(folder), resolve(out)];
  if (from === to || `${to}${sep}`.startsWith(`${from}${sep}`) || `${from}${sep}`.startsWith(`${to}${sep}`))
    throw usageError("--out lies in the delivery, or the delivery in it", "--out 与收到的目录互相包含", [
      "请换一个目录",
      "choose another folder",
    ]);
  if (!existsSync(out) || readdirSync(out).length === 0) return;
  const manifest = join(out, "manifest.json");
  const proposed = existsSync(manifest) && /"status":\s*"proposed"/.test(readFileSync(manifest, "utf8"));
  if (proposed) return;
  throw new CodegenError({
    code: "GEN_WRITE",
    message: `${out} exists and holds no proposal`,
    messageZh: `${out} 已存在,且不是本命令生成的提案`,
    expected: 'no folder, or one whose manifest has "status": "proposed"',
    expectedZh: '尚不存在的目录,或其 manifest 的 "status" 为 "proposed"',
    advice: "choose another --out; nothing was written",
    adviceZh: "请更换 --out;未写入任何内容",
  });
}

function readAnswers(file: string): Answers {
  try {
    return parseAnswers(readFileSync(file, "utf8"), file);
  } catch (error) {
    if (error instanceof CodegenError) throw error;
    throw usageError(`${file} cannot be read`, `无法读取 ${file}`);
  }
}

function lintDelivery(folder: string): LintReport {
  const entries = entriesOfSet(folder);
  const report = lint({ entries, permits: permittedIn([folder]) });
  const shown = (file: string): string => relative(resolve(folder), resolve(file)).split(sep).join("/");
  return {
    ...report,
    documents: report.documents.map(shown),
    findings: report.findings.map((f) => ({ ...f, at: { ...f.at, file: shown(f.at.file) } })),
  };
}

function load(folder: string, report: LintReport): Delivery {
  let delivery: Delivery;
  try {
    delivery = loadDelivery(folder);
  } catch (error) {
    if (!isWsdlError(error)) throw error;
    const errors = report.findings.filter((f) => f.severity === "error");
    const problems = errors.map((f) => ({
      code: "GEN_INPUT" as const,
      at: f.at,
      message: f.message,
      messageZh: f.messageZh,
      advice: f.advice,
      adviceZh: f.adviceZh,
    }));
    const [first = { code: "GEN_INPUT" as const, message: error.message, messageZh: error.messageZh }, ...others] =
      problems;
    throw new CodegenError(first, others, error);
  }
  if (delivery.operations.length > 0) return delivery;
  throw new CodegenError({
    code: "GEN_INPUT",
    message: `${folder}: no document describes an operation`,
    messageZh: `${folder}:没有任何文档描述操作`,
    expected: "at least one WSDL with a port type",
    expectedZh: "至少一个含端口类型的 WSDL",
    advice: "ask for the WSDL; XSD files alone do not tell operations",
    adviceZh: "请索取 WSDL;只有 XSD 无法得知操作",
  });
}

interface ProposeFor {
  readonly folder: string;
  readonly files: readonly DeliveredFile[];
  readonly delivery: Delivery;
  readonly reference: Reference;
  readonly edition: string;
  readonly answers: Answers;
}

function proposeFor({ folder, files, delivery, reference, edition, answers }: ProposeFor): Proposal {
  const entries = entriesOfSet(folder).map((f) => relative(resolve(folder), resolve(f)).split(sep).join("/"));
  const encodings = files.flatMap((f) => (f.encoding === null ? [] : [f.encoding]));
  return propose(delivery, reference, { edition, answers, encodings, files: entries });
}

function filesOf(proposal: Proposal, reference: Reference, lintReport: LintReport): Map<string, string> {
  const changes = compareWithReference(proposal);
  const made = new Map<string, string>();
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  made.set("manifest.json", json(proposal.manifest));
  made.set("questions.json", json(proposal.questions));
  made.set("correspondence.json", json(correspondence(proposal)));
  const facts = { ...releaseFacts(reference.manifest, null), new: String(proposal.manifest["edition"]) };
  made.set("changes.json", formatJson(changes, facts));
  made.set("MIGRATION.md", migrationNotes(proposal, reference, changes));
  made.set("ELEMENTS.md", elementTable(proposal.matched, `${facts.old} → ${facts.new}`));
  made.set("LINT.txt", formatText(lintReport, true));
  const { codeLists } = reference.manifest;
  if (codeLists !== undefined) made.set(codeLists, readFileSync(join(reference.folder, codeLists), "utf8"));
  return made;
}

/** What was taken for what, with everything that spoke for it. */
function correspondence({ matches, matched, wire, extra }: Proposal): unknown {
  return {
    note: "Inferred, not official. 以下均为推定,不是官方内容。",
    interfaces: matches.map(({ reference, accepted, answered, candidates, lead }) => {
      const found = matched.find((m) => m.reference === reference);
      const side = (of: (typeof matched)[number]["request"]): unknown =>
        of && {
          elements: of.match.fields.map((f) => ({
            wire: f.path,
            code: f.ourPath,
            score: Math.round(f.score * 1000) / 1000,
            runnerUp: f.runnerUp && { name: f.runnerUp.name, score: Math.round(f.runnerUp.score * 1000) / 1000 },
          })),
          onlyThere: of.match.onlyTheirs.map((o) => ({ path: o.path, optional: o.optional })),
          onlyInReference: of.match.onlyOurs,
        };
      return {
        no: reference.no,
        name: reference.name,
        operation: accepted?.delivered.key ?? null,
        by: accepted === null ? null : answered ? "answer" : "score",
        score: accepted?.score ?? null,
        lead: answered ? null : Math.round(lead * 1000) / 1000,
        evidence: accepted?.evidence ?? null,
        candidates: candidates
          .slice(0, 4)
          .map((c) => ({ operation: c.delivered.key, score: c.score, evidence: c.evidence })),
        request: found ? side(found.request) : null,
        response: found ? side(found.response) : null,
      };
    }),
    others: extra.map((o) => o.key),
    wire: wire.reasons,
  };
}

function tell({ matches, questions, extra }: Proposal, { counts }: LintReport, out: (text: string) => void): number {
  for (const { reference, accepted, candidates } of matches) {
    const title = `${String(reference.no).padStart(2)} ${reference.entry.nameZh ?? reference.name}`;
    const other = candidates.find((c) => c !== accepted);
    const next = other ? ` (次优 next: ${other.delivered.operation.name} ${other.score})` : "";
    out(
      accepted ? `${title} ← ${accepted.delivered.operation.name} ${accepted.score}${next}\n` : `${title} ← ?${next}\n`,
    );
  }
  const found = matches.filter((m) => m.accepted !== null).length;
  out(`lint: ${counts.error} errors, ${counts.warning} warnings, ${counts.info} infos · 见 LINT.txt\n`);
  if (extra.length > 0) out(`其他操作 other operations: ${extra.map((o) => o.operation.name).join(", ")}\n`);
  out(
    `识别 ${found}/${matches.length},待确认 ${questions.length};均为推定 · ${found} of ${matches.length} recognised, ${questions.length} to be decided; all of it is inferred\n`,
  );
  for (const q of questions) out(`  ${q.id}: ${q.zh} · ${q.en}\n`);
  return questions.length;
}

/** Everything goes into a folder beside, which then takes the place: a run that fails leaves nothing. */
function write(out: string, delivered: readonly DeliveredFile[], made: ReadonlyMap<string, string>): void {
  const place = resolve(out);
  const beside = (kind: string): string => join(dirname(place), `.coo-${kind}-${basename(place)}`);
  const [fresh, old] = [beside("new"), beside("old")];
  try {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
    for (const { path, bytes } of delivered) put(fresh, path, bytes);
    for (const [path, text] of made) put(fresh, path, text);
    if (existsSync(place)) renameSync(place, old);
    try {
      renameSync(fresh, place);
    } catch (error) {
      if (existsSync(old)) renameSync(old, place);
      throw error;
    }
    rmSync(old, { recursive: true, force: true });
  } catch (cause) {
    rmSync(fresh, { recursive: true, force: true });
    const code = (cause as NodeJS.ErrnoException).code ?? (cause as Error).message;
    throw new CodegenError(
      {
        code: "GEN_WRITE",
        message: `${out} cannot be written (${code})`,
        messageZh: `无法写入 ${out}(${code})`,
        advice: "check the folder and its permissions; nothing was changed",
        adviceZh: "请检查目录与权限;未做任何改动",
      },
      [],
      cause,
    );
  }
}

function put(folder: string, path: string, content: string | Uint8Array): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
