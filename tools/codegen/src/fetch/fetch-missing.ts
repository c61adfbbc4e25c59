import { relative, resolve, sep } from "node:path";
import { isWsdlError, type Location, loadModel, type Model, type WsdlError } from "@coo/wsdl";
import type { CodegenProblem } from "../errors.ts";
import { type Download, download, NETWORK, type Network } from "./download.ts";
import { type FailureText, FetchFailure, failure } from "./fetch-failure.ts";
import { FETCH_LIMITS, type FetchLimits } from "./fetch-limits.ts";
import type { SavedDocuments } from "./saved-documents.ts";

/** Rules of the loader that a document breaks which is of no use at all. */
const UNUSABLE: ReadonlySet<string> = new Set([
  "document-malformed",
  "document-no-xml",
  "document-foreign",
  "document-wsdl20",
  "schema-draft",
]);

/** What {@link fetchMissing} starts from. */
export interface FetchOptions {
  /** Files and addresses. */
  readonly entries: readonly string[];
  readonly saved: SavedDocuments;
  /** Whether a file that an import names may be opened. Default: each may. */
  readonly permits?: ((file: string) => boolean) | undefined;
  readonly signal: AbortSignal;
  /** Told each address before it is asked for. */
  readonly onFetch?: (address: string) => void;
  readonly limits?: Partial<FetchLimits>;
  readonly network?: Network;
}

/** Where a document is wanted. */
interface Wanted {
  readonly url: URL;
  /** The import; `undefined` for an entry. */
  readonly at: Location | undefined;
}

/**
 * Fetches every document that the entries lead to and that is not at hand, until none is missing. Nothing is written:
 * what came is in `saved`.
 *
 * @returns What could not be fetched: `GEN_FETCH`, with the place of the import.
 */
export async function fetchMissing(options: FetchOptions): Promise<CodegenProblem[]> {
  const { saved, signal, network = NETWORK } = options;
  const limits = { ...FETCH_LIMITS, ...options.limits };
  const problems: CodegenProblem[] = [];
  const tried = new Set<string>();
  /** Documents of this run: whether a public server sent them, and where they were wanted. */
  const came = new Map<string, Download & Wanted>();
  let total = 0;

  const get = async ({ url, at }: Wanted): Promise<void> => {
    if (tried.has(url.href) || saved.find(url.href) !== undefined) return;
    tried.add(url.href);
    try {
      if (tried.size > limits.maxDocuments)
        throw failure(
          `more than ${limits.maxDocuments} documents are missing`,
          `缺少的文档超过 ${limits.maxDocuments} 个`,
        );
      options.onFetch?.(shown(url));
      const publicOnly = at !== undefined && saved.has(at.file) && came.get(resolve(at.file))?.isPublic !== false;
      const got = await download(url, { limits, network, publicOnly, bytesLeft: limits.maxTotalBytes - total, signal });
      total += got.bytes.length;
      came.set(saved.add(url.href, got.address, got.bytes), { ...got, url, at });
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error;
      problems.push(problemOf({ url, at }, error.text));
    }
  };

  for (const entry of options.entries) {
    const url = saved.addressOf(entry, "");
    if (url !== null) await get({ url, at: undefined });
  }
  for (;;) {
    const before = tried.size;
    const found = findProblems(options);
    for (const problem of found) {
      const file = resolve(problem.file);
      const use = came.get(file);
      // What the server sent is no document: it is not kept.
      if (use === undefined || !UNUSABLE.has(problem.rule)) continue;
      saved.drop(file);
      came.delete(file);
      const bare = (text: string): string => text.slice(problem.file.length + 1);
      const { text } = failure(
        `the answer is no WSDL or XSD: ${bare(problem.message)}`,
        `返回的不是 WSDL 或 XSD:${bare(problem.messageZh)}`,
      );
      problems.push(problemOf(use, text));
    }
    for (const problem of found) {
      if (problem.rule !== "import-missing" || problem.details["remote"] !== "true") continue;
      const url = saved.addressOf(problem.details["location"] ?? "", problem.file);
      const at = { file: problem.file, line: problem.line, column: problem.column };
      if (url !== null) await get({ url, at });
      if (tried.size > limits.maxDocuments) return problems;
    }
    if (tried.size === before) return problems;
  }
}

/** Problems of the documents as they are at hand now. */
function findProblems({ entries, saved, permits }: FetchOptions): readonly WsdlError[] {
  const files = entries.flatMap((entry) => {
    const url = saved.addressOf(entry, "");
    const file = url === null ? resolve(entry) : saved.find(url.href);
    return file === undefined ? [] : [file];
  });
  if (files.length === 0) return [];
  let model: Model;
  try {
    model = loadModel(files, {
      keepGoing: true,
      limits: { maxProblems: 10_000 },
      readFile: (file) => saved.read(file),
      locate: (location, from) => saved.locate(location, from),
      permits,
    });
  } catch (error) {
    // Whoever generates or lints reports it.
    if (isWsdlError(error)) return [];
    throw error;
  }
  return model.problems;
}

function problemOf({ url, at }: Wanted, text: FailureText): CodegenProblem {
  const file = at === undefined ? "" : relative(".", at.file).split(sep).join("/");
  return {
    code: "GEN_FETCH",
    ...(at === undefined ? {} : { at: { ...at, file } }),
    message: `${shown(url)} was not fetched: ${text.en}`,
    messageZh: `未能获取 ${shown(url)}:${text.zh}`,
    advice: text.advice,
    adviceZh: text.adviceZh,
  };
}

/** An address without what must not be shown. */
function shown(url: URL): string {
  if (url.username === "" && url.password === "") return url.href;
  const copy = new URL(url);
  copy.username = "";
  copy.password = "";
  return copy.href;
}
