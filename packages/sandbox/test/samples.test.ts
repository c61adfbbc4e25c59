import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodeBody } from "../src/codec/decode.ts";
import { encodeBody } from "../src/codec/encode.ts";
import { createSandbox } from "../src/index.ts";
import { allServices } from "../src/services.ts";
import { operationTable } from "../src/wire/operations.ts";
import { buildXml } from "../src/xml/build.ts";
import { canonicalizeExclusive } from "../src/xml/c14n.ts";
import { childElements, childNamed, type XmlNode } from "../src/xml/node.ts";
import { readXml } from "../src/xml/read.ts";
import { readAnswer, wrap } from "./support/platform.ts";
import { post } from "./support/post.ts";

// The samples of the reference edition, each signed by profile P1 in its own file: judged by bytes we did not write.
const folder = new URL("../../../schemas/2018-07/samples/", import.meta.url);
const operations = operationTable(allServices());
const SETTINGS = { booleans: "true-false", emptyValues: "omit", lineBreaks: "lf" } as const;

function files(message: string, wrong = false): string[] {
  const path = new URL(wrong ? `${message}/wrong/` : `${message}/`, folder);
  return existsSync(path) ? readdirSync(path).filter((name) => name.endsWith(".xml")) : [];
}

function text(message: string, name: string, wrong = false): string {
  return readFileSync(new URL(`${message}/${wrong ? "wrong/" : ""}${name}`, folder), "utf8");
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** White space between tags is layout of the files, not content. */
function withoutLayout(node: XmlNode): XmlNode {
  const elements = childElements(node);
  return { ...node, children: elements.length === 0 ? node.children : elements.map(withoutLayout) };
}

describe.each(operations.all.map((known) => [known.descriptor.name, known] as const))("%s", (name, { descriptor }) => {
  for (const [message, side] of [
    [descriptor.request, "Request"],
    [descriptor.response, "Response"],
  ] as const) {
    const folderName = `${capital(name)}${side}`;
    it.each(files(folderName))(`${side} %s: read and written again, the body is the same`, (file) => {
      const root = readXml(text(folderName, file)).root;
      const body = childNamed(root, "Body") as XmlNode;
      const { value, issues, unknown } = decodeBody(message, body, SETTINGS);
      expect([issues, unknown]).toEqual([[], []]);
      const written = encodeBody(message, value, "Body", SETTINGS);
      expect(written.issues).toEqual([]);
      const again = readXml(buildXml(written.element)).root;
      expect(canonicalizeExclusive(withoutLayout(again))).toBe(canonicalizeExclusive(withoutLayout(body)));
    });
    it.each(files(folderName, true))(`${side} wrong %s: has an issue at the place named`, (file) => {
      const listed = JSON.parse(text(folderName, "wrong.json")) as Record<
        string,
        { path: string; element: string; rule: string }
      >;
      const expected = listed[file];
      expect(expected).toBeDefined();
      const body = childNamed(readXml(text(folderName, file, true)).root, "Body") as XmlNode;
      const { issues, unknown } = decodeBody(message, body, SETTINGS);
      const places = [...issues.map((issue) => issue.field), ...unknown].join("\n");
      if (expected?.path.includes("/Body/")) expect(places).toContain(expected.element);
    });
  }
});

const called = operations.all
  .filter((known) => known.descriptor.direction === "call")
  .map((known) => known.descriptor.name);

describe.each(called)("%s, sent as it stands", (name) => {
  const folderName = `${capital(name)}Request`;
  it.each(files(folderName))("%s passes signature and schema", async (file) => {
    const inner = text(folderName, file).trim();
    const stamp = /<timestamp>(.*?)<\/timestamp>/.exec(inner)?.[1] as string;
    const start = stamp.replace(/^(....)(..)(..)(..)(..)(..)$/, "$1-$2-$3T$4:$5:$6+08:00");
    const sandbox = createSandbox({ clock: { start } });
    const { status, text: answer } = await post(sandbox, wrap(name, inner));
    if (!inner.includes("<providerCode>TEST0001</providerCode>")) {
      // The longest values reach into the head: nobody of that name was admitted.
      expect(answer).toContain("<returnCode>1001</returnCode>");
      return;
    }
    expect(status).toBe(200);
    const { returnCode, returnMessage } = readAnswer(status, answer, "ccpit-demo-key-0001");
    expect(["0000", "3001", "3002", "3003", "3004", "3005", "2002"], returnMessage).toContain(returnCode);
    // What the schema allows is refused with 2002 by rules beyond it only.
    for (const issue of sandbox.journal.entries[0]?.issues ?? [])
      expect(issue.field, issue.message).toMatch(
        /^Body\/(?:docType|branchCode|page|docId|sealApplyId|filingId|enterpriseRegNo|endTime|startTime|change|updatedAfter)/,
      );
  });
});
