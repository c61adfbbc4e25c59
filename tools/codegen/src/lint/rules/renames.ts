import { isWsdlError, type Model } from "@coo/wsdl";
import { Assignment } from "../../assign.ts";
import { isCodegenError } from "../../errors.ts";
import { isOwn, lowerEverything } from "../../generate.ts";
import { Lowering } from "../../lower.ts";
import { Names, type Renamed } from "../../names.ts";
import { draftServices } from "../../services.ts";

/** Names that the generator could not give, found by going its way up to the names. */
export function renamesOf(model: Model): readonly Renamed[] {
  const names = new Names();
  try {
    const lowering = new Lowering({ model, names, isOwn: isOwn(null), codeListOf: () => null });
    const drafts = draftServices(model, null, false, lowering, []);
    lowerEverything(model, null, lowering);
    new Assignment({ manifest: null, sources: new Map(), serviceSources: [], names }).run(lowering, drafts);
  } catch (error) {
    // What the generator refuses is an error of its own; names do not matter then.
    if (!isCodegenError(error) && !isWsdlError(error)) throw error;
  }
  return names.renamed;
}
