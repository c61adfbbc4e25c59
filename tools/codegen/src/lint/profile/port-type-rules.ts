import { defineRule, type LintRule } from "../rule.ts";

/** Rules about port types. */
export const portTypeRules: readonly LintRule[] = [
  defineRule({
    id: "R2303",
    category: "wsi",
    severity: "warning",
    title: ["operation that the service starts", "由服务端发起的操作"],
    message: [
      'operation "{name}" is a {pattern}: the service would have to call',
      "操作“{name}”是 {pattern}：须由服务端主动调用",
    ],
    advice: [
      "describe the receiver's interface as a service of its own; with input before output if that was meant",
      "请将接收方接口另行描述为服务；若只是写反，请将 input 放在 output 之前",
    ],
    check({ model }, report) {
      for (const { operations } of model.portTypes.values())
        for (const { name, pattern, output, at } of operations)
          if (output !== null && (pattern === "notification" || pattern === "solicit-response"))
            report(at, { name, pattern });
    },
  }),
  defineRule({
    id: "R2304",
    category: "wsi",
    severity: "warning",
    title: ["overloaded operation", "重载的操作"],
    message: [
      'operation "{name}" occurs twice in port type "{portType}"',
      "操作“{name}”在端口类型“{portType}”中重复出现",
    ],
    advice: [
      "give every operation its own name; few stacks can tell overloads apart",
      "请为每个操作取不同的名称；多数软件无法区分重载",
    ],
    check({ model }, report) {
      for (const portType of model.portTypes.values()) {
        const seen = new Set<string>();
        for (const { name, at } of portType.operations) {
          if (seen.has(name)) report(at, { name, portType: portType.name.local });
          seen.add(name);
        }
      }
    },
  }),
  defineRule({
    id: "R2305",
    category: "wsi",
    severity: "warning",
    title: ["parameterOrder leaves out several output parts", "parameterOrder 遗漏了多个输出 part"],
    message: [
      'parameterOrder of operation "{name}" leaves out {count} parts of the output: {parts}',
      "操作“{name}”的 parameterOrder 遗漏了输出的 {count} 个 part：{parts}",
    ],
    advice: ["only the return value may be missing from it", "只有返回值可以不列入"],
    check({ model }, report) {
      for (const { operations } of model.portTypes.values())
        for (const { name, at, parameterOrder, output } of operations) {
          if (parameterOrder.length === 0 || output === null) continue;
          const missing = output.parts.map((p) => p.name).filter((p) => !parameterOrder.includes(p));
          if (missing.length > 1) report(at, { name, count: missing.length, parts: missing.join(", ") });
        }
    },
  }),
];
