import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { application } from "./application.ts";
import { bookOf, compareWithBook, openRemote } from "./book.ts";
import { freePort } from "./free-port.ts";
import { type FaultRow, judge, unless, until } from "./row.ts";
import { openTrialJournal, trialClient } from "./setting.ts";

/** What the network does with a connection. */
type Play =
  | { readonly kind: "pass" }
  /** Forwards so many bytes of the request, then the connection is cut. */
  | { readonly kind: "cut-request"; readonly at: number }
  /** The whole request arrives; so many bytes of the answer come back. */
  | { readonly kind: "cut-answer"; readonly at: number }
  /** Reads the whole request, tells nobody, and resets. */
  | { readonly kind: "reset" }
  /** Reads the whole request and ends its side without an answer. */
  | { readonly kind: "half-close" }
  /** The request is applied; the answer comes at a byte a second. */
  | { readonly kind: "drip" };

/** A network between the client and the remote that does what it is told to. */
class Network {
  play: Play = { kind: "pass" };
  /** Bytes of the last request and answer that were seen whole. */
  requestBytes = 0;
  answerBytes = 0;
  /** When the last byte of a request arrived, by its document. */
  readonly arrivals: { readonly text: string; readonly at: number }[] = [];
  readonly #server;
  readonly #remotePort: number;

  constructor(remotePort: number) {
    this.#remotePort = remotePort;
    this.#server = createServer({ allowHalfOpen: true }, (socket) => this.#serve(socket));
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
  }

  #serve(socket: Socket): void {
    const { play } = this;
    const chunks: Buffer[] = [];
    let size = 0;
    let remote: Socket | undefined;
    socket.on("error", () => {});
    socket.on("close", () => remote?.destroy());
    socket.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.byteLength;
      const all = Buffer.concat(chunks, size);
      if (play.kind === "cut-request" && size >= play.at) {
        // What was let through arrives; the rest does not.
        const through = connect(this.#remotePort, "127.0.0.1", () => through.end(all.subarray(0, play.at)));
        through.on("error", () => {});
        socket.resetAndDestroy();
        return;
      }
      const whole = lengthOf(all);
      if (whole === undefined || size < whole) return;
      this.requestBytes = size;
      this.arrivals.push({ text: all.toString("utf8"), at: Date.now() });
      if (play.kind === "reset") socket.resetAndDestroy();
      else if (play.kind === "half-close") socket.end();
      else remote = this.#forward(socket, all, play);
    });
  }

  #forward(socket: Socket, request: Buffer, play: Play): Socket {
    const remote = connect(this.#remotePort, "127.0.0.1", () => remote.write(request));
    let given = 0;
    const chunks: Buffer[] = [];
    remote.on("error", () => socket.destroy());
    remote.on("data", (chunk: Buffer) => {
      if (play.kind === "pass") socket.write(chunk);
      chunks.push(chunk);
      const all = Buffer.concat(chunks);
      const whole = lengthOf(all);
      if (whole !== undefined && all.byteLength >= whole) this.answerBytes = whole;
      if (play.kind === "cut-answer" && whole !== undefined && all.byteLength >= whole) {
        socket.write(all.subarray(0, play.at), () => socket.resetAndDestroy());
        // An answer of no bytes is never written.
        if (play.at === 0) socket.resetAndDestroy();
      }
      if (play.kind === "drip" && given === 0) {
        const timer = setInterval(() => {
          if (socket.destroyed || given >= all.byteLength) clearInterval(timer);
          else socket.write(all.subarray(given, ++given));
        }, 1_000);
        socket.write(all.subarray(0, ++given));
      }
    });
    remote.on("end", () => play.kind === "pass" && socket.end());
    return remote;
  }
}

/** Length of a whole HTTP message with a declared length; `undefined` while its head is not there. */
function lengthOf(bytes: Buffer): number | undefined {
  const end = bytes.indexOf("\r\n\r\n");
  if (end === -1) return undefined;
  const length = /content-length: *(\d+)/i.exec(bytes.subarray(0, end).toString("latin1"))?.[1];
  return end + 4 + Number(length ?? 0);
}

/** Every way in which a connection can fail, at every byte. */
export const networkRow: FaultRow = {
  no: 9,
  name: "the network",
  async run({ seed, scale, folder }) {
    const { sandbox, endpoint } = await openRemote(seed);
    const network = new Network(Number(new URL(endpoint).port));
    const address = await network.listen();
    const path = new URL(endpoint).pathname;
    const through = new URL(path, address).href;
    const journal = await openTrialJournal(folder, {
      timing: {
        requestMs: 1_500,
        leaseMs: 4_000,
        settleMs: 1_000,
        resends: 1_000,
        queryPausesMs: [100],
        // What was not sent is tried again by the trial itself.
        sendPausesMs: [600_000],
      },
      breaker: { inRow: 20, ofTwenty: 21, pauseMs: 50 },
    });
    const ids: string[] = [];
    const wrong: string[] = [];
    const seen: Record<string, number> = {};
    let client = trialClient(through, journal, false);
    const send = async (kind: string, expected: "ready" | "in_doubt" | "accepted"): Promise<void> => {
      const id = `N-${ids.length}`;
      ids.push(id);
      seen[kind] = (seen[kind] ?? 0) + 1;
      const { id: row } = await client.submit.applyGeneralCertificate(application(id));
      // However often sends are unclear here: it is not the breaker that is on trial.
      await journal.closeBreaker("TEST0001");
      await journal.steps.send("TEST0001");
      const state = (await journal.find(row))?.state;
      if (state !== expected) wrong.push(`${kind} of ${id}: ${state}, not ${expected}`);
    };

    network.play = { kind: "pass" };
    await send("pass", "accepted");
    const { requestBytes, answerBytes } = network;
    const stride = Math.max(1, Math.round(1 / Math.min(1, scale * 2)));
    for (let at = seed % stride; at < requestBytes; at += stride) {
      network.play = { kind: "cut-request", at: Math.max(1, at) };
      await send("cut_request", "in_doubt");
    }
    for (let at = seed % stride; at < answerBytes; at += stride) {
      network.play = { kind: "cut-answer", at };
      await send("cut_answer", "in_doubt");
    }
    const times = Math.max(2, Math.round(50 * scale));
    for (let n = 0; n < times; n++) {
      for (const kind of ["reset", "half-close"] as const) {
        network.play = { kind };
        await send(kind.replace("-", "_"), "in_doubt");
      }
    }
    for (let n = 0; n < Math.max(1, Math.round(10 * scale)); n++) {
      network.play = { kind: "drip" };
      await send("byte_a_second", "in_doubt");
    }
    for (const [kind, elsewhere] of Object.entries({
      refused: `http://127.0.0.1:${await freePort()}${path}`,
      no_such_name: `http://nowhere.invalid${path}`,
    })) {
      await client.close();
      // A demo key is refused for any other machine, before anything else is.
      client = trialClient(elsewhere, journal, false, "a-key-that-goes-nowhere");
      for (let n = 0; n < times; n++) await send(kind, "ready");
    }
    await client.close();

    network.play = { kind: "pass" };
    await journal.store.tx((q) => q("update outbox set due = {{NOW}} where state = 'ready'"));
    const rest = trialClient(through, journal, { concurrency: 8, pollMs: 20 });
    const settled = await until(async () => (await journal.pending()) === 0, 300_000);
    await rest.close();
    const attempts = await journal.store.tx((q) =>
      q(`select o.bkey, max(a.started) as started from attempt a join outbox o on o.id = a.outbox_id
        where a.kind like 'send%' group by o.bkey`),
    );
    const ends = new Map(attempts.map((row) => [String(row["bkey"]), Number(row["started"]) + 4_000]));
    const late = network.arrivals.filter(({ text, at }) => {
      const id = /N\/M (N-\d+)/.exec(text)?.[1];
      return id !== undefined && at > (ends.get(id) ?? Number.POSITIVE_INFINITY);
    });
    const { faults } = await journal.verify();
    await journal.close();
    network.close();
    const { lost, doubled } = compareWithBook(ids, bookOf(sandbox));
    await sandbox.close();
    return {
      counts: {
        sends: ids.length,
        request_bytes: requestBytes,
        answer_bytes: answerBytes,
        ...seen,
        late_bytes: late.length,
        lost: lost.length,
        doubled: doubled.length,
      },
      verdicts: judge("9", {
        "enough work": unless(
          (seen["cut_request"] ?? 0) >= Math.floor(requestBytes / stride) && Object.keys(seen).length === 8,
          JSON.stringify(seen),
        ),
        "the right class each time": unless(wrong.length === 0, `${wrong.length}: ${wrong.slice(0, 3).join("; ")}`),
        "no byte after the lease's end": unless(late.length === 0, `${late.length} requests`),
        "all final": unless(settled, "some never came to an end"),
        "0 lost": unless(lost.length === 0, lost.slice(0, 5).join(", ")),
        "0 doubled": unless(doubled.length === 0, doubled.slice(0, 5).join(", ")),
        "the ledger fits": unless(faults.length === 0, JSON.stringify(faults.slice(0, 3))),
      }),
    };
  },
};
