import type { ComplexDescriptor, SoapArrayDescriptor } from "../gen1.ts";
import { kindOf } from "../simple/simple-codec.ts";
import type { EncodeContext } from "./encode-context.ts";
import { type ComplexWriter, lazily, type Scope, tagsOf } from "./encode-scope.ts";
import { escapeAttribute } from "./escape.ts";
import { ENC11_NS, ENC12_NS, XSD_NS } from "./names.ts";
import { nilWriter } from "./nil.ts";
import { typeOf } from "./particles.ts";
import type { Step } from "./trail.ts";
import { typeAttribute } from "./type-attribute.ts";

/**
 * Writes an array of the SOAP encoding (SOAP 1.1, 5.4.2; SOAP 1.2 part 2, 3.1.6); arrays of arrays as one, where it has
 * several dimensions.
 */
export function arrayWriter(type: ComplexDescriptor, array: SoapArrayDescriptor, scope: Scope): ComplexWriter {
  const { itemName, arrayType, item, dimensions = 1 } = array;
  const match = /^(?:\{([^}]*)\})?([^[]+)(.*)$/.exec(arrayType);
  const itemNs = match?.[1] ?? XSD_NS;
  const itemType = match?.[2] ?? "anyType";
  // Brackets before the last belong to the items; only the last tells sizes.
  const ranks = (match?.[3] ?? "").replace(/\[[^\]]*\]$/, "").replaceAll(/[^[\],]/g, "");
  const types = `xmlns:t="${escapeAttribute(itemNs)}"`;
  const attributes =
    scope.encoded === "1.2"
      ? // Items that are arrays have no name for their type, and nothing has to be said then.
        (sizes: readonly number[]) =>
          ` xmlns:soapenc="${ENC12_NS}"${ranks === "" ? ` ${types} soapenc:itemType="t:${itemType}"` : ""} soapenc:arraySize="${sizes.join(" ")}"`
      : (sizes: readonly number[]) =>
          ` xmlns:soapenc="${ENC11_NS}" ${types} soapenc:arrayType="t:${itemType}${ranks}[${sizes.join(",")}]"`;
  // An array that no type of the schema names is one of the encoding in use.
  const named = typeAttribute(
    scope.encoded === "1.2" && type.ns === ENC11_NS ? { ...type, ns: ENC12_NS } : type,
    scope,
    "a",
  );
  const step: Step = { prop: "", name: itemName };
  const items = lazily(() => {
    const target = typeOf(item);
    const tags = tagsOf(itemName, "", scope);
    return {
      write: scope.values(target, tags, { name: itemName, ns: "" }),
      nil: nilWriter({ type: item }, tags),
    };
  });
  const write = (values: readonly unknown[], depth: number, context: EncodeContext): void => {
    values.forEach((one, i) => {
      if (depth > 1) {
        context.enter(step, i);
        write(one as readonly unknown[], depth - 1, context);
        context.trail.leave();
      } else if (items().nil.isNil(one)) items().nil.write(one, context, step, i);
      else items().write(one, context, step, i);
    });
  };
  return (value, context, tags, at, index) => {
    if (!Array.isArray(value)) return context.fail({ code: "type", limit: "array", actual: kindOf(value) }, at, index);
    context.usesXsi = true;
    if (at) context.enter(at, index);
    const sizes = dimensions === 1 ? [value.length] : sizesOf(value, dimensions);
    if (dimensions === 1 || isEven(value, sizes, 0, context, step)) {
      context.out += `${tags.open}${attributes(sizes)}${named}>`;
      write(value, dimensions, context);
      context.out += tags.close;
    }
    if (at) context.trail.leave();
  };
}

/** Size of each dimension, as the first row of each has it. */
function sizesOf(value: readonly unknown[], dimensions: number): number[] {
  const sizes: number[] = [];
  for (let row: unknown = value; sizes.length < dimensions; row = Array.isArray(row) ? row[0] : undefined) {
    sizes.push(Array.isArray(row) ? row.length : 0);
  }
  return sizes;
}

/** Whether all rows have the same length: an array of several dimensions states each size once. */
function isEven(
  rows: readonly unknown[],
  sizes: readonly number[],
  depth: number,
  context: EncodeContext,
  step: Step,
): boolean {
  if (depth === sizes.length - 1) return true;
  const size = sizes[depth + 1] as number;
  return rows.every((row, i) => {
    if (!Array.isArray(row)) context.fail({ code: "type", limit: "array", actual: kindOf(row) }, step, i);
    else if (row.length !== size) context.fail({ code: "length", limit: size, actual: row.length }, step, i);
    else {
      context.enter(step, i);
      const even = isEven(row, sizes, depth + 1, context, step);
      context.trail.leave();
      return even;
    }
    return false;
  });
}
