import { isDeepStrictEqual } from "node:util";
import { ApplyPreferentialCertificateRequestMessage as MESSAGE } from "@coo/msg-document";
import { decodeElement, encodeElementBytes } from "@coo/soap";
import { cpuEach, cpuOf } from "../src/cpu.ts";
import { type Experiment, type Row, runsOf, single } from "../src/experiment.ts";
import { certificate } from "../src/fixtures.ts";
import { alive, fullCollection } from "../src/full-collection.ts";
import { BODY } from "../src/messages.ts";

const OPTIONS = { element: BODY };

function messageOf(lines: number) {
  const object = certificate(lines);
  const written = encodeElementBytes(MESSAGE, object, OPTIONS);
  const bytes = typeof written === "string" ? Buffer.from(written) : written;
  if (!isDeepStrictEqual(decodeElement(MESSAGE, bytes, OPTIONS).value, object))
    throw new Error(`${lines} lines do not come back`);
  return { object, bytes };
}

/** CPU a byte of a large message against that of a small one, in turns. */
function growth(small: number, large: number, rounds: number, ms: number): Row[] {
  const sizes = [messageOf(small), messageOf(large)] as const;
  const rows: Row[] = [];
  for (const [work, run] of [
    ["decode", ({ bytes }: (typeof sizes)[0]) => void decodeElement(MESSAGE, bytes, OPTIONS)],
    ["encode", ({ object }: (typeof sizes)[0]) => void encodeElementBytes(MESSAGE, object, OPTIONS)],
  ] as const) {
    const perByte = sizes.map((): number[] => []);
    for (let round = -2; round < rounds; round++) {
      for (const [i, size] of sizes.entries()) {
        const each = (cpuEach(() => run(size), ms) * 1000) / size.bytes.length;
        if (round >= 0) perByte[i]?.push(each);
      }
    }
    const [few, many] = perByte.map((values) => runsOf(values));
    if (few === undefined || many === undefined) throw new Error("no rounds");
    rows.push(
      { name: `${work}, ${small} lines`, unit: "ns/byte", runs: few },
      { name: `${work}, ${large} lines`, unit: "ns/byte", runs: many },
      {
        name: `${work}: CPU a byte, ${large} against ${small} lines`,
        unit: "×",
        runs: single(many.median / few.median),
        target: 1.5,
        aim: 1.2,
      },
    );
  }
  return rows;
}

/** What a decoded message keeps alive, a byte of XML. */
function held(lines: number): Row {
  const { bytes } = messageOf(lines);
  const read = (): unknown => decodeElement(MESSAGE, bytes, OPTIONS).value;
  for (let i = 0; i < 3; i++) read();
  const kept: unknown[] = [];
  const before = alive();
  for (let i = 0; i < 4; i++) kept.push(read());
  const after = alive();
  if (kept.length !== 4) throw new Error("nothing was kept");
  return {
    name: `a decoded message of ${lines} lines: alive, a byte of XML`,
    unit: "B/byte",
    runs: single((after - before) / kept.length / bytes.length),
    target: 1.2,
    aim: 1,
    kind: "steady",
  };
}

/** The first messages behind a full collection against messages that nothing disturbs. */
async function afterCollection(lines: number, rounds: number): Promise<Row[]> {
  const { object, bytes } = messageOf(lines);
  const rows: Row[] = [];
  for (const [work, run] of [
    ["decode", () => void decodeElement(MESSAGE, bytes, OPTIONS)],
    ["encode", () => void encodeElementBytes(MESSAGE, object, OPTIONS)],
  ] as const) {
    for (let i = 0; i < rounds * 20; i++) run();
    const times: { readonly undisturbed: number[]; readonly after: number[] } = { undisturbed: [], after: [] };
    for (let round = 0; round < rounds; round++) {
      for (const kind of ["undisturbed", "after"] as const) {
        if (kind === "after") {
          fullCollection();
          // The collector's own threads finish what they do without the message.
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
        times[kind].push(cpuOf(() => several(run, FOLLOWING)) / FOLLOWING);
        several(run, 3 * FOLLOWING);
      }
    }
    const [undisturbed, after] = [runsOf(times.undisturbed), runsOf(times.after)];
    rows.push(
      { name: `${work}, ${lines} lines, undisturbed`, unit: "µs", runs: undisturbed },
      { name: `${work}, ${lines} lines, ${FOLLOWING} messages after a full collection`, unit: "µs each", runs: after },
      {
        name: `${work}: after a full collection against undisturbed`,
        unit: "×",
        runs: single(after.median / undisturbed.median),
        target: 1.3,
        aim: 1.1,
      },
    );
  }
  return rows;
}

function several(run: () => void, times: number): void {
  for (let i = 0; i < times; i++) run();
}

/** Messages in a row that a collection may have made slower. */
const FOLLOWING = 20;

const experiments: readonly Experiment[] = [
  {
    title: "heap: what a message keeps",
    rehearse: async () => [held(100)],
    run: async () => [held(500), held(10_000)],
  },
  {
    title: "growth",
    rehearse: async () => growth(10, 100, 1, 5),
    run: async ({ steady }) => (steady ? [] : growth(100, 10_000, 9, 150)),
  },
  {
    title: "after a full collection",
    rehearse: () => afterCollection(5, 2),
    run: async ({ steady }) => (steady ? [] : afterCollection(20, 40)),
  },
];

export default experiments;
