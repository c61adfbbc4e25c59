// Writes docs/capabilities.md from the folders of features: what the generator makes of every construct, and where it is shown.
//
//   node tools/conformance/src/features/capabilities.ts [--check]
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expectedFailures } from "../harness/expected-failures.ts";
import { FEATURES, type Feature, type FeatureState, readFeatures } from "./feature.ts";

const FILE = resolve(import.meta.dirname, "../../../../docs/capabilities.md");

/** Groups in the order of the table; a group that is not here is an error. */
const GROUPS: readonly (readonly [group: string, zh: string, en: string])[] = [
  ["declarations", "元素与属性", "Elements and attributes"],
  ["compositors", "内容模型", "Content models"],
  ["wildcards", "通配符", "Wildcards"],
  ["types", "类型与派生", "Types and derivation"],
  ["facets", "限制", "Facets"],
  ["builtins", "内置类型", "Built-in types"],
  ["identity", "标识与约束", "Identity"],
  ["composition", "文档的组合", "Composition of documents"],
  ["xsd11", "XML Schema 1.1", "XML Schema 1.1"],
  ["wsdl", "WSDL 1.1", "WSDL 1.1"],
];

const STATES: Readonly<Record<FeatureState, string>> = {
  supported: "支持 · supported",
  recorded: "仅记录 · recorded, not enforced",
  refused: "按名拒绝 · refused by name",
};

/** The table as Markdown. */
export function capabilities(features: readonly Feature[], known: ReadonlyMap<string, string>): string {
  const count = (state: FeatureState): number => features.filter((f) => (f.note.state ?? "supported") === state).length;
  const lines = [
    "# 能力表 · Capabilities",
    "",
    "<!-- Generated from tools/conformance/features by `pnpm generate`. Do not edit. -->",
    "",
    "生成器对每种构造的处理。每一行都有一个目录，内有模式、有效与无效的报文以及生成的类型；测试逐一验证：",
    "",
    "What the generator makes of every construct. Each row has a folder with a schema, valid and invalid messages and the",
    "types that are generated; the test puts all of them through the code:",
    "",
    "```sh",
    "npm test -- tools/conformance/test/features.test.ts        # 全部 · all",
    "npm test -- tools/conformance/test/features.test.ts -t facets/pattern",
    "```",
    "",
    `${features.length} 项 · rows: ${count("supported")} 支持 supported, ${count("recorded")} 仅记录 recorded, ${count("refused")} 拒绝 refused; ${known.size} 个已知差错 known failures, listed in`,
    "[expected-failures.txt](../tools/conformance/features/expected-failures.txt).",
  ];
  const unknown = features.find((f) => !GROUPS.some(([g]) => g === f.group));
  if (unknown) throw new Error(`${unknown.name}: no such group in the table`);
  for (const [group, zh, en] of GROUPS) {
    const rows = features.filter((f) => f.group === group);
    if (rows.length === 0) continue;
    lines.push(
      "",
      zh === en ? `## ${zh}` : `## ${zh} · ${en}`,
      "",
      "| 构造 Construct | 出处 Defined in | 状态 State | 测试 Test |",
      "| --- | --- | --- | --- |",
    );
    for (const { name, note } of rows) {
      const failing = [...known.keys()].filter((k) => k.startsWith(`${name} `)).length;
      const but = failing === 0 ? "" : `；${failing} 例有误 · but ${failing} ${failing === 1 ? "case" : "cases"}`;
      const state = `${STATES[note.state ?? "supported"]}${but}`;
      lines.push(
        `| ${cell(note.zh)} · ${cell(note.en)} | ${cell(note.spec)} | ${state} | [${name}](../tools/conformance/features/${name}) |`,
      );
    }
  }
  return `${lines.join("\n")}\n`;
}

function cell(text: string): string {
  return text.replace(/[|\\`*_$<>^[\]]/g, "\\$&");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const text = capabilities(readFeatures(), expectedFailures(join(FEATURES, "expected-failures.txt")));
  const before = existsSync(FILE) ? readFileSync(FILE, "utf8") : "";
  if (!process.argv.includes("--check")) {
    if (text !== before) writeFileSync(FILE, text);
  } else if (text !== before) {
    process.stderr.write(
      "docs/capabilities.md 已过时:请运行 `npm run generate` · is out of date: run `npm run generate`\n",
    );
    process.exitCode = 1;
  }
}
