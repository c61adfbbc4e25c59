import { DecodeError, decodeElement, encodeElement } from "@coo/soap";
import type { MessageDescriptor } from "@coo/soap/gen1";
import { isXmlError } from "@coo/xml";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryFor } from "./support/arbitrary.ts";
import { EverythingMessage } from "./support/constructs.ts";
import { QueryMessage } from "./support/descriptors.ts";

const NAMES = [
  "id",
  "email",
  "phone",
  "a",
  "n:b",
  "key",
  "x",
  "y",
  "goods",
  "name",
  "remark",
  "list",
  "union",
  "n:party",
  "zz",
];
const TEXTS = [
  "",
  " ",
  "1",
  "true",
  "abc",
  "AAAA",
  "&amp;",
  "2026-01-01",
  "<!-- c -->",
  "<![CDATA[z]]>",
  "&#13;",
  "\n",
];
const ATTRIBUTES = [
  'xsi:nil="true"',
  'xsi:nil="false"',
  'xsi:type="n:Person"',
  'channel="x"',
  'id="q"',
  'version="1"',
  'zz="1"',
  'n:own="1"',
];

/** One textual change of a message: tags dropped, doubled, renamed, swapped; attributes and texts put in. */
const change = fc.oneof(
  fc.record({ k: fc.constant("drop" as const), at: fc.nat() }),
  fc.record({ k: fc.constant("double" as const), at: fc.nat() }),
  fc.record({ k: fc.constant("swap" as const), at: fc.nat() }),
  fc.record({ k: fc.constant("rename" as const), at: fc.nat(), to: fc.constantFrom(...NAMES) }),
  fc.record({ k: fc.constant("insert" as const), at: fc.nat(), to: fc.constantFrom(...NAMES) }),
  fc.record({ k: fc.constant("attribute" as const), at: fc.nat(), to: fc.constantFrom(...ATTRIBUTES) }),
  fc.record({ k: fc.constant("text" as const), at: fc.nat(), to: fc.constantFrom(...TEXTS) }),
);

function apply(xml: string, c: { k: string; at: number; to?: string }): string {
  // Innermost elements, as most of a message is made of.
  const leaves = [...xml.matchAll(/<([\w:.]+)((?:\s[^<>]*)?)>([^<]*)<\/\1>/g)];
  const leaf = leaves[c.at % Math.max(leaves.length, 1)];
  if (!leaf) return xml;
  const [text, name, attributes, content] = leaf as unknown as [string, string, string, string];
  const put = (next: string): string => xml.slice(0, leaf.index) + next + xml.slice(leaf.index + text.length);
  switch (c.k) {
    case "drop":
      return put("");
    case "double":
      return put(text + text);
    case "swap": {
      const other = leaves[(c.at + 1) % leaves.length];
      return other && other.index > leaf.index
        ? xml.slice(0, leaf.index) +
            other[0] +
            xml.slice(leaf.index + text.length, other.index) +
            text +
            xml.slice(other.index + other[0].length)
        : xml;
    }
    case "rename":
      return put(`<${c.to}${attributes}>${content}</${c.to}>`);
    case "insert":
      return put(`${text}<${c.to}>1</${c.to}>`);
    case "attribute":
      return put(`<${name}${attributes} ${c.to}>${content}</${name}>`);
    default:
      return put(`<${name}${attributes}>${c.to}</${name}>`);
  }
}

const element = { name: "Body", ns: "" };
const SCOPE = [
  ["xsi", "http://www.w3.org/2001/XMLSchema-instance"],
  ["n", "urn:q"],
] as const;

function check(descriptor: MessageDescriptor<unknown>, runs: number): { accepted: number; refused: number } {
  let [accepted, refused] = [0, 0];
  fc.assert(
    fc.property(arbitraryFor(descriptor), fc.array(change, { minLength: 1, maxLength: 3 }), (value, changes) => {
      const xml = changes.reduce(apply, encodeElement(descriptor, value, { element }));
      let read: unknown;
      try {
        read = decodeElement(descriptor, xml, { element, namespaces: SCOPE }).value;
      } catch (error) {
        if (!(error instanceof DecodeError) && !isXmlError(error)) throw error;
        refused++;
        if (error instanceof DecodeError) {
          // What is refused strictly is refused with all issues too, and each says where.
          let issues: DecodeError["issues"] = [];
          try {
            decodeElement(descriptor, xml, { element, namespaces: SCOPE, allErrors: true });
          } catch (again) {
            // Reading on may come upon something that is no XML at all.
            if (isXmlError(again)) return;
            if (!(again instanceof DecodeError)) throw again;
            issues = again.issues;
          }
          expect(issues[0]).toEqual(error.issues[0]);
          for (const issue of issues) expect(issue.line).toBeGreaterThan(0);
        }
        return;
      }
      accepted++;
      const again = encodeElement(descriptor, read, { element });
      const back = decodeElement(descriptor, again, { element }).value;
      expect(back).toEqual(read);
      expect(encodeElement(descriptor, back, { element })).toBe(again);
      expect(decodeElement(descriptor, xml, { element, namespaces: SCOPE, strict: false }).value).toEqual(read);
    }),
    { numRuns: runs, seed: 77 },
  );
  return { accepted, refused };
}

describe("whatever is accepted can be written again, whatever is refused says why", () => {
  it("with every construct", () => {
    const { accepted, refused } = check(EverythingMessage, 2500);
    expect(accepted).toBeGreaterThan(200);
    expect(refused).toBeGreaterThan(500);
  });

  it("with a message of this field", () => {
    const { accepted, refused } = check(QueryMessage as MessageDescriptor<unknown>, 1500);
    expect(accepted).toBeGreaterThan(80);
    expect(refused).toBeGreaterThan(300);
  });
});
