import { WsdlError } from "./errors.ts";
import type { Location } from "./model.ts";
import { RULES, type RuleId, type RuleParameters } from "./rules.ts";

/** Collects problems in the order they are met. Loading goes on after each, so that all of them can be listed. */
export class Problems {
  readonly list: WsdlError[] = [];
  /** Imports and includes whose document is missing pass. */
  readonly absentPass: boolean;
  readonly #strict: boolean;
  readonly #max: number;
  readonly #unknownPass: boolean;
  readonly #seen: Set<string> = new Set();

  constructor(options: {
    readonly strict?: boolean | undefined;
    readonly unknownNames?: "refuse" | "any" | undefined;
    readonly maxProblems?: number | undefined;
    readonly absentPass?: boolean | undefined;
  }) {
    this.absentPass = options.absentPass ?? false;
    this.#strict = options.strict ?? false;
    this.#unknownPass = options.unknownNames === "any";
    this.#max = options.maxProblems ?? 1000;
  }

  /** Notes a problem; a rule marked tolerated gives a warning unless strict. The same one at one place counts once. */
  report(
    rule: RuleId,
    where: Location | { readonly at: Location },
    details: RuleParameters = {},
    cause?: unknown,
  ): void {
    const at = "at" in where ? where.at : where;
    const key = `${rule}|${at.file}|${at.line}|${at.column}|${Object.values(details).join("|")}`;
    if (this.#seen.has(key) || this.list.length > this.#max) return;
    this.#seen.add(key);
    if (this.list.length === this.#max) {
      this.list.push(new WsdlError("too-many-problems", at, { max: String(this.#max) }, "error"));
      return;
    }
    const { tolerated, unknownName } = RULES[rule];
    const missing = rule === "import-missing" || rule === "import-outside";
    const absent = missing && this.absentPass && details["revised"] !== "true";
    const passes = absent || (tolerated && !this.#strict) || (unknownName && this.#unknownPass);
    const severity = passes ? "warning" : "error";
    this.list.push(new WsdlError(rule, at, details, severity, cause));
  }

  /** First problem that is an error. */
  firstError(): WsdlError | undefined {
    return this.list.find((p) => p.severity === "error");
  }

  hasErrors(): boolean {
    return this.firstError() !== undefined;
  }
}
