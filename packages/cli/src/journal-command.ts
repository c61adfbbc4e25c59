import { existsSync } from "node:fs";
import { type Decision, type Journal, openJournal, type Result, type SqliteStore } from "@coo/journal";
import { Command, InvalidArgumentError, Option } from "commander";
import { type AccessOptions, accessFlags } from "./access.ts";
import { type ProfileOptions, profileFlags, profileOf } from "./config.ts";
import { findingLines, shownFindings } from "./differences.ts";
import { CliError, EXIT } from "./errors.ts";
import { reconcile, type WorkOptions, work } from "./exchange-commands.ts";
import type { CliIo, CommandResult } from "./run.ts";
import { statusText } from "./status-text.ts";
import { beijing, table } from "./table.ts";

interface Common extends ProfileOptions {
  readonly store?: string;
  /** For PostgreSQL behind a pooler. */
  readonly listenUrl?: string;
  readonly json?: boolean;
}

interface Signed extends Common {
  readonly by: string;
  readonly reason: string;
}

/** `coo journal …`: looks into a journal, and lets a person decide. */
export function journalCommand(io: CliIo, finish: (result: CommandResult) => void): Command {
  const journal = new Command("journal").description("日志库:发件箱、收件箱、台账 · outbox, inbox and ledger");

  /** A command on an open journal. */
  const add = (name: string, description: string): Command =>
    profileFlags(journal.command(name))
      .description(description)
      .option("--store <address>", "sqlite:路径 或 postgres://…;默认 COO_JOURNAL_STORE · default COO_JOURNAL_STORE")
      .option("--json", "机器可读 · for machines");
  const signed = (command: Command): Command =>
    command
      .requiredOption("--by <name>", "谁决定 · who decides; goes to the ledger")
      .requiredOption("--reason <text>", "原因 · why; goes to the ledger");
  const on = async (options: Common, work: (open: Journal) => Promise<CommandResult>, isNew = false): Promise<void> => {
    const listenUrl = options.listenUrl ?? io.env["COO_JOURNAL_LISTEN"];
    const open = await openJournal({ store: addressOf(options, io, isNew), ...(listenUrl ? { listenUrl } : {}) });
    try {
      finish(await work(open));
    } finally {
      await open.close();
    }
  };

  add("migrate", "建立或升级表 · make or upgrade the tables").action((options: Common) =>
    on(options, async () => ({ data: { migrated: true }, text: "ok\n" }), true),
  );
  add(
    "restored",
    "从备份恢复或切换到落后的备库之后 · after a restore, or a failover to a standby that was behind",
  ).action((options: Common) =>
    on(options, async (open) => {
      const rows = await open.restored();
      return { data: { rows }, text: `${rows} 行先查询再发送 · rows are asked about before anything is sent\n` };
    }),
  );
  add("status", "一屏总览 · what waits, what is in doubt, what needs a person").action((options: Common) =>
    on(options, async (open) => {
      const status = await open.status();
      return { data: status, text: statusText(status) };
    }),
  );
  add("verify", "校验台账 · check chains, anchors and tables").action((options: Common) =>
    on(options, async (open) => {
      const report = await open.verify();
      const isOk = report.faults.length === 0;
      const lines = report.faults.map((fault) => [fault.stream, String(fault.n), fault.what, fault.message]);
      const closing = `${report.rows} 行 rows, ${report.streams} 链 chains, ${report.anchors} 锚 anchors: ${isOk ? "ok" : `${report.faults.length} 处错误 faults`}\n`;
      return { data: report, text: table(lines) + closing, exit: isOk ? EXIT.ok : EXIT.invalid };
    }),
  );
  add("show", "一份申请的全部记录 · everything about an application")
    .argument("<id>", "编号 · row number", rowNumber)
    .action((id: number, options: Common) => on(options, (open) => show(open, id)));
  signed(add("resolve", "人工决定 · decide about an application"))
    .argument("<id>", "编号 · row number", rowNumber)
    .addOption(
      new Option("--decision <what>", "send 再发 | cancel 取消 | accept 视为已受理")
        .choices(["send", "cancel", "accept"])
        .makeOptionMandatory(),
    )
    .action((id: number, options: Signed & { readonly decision: Decision }) =>
      on(options, async (open) => {
        const row = await open.resolve(id, options.decision, options);
        return { data: { id, state: row.state }, text: `${id} → ${row.state}\n` };
      }),
    );
  signed(add("note", "附注 · put a note into an application's chain"))
    .argument("<id>", "编号 · row number", rowNumber)
    .action((id: number, options: Signed) =>
      on(options, async (open) => {
        await open.note(id, options);
        return { data: { id }, text: "ok\n" };
      }),
    );
  signed(add("replay", "重放死信 · give a dead push to its handler again"))
    .argument("<id>", "收件箱编号 · inbox number", rowNumber)
    .action((id: number, options: Signed) =>
      on(options, async (open) => {
        const row = await open.inbox.replay(id, options);
        return { data: { id, state: row.state }, text: `inbox/${id} → ${row.state}\n` };
      }),
    );
  accessFlags(add("work", "发送、查询、对账,直到停止 · send, ask and compare until told to stop"))
    .option("--role <roles>", "sender,resolver,reconciler", "sender,resolver")
    .option("--concurrency <n>", "同时请求数 · requests under way at once", positive, 4)
    .option("--listen-url <url>", "PostgreSQL 本身的地址,用于经连接池时 · the server itself, where --store is a pooler")
    .option("--until-empty", "无待处理时结束 · end when nothing is open")
    .action((options: Common & WorkOptions) => on(options, (open) => work(open, options, io)));
  accessFlags(add("reconcile", "逐字段对账 · compare with the exchange, field by field"))
    .option("--since <span>", "多久以来:12h、1d · since when: 12h, 1d", span, 86_400_000)
    .option(
      "--missed-after <span>",
      "结果推送迟到多久视为丢失 · how late a result's push is taken for lost",
      span,
      3_600_000,
    )
    .action((options: Common & AccessOptions & { readonly since: number; readonly missedAfter: number }) =>
      on(options, (open) => reconcile(open, options, io)),
    );
  add("findings", "待查差异 · open findings").action((options: Common) =>
    on(options, async (open) => {
      const found = await shownFindings(open);
      const text = found.length === 0 ? "无待查差异 · nothing is open\n" : table(findingLines(found));
      return { data: found, text };
    }),
  );
  add("close-finding", "关闭差异 · close a finding")
    .argument("<id>", "编号 · number", rowNumber)
    .requiredOption("--by <name>", "谁决定 · who decides")
    .action((id: number, options: Signed) =>
      on(options, async (open) => {
        if (!(await open.closeFinding(id, options.by)))
          throw new CliError(
            "CLI_NOT_FOUND",
            EXIT.usage,
            `no open finding ${id}`,
            `没有待查差异 ${id}`,
            "coo journal findings",
          );
        return { data: { id }, text: "ok\n" };
      }),
    );
  add("close-breaker", "恢复发送 · let a provider's traffic flow again")
    .argument("<provider>", "接入商代码 · provider code")
    .action((provider: string, options: Common) =>
      on(options, async (open) => {
        if (!(await open.closeBreaker(provider)))
          throw new CliError(
            "CLI_NOT_FOUND",
            EXIT.usage,
            `no breaker of ${provider}`,
            `没有 ${provider} 的熔断器`,
            "coo journal status",
          );
        return { data: { provider }, text: "ok\n" };
      }),
    );
  add("anchor", "当日锚定 · bind all rows since the last anchor")
    .option("--day <day>", "yyyy-MM-dd;默认今天 · default today")
    .action((options: Common & { readonly day?: string }) =>
      on(options, async (open) => {
        const anchor = await open.anchor(options.day);
        return { data: anchor ?? null, text: anchor ? `${anchor.root}\n` : "无新记录 · nothing new\n" };
      }),
    );
  add("backup", "在线备份(SQLite)· copy a journal in use")
    .argument("<file>", "目标文件 · where to")
    .action((file: string, options: Common) =>
      on(options, async (open) => {
        if (open.store.dialect !== "sqlite")
          throw new CliError(
            "CLI_BACKUP",
            EXIT.usage,
            "a PostgreSQL journal is backed up by pg_basebackup with WAL",
            "PostgreSQL 请用 pg_basebackup 备份",
          );
        await (open.store as SqliteStore).backup(file);
        return { data: { file }, text: "ok\n" };
      }),
    );
  return journal;
}

/** The store's address; a command that only looks must not make an empty file under a mistyped name. */
function addressOf(options: Common, io: CliIo, isNew: boolean): string {
  const address = options.store ?? io.env["COO_JOURNAL_STORE"] ?? profileOf(options, io).store;
  if (address === undefined)
    throw new CliError(
      "CLI_STORE",
      EXIT.configuration,
      "no store is given",
      "未指定日志库",
      '--store sqlite:./coo.db, COO_JOURNAL_STORE, or "store" of a profile',
    );
  const path = /^sqlite:(.+)$/s.exec(address)?.[1];
  if (path !== undefined && !isNew && !existsSync(path))
    throw new CliError(
      "CLI_STORE",
      EXIT.configuration,
      `there is no file ${path}`,
      `没有文件 ${path}`,
      `coo journal migrate --store ${address}`,
    );
  return address;
}

async function show(open: Journal, id: number): Promise<CommandResult> {
  const row = await open.find(id);
  if (!row)
    throw new CliError(
      "CLI_NOT_FOUND",
      EXIT.usage,
      `no outbox row ${id}`,
      `没有发件箱第 ${id} 行`,
      "coo journal status",
    );
  const { ledger, attempts, result } = await open.history(id);
  const { content, ...facts } = row;
  const findings = (await shownFindings(open)).filter((one) => one.stream === `outbox/${id}`);
  const data = { ...facts, contentBytes: content.byteLength, ledger, attempts, result: result ?? null, findings };
  const head = table([
    ["申请 application", `${row.op} ${row.key}, 版本 rev ${row.rev}`],
    ["状态 state", row.state + (row.errorCode === null ? "" : ` (${row.errorCode})`)],
    ["流水号 message id", row.messageId],
    ["对方编号 remote id", row.remoteId ?? ""],
    ["重发 resends", String(row.resends)],
    ["下次处理 due", beijing(row.due)],
    ...(result ? [["审核结果 result", resultText(result)]] : []),
  ]);
  const steps = table(ledger.map((one) => [beijing(one.at), one.ev, one.actor, one.data ?? ""]));
  const tries = table(
    attempts.map((one) => [
      `epoch ${String(one["epoch"])}`,
      String(one["kind"] ?? ""),
      one["http_status"] === null ? "" : `HTTP ${String(one["http_status"])}`,
      String(one["return_code"] ?? ""),
      String(one["reason"] ?? ""),
    ]),
  );
  // What a person has to decide about stands before the command that decides.
  const different = findings.length === 0 ? "" : `\n${table(findingLines(findings))}`;
  const next = ["needs_person", "conflict"].includes(row.state)
    ? `→ coo journal resolve ${id} --decision send|cancel|accept --by NAME --reason TEXT\n`
    : "";
  return { data, text: `${head}\n${steps}\n${tries}${different}${next}` };
}

/** What became of the last final result that a query showed. */
function resultText({ op, asked, verdict, inboxId }: Result): string {
  const what = {
    known: "推送已告知 · told by its push",
    repaired: `推送丢失,已补入收件箱 · no push came, put into inbox/${inboxId}`,
    missed: "推送丢失,需人工 · no push came, for a person",
    unknown: "处理函数未给出 subject,无法判断 · the handler has no subject: cannot be told",
    replaced: "申请已变更 · the application was changed since",
  };
  return `${op}, ${beijing(asked)}: ${verdict === null ? "等待推送 · its push may still come" : what[verdict]}`;
}

function rowNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError("应为行号 · takes a row number");
  return Number(text);
}

function positive(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError("应为 1 至 999 · takes a number from 1 to 999");
  return Number(text);
}

/** Milliseconds of `30m`, `12h` or `1d`. */
function span(text: string): number {
  const [, count, unit] = /^(\d{1,4})([mhd])$/.exec(text) ?? [];
  const ms = { m: 60_000, h: 3_600_000, d: 86_400_000 }[unit ?? ""];
  if (ms === undefined) throw new InvalidArgumentError("例如 30m、12h、1d · for example 30m, 12h, 1d");
  return Number(count) * ms;
}
