import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore test support is shared by all packages
import { COMPILERS, linkDependencies, typeCheck } from "../../../test/support/compilers.ts";
import { capabilities } from "../src/features/capabilities.ts";
import { FEATURES, readFeatures } from "../src/features/feature.ts";
import { interfacesOf } from "../src/features/interfaces.ts";
import { hasXmlschema, judgeByXmlschema } from "../src/features/judge.ts";
import { type Outcome, runFeature } from "../src/features/run.ts";
import { expectedFailures } from "../src/harness/expected-failures.ts";

const features = readFeatures();
const known = expectedFailures(join(FEATURES, "expected-failures.txt"));
const outcomes = new Map<string, Outcome>();
const later = features.filter((f) => f.kind === "schema" && f.note.version === "1.1" && f.note.state !== "refused");

let out = "";
beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), "coo-features-"));
  linkDependencies(out);
  const jobs = later.map((f) => ({ schema: f.entry, documents: f.cases.map((c) => c.xml) }));
  const judged = hasXmlschema() ? judgeByXmlschema(jobs) : [];
  for (const f of features) outcomes.set(f.name, await runFeature(f, out, judged[later.indexOf(f)]));
}, 300_000);
afterAll(() => {
  rmSync(out, { recursive: true, force: true });
});

describe("every construct, by a folder of its own", () => {
  it.each(features.map((f) => f.name))("%s", (name) => {
    const wrong = outcomes.get(name)?.wrong ?? new Map<string, string>();
    const unexpected = [...wrong].filter(([c]) => !known.has(`${name} ${c}`));
    expect(unexpected).toEqual([]);
    const passing = [...known.keys()].filter((k) => k.startsWith(`${name} `) && !wrong.has(k.slice(name.length + 1)));
    expect(passing, "listed in expected-failures.txt, but passes").toEqual([]);
  });

  it.each(features.filter((f) => f.note.state !== "refused").map((f) => [f.name, f] as const))(
    "types of %s",
    async (name, feature) => {
      const files = outcomes.get(name)?.generated?.files ?? new Map<string, string>();
      await expect(interfacesOf(files)).toMatchFileSnapshot(join(feature.folder, "expected.ts.txt"));
    },
  );

  it("shows each construct with something valid and something that is refused", () => {
    for (const { name, note, kind, cases } of features) {
      if (note.state === "refused") continue;
      expect(
        cases.some((c) => c.refused === null && !c.unenforced),
        `${name}: valid`,
      ).toBe(true);
      const free = kind === "service" || /^builtins\/(?:string|normalizedString|token|anyURI)$/.test(name);
      if (!free)
        expect(
          cases.some((c) => c.refused !== null || c.unenforced),
          `${name}: invalid`,
        ).toBe(true);
    }
  });

  it("lists no failure of a feature that is not there", () => {
    const names = new Set(features.map((f) => f.name));
    expect([...known.keys()].filter((k) => !names.has(k.slice(0, k.indexOf(" "))))).toEqual([]);
  });

  it("are what the published table of capabilities says", () => {
    expect(readFileSync(join(FEATURES, "../../../docs/capabilities.md"), "utf8")).toBe(capabilities(features, known));
  });

  it.each(COMPILERS)(
    "type-check under every strict option on TypeScript %s",
    (version) => {
      expect(existsSync(out)).toBe(true);
      expect(typeCheck(out, ["."], version)).toEqual([]);
    },
    300_000,
  );
});

describe("XML Schema 1.1", () => {
  it.skipIf(!hasXmlschema())(
    "is judged by a validator nobody here wrote (needs the Debian package python3-xmlschema)",
    () => {
      expect(later.length).toBeGreaterThan(10);
    },
  );
});
