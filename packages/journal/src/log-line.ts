import type { JournalEvent } from "./context.ts";

/** One thing that happened, as a flat object for any logger. */
export type LogLine = Readonly<Record<string, string | number | boolean>>;

const MAX_LENGTH = 300;

/** What must not stand in a log, with what stands there instead. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  // Passwords in addresses, and values behind names that speak of secrets.
  [/([a-z][a-z\d+.-]*:\/\/[^\s/:@]*):[^\s/@]*@/gi, "$1:…@"],
  [
    /((?:pass(?:word|wd)?|secret|token|signature|sign|authorization|api[_-]?key|key|密码|密钥|私钥|签名)["']?\s*[:=\uFF1A]\s*)(?:bearer\s+|basic\s+)?["']?[^\s"',;&<>]+/gi,
    "$1…",
  ],
  // Text of messages.
  [/<[^<>]{1,200}>[\s\S]*<\/[^<>]{1,200}>/g, "<…>"],
  // Long tokens: keys, signatures, encoded content.
  [/[A-Za-z\d+/_-]{40,}={0,2}/g, "…"],
  // People: mail addresses, Chinese identity numbers, mobile telephone numbers.
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, "…@…"],
  [/(?<!\d)\d{17}[\dXx](?!\d)/g, "…"],
  [/(?<!\d)1[3-9]\d{9}(?!\d)/g, "…"],
];

/** The one redactor: takes secrets, message text and people out of a text, and shortens it. */
export function redact(text: string): string {
  let clean = text;
  for (const [pattern, instead] of SECRETS) clean = clean.replace(pattern, instead);
  return clean.length > MAX_LENGTH ? `${clean.slice(0, MAX_LENGTH)}…` : clean;
}

/**
 * An event as an object for a log: ids, states, codes, sizes and hashes, never what is in a message. Only what stands here
 * gets out: a field that an event gains later does not by itself.
 */
export function logLine(event: JournalEvent): LogLine {
  switch (event.type) {
    case "outbox": {
      const { id, tenant, op, key, rev, state, epoch, resends, errorCode, contentHash, content, trace } = event.row;
      return {
        event: "outbox",
        id,
        tenant,
        op,
        key: redact(key),
        rev,
        state,
        epoch,
        resends,
        bytes: content.byteLength,
        hash: contentHash.slice(0, 16),
        ...(errorCode === null ? {} : { code: redact(errorCode) }),
        ...traceOf(trace),
      };
    }
    case "inbox":
      return { event: "inbox", id: event.row.id, op: event.row.op, state: event.row.state };
    case "repair":
      return { event: "repair", op: event.op, stream: event.stream, of: event.of };
    case "attempt": {
      const { kind, op, id, result, ms } = event;
      return { event: "attempt", kind, op, id, result, ms: Math.round(ms) };
    }
    case "paced":
      return { event: "paced", provider: event.provider, waitMs: Math.round(event.waitMs) };
    case "breaker":
      return { event: "breaker", provider: event.provider, state: event.state };
    case "finding":
      return { event: "finding", kind: event.kind, stream: redact(event.stream) };
    case "error": {
      const error = event.error instanceof Error ? event.error : new Error(String(event.error));
      const { code } = error as { readonly code?: unknown };
      return {
        event: "error",
        where: event.where,
        name: error.name,
        ...(typeof code === "string" ? { code } : {}),
        message: redact(error.message),
      };
    }
  }
}

/** The id that joins a line with its trace. */
function traceOf(trace: string | null): { readonly traceId?: string } {
  const id = /^00-([0-9a-f]{32})-/.exec(trace ?? "")?.[1];
  return id === undefined ? {} : { traceId: id };
}
