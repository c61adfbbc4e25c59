import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Writes a file that only its owner can read: whole or not at all, also when the power fails meanwhile. */
export function writeOwnFile(path: string, content: Uint8Array): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const part = join(folder, `.${basename(path)}.${randomUUID()}`);
  const file = openSync(part, "wx", 0o600);
  try {
    try {
      for (let at = 0; at < content.byteLength; ) at += writeSync(file, content, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  flushFolder(folder);
}

/** The new name is on the disk as well. Windows has no such call. */
function flushFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
