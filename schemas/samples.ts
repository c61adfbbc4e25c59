/**
 * Writes `samples/<Message>/` of the reference edition: payloads that are right, in `wrong/` payloads that are not, and
 * beside them `wrong.json` with what a validator should complain about. Run `node schemas/samples.ts`.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { longestBody, shortestBody } from "./sample-data/boundary.ts";
import { documentSamples } from "./sample-data/document.ts";
import { enterpriseSamples } from "./sample-data/enterprise.ts";
import { goodsSamples } from "./sample-data/goods.ts";
import type { MessageSamples, SampleSet } from "./sample-data/message-samples.ts";
import { type Fields, type Node, toNodes } from "./sample-data/node.ts";
import { type HeadSize, payloadTree, printSigned } from "./sample-data/payload.ts";
import { prune } from "./sample-data/prune.ts";
import { sealSamples } from "./sample-data/seal.ts";
import { type Complaint, wrongSamples } from "./sample-data/wrong.ts";
import { type EditionModel, readEdition } from "./xsd-model.ts";

const edition = new URL("2018-07/", import.meta.url);
const sets: SampleSet = { ...enterpriseSamples, ...documentSamples, ...goodsSamples, ...sealSamples };

/** Path below `samples/` → text of all sample files. */
export function sampleFiles(): Map<string, string> {
  const manifest = JSON.parse(readFileSync(new URL("manifest.json", edition), "utf8"));
  const schemas = Object.values<{ schema: string }>(manifest.namespaces).map((entry) => entry.schema);
  const model = readEdition(fileURLToPath(edition), schemas);
  const files = new Map<string, string>();
  for (const [operation, entry] of Object.entries<{ request: string; response: string }>(manifest.operations)) {
    for (const [root, bodyType, headType] of [
      ["Request", entry.request, manifest.heads.request],
      ["Response", entry.response, manifest.heads.response],
    ] as const) {
      messageFiles(model, { operation, root, bodyType, headType }, files);
    }
  }
  return files;
}

interface Message {
  readonly operation: string;
  readonly root: "Request" | "Response";
  readonly bodyType: string;
  readonly headType: string;
}

function messageFiles(model: EditionModel, message: Message, files: Map<string, string>): void {
  const name = message.bodyType.slice(message.bodyType.indexOf("}") + 1);
  const samples: MessageSamples | undefined = sets[name];
  if (!samples) throw new Error(`no samples for ${name}`);
  let number = 0;
  const tree = (sample: string, size: HeadSize, body: Fields, head: Fields = {}): Node =>
    payloadTree(model, { ...message, seed: `${name}/${sample}`, timestamp: samples.timestamp, size, head }, body);
  const add = (sample: string, payload: Node): void => {
    number += 1;
    const file = `${name}/${String(number).padStart(2, "0")}-${sample}.xml`;
    files.set(file, printSigned(model, message.headType, payload));
  };

  const complete = tree("complete", "complete", samples.complete);
  add("minimal", minimal(model, message, samples, tree));
  add("complete", complete);
  for (const { name: sample, body, head } of samples.realistic) add(sample, tree(sample, "complete", body, head));
  add("boundary-longest", tree("boundary-longest", "longest", longestBody(model, message.bodyType)));
  add("boundary-shortest", tree("boundary-shortest", "minimal", shortestBody(model, message.bodyType)));

  const complaints: Record<string, Complaint> = {};
  const types = { head: message.headType, body: message.bodyType };
  wrongSamples(model, name, types, complete).forEach(({ tree: payload, complaint }, index) => {
    const file = `${String(index + 1).padStart(2, "0")}-${complaint.rule}-${complaint.element}.xml`;
    complaints[file] = complaint;
    files.set(`${name}/wrong/${file}`, printSigned(model, message.headType, payload));
  });
  files.set(`${name}/wrong.json`, `${JSON.stringify(complaints, null, 2)}\n`);
}

function minimal(
  model: EditionModel,
  message: Message,
  samples: MessageSamples,
  tree: (sample: string, size: HeadSize, body: Fields) => Node,
): Node {
  if (samples.minimal) return tree("minimal", "minimal", samples.minimal);
  const shell = tree("minimal", "minimal", {});
  const complete = toNodes(model, message.bodyType, { ...samples.complete, ...samples.minimalWith });
  const body: Node = { name: "Body", children: prune(model, message.bodyType, complete) };
  return { ...shell, children: (shell.children ?? []).map((part) => (part.name === "Body" ? body : part)) };
}

if (import.meta.main) {
  const folder = new URL("samples/", edition);
  rmSync(folder, { recursive: true, force: true });
  const files = sampleFiles();
  for (const [file, text] of files) {
    const url = new URL(file, folder);
    mkdirSync(dirname(fileURLToPath(url)), { recursive: true });
    writeFileSync(url, text);
  }
  console.log(`${files.size} files in ${fileURLToPath(folder)}`);
}
