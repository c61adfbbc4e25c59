import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { usageError } from "../arguments.ts";

/** What stands in front of a commit and a path in it. */
const PREFIX = "git:";
const MAX_FILES = 5000;

/** Whether `given` names files of a commit, `git:<ref>:<path>`; what lies on disk under that name is no such. */
export function isGitSet(given: string): boolean {
  return given.startsWith(PREFIX) && !existsSync(given);
}

/** A file or folder as it was in a commit, copied. */
export interface GitSet {
  /** Where it lies now. */
  readonly path: string;
  /** The path in the commit. */
  readonly inCommit: string;
  dispose(): void;
}

/**
 * Copies what `git:<ref>:<path>` names out of the repository that the command runs in; the path is from the root of the
 * repository, or from here when it begins with `./`. Of a file, its folder is copied: it may refer to others.
 *
 * @throws {@link CodegenError} `GEN_USAGE` when there is no such commit, path or repository, or no git.
 */
export function copyOfGitSet(given: string): GitSet {
  const rest = given.slice(PREFIX.length);
  const colon = rest.indexOf(":");
  const [ref, path] = [rest.slice(0, colon), rest.slice(colon + 1).replace(/\/+$/, "")];
  if (colon <= 0 || path === "")
    throw usageError(`${given} is not git:<ref>:<path>`, `${given} 不是 git:<引用>:<路径>`, [
      "例如 git:main:schemas/2018-07",
      "for instance git:main:schemas/2018-07",
    ]);
  const commit = git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
  if (commit === null)
    throw usageError(`there is no commit ${ref} here`, `此处没有提交 ${ref}`, [
      "请在版本库内运行,并先取回该引用",
      "run it in the repository, and fetch that ref first",
    ]);
  const id = commit.toString("utf8").trim();
  const kind = git(["cat-file", "-t", `${id}:${path}`])
    ?.toString("utf8")
    .trim();
  if (kind !== "tree" && kind !== "blob")
    throw usageError(`commit ${ref} has no file or folder ${path}`, `提交 ${ref} 中没有文件或目录 ${path}`);
  const folder = kind === "tree" ? path : dirname(path);
  const home = mkdtempSync(join(tmpdir(), "coo-git-"));
  const root = join(home, basename(folder === "." ? "set" : folder));
  mkdirSync(root);
  try {
    copyTree(`${id}:${folder === "." ? "" : folder}`, root, given);
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    throw error;
  }
  return {
    path: kind === "tree" ? root : join(root, basename(path)),
    inCommit: path.replace(/^\.\//, ""),
    dispose: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** Ordinary files of a tree; what links elsewhere is no document. */
function copyTree(tree: string, root: string, given: string): void {
  const listed = git(["ls-tree", "-r", "-z", tree])?.toString("utf8") ?? "";
  const files = listed.split("\0").flatMap((line) => {
    const [, id, name] = /^100(?:644|755) blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
    return id === undefined || name === undefined || !/\.(?:wsdl|xsd|json)$/i.test(name) ? [] : [{ id, name }];
  });
  if (files.length > MAX_FILES)
    throw usageError(
      `${given} holds ${files.length} documents, the limit is ${MAX_FILES}`,
      `${given} 中有 ${files.length} 个文件,上限为 ${MAX_FILES}`,
    );
  for (const { id, name } of files) {
    const content = git(["cat-file", "blob", id]);
    if (content === null) throw usageError(`${given}: ${name} cannot be read`, `${given}:无法读取 ${name}`);
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
}

/** What git prints; `null` when it fails. */
function git(args: readonly string[]): Buffer | null {
  const { status, stdout, error } = spawnSync("git", [...args], {
    maxBuffer: 1 << 30,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (error !== undefined)
    throw usageError(`git cannot be run: ${error.message}`, `无法运行 git:${error.message}`, [
      "请安装 git,或给出文件夹",
      "install git, or give folders",
    ]);
  return status === 0 ? stdout : null;
}
