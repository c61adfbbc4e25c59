/** A decoded value as TypeScript writes it. */
export function literalOf(value: unknown): string {
  if (value instanceof Uint8Array) return `new Uint8Array([${[...value].join(", ")}])`;
  if (Array.isArray(value)) return `[${value.map(literalOf).join(", ")}]`;
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number")
    return Object.is(value, -0) ? "-0" : Number.isNaN(value) ? "Number.NaN" : String(value);
  if (typeof value === "object" && value !== null) {
    const parts = Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .map(([k, v]) => `${JSON.stringify(k)}: ${literalOf(v)}`);
    return `{ ${parts.join(", ")} }`;
  }
  return JSON.stringify(value) ?? "undefined";
}
