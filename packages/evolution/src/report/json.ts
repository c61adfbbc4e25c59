import { conditionsOf } from "./conditions.ts";
import { NO_FACTS, operationCode, operationName, type ReleaseFacts, waiverOf } from "./release-facts.ts";
import type { Change, Report } from "./report.ts";

/**
 * The report as JSON, by `report.schema.json`.
 *
 * @param facts - Names of editions and operations, waivers; without them operations have the names of the documents.
 */
export function formatJson(report: Report, facts: ReleaseFacts = NO_FACTS): string {
  const { formatVersion, cause, old, new: now, changes, messages, packages, summary, contradictions } = report;
  const json = {
    formatVersion,
    cause,
    effectiveDate: facts.effectiveDate ?? null,
    old: { edition: facts.old === "" ? null : facts.old, documents: old.documents },
    new: { edition: facts.new === "" ? null : facts.new, documents: now.documents },
    summary,
    packages,
    changes: changes.map((c) => changeJson(c, facts)),
    messages: messages.map((m) => ({ ...m, ...namesOf(m.operation, facts) })),
    contradictions,
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function changeJson(change: Change, facts: ReleaseFacts): unknown {
  const { operations, sent, read, suggestedRename: _suggested, ...rest } = change;
  const waiver = waiverOf(change.fingerprint, facts);
  return {
    ...rest,
    operations: operations.map((o) => ({ ...o, ...namesOf(o.operation, facts) })),
    sent: sent === null ? null : { ...sent, conditions: conditionsOf(change, "sent") },
    read: read === null ? null : { ...read, conditions: conditionsOf(change, "read") },
    rename: renameOf(change),
    waiver:
      waiver === null
        ? null
        : { reason: waiver.reason, reasonZh: waiver.reasonZh, owner: waiver.owner, expires: waiver.expires },
  };
}

/** The code by which packages call the operation, and what people call it. */
function namesOf(operation: string, facts: ReleaseFacts): { code: string; zh: string; en: string } {
  return { code: operationCode(operation, facts), ...operationName(operation, facts) };
}

/** The other half of a rename, and how sure it is; a suggested one is told as removed and added. */
function renameOf({ id, old, new: now, suggestedRename }: Change): unknown {
  if (suggestedRename !== null) return { kind: "suggested", partner: suggestedRename };
  return id.endsWith("-renamed") && old !== null && now !== null ? { kind: "accepted", partner: now } : null;
}
