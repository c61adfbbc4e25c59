import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { openLines } from "./json-lines.ts";
import type { Peer, PeerAnswer, PeerRequest, Shape } from "./peer.ts";

/** Debian's interpreter: the package python3-zeep belongs to it. */
const PYTHON = "/usr/bin/python3";

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
  const lines = await openLines("python3", child, job);
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
      lines.end();
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
