import type { Finding, Journal } from "@coo/journal";
import { labels as documentLabels } from "@coo/msg-document/labels";
import { labels as goodsLabels } from "@coo/msg-goods/labels";
import { labels as sealLabels } from "@coo/msg-seal/labels";
import { beijing } from "./table.ts";

const LABELS = { ...documentLabels, ...goodsLabels, ...sealLabels };

/** A field that differs, with its label. */
export interface LabelledField {
  readonly path: string;
  readonly label: string;
  readonly ours: string | null;
  readonly theirs: string | null;
}

/** Label of a field by the message that an operation sends. */
export function labelOf(op: string, path: string): string {
  const message = `${op.charAt(0).toUpperCase()}${op.slice(1)}Request`;
  return LABELS[`${message}.${path.replaceAll(/\[\d+\]/g, "")}`]?.zh ?? "";
}

/** Fields as lines of a table: label, name, both values. */
export function fieldLines(fields: readonly LabelledField[]): string[][] {
  return fields.map((field) => ["", field.label, field.path, `${field.ours ?? "–"} ≠ ${field.theirs ?? "–"}`]);
}

/** A finding as people read it. */
export interface ShownFinding {
  readonly id: number;
  readonly kind: Finding["kind"];
  readonly stream: string;
  /** Operation and business key. */
  readonly document: string;
  readonly seen: number;
  readonly fields: readonly LabelledField[];
  readonly note?: string;
}

/** Open findings, field by field with labels. */
export async function shownFindings(journal: Journal): Promise<ShownFinding[]> {
  const shown: ShownFinding[] = [];
  for (const { id, kind, stream, ours, theirs, seen } of await journal.findings()) {
    const row = /^outbox\/(\d+)$/.exec(stream)?.[1];
    const document = row === undefined ? undefined : await journal.find(Number(row));
    // What was missed is told in the words of its push.
    const op = kind === "missed" && document ? (await journal.history(document.id)).result?.op : document?.op;
    const mine = valuesOf(ours);
    const others = valuesOf(theirs) ?? {};
    const paths = mine === undefined ? [] : [...new Set([...Object.keys(mine), ...Object.keys(others)])];
    shown.push({
      id,
      kind,
      stream,
      document: document ? `${document.op} ${document.key}` : "",
      seen,
      fields: paths.map((path) => ({
        path,
        label: op === undefined ? "" : labelOf(op, path),
        ours: mine?.[path] ?? null,
        theirs: others[path] ?? null,
      })),
      ...(mine === undefined && ours !== null ? { note: ours } : {}),
    });
  }
  return shown;
}

/** Findings as lines of a table, with the command that closes each. */
export function findingLines(findings: readonly ShownFinding[]): string[][] {
  return findings.flatMap((one) => [
    [
      `${one.id} ${one.kind}`,
      one.stream,
      one.document,
      `${beijing(one.seen)}${one.note === undefined ? "" : ` ${one.note}`}`,
    ],
    ...fieldLines(one.fields),
    ["", "", "", `→ coo journal close-finding ${one.id} --by NAME`],
  ]);
}

/** Path and value of each field, as findings keep them. */
function valuesOf(text: string | null): Readonly<Record<string, string | null>> | undefined {
  if (text === null || !text.startsWith("{")) return undefined;
  try {
    return JSON.parse(text) as Readonly<Record<string, string | null>>;
  } catch {
    return undefined;
  }
}
