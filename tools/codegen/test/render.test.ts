import { describe, expect, it } from "vitest";
import { comment, patternWords } from "../src/render/doc.ts";
import { Code, literal, property, quote } from "../src/render/literal.ts";
import { ModuleText } from "../src/render/module.ts";
import { wholeRegex } from "../src/render/schemas.ts";
import { fromPattern } from "../src/sample.ts";

describe("literals", () => {
  it("quotes only where needed and escapes what editors hide", () => {
    expect(property("hsCode")).toBe("hsCode");
    expect(property("a-b")).toBe('"a-b"');
    expect(quote('a\u2028\u200b"')).toBe('"a\\u2028\\u200b\\""');
  });

  it("breaks what does not fit and leaves out what is undefined", () => {
    expect(literal({ a: 1, b: undefined, c: new Code("X") })).toBe("{ a: 1, c: X }");
    expect(literal({ long: "x".repeat(60), more: ["y".repeat(60)] })).toBe(
      `{\n  long: "${"x".repeat(60)}",\n  more: ["${"y".repeat(60)}"],\n}`,
    );
  });
});

describe("comments", () => {
  it("cannot be ended or turned into tags by the schema's text", () => {
    expect(comment(["a */ b @deprecated"])).toEqual(["/** a *\\/ b \\@deprecated */"]);
  });

  it("wrap by width, Chinese counting twice, and keep the place in one piece", () => {
    const lines = comment(["字 ".repeat(60).trim(), "XSD a.xsd:1"]);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.at(-2)).toContain("XSD a.xsd:1");
  });

  it("say known patterns in words", () => {
    expect(patternWords("\\d{10}")).toEqual({ zh: "10 位数字", en: "10 digits" });
    expect(patternWords("-?[0-9]{1,19}(\\.[0-9]{1,5})?")?.en).toBe("at most 19 digits before the point and 5 after it");
    expect(patternWords("[a-z]+")).toBeNull();
  });
});

describe("imports", () => {
  it("are sorted, types apart, and give way to names of the module and of each other", () => {
    const module = new ModuleText(["Mine"]);
    expect(module.type("./b.ts", "Mine")).toBe("Mine_2");
    expect(module.type("./a.ts", "Twice")).toBe("Twice");
    expect(module.value("./b.ts", "Twice")).toBe("Twice_2");
    module.type("@coo/soap/gen1", "Open");
    module.push("export {};");
    expect(module.toString("// head")).toBe(
      `// head\nimport type { Open } from "@coo/soap/gen1";\nimport type { Twice } from "./a.ts";\nimport { Twice as Twice_2, type Mine as Mine_2 } from "./b.ts";\n\nexport {};\n`,
    );
  });
});

describe("regular expressions", () => {
  it.each(["a/b//c", "\\/", "[/]", "\n"])("%j becomes a literal that means the same", (source) => {
    const text = wholeRegex(source);
    const body = text.slice(1, text.lastIndexOf("/"));
    expect(new RegExp(body, "v").source).toBe(body);
    expect(text).not.toContain("\n");
  });
});

describe("samples", () => {
  it.each(["\\p{Nd}{10}", "[A-Z]{2}[0-9]+", "(?:a|b)c", "[^\\n\\r]{1,5}", "a?b*c+", "[\\p{L}--[a]]x"])(
    "%s gives a text that it matches",
    (source) => {
      const text = fromPattern(source);
      expect(text).not.toBeNull();
      expect(text).toMatch(new RegExp(`^(?:${source})$`, "v"));
    },
  );

  it("stretches to a wanted length and gives up on what it cannot read", () => {
    expect(fromPattern("[a-z]*", 25)).toHaveLength(25);
    expect(fromPattern("(?=a)b")).toBeNull();
  });
});
