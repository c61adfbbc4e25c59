import { decodeXml, isXmlError } from "@coo/xml";
import { describe, expect, it } from "vitest";
import { LIBXML_EXPECTED, W3C_EXPECTED } from "./expected-failures.ts";
import { dump, dumpByLibxml } from "./libxml.ts";
import { type SuiteCase, suiteCases, withoutDoctype } from "./w3c-suite.ts";

const cases = suiteCases();
const texts = new Map(cases.map((item) => [item, textOf(item)]));
const hasDoctype = (item: SuiteCase): boolean => {
  const text = texts.get(item);
  return text !== undefined && withoutDoctype(text) !== undefined;
};

describe("the W3C XML conformance suite", () => {
  it("has its 1017 documents that are not well-formed, and refuses each", () => {
    const documents = cases.filter((item) => item.type === "not-wf");
    expect(documents.length).toBe(1017);
    expect(documents.filter((item) => refusal(item.bytes) === undefined).map((item) => item.id)).toEqual([]);
  });

  it("refuses each DOCTYPE of a well-formed document with XML_DTD", () => {
    const documents = cases.filter((item) => item.type !== "not-wf" && hasDoctype(item));
    expect(documents.length).toBeGreaterThan(890);
    expect(documents.filter((item) => refusal(item.bytes) !== "XML_DTD").map((item) => item.id)).toEqual([]);
  });

  it("reads each well-formed document without DOCTYPE as libxml2 does", () => {
    const documents = cases.filter((item) => /^(?:valid|invalid)$/.test(item.type) && !hasDoctype(item));
    expect(documents.length).toBeGreaterThan(70);
    const wrong: Record<string, string> = {};
    for (const item of documents) {
      const found = refusal(item.bytes);
      if (found !== undefined) wrong[item.id] = found;
      else expect(dump(item.bytes), item.id).toEqual(dumpByLibxml(item.bytes));
    }
    expect(Object.keys(wrong).sort()).toEqual(Object.keys(W3C_EXPECTED).sort());
  });

  it("agrees with libxml2 on every document whose DOCTYPE is cut out", () => {
    let same = 0;
    let refused = 0;
    const wrong: string[] = [];
    for (const item of cases) {
      const text = texts.get(item);
      const cut = text === undefined ? undefined : withoutDoctype(text);
      if (cut === undefined) continue;
      const ours = attempt(() => dump(cut));
      const theirs = attempt(() => dumpByLibxml(new TextEncoder().encode(cut)));
      if (JSON.stringify(ours) !== JSON.stringify(theirs)) wrong.push(item.id);
      else if (ours === undefined) refused++;
      else same++;
    }
    expect(wrong).toEqual(Object.keys(LIBXML_EXPECTED));
    expect(same).toBeGreaterThan(1200);
    expect(refused).toBeGreaterThan(400);
  });
});

function textOf(item: SuiteCase): string | undefined {
  return attempt(() => decodeXml(item.bytes).text);
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

/** The code of the error; `undefined` when the document is accepted. Other errors than ours are not refusals. */
function refusal(bytes: Uint8Array): string | undefined {
  try {
    dump(bytes);
    return undefined;
  } catch (error) {
    if (!isXmlError(error)) throw error;
    return error.code;
  }
}
