import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Peer, PeerAnswer, PeerRequest, Shape } from "./peer.ts";

/** Debian's interpreter: the package python3-zeep belongs to it. */
const PYTHON = "/usr/bin/python3";
const WAIT_MS = 60_000;

/** Version of the zeep that can be imported, or `undefined`. */
export function zeepVersion(): string | undefined {
  const run = spawnSync(PYTHON, ["-c", "import zeep; print(zeep.__version__)"], { encoding: "utf8", timeout: 30_000 });
  return run.status === 0 ? run.stdout.trim() : undefined;
}

export interface ZeepJob {
  readonly wsdl: string;
  readonly port: string;
  readonly address: string;
  readonly shape: Shape;
  readonly key: string;
}

/** Starts zeep in a process of its own; it signs and verifies with P1 in Python. */
export async function zeepPeer(job: ZeepJob): Promise<Peer> {
  const child = spawn(PYTHON, [fileURLToPath(new URL("zeep_peer.py", import.meta.url))], {
    env: { PATH: process.env["PATH"] ?? "", PYTHONDONTWRITEBYTECODE: "1", no_proxy: "*" },
  });
  const lines = new Lines(child);
  try {
    lines.write(job);
    await lines.read();
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  }
  return {
    async call(request) {
      lines.write({
        operation: request.operation.name,
        type: clarkName(request),
        head: Object.fromEntries(request.head),
        body: request.bodyText,
      });
      const answer = await lines.read();
      if ("error" in answer) throw new Error(String(answer["error"]));
      return answer as unknown as PeerAnswer;
    },
    async close() {
      child.stdin.end();
      child.kill("SIGKILL");
    },
  };
}

/** `{namespace}name` of the body's type. */
function clarkName({ operation }: PeerRequest): string {
  const { type } = operation.request;
  const resolved = typeof type === "function" ? type() : type;
  if (resolved.k !== "complex") throw new Error(`${operation.request.name} is no complex type`);
  return `{${resolved.ns}}${resolved.name}`;
}

/** One JSON object a line, both ways. Every wait ends. */
class Lines {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  #stderr = "";

  constructor(child: ChildProcessWithoutNullStreams) {
    this.#child = child;
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    child.stderr.on("data", (data: Buffer) => {
      this.#stderr = (this.#stderr + data.toString()).slice(-2000);
    });
    // A write to a process that has ended: the missing answer tells.
    child.stdin.on("error", () => {});
    child.on("error", () => {});
  }

  write(message: object): void {
    this.#child.stdin.write(`${JSON.stringify(message)}\n`);
  }

  async read(): Promise<Readonly<Record<string, unknown>>> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`python3 did not answer within ${WAIT_MS} ms`)), WAIT_MS);
    });
    try {
      const line = await Promise.race([this.#lines.next(), late]);
      if (line.done === true) throw new Error(`python3 ended: ${this.#stderr.trim().split("\n").at(-1) ?? ""}`);
      return JSON.parse(line.value) as Readonly<Record<string, unknown>>;
    } finally {
      clearTimeout(timer);
    }
  }
}
