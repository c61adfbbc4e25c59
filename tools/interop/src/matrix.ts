import type { Outcome, Shape, SoapVersion } from "./peer.ts";

export type Stack = "zeep" | "node-soap" | "strong-soap" | "php" | "gsoap" | "jax-ws" | "mono";

/** One field of the matrix: who talks to whom, and how. */
export interface CellName {
  readonly stack: Stack;
  /** What the foreign stack is, and what of ours is opposite. */
  readonly pair: string;
  readonly shape: Shape;
  readonly soapVersion: SoapVersion;
  readonly signing: string;
  /** Messages that must pass. */
  readonly messages: number;
}

/** A field of the matrix and how to run it. */
export interface Cell extends CellName {
  readonly run: () => Promise<readonly Outcome[]>;
  /** Why it cannot work: something of theirs. It is not run then. */
  readonly impossible?: string;
}

export interface CellResult extends CellName {
  /** Of the foreign stack; absent where it is not installed. */
  readonly version?: string;
  readonly outcomes: readonly Outcome[];
  /** Why nothing ran. */
  readonly impossible?: string;
  readonly skipped?: string;
}

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export function totals(results: readonly Pick<CellResult, "outcomes" | "skipped" | "messages">[]): Totals {
  let [passed, failed, skipped] = [0, 0, 0];
  for (const result of results) {
    if (result.skipped !== undefined) skipped += result.messages;
    const good = result.outcomes.filter((outcome) => outcome.error === undefined).length;
    passed += good;
    failed += result.outcomes.length - good;
  }
  return { passed, failed, skipped };
}

/** The last line of the program's output. */
export function closingLine({ passed, failed, skipped }: Totals): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** The verdict of one cell in a few characters. */
export function verdict(result: CellResult): string {
  if (result.impossible !== undefined) return "—";
  if (result.skipped !== undefined) return "skipped";
  const good = result.outcomes.filter((outcome) => outcome.error === undefined).length;
  return `${good}/${result.messages}`;
}

const COLUMNS = ["stack", "pair", "shape", "SOAP", "signing", "messages"] as const;

function cells(result: CellResult): readonly string[] {
  const stack = result.version === undefined ? result.stack : `${result.stack} ${result.version}`;
  return [stack, result.pair, result.shape, result.soapVersion, result.signing, verdict(result)];
}

/** The matrix as text with aligned columns. */
export function matrixText(results: readonly CellResult[]): string {
  const rows = [COLUMNS, ...results.map(cells)];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => (row[column] as string).length)));
  const line = (row: readonly string[]): string =>
    row
      .map((text, i) => text.padEnd(widths[i] as number))
      .join("  ")
      .trimEnd();
  return rows.map(line).join("\n");
}

/** The matrix as a Markdown table. */
export function matrixTable(results: readonly CellResult[]): string {
  const rows = [COLUMNS, COLUMNS.map(() => "---"), ...results.map(cells)];
  return rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** Reasons and failures, one a line. */
export function remarks(results: readonly CellResult[]): readonly string[] {
  return results.flatMap((result) => {
    const name = `${result.stack} ${result.pair}, ${result.shape}, SOAP ${result.soapVersion}`;
    const reason = result.impossible ?? result.skipped;
    const failures = result.outcomes.flatMap(({ operation, error }) =>
      error === undefined ? [] : [`FAILED ${name}: ${operation}: ${error}`],
    );
    return [...(reason === undefined ? [] : [`${name}: ${reason}`]), ...failures];
  });
}
