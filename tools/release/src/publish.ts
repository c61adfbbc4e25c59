// Publishes every package whose version the registry does not have; `run.mjs` has built them.
//
//   npm run release:publish                    tag `latest`
//   npm run release:publish -- --provenance    and looks afterwards whether the registry has an attestation of each:
//                                              the tools go on with a warning when they cannot make one
//   npm run release:publish -- --tag preview   versions of `npm run release:preview`, for a test environment

import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { publishedPackages } from "./published.ts";
import { attempt, run } from "./run.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const { values } = parseArgs({
  options: { provenance: { type: "boolean", default: false }, tag: { type: "string" } },
});

async function isThere(name: string, version: string): Promise<boolean> {
  const { status, output } = await attempt("npm", ["view", `${name}@${version}`, "version"], root);
  return status === 0 && output.includes(version);
}

async function hasProvenance(name: string, version: string): Promise<boolean> {
  const { status, output } = await attempt(
    "npm",
    ["view", `${name}@${version}`, "dist.attestations.provenance.predicateType"],
    root,
  );
  return status === 0 && output.includes("slsa.dev/provenance");
}

const wanted = [];
for (const { name, version } of publishedPackages(root)) {
  if (!(await isThere(name, version))) wanted.push({ name, version });
}
if (values.provenance) {
  // pnpm publishes, and heeds no variable of npm for this.
  process.env["PNPM_CONFIG_PROVENANCE"] = "true";
}
// A preview is of no commit that anybody keeps.
const tag = values.tag === undefined ? [] : ["--tag", values.tag, "--no-git-tag"];
process.stdout.write(await run("changeset", ["publish", ...tag], root));

const problems: string[] = [];
for (const { name, version } of wanted) {
  const one = `${name}@${version}`;
  if (!(await isThere(name, version))) problems.push(`未发布 ${one} · ${one} is not there`);
  else if (values.provenance && !(await hasProvenance(name, version)))
    problems.push(
      `${one} 没有来源证明:检查发布流程的 id-token 权限和 npm 上的可信发布者 · ${one} has no provenance: check id-token of the workflow and the trusted publisher at npm`,
    );
}
for (const problem of problems) process.stderr.write(`✖ ${problem}\n`);
process.stdout.write(`${wanted.length - problems.length} published, ${problems.length} wrong\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
