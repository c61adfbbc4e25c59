import { join, resolve } from "node:path";
import { parseArguments, usageError } from "../arguments.ts";
import type { Command } from "../command.ts";
import { OUTPUT_SWITCHES, settingsOf } from "../output-flags.ts";
import { produce } from "../produce.ts";
import { liveEditions, readLedger } from "../regen/ledger.ts";
import { generateRepo, strayEditions } from "../repo.ts";

const HELP = `coo-codegen repo: every edition of a repository · 生成整个仓库

  coo-codegen repo [--out DIR]             each DIR/schemas/<edition>/manifest.json into DIR/packages (default: here)

  --check      write nothing; exit 9 if a package differs · 只检查,不一致时退出码为 9
  --dry-run    write nothing; list what would change · 只列出将要变更的文件
  --json       one JSON report on standard output · 输出 JSON 报告
  --quiet      no notes · 不输出说明
  --help       this text · 帮助

Examples · 示例
  coo-codegen repo
  coo-codegen repo --out ../exchange --dry-run
  coo-codegen repo --check

All packages are swapped in together. Exit codes are those of generate. · 所有包一并替换,退出码同 generate。
`;

/** `coo-codegen repo` */
export const repoCommand: Command = {
  name: "repo",
  uses: [["repo [--out DIR]", "all editions under DIR/schemas into DIR/packages (default: here) · 生成整个仓库"]],
  help: HELP,
  async run(args, { output }) {
    const parsed = parseArguments(args, { switches: OUTPUT_SWITCHES, values: ["--out", "--manifest"] });
    const settings = settingsOf(parsed);
    if (parsed.rest.length > 0)
      throw usageError(`repo takes no files, got ${parsed.rest[0]}`, `repo 不接受文件参数:${parsed.rest[0]}`);
    if (parsed.values.has("--manifest"))
      throw usageError("repo finds its manifests itself", "repo 会自行查找 manifest");
    const folder = parsed.values.get("--out") ?? ".";
    const ledger = readLedger(folder);
    // One edition has nothing to convert from, and needs nothing that compares.
    const converting =
      ledger === null || liveEditions(ledger).length < 2
        ? null
        : (await import("../regen/listed-converters.ts")).listedConverters(folder, ledger);
    return produce(
      [
        {
          root: join(resolve(folder), "packages"),
          generate: () => {
            const results = generateRepo(folder);
            return (converting?.(results) ?? results).map((edition) => edition.generated);
          },
          strays: (results) => strayEditions(folder, results),
          refresh: ["请运行 `pnpm generate` 并提交结果", "run `pnpm generate` and commit the result"],
        },
      ],
      settings,
      output,
    );
  },
};
