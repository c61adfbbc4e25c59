import type { OperationDescriptor } from "@coo/soap/gen1";
import { isClientError } from "../errors.ts";
import { toContent } from "./content.ts";
import type { SubmitShownResult } from "./journal-port.ts";
import { type ResultRule, textAt, valueAt } from "./rules.ts";

/** What is needed of the client to make the body of a push. */
export interface ResultParts {
  readonly pushes: ReadonlyMap<string, OperationDescriptor<unknown, unknown>>;
  /** @throws {@link ClientError} `CLIENT_INVALID`. */
  readonly check: (operation: OperationDescriptor<unknown, unknown>, body: unknown) => void;
}

/**
 * The final result that a record of a query shows, as its push would tell it. Nothing is made up: what the push needs and
 * the record does not have is told as lacking.
 *
 * @returns `undefined` without a final result, and where the services have no such push.
 */
export function shownResult(
  { pushes, check }: ResultParts,
  rule: ResultRule | undefined,
  record: unknown,
): SubmitShownResult | undefined {
  const operation = rule && pushes.get(rule.push);
  if (!operation || !rule.final.values.includes(textAt(record, rule.final.path) ?? "")) return undefined;
  const fields = Object.entries(rule.fields).map(([name, from]) => {
    if (typeof from === "string") return [name, valueAt(record, from)] as const;
    return [name, from.codes[textAt(record, from.path) ?? ""]] as const;
  });
  const body = Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  const shown = { op: rule.push, body: toContent(operation, body) };
  try {
    check(operation, body);
    return shown;
  } catch (error) {
    if (!isClientError(error, "CLIENT_INVALID")) throw error;
    return { ...shown, lacks: error.message };
  }
}
