import { fromJson, toJson } from "@coo/soap/core";
import type { OperationDescriptor } from "@coo/soap/gen1";

type Operation = OperationDescriptor<unknown, unknown>;

/** An application as it is kept: JSON with sorted names, so that the same object always gives the same bytes. */
export function toContent(operation: Operation, body: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(sorted(toJson(operation.request, body))));
}

/** The object of a kept application. */
export function fromContent(operation: Operation, content: Uint8Array): unknown {
  return fromJson(operation.request, jsonOf(content));
}

/** Its JSON form. */
export function jsonOf(content: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(content));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, sorted(one)]),
  );
}
