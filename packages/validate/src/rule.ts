import type { Mark } from "./evidence.ts";
import type { IssueCode } from "./texts.ts";

/** Values for the `{names}` in a rule's texts. */
export type Params = Readonly<Record<string, string | number>>;

/**
 * Says that something was found.
 *
 * @param path - Where; see {@link Issue}.
 * @param mark - Evidence of this very finding, when it differs from the one the rule states (per form).
 */
export type Report = (code: IssueCode, path: string, params?: Params, mark?: Mark) => void;

/** One rule: a small function over a subject, with what it may find and where that comes from. */
export interface Rule<Subject> {
  /** `<group>.<name>`, stable. */
  readonly id: string;
  /** Every code the rule may report, with its evidence. */
  readonly findings: Readonly<Partial<Record<IssueCode, Mark>>>;
  readonly check: (subject: Subject, report: Report) => void;
}
