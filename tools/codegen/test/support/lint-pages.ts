import { REASONS, REQUIREMENTS } from "../../src/lint/profile/requirements.ts";
import { CATEGORIES, type Category } from "../../src/lint/rule.ts";
import { ALL_RULES } from "../../src/lint/rules.ts";

const COMMAND = "npm test -- tools/codegen/test/lint-pages.test.ts -u";

const CATEGORY_TITLES: Readonly<Record<Category, string>> = {
  input: "读入 · Loading: what the loader finds",
  wsi: "WS-I Basic Profile 1.1",
  wire: "报文 · On the wire",
  types: "类型 · Types",
  names: "名称 · Names",
  upkeep: "维护 · Upkeep",
};

/** Text of docs/lint-rules.md. */
export function rulesPage(): string {
  const lines = [
    "# `coo-codegen lint`：规则 · rules",
    "",
    `<!-- Generated from tools/codegen/src/lint and packages/wsdl/src/rules.ts by \`${COMMAND}\`. -->`,
    "",
    `共 ${ALL_RULES.length} 条规则。用法见 \`coo-codegen lint --help\`；\`--disable\` 可给规则或类别。`,
    `${ALL_RULES.length} rules. For use see \`coo-codegen lint --help\`; \`--disable\` takes rules and categories.`,
  ];
  for (const category of CATEGORIES) {
    const rules = ALL_RULES.filter((r) => r.category === category);
    if (rules.length === 0) continue;
    lines.push("", `## \`${category}\`：${CATEGORY_TITLES[category]}`, "");
    lines.push("| 规则 Rule | 级别 Severity | 内容 What | 建议 Advice |", "| --- | --- | --- | --- |");
    for (const r of rules)
      lines.push(
        `| \`${r.id}\` | ${r.severity} | ${cell(both(r.titleZh, r.title))} | ${cell(both(r.adviceZh, r.advice))} |`,
      );
  }
  return `${lines.join("\n")}\n`;
}

/** Text of docs/wsi-basic-profile.md. */
export function profilePage(): string {
  const checked = REQUIREMENTS.filter((r) => r.reason === null).length;
  const lines = [
    "# WS-I Basic Profile 1.1",
    "",
    `<!-- Generated from tools/codegen/src/lint/profile/requirements.ts by \`${COMMAND}\`. -->`,
    "",
    `Basic Profile 1.1 的全部 ${REQUIREMENTS.length} 条要求（自行转述），其中 ${checked} 条由 \`coo-codegen lint\` 检查，其余注明为何无法从文档判断。每条受检要求在`,
    "`tools/codegen/test/lint/profile/<编号>/` 各有一份合规与一份违规文件。",
    "",
    `All ${REQUIREMENTS.length} requirements of Basic Profile 1.1 in our own words. ${checked} of them are checked by \`coo-codegen lint\`; the others say why documents`,
    "alone cannot tell. Each checked one has a clean and a failing file in `tools/codegen/test/lint/profile/<number>/`.",
    "",
    "检查 · Proof: `npm test -- tools/codegen/test/lint-profile.test.ts`",
    "",
    "| 编号 No. | 节 § | | 要求 Requirement | 检查 Checked by, 或原因 or why not |",
    "| --- | --- | --- | --- | --- |",
  ];
  for (const { id, section, level, en, zh, checkedBy, reason } of REQUIREMENTS) {
    const how =
      reason === null
        ? checkedBy.map((rule) => `\`${rule}\``).join(", ")
        : both(REASONS[reason][1], REASONS[reason][0]);
    lines.push(`| ${id} | ${section} | ${level} | ${cell(both(zh, en))} | ${how} |`);
  }
  return `${lines.join("\n")}\n`;
}

function both(zh: string, en: string): string {
  return zh === "" ? en : en === "" || en === zh ? zh : `${zh} · ${en}`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}
