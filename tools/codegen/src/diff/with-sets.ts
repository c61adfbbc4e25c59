import type { Output } from "../output.ts";
import { copyOfGitSet, type GitSet, isGitSet } from "./git-set.ts";

/** Two sets of documents that were named on a command line, where they can be read. */
export interface OpenedSets {
  readonly old: string;
  readonly new: string;
  /** Path in its commit of what came out of one. */
  readonly newInCommit: string | null;
  /** Prints paths as they were given. */
  readonly output: Output;
}

/**
 * Does something with two sets, each a file, a folder or `git:<ref>:<path>`; copies out of commits are gone afterwards.
 *
 * @throws {@link CodegenError} `GEN_USAGE` when a commit or path does not exist.
 */
export async function withSets(
  old: string,
  now: string,
  output: Output,
  work: (sets: OpenedSets) => number | Promise<number>,
): Promise<number> {
  const copies: { readonly given: string; readonly copy: GitSet }[] = [];
  const open = (given: string): GitSet | null => {
    if (!isGitSet(given)) return null;
    const copy = copyOfGitSet(given);
    copies.push({ given, copy });
    return copy;
  };
  const shown = (text: string): string => copies.reduce((t, { given, copy }) => t.replaceAll(copy.path, given), text);
  try {
    const [a, b] = [open(old), open(now)];
    return await work({
      old: a?.path ?? old,
      new: b?.path ?? now,
      newInCommit: b?.inCommit ?? null,
      output: { ...output, out: (text) => output.out(shown(text)), err: (text) => output.err(shown(text)) },
    });
  } finally {
    for (const { copy } of copies) copy.dispose();
  }
}
