import { weight } from "../compare.ts";
import { changeItem } from "./changes.ts";
import { NO_FACTS, type ReleaseFacts, waiverOf } from "./release-facts.ts";
import type { Change, Report } from "./report.ts";

const GITHUB = ["notice", "warning", "error"] as const;
const NEUTRAL = ["note", "warning", "error"] as const;

/**
 * Workflow commands that GitHub shows beside the lines of a pull request. What is waived is a notice.
 *
 * @param folder - Of the new documents, from the root of the repository.
 */
export function formatGithubAnnotations(report: Report, facts: ReleaseFacts = NO_FACTS, folder = ""): string {
  const lines = report.changes.map((c) => {
    const waived = waiverOf(c.fingerprint, facts) !== null;
    const kind = GITHUB[waived ? 0 : weight(c)];
    const properties = [
      ...(c.newAt === null
        ? []
        : [`file=${property(join(folder, c.newAt.file))}`, `line=${c.newAt.line}`, `col=${c.newAt.column}`]),
      `title=${property(c.id)}`,
    ];
    return `::${kind} ${properties.join(",")}::${data(textOf(c, facts))}`;
  });
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

/** A line a change, as compilers print them: `file:line:column: error: text [id]`. */
export function formatAnnotations(report: Report, facts: ReleaseFacts = NO_FACTS, folder = ""): string {
  const lines = report.changes.map((c) => {
    const waived = waiverOf(c.fingerprint, facts) !== null;
    const at = c.newAt ?? c.oldAt;
    // What is gone has a place in the old documents only.
    const side = c.newAt === null ? "old:" : join(folder, "");
    const place = at === null ? "-:1:1" : `${oneLine(`${side}${at.file}`)}:${at.line}:${at.column}`;
    return `${place}: ${NEUTRAL[waived ? 0 : weight(c)]}: ${oneLine(textOf(c, facts))} [${c.id}]`;
  });
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

function textOf(c: Change, facts: ReleaseFacts): string {
  const { zh, en } = changeItem(c, facts);
  return `${zh} · ${en}`;
}

function join(folder: string, file: string): string {
  return folder === "" ? file : `${folder.replace(/\/+$/, "")}/${file}`;
}

function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a control character could end the line or colour it
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ");
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
