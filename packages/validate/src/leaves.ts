import type { ValidationContext } from "./context.ts";
import { messageFields } from "./gen/fields.ts";
import { isObject } from "./node.ts";

/** A field of a message as the field tables give it. */
export type Field = (typeof messageFields)[string][string][number];

/** A value that stands in a message, with its field. */
export interface Leaf {
  readonly field: Field;
  readonly value: unknown;
  readonly path: string;
  /** The object it stands in. */
  readonly owner: Readonly<Record<string, unknown>>;
}

/** All known fields of a body: what rules about single values look at. */
export interface Leaves {
  readonly leaves: readonly Leaf[];
  readonly context: ValidationContext;
}

/** Every value of `body` that stands under a known field; objects of unknown shape give nothing. */
export function readLeaves(message: string, body: unknown, prefix: string, context: ValidationContext): Leaves {
  const leaves: Leaf[] = [];
  for (const [container, fields] of Object.entries(messageFields[message] ?? {})) {
    for (const [owner, path] of ownersAt(body, container, prefix)) {
      for (const field of fields) leaves.push(...leavesOf(field, owner, path));
    }
  }
  return { leaves, context };
}

function leavesOf(field: Field, owner: Readonly<Record<string, unknown>>, path: string): Leaf[] {
  if (!Object.hasOwn(owner, field.name)) return [];
  const value = owner[field.name];
  const at = path === "" ? field.name : `${path}.${field.name}`;
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return [{ field, value, path: at, owner }];
  return Array.from(value, (item: unknown, index) => ({ field, value: item, path: `${at}[${index}]`, owner }));
}

type Owner = readonly [Readonly<Record<string, unknown>>, path: string];

function ownersAt(body: unknown, container: string, prefix: string): readonly Owner[] {
  let owners: Owner[] = isObject(body) ? [[body, prefix]] : [];
  if (container === "") return owners;
  for (const step of container.split(".")) {
    const inside: Owner[] = [];
    for (const [owner, path] of owners) {
      const value = Object.hasOwn(owner, step) ? owner[step] : undefined;
      const at = path === "" ? step : `${path}.${step}`;
      if (Array.isArray(value)) {
        value.forEach((item: unknown, index) => {
          if (isObject(item)) inside.push([item, `${at}[${index}]`]);
        });
      } else if (isObject(value)) inside.push([value, at]);
    }
    owners = inside;
  }
  return owners;
}
