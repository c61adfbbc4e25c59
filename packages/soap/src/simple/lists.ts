import type { SimpleDescriptor } from "../gen1.ts";
import { plainValues, type SimpleContext } from "./context.ts";
import {
  all,
  builtinOf,
  enumCheck,
  isBad,
  kindOf,
  lengthCheck,
  patternChecks,
  refuse,
  type SimpleCodec,
  simpleCodec,
  wrongKind,
} from "./simple-codec.ts";
import { collapse, replace } from "./white-space.ts";

/** xs:list. */
export function listCodec(d: SimpleDescriptor): SimpleCodec {
  const item = simpleCodec(d.item ?? { k: "simple", builtin: "string", js: "string" });
  const { scoped } = item;
  const measure = lengthCheck(d);
  const key = (text: string): string => split(text).map(item.key).join(" ");
  const patterns = all(patternChecks(d));
  const enumeration = all(enumCheck(d, key));
  return {
    preserves: false,
    ...(scoped ? { scoped } : {}),
    key,
    identity: (value) => `list|${(value as unknown[]).map(item.identity).join(" ")}`,
    forms(value) {
      const [only, ...others] = value as unknown[];
      return others.length === 0 ? (item.forms?.(only) ?? []) : [];
    },
    read(text, context) {
      const collapsed = collapse(text);
      const parts = split(collapsed);
      if (measure !== undefined && !measure(parts.length, context)) return undefined;
      const values: unknown[] = [];
      for (const part of parts) {
        const value = item.read(part, context);
        if (value === undefined) return undefined;
        values.push(value);
      }
      // Names are compared as the values they are, not by their prefixes.
      const compared = scoped ? values.join(" ") : collapsed;
      return patterns(collapsed, context) && enumeration(compared, context) ? values : undefined;
    },
    write(value, context) {
      if (!Array.isArray(value)) return wrongKind(value, "array", context);
      if (measure !== undefined && !measure(value.length, context)) return undefined;
      const parts: string[] = [];
      for (const one of value as unknown[]) {
        const text = item.write(one, context);
        if (text === undefined) return undefined;
        // An empty item would vanish, white space would make two of it.
        if (text === "" || /[\t\n\r ]/.test(text)) return refuse(context, "white_space", text);
        parts.push(text);
      }
      const text = parts.join(" ");
      if (scoped) return enumeration((value as unknown[]).join(" "), context) ? text : undefined;
      return patterns(text, context) && enumeration(text, context) ? text : undefined;
    },
  };
}
function split(text: string): string[] {
  const collapsed = collapse(text);
  return collapsed === "" ? [] : collapsed.split(" ");
}
/** xs:union. */
export function unionCodec(d: SimpleDescriptor): SimpleCodec {
  const members = (d.members ?? []).map(simpleCodec);
  const scoped = members.some((m) => m.scoped);
  const patterns = all(patternChecks(d));
  const probe = plainValues();
  const key = (text: string): string => {
    // Names in descriptors are written as values: `{ns}local`.
    const read = (m: SimpleCodec): unknown =>
      m.scoped && m.write(text, probe) !== undefined ? text : m.read(text, probe);
    const member = members.find((m) => read(m) !== undefined);
    return member ? member.identity(read(member)) : text;
  };
  const identity = (value: unknown): string =>
    members.find((m) => m.write(value, probe) !== undefined)?.identity(value) ?? String(value);
  const allowed = d.enum ? new Set(d.enum.map(key)) : undefined;
  const shownValues = d.enum ? d.enum.slice(0, 8).join(", ") + (d.enum.length > 8 ? ", …" : "") : "";
  const isAllowed = (value: unknown, member: SimpleCodec, text: string, context: SimpleContext): boolean =>
    !allowed || allowed.has(member.identity(value)) || isBad(false, context, "enumeration", text, shownValues);
  const shown = (d.members ?? []).map((m) => m.name ?? `xs:${m.builtin}`).join(" | ");
  return {
    preserves: members.some((m) => m.preserves),
    ...(scoped ? { scoped: true } : {}),
    key,
    identity,
    forms: (value) => members.find((m) => m.write(value, probe) !== undefined)?.forms?.(value) ?? [],
    read(text, context) {
      for (const [i, member] of members.entries()) {
        const value = member.read(text, context);
        if (value === undefined) continue;
        const literal = d.patterns ? literalOf(d.members?.[i] as SimpleDescriptor, text) : text;
        return patterns(literal, context) && isAllowed(value, member, text, context) ? value : undefined;
      }
      return refuse(context, "lexical", text, shown);
    },
    write(value, context) {
      let other: string | undefined;
      for (const [i, member] of members.entries()) {
        const text = member.write(value, context);
        if (text === undefined) continue;
        const fits = (form: string): boolean =>
          (member.scoped || patterns(form, context)) && isAllowed(value, member, form, context);
        if (i === 0 || isReadBack(value, text, members, i, context)) return fits(text) ? text : undefined;
        const form = member
          .forms?.(value)
          .find((one) => one !== text && isReadBack(value, one, members, i, context) && fits(one));
        if (form !== undefined) return form;
        other ??= text;
      }
      // The first member that takes a text says what it is: this value has no text that would be read as itself.
      if (other !== undefined) return refuse(context, "union", other, shown);
      return typeof value === "string" ? refuse(context, "lexical", value, shown) : wrongKind(value, shown, context);
    },
  };
}
/** A text after white space was processed: in a union by the first member that takes it (XML Schema part 2, 4.3.6). */
function literalOf(d: SimpleDescriptor, text: string): string {
  if (d.js === "union") {
    const probe = plainValues();
    const member = d.members?.find((m) => simpleCodec(m).read(text, probe) !== undefined);
    return member ? literalOf(member, text) : text;
  }
  const space = d.js === "list" ? "collapse" : (d.ws ?? builtinOf(d).whiteSpace);
  return space === "collapse" ? collapse(text) : space === "replace" ? replace(text) : text;
}

/** Whether a union reads `text`, a form of `value` by its member `own`, as a value equal to it. */
function isReadBack(
  value: unknown,
  text: string,
  members: readonly SimpleCodec[],
  own: number,
  context: SimpleContext,
): boolean {
  const writer = members[own] as SimpleCodec;
  for (let i = 0; i <= own; i++) {
    const member = members[i] as SimpleCodec;
    // Prefixes are declared where the text will stand.
    if (i === own && member.scoped) return true;
    const read = member.read(text, context);
    if (read !== undefined) return sameKind(value, read) && member.identity(read) === writer.identity(value);
  }
  return false;
}
function sameKind(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return kindOf(a) === kindOf(b);
  return a.length === b.length && a.every((one, i) => sameKind(one, b[i]));
}
