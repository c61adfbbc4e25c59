import { CodegenError, type CodegenProblem, isCodegenError } from "./errors.ts";
import type { Generated } from "./generate.ts";
import { EXIT, type Output } from "./output.ts";
import type { Settings } from "./output-flags.ts";
import { printProblems } from "./problems-text.ts";
import type { Summary } from "./summary.ts";
import { summaryText } from "./summary-text.ts";
import { compare, type Difference, recover, write } from "./write.ts";

/** Something to generate into one folder. */
export interface Job {
  /** Folder that holds the generated ones. */
  readonly root: string;
  /** Stands in front of what is said about the job, when there are several. */
  readonly name?: string;
  readonly generate: () => readonly Generated[];
  /** Generated folders below `root` that go away. */
  readonly strays?: (results: readonly Generated[]) => readonly string[];
  /** Command that brings the folder up to date, for the message that it is not. */
  readonly refresh: readonly [zh: string, en: string];
}

/** What one run produced, for `--json`. */
interface Report {
  readonly ok: boolean;
  readonly exitCode: number;
  readonly written: readonly string[];
  readonly differences: readonly Difference[];
  /** Of the only job; of several see `jobs`. */
  readonly summary: Summary | null;
  readonly jobs: readonly { readonly name: string; readonly root: string; readonly summary: Summary }[];
  readonly notes: readonly string[];
  readonly errors: readonly CodegenProblem[];
}

/**
 * Generates, compares with what is there, writes unless told not to, and reports.
 *
 * @returns The exit code.
 */
export function produce(jobs: readonly Job[], settings: Settings, output: Output): number {
  const writing = !settings.check && !settings.dryRun;
  if (writing) for (const job of jobs) recover(job.root);
  const failed: CodegenProblem[] = [];
  const done = jobs.flatMap((job) => {
    const results = attempt(job, failed);
    if (!results) return [];
    const folders = results.flatMap((r) => r.folders);
    const files = new Map(results.flatMap((r) => [...r.files]));
    const strays = job.strays?.(results) ?? [];
    const found = [...compare(job.root, folders, files), ...compare(job.root, strays, new Map())];
    return [{ job, results, folders, files, strays, found }];
  });
  const [first, ...others] = failed;
  if (first) throw new CodegenError(first, others);
  // Nothing is written before everything could be generated.
  for (const { job, folders, files, strays, found } of done)
    if (writing && found.length > 0) write(job.root, folders, files, strays);
  const results = done.flatMap((d) => d.results);
  const files = done.reduce((n, d) => n + d.files.size, 0);
  const differences = done.flatMap(({ job, found }) =>
    jobs.length === 1 ? found : found.map((d) => ({ ...d, file: `${job.name ?? job.root}: ${d.file}` })),
  );
  const problems = results.flatMap((r) => r.problems);
  const stale = settings.check && differences.length > 0;
  const exitCode = problems.length > 0 ? EXIT.input : stale ? EXIT.stale : EXIT.ok;
  const notes = results.flatMap((r) => r.notes);
  if (settings.json) {
    const report: Report = {
      ok: exitCode === EXIT.ok,
      exitCode,
      written: writing ? differences.filter((d) => d.kind !== "leftover").map((d) => d.file) : [],
      differences,
      summary: results.length === 1 ? (results[0]?.summary ?? null) : null,
      jobs: done.flatMap(({ job, results }) =>
        results.map(({ summary }) => ({ name: titleOf(job, summary, jobs.length), root: job.root, summary })),
      ),
      notes,
      errors: problems,
    };
    output.out(`${JSON.stringify(report, null, 2)}\n`);
    return exitCode;
  }
  for (const d of differences) if (!writing) output.out(`${MARKS[d.kind]} ${d.file}\n`);
  printProblems(output, problems);
  if (!settings.quiet) for (const note of notes) output.err(`note: ${note}\n`);
  if (stale) {
    printProblems(output, staleError(differences.length, (jobs[0] as Job).refresh).problems);
    return exitCode;
  }
  const state = settings.check
    ? "up to date"
    : settings.dryRun
      ? "dry run, nothing written"
      : `${differences.length} changed`;
  for (const { job, results } of done)
    for (const { summary } of results) {
      const title = titleOf(job, summary, jobs.length);
      output.out(`${title === "" ? "" : `${title}: `}${summary.documents} documents\n${summaryText(summary)}\n`);
    }
  output.out(`${files} files, ${state}\n`);
  return exitCode;
}

/** What cannot be generated does not keep the problems of the other jobs from being told. */
function attempt(job: Job, failed: CodegenProblem[]): readonly Generated[] | null {
  try {
    return job.generate();
  } catch (error) {
    if (!isCodegenError(error) || error.code === "GEN_USAGE") throw error;
    failed.push(...error.problems);
    return null;
  }
}

const MARKS = { missing: "+", changed: "~", leftover: "-" } as const;

function staleError(count: number, [adviceZh, advice]: Job["refresh"]): CodegenError {
  return new CodegenError({
    code: "GEN_STALE",
    message: `${count} generated files differ from what the schemas give now`,
    messageZh: `有 ${count} 个生成文件与模式不一致`,
    advice,
    adviceZh,
  });
}

/** What stands in front of a job's summary, when there are several. */
function titleOf(job: Job, { edition }: Summary, count: number): string {
  return [job.name ?? (count > 1 ? job.root : ""), edition].filter((part) => part !== "").join(" ");
}
