import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Location, permittedIn } from "@coo/wsdl";
import { type Arguments, oneOf, parseArguments, usageError } from "../arguments.ts";
import type { Command, Context } from "../command.ts";
import { type ConfigJob, parseConfig } from "../config.ts";
import { entriesOf } from "../entries.ts";
import { CodegenError, type CodegenProblem } from "../errors.ts";
import { entryFile, folderOf } from "../fetch/remote-entries.ts";
import { isAddress, SavedDocuments } from "../fetch/saved-documents.ts";
import { generate } from "../generate.ts";
import { readJson } from "../json-source.ts";
import { parseManifest } from "../manifest.ts";
import { readNameMap } from "../name-map.ts";
import { EXIT } from "../output.ts";
import { OUTPUT_SWITCHES, type Settings, settingsOf } from "../output-flags.ts";
import { permittedFolders } from "../permitted-folders.ts";
import { type Job, produce } from "../produce.ts";
import { reportFailure } from "../report-failure.ts";
import { watchFiles } from "../watch.ts";

const FLAGS = {
  switches: [
    ...OUTPUT_SWITCHES,
    "--keep-going",
    "--strict",
    "--served",
    "--registry",
    "--watch",
    "--progress",
    "--fetch",
  ],
  values: ["--out", "--manifest", "--config", "--names", "--unknown-names", "--absent-imports", "--root"],
};

/** What a folder may hold to be generated from without naming files. */
const CONFIG = "coo-codegen.json";

const HELP = `coo-codegen generate: code into one folder, or several packages by a manifest · 生成代码

  --out DIR        where to; its generated files are replaced · 输出目录,其中的生成文件会被替换
  --manifest FILE  maps namespaces to packages below DIR; its "files" are entries too · 按 manifest 分包
  --config FILE    several jobs, see coo-codegen.schema.json of this package; default: ./coo-codegen.json · 配置文件
  --names FILE     JSON of names by component, keys as in the generated names.ts · 组件名称表,键见生成的 names.ts
  --unknown-names any
                   names that refer to nothing let any content in, with a note for each · 未定义的名称按任意内容处理并逐一说明
  --absent-imports pass
                   an xs:import or xs:include whose document is missing is a note; names that need it are errors · 缺少的引入文档只作说明
  --strict         refuse what is tolerated otherwise: slips of published descriptions with only one meaning · 拒绝平常容忍的笔误
  --root DIR       folder that imports must not leave; default: that of each file, and the current one for files below it · 引入不得超出的目录
  --served         the services are ours to serve: handlers for a receiver instead of calls for a client · 由我方提供的服务:生成接收端
  --registry       write registry.ts too: all declarations, for whole documents and wildcards · 另写 registry.ts(全部声明)
  --check          write nothing; exit 9 if DIR differs · 只检查,不一致时退出码为 9
  --dry-run        write nothing; list what would change · 只列出将要变更的文件
  --keep-going     list all errors in documents and generate the rest; unknown types become xs:anyType · 列出全部错误并生成其余部分
  --watch          go on: generate again whenever a document, manifest, code list or configuration changes · 监视文件,变化后重新生成
  --progress       say how far it is, on standard error; a terminal gets it unasked · 在标准错误输出显示进度
  --fetch          fetch what is imported from http(s) and save it in .coo-fetched beside the entries · 下载并保存网络上的引入文档
  --json           one JSON report on standard output · 输出 JSON 报告
  --quiet          no notes · 不输出说明
  --help           this text · 帮助

Examples · 示例
  coo-codegen service.wsdl --out src/gen
  coo-codegen service.wsdl types/extra.xsd --out src/gen --check
  coo-codegen --manifest schemas/2018-07/manifest.json --out packages --dry-run
  coo-codegen broken.wsdl --out /tmp/out --keep-going --json
  coo-codegen service.wsdl --out src/gen --names names.json
  coo-codegen cut.wsdl --out src/gen --unknown-names any
  coo-codegen cut.wsdl --out src/gen --absent-imports pass
  coo-codegen service.wsdl --out src/gen --strict
  coo-codegen wsdl/service.wsdl --out src/gen --root /srv/interfaces
  coo-codegen callback.wsdl --out src/gen --served
  coo-codegen catalog.xsd --out src/gen --registry
  coo-codegen interfaces/ --out src/gen --watch
  coo-codegen service.wsdl --out src/gen --fetch
  coo-codegen https://host.example/service?wsdl --out src/gen --fetch
  coo-codegen --config coo-codegen.json --check
  coo-codegen repo --check
  coo-codegen lint service.wsdl

Exit codes · 退出码
  0  done, or up to date · 成功
  1  internal error, please report · 内部错误
  2  wrong command line · 命令行有误
  3  errors in the input: nothing is written, with --keep-going the rest · 输入有误:不写任何文件(--keep-going 时写其余部分)
  9  --check: the folder differs · 与磁盘不一致
A folder stands for the .wsdl and .xsd files directly in it. Behind -- everything is a file. · 目录代表其中的 .wsdl 与 .xsd 文件。
Without --fetch no network is touched; what it saved is found again. · 不加 --fetch 不会访问网络,已保存的文档会自动使用。
`;

/** `coo-codegen [generate]` */
export const generateCommand: Command = {
  name: "generate",
  uses: [
    ["<wsdl|xsd>… --out DIR", "generate into DIR (its generated files are replaced) · 生成到 DIR"],
    ["[--config FILE]", "the jobs of coo-codegen.json · 按 coo-codegen.json 生成"],
    ["--manifest FILE --out DIR", "several packages below DIR, as the manifest maps them · 按 manifest 分包"],
  ],
  help: HELP,
  async run(args, { output, signal }) {
    const parsed = parseArguments(args, FLAGS);
    const settings = settingsOf(parsed);
    const watching = parsed.switches.has("--watch");
    if (watching && (settings.check || settings.json))
      throw usageError("--watch goes on for ever; --check and --json end", "--watch 不能与 --check 或 --json 同时使用");
    checkTarget(parsed);
    const shown =
      !settings.json && !settings.quiet && (output.isTerminal === true || parsed.switches.has("--progress"));
    const read = new Set<string>();
    const progress = shown ? (text: string) => output.err(output.isTerminal ? `\r\u001b[K${text}` : `${text}\n`) : null;
    const fetched = parsed.switches.has("--fetch") ? await fetchJobs(parsed, settings, { output, signal }) : NOTHING;
    const once = (): number => {
      read.clear();
      try {
        return produce(jobsOf(parsed, read, progress, fetched), settings, output);
      } finally {
        if (shown && output.isTerminal) output.err("\r\u001b[K");
      }
    };
    if (!watching) return once();
    await watchFiles(() => {
      try {
        once();
      } catch (error) {
        reportFailure(error, output, false);
      }
      output.err("监视中,按 Ctrl+C 结束 · watching, Ctrl+C ends\n");
      return read;
    }, signal);
    return EXIT.ok;
  },
};

/** @throws {@link CodegenError} `GEN_USAGE`. */
function checkTarget({ rest, values }: Arguments): void {
  const direct = rest.length > 0 || values.has("--manifest");
  oneOf("--unknown-names", values.get("--unknown-names") ?? "refuse", ["any", "refuse"]);
  oneOf("--absent-imports", values.get("--absent-imports") ?? "refuse", ["pass", "refuse"]);
  if (values.has("--config")) {
    const doubled = direct
      ? "files"
      : ["--out", "--names", "--unknown-names", "--absent-imports", "--root"].find((flag) => values.has(flag));
    if (doubled !== undefined)
      throw usageError(`--config excludes ${doubled}`, `--config 不能与 ${direct ? "文件" : doubled} 同时使用`, [
        "请写入配置文件中的任务",
        "state it in the jobs of the configuration",
      ]);
    return;
  }
  if (!direct && !values.has("--out") && existsSync(CONFIG)) return;
  if (!direct)
    throw usageError("no WSDL or XSD file is given", "未指定 WSDL 或 XSD 文件", [
      `请给出文件或目录,或编写 ${CONFIG}`,
      `name files or a folder, or write ${CONFIG}`,
    ]);
  if (!values.has("--out")) throw usageError("--out DIR is missing", "缺少 --out DIR");
}

/** What `--fetch` got, by job. */
interface Fetched {
  /** Documents that may not be written, as with `--check`. */
  readonly saved: SavedDocuments;
  readonly problems: readonly CodegenProblem[];
}

const NOTHING: readonly Fetched[] = [];

/**
 * Fetches for all jobs, before anything is generated.
 *
 * @throws {@link CodegenError} `GEN_FETCH`.
 */
async function fetchJobs(parsed: Arguments, settings: Settings, { output, signal }: Context): Promise<Fetched[]> {
  // What speaks to the network is loaded only when it is wanted: it is a quarter of what there is to load.
  const { fetchAll } = await import("../fetch/fetch-all.ts");
  const fetched: Fetched[] = [];
  const failed: CodegenProblem[] = [];
  const { jobs, base } = configOf(parsed, new Set());
  for (const job of jobs) {
    const saved = savedOf(job, base);
    const keepGoing = job.keepGoing === true || parsed.switches.has("--keep-going");
    const permits = permittedIn(rootsOf(job, base));
    const problems = await fetchAll({
      entries: placesOf(job, base).flatMap((place) => (isAddress(place) ? [place] : entriesOf([place], permits))),
      saved,
      permits,
      keepGoing,
      writing: !settings.check && !settings.dryRun,
      signal,
      tell: (text) => {
        if (!settings.json && !settings.quiet) output.err(`${text}\n`);
      },
    });
    if (!keepGoing) failed.push(...problems);
    fetched.push({ saved, problems });
  }
  const [first, ...others] = failed;
  if (first !== undefined) throw new CodegenError(first, others);
  return fetched;
}

/** Folders that the imports of a job must not leave. */
function rootsOf(job: ConfigJob, base: string): readonly string[] {
  const { entries, manifest, root } = job;
  const places = [...(entries ?? []), ...(manifest === undefined ? [] : [manifest])];
  return permittedFolders(places, base, root === undefined ? undefined : resolve(base, root));
}

/** Files, folders and addresses that a job starts from. */
function placesOf({ entries, manifest }: ConfigJob, base: string): string[] {
  const given = (entries ?? []).map((e) => (isAddress(e) ? e : resolve(base, e)));
  if (manifest === undefined) return given;
  const file = resolve(base, manifest);
  const text = readOld(file);
  // A missing manifest is reported by who generates.
  if (text === null) return given;
  return [...given, ...parseManifest(text, manifest).files.map((f) => join(dirname(file), f))];
}

/** What was saved beside the documents of a job. */
function savedOf({ entries, manifest }: ConfigJob, base: string): SavedDocuments {
  if (manifest !== undefined) return new SavedDocuments(dirname(resolve(base, manifest)));
  const local = (entries ?? []).filter((e) => !isAddress(e)).map((e) => resolve(base, e));
  return new SavedDocuments(folderOf(local.length === 0 ? [] : entriesOf(local, () => true), base));
}

/** @param read - Gets the path of every file that the outcome depends on. */
function jobsOf(
  parsed: Arguments,
  read: Set<string>,
  progress: ((text: string) => void) | null,
  fetched: readonly Fetched[],
): Job[] {
  const { jobs, base, nameAt } = configOf(parsed, read);
  return jobs.map((job, i) =>
    jobOf(job, {
      base,
      nameAt: (key) => nameAt(i, key),
      switches: parsed.switches,
      read,
      progress,
      fetched: fetched[i],
    }),
  );
}

/** What is to be done, and where names of components were given. */
interface Configuration {
  readonly jobs: readonly ConfigJob[];
  readonly base: string;
  readonly nameAt: (job: number, key: string) => Location;
}

/** The jobs that the command line states or names. */
function configOf({ rest, values }: Arguments, read: Set<string>): Configuration {
  const out = values.get("--out");
  const manifest = values.get("--manifest");
  const names = values.get("--names");
  if (names !== undefined) read.add(resolve(names));
  if (out !== undefined) {
    const map = names === undefined ? null : readNameMap(names);
    const job: ConfigJob = {
      out,
      entries: rest,
      ...(manifest === undefined ? {} : { manifest }),
      ...(map === null ? {} : { names: map.names }),
      ...(values.get("--unknown-names") === "any" ? { unknownNames: "any" } : {}),
      ...(values.get("--absent-imports") === "pass" ? { absentImports: "pass" } : {}),
      ...(values.has("--root") ? { root: values.get("--root") as string } : {}),
    };
    return { jobs: [job], base: ".", nameAt: (_, key) => map?.nameAt(key) ?? { file: out, line: 1, column: 1 } };
  }
  const config = resolve(values.get("--config") ?? CONFIG);
  read.add(config);
  const text = readOld(config);
  if (text === null) throw usageError(`there is no file ${config}`, `没有文件 ${config}`);
  const shown = values.get("--config") ?? CONFIG;
  return {
    jobs: parseConfig(text, shown),
    base: dirname(config),
    nameAt: (job, key) => readJson(text, shown).at(["jobs", job, "names", key]),
  };
}

/** What a job has beside what it states. */
interface JobContext {
  readonly base: string;
  readonly nameAt: (key: string) => Location;
  readonly switches: ReadonlySet<string>;
  /** Gets the path of every file that the outcome depends on. */
  readonly read: Set<string>;
  readonly progress: ((text: string) => void) | null;
  readonly fetched: Fetched | undefined;
}

function jobOf(job: ConfigJob, { base, nameAt, switches, read, progress, fetched }: JobContext): Job {
  const { out, name, entries, manifest, names } = job;
  const root = resolve(base, out);
  return {
    root,
    ...(name === undefined ? {} : { name }),
    generate: () => {
      const given = (entries ?? []).map((e) => (isAddress(e) ? e : resolve(base, e)));
      if (manifest !== undefined) read.add(resolve(base, manifest));
      for (const path of given) if (!isAddress(path)) read.add(path);
      // With --watch the catalog may have changed since, unless what was fetched is in memory alone.
      const saved = fetched?.saved.isWritten === false ? fetched.saved : savedOf(job, base);
      read.add(saved.catalog);
      const roots = rootsOf(job, base);
      const permits = permittedIn(roots);
      const on = (key: "keepGoing" | "strict" | "served" | "registry", flag: string): boolean =>
        job[key] === true || switches.has(flag);
      let count = 0;
      const results = [
        generate({
          entries: given.flatMap((e) => (isAddress(e) ? [entryFile(e, saved)] : entriesOf([e], permits))),
          root: roots,
          locate: (location, from) => saved.locate(location, from),
          keepGoing: on("keepGoing", "--keep-going"),
          strict: on("strict", "--strict"),
          served: on("served", "--served"),
          registry: on("registry", "--registry"),
          previous: (file) => readOld(join(root, file)),
          readFile: (file) => {
            read.add(file);
            count++;
            progress?.(`读取 reading ${count}: ${file}`);
            return saved.read(file);
          },
          ...(names === undefined ? {} : { names, nameAt }),
          ...(job.unknownNames === undefined ? {} : { unknownNames: job.unknownNames }),
          ...(job.absentImports === undefined ? {} : { absentImports: job.absentImports }),
          ...(manifest === undefined ? {} : { manifest: resolve(base, manifest) }),
        }),
      ];
      progress?.(`写入 writing ${results[0]?.files.size} files`);
      const failed = fetched?.problems ?? [];
      return failed.length === 0 ? results : results.map((r) => ({ ...r, problems: [...failed, ...r.problems] }));
    },
    refresh: ["请去掉 --check 重新运行", "run the same command without --check"],
  };
}

/** A file of the last run; `null` when there is none. */
function readOld(path: string): string | null {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}
