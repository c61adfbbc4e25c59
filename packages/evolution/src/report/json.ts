import type { Report } from "./report.ts";

/** The report as JSON, by `report.schema.json`. */
export function formatJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
