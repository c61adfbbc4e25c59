import type { LabelText } from "./certificate-input.ts";

/** One value of the application: where it stands and what is printed for it. */
export interface FieldRow {
  /** Path with indexes, `goodsList.goods[0].hsCode`. */
  readonly path: string;
  readonly label: string;
  readonly text: string;
}

/** A block of rows under one heading; a repeated element gives a block for each item. */
export interface FieldBlock {
  readonly heading: string;
  readonly rows: readonly FieldRow[];
}

function labelText(labels: Readonly<Record<string, LabelText>>, path: string, name: string): string {
  const label = labels[path];
  return label ? `${label.zh} ${label.en}` : name;
}

function scalarText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (value instanceof Uint8Array) return `(${value.byteLength} bytes)`;
  return undefined;
}

/**
 * Turns an application body into blocks of printable rows, in the order of its properties: every value of the body
 * stands in exactly one row.
 */
export function flatten(body: object, labels: Readonly<Record<string, LabelText>> = {}): FieldBlock[] {
  const blocks: FieldBlock[] = [];
  const visit = (node: object, path: string, plain: string, heading: string): void => {
    const rows: FieldRow[] = [];
    const later: (() => void)[] = [];
    for (const [name, value] of Object.entries(node)) {
      if (value === undefined || value === null) continue;
      const at = path ? `${path}.${name}` : name;
      const key = plain ? `${plain}.${name}` : name;
      const label = labelText(labels, key, name);
      const text = scalarText(value);
      if (text !== undefined) rows.push({ path: at, label, text });
      else if (Array.isArray(value)) {
        const items = value as readonly unknown[];
        if (items.every((item) => scalarText(item) !== undefined)) {
          rows.push({ path: at, label, text: items.map((item) => scalarText(item)).join(" ") });
        } else {
          items.forEach((item, index) => {
            if (item !== null && typeof item === "object")
              later.push(() => visit(item, `${at}[${index}]`, key, `${label} ${index + 1}`));
          });
        }
      } else if (typeof value === "object") later.push(() => visit(value, at, key, label));
    }
    if (rows.length > 0) blocks.push({ heading, rows });
    for (const run of later) run();
  };
  visit(body, "", "", "");
  return blocks;
}
