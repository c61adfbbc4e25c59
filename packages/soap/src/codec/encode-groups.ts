import { SoapError } from "../errors.ts";
import type { GroupParticle } from "../gen1.ts";
import { kindOf } from "../simple/simple-codec.ts";
import { groupWriter, listWriter } from "./encode-content.ts";
import { refuseUnknown, type Scope, type Writer } from "./encode-scope.ts";
import { canBeEmpty, getter, isObject, propsOf } from "./particles.ts";
import type { Step } from "./trail.ts";

/** Writes a group once for each object of an array. */
export function repeatedGroupWriter(group: GroupParticle, scope: Scope): Writer {
  const { prop, max } = group;
  if (prop === undefined) {
    throw new SoapError("SOAP_DESCRIPTOR", "a repeated group needs a property", "重复的内容组缺少属性名");
  }
  const step: Step = { prop, name: "" };
  const get = getter(prop);
  const write = groupWriter(group, scope, true);
  const known = new Set(propsOf({ ...group, max: 1 }));
  // Repetitions of nothing leave no trace, so their number cannot be checked.
  const min = canBeEmpty({ ...group, min: 1 }) ? 0 : group.min;
  return listWriter(get, step, min, max, (value, context, at, index) => {
    if (!isObject(value)) return context.fail({ code: "type", limit: "object", actual: kindOf(value) }, at, index);
    context.enter(at as Step, index);
    if (context.strict) refuseUnknown(value, known, context);
    write(value, context);
    context.trail.leave();
  });
}
