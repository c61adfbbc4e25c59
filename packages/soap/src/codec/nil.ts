import type { ElementParticle } from "../gen1.ts";
import type { EncodeContext } from "./encode-context.ts";
import { lazily, NIL, type Tags } from "./encode-scope.ts";
import { typeOf } from "./particles.ts";
import type { Step } from "./trail.ts";
import { typeAttribute } from "./type-attribute.ts";

/**
 * A writer of `null` for an element. An abstract type rules even an element without content, so that there a derived
 * type is named: the first one that asks for no attribute. Without one, `null` is refused.
 */
export function nilWriter(
  { type: declared, blocked }: Pick<ElementParticle, "type" | "blocked">,
  tags: Tags,
): (context: EncodeContext, step: Step | undefined, index: number) => void {
  const element = lazily((): string | undefined => {
    const type = typeOf(declared);
    if (type.k !== "complex" || !type.abstract) return `${tags.open}${NIL}${tags.close}`;
    const found = type.derived?.().find((candidate) => {
      const { abstract, anonymous, attrs } = candidate.type();
      return !abstract && !anonymous && !blocked?.includes(candidate.tag) && !attrs?.some((a) => a.required);
    });
    return found && `${tags.open}${typeAttribute(found.type(), tags.scope)}${NIL}${tags.close}`;
  });
  return (context, step, index) => {
    const text = element();
    if (text === undefined) return context.fail({ code: "abstract", limit: "a type for null" }, step, index);
    context.usesXsi = true;
    context.out += text;
  };
}
