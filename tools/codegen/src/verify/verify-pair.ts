import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Direction } from "@coo/evolution";
import type { ElementDeclaration, Model, Type } from "@coo/wsdl";
import type { Comparison } from "../diff/compare-sets.ts";
import { InstanceMaker } from "./instance-maker.ts";
import type { LibxmlJudge } from "./libxml.ts";
import { Random } from "./random.ts";
import { JUDGE_NS, type JudgedRoot, writeSchemaSet } from "./schema-set.ts";
import { judgeByXerces } from "./xerces.ts";

/** What a judge found about the verdict on one message. */
export type Finding =
  /** Breaking, and there is a document that shows it; or compatible, and no document speaks against it. */
  | "supported"
  /** Called compatible, and a document that one side allows is refused by the other. */
  | "contradicted"
  /** Called breaking, and no document that was made shows it. */
  | "not-shown"
  /** The message is not in both sets under one name, or no document of it could be made. */
  | "not-judged";

/** A verdict of the report and what became of it. */
export interface Verified {
  readonly operation: string;
  readonly direction: Direction;
  readonly root: string;
  readonly L: string;
  readonly wire: "B" | "C";
  readonly finding: Finding;
  /** Documents that some side allows. */
  readonly documents: number;
  /** The document that decided, and who judged it. */
  readonly example: { readonly judge: string; readonly document: string } | null;
}

/** What {@link verifyPair} came to. */
export interface Verification {
  readonly verdicts: readonly Verified[];
  /** Judges that took both schemas. */
  readonly judges: readonly string[];
  /** Judges that are here and refused a schema. */
  readonly refused: readonly string[];
}

/** How {@link verifyPair} works. */
export interface VerifyOptions {
  /** Documents made of each message from each side. */
  readonly samples: number;
  readonly seed: number;
  readonly libxml: LibxmlJudge | null;
  readonly xerces: boolean;
}

type Root = ElementDeclaration | Type;

interface Judged {
  readonly key: string;
  readonly old: Root;
  readonly new: Root;
  /** Name of the judging root of a type. */
  readonly name: string;
  readonly documents: string[];
}

/** Lets validators that share no code with the comparison judge documents of both sides of this very pair. */
export function verifyPair({ old, new: now, report }: Comparison, options: VerifyOptions): Verification {
  const roots = new Map<string, Judged>();
  for (const { root } of report.messages) {
    if (roots.has(root) || root === "") continue;
    const [x, y] = [rootOf(old, root), rootOf(now, root)];
    if (x === null || y === null || (x.kind === "element") !== (y.kind === "element")) continue;
    roots.set(root, { key: root, old: x, new: y, name: `m${roots.size}`, documents: [] });
  }
  const all = [...roots.values()];
  for (const [i, root] of all.entries())
    for (const [model, start] of [
      [old, root.old],
      [now, root.new],
    ] as const) {
      const maker = new InstanceMaker(model, new Random(options.seed * 7919 + i));
      const element = elementOf(start, root.name);
      for (let n = 0; n < options.samples; n++) root.documents.push(maker.document(element));
    }
  for (const root of all) root.documents.splice(0, root.documents.length, ...new Set(root.documents));
  const opinions = judged(old, now, all, options);
  const verdicts = report.messages.map((m): Verified => {
    const root = roots.get(m.root);
    const { operation, direction, L, wire } = m;
    const base = { operation, direction, root: m.root, L, wire };
    const sent = direction === "Q" || direction === "A";
    let documents = 0;
    let example: Verified["example"] = null;
    for (const { judge, old: a, new: b } of root === undefined ? [] : opinions.of) {
      const [before, after] = [a.get(m.root) ?? [], b.get(m.root) ?? []];
      documents = Math.max(documents, before.filter((ok, i) => ok || after[i] === true).length);
      const at = before.findIndex((ok, i) => (sent ? ok && after[i] === false : !ok && after[i] === true));
      if (at >= 0 && example === null) example = { judge, document: root?.documents[at] ?? "" };
    }
    if (documents === 0) return { ...base, finding: "not-judged", documents, example: null };
    const finding =
      wire === "C" ? (example === null ? "supported" : "contradicted") : example === null ? "not-shown" : "supported";
    return { ...base, finding, documents, example };
  });
  return { verdicts, judges: opinions.of.map((o) => o.judge), refused: opinions.refused };
}

interface Opinion {
  readonly judge: string;
  readonly old: ReadonlyMap<string, readonly boolean[]>;
  readonly new: ReadonlyMap<string, readonly boolean[]>;
}

function judged(
  old: Model,
  now: Model,
  roots: readonly Judged[],
  { libxml, xerces }: VerifyOptions,
): { readonly of: readonly Opinion[]; readonly refused: readonly string[] } {
  const home = mkdtempSync(join(tmpdir(), "coo-verify-"));
  try {
    const sets = [
      writeSchemaSet(old, join(home, "old"), judgingRoots(roots, "old")),
      writeSchemaSet(now, join(home, "new"), judgingRoots(roots, "new")),
    ] as const;
    const documents = roots.flatMap((r) => r.documents);
    const of: Opinion[] = [];
    const refused: string[] = [];
    const add = (judge: string, [a, b]: readonly (readonly boolean[] | null)[]): void => {
      if (a && b) of.push({ judge, old: byRoot(roots, a), new: byRoot(roots, b) });
      else refused.push(judge);
    };
    if (libxml !== null)
      add(
        "libxml2",
        sets.map((s) => libxml(s.files, s.entry, documents)),
      );
    if (xerces) add("Xerces", judgeByXerces(sets.map((s) => ({ schema: join(s.folder, s.entry), documents }))));
    return { of, refused };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function judgingRoots(roots: readonly Judged[], side: "old" | "new"): JudgedRoot[] {
  return roots.flatMap((r) => {
    const root = r[side];
    return root.kind === "element"
      ? []
      : [{ name: r.name, bare: true, parts: [{ name: r.name, element: null, type: root }] }];
  });
}

function byRoot(roots: readonly Judged[], verdicts: readonly boolean[]): ReadonlyMap<string, readonly boolean[]> {
  let at = 0;
  return new Map(roots.map((r) => [r.key, verdicts.slice(at, (at += r.documents.length))]));
}

function rootOf(model: Model, key: string): Root | null {
  return model.schemas.elements.get(key) ?? model.schemas.types.get(key) ?? null;
}

/** The root itself, or an element that stands for a type. */
function elementOf(root: Root, name: string): ElementDeclaration {
  if (root.kind === "element") return root;
  return {
    kind: "element",
    name: { ns: JUDGE_NS, local: name },
    scope: "local",
    type: root,
    nillable: false,
    abstract: false,
    default: null,
    fixed: null,
    substitutionGroup: null,
    block: [],
    final: [],
    constraints: [],
    at: root.at,
    annotation: root.annotation,
  } as ElementDeclaration;
}
