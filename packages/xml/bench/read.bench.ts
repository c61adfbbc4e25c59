// Full pull parse against JSON.parse of the same data: `node packages/xml/bench/read.bench.ts`.
// CPU time, contenders interleaved in one process; medians and, for busy machines, minima. Guidance while working here.
import { canonicalize } from "../src/c14n.ts";
import { EOF, START, TEXT, XmlReader } from "../src/index.ts";
import { sample } from "./message.ts";

const ROUNDS = 41;

for (const lines of [1, 38, 500]) {
  for (const chinese of [true, false]) {
    const { xml, json } = sample(lines, chinese);
    const text = new TextDecoder().decode(xml);
    const reader = new XmlReader("<a/>");
    const buffer = Buffer.from(json);
    const results = compare(Math.ceil(600 / lines), {
      json: () => JSON.parse(buffer.toString()),
      "pull, bytes": () => pull(reader, xml),
      "pull, text": () => pull(reader, text),
      "to object": () => {
        reader.reset(xml);
        reader.nextTag();
        return object(reader);
      },
      skip: () => {
        reader.reset(xml);
        reader.next();
        reader.skip();
      },
      "exc-c14n": () => canonicalize(text, { mode: "exc-c14n" }),
    });
    const base = results.get("json") as Times;
    console.log(
      `${lines} lines, ${chinese ? "Chinese" : "English"}, ${xml.length} bytes XML, ${json.length} bytes JSON`,
    );
    for (const [name, { median, least }] of results) {
      const ratios = `${(median / base.median).toFixed(2)} ×  (${(least / base.least).toFixed(2)} ×)`;
      console.log(`  ${name.padEnd(14)} ${median.toFixed(1).padStart(8)} µs  ${ratios}`);
    }
  }
}

function pull(reader: XmlReader, input: Uint8Array | string): number {
  reader.reset(input);
  let sum = 0;
  for (;;) {
    const event = reader.next();
    if (event === TEXT) sum += reader.text.length;
    else if (event === START) sum += reader.local.length;
    else if (event === EOF) return sum;
  }
}

/** What a codec does, without a schema. */
function object(reader: XmlReader): Record<string, unknown> | string {
  const found: Record<string, unknown> = {};
  for (;;) {
    const event = reader.next();
    if (event === START) {
      const name = reader.local;
      found[name] = isLeaf(reader) ? reader.readText() : object(reader);
    } else if (event !== TEXT) return found;
  }
}

function isLeaf(reader: XmlReader): boolean {
  const { source, offset } = reader;
  return source.charCodeAt(offset) !== 0x3c || source.charCodeAt(offset + 1) === 0x2f;
}

interface Times {
  readonly median: number;
  readonly least: number;
}

function compare(batch: number, contenders: Record<string, () => unknown>): Map<string, Times> {
  const times = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS + 10; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      const before = process.cpuUsage();
      for (let i = 0; i < batch; i++) run();
      const used = process.cpuUsage(before);
      if (round < 10) continue;
      const list = times.get(name) ?? [];
      list.push((used.user + used.system) / batch);
      times.set(name, list);
    }
  }
  const found = new Map<string, Times>();
  for (const [name, list] of times) {
    list.sort((a, b) => a - b);
    found.set(name, { median: list[Math.floor(list.length / 2)] as number, least: list[0] as number });
  }
  return found;
}
