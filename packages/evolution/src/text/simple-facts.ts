import { builtinOf, compareValues, type Facet, parseValue, type SimpleType, type Value, varietyOf } from "@coo/wsdl";

/** A limit of values, and whether the limit itself is allowed. */
export interface Bound {
  readonly value: Value;
  readonly text: string;
  readonly inclusive: boolean;
}

/** All facets that hold for a simple type, those of its ancestors included. */
export interface SimpleFacts {
  readonly primitive: string;
  /** Built-in types whose values depend on the rest of the document. */
  readonly role: string | null;
  readonly patterns: readonly (readonly string[])[];
  readonly enumerations: readonly (readonly string[])[];
  readonly minLength: number;
  readonly maxLength: number;
  readonly totalDigits: number;
  readonly fractionDigits: number;
  readonly lows: readonly Bound[];
  readonly highs: readonly Bound[];
  readonly timezone: string;
  readonly assertions: readonly string[];
}

const ROLES = new Set(["ID", "IDREF", "ENTITY", "QName", "NOTATION"]);

/** The type and what it restricts, nearest first. */
export function stepsOf(type: SimpleType): SimpleType[] {
  const steps: SimpleType[] = [];
  for (let t: SimpleType | null = type; t !== null; t = t.base) steps.push(t);
  return steps;
}

/** Facets of `type` and of all that it restricts, taken together. */
export function factsOf(type: SimpleType): SimpleFacts {
  const steps = stepsOf(type);
  const primitive = varietyOf(type) === "atomic" ? (builtinOf(type)?.primitive ?? "string") : "";
  const numbers = (name: "length" | "minLength" | "maxLength" | "totalDigits" | "fractionDigits"): number[] =>
    steps.flatMap((s) => (s.facets[name] === undefined ? [] : [Number(s.facets[name].value)]));
  const exact = numbers("length");
  const bounds = (inclusive: "minInclusive" | "maxInclusive", exclusive: "minExclusive" | "maxExclusive"): Bound[] =>
    steps.flatMap((s) => [
      ...bound(primitive, s.facets[inclusive], true),
      ...bound(primitive, s.facets[exclusive], false),
    ]);
  const role = steps.find((s) => s.variety === "builtin" && ROLES.has(s.name?.local ?? ""))?.name?.local ?? null;
  const fractionDigits = Math.min(Infinity, ...numbers("fractionDigits"));
  const whole = primitive === "decimal" && fractionDigits === 0;
  return {
    primitive,
    role,
    patterns: steps.flatMap((s) => (s.facets.patterns ? [s.facets.patterns.map((p) => p.value)] : [])),
    enumerations: steps.flatMap((s) => (s.facets.enumerations ? [s.facets.enumerations.map((e) => e.value)] : [])),
    minLength: Math.max(0, ...exact, ...numbers("minLength")),
    maxLength: Math.min(Infinity, ...exact, ...numbers("maxLength")),
    totalDigits: Math.min(Infinity, ...numbers("totalDigits")),
    fractionDigits,
    lows: bounds("minInclusive", "minExclusive").map((b) => (whole ? wholeBound(b, 1n) : b)),
    highs: bounds("maxInclusive", "maxExclusive").map((b) => (whole ? wholeBound(b, -1n) : b)),
    timezone: steps.find((s) => s.facets.explicitTimezone)?.facets.explicitTimezone?.value ?? "optional",
    assertions: steps.flatMap((s) => (s.facets.assertions ?? []).map((a) => a.value)),
  };
}

function bound(primitive: string, facet: Facet | undefined, inclusive: boolean): Bound[] {
  if (facet === undefined) return [];
  const value = parseValue(primitive, facet.value.trim());
  return value === null ? [] : [{ value, text: facet.value.trim(), inclusive }];
}

/** Among whole numbers, below 10 is at most 9. `step` leads into the range. */
function wholeBound(b: Bound, step: bigint): Bound {
  if (b.value.kind !== "decimal") return b;
  const { digits, scale } = b.value.value;
  const unit = 10n ** BigInt(scale);
  const floor = digits >= 0n || digits % unit === 0n ? digits / unit : digits / unit - 1n;
  const exact = digits % unit === 0n;
  const digitsIn = exact ? (b.inclusive ? floor : floor + step) : step > 0n ? floor + 1n : floor;
  return {
    value: { kind: "decimal", value: { digits: digitsIn, scale: 0 } },
    text: digitsIn.toString(),
    inclusive: true,
  };
}

/** Whether everything that respects one of `given` respects `wanted`. `side` is 1 for lower limits, -1 for upper ones. */
export function impliesBound(given: readonly Bound[], wanted: Bound, side: 1 | -1): boolean {
  return given.some((g) => {
    const order = compareValues(g.value, wanted.value);
    if (order === null) return false;
    return order * side > 0 || (order === 0 && (wanted.inclusive || !g.inclusive));
  });
}
