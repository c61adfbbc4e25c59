import { spawnSync } from "node:child_process";
import type { Dump } from "./dump.ts";

/** What expat made of a document: its dump, or its complaint. */
export type ExpatReading = { readonly dump: Dump } | { readonly problem: string };

const PROGRAM = `
import base64, json, sys
from xml.parsers import expat
print(json.dumps(expat.EXPAT_VERSION))
for line in sys.stdin:
    out = []
    def name(n):
        ns, _, local = n.rpartition("\\n")
        return "{%s}%s" % (ns, local)
    def start(n, attributes):
        pairs = sorted("%s=%s" % (name(attributes[i]), attributes[i + 1]) for i in range(0, len(attributes), 2))
        out.append("<%s %s" % (name(n), " ".join(pairs)))
    def end(n):
        out.append("/" + name(n))
    def text(t):
        if out and out[-1].startswith('"'):
            out[-1] += t
        else:
            out.append('"' + t)
    parser = expat.ParserCreate(namespace_separator="\\n")
    parser.ordered_attributes = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    try:
        parser.Parse(base64.b64decode(line), True)
        print(json.dumps({"dump": out}))
    except expat.ExpatError as e:
        print(json.dumps({"problem": str(e)}))
`;

/**
 * Reads documents with the expat inside of Python.
 *
 * @returns `null` where there is no Python.
 */
export function readByExpat(
  documents: readonly Uint8Array[],
): { readonly version: string; readonly readings: readonly ExpatReading[] } | null {
  const run = spawnSync("python3", ["-c", PROGRAM], {
    input: documents.map((d) => `${Buffer.from(d).toString("base64")}\n`).join(""),
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, PYTHONIOENCODING: "utf-8" },
  });
  if (run.error !== undefined || run.status !== 0) return null;
  const [version, ...readings] = run.stdout.trimEnd().split("\n");
  return {
    version: JSON.parse(version as string) as string,
    readings: readings.map((line) => JSON.parse(line) as ExpatReading),
  };
}
