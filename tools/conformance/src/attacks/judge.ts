import type { MessageDescriptor } from "@coo/soap/gen1";
import type { Attack } from "./corpus.ts";
import type { Report } from "./guarded.ts";
import type { Answer } from "./send.ts";
import { seenValue, valueDifference } from "./value.ts";

/** What the operation under attack is called and made of. */
export interface Target {
  readonly operation: string;
  readonly message: MessageDescriptor<unknown>;
  readonly fields: Readonly<Record<string, string>>;
}

/** Bounds on every answer, also where the case states none. */
const MAX_MS = 1000;
const MAX_EXTRA_MIB = 64;

/** Memory for one request at most: so many times its size, and what the engine takes at a time (docs/strictness.md). */
const MAX_MULTIPLE = 12;
const BASE_MIB = 16;

/** Why the receiver did not stand the attack; `null` when it did. */
export function judge(
  attack: Attack,
  answer: Answer,
  report: Report,
  connections: number,
  target: Target,
): string | null {
  const hurt = harm(attack, answer, report, connections);
  if (hurt !== null) return hurt;
  const [call, another] = report.calls;
  if (another !== undefined) return `the handler was called ${report.calls.length} times`;
  if (call === undefined) {
    if (attack.expected === "accept") return `refused: ${answer.status ?? "no answer"}, ${errorOf(report)}`;
    // A frame that is not HTTP may be answered by closing.
    if (answer.status === undefined) return attack.layer === "raw" ? null : "no answer";
    return answer.status < 400 ? `answered ${answer.status} without calling the handler` : null;
  }
  if (attack.expected === "reject") return `accepted: ${JSON.stringify(call.value).slice(0, 160)}`;
  if (call.operation !== target.operation) return `operation ${call.operation} was called`;
  if (answer.status !== 200) return `the handler was called, the answer is ${answer.status}: ${errorOf(report)}`;
  if (attack.value === undefined) return null;
  return valueDifference(attack.value, seenValue(target.message, call.value, target.fields));
}

/** What must never happen, whatever the verdict. */
function harm(attack: Attack, answer: Answer, report: Report, connections: number): string | null {
  if (connections > 0) return "a connection was made to the canary";
  if (report.polluted.length > 0) return `the prototype of ${report.polluted.join(", ")} was changed`;
  if (report.unhandled.length > 0) return `nobody handled ${report.unhandled[0]}`;
  const internal = report.errors.find((e) => e.code === "PUSH_INTERNAL");
  if (internal) return `the receiver failed: ${internal.message}`;
  if (answer.late) return "no answer in time";
  const ms = attack.limits.maxMs ?? MAX_MS;
  // On a busy machine the clock also counts the work of others.
  if (answer.ms > ms && report.cpuMs > ms) return `${Math.round(report.cpuMs)} ms, the limit is ${ms}`;
  const mib = attack.limits.maxExtraMiB ?? MAX_EXTRA_MIB;
  const grown = report.grown / 1048576;
  if (grown > mib) return `${Math.round(grown)} MiB more, the limit is ${mib}`;
  const multiple = (report.grown - BASE_MIB * 1048576) / attack.bytes.byteLength;
  if (multiple > MAX_MULTIPLE) return `${Math.round(multiple)} times the request, the limit is ${MAX_MULTIPLE}`;
  const leak = /\bat (?:async )?[\w.<>]+ \(|node_modules|file:\/\/|\.[cm]?[jt]s:\d+|\b\w*Error:/.exec(answer.text);
  return leak ? `the answer tells internals: ${leak[0]}` : null;
}

function errorOf(report: Report): string {
  const [error] = report.errors;
  return error ? `${error.code}: ${error.message}` : "no error was told";
}
