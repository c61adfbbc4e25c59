import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { synthetic } from "../synthetic.ts";
import { FROM_SOURCE, type Usage, wholeProcess } from "../whole-process.ts";

/** What a generator made of a description, as far as all of them make it. */
export interface Made {
  readonly operations: number;
  /** Interfaces, those of the wrappers of the SOAP body included. */
  readonly interfaces: number;
}

/** A generator as its users run it. */
export interface Generator {
  readonly name: string;
  /** Arguments for Node: read `input`, write into `out`, as files. */
  readonly command: (input: string, out: string) => readonly string[];
  readonly made: (out: string) => Made;
}

const OURS = fileURLToPath(new URL(FROM_SOURCE ? "./cli.ts" : "./cli.js", import.meta.resolve("@coo/codegen")));
const THEIRS = join(dirname(fileURLToPath(import.meta.resolve("wsdl-tsclient"))), "cli.js");

export const ours: Generator = {
  name: "@coo/codegen",
  command: (input, out) => [OURS, "--quiet", "--out", out, input],
  made: (out) => {
    const services = readFileSync(join(out, "services.ts"), "utf8");
    let interfaces = 0;
    for (const file of readdirSync(out)) {
      const text = file.endsWith(".schema.ts") ? "" : readFileSync(join(out, file), "utf8");
      // Two views of one type are one type; labels are no message.
      interfaces += [...text.matchAll(/^export interface (?!FieldLabel|\w+Read )\w+ /gm)].length;
    }
    return { operations: [...services.matchAll(/^ {6}k: "operation",$/gm)].length, interfaces };
  },
};

export const wsdlTsclient: Generator = {
  name: "wsdl-tsclient",
  command: (input, out) => [THEIRS, input, "-o", out, "--quiet"],
  made: (out) => {
    const [client = ""] = readdirSync(out);
    const methods = readFileSync(join(out, client, "client.ts"), "utf8");
    return {
      operations: [...methods.matchAll(/^ {4}\w+Async\(/gm)].length,
      interfaces: readdirSync(join(out, client, "definitions")).length,
    };
  },
};

/** A folder with a synthetic description in it, for as long as `use` runs. */
export async function withSynthetic<T>(
  types: number,
  use: (place: { readonly folder: string; readonly input: string; readonly bytes: number }) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "coo-bench-codegen-"));
  try {
    const input = join(folder, "synthetic.wsdl");
    const text = Buffer.from(synthetic(types, 1).wsdl);
    writeFileSync(input, text);
    return await use({ folder, input, bytes: text.length });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a generator once into a folder that is empty before. */
export async function runGenerator(generator: Generator, input: string, out: string): Promise<Usage> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  return wholeProcess(generator.command(input, out));
}
