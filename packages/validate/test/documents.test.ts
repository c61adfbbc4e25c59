import { expect, it } from "vitest";
import { validateBody } from "../src/index.ts";
import { FORMS, filing, general, preferential, sealApplication } from "./support/documents.ts";

it("finds nothing in a good general certificate", () => {
  expect(validateBody("applyGeneralCertificate", general())).toEqual([]);
});

it.each(FORMS.filter((form) => form !== "G"))("finds nothing in a good certificate of form %s", (form) => {
  expect(validateBody("applyPreferentialCertificate", preferential(form))).toEqual([]);
});

it("finds only the doubt about its issuer in a good Form A", () => {
  expect(validateBody("applyPreferentialCertificate", preferential("G")).map((issue) => issue.code)).toEqual([
    "FORM_ISSUER",
  ]);
});

it("finds nothing in a good goods filing", () => {
  expect(validateBody("applyGoodsFiling", filing())).toEqual([]);
});

it("finds nothing in a good seal application", () => {
  expect(validateBody("applySealSignature", sealApplication())).toEqual([]);
});
