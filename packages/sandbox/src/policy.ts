import { SandboxError } from "./errors.ts";
import { seededValues } from "./random.ts";
import type { Body, RecordKind } from "./records.ts";

/** What a reviewer says. `hold` leaves the record waiting. */
export type Verdict =
  | "approve"
  | "return"
  | "reject"
  | "hold"
  | { readonly result: "approve" | "return" | "reject" | "hold"; readonly opinion?: string };

/** What a reviewer looks at. */
export interface ReviewSubject {
  readonly kind: RecordKind;
  /** `docId`, `filingId` or `sealApplyId`. */
  readonly id: string;
  readonly providerCode: string;
  /** The application as it was sent. */
  readonly body: Body;
  /** 1 for the first submission, 2 for the first correction … */
  readonly version: number;
  /** Milliseconds since 1970 by the sandbox's clock. */
  readonly now: number;
  /** Reviews made before this one, in this sandbox. */
  readonly reviews: number;
}

/** A reviewer as a function. It answers at once: waiting is the business of `latency`. */
export type PolicyFunction = (subject: ReviewSubject) => Verdict;

/** A reviewer with a name for displays and snapshots. */
export interface NamedPolicy {
  readonly name: string;
  readonly decide: PolicyFunction;
}

/** A reviewer: by name, as a function, or made by {@link random}, {@link rules}, {@link script}. */
export type Policy = "manual" | "auto-approve" | "auto-reject" | PolicyFunction | NamedPolicy;

/** Opinion of reviewers that have none of their own. */
export const STOCK_OPINION = "模拟审核：请核对后重新提交";

/** Approves by chance: about `share` of all, decided by seed and submission alone. */
export function random(seed: string, share = 0.7): NamedPolicy {
  const values = seededValues(seed);
  return {
    name: "random",
    decide: ({ kind, id, providerCode, version }) =>
      values.fraction(`${kind}/${providerCode}/${id}/${version}`) < share
        ? "approve"
        : { result: "return", opinion: STOCK_OPINION },
  };
}

/** Returns what has complaints, with the complaints as opinion, and approves the rest. */
export function rules(check: (subject: ReviewSubject) => readonly string[]): NamedPolicy {
  return {
    name: "rules",
    decide: (subject) => {
      const complaints = check(subject);
      return complaints.length === 0 ? "approve" : { result: "return", opinion: complaints.join("；").slice(0, 2000) };
    },
  };
}

/** Follows a list, one verdict a review; holds when it is used up. */
export function script(verdicts: readonly Verdict[]): NamedPolicy {
  const list = [...verdicts];
  return { name: "script", decide: ({ reviews }) => list[reviews] ?? "hold" };
}

/** Brings every way to name a reviewer into one form. @throws {@link SandboxError} with code `SANDBOX_OPTIONS`. */
export function resolvePolicy(policy: Policy): NamedPolicy {
  if (typeof policy === "function") return { name: "function", decide: policy };
  if (typeof policy === "object") return policy;
  if (policy === "manual") return { name: policy, decide: () => "hold" };
  if (policy === "auto-approve") return { name: policy, decide: () => "approve" };
  if (policy === "auto-reject") return { name: policy, decide: () => ({ result: "return", opinion: STOCK_OPINION }) };
  throw new SandboxError(
    "SANDBOX_OPTIONS",
    `policy "${String(policy)}" is unknown`,
    `未知的审核策略“${String(policy)}”`,
    { setting: "policy" },
  );
}
