import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { LEDGER, type Ledger, ledgerText, readLedger } from "../src/regen/ledger.ts";
import { VERSIONS, versionsTable, withReleasedVersions } from "../src/regen/versions.ts";
import { regen, smallRepo, writeEdition } from "./support/regen-repo.ts";

const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

const NAMES = ["common", "a", "b"];
const read = (root: string, file: string): string => readFileSync(join(root, file), "utf8");
const rowOf = (table: string, edition: string): string =>
  table.split("\n").find((l) => l.includes(`\`${edition}\``)) ?? "";

/** What `release:version` does: changesets are consumed, versions raised, and the versions noted. */
function release(root: string, version: string): void {
  const folder = join(root, ".changeset");
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  for (const name of NAMES) {
    const file = `packages/msg-${name}/package.json`;
    writeFileSync(join(root, file), read(root, file).replace(/"version": "[^"]*"/, `"version": "${version}"`));
  }
  const ledger = withReleasedVersions(root, readLedger(root) as Ledger);
  writeFileSync(join(root, LEDGER), ledgerText(ledger));
  writeFileSync(join(root, VERSIONS), versionsTable(root, ledger));
}

describe("editions by versions of packages", () => {
  it("are noted release by release: first with the edition, as default, and gone", async () => {
    const root = smallRepo("1.4.0");
    roots.push(root);
    await regen(root, "announce", "2020-01", "--today", "2020-01-01");
    expect(rowOf(read(root, VERSIONS), "2020-01")).toMatch(
      /^\| `2020-01` \| 默认 default \| – \| ≥ 1\.4\.0,默认 default 1\.4\.0 \|/,
    );

    writeEdition(root, "2021-01", { code: '<xs:maxLength value="8"/>', manifest: { effectiveDate: "2021-01-01" } });
    await regen(root, "announce", "2021-01", "--today", "2020-06-01");
    expect(rowOf(read(root, VERSIONS), "2021-01")).toBe(
      "| `2021-01` | 已公布 announced | 2021-01-01 | 下一版 next | 下一版 next | 下一版 next |",
    );
    release(root, "1.5.0");
    expect(rowOf(read(root, VERSIONS), "2021-01")).toContain("| ≥ 1.5.0 |");

    await regen(root, "adopt", "2021-01", "--today", "2021-01-01");
    expect(rowOf(read(root, VERSIONS), "2021-01")).toContain("| 默认 default | 2021-01-01 | ≥ 1.5.0 |");
    release(root, "2.0.0");
    expect(rowOf(read(root, VERSIONS), "2021-01")).toContain("≥ 1.5.0,默认 default 2.0.0");
    // A release notes nothing that regen would write otherwise, and later versions change nothing.
    expect((await regen(root, "adopt", "2021-01", "--today", "2021-01-02", "--check")).code).toBe(0);
    release(root, "2.1.0");
    expect(rowOf(read(root, VERSIONS), "2021-01")).toContain("≥ 1.5.0,默认 default 2.0.0");

    const manifest = "schemas/2020-01/manifest.json";
    writeFileSync(join(root, manifest), read(root, manifest).replace('"edition"', '"sunset": "2022-01-01", "edition"'));
    expect((await regen(root, "retire", "2020-01", "--today", "2022-02-01")).code).toBe(0);
    release(root, "3.0.0");
    expect(rowOf(read(root, VERSIONS), "2020-01")).toContain(
      "| 已停用 retired | – | ≥ 1.4.0 < 3.0.0,默认 default 1.4.0 |",
    );
  });

  it("of a pre-release are not noted", async () => {
    const root = smallRepo("0.0.0-preview-20210101000000");
    roots.push(root);
    await regen(root, "announce", "2020-01", "--today", "2020-01-01");
    expect(readLedger(root)?.editions["2020-01"]?.versions).toBeUndefined();
    expect(read(root, VERSIONS)).toContain("下一版 next");
  });
});
