import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArguments } from "./arguments.ts";
import { CodegenError, type CodegenProblem, isCodegenError } from "./errors.ts";
import { type Generated, generate } from "./generate.ts";
import { HELP } from "./help.ts";
import { runLint } from "./lint/command.ts";
import { EXIT, type Output } from "./output.ts";
import { generateRepo, strayEditions } from "./repo.ts";
import { compare, type Difference, remove, write } from "./write.ts";

/** What one run produced, for `--json`. */
interface Report {
  readonly ok: boolean;
  readonly exitCode: number;
  readonly written: readonly string[];
  readonly differences: readonly Difference[];
  readonly summary: Generated["summary"] | null;
  readonly notes: readonly string[];
  readonly errors: readonly CodegenProblem[];
}

/**
 * Runs the command line.
 *
 * @param args - Arguments after the program's name.
 * @returns The exit code.
 */
export function run(args: readonly string[], output: Output): number {
  if (args[0] === "lint") return runLint(args.slice(1), output);
  const json = args.includes("--json");
  try {
    const options = parseArguments(args);
    if (options.help) {
      output.out(HELP);
      return EXIT.ok;
    }
    const root = options.repo ? join(resolve(options.out ?? "."), "packages") : resolve(options.out ?? ".");
    const editions = options.repo ? generateRepo(options.out ?? ".") : [];
    const strays = options.repo ? strayEditions(options.out ?? ".", editions) : [];
    const jobs: Generated[] = options.repo
      ? editions.map((edition) => edition.generated)
      : [
          generate({
            entries: options.entries,
            keepGoing: options.keepGoing,
            previous: (file) => readOld(join(root, file)),
            ...(options.manifest === undefined ? {} : { manifest: options.manifest }),
          }),
        ];
    const found = jobs.map((job) => compare(root, job.folders, job.files));
    const differences = [...found.flat(), ...compare(root, strays, new Map())];
    const writing = !options.check && !options.dryRun;
    jobs.forEach((job, i) => {
      if (writing && (found[i]?.length ?? 0) > 0) write(root, job.folders, job.files);
    });
    if (writing) for (const stray of strays) remove(root, stray);
    const stale = options.check && differences.length > 0;
    const problems = jobs.flatMap((j) => j.problems);
    const exitCode = problems.length > 0 ? EXIT.input : stale ? EXIT.stale : EXIT.ok;
    const files = jobs.reduce((n, j) => n + j.files.size, 0);
    const summary = jobs[0]?.summary ?? null;
    const notes = jobs.flatMap((j) => j.notes);
    if (json) {
      print(output, {
        ok: exitCode === EXIT.ok,
        exitCode,
        written: writing ? differences.filter((d) => d.kind !== "leftover").map((d) => d.file) : [],
        differences,
        summary,
        notes,
        errors: problems,
      });
      return exitCode;
    }
    for (const d of differences) if (options.check || options.dryRun) output.out(`${MARKS[d.kind]} ${d.file}\n`);
    printProblems(output, problems);
    if (!options.quiet) for (const note of notes) output.err(`note: ${note}\n`);
    if (stale) {
      const error = new CodegenError({
        code: "GEN_STALE",
        message: `${differences.length} generated files differ from what the schemas give now`,
        messageZh: `有 ${differences.length} 个生成文件与模式不一致`,
        advice: options.repo ? "run `pnpm generate` and commit the result" : "run the same command without --check",
        adviceZh: options.repo ? "请运行 `pnpm generate` 并提交结果" : "请去掉 --check 重新运行",
      });
      printProblems(output, error.problems);
      return exitCode;
    }
    const state = options.check
      ? "up to date"
      : options.dryRun
        ? "dry run, nothing written"
        : `${differences.length} changed`;
    for (const j of jobs) output.out(`${table(j)}\n`);
    output.out(`${files} files, ${state}\n`);
    return exitCode;
  } catch (error) {
    if (!isCodegenError(error)) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      if (json)
        output.out(
          `${JSON.stringify({ ok: false, exitCode: EXIT.internal, errors: [{ code: "GEN_INTERNAL", message: String(error) }] })}\n`,
        );
      else output.err(`内部错误,请报告 · internal error, please report:\n${text}\n`);
      return EXIT.internal;
    }
    const exitCode = error.code === "GEN_USAGE" ? EXIT.usage : EXIT.input;
    if (json)
      print(output, {
        ok: false,
        exitCode,
        written: [],
        differences: [],
        summary: null,
        notes: [],
        errors: error.problems,
      });
    else printProblems(output, error.problems);
    if (!json && error.code === "GEN_USAGE") output.err("coo-codegen --help\n");
    return exitCode;
  }
}

const MARKS = { missing: "+", changed: "~", leftover: "-" } as const;

function print(output: Output, report: Report): void {
  output.out(`${JSON.stringify(report, null, 2)}\n`);
}

function printProblems(output: Output, problems: readonly CodegenProblem[]): void {
  for (const p of problems) {
    const place = p.at ? `${p.at.file}:${p.at.line}:${p.at.column}: ` : "";
    output.err(`${place}${p.code}: ${p.messageZh} · ${p.message}\n`);
    if (p.expected)
      output.err(
        `  应为 expected: ${p.expectedZh === p.expected || !p.expectedZh ? p.expected : `${p.expectedZh} · ${p.expected}`}\n`,
      );
    if (p.advice) output.err(`  建议 advice: ${p.adviceZh ? `${p.adviceZh} · ` : ""}${p.advice}\n`);
  }
}

/** A file of the last run; `null` when there is none. */
function readOld(path: string): string | null {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

function table(generated: Generated): string {
  const s = generated.summary;
  return `${s.documents} documents: ${s.services} services, ${s.operations} operations, ${s.messages} messages, ${s.types} types, ${s.enumerations} enumerations, ${s.codeLists} code lists; dropped: none`;
}
