import { type FSWatcher, watch as watchFolder } from "node:fs";
import { basename, dirname } from "node:path";

/** Editors write a file in several steps. */
const QUIET_MS = 150;

/**
 * Runs `work` now and whenever one of the files it names changes, until `signal` ends it. Folders are watched, not
 * files: editors replace a file by another, and a missing one may come.
 *
 * @param work - Gives the paths of the files that its outcome depends on.
 */
export async function watchFiles(work: () => ReadonlySet<string>, signal: AbortSignal): Promise<void> {
  const watchers = new Map<string, FSWatcher>();
  let files: ReadonlySet<string> = new Set();
  let timer: NodeJS.Timeout | undefined;
  const round = (): void => {
    files = work();
    const folders = new Set([...files].map((file) => dirname(file)));
    for (const [folder, watcher] of watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of folders) {
      if (watchers.has(folder)) continue;
      try {
        const watcher = watchFolder(folder, (_, name) => {
          if (name !== null && !isAmong(files, folder, name)) return;
          clearTimeout(timer);
          timer = setTimeout(round, QUIET_MS);
        });
        watcher.on("error", () => watchers.delete(folder));
        watchers.set(folder, watcher);
      } catch {
        // The folder is not there; what names it is watched.
      }
    }
  };
  round();
  await new Promise<void>((done) => {
    if (signal.aborted) done();
    else signal.addEventListener("abort", () => done(), { once: true });
  });
  clearTimeout(timer);
  for (const watcher of watchers.values()) watcher.close();
}

function isAmong(files: ReadonlySet<string>, folder: string, name: string): boolean {
  for (const file of files) if (dirname(file) === folder && basename(file) === name) return true;
  return false;
}
