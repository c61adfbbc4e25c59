import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CodegenError } from "../errors.ts";
import { locked } from "../lock.ts";

/** Files to write, by path below a folder; `null` for those that go away. */
export type Tree = ReadonlyMap<string, string | null>;

const ASIDE = ".coo-regen";

/**
 * Writes all files or none: everything is prepared aside, and moved when it is complete. A run that is killed while it
 * moves is completed by the next one.
 *
 * @throws {@link CodegenError} `GEN_WRITE`; then all files are as they were.
 */
export function writeTree(root: string, tree: Tree): void {
  try {
    locked(join(root, `${ASIDE}.lock`), () => {
      finish(root);
      prepare(root, tree);
      move(root);
    });
  } catch (error) {
    if (error instanceof CodegenError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CodegenError(
      {
        code: "GEN_WRITE",
        message: `cannot write to ${root} (${code ?? message}); nothing was changed`,
        messageZh: `无法写入 ${root}(${code ?? message}),未作任何修改`,
        advice: "check rights and free space",
        adviceZh: "请检查权限和磁盘空间",
      },
      [],
      error,
    );
  }
}

/** Completes what a killed run had begun. */
export function recoverTree(root: string): void {
  if (existsSync(join(root, ASIDE))) locked(join(root, `${ASIDE}.lock`), () => finish(root));
}

function finish(root: string): void {
  const aside = join(root, ASIDE);
  // Without its list the folder was not complete: nothing was moved yet.
  if (existsSync(join(aside, "list.json"))) move(root);
  else rmSync(aside, { recursive: true, force: true });
}

interface List {
  readonly files: readonly { readonly path: string; readonly goes: boolean }[];
}

function prepare(root: string, tree: Tree): void {
  const aside = join(root, ASIDE);
  mkdirSync(join(aside, "new"), { recursive: true });
  mkdirSync(join(aside, "old"), { recursive: true });
  try {
    const files = [...tree].map(([path, text], i) => {
      if (text !== null) writeFileSync(join(aside, "new", String(i)), text);
      return { path, goes: text === null };
    });
    writeFileSync(join(aside, "list.tmp"), JSON.stringify({ files } satisfies List));
    renameSync(join(aside, "list.tmp"), join(aside, "list.json"));
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    throw error;
  }
}

/** Steps that are done already are not done again. */
function move(root: string): void {
  const aside = join(root, ASIDE);
  const { files } = JSON.parse(readFileSync(join(aside, "list.json"), "utf8")) as List;
  const of = (kind: "new" | "old", i: number): string => join(aside, kind, String(i));
  let reached = 0;
  try {
    for (const [i, { path, goes }] of files.entries()) {
      reached = i;
      const place = join(root, path);
      const todo = goes ? !existsSync(of("old", i)) : existsSync(of("new", i));
      if (!todo) continue;
      if (existsSync(place) && !existsSync(of("old", i))) renameSync(place, of("old", i));
      if (goes) continue;
      mkdirSync(dirname(place), { recursive: true });
      renameSync(of("new", i), place);
    }
  } catch (error) {
    for (let i = reached; i >= 0; i--) {
      const place = join(root, (files[i] as List["files"][number]).path);
      if (existsSync(of("old", i))) {
        rmSync(place, { force: true });
        renameSync(of("old", i), place);
      } else if (!existsSync(of("new", i)) && files[i]?.goes === false) rmSync(place, { force: true });
    }
    rmSync(aside, { recursive: true, force: true });
    throw error;
  }
  for (const { path, goes } of files) if (goes) removeEmpty(dirname(join(root, path)), root);
  rmSync(aside, { recursive: true, force: true });
}

function removeEmpty(folder: string, root: string): void {
  for (let at = folder; at.length > root.length; at = dirname(at)) {
    try {
      rmdirSync(at);
    } catch {
      return;
    }
  }
}
