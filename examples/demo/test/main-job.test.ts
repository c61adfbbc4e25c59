import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readApplications } from "../src/applications.ts";
import { runMainJob } from "../src/main-job.ts";
import { Steps } from "../src/steps.ts";

const APPLICATIONS = fileURLToPath(new URL("../applications", import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "coo demo 演示-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

it("runs all 18 interfaces and writes four PDF files", async () => {
  const steps = new Steps(() => {});
  await runMainJob({ applications: readApplications(APPLICATIONS), out: folder, port: 0 }, steps);
  expect(steps.interfaces).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
  expect(readdirSync(folder).sort()).toEqual([
    "certificate-general.pdf",
    "certificate-preferential.pdf",
    "preview-general.pdf",
    "preview-preferential.pdf",
  ]);
});

it("says which application file cannot be used", () => {
  expect(() => readApplications(folder)).toThrow(/enterprise\.json/);
  writeFileSync(join(folder, "enterprise.json"), "[1]");
  expect(() => readApplications(folder)).toThrow(/不是 JSON 对象/);
});

it("stops before sending when an application breaks a rule", async () => {
  const applications = readApplications(APPLICATIONS);
  const general = { ...applications.general, currency: "US DOLLAR" };
  await expect(
    runMainJob({ applications: { ...applications, general }, out: folder, port: 0 }, new Steps(() => {})),
  ).rejects.toMatchObject({
    code: expect.stringMatching(/^CLIENT_(INVALID|BUSINESS)$/),
  });
});
