import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

// A second implementation proves something only while it shares nothing with the first.
const source = new URL("../src/", import.meta.url);
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));

it("imports nothing of @coo/xml and @coo/sign, and of @coo/soap only types of gen1", () => {
  const wrong: string[] = [];
  for (const file of files) {
    const text = readFileSync(new URL(file, source), "utf8");
    for (const [statement, kind, from] of text.matchAll(/(import|export)\s(?:[^;"']*?\sfrom\s)?["']([^"']+)["']/g)) {
      const typesOnly = new RegExp(`^${String(kind)}\\s+type\\s`).test(statement);
      const allowed =
        !String(from).startsWith("@coo/") ||
        /^@coo\/(?:msg-\w+(?:\/\d{4}-\d{2}[\w-]*)?(?:\/labels)?|certificate-pdf)$/.test(String(from)) ||
        (from === "@coo/soap/gen1" && typesOnly);
      if (!allowed) wrong.push(`${file}: ${statement}`);
    }
    for (const [, from] of text.matchAll(/import\("([^"]+)"\)/g))
      if (from !== "@coo/certificate-pdf") wrong.push(`${file}: ${from}`);
  }
  expect(files.length).toBeGreaterThan(40);
  expect(wrong).toEqual([]);
});
