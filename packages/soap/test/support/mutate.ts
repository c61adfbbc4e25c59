import * as fc from "fast-check";

/** Ways to break an object: draws one place and one change. Some changes leave it valid; that is wanted too. */

type Path = readonly (string | number)[];

function places(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) return [path, ...value.flatMap((v, i) => places(v, [...path, i]))];
  if (typeof value === "object" && value !== null && !(value instanceof Uint8Array)) {
    return [path, ...Object.entries(value).flatMap(([k, v]) => places(v, [...path, k]))];
  }
  return [path];
}

function change(value: unknown, path: Path, to: (old: unknown) => unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return to(value);
  if (Array.isArray(value)) return value.map((v, i) => (i === first ? change(v, rest, to) : v));
  const copy: Record<string, unknown> = { ...(value as Record<string, unknown>) };
  const next = change(copy[first], rest, to);
  if (next === REMOVE) delete copy[first];
  else copy[first] = next;
  return copy;
}

const REMOVE: unique symbol = Symbol("remove");

const CHANGES: readonly ((old: unknown) => unknown)[] = [
  () => REMOVE,
  () => null,
  () => "",
  () => "x".repeat(3000),
  () => " padded ",
  () => "𠮷".repeat(11),
  () => "\u0001",
  () => "\ud800",
  () => "2026-02-30",
  () => "12.345678",
  () => -1,
  () => 1.5,
  () => Number.NaN,
  () => 2 ** 40,
  () => "0",
  () => true,
  () => [],
  () => ({}),
  () => new Uint8Array([1, 2, 3]),
  (old) => (Array.isArray(old) ? [...old, ...old] : [old]),
  (old) => (Array.isArray(old) ? [...old, null] : { extra: old }),
  (old) =>
    typeof old === "object" && old !== null && !Array.isArray(old) && !(old instanceof Uint8Array)
      ? { ...old, unknownField: "1" }
      : old,
  (old) => (typeof old === "string" ? `${old}9` : old),
  (old) => (typeof old === "string" ? old.slice(1) : old),
];

/** `values` with one to three changes at drawn places. */
export function broken(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const edit = fc.tuple(fc.nat(), fc.nat(CHANGES.length - 1));
  return fc.tuple(values, fc.array(edit, { minLength: 1, maxLength: 3 })).map(([value, edits]) => {
    let current = value;
    for (const [where, how] of edits) {
      const all = places(current);
      const next = change(current, all[where % all.length] as Path, CHANGES[how] as (old: unknown) => unknown);
      current = next === REMOVE ? {} : next;
    }
    return current;
  });
}
