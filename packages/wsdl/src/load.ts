import type { DocumentOptions } from "./documents.ts";
import { WsdlError } from "./errors.ts";
import { Graph } from "./graph.ts";
import type { Model } from "./model.ts";
import { Problems } from "./problems.ts";
import { SchemaBuilder } from "./schema-builder.ts";
import { WsdlBuilder } from "./wsdl-builder.ts";

/** Options of {@link loadModel}. */
export interface LoadOptions extends DocumentOptions {
  /** Do not throw: problems are listed in the model, and what refers to something unknown gets xs:anyType. */
  readonly keepGoing?: boolean;
  /** Refuse as well what is tolerated otherwise because published descriptions do it. */
  readonly strict?: boolean;
  /**
   * What a name that refers to nothing is: an error (default), or with `"any"` a warning and any content in its place.
   * A name in a namespace whose document is missing is never reported by itself.
   */
  readonly unknownNames?: "refuse" | "any";
  /**
   * What an xs:import or xs:include is whose document is not at hand: an error (default), or with `"pass"` a warning, and names that
   * refer to its namespace are unknown names like others. XML Schema takes a location for a hint.
   */
  readonly absentImports?: "refuse" | "pass" | undefined;
}

/** A document in memory. */
export interface MemoryDocument {
  readonly file: string;
  readonly content: string | Uint8Array;
  /** Loaded by itself; without any such mark the first document is. */
  readonly entry?: boolean;
}

/**
 * Reads WSDL 1.1 and XML Schema documents, and everything they import, into one component model.
 *
 * Nothing is fetched from a network: an import must lead to a local file, to an entry of its namespace or to a schema
 * that this package brings along. The order of `entries` has no influence on the result.
 *
 * @param entries - Paths of WSDL or XSD documents.
 * @throws {@link WsdlError} for the first problem, unless `keepGoing`.
 */
export function loadModel(entries: readonly string[], options: LoadOptions = {}): Model {
  const problems = new Problems({
    strict: options.strict,
    unknownNames: options.unknownNames,
    absentPass: options.absentImports === "pass",
    maxProblems: options.limits?.maxProblems,
  });
  const graph = new Graph(options, problems);
  const model = guarded(problems, () => {
    graph.load(entries);
    const schemas = new SchemaBuilder(graph, problems, options.limits);
    schemas.build();
    return new WsdlBuilder(graph, schemas, problems).model();
  });
  const first = problems.firstError();
  if (first !== undefined && (options.keepGoing !== true || model === null)) throw first;
  if (model === null) throw new TypeError("unreachable");
  return model;
}

/** As {@link loadModel}, over documents in memory; nothing touches the disk. */
export function loadModelFrom(
  documents: readonly MemoryDocument[],
  options: Omit<LoadOptions, "readFile"> = {},
): Model {
  const byFile = new Map(documents.map((d) => [d.file, d.content]));
  const marked = documents.filter((d) => d.entry === true);
  const entries = (marked.length > 0 ? marked : documents.slice(0, 1)).map((d) => d.file);
  return loadModel(entries, {
    ...options,
    readFile: (file) => {
      const content = byFile.get(file);
      if (content === undefined) throw Object.assign(new Error("no such document"), { code: "ENOENT" });
      return content;
    },
  });
}

/** Runs `work`; a stack overflow by endlessly nested definitions becomes a problem like others. */
function guarded(problems: Problems, work: () => Model): Model | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError) || error instanceof WsdlError) throw error;
    problems.report("too-deep", { file: "", line: 1, column: 1 }, {}, error);
    return null;
  }
}
