import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { SandboxError } from "./errors.ts";
import type { StateData } from "./state.ts";

/** State as plain JSON: bytes stand as `{ "$bytes": base64 }`, maps as lists of pairs. No key is in it. */
export interface Snapshot {
  readonly format: "coo-sandbox";
  readonly version: 1;
  readonly environment: "模拟环境";
  /** Milliseconds since 1970 by the sandbox's clock. */
  readonly now: number;
  readonly state: Readonly<Record<string, unknown>>;
}

const MAPS = ["enterprises", "documents", "filings", "seals", "pushes", "answered", "counters"] as const;

/** Takes a picture of the state; later changes do not reach it. */
export function takeSnapshot(data: StateData, now: number): Snapshot {
  const plain = Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, value instanceof Map ? [...value] : value]),
  );
  const state = JSON.parse(JSON.stringify(plain, bytesOut)) as Record<string, unknown>;
  return { format: "coo-sandbox", version: 1, environment: "模拟环境", now, state };
}

/** State of a snapshot. @throws {@link SandboxError} with code `SANDBOX_SNAPSHOT`. */
export function readSnapshot(snapshot: Snapshot): StateData {
  const state = snapshot?.state as Record<string, unknown> | undefined;
  const lists = [...MAPS, "branches", "events"] as const;
  if (
    snapshot?.format !== "coo-sandbox" ||
    snapshot.version !== 1 ||
    !Number.isFinite(snapshot.now) ||
    !lists.every((name) => Array.isArray(state?.[name]))
  ) {
    throw new SandboxError(
      "SANDBOX_SNAPSHOT",
      "this is no snapshot of a sandbox, version 1",
      "不是模拟环境快照（版本 1）",
    );
  }
  const data = JSON.parse(JSON.stringify(state), bytesIn) as Record<string, unknown>;
  for (const name of MAPS) data[name] = new Map(data[name] as [string, unknown][]);
  return data as unknown as StateData;
}

/** Reads a state file; `undefined` when there is none yet. */
export function loadStateFile(path: string): Snapshot | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw fileError("read", path, cause);
  }
  try {
    return JSON.parse(text) as Snapshot;
  } catch (cause) {
    throw fileError("read", path, cause);
  }
}

/** Writes a state file beside its place and moves it there, so that a crash leaves the old or the new one. */
export function saveStateFile(path: string, snapshot: Snapshot): void {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, `${JSON.stringify(snapshot, undefined, 1)}\n`, { mode: 0o600 });
    renameSync(draft, path);
  } catch (cause) {
    rmSync(draft, { force: true });
    throw fileError("write", path, cause);
  }
}

function fileError(doing: "read" | "write", path: string, cause: unknown): SandboxError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new SandboxError(
    "SANDBOX_SNAPSHOT",
    `cannot ${doing} the state file ${path}: ${why}`,
    `无法${doing === "read" ? "读取" : "写入"}状态文件 ${path}`,
    {},
    { cause },
  );
}

function bytesOut(_: string, value: unknown): unknown {
  return value instanceof Uint8Array ? { $bytes: Buffer.from(value).toString("base64") } : value;
}

function bytesIn(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("$bytes" in value)) return value;
  return new Uint8Array(Buffer.from(String(value.$bytes), "base64"));
}
