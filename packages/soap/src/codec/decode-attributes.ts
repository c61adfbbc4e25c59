import { construct } from "../constructs.ts";
import type { AttributeDescriptor, ComplexDescriptor, WildcardDescriptor } from "../gen1.ts";
import { shorten } from "../issue.ts";
import { formOf, identityOf, simpleCodec } from "../simple/simple-codec.ts";
import {
  type ContentReader,
  instanceAttribute,
  isEncodingAttribute,
  plainContext,
  unexpectedAttribute,
} from "./decode-text.ts";
import { XSI_NS } from "./names.ts";
import { allowsName } from "./wildcard.ts";

export function attributesReader(type: ComplexDescriptor): ContentReader | undefined {
  if (!type.attrs && !type.anyAttr) return undefined;
  return attributesReaderOf(type.attrs ?? [], type.anyAttr);
}

export function attributesReaderOf(
  attributes: readonly AttributeDescriptor[],
  wildcard: WildcardDescriptor | undefined,
): ContentReader {
  const each = attributes.map((a) => {
    const codec = simpleCodec(a.type);
    return {
      ...a,
      codec,
      step: { prop: a.prop, name: `@${a.name}` },
      fixedKey: a.fixed === undefined ? undefined : identityOf(codec, a.fixed),
      fixedForm: a.fixed === undefined ? undefined : formOf(codec, a.fixed),
    };
  });
  return (object, context) => {
    const { reader } = context;
    const { attributeCount } = reader;
    let taken = 0;
    for (const a of each) {
      const text = attributeCount === 0 ? undefined : reader.attribute(a.ns, a.name);
      if (text === undefined) {
        if (a.required) context.fail({ code: "required" }, a.step);
        else if (a.default !== undefined) object[a.prop] = a.codec.read(a.default, plainContext(context));
        continue;
      }
      taken++;
      const value = a.codec.read(text, context);
      if (value === undefined) context.failed(a.step);
      else if (a.fixedKey !== undefined && a.codec.identity(value) !== a.fixedKey) {
        context.fail({ code: "fixed", value: shorten(text), limit: a.fixed as string }, a.step);
      } else object[a.prop] = typeof value === "string" ? (a.fixedForm ?? value) : value;
    }
    if (taken === attributeCount) return;
    for (let i = 0; i < attributeCount; i++) {
      const ns = reader.attributeNs(i);
      const local = reader.attributeLocal(i);
      if (each.some((a) => a.name === local && a.ns === ns)) continue;
      if (ns === XSI_NS) {
        // xsi:type was looked at before.
        if (local !== "type") instanceAttribute(context, i, undefined, -1, undefined);
      } else if (wildcard && allowsName(wildcard, local, ns)) {
        if (context.registry)
          construct("wildcards").checkAttribute(context, context.registry, wildcard.process, i, undefined, -1);
        let others = object["$attributes"] as Record<string, string> | undefined;
        if (!others) {
          others = {};
          object["$attributes"] = others;
        }
        const name = ns === "" ? local : `{${ns}}${local}`;
        Object.defineProperty(others, name, {
          value: reader.attributeValue(i),
          enumerable: true,
          configurable: true,
          writable: true,
        });
      } else if (context.strict && !isEncodingAttribute(ns, local)) unexpectedAttribute(context, i, undefined, -1);
    }
  };
}
