import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { CodegenError } from "./errors.ts";

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
 */
export function compare(root: string, folders: readonly string[], files: ReadonlyMap<string, string>): Difference[] {
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
 * Writes the generated folders: each is prepared beside its place, and swapped in when all of them are complete, so
 * that a crash leaves the old folder or the new one, never a mixture. Files that are no longer generated go away.
 *
 * @throws {@link CodegenError} `GEN_WRITE` when a folder holds files that were not generated, or cannot be written.
 */
export function write(root: string, folders: readonly string[], files: ReadonlyMap<string, string>): void {
  const prepared: { readonly place: string; readonly fresh: string; readonly old: string }[] = [];
  try {
    for (const folder of folders) {
      const place = join(root, folder);
      recover(place);
      refuseForeign(place);
      const parent = dirname(place);
      mkdirSync(parent, { recursive: true });
      const fresh = mkdtempSync(join(parent, ".coo-new-"));
      prepared.push({ place, fresh, old: oldOf(place) });
      const prefix = folder === "" ? "" : `${folder}/`;
      for (const [file, text] of files) {
        if (!file.startsWith(prefix)) continue;
        const path = join(fresh, file.slice(prefix.length));
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
    }
  } catch (error) {
    for (const { fresh } of prepared) rmSync(fresh, { recursive: true, force: true });
    if (error instanceof CodegenError) throw error;
    throw unwritable(error as NodeJS.ErrnoException, root);
  }
  for (const { place, fresh, old } of prepared) {
    if (existsSync(place)) renameSync(place, old);
    renameSync(fresh, place);
    rmSync(old, { recursive: true, force: true });
  }
}

/**
 * Removes a generated folder.
 *
 * @throws {@link CodegenError} `GEN_WRITE` when it holds files that were not generated.
 */
export function remove(root: string, folder: string): void {
  refuseForeign(join(root, folder));
  rmSync(join(root, folder), { recursive: true });
}

function oldOf(place: string): string {
  return join(dirname(place), `.coo-old-${place.slice(dirname(place).length + 1)}`);
}

/** Puts the old folder back when a run was killed between the two renames, and clears what killed runs left. */
function recover(place: string): void {
  const parent = dirname(place);
  const old = oldOf(place);
  if (existsSync(old)) {
    if (existsSync(place)) rmSync(old, { recursive: true, force: true });
    else renameSync(old, place);
  }
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(".coo-new-")) continue;
    const path = join(parent, name);
    // A run that is at work now is younger.
    if (Date.now() - statSync(path).mtimeMs > 600_000) rmSync(path, { recursive: true, force: true });
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
      expectedZh: "应为空目录,或只含生成文件的目录",
      advice: "move the file away, or name another --out folder",
      adviceZh: "请移走该文件,或用 --out 指定其他目录",
    });
  }
}

function unwritable(error: NodeJS.ErrnoException, root: string): CodegenError {
  return new CodegenError(
    {
      code: "GEN_WRITE",
      message: `cannot write to ${root} (${error.code ?? error.message})`,
      messageZh: `无法写入 ${root}(${error.code ?? error.message})`,
      advice: "check the folder's rights and free space",
      adviceZh: "请检查目录权限和磁盘空间",
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
