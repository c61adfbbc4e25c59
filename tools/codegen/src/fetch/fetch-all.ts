import { relative, sep } from "node:path";
import type { CodegenProblem } from "../errors.ts";
import { fetchMissing } from "./fetch-missing.ts";
import type { SavedDocuments } from "./saved-documents.ts";

/** Options of {@link fetchAll}. */
export interface FetchAllOptions {
  /** Files and addresses. */
  readonly entries: readonly string[];
  readonly saved: SavedDocuments;
  /** Whether a file that an import names may be opened. */
  readonly permits: (file: string) => boolean;
  /** Save what came although some did not. */
  readonly keepGoing: boolean;
  /** `false`: only keep it in memory. */
  readonly writing: boolean;
  readonly signal: AbortSignal;
  /** Gets a line for each document. */
  readonly tell: (text: string) => void;
}

/**
 * `--fetch`: fetches what is missing and saves it when all of it came.
 *
 * @returns What could not be fetched.
 */
export async function fetchAll(options: FetchAllOptions): Promise<CodegenProblem[]> {
  const { entries, saved, permits, keepGoing, writing, signal, tell } = options;
  const problems = await fetchMissing({
    entries,
    saved,
    permits,
    signal,
    onFetch: (address) => tell(`下载 fetching ${address}`),
  });
  if (!writing || (problems.length > 0 && !keepGoing)) return problems;
  for (const file of saved.save())
    tell(`已保存 saved ${saved.sourceOf(file)} → ${relative(".", file).split(sep).join("/")}`);
  return problems;
}
