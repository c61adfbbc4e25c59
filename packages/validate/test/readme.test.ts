import { readFileSync } from "node:fs";
import { expect, it, vi } from "vitest";
// @boundaries-ignore test support is shared by all packages
import { readmeExample, runExample } from "../../../test/support/readme-example.ts";
import { staleModules } from "../scripts/build-data.ts";
import { isSameText, PER_FORM, renderedReadme } from "../scripts/build-readme.ts";
import { rules, SEVERITY_BY_EVIDENCE, validateBody } from "../src/index.ts";
import { cases } from "./cases/all.ts";
import { breakingMessages } from "./support/breaking.ts";
import { FORMS } from "./support/documents.ts";

const README = new URL("../README.md", import.meta.url);

it("runs the README's example", async () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  const example = readmeExample(README);
  expect(example.split("\n").length).toBeLessThanOrEqual(21);
  await runExample(import.meta.url, example);
  const printed = log.mock.calls.map(([line]) => String(line).split(" ")[0]);
  log.mockRestore();
  expect(printed).toEqual(["destCountryEn", "goodsList.goods[0].netWeight", "goodsList.goods[0].goodsDescription"]);
});

it("has the tables that the rules give", () => {
  expect(isSameText(readFileSync(README, "utf8"), renderedReadme())).toBe(true);
});

it("marks exactly the findings whose severity depends on the form", () => {
  const usual = new Map(
    rules.flatMap((rule) =>
      Object.entries(rule.findings).map(([code, mark]) => [code, SEVERITY_BY_EVIDENCE[mark.evidence]] as const),
    ),
  );
  const messages = [...cases.map(([, bad]) => bad), ...["C", ...FORMS].flatMap((form) => breakingMessages(form))];
  const found = messages.flatMap(([operation, body, context]) => validateBody(operation, body, context));
  const other = new Set<string>(
    found.filter((issue) => issue.severity !== usual.get(issue.code)).map((issue) => issue.code),
  );
  expect([...other].sort()).toEqual([...PER_FORM].sort());
});

it("has the data that the evidence gives", () => {
  expect(staleModules()).toEqual([]);
});
