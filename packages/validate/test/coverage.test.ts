import { describe, expect, it } from "vitest";
import { evidenceEntries, evidenceForms } from "../scripts/evidence.ts";
import { BOX_FIELDS } from "../src/box-fields.ts";
import { boxNumber } from "../src/boxes.ts";
import { coverage } from "../src/coverage.ts";
import { formBoxes } from "../src/gen/boxes.ts";
import { criterionRows } from "../src/gen/criteria.ts";
import { formMarks } from "../src/gen/marks.ts";
import { type Issue, rules, validateBody } from "../src/index.ts";
import { fieldPath } from "../src/labels.ts";
import { isObject } from "../src/node.ts";
import { cases } from "./cases/all.ts";
import { breakingMessages } from "./support/breaking.ts";
import { ftaLine, type Message } from "./support/cases.ts";
import { filing } from "./support/documents.ts";

const evidence = evidenceEntries();
const checked = coverage.filter((line) => line.rules !== undefined);
const forms = [
  ...new Set([...evidence.keys()].map((entry) => entry.split(".")[0] ?? "").filter((form) => !form.includes(" "))),
];

function issuesOf([operation, body, context]: Message): readonly Issue[] {
  return validateBody(operation, body, context);
}

/** Form → field → rules that report on it in some message of the form. */
function rulesOnFields(form: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const message of breakingMessages(form)) {
    for (const { path, ruleId } of issuesOf(message))
      found.set(fieldPath(path), (found.get(fieldPath(path)) ?? new Set()).add(ruleId));
  }
  return found;
}

/** Form → ids of rules that some message of the form breaks. */
function brokenRules(): ReadonlyMap<string, ReadonlySet<string>> {
  const broken = new Map<string, Set<string>>(forms.map((form) => [form, new Set<string>()]));
  const note = (form: unknown, message: Message): void => {
    for (const { ruleId } of issuesOf(message)) broken.get(String(form))?.add(ruleId);
  };
  for (const form of forms) for (const message of breakingMessages(form)) note(form, message);
  for (const [, message] of cases) note(isObject(message[1]) ? message[1]["docType"] : "", message);
  const lowValue = filing({
    preferences: { preference: [{ areaCode: "X", preferenceType: "1", originCriterion: "RVC" }] },
    importedContentPct: "70",
  });
  note("X", ["applyGoodsFiling", lowValue]);
  note("C", cases.find(([code]) => code === "SIGNERS_MANY")?.[1] ?? ["", {}]);
  return broken;
}

describe("the evidence and the rules", () => {
  it("account for all 697 entries: 541 are checked, for 156 a reason says why not", () => {
    expect({
      evidence: evidence.size,
      lines: coverage.length,
      checked: checked.length,
      reasons: coverage.length - checked.length,
    }).toEqual({
      evidence: 697,
      lines: 697,
      checked: 541,
      reasons: 156,
    });
  });

  it("have a line for every entry of form-rules.json and every row of origin-criteria.csv, with the same text", () => {
    const lines = new Map(coverage.map((line) => [line.entry, line.text]));
    expect([...evidence].filter(([entry, text]) => lines.get(entry) !== text)).toEqual([]);
  });

  it("have no line without an entry", () => {
    expect(coverage.filter((line) => evidence.get(line.entry) !== line.text).map((line) => line.entry)).toEqual([]);
  });

  it("give rules or a reason for each, never both or neither", () => {
    const wrong = coverage.filter(
      (line) =>
        (line.rules === undefined) === (line.reason === undefined) || line.rules?.length === 0 || line.reason === "",
    );
    expect(wrong.map((line) => line.entry)).toEqual([]);
  });

  it("name rules of the registry only", () => {
    const known = new Set(rules.map((rule) => rule.id));
    expect(coverage.flatMap((line) => line.rules ?? []).filter((id) => !known.has(id))).toEqual([]);
  });

  it("agree on which entry a rule takes its evidence from", () => {
    const entries = new Map<unknown, string>(Object.entries(formMarks).map(([entry, mark]) => [mark, entry]));
    const listed = new Set(coverage.flatMap((line) => (line.rules ?? []).map((id) => `${line.entry} ${id}`)));
    const taken = rules.flatMap((rule) =>
      Object.values(rule.findings).flatMap((mark) => (entries.has(mark) ? [`${entries.get(mark)} ${rule.id}`] : [])),
    );
    expect(taken.length).toBeGreaterThan(20);
    expect(taken.filter((pair) => !listed.has(pair))).toEqual([]);
  });

  it("let a message of the form break every rule that an entry names", () => {
    const broken = brokenRules();
    const unbroken = checked.flatMap(({ entry, rules: ids = [] }) => {
      const form = /^(?:origin-criteria )?([A-Z]+)[.:]/u.exec(entry)?.[1] ?? "";
      return ids.filter((id) => broken.get(form)?.has(id) !== true).map((id) => `${entry} ${id}`);
    });
    expect(unbroken).toEqual([]);
  });
});

describe("box numbers", () => {
  it("are those of fields that the rules named for the box report on", () => {
    const lines = new Map(coverage.map((line) => [line.entry, line]));
    for (const form of forms) {
      const found = rulesOnFields(form);
      evidenceForms()
        .find(({ code }) => code === form)
        ?.boxes.forEach((box, index) => {
          const fields = BOX_FIELDS[box.replace(/^\d+ /u, "")] ?? [];
          const reported = [...new Set(fields.flatMap((field) => [...(found.get(field) ?? [])]))].sort();
          const stated = lines.get(`${form}.boxes[${index}]`)?.rules ?? [];
          if (fields.length > 0) expect(stated, `${form} ${box}`).toEqual(reported);
        });
    }
  });

  it("follow the box lists of the evidence", () => {
    for (const [form, boxes] of Object.entries(formBoxes)) {
      for (const [number, title] of boxes) {
        const fields = BOX_FIELDS[title] ?? [];
        const numbers = fields.map((field) => boxNumber(form, field));
        if (fields.length > 0) expect(numbers, `${form} ${title}`).toContain(number);
      }
    }
  });

  it("stand on the issues of a box's fields", () => {
    const [issue] = validateBody("applyPreferentialCertificate", {
      docType: "K",
      creditCode: "1",
      goodsList: { goods: [{ itemNo: 1, hsCode: "62" }] },
    }).filter(({ path }) => fieldPath(path) === "goodsList.goods.hsCode");
    expect(issue?.box).toBe(9);
    expect(
      validateBody("applyPreferentialCertificate", { docType: "K", creditCode: "1" }).find(
        ({ path }) => path === "creditCode",
      )?.box,
    ).toBeUndefined();
  });
});

describe("every row of origin-criteria.csv", () => {
  it.each(criterionRows.map((row) => [row.form, row.code] as const))(
    "is accepted as a criterion: %s %s",
    (form, code) => {
      const written = code.includes("%") ? "45%" : code;
      const found = issuesOf(ftaLine(form, { originCriterion: written })).map((issue) => issue.code);
      if (code === "ACU" || code === "DMI") expect(found).toContain("CRITERION_ADDITION_ALONE");
      expect(found).not.toContain("CRITERION_UNKNOWN");
    },
  );
});
