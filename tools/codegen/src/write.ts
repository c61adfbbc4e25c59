import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { CodegenError } from "./errors.ts";
import { locked } from "./lock.ts";
import { finishSwaps, type Swap, swapAll, swapOf } from "./swap.ts";

/** Difference between what is generated and what lies on disk. */
export interface Difference {
  readonly file: string;
  readonly kind: "missing" | "changed" | "leftover";
}

/** First line of everything we write; a file without it is not ours to remove. */
const MARK = "// @generated from ";

/**
 * Compares generated files with a folder.
 *
 * @param root - Folder that holds the generated folders.
 * @param folders - Folders, relative to `root`, that belong to the generator alone.
 * @throws {@link CodegenError} `GEN_WRITE` when the folder cannot be read, or is none.
 */
export function compare(root: string, folders: readonly string[], files: ReadonlyMap<string, string>): Difference[] {
  try {
    return differencesOf(root, folders, files);
  } catch (error) {
    throw unwritable(error as NodeJS.ErrnoException, root);
  }
}

function differencesOf(root: string, folders: readonly string[], files: ReadonlyMap<string, string>): Difference[] {
  const differences: Difference[] = [];
  for (const [file, text] of files) {
    const path = join(root, file);
    if (!existsSync(path)) differences.push({ file, kind: "missing" });
    else if (readFileSync(path, "utf8") !== text) differences.push({ file, kind: "changed" });
  }
  for (const folder of folders) {
    for (const file of listFiles(join(root, folder))) {
      const name = folder === "" ? file : `${folder}/${file}`;
      if (!files.has(name)) differences.push({ file: name, kind: "leftover" });
    }
  }
  return differences.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/**
 * Writes the generated folders: each is prepared beside its place, and all are swapped in together when all are
 * complete. A run that is killed leaves old folders, new ones, or some of them moved aside; the next run completes the
 * swap or clears what was prepared. Files that are no longer generated go away.
 *
 * @param gone - Generated folders that go away.
 * @throws {@link CodegenError} `GEN_WRITE` when a folder holds files that were not generated, or cannot be written.
 */
export function write(
  root: string,
  folders: readonly string[],
  files: ReadonlyMap<string, string>,
  gone: readonly string[] = [],
): void {
  const { journal, lock } = aside(root, folders);
  try {
    locked(lock, () => {
      finishSwaps(journal);
      const swaps = [
        ...folders.map((folder) => swapOf(placeOf(root, folder), false)),
        ...gone.map((folder) => swapOf(placeOf(root, folder), true)),
      ];
      // No run is at work here but this one: what lies beside the places is what killed ones left.
      for (const { fresh, old } of swaps)
        for (const path of [fresh, old]) rmSync(path, { recursive: true, force: true });
      for (const { place } of swaps) refuseForeign(place);
      try {
        folders.forEach((folder, i) => {
          prepare((swaps[i] as Swap).fresh, folder, files);
        });
        swapAll(journal, swaps);
      } catch (error) {
        for (const { fresh } of swaps) rmSync(fresh, { recursive: true, force: true });
        throw error;
      }
    });
  } catch (error) {
    if (error instanceof CodegenError) throw error;
    throw unwritable(error as NodeJS.ErrnoException, root);
  }
}

/**
 * Completes what a killed run had begun to swap in, so that what is read from the folder is of one run.
 *
 * @throws {@link CodegenError} `GEN_WRITE`.
 */
export function recover(root: string): void {
  for (const { journal, lock } of [aside(root, [""]), aside(root, [])]) {
    if (!existsSync(journal)) continue;
    try {
      locked(lock, () => finishSwaps(journal));
    } catch (error) {
      if (error instanceof CodegenError) throw error;
      throw unwritable(error as NodeJS.ErrnoException, root);
    }
  }
}

/** Where journal and lock of a run lie: never in a folder that is swapped. */
function aside(root: string, folders: readonly string[]): { readonly journal: string; readonly lock: string } {
  const path = folders.includes("")
    ? join(dirname(placeOf(root, "")), `.coo-swap-${basename(placeOf(root, ""))}`)
    : join(root, ".coo-swap");
  return { journal: `${path}.json`, lock: `${path}.lock` };
}

/** A link to a folder stays a link. */
function placeOf(root: string, folder: string): string {
  const path = resolve(root, folder);
  return existsSync(path) ? realpathSync(path) : path;
}

function prepare(fresh: string, folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(fresh, { recursive: true });
  const prefix = folder === "" ? "" : `${folder}/`;
  for (const [file, text] of files) {
    if (!file.startsWith(prefix)) continue;
    const path = join(fresh, file.slice(prefix.length));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

function refuseForeign(place: string): void {
  for (const file of listFiles(place)) {
    if (readFileSync(join(place, file), "utf8").startsWith(MARK)) continue;
    throw new CodegenError({
      code: "GEN_WRITE",
      message: `${join(place, file)} was not generated; the folder would be emptied`,
      messageZh: `${join(place, file)} 不是生成的文件,写入会清空该目录`,
      expected: "an empty folder, or one with generated files only",
      expectedZh: "空目录,或只含生成文件的目录",
      advice: "move the file away, or name another --out folder",
      adviceZh: "请移走该文件,或用 --out 指定其他目录",
    });
  }
}

function unwritable(error: NodeJS.ErrnoException, root: string): CodegenError {
  const file = error.code === "ENOTDIR" || error.code === "EEXIST";
  return new CodegenError(
    {
      code: "GEN_WRITE",
      message: `cannot write to ${root} (${file ? "a file stands there, or above it" : (error.code ?? error.message)})`,
      messageZh: `无法写入 ${root}(${file ? "该处或其上级是文件" : (error.code ?? error.message)})`,
      advice: file ? "name a folder" : "check the folder's rights and free space",
      adviceZh: file ? "请指定目录" : "请检查目录权限和磁盘空间",
    },
    [],
    error,
  );
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) =>
      join(e.parentPath, e.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}
