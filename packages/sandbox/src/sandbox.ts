import type { Server } from "node:http";
import type { ServiceDescriptor } from "@coo/soap/gen1";
import { renderCertificate } from "./certificate.ts";
import { SandboxClock } from "./clock.ts";
import type { Control, RecordRow, Which } from "./control.ts";
import { controlAnswer } from "./control-api.ts";
import { SandboxError } from "./errors.ts";
import { Exchange } from "./exchange.ts";
import type { Cut, FaultHooks } from "./fault-hooks.ts";
import { type HttpAnswer, type HttpRequest, plainAnswer } from "./http-message.ts";
import { type Listening, openServer } from "./http-server.ts";
import { inProcessFetch, type SandboxFetch } from "./in-process-fetch.ts";
import { Journal, type JournalEntry, type JournalFilter } from "./journal.ts";
import { isWaiting, Office } from "./office.ts";
import type { SandboxOptions } from "./options.ts";
import { type NamedPolicy, resolvePolicy, STOCK_OPINION } from "./policy.ts";
import { EXCHANGE_PATH, isDocumentRequest, SERVICES_PATH, wireAt } from "./ports.ts";
import { isLoopback, readProviders } from "./providers.ts";
import { isDelivering, PushDesk } from "./push-desk.ts";
import { seededValues } from "./random.ts";
import type { Body, DocumentRecord, EnterpriseRecord, PushRecord, ReviewedRecord } from "./records.ts";
import { recordId } from "./records.ts";
import { FaultSwitches, type RemoteFaults, spoilSignature } from "./remote-faults.ts";
import { defaultSeedData, type SeedData } from "./seed-data.ts";
import { allServices } from "./services.ts";
import { resolveSignature, type SignatureSettings } from "./signature-profile.ts";
import { loadStateFile, readSnapshot, type Snapshot, saveStateFile, takeSnapshot } from "./snapshot.ts";
import { SandboxState } from "./state.ts";
import { type Duration, durationMs } from "./time.ts";
import { operationTable } from "./wire/operations.ts";
import { resolveWire, type WireSettings } from "./wire/wire-profile.ts";
import { documentAnswer } from "./wsdl.ts";

/** What a client needs: spread it into `createClient`. */
export interface Credentials {
  readonly providerCode: string;
  /** Demo key, never a real one. */
  readonly key: string | Uint8Array;
  /** The sandbox's address once it listens; before, one that only its `fetch` answers. */
  readonly endpoint: string;
  readonly wire: WireSettings;
  readonly signature: SignatureSettings;
  /** The sandbox's clock: a virtual one stands still, and messages must be stamped by it. */
  readonly now: () => number;
}

/** What a receiver needs: spread it into `createReceiver`. */
export interface ReceiverCredentials {
  readonly providers: Readonly<Record<string, string | Uint8Array>>;
  readonly wire: WireSettings;
  readonly signature: SignatureSettings;
  readonly now: () => number;
}

/** A running stand-in for the exchange (模拟环境). */
export interface Sandbox {
  /** For the first provider. */
  readonly credentials: Credentials;
  /** For one provider of several. */
  credentialsFor(providerCode: string): Credentials;
  readonly receiverCredentials: ReceiverCredentials;
  /** The Fetch API in this process: no port needed. */
  readonly fetch: SandboxFetch;
  /** Binds a port (0 picks one) on this machine; another host only when given. */
  listen(port?: number, host?: string): Promise<Listening>;
  /** Stops listening, waits for pushes under way, and writes the state file. */
  close(): Promise<void>;
  readonly control: Control;
  /** Switches for what can go wrong with calls. */
  readonly faults: RemoteFaults;
  readonly clock: {
    /** Milliseconds since 1970. */
    now(): number;
    /** Moves on by a span such as `2d`, doing in order what falls due: reviews, pushes, retries. */
    advance(by: Duration): Promise<void>;
  };
  readonly journal: {
    find(filter?: JournalFilter): readonly JournalEntry[];
    readonly entries: readonly JournalEntry[];
  };
  /** Sends a push of the caller's making; resolves after the first attempt. */
  push(operation: string, body: Body, which?: { readonly providerCode?: string }): Promise<PushRecord>;
  /** All pushes with their attempts, in order. */
  readonly pushes: readonly PushRecord[];
  /** Errors of the sandbox itself and of policy functions, the last hundred; `onError` gets them as well. */
  readonly errors: readonly unknown[];
  /** Resolves when nothing is due any more. */
  idle(): Promise<void>;
  snapshot(): Snapshot;
  restore(snapshot: Snapshot): void;
}

const DEFAULT_PAUSES: readonly Duration[] = ["1m", "5m", "15m", "1h"];

/**
 * Makes a stand-in for CCPIT's side of the 18 interfaces (模拟环境). It works in this process at once; `listen` adds a port.
 *
 * With a virtual clock everything follows from seed and script: the same calls give the same bytes.
 *
 * @throws {@link SandboxError} for options that cannot work, and for a state file that cannot be read.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  return new RunningSandbox(options);
}

class RunningSandbox implements Sandbox {
  readonly fetch: SandboxFetch;
  readonly control: Control;
  readonly faults: RemoteFaults;
  readonly clock: Sandbox["clock"];
  readonly errors: unknown[] = [];
  readonly journal: Sandbox["journal"];
  readonly #state: SandboxState;
  readonly #clock: SandboxClock;
  readonly #journal = new Journal();
  readonly #switches: FaultSwitches;
  readonly #seed: SeedData;
  readonly #office: Office;
  readonly #desk: PushDesk;
  readonly #exchange: Exchange;
  readonly #wire: WireSettings;
  readonly #signature: SignatureSettings;
  readonly #providers: ReturnType<typeof readProviders>;
  readonly #operations: ReturnType<typeof operationTable>;
  readonly #hooks: FaultHooks;
  readonly #stateFile: string | undefined;
  readonly #maxBodyBytes: number;
  readonly #onError: (error: unknown) => void;
  #server: { server: Server; listening: Listening } | undefined;
  #queue: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: SandboxOptions) {
    const services: readonly ServiceDescriptor[] = options.services ?? allServices();
    this.#operations = operationTable(services);
    this.#wire = resolveWire(options.wire);
    this.#signature = resolveSignature(options.signature, this.#wire);
    this.#providers = readProviders(
      options.providers,
      this.#signature,
      options.receiver,
      options.remoteReceivers ?? false,
    );
    this.#seed = { ...defaultSeedData(), ...options.data };
    this.#state = new SandboxState(this.#seed);
    this.#clock = new SandboxClock(options.clock);
    this.#hooks = options.faults ?? {};
    this.#switches = new FaultSwitches(options.seed ?? "default");
    this.faults = this.#switches;
    this.#stateFile = options.state;
    this.#maxBodyBytes = options.maxBodyBytes ?? 32 * 1024 * 1024;
    this.#onError = (error) => {
      this.errors.push(error);
      if (this.errors.length > 100) this.errors.shift();
      options.onError?.(error);
    };
    const values = seededValues(options.seed ?? "default");
    this.#desk = new PushDesk({
      state: this.#state,
      clock: this.#clock,
      values,
      operations: this.#operations,
      providers: this.#providers,
      wire: this.#wire,
      signature: this.#signature,
      journal: this.#journal,
      hooks: this.#hooks,
      switches: this.#switches,
      pauses: (options.pushPauses ?? DEFAULT_PAUSES).map(durationMs),
      timeoutMs: options.pushTimeoutMs ?? 5000,
    });
    this.#office = new Office(
      this.#state,
      this.#clock,
      values,
      resolvePolicy(options.policy ?? "manual"),
      options.latency ?? 0,
      (no, code, body, about) => {
        const operation = this.#operations.byNumber(no);
        // A service that was not handed in is not spoken.
        if (operation?.descriptor.direction === "push") this.#desk.enqueue(operation, code, body, about);
      },
    );
    this.#exchange = new Exchange({
      state: this.#state,
      clock: this.#clock,
      values,
      operations: this.#operations,
      providers: this.#providers,
      signatureFor: (wire) => (wire === this.#wire ? this.#signature : resolveSignature(options.signature, wire)),
      journal: this.#journal,
      hooks: this.#hooks,
      office: this.#office,
      render: options.renderCertificate ?? renderCertificate,
      unknownElements: options.unknownElements ?? "keep",
      repeats: options.repeats ?? "answer",
      switches: this.#switches,
      maxBodyBytes: this.#maxBodyBytes,
      onError: this.#onError,
    });
    this.fetch = inProcessFetch((request) => this.#handle(request, this.#origin()));
    this.control = this.#makeControl();
    this.clock = { now: () => this.#clock.now(), advance: async (by) => this.#advance(durationMs(by)) };
    const journal = this.#journal;
    this.journal = {
      find: (filter) => journal.find(filter),
      get entries() {
        return journal.entries;
      },
    };
    const saved = this.#stateFile === undefined ? undefined : loadStateFile(this.#stateFile);
    if (saved !== undefined) this.restore(saved);
  }

  get credentials(): Credentials {
    return this.credentialsFor(this.#providers.keys().next().value as string);
  }

  credentialsFor(providerCode: string): Credentials {
    const provider = this.#providers.get(providerCode);
    if (provider === undefined) {
      throw new SandboxError("SANDBOX_NOT_FOUND", `no provider ${providerCode}`, `没有接入商 ${providerCode}`, {
        id: providerCode,
      });
    }
    return {
      providerCode,
      key: provider.keySource,
      endpoint: `${this.#origin()}${EXCHANGE_PATH}`,
      wire: this.#wire,
      signature: this.#signature,
      now: () => this.#clock.now(),
    };
  }

  get receiverCredentials(): ReceiverCredentials {
    const providers = Object.fromEntries([...this.#providers.values()].map((one) => [one.providerCode, one.keySource]));
    return { providers, wire: this.#wire, signature: this.#signature, now: () => this.#clock.now() };
  }

  get pushes(): readonly PushRecord[] {
    return structuredClone([...this.#state.data.pushes.values()]);
  }

  async listen(port = 0, host = "127.0.0.1"): Promise<Listening> {
    this.#checkOpen();
    if (this.#server !== undefined)
      throw new SandboxError("SANDBOX_LISTEN", "the sandbox listens already", "模拟环境已在监听");
    const handle = (request: HttpRequest): Promise<HttpAnswer | Cut> =>
      this.#handle(request, originOf(request, this.#origin()));
    this.#server = await openServer(handle, port, host, this.#maxBodyBytes);
    return this.#server.listening;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#timer);
    const server = this.#server?.server;
    this.#server = undefined;
    if (server !== undefined) {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
    }
    if (!isDelivering()) await this.#queue;
    this.#save();
  }

  async push(operation: string, body: Body, which: { readonly providerCode?: string } = {}): Promise<PushRecord> {
    this.#checkOpen();
    const known = this.#operations.byName(operation);
    if (known === undefined)
      throw new SandboxError("SANDBOX_OPERATION", `no operation "${operation}"`, `没有操作“${operation}”`);
    const code = which.providerCode ?? this.credentials.providerCode;
    const { id } = this.#desk.enqueue(known, code, body);
    await this.#follow();
    return structuredClone(this.#state.data.pushes.get(id) as PushRecord);
  }

  async idle(): Promise<void> {
    await this.#follow();
  }

  snapshot(): Snapshot {
    return takeSnapshot(this.#state.data, this.#clock.now());
  }

  restore(snapshot: Snapshot): void {
    const data = readSnapshot(snapshot);
    this.#state.data = data;
    this.#clock.set(snapshot.now);
    this.#kick();
  }

  #origin(): string {
    return this.#server?.listening.url ?? "http://127.0.0.1:8420";
  }

  #checkOpen(): void {
    if (this.#closed) throw new SandboxError("SANDBOX_CLOSED", "the sandbox is closed", "模拟环境已关闭");
  }

  async #handle(request: HttpRequest, origin: string): Promise<HttpAnswer | Cut> {
    if (this.#closed) return plainAnswer(503);
    const early = await this.#hooks.request?.(request);
    if (early !== undefined) return early;
    const answer = await this.#faulty(request, origin);
    if (answer === "cut") return answer;
    return (await this.#hooks.answer?.(answer, request)) ?? answer;
  }

  /** Takes a call its way, or the wrong way that a switch says. */
  async #faulty(request: HttpRequest, origin: string): Promise<HttpAnswer | Cut> {
    const path = request.path.split("?")[0] ?? "";
    const isCall = request.method === "POST" && path.startsWith(`${SERVICES_PATH}/`);
    const fault =
      isCall && this.faults.active.length > 0
        ? this.#switches.take(this.#exchange.interfaceOf(request, wireAt(path, this.#wire)))
        : undefined;
    if (fault === undefined) return this.#route(request, origin);
    const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, fault.delayMs ?? 60_000).unref());
    switch (fault.kind) {
      case "drop":
        return "cut";
      case "error-before":
        return plainAnswer(500);
      case "hang":
        await pause();
        return "cut";
      case "late":
        void pause().then(() => (this.#closed ? undefined : this.#route(request, origin).catch(this.#onError)));
        return "cut";
      default:
    }
    const answer = await this.#route(request, origin);
    switch (fault.kind) {
      case "cut":
        return "cut";
      case "error-after":
        return plainAnswer(500);
      case "half":
        return { ...answer, breaksAfter: answer.body.length >> 1 };
      case "slow":
        await pause();
        return answer;
      case "bad-signature":
        return spoilSignature(answer, this.#signature.signField, this.#signature.signatureHeader);
      case "wrong-type":
        return { ...answer, headers: { ...answer.headers, "content-type": "text/html; charset=utf-8" } };
      default:
        return answer;
    }
  }

  async #route(request: HttpRequest, origin: string): Promise<HttpAnswer> {
    const path = request.path.split("?")[0] ?? "";
    if (path.startsWith(`${SERVICES_PATH}/`)) {
      if (isDocumentRequest(request)) return documentAnswer(request, origin);
      const answer = await this.#exchange.answer(request, wireAt(path, this.#wire));
      this.#settle();
      this.#kick();
      return answer;
    }
    if (path.startsWith("/_sandbox/")) return controlAnswer(request, this, this.#office.policy.name);
    return plainAnswer(404);
  }

  /** Does at once what the office has to do by now: the same call finds the same state, whatever the timing. */
  #settle(): void {
    for (;;) {
      const event = this.#state.takeDue(this.#clock.now(), ["receive", "review"]);
      if (event === undefined) return;
      try {
        this.#office.run(event);
      } catch (error) {
        this.#onError(error);
      }
    }
  }

  /** Delivers what is due, one after the other, without making anybody wait. */
  #kick(): void {
    this.#queue = this.#after(() => this.#work(() => this.#clock.now()));
  }

  /** Waits until all that is due has been done; inside a receiver's handler, returns at once. */
  async #follow(): Promise<void> {
    this.#settle();
    this.#kick();
    if (!isDelivering()) await this.#queue;
  }

  async #advance(ms: number): Promise<void> {
    this.#checkOpen();
    const target = this.#clock.now() + ms;
    this.#queue = this.#after(async () => {
      await this.#work(() => target);
      this.#clock.moveTo(target);
    });
    if (!isDelivering()) await this.#queue;
  }

  /** Runs when all that was queued before is done. */
  async #after(work: () => Promise<void>): Promise<void> {
    await this.#queue;
    await work();
  }

  async #work(until: () => number): Promise<void> {
    try {
      for (;;) {
        const event = this.#state.takeDue(until(), ["receive", "review", "push"]);
        if (event === undefined) break;
        this.#clock.moveTo(event.at);
        if (event.what === "push") await this.#desk.attempt(event.key);
        else this.#office.run(event);
      }
    } catch (error) {
      this.#onError(error);
    }
    this.#save();
    this.#wake();
  }

  /** With a real clock, comes back when the next thing is due. */
  #wake(): void {
    clearTimeout(this.#timer);
    const next = this.#state.nextAt();
    if (!this.#clock.real || next === undefined || this.#closed) return;
    this.#timer = setTimeout(() => this.#kick(), Math.min(Math.max(0, next - this.#clock.now()), 2 ** 31 - 1));
    this.#timer.unref();
  }

  #save(): void {
    if (this.#stateFile === undefined) return;
    try {
      saveStateFile(this.#stateFile, this.snapshot());
    } catch (error) {
      this.#onError(error);
    }
  }

  #makeControl(): Control {
    const state = this.#state;
    const office = this.#office;
    const find = (id: string, which: Which = {}): ReviewedRecord => state.find(id, which.providerCode, which.kind);
    const document = (id: string, which: Which = {}): DocumentRecord =>
      find(id, { ...which, kind: "document" }) as DocumentRecord;
    const act = async (change: () => void): Promise<void> => {
      this.#checkOpen();
      change();
      await this.#follow();
    };
    return {
      approve: (id, which) => act(() => office.decide(find(id, which), "approve")),
      reject: (id, opinion = STOCK_OPINION, which = {}) =>
        act(() => office.decide(find(id, which), { result: which.final ? "reject" : "return", opinion })),
      void: (id, opinion = "模拟作废", which) => act(() => office.void(document(id, which), opinion)),
      withdraw: (id, which) => act(() => office.withdraw(document(id, which))),
      allowReprint: (id, which) => act(() => office.setPrintStatus(document(id, which), "4")),
      setPrintStatus: (id, printStatus, which) => act(() => office.setPrintStatus(document(id, which), printStatus)),
      list: (filter = {}) => listRecords(state, filter),
      get: (id, which) => structuredClone(find(id, which)),
      setPolicy: (policy) => {
        const named: NamedPolicy = resolvePolicy(policy);
        office.policy = named;
      },
      putEnterprise: (enterprise) => putEnterprise(state, enterprise, this.#clock.now()),
      putBranch: (branch) => {
        const others = state.data.branches.filter((one) => one.branchCode !== branch.branchCode);
        state.data.branches = [...others, structuredClone(branch)];
      },
      resend: async (pushId) => {
        this.#desk.resend(pushId);
        await this.#follow();
        return structuredClone(state.data.pushes.get(pushId) as PushRecord);
      },
      reset: (which = {}) => {
        state.reset(this.#seed, which.providerCode);
        this.#journal.clear(which.providerCode);
        this.#save();
      },
    };
  }
}

function listRecords(state: SandboxState, filter: Which): readonly RecordRow[] {
  return (["document", "goods-filing", "seal"] as const)
    .filter((kind) => filter.kind === undefined || filter.kind === kind)
    .flatMap((kind) => [...state.records(kind).values()])
    .filter((record) => filter.providerCode === undefined || record.providerCode === filter.providerCode)
    .map((record) => ({
      kind: record.kind,
      id: recordId(record),
      providerCode: record.providerCode,
      status: record.kind === "document" ? record.docStatus : record.status,
      waiting: isWaiting(record),
      ...(record.kind === "document" && record.certNo !== undefined ? { certNo: record.certNo } : {}),
      ...(record.kind === "goods-filing" && record.goodsFilingNo !== undefined
        ? { goodsFilingNo: record.goodsFilingNo }
        : {}),
      version: record.version,
      updatedAt: record.updatedAt,
    }));
}

function putEnterprise(
  state: SandboxState,
  given: Partial<EnterpriseRecord> & Pick<EnterpriseRecord, "enterpriseRegNo">,
  now: number,
): void {
  const known = state.data.enterprises.get(given.enterpriseRegNo);
  const blank: EnterpriseRecord = {
    enterpriseRegNo: given.enterpriseRegNo,
    creditCode: "91320594MA1M0CK17P",
    branchCode: given.enterpriseRegNo.slice(0, 3),
    enterpriseCnName: `模拟企业 ${given.enterpriseRegNo}`,
    enterpriseEnName: `MOCK ENTERPRISE ${given.enterpriseRegNo}`,
    filingStatus: "1",
    updatedAt: now,
    signers: [],
    seals: [],
  };
  state.data.enterprises.set(given.enterpriseRegNo, structuredClone({ ...blank, ...known, updatedAt: now, ...given }));
}

/** The address a peer used, so that a WSDL points back to it; the Host header counts on this machine only. */
function originOf(request: HttpRequest, fallback: string): string {
  const host = request.headers["host"];
  return host !== undefined && isLoopback(host.replace(/:\d+$/, "")) ? `http://${host}` : fallback;
}
