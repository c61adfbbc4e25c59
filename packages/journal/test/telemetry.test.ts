import { readFileSync } from "node:fs";
import { join } from "node:path";
import { context, metrics, propagation, type SpanContext, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import * as sdk from "@opentelemetry/sdk-trace";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { type JournalEvent, logLine, openJournal, redact, sqliteStore } from "../src/index.ts";
import { METRICS, type MetricInfo, telemetry, timed } from "../src/telemetry.ts";
import { FakeRemote } from "./support/fake-remote.ts";
import { folder, order } from "./support/open.ts";

const spans = new sdk.InMemorySpanExporter();
const provider = new sdk.TracerProvider({ spanProcessors: [new sdk.SimpleSpanProcessor({ exporter: spans })] });
const NO_LIMIT = { perSecond: 1_000_000, burst: 1_000_000 };

beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
});
afterAll(() => {
  for (const api of [context, propagation, trace, metrics]) api.disable();
});

const SECRET = "f".repeat(64);
const push = { provider: "P1", op: "result", body: new Uint8Array([1]), bodyHash: "h", keyId: "0" };

/** A journal in which everything happens that is measured. */
async function busy(options: { readonly events?: JournalEvent[] } = {}) {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
  const meters = new MeterProvider({ readers: [reader] });
  const meter = meters.getMeter("test");
  const journal = await openJournal({
    store: timed(sqliteStore({ path: join(folder(), "coo.db") }), { meter }),
    timing: { requestMs: 5, leaseMs: 10_000, settleMs: 0 },
    limits: { provider: NO_LIMIT, tenant: { perSecond: 1, burst: 2 } },
    breaker: { inRow: 1, pauseMs: 60_000 },
    onEvent: (event) => void options.events?.push(event),
  });
  onTestFinished(() => journal.close());
  const end = telemetry(journal, { meter });
  const remote = new FakeRemote();
  journal.register(remote);
  const collect = async () => {
    await reader.forceFlush();
    const [last] = exporter.getMetrics().slice(-1);
    return last?.scopeMetrics.flatMap((scope) => scope.metrics) ?? [];
  };
  return { journal, remote, collect, end };
}

it("gives every metric that is declared, and no other", async () => {
  const { journal, remote, collect, end } = await busy();
  remote.sends = [{ kind: "accepted" }, { kind: "unclear" }];
  for (const key of ["D-1", "D-2", "D-3"]) await journal.enqueue(order(key));
  await journal.steps.send("P1");
  await journal.closeBreaker("P1");
  await journal.steps.send("P1");
  await journal.closeBreaker("P1");
  await journal.steps.send("P1");
  await journal.inbox.count("signature", { size: 3 });
  await journal.inbox.receive({ key: "k", ...push }, "received");
  await journal.inbox.receive({ key: "k", ...push }, "received");
  await journal.inbox.receive({ key: "k", ...push, bodyHash: "other" }, "received");
  journal.handle("result", {
    inTx: async () => {
      throw new Error("no");
    },
  });
  await journal.steps.process();
  const seen = await collect();
  expect(seen.map((one) => one.descriptor.name).sort()).toEqual(
    Object.values(METRICS)
      .map((one) => one.name)
      .sort(),
  );
  for (const { descriptor, dataPoints } of seen) {
    const info = Object.values(METRICS).find((one) => one.name === descriptor.name) as MetricInfo;
    expect([descriptor.name, descriptor.unit]).toEqual([info.name, info.unit]);
    const names = new Set(dataPoints.flatMap((point) => Object.keys(point.attributes)));
    expect([descriptor.name, ...[...names].sort()]).toEqual([info.name, ...[...info.attributes].sort()]);
  }
  end();
  await journal.enqueue(order("D-4"));
});

it("names in the dashboard exactly the metrics that are given", () => {
  const file = readFileSync(new URL("../grafana/coo-journal.json", import.meta.url), "utf8");
  const dashboard = JSON.parse(file) as { panels: { targets: { expr: string }[] }[] };
  const named = new Set(
    dashboard.panels
      .flatMap((panel) => panel.targets)
      .flatMap(({ expr }) =>
        [...expr.matchAll(/\bcoo_\w+/g)].map(([name]) => name.replace(/_(?:bucket|count|sum)$/, "")),
      ),
  );
  const given = Object.values(METRICS).map((one) => prometheus(one));
  expect([...named].sort()).toEqual(given.sort());
});

/** The name that the OpenTelemetry exporter for Prometheus gives. */
function prometheus({ name, unit, kind }: MetricInfo): string {
  const seconds = unit === "s" ? "_seconds" : "";
  return `${name.replaceAll(".", "_")}${seconds}${kind === "counter" ? "_total" : ""}`;
}

it("keeps a request and its repeats in the trace of where the application was handed in", async () => {
  spans.reset();
  const { journal, remote } = await busy();
  const tracer = trace.getTracer("test");
  let inside: SpanContext | undefined;
  remote.sends = [
    (one) => {
      inside = trace.getActiveSpan()?.spanContext();
      expect(one.row.trace).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
      return { kind: "unclear", reason: "time-out" };
    },
    { kind: "accepted" },
  ];
  const origin = await tracer.startActiveSpan("handed in", async (span) => {
    await journal.enqueue(order("D-1"));
    span.end();
    return span.spanContext();
  });
  await journal.steps.send("P1");
  await journal.closeBreaker("P1");
  await journal.store.tx((q) => q("update outbox set due = 0"));
  await journal.steps.resolve("P1");
  await journal.steps.send("P1");
  const ours = spans.getFinishedSpans().filter((one) => one.name !== "handed in");
  expect(ours.map((one) => [one.name, one.attributes["coo.journal.result"], one.attributes["error.type"]])).toEqual([
    ["apply", "unclear", "unclear"],
    ["apply query", "absent", undefined],
    ["apply", "accepted", undefined],
  ]);
  for (const one of ours) {
    expect(one.spanContext().traceId).toBe(origin.traceId);
    expect(one.attributes).toMatchObject({ "rpc.system.name": "soap", "rpc.method": "apply" });
  }
  // What the client does under way hangs below.
  expect(inside?.spanId).toBe(ours[0]?.spanContext().spanId);
  expect(ours.map((one) => one.links.length)).toEqual([0, 0, 1]);
});

it("handles a push in the trace of its reception, and tells nothing of a secret", async () => {
  spans.reset();
  const { journal } = await busy();
  const origin = await trace.getTracer("test").startActiveSpan("received", async (span) => {
    await journal.inbox.receive({ key: "k", ...push }, "received");
    span.end();
    return span.spanContext();
  });
  journal.handle("result", {
    inTx: async () => {
      throw new Error(`signature=${SECRET} of postgres://coo:pass-word@db/coo`);
    },
  });
  await journal.steps.process();
  const [span] = spans.getFinishedSpans().filter((one) => one.name === "process result");
  expect(span?.spanContext().traceId).toBe(origin.traceId);
  expect(span?.status.message).toBe("signature=… of postgres://coo:…@db/coo");
});

it("keeps no trace and costs nothing when nothing is switched on", async () => {
  const journal = await openJournal({ store: sqliteStore({ path: join(folder(), "coo.db") }) });
  onTestFinished(() => journal.close());
  expect((await journal.enqueue(order("D-1"))).row.trace).toBe(null);
});

it("takes secrets, people and message text out of log lines", async () => {
  const events: JournalEvent[] = [];
  const { journal, remote } = await busy({ events });
  remote.sends = [{ kind: "unclear", reason: "x" }];
  await journal.enqueue(order("D-1", "content that nobody may see"));
  await journal.steps.send("P1");
  const lines = events.map((event) => JSON.stringify(logLine(event)));
  expect(lines.join("\n")).not.toContain("nobody may see");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ event: "outbox", id: 1, key: "D-1", state: "ready", bytes: 27 });
  const { length } = lines;
  expect(length).toBeGreaterThan(3);
  for (const [text, clean] of [
    [`key: ${SECRET}`, "key: …"],
    ["password=abc123, rest", "password=…, rest"],
    ["密钥:秘密 后", "密钥:… 后"],
    ["Authorization: Bearer abc.def", "Authorization: …"],
    ["https://u:p@host/x", "https://u:…@host/x"],
    ["at <Body><Name>张三</Name></Body> end", "at <…> end"],
    ["mail a.b@example.com, 13800138000, 11010519491231002X", "mail …@…, …, …"],
    ["MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7", "…"],
    ["ordinary text, D-2024-0001, code 2002", "ordinary text, D-2024-0001, code 2002"],
    ["y ".repeat(400), `${"y ".repeat(150)}…`],
  ] as const)
    expect(redact(text)).toBe(clean);
});
