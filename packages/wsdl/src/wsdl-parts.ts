import type { WsdlMessage, WsdlPart } from "./model.ts";
import { listItems } from "./names.ts";
import type { Problems } from "./problems.ts";
import { display } from "./symbols.ts";
import type { XNode } from "./tree.ts";

/** Parts named by a `parts` attribute; `null` when there is none. */
export function chosenParts(
  message: WsdlMessage,
  parts: string | undefined,
  node: XNode,
  problems: Problems,
): readonly WsdlPart[] | null {
  if (parts === undefined) return null;
  const chosen: WsdlPart[] = [];
  for (const name of listItems(parts)) {
    const part = message.parts.find((p) => p.name === name);
    if (part !== undefined) chosen.push(part);
    else {
      const known = message.parts.map((p) => p.name).join(", ") || "–";
      problems.report("part-unknown", node, { message: display(message.name), name, known });
    }
  }
  return chosen;
}
