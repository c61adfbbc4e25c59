import { setTimeout } from "node:timers/promises";
import { createClient } from "@coo/client";
import { allServices, outbox, referenceSubmit } from "@coo/client/all";
import { type Finding, isJournalError, type Journal, logLine, type ReconcileReport } from "@coo/journal";
import { type AccessOptions, accessOf } from "./access.ts";
import { fieldLines, type LabelledField, labelOf } from "./differences.ts";
import { CliError, EXIT } from "./errors.ts";
import type { CliIo, CommandResult } from "./run.ts";
import { table } from "./table.ts";

/** What a process started by the command line can do; handlers of pushes are code of the user's. */
const ROLES = ["sender", "resolver", "reconciler"] as const;

type WorkRole = (typeof ROLES)[number];

export interface WorkOptions extends AccessOptions {
  readonly role: string;
  readonly concurrency: number;
  /** Ends when nothing is open any more. */
  readonly untilEmpty?: boolean;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** How far back the comparison looks. */
const COMPARED_MS = 30 * DAY_MS;
/** Every hour what the exchange has no result for yet, every day the rest; an hour's round may begin a minute early. */
const AGAIN = { openMs: HOUR_MS - MINUTE_MS, settledMs: DAY_MS - MINUTE_MS };
/** What the exchange lists is looked up once an hour as far as it is new, with an hour to spare. */
const LISTED_MS = 2 * HOUR_MS;

/** Works on a journal until it is told to stop: sends, asks, and compares every hour. */
export async function work(journal: Journal, options: WorkOptions, io: CliIo): Promise<CommandResult> {
  const roles = rolesOf(options.role);
  // Behind a pooler on which no news arrives it would look idle while others wait for it: refused.
  await journal.listen();
  const access = accessOf(options, io);
  for (const warning of access.warnings) io.err(`! ${warning}\n`);
  const counts: Record<string, number> = {};
  const behind: unknown[] = [];
  const off = journal.on((event) => {
    if (event.type === "error" && isJournalError(event.error, "JOURNAL_BEHIND")) behind.push(event.error);
    // Every request is told by the change that follows it.
    if (event.type === "attempt" || event.type === "paced") return;
    if (event.type === "outbox") counts[event.row.state] = (counts[event.row.state] ?? 0) + 1;
    // One object a line: ids, states and codes, never what is in a message.
    io.err(`${JSON.stringify(logLine(event))}\n`);
  });
  const client = clientOn(journal, access);
  const own = roles.filter((role): role is "sender" | "resolver" => role !== "reconciler");
  const worker = own.length > 0 ? journal.work({ roles: own, concurrency: options.concurrency }) : undefined;
  const { signal } = io;
  const isToldToStop = (): boolean => signal?.aborted === true;
  let nextAsk = 0;
  try {
    // Whoever starts it again is told the same, until somebody has run what the error names.
    while (!isToldToStop() && behind.length === 0) {
      const isAsked = roles.includes("reconciler") && Date.now() >= nextAsk;
      if (isAsked) nextAsk = Date.now() + MINUTE_MS;
      // Once an hour, by whichever machine asks first.
      if (isAsked && (await journal.turn(`reconcile/${access.provider}`, HOUR_MS))) {
        const now = Date.now();
        const isDaily = await journal.turn(`reconcile-list/${access.provider}`, DAY_MS);
        const found = await journal.reconcile(access.provider, {
          since: now - COMPARED_MS,
          listSince: now - (isDaily ? COMPARED_MS : LISTED_MS),
          again: AGAIN,
          ...(signal ? { signal } : {}),
        });
        counts["findings"] = (counts["findings"] ?? 0) + found.found.length;
        counts["results"] = (counts["results"] ?? 0) + found.results;
        counts["compared"] = (counts["compared"] ?? 0) + found.asked;
      }
      if (options.untilEmpty && (await isEmpty(journal))) break;
      await pause(options.untilEmpty ? 100 : 1_000, signal);
    }
  } finally {
    // What is under way comes to its end before the process does.
    await worker?.stop();
    await client.close();
    off();
  }
  if (behind.length > 0) throw behind[0];
  const text = table(Object.entries(counts).map(([state, n]) => [state, String(n)]));
  return { data: { roles, counts }, text, exit: isToldToStop() ? EXIT.interrupted : EXIT.ok };
}

/** Compares what was accepted with what the exchange says, field by field. */
export async function reconcile(
  journal: Journal,
  options: AccessOptions & { readonly since: number; readonly missedAfter: number },
  io: CliIo,
): Promise<CommandResult> {
  const access = accessOf(options, io);
  for (const warning of access.warnings) io.err(`! ${warning}\n`);
  const client = clientOn(journal, access);
  try {
    const { signal } = io;
    const report = await journal.reconcile(access.provider, {
      since: Date.now() - options.since,
      missedMs: options.missedAfter,
      ...(signal ? { signal } : {}),
    });
    const found = await labelled(journal, report.found);
    const lines = found.flatMap((one) => [[`${one.kind}`, one.stream, one.document, ""], ...fieldLines(one.fields)]);
    const closing = `已比对 compared ${report.asked}, 未答 unanswered ${report.failed}, 新结果 new results ${report.results}, 差异 differences ${found.length}\n`;
    const exit = found.length > 0 ? EXIT.invalid : report.failed > 0 ? EXIT.network : EXIT.ok;
    return { data: { ...report, found }, text: table(lines) + closing, exit };
  } finally {
    await client.close();
  }
}

interface Labelled {
  readonly kind: Finding["kind"];
  readonly stream: string;
  /** Operation and business key. */
  readonly document: string;
  readonly fields: readonly LabelledField[];
}

async function labelled(journal: Journal, found: ReconcileReport["found"]): Promise<Labelled[]> {
  const all: Labelled[] = [];
  for (const { kind, stream, differences } of found) {
    const id = /^outbox\/(\d+)$/.exec(stream)?.[1];
    const row = id === undefined ? undefined : await journal.find(Number(id));
    const fields = (differences ?? []).map(({ path, ours, theirs }) => ({
      path,
      label: row ? labelOf(row.op, path) : "",
      ours,
      theirs,
    }));
    all.push({ kind, stream, document: row ? `${row.op} ${row.key}` : "", fields });
  }
  return all;
}

function clientOn(journal: Journal, access: ReturnType<typeof accessOf>): { close(): Promise<void> } {
  return createClient({
    services: allServices,
    endpoint: access.endpoint,
    providerCode: access.provider,
    key: access.key,
    submit: outbox(journal, referenceSubmit, false),
  });
}

function rolesOf(text: string): WorkRole[] {
  return text.split(",").map((name) => {
    const role = ROLES.find((one) => one === name);
    if (role) return role;
    const isInbox = name === "inbox";
    throw new CliError(
      "CLI_ROLE",
      EXIT.usage,
      isInbox ? "pushes are taken by the handlers of your receiver" : `there is no role "${name}"`,
      isInbox ? "推送由接收程序的处理器处理" : `没有角色“${name}”`,
      isInbox ? "createReceiver({ journal, handlers })" : `--role ${ROLES.join(",")}`,
    );
  });
}

/** Whether nothing waits for anything but a person. */
async function isEmpty(journal: Journal): Promise<boolean> {
  const { outbox } = await journal.status();
  return outbox.every(({ state }) => !["ready", "sending", "in_doubt", "resolving"].includes(state));
}

/** Waits, at most until the signal fires. */
export async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await setTimeout(ms, undefined, signal ? { signal } : {});
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}
