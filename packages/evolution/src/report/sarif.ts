import { weight } from "../compare.ts";
import { CHANGE_RULES } from "../rules.ts";
import { lettersWithConditions } from "./conditions.ts";
import { NO_FACTS, type ReleaseFacts, waiverOf } from "./release-facts.ts";
import type { Report } from "./report.ts";

const LEVELS = ["note", "warning", "error"] as const;

/**
 * Changes as SARIF 2.1.0, which code review systems show beside the lines of the new documents. Waived ones are
 * suppressed, each with its reason.
 */
export function formatSarif(report: Report, facts: ReleaseFacts = NO_FACTS): string {
  const used = new Set(report.changes.map((c) => c.id));
  const rules = CHANGE_RULES.filter((r) => used.has(r.id));
  const index = new Map(rules.map((r, i) => [r.id, i]));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "coo-codegen diff",
            rules: rules.map((r) => ({ id: r.id, shortDescription: { text: `${r.titleZh} · ${r.title}` } })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: report.changes.map((c) => {
          const at = c.newAt ?? c.oldAt;
          const waiver = waiverOf(c.fingerprint, facts);
          return {
            ruleId: c.id,
            ruleIndex: index.get(c.id),
            level: LEVELS[weight(c)],
            message: { text: `${c.messageZh} · ${c.message}` },
            partialFingerprints: { "coo/v1": c.fingerprint },
            properties: {
              L: c.L,
              sent: lettersWithConditions(c, "sent"),
              read: lettersWithConditions(c, "read"),
              rollout: c.rollout,
              evidence: c.evidence,
            },
            ...(waiver === null
              ? {}
              : {
                  suppressions: [
                    {
                      kind: "external",
                      status: "accepted",
                      justification: `${waiver.reasonZh} · ${waiver.reason} (${waiver.owner}, ${waiver.expires})`,
                    },
                  ],
                }),
            ...(at === null
              ? {}
              : {
                  locations: [
                    {
                      physicalLocation: {
                        artifactLocation: { uri: uriOf(at.file) },
                        region: { startLine: at.line, startColumn: at.column },
                      },
                    },
                  ],
                }),
          };
        }),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function uriOf(file: string): string {
  const escaped = file.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
  return escaped.startsWith("/") ? `file://${escaped}` : escaped;
}
