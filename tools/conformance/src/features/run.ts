import { join } from "node:path";
import { type Generated, isCodegenError } from "@coo/codegen";
import { examine, generateFeature, loadFeature } from "./examine.ts";
import type { Feature } from "./feature.ts";
import { type Judge, withLibxml } from "./judge.ts";
import { examineService } from "./services.ts";

/** What came of a feature. */
export interface Outcome {
  /** `null` where generation was refused, as it should be or not. */
  readonly generated: Generated | null;
  /** What is wrong, by name of the case; `run` is the run of the generator itself. */
  readonly wrong: ReadonlyMap<string, string>;
}

/**
 * Generates the code of a feature below `out` and puts every case through it.
 *
 * @param judged - Verdicts on the cases by another judge than libxml2, in their order; for XML Schema 1.1.
 */
export async function runFeature(feature: Feature, out: string, judged?: readonly (string | null)[]): Promise<Outcome> {
  const { note } = feature;
  let generated: Generated;
  try {
    generated = generateFeature(feature, join(out, feature.name));
  } catch (error) {
    if (!isCodegenError(error)) throw error;
    const asStated = note.state === "refused" && error.message.includes(note.refusal ?? "?");
    return { generated: null, wrong: asStated ? new Map() : new Map([["run", `refused: ${error.message}`]]) };
  }
  const wrong = new Map<string, string>();
  if (note.state === "refused") wrong.set("run", "generated, although it should be refused");
  for (const text of note.notes ?? []) {
    if (!generated.notes.some((n) => n.includes(text)))
      wrong.set("run", `says nothing of ${text}: ${generated.notes.join("; ")}`);
  }
  const merge = (more: ReadonlyMap<string, string>): void => {
    for (const [name, failure] of more) if (!wrong.has(name)) wrong.set(name, failure);
  };
  if (feature.kind === "service") merge(await examineService(feature, join(out, feature.name), generated.files.keys()));
  else {
    const code = await loadFeature(join(out, feature.name));
    if (note.version === "1.1") {
      if (judged) merge(disagreement(feature, (_, i) => judged[i] ?? null));
      merge(examine(feature, code, null));
    } else {
      withLibxml(feature.folder, "schema.xsd", (judge: Judge) => {
        merge(disagreement(feature, judge));
        merge(examine(feature, code, judge));
      });
    }
  }
  return { generated, wrong };
}

/** Cases on which the judge does not say what the feature says, but for those that state why. */
function disagreement(feature: Feature, verdictOf: (xml: string, i: number) => string | null): Map<string, string> {
  const wrong = new Map<string, string>();
  const known = feature.note.judge ?? {};
  for (const [i, c] of feature.cases.entries()) {
    const verdict = verdictOf(c.xml, i);
    const agrees = (verdict === null) === (c.refused === null && !c.unenforced);
    if (agrees && c.name in known)
      wrong.set(c.name, "the judge is right after all: take it from the list in feature.json");
    if (!agrees && !(c.name in known))
      wrong.set(c.name, verdict === null ? "the judge accepts it" : `the judge refuses it: ${verdict}`);
  }
  for (const name of Object.keys(known)) {
    if (!feature.cases.some((c) => c.name === name)) wrong.set(name, "feature.json names a case that is not there");
  }
  return wrong;
}
