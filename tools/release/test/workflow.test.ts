import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";

const root = fileURLToPath(new URL("../../../", import.meta.url));

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency: { readonly "cancel-in-progress": boolean };
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly needs?: string;
        readonly permissions: Readonly<Record<string, string>>;
        readonly steps: readonly {
          readonly run?: string;
          readonly uses?: string;
          readonly with?: Readonly<Record<string, unknown>>;
        }[];
      }
    >
  >;
}

const workflow = parse(readFileSync(`${root}.github/workflows/release.yml`, "utf8")) as Workflow;
const scripts = (JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { scripts: Record<string, string> })
  .scripts;
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

test("what the release workflow runs is there", () => {
  const commands = steps.flatMap(({ run = "", with: inputs = {} }) => [run, inputs["version"], inputs["publish"]]);
  const named = commands.flatMap((text) =>
    [...String(text ?? "").matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name),
  );
  expect(named).toEqual(["release:version", "release:publish"]);
  for (const name of named) expect(scripts[name as string]).toBeDefined();
  expect(steps.some(({ run }) => run === ".ci/run")).toBe(true);
  expect(existsSync(`${root}.ci/run`)).toBe(true);
});

test("a release needs all of CI, may make an attestation, and holds no token", () => {
  expect(workflow.permissions).toEqual({});
  expect(workflow.jobs["release"]?.needs).toBe("judge");
  expect(workflow.jobs["release"]?.permissions).toMatchObject({ "id-token": "write" });
  expect(workflow.jobs["judge"]?.permissions).toEqual({ contents: "read" });
  expect(workflow.concurrency["cancel-in-progress"]).toBe(false);
  expect(steps.find(({ uses }) => uses?.startsWith("changesets/action"))?.with?.["publish"]).toContain("--provenance");
  expect(JSON.stringify(workflow)).not.toMatch(/secrets\.|NPM_TOKEN|NODE_AUTH_TOKEN/);
});
