import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { brotliCompressSync, createGzip, deflateSync, gzipSync } from "node:zlib";
import type { PushRequest } from "@coo/receiver";
import { post, send } from "../attacks/send.ts";
import { result } from "./application.ts";
import { Besieged, SUCCESS, take } from "./besieged-receiver.ts";
import { recordPushes } from "./pushes.ts";
import { type FaultRow, judge, pause, scaled, seeded, unless, until } from "./row.ts";

const MIB = 2 ** 20;
/** The receiver's default. */
const LIMIT = 4 * MIB;
interface Poured {
  readonly written: number;
  readonly status: number | undefined;
  readonly text: string;
}

/** Writes a head and then chunks for as long as the other side takes them, `limit` bytes at most. */
function pour(port: number, head: string, chunk: Buffer, limit: number): Promise<Poured> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let written = 0;
    let text = "";
    const more = (): void => {
      while (written < limit && !socket.destroyed && socket.writable) {
        written += chunk.byteLength;
        if (!socket.write(chunk)) return;
      }
      if (written >= limit) socket.end();
    };
    socket.on("connect", () => {
      socket.write(head);
      more();
    });
    socket.on("drain", more);
    socket.on("data", (data) => {
      text += data.toString("latin1");
    });
    socket.on("error", () => socket.destroy());
    socket.on("close", () => {
      const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
      resolve({ written, text, status: status === undefined ? undefined : Number(status) });
    });
  });
}

/** Bodies that are too long, or not as long as they say. */
export const oversizedRow: FaultRow = {
  no: 14,
  name: "oversized bodies",
  async run({ seed, scale, folder }) {
    const times = scaled(20, scale, 2);
    const size = Math.round(256 * MIB * Math.min(1, Math.max(scale, 0.25)));
    const [push] = (await recordPushes([result("D-1")], seed)) as [PushRequest];
    const besieged = await Besieged.start(folder);
    const { port } = besieged;
    for (let n = 0; n < 200; n++) await take(port, push);
    const head = (...lines: string[]): string =>
      ["POST / HTTP/1.1", "Host: 127.0.0.1", "Content-Type: text/xml", "SOAPAction: ''", ...lines, "", ""].join("\r\n");
    const body = Buffer.from(push.body);
    const chunk = Buffer.alloc(64 * 1024, 0x20);
    const framed = Buffer.concat([Buffer.from("10000\r\n"), chunk, Buffer.from("\r\n")]);
    const ways: Readonly<Record<string, () => Promise<Poured>>> = {
      declared: () => pour(port, head(`Content-Length: ${size}`), chunk, size),
      endless_chunks: () => pour(port, head("Transfer-Encoding: chunked"), framed, size),
      absurd_length: () => pour(port, head("Content-Length: 999999999999999"), chunk, size),
      too_short: () => pour(port, head(`Content-Length: ${body.length - 10}`), body, 1),
      too_long: () => pour(port, head(`Content-Length: ${body.length + 1_000}`), body, 1),
      no_length: () => pour(port, head(), body, 1),
    };
    await besieged.grown();
    const counts: Record<string, number> = {};
    const successes: string[] = [];
    const swallowed: string[] = [];
    const large: string[] = [];
    let requests = 0;
    for (const [name, send] of Object.entries(ways)) {
      let grown = 0;
      for (let n = 0; n < times; n++) {
        const poured = await send();
        requests++;
        // After each, with a collection: what waits to be collected is no request's cost.
        grown = Math.max(grown, await besieged.grown());
        if (SUCCESS.test(poured.text)) successes.push(name);
        const isLong = ["declared", "endless_chunks", "absurd_length"].includes(name);
        if (isLong && poured.status !== 413 && poured.written >= size) swallowed.push(`${name}: ${poured.status}`);
      }
      counts[`${name}_grown_MiB`] = Math.round((grown / MIB) * 10) / 10;
      if (grown >= 3 * LIMIT) large.push(`${name} ${Math.round(grown / MIB)} MiB`);
    }
    const valid = await take(port, push);
    const isAlive = besieged.isAlive;
    await besieged.stop();
    return {
      counts: { requests, size_MiB: size / MIB, ...counts },
      verdicts: judge("14", {
        "enough work": unless(requests === 6 * times, `${requests}`),
        "413, or cut": unless(swallowed.length === 0, swallowed.slice(0, 3).join(", ")),
        "0 success answers": unless(successes.length === 0, successes.slice(0, 3).join(", ")),
        "peak memory below base + 3 × limit": unless(large.length === 0, large.join(", ")),
        "the process lives, and takes a valid push": unless(valid && isAlive, "it does not"),
      }),
    };
  },
};

/** Compressed bodies, bombs and broken streams. */
export const compressedRow: FaultRow = {
  no: 15,
  name: "compressed bodies",
  async run({ seed, scale, folder }) {
    const each = scaled(100, scale, 5);
    const random = seeded(seed);
    const [push] = (await recordPushes([result("D-1")], seed)) as [PushRequest];
    const besieged = await Besieged.start(folder);
    const { port } = besieged;
    for (let n = 0; n < 200; n++) await take(port, push);
    const plain = Buffer.from(push.body);
    const bomb = await bombOf(Math.round(1024 * Math.min(1, Math.max(scale, 0.1))));
    const broken = (): Buffer => {
      const bytes = Buffer.from(gzipSync(plain));
      bytes[12 + random(bytes.length - 12)] = random(256);
      return bytes;
    };
    const ways: Readonly<Record<string, () => readonly [coding: string, body: Uint8Array]>> = {
      gzip: () => ["gzip", gzipSync(plain)],
      x_gzip: () => ["x-gzip", gzipSync(plain)],
      deflate: () => ["deflate", deflateSync(plain)],
      brotli: () => ["br", brotliCompressSync(plain)],
      twice: () => ["gzip, deflate", deflateSync(gzipSync(plain))],
      bomb: () => ["gzip", bomb],
      bomb_in_bomb: () => ["gzip, gzip", gzipSync(bomb)],
      cut: () => ["gzip", gzipSync(plain).subarray(0, 30 + random(100))],
      broken: () => ["gzip", broken()],
      not_compressed: () => ["gzip", plain],
    };
    await besieged.grown();
    const statuses: Record<string, number> = {};
    const wrong: string[] = [];
    const large: string[] = [];
    let requests = 0;
    let most = 0;
    for (const [name, make] of Object.entries(ways)) {
      let grown = 0;
      for (let n = 0; n < each; n++) {
        const [coding, body] = make();
        const headers = { ...(push.headers as Record<string, string>), "content-encoding": coding };
        delete (headers as Record<string, string>)["content-length"];
        const answer = await send(port, post("/", port, headers, body), false);
        requests++;
        statuses[`answered_${answer.status}`] = (statuses[`answered_${answer.status}`] ?? 0) + 1;
        if (answer.status !== 415) wrong.push(`${name}: ${answer.status}`);
        grown = Math.max(grown, await besieged.grown());
      }
      most = Math.max(most, grown);
      if (grown >= 5 * MIB) large.push(`${name} ${Math.round((grown / MIB) * 10) / 10} MiB`);
    }
    const valid = await take(port, push);
    const isAlive = besieged.isAlive;
    await besieged.stop();
    return {
      counts: {
        requests,
        ...statuses,
        bomb_bytes: bomb.byteLength,
        most_grown_MiB: Math.round((most / MIB) * 10) / 10,
      },
      verdicts: judge("15", {
        "enough work": unless(requests === 10 * each, `${requests}`),
        "all are refused": unless(wrong.length === 0, wrong.slice(0, 3).join(", ")),
        "memory stays below base + 5 MiB": unless(large.length === 0, large.join(", ")),
        "the process lives, and takes a valid push": unless(valid && isAlive, "it does not"),
      }),
    };
  },
};

/** So many MiB of zeros, compressed. */
async function bombOf(mib: number): Promise<Buffer> {
  const gzip = createGzip();
  const chunks: Buffer[] = [];
  gzip.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => gzip.once("end", resolve));
  const zeros = Buffer.alloc(MIB);
  for (let n = 0; n < mib; n++)
    if (!gzip.write(zeros)) await new Promise<void>((resolve) => gzip.once("drain", () => resolve()));
  gzip.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Senders who never finish, while others want to be served. */
export const slowRow: FaultRow = {
  no: 17,
  name: "slow senders",
  async run({ seed, scale, folder }) {
    const each = scaled(300, scale, 30);
    const pushes = await recordPushes(
      Array.from({ length: 50 }, (_, n) => result(`D-${n}`)),
      seed,
    );
    const besieged = await Besieged.start(folder, join(folder, "besieged"));
    // Beside it, on the same machine at the same time, one that nobody bothers.
    const calm = await Besieged.start(folder, join(folder, "calm"));
    for (const push of pushes) for (const { port } of [besieged, calm]) await take(port, push);
    let served = 0;
    let refused = 0;
    let slowestMs = 0;
    let ratio = Number.POSITIVE_INFINITY;
    let cut = 0;
    let rounds = 0;
    // The machine's own business is not on trial: the best of three.
    while (rounds < 3 && ratio >= 2) {
      rounds++;
      const sockets = await dawdle(besieged.port, each);
      const times: { readonly besieged: number[]; readonly calm: number[] } = { besieged: [], calm: [] };
      const end = performance.now() + 20_000;
      for (let n = 0; performance.now() < end && sockets.some((one) => one.cutMs === undefined); n++) {
        for (const [name, { port }] of Object.entries({ besieged, calm }) as ["besieged" | "calm", Besieged][]) {
          const start = performance.now();
          if (await take(port, pushes[n % pushes.length] as PushRequest)) served++;
          else refused++;
          times[name].push(performance.now() - start);
        }
        await pause(5);
      }
      cut += sockets.filter((one) => one.cutMs !== undefined).length;
      slowestMs = Math.max(slowestMs, ...sockets.map((one) => one.cutMs ?? Number.POSITIVE_INFINITY));
      for (const { socket } of sockets) socket.destroy();
      ratio = Math.min(ratio, p99(times.besieged) / p99(times.calm));
    }
    const isAlive = besieged.isAlive;
    await besieged.stop();
    await calm.stop();
    return {
      counts: {
        half_sent_heads: each * rounds,
        half_sent_bodies: each * rounds,
        cut,
        slowest_cut_ms: Math.round(slowestMs),
        served,
        refused,
        p99_ratio: Math.round(ratio * 100) / 100,
      },
      verdicts: judge("17", {
        "all are cut within 15 s": unless(
          cut === 2 * each * rounds && slowestMs < 15_000,
          `${cut} of ${2 * each * rounds}, the slowest after ${Math.round(slowestMs)} ms`,
        ),
        "others are served": unless(refused === 0 && served >= 200, `${served} served, ${refused} refused`),
        "their p99 is below twice the normal": unless(ratio < 2, `${ratio} ×`),
        "the process lives": unless(isAlive, "it does not"),
      }),
    };
  },
};

interface Dawdler {
  readonly socket: Socket;
  /** Milliseconds after which it was cut. */
  cutMs: number | undefined;
}

/** Opens as many connections that stop within the head as ones that stop within the body. */
async function dawdle(port: number, each: number): Promise<Dawdler[]> {
  const half = "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/xml\r\n";
  const dawdlers = Array.from({ length: 2 * each }, (_, n): Dawdler => {
    const socket = connect(port, "127.0.0.1");
    const one: Dawdler = { socket, cutMs: undefined };
    const start = performance.now();
    socket.on("error", () => {});
    socket.on("close", () => {
      one.cutMs = performance.now() - start;
    });
    socket.resume();
    socket.write(n % 2 === 0 ? half : `${half}Content-Length: 2000\r\n\r\n<?xml version="1.0"?>`);
    return one;
  });
  await until(() => dawdlers.every(({ socket }) => !socket.connecting), 10_000);
  return dawdlers;
}

function p99(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN;
}
