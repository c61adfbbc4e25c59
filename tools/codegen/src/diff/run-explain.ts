import { CHANGE_RULES, type ChangeRule, type Explanation, explainChange } from "@coo/evolution";
import { nearest } from "@coo/wsdl";
import { parseArguments, usageError } from "../arguments.ts";
import type { Context } from "../command.ts";

/** The work of `coo-codegen explain`; gives the exit code. */
export function runExplain(args: readonly string[], { output }: Context): number {
  const parsed = parseArguments(args, { switches: ["--json"], values: [] });
  const rules = parsed.rest.map(ruleOf);
  const isJson = parsed.switches.has("--json");
  if (rules.length === 0) {
    const width = Math.max(...CHANGE_RULES.map((r) => r.id.length));
    output.out(
      isJson
        ? `${JSON.stringify(CHANGE_RULES.map(jsonOf), null, 2)}\n`
        : CHANGE_RULES.map((r) => `${r.id.padEnd(width)}  ${r.titleZh} · ${r.title}\n`).join(""),
    );
    return 0;
  }
  const found = rules.map((r) => explainChange(r.id));
  output.out(
    isJson
      ? `${JSON.stringify(
          found.map(({ rule, ...rest }) => ({ ...jsonOf(rule), ...rest })),
          null,
          2,
        )}\n`
      : found.map(textOf).join("\n"),
  );
  return 0;
}

function ruleOf(id: string): ChangeRule {
  const found = CHANGE_RULES.find((r) => r.id === id);
  if (found !== undefined) return found;
  const ids = CHANGE_RULES.map((r) => r.id);
  // Half of an id finds those that begin or end with it.
  const part = ids.filter((other) => id.length >= 4 && other.includes(id)).slice(0, 6);
  const near = nearest(id, ids);
  const likely = part.length > 0 ? part : near === null ? [] : [near];
  throw usageError(
    `there is no change id ${id}`,
    `没有变更编号 ${id}`,
    likely.length === 0
      ? ["全部编号见 coo-codegen explain", "coo-codegen explain lists all ids"]
      : [`是否想写 ${likely.join("、")}?`, `did you mean ${likely.join(", ")}?`],
  );
}

function jsonOf({ id, area, move, sent, read, title, titleZh }: ChangeRule) {
  return { id, area, title, titleZh, L: move, sent, read };
}

const MOVES = {
  E: "= 范围不变 equal",
  W: "+ 放宽 wider",
  N: "− 收紧 narrower",
  X: "± 更替 crossed",
} as const;

const LETTERS = {
  B: "破坏 breaking",
  "B°": "仅对严格读取方破坏 breaking for strict readers",
  P: "潜在 potentially breaking",
  C: "兼容 compatible",
  "-": "不涉及 not concerned",
} as const;

function textOf({ rule, reason, sender, reader, example }: Explanation): string {
  const side = (cells: ChangeRule["sent"]): string[] => [
    `    W 线上 wire        ${LETTERS[cells.wire]}`,
    `    T 类型 types       ${LETTERS[cells.types]}`,
    `    V 校验 validation  ${LETTERS[cells.validation]}`,
  ];
  const [sent, read] = rule.area === "wsdl" ? ["调用 called", "推送 pushed"] : ["发送 sent", "接收 read"];
  const todo = (who: string, { zh, en }: Explanation["sender"]): string[] =>
    zh === "" ? [] : [`  ${who}:${zh} · ${en}`];
  const indented = (text: string): string =>
    text
      .split("\n")
      .map((l) => `    ${l}`)
      .join("\n");
  return `${[
    rule.id,
    `  ${rule.titleZh} · ${rule.title}`,
    "",
    `  L  ${rule.move === null ? "逐次计算 computed each time" : `${rule.move} ${MOVES[rule.move]}`}`,
    `  ${sent}`,
    ...side(rule.sent),
    `  ${read}`,
    ...side(rule.read),
    "",
    `  ${reason.zh}`,
    `  ${reason.en}`,
    ...todo("发送方 sender", sender),
    ...todo("接收方 reader", reader),
    "",
    "  旧 before",
    indented(example.old),
    "  新 after",
    indented(example.new),
  ].join("\n")}\n`;
}
