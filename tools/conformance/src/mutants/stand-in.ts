// Stands in for vitest where tests are run many times in one process: what the tests of the engine use, and no more.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";

/** A test as it was declared. */
export interface DeclaredTest {
  readonly name: string;
  readonly file: string;
  readonly run: () => unknown;
}

interface Registry {
  file: string;
  tests: DeclaredTest[];
}

const registry = (globalThis as unknown as { __registry: Registry }).__registry;
const path: string[] = [];

type Run = (...values: never[]) => unknown;

function declare(name: string, run: () => unknown): void {
  registry.tests.push({ name: [...path, name].join(" > "), file: registry.file, run });
}

export function describe(name: string, inside: () => void): void {
  path.push(name);
  inside();
  path.pop();
}

const bodyOf = (a: unknown, b: unknown): Run => (typeof a === "function" ? a : b) as Run;

export function it(name: string, a: unknown, b?: unknown): void {
  declare(name, bodyOf(a, b) as () => unknown);
}

it.each =
  (rows: readonly unknown[]) =>
  (name: string, a: unknown, b?: unknown): void =>
    rows.forEach((row, i) => {
      const values = Array.isArray(row) ? row : [row];
      declare(`${name} ${i}`, () => bodyOf(a, b)(...(values as never[])));
    });

export const test = it;

class Failed extends Error {}

/** As vitest has it: what is undefined is not there. */
function defined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(defined);
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  return Object.fromEntries(entries.map(([k, v]) => [k, defined(v)]));
}

const contains = (all: unknown, one: unknown): boolean =>
  typeof all === "string" ? all.includes(one as string) : [...(all as Iterable<unknown>)].includes(one);

export function expect(value: unknown): Record<string, unknown> {
  const matchers = (negated: boolean): Record<string, unknown> => {
    const must = (holds: boolean): void => {
      if (holds === negated) throw new Failed("the test fails");
    };
    const { file } = registry;
    return {
      toBe: (x: unknown) => must(Object.is(value, x)),
      toEqual: (x: unknown) => must(isDeepStrictEqual(defined(value), defined(x))),
      toBeGreaterThan: (x: number) => must((value as number) > x),
      toBeGreaterThanOrEqual: (x: number) => must((value as number) >= x),
      toBeLessThan: (x: number) => must((value as number) < x),
      toBeLessThanOrEqual: (x: number) => must((value as number) <= x),
      toBeTypeOf: (x: string) => must(typeof value === x),
      toBeUndefined: () => must(value === undefined),
      toBeDefined: () => must(value !== undefined),
      toBeNull: () => must(value === null),
      toHaveLength: (x: number) => must((value as string).length === x),
      toContain: (x: unknown) => must(contains(value, x)),
      toMatch: (x: string | RegExp) =>
        must(typeof x === "string" ? (value as string).includes(x) : x.test(value as string)),
      toThrow: (x?: string | RegExp) => {
        let thrown: unknown;
        try {
          (value as () => unknown)();
        } catch (error) {
          thrown = error;
        }
        const said = thrown instanceof Error ? thrown.message : "";
        must(thrown !== undefined && (x === undefined || (typeof x === "string" ? said.includes(x) : x.test(said))));
      },
      toMatchFileSnapshot: async (to: string) =>
        must((await readFile(resolve(fileURLToPath(new URL(".", file)), to), "utf8")) === value),
    };
  };
  return { ...matchers(false), not: matchers(true) };
}
