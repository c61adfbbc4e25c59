import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Model, Type } from "@coo/wsdl";
import { loadSet } from "../diff/load-set.ts";
import { CodegenError } from "../errors.ts";
import { type Manifest, type ManifestOperation, parseManifest } from "../manifest.ts";

/** One of the 18 interfaces as the reference edition has it. */
export interface Interface {
  readonly no: number;
  /** Our name of the operation. */
  readonly name: string;
  readonly entry: ManifestOperation;
  readonly request: Type;
  readonly response: Type;
}

/** The edition that a delivery is compared with. */
export interface Reference {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly model: Model;
  readonly interfaces: readonly Interface[];
  readonly heads: { readonly request: Type; readonly response: Type } | null;
}

/** @throws {@link CodegenError} `GEN_MANIFEST`, `GEN_INPUT`. */
export function loadReference(folder: string): Reference {
  const file = join(folder, "manifest.json");
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new CodegenError({
      code: "GEN_INPUT",
      message: `${file}: there is no reference edition here`,
      messageZh: `${file}:此处没有参考版本`,
      advice: "name its folder by --reference DIR",
      adviceZh: "请用 --reference DIR 指定其目录",
    });
  }
  const manifest = parseManifest(text, file);
  const model = loadSet(folder);
  const typeOf = (clark: string): Type => {
    const found = model.schemas.types.get(clark) ?? model.schemas.elements.get(clark)?.type;
    if (found !== undefined) return found;
    throw new CodegenError({
      code: "GEN_MANIFEST",
      message: `${file}: no type ${clark} in the schemas`,
      messageZh: `${file}:模式中没有类型 ${clark}`,
    });
  };
  const interfaces = Object.entries(manifest.operations).flatMap(([name, entry]): Interface[] =>
    entry.no === undefined
      ? []
      : [{ no: entry.no, name, entry, request: typeOf(entry.request), response: typeOf(entry.response) }],
  );
  const { heads } = manifest;
  return {
    folder,
    manifest,
    model,
    interfaces,
    heads: heads ? { request: typeOf(heads.request), response: typeOf(heads.response) } : null,
  };
}
