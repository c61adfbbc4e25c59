import { decodeElement, encodeElement, readPayload, writePayload } from "@coo/soap";
import { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlRegisterInputProvider } from "libxml2-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import { DecodeError } from "../src/errors.ts";
import type { IssueCode } from "../src/issue.ts";
import {
  type GeneratedMessage,
  generatedMessages,
  hasGenerated,
  hasSamples,
  samples,
  schemaBuffers,
} from "./support/generated.ts";

const BODY = { name: "Body", ns: "" };
const HEAD = { name: "Head", ns: "" };

const CODES: Readonly<Record<string, readonly IssueCode[]>> = {
  required: ["required", "choice", "min_occurs"],
  unknown: ["unexpected_element"],
  order: ["unexpected_element", "required"],
  repeated: ["max_occurs", "unexpected_element"],
  maxLength: ["max_length"],
  pattern: ["pattern", "lexical"],
  digits: ["pattern", "total_digits", "fraction_digits"],
  type: ["lexical", "pattern"],
  enumeration: ["enumeration", "max_length"],
  nil: ["nil"],
  minItems: ["required", "min_occurs"],
  namespace: ["unexpected_element", "required"],
};

function kindOf(message: string): "Request" | "Response" {
  return message.endsWith("Request") ? "Request" : "Response";
}

describe.skipIf(!hasGenerated || !hasSamples)(
  "samples of the reference edition (needs packages/msg-* and schemas/2018-07/samples)",
  () => {
    let messages: ReadonlyMap<string, GeneratedMessage>;

    beforeAll(async () => {
      messages = new Map((await generatedMessages()).map((m) => [m.name, m]));
      xmlRegisterInputProvider(new XmlBufferInputProvider(schemaBuffers()));
    });

    const all = hasSamples ? samples() : [];
    const byMessage = Map.groupBy(all, (s) => s.message);

    it.each([...byMessage.keys()])("%s: decode, encode, and libxml2 accepts the result", (message) => {
      using schema = XmlDocument.fromString(
        `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="edition/roots/${message}.xsd"/></xs:schema>`,
        { url: "check.xsd" },
      );
      using validator = XsdValidator.fromDoc(schema);
      const descriptor = messages.get(message)?.descriptor;
      if (!descriptor) throw new Error(`no descriptor for ${message}`);
      for (const sample of (byMessage.get(message) ?? []).filter((s) => !s.wrong)) {
        const payload = readPayload(sample.xml, kindOf(message));
        const options = { element: BODY, namespaces: payload.bodyNamespaces };
        const { value, unknown } = decodeElement(descriptor, payload.bodyText, options);
        expect(unknown).toEqual([]);
        const bodyText = encodeElement(descriptor, value, { element: BODY });
        expect(decodeElement(descriptor, bodyText, { element: BODY }).value, sample.file).toEqual(value);
        expect(
          encodeElement(descriptor, decodeElement(descriptor, bodyText, { element: BODY }).value, { element: BODY }),
        ).toBe(bodyText);
        using written = XmlDocument.fromString(writePayload({ ...payload, bodyText }));
        expect(() => validator.validate(written), `${message}/${sample.file}`).not.toThrow();
      }
    });

    it.each(all.filter((s) => s.wrong).map((s) => [`${s.message}/${s.file}`, s] as const))(
      "refuses %s",
      (_name, sample) => {
        const wrong = sample.wrong as NonNullable<typeof sample.wrong>;
        const kind = kindOf(sample.message);
        const inHead = wrong.path.startsWith(`${kind}/Head`);
        const descriptor = messages.get(inHead ? `${kind}Head` : sample.message)?.descriptor;
        if (!descriptor) throw new Error(`no descriptor for ${sample.message}`);
        const element = inHead ? HEAD : BODY;
        const text = new RegExp(`<${element.name}[ />][^]*?(?:</${element.name}>|/>)`).exec(sample.xml)?.[0] ?? "";
        const start = sample.xml.indexOf(`<${element.name}`);
        const end = sample.xml.indexOf(`</${element.name}>`);
        const exact = end < 0 ? text : sample.xml.slice(start, end + element.name.length + 3);
        let issues: DecodeError["issues"] = [];
        try {
          decodeElement(descriptor, exact, {
            element,
            allErrors: true,
            namespaces: [["xsi", "http://www.w3.org/2001/XMLSchema-instance"]],
          });
        } catch (error) {
          if (!(error instanceof DecodeError)) throw error;
          issues = error.issues;
        }
        expect(issues.length).toBeGreaterThan(0);
        expect(CODES[wrong.rule]).toContain(issues[0]?.code);
        expect(issues.map((i) => i.message + i.element).join()).toContain(wrong.element);
        expect(issues[0]?.line).toBeGreaterThan(0);
      },
    );
  },
);
