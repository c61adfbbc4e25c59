import {
  type Attributes,
  type BatchObservableCallback,
  context,
  type Meter,
  metrics,
  type Observable,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from "@opentelemetry/api";
import type { Act, JournalEvent, Observer } from "./context.ts";
import type { Journal } from "./journal.ts";
import { redact } from "./log-line.ts";
import type { Store } from "./store.ts";

const SCOPE = "@coo/journal";

/** A metric that a journal gives. */
export interface MetricInfo {
  readonly name: string;
  readonly kind: "gauge" | "counter" | "histogram";
  /** UCUM; `s` becomes `_seconds` in Prometheus. */
  readonly unit: string;
  readonly description: string;
  readonly attributes: readonly string[];
}

const metric = (
  name: string,
  kind: MetricInfo["kind"],
  unit: string,
  description: string,
  ...attributes: string[]
): MetricInfo => ({ name: `coo.journal.${name}`, kind, unit, description, attributes });

/** Names of {@link METRICS}. */
export type MetricId =
  | "outboxRows"
  | "outboxAge"
  | "inboxRows"
  | "inboxAge"
  | "duplicates"
  | "repairs"
  | "refusals"
  | "attention"
  | "breaker"
  | "lastPush"
  | "transitions"
  | "findings"
  | "errors"
  | "attempts"
  | "paced"
  | "commits";

/** All metrics; docs and the dashboard name these and no others. */
export const METRICS: Readonly<Record<MetricId, MetricInfo>> = {
  outboxRows: metric("outbox.rows", "gauge", "{row}", "Applications by state", "state"),
  outboxAge: metric("outbox.age", "gauge", "s", "How long the oldest application has been in a state", "state"),
  inboxRows: metric("inbox.rows", "gauge", "{row}", "Pushes by state", "state"),
  inboxAge: metric("inbox.age", "gauge", "s", "How long the oldest push has been in a state", "state"),
  duplicates: metric("inbox.duplicates", "gauge", "{push}", "Repeated pushes, ever"),
  repairs: metric("inbox.repairs", "gauge", "{push}", "Results of which no push came, found by the reconciler, ever"),
  refusals: metric("inbox.refusals", "gauge", "{push}", "Pushes that nobody vouched for, ever", "reason"),
  attention: metric("attention", "gauge", "{item}", "What a person has to look at"),
  breaker: metric(
    "breaker.open",
    "gauge",
    "{breaker}",
    "1 while the breaker of a provider is not closed",
    "provider",
    "state",
  ),
  lastPush: metric("inbox.last", "gauge", "s", "Time since the last push was received"),
  transitions: metric(
    "outbox.transitions",
    "counter",
    "{transition}",
    "Changes of state made by this process",
    "op",
    "state",
  ),
  findings: metric("findings", "counter", "{finding}", "Findings made by this process", "kind"),
  errors: metric("errors", "counter", "{error}", "Errors of this process's work", "error.type"),
  attempts: metric("attempt.duration", "histogram", "s", "Requests, questions and handlers", "kind", "op", "result"),
  paced: metric("limiter.wait", "histogram", "s", "Waits that the limiter asked for", "provider"),
  commits: metric("commit.duration", "histogram", "s", "Transactions of the store, until they are on the disk"),
};

/** What telemetry is given to; the API's global ones by default. */
export interface TelemetryOptions {
  readonly tracer?: Tracer;
  readonly meter?: Meter;
}

/**
 * Follows a journal with OpenTelemetry: a span for each request, question and handled push, in the trace of where the row
 * came from, and the metrics of {@link METRICS}. Costs one look at the status for each export.
 *
 * @returns Ends it.
 */
export function telemetry(journal: Journal, options: TelemetryOptions = {}): () => void {
  const tracer = options.tracer ?? trace.getTracer(SCOPE);
  const meter = options.meter ?? metrics.getMeter(SCOPE);
  const ends = [journal.observe(observerOf(tracer)), countEvents(journal, meter), gauge(journal, meter)];
  return () => {
    for (const end of ends) end();
  };
}

/** A store whose transactions are timed: `openJournal({ store: timed(sqliteStore({ path })) })`. */
export function timed(store: Store, options: Pick<TelemetryOptions, "meter"> = {}): Store {
  const commits = histogram(options.meter ?? metrics.getMeter(SCOPE), METRICS.commits);
  const { listen, notify } = store;
  return {
    dialect: store.dialect,
    ...(notify ? { notify: () => notify.call(store) } : {}),
    ...(listen ? { listen: (...args) => listen.apply(store, args) } : {}),
    async tx(fn) {
      const start = performance.now();
      const value = await store.tx(fn);
      commits.record((performance.now() - start) / 1000);
      return value;
    },
    close: () => store.close(),
  };
}

function observerOf(tracer: Tracer): Observer {
  return {
    trace() {
      const carrier: { traceparent?: string } = {};
      propagation.inject(context.active(), carrier);
      return carrier.traceparent;
    },
    act(act, run, result) {
      const origin =
        act.trace === null ? context.active() : propagation.extract(ROOT_CONTEXT, { traceparent: act.trace });
      const from = trace.getSpanContext(origin);
      const span = tracer.startSpan(
        nameOf(act),
        {
          kind: act.kind === "push" ? SpanKind.CONSUMER : SpanKind.CLIENT,
          attributes: attributesOf(act),
          // A later try belongs to the same trace, and says where it began.
          ...(from && act.repeats > 0 ? { links: [{ context: from }] } : {}),
        },
        origin,
      );
      return context.with(trace.setSpan(origin, span), async () => {
        try {
          const value = await run();
          const word = result(value);
          span.setAttribute("coo.journal.result", word);
          if (!FINE.has(word)) {
            span.setAttribute("error.type", word);
            span.setStatus({ code: SpanStatusCode.ERROR });
          }
          return value;
        } catch (error) {
          span.setAttribute("error.type", error instanceof Error ? error.name : "unknown");
          const message = redact(error instanceof Error ? error.message : String(error));
          span.setStatus({ code: SpanStatusCode.ERROR, message });
          throw error;
        } finally {
          span.end();
        }
      });
    },
  };
}

/** Results that are no failure of the call: the remote has answered. */
const FINE = new Set(["accepted", "rejected", "same", "differs", "absent", "done", "taken over"]);

/** `service/method` as the conventions for RPC name it. */
function nameOf(act: Act): string {
  return act.kind === "push" ? `process ${act.op}` : `${act.op}${act.kind === "query" ? " query" : ""}`;
}

function attributesOf(act: Act): Attributes {
  return {
    ...(act.kind === "push" ? {} : { "rpc.system.name": "soap", "rpc.method": act.op }),
    "coo.journal.stream": `${act.kind === "push" ? "inbox" : "outbox"}/${act.id}`,
    "coo.journal.repeats": act.repeats,
  };
}

function countEvents(journal: Journal, meter: Meter): () => void {
  const counter = (one: MetricInfo): ReturnType<Meter["createCounter"]> =>
    meter.createCounter(one.name, { unit: one.unit, description: one.description });
  const transitions = counter(METRICS.transitions);
  const findings = counter(METRICS.findings);
  const errors = counter(METRICS.errors);
  const attempts = histogram(meter, METRICS.attempts);
  const paced = histogram(meter, METRICS.paced);
  return journal.on((event: JournalEvent) => {
    switch (event.type) {
      case "outbox":
        transitions.add(1, { op: event.row.op, state: event.row.state });
        break;
      case "finding":
        findings.add(1, { kind: event.kind });
        break;
      case "attempt":
        attempts.record(event.ms / 1000, { kind: event.kind, op: event.op, result: event.result });
        break;
      case "paced":
        paced.record(event.waitMs / 1000, { provider: event.provider });
        break;
      case "error":
        errors.add(1, { "error.type": event.error instanceof Error ? event.error.name : "unknown" });
        break;
      default:
    }
  });
}

function histogram(meter: Meter, one: MetricInfo): ReturnType<Meter["createHistogram"]> {
  return meter.createHistogram(one.name, {
    unit: one.unit,
    description: one.description,
    advice: { explicitBucketBoundaries: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] },
  });
}

/** What one look at the status tells. */
function gauge(journal: Journal, meter: Meter): () => void {
  const made = (one: MetricInfo): Observable =>
    meter.createObservableGauge(one.name, { unit: one.unit, description: one.description });
  const all = {
    outboxRows: made(METRICS.outboxRows),
    outboxAge: made(METRICS.outboxAge),
    inboxRows: made(METRICS.inboxRows),
    inboxAge: made(METRICS.inboxAge),
    duplicates: made(METRICS.duplicates),
    repairs: made(METRICS.repairs),
    refusals: made(METRICS.refusals),
    attention: made(METRICS.attention),
    breaker: made(METRICS.breaker),
    lastPush: made(METRICS.lastPush),
  };
  const look: BatchObservableCallback = async (result) => {
    let status: Awaited<ReturnType<Journal["status"]>>;
    try {
      status = await journal.status();
    } catch {
      // A store that is away shows as a gap.
      return;
    }
    for (const { state, rows, oldest } of status.outbox) {
      result.observe(all.outboxRows, rows, { state });
      result.observe(all.outboxAge, (status.now - oldest) / 1000, { state });
    }
    for (const { state, rows, oldest } of status.inbox) {
      result.observe(all.inboxRows, rows, { state });
      result.observe(all.inboxAge, (status.now - oldest) / 1000, { state });
    }
    result.observe(all.duplicates, status.duplicates);
    result.observe(all.repairs, status.repairs);
    for (const { name, n } of status.counters) result.observe(all.refusals, n, { reason: name });
    result.observe(all.attention, status.attention.length);
    for (const { provider, state } of status.breakers)
      result.observe(all.breaker, state === "closed" ? 0 : 1, { provider, state });
    if (status.lastPush !== null) result.observe(all.lastPush, (status.now - status.lastPush) / 1000);
  };
  const observed = Object.values(all);
  meter.addBatchObservableCallback(look, observed);
  return () => meter.removeBatchObservableCallback(look, observed);
}
