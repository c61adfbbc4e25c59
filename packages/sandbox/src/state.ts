import { SandboxError } from "./errors.ts";
import type {
  BranchRecord,
  DocumentRecord,
  EnterpriseRecord,
  FilingRecord,
  PushRecord,
  RecordKind,
  ReviewedRecord,
  SealRecord,
} from "./records.ts";
import { defaultSeedData, type SeedData } from "./seed-data.ts";

/** Something due at a time of the virtual clock. */
export interface ScheduledEvent {
  readonly at: number;
  /** Order among equal times. */
  readonly order: number;
  readonly what: "receive" | "review" | "push";
  /** Key of a record, or id of a push. */
  readonly key: string;
  /** Version of the record the event is for; a later one makes it void. */
  readonly version: number;
}

/** An answer remembered for its message id. */
export interface RememberedAnswer {
  /** Digest of what was asked. */
  readonly digest: string;
  /** Shape it was asked and answered in. */
  readonly shape: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Everything that a snapshot holds. Keys and configuration are not in it. */
export interface StateData {
  branches: BranchRecord[];
  enterprises: Map<string, EnterpriseRecord>;
  documents: Map<string, DocumentRecord>;
  filings: Map<string, FilingRecord>;
  seals: Map<string, SealRecord>;
  pushes: Map<string, PushRecord>;
  answered: Map<string, RememberedAnswer>;
  events: ScheduledEvent[];
  counters: Map<string, number>;
}

/** How many answers are remembered; older ones are forgotten. */
const MAX_ANSWERED = 5000;

/** Records, queue and counters of a sandbox. */
export class SandboxState {
  data: StateData;

  constructor(seed: SeedData = defaultSeedData()) {
    this.data = emptyState(seed);
  }

  /** The next number of a series, from 1. */
  next(series: string): number {
    const value = (this.data.counters.get(series) ?? 0) + 1;
    this.data.counters.set(series, value);
    return value;
  }

  schedule(event: Omit<ScheduledEvent, "order">): void {
    this.data.events.push({ ...event, order: this.next("events") });
  }

  /** Takes the first event that is due, by time and order. */
  takeDue(until: number, kinds: readonly ScheduledEvent["what"][]): ScheduledEvent | undefined {
    let first: ScheduledEvent | undefined;
    for (const event of this.data.events) {
      if (event.at > until || !kinds.includes(event.what)) continue;
      if (first === undefined || event.at < first.at || (event.at === first.at && event.order < first.order))
        first = event;
    }
    if (first !== undefined) this.data.events.splice(this.data.events.indexOf(first), 1);
    return first;
  }

  /** Time of the next event; `undefined` when nothing is planned. */
  nextAt(): number | undefined {
    return this.data.events.reduce<number | undefined>(
      (min, { at }) => (min === undefined || at < min ? at : min),
      undefined,
    );
  }

  remember(key: string, answer: RememberedAnswer): void {
    const { answered } = this.data;
    answered.set(key, answer);
    if (answered.size > MAX_ANSWERED) answered.delete(answered.keys().next().value as string);
  }

  records(kind: RecordKind): ReadonlyMap<string, ReviewedRecord> {
    if (kind === "document") return this.data.documents;
    return kind === "goods-filing" ? this.data.filings : this.data.seals;
  }

  /** A record by the platform's id; says so when there is none or several. */
  find(id: string, providerCode?: string, kind?: RecordKind): ReviewedRecord {
    const kinds: readonly RecordKind[] = kind === undefined ? ["document", "goods-filing", "seal"] : [kind];
    const found = kinds.flatMap((one) =>
      [...this.records(one)].filter(
        ([key, record]) =>
          key === recordKey(record.providerCode, id) &&
          (providerCode === undefined || record.providerCode === providerCode),
      ),
    );
    const [first] = found;
    if (first === undefined)
      throw new SandboxError("SANDBOX_NOT_FOUND", `no record "${id}"`, `没有记录“${id}”`, { id });
    if (found.length > 1) {
      throw new SandboxError(
        "SANDBOX_AMBIGUOUS",
        `${found.length} records "${id}": say providerCode or kind`,
        `有多条记录“${id}”，请指明 providerCode 或 kind`,
        { id },
      );
    }
    return first[1];
  }

  /** Forgets what one provider did, or everything. */
  reset(seed: SeedData, providerCode?: string): void {
    if (providerCode === undefined) {
      this.data = emptyState(seed);
      return;
    }
    const { data } = this;
    const own = <T extends { readonly providerCode: string }>(map: Map<string, T>): void => {
      for (const [key, record] of map) if (record.providerCode === providerCode) map.delete(key);
    };
    own(data.documents);
    own(data.filings);
    own(data.seals);
    own(data.pushes);
    for (const key of data.answered.keys()) if (key.startsWith(`${providerCode}\n`)) data.answered.delete(key);
    data.events = data.events.filter(({ key, what }) =>
      what === "push" ? data.pushes.has(key) : key.split("\n")[1] !== providerCode,
    );
    for (const enterprise of data.enterprises.values()) {
      enterprise.seals = enterprise.seals.filter((seal) => seal.providerCode !== providerCode);
      enterprise.signers = enterprise.signers.filter((signer) => signer.providerCode !== providerCode);
    }
  }
}

/** Key of a record: ids are the platform's own, so two platforms may use the same. */
export function recordKey(providerCode: string, id: string): string {
  return `${providerCode}\n${id}`;
}

function emptyState(seed: SeedData): StateData {
  const copy = structuredClone(seed);
  return {
    branches: [...copy.branches],
    enterprises: new Map(copy.enterprises.map((one) => [one.enterpriseRegNo, one])),
    documents: new Map(),
    filings: new Map(),
    seals: new Map(),
    pushes: new Map(),
    answered: new Map(),
    events: [],
    counters: new Map(),
  };
}
