import { parseClarkName } from "./names.ts";
import { type Check, refuse, type SimpleCodec, wrongKind } from "./simple-codec.ts";

/**
 * Qualified names: `{ns}local` in objects, a prefixed name in XML. Patterns are about the prefix too, so that only
 * what is read can be judged by them.
 */
export function qnameCodec(
  normalise: (text: string) => string,
  patterns: Check,
  check: Check,
  name: "QName" | "NOTATION",
): SimpleCodec {
  return {
    preserves: false,
    scoped: true,
    key: normalise,
    identity: (value) => `${name}|${value as string}`,
    read(text, context) {
      const value = normalise(text);
      const colon = value.indexOf(":");
      const prefix = colon < 0 ? "" : value.slice(0, colon);
      const ns = context.lookupNamespace(prefix);
      if (ns === undefined || colon === 0) return refuse(context, "lexical", value, "xs:QName");
      const local = value.slice(colon + 1);
      const clark = ns === "" ? local : `{${ns}}${local}`;
      return check(clark, context) && patterns(value, context) ? clark : undefined;
    },
    write(value, context) {
      if (typeof value !== "string") return wrongKind(value, "string", context);
      if (!check(value, context)) return undefined;
      const parsed = parseClarkName(value);
      if (!parsed) return refuse(context, "lexical", value, "xs:QName");
      return parsed.ns === "" ? parsed.local : `${context.declareNamespace(parsed.ns)}:${parsed.local}`;
    },
  };
}
