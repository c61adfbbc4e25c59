import { START } from "@coo/xml";
import { construct } from "../constructs.ts";
import { SoapError } from "../errors.ts";
import type { AnyParticle, ElementParticle, GroupParticle, Particle } from "../gen1.ts";
import { shorten } from "../issue.ts";
import { type Child, matchContent, particleFor } from "./content-match.ts";
import {
  ABSENT,
  type ContentScope,
  groupReader,
  matcherOf,
  occurrenceReader,
  particleReader,
} from "./decode-content.ts";
import type { DecodeContext, ValueReader } from "./decode-context.ts";
import type { ContentReader, Fields } from "./decode-text.ts";
import { allOf, canBeEmpty, firstOf } from "./particles.ts";
import type { Step } from "./trail.ts";
import { allowsName } from "./wildcard.ts";

/** Reads all children first and then fits them in: for content models that cannot be read straight ahead. */
export function bufferedReader(content: Particle, known: ContentScope): ContentReader {
  const readers = new Map<ElementParticle, ValueReader>();
  const { wildcards } = allOf(content);
  return (object, context) => {
    const { reader } = context;
    const children: Child[] = [];
    const offsets: number[] = [];
    while (context.at === START) {
      const { local: name, ns } = reader;
      const particle = particleFor(content, name, ns);
      if (!particle && !known.has(name, ns)) {
        if (!context.stray(known)) break;
        continue;
      }
      offsets.push(reader.startOffset);
      if (particle) {
        let read = readers.get(particle);
        if (!read) {
          read = occurrenceReader(particle, known.values);
          readers.set(particle, read);
        }
        const step = { prop: particle.prop, name };
        const index = particle.max === 1 ? -1 : children.filter((c) => c.name === name && c.ns === ns).length;
        const value = read(context, step, index);
        children.push({ name, ns, value: value === ABSENT ? undefined : value, wild: false });
      } else {
        const wildcard = wildcards.find((w) => allowsName(w, name, ns));
        const value = construct("wildcards").readWild(context, wildcard?.process ?? "skip", undefined, -1);
        children.push({ name, ns, value, wild: true });
      }
      context.advance(known);
    }
    const found = matchContent(content, children);
    if (typeof found === "object") Object.assign(object, found);
    else if (found < children.length) {
      const actual = `<${shorten(children[found]?.name ?? "")}>`;
      context.fail({ code: "unexpected_element", actual, limit: "" }, undefined, -1, offsets[found]);
    } else context.fail({ code: "required" });
  };
}
export function allReader(group: GroupParticle, known: ContentScope): ContentReader {
  const items = group.items.map((item) => {
    // XML Schema 1.1: what repeats may stand between the others, so it is counted at the end.
    const repeats = (item.k === "el" || item.k === "any") && item.max !== 1 ? item : undefined;
    return {
      matches: matcherOf(firstOf(item)),
      repeats,
      read: particleReader(repeats ? { ...repeats, min: 0, max: -1 } : item, known),
      needed: !canBeEmpty(item),
    };
  });
  return (object, context) => {
    const seen = new Set<number>();
    for (;;) {
      const index =
        context.at === START
          ? items.findIndex((item, i) => (item.repeats !== undefined || !seen.has(i)) && item.matches(context))
          : -1;
      if (index < 0) break;
      seen.add(index);
      const { read, repeats } = items[index] as (typeof items)[number];
      if (repeats) gather(object, repeats.prop, read, context);
      else read(object, context);
    }
    // At the end, each that is still needed says so itself.
    items.forEach((item, i) => {
      if (item.repeats) checkCount(item.repeats, (object[item.repeats.prop] as unknown[] | undefined)?.length, context);
      else if (item.needed && !seen.has(i)) item.read(object, context);
    });
  };
}
/** Reads some more values of a property behind those that it has. */
function gather(object: Fields, prop: string, read: ContentReader, context: DecodeContext): void {
  const run: Fields = {};
  read(run, context);
  const more = run[prop] as unknown[] | undefined;
  if (more) object[prop] = [...((object[prop] as unknown[] | undefined) ?? []), ...more];
}
function checkCount(
  { prop, min, max, ...rest }: ElementParticle | AnyParticle,
  count = 0,
  context: DecodeContext,
): void {
  const step: Step = { prop, name: rest.k === "el" ? rest.name : "" };
  if (count < min)
    context.fail(count === 0 ? { code: "required" } : { code: "min_occurs", limit: min, actual: count }, step);
  else if (max >= 0 && count > max) context.fail({ code: "max_occurs", limit: max, actual: count }, step);
}
/** Reads a group as often as it stands, into an array of objects. */
export function repeatedGroupReader(group: GroupParticle, known: ContentScope): ContentReader {
  const { prop, min } = group;
  const most = group.max < 0 ? Number.POSITIVE_INFINITY : group.max;
  if (prop === undefined) {
    throw new SoapError("SOAP_DESCRIPTOR", "a repeated group needs a property", "重复的内容组缺少属性名");
  }
  const step: Step = { prop, name: "" };
  const matches = matcherOf(firstOf(group));
  const once = groupReader({ ...group, min: 1, max: 1 }, known);
  const needed = canBeEmpty({ ...group, min: 1 }) ? 0 : min;
  return (object, context) => {
    const values: Fields[] = [];
    while (matches(context) && values.length < most) {
      const item: Fields = {};
      context.trail.enter(step, values.length);
      once(item, context);
      context.trail.leave();
      values.push(item);
    }
    if (values.length < needed) {
      context.fail(
        values.length === 0 ? { code: "required" } : { code: "min_occurs", limit: min, actual: values.length },
        step,
      );
    }
    if (values.length > 0) object[prop] = values;
  };
}
