import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openJournal, pgStore } from "@coo/journal";
import { Client } from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
// @boundaries-ignore test support is shared by all packages
import { type Postgres, postgresBin, startPostgres } from "../../../test/support/postgres.ts";
import { run } from "../src/index.ts";

const GUIDES = ["production.md", "production.en.md"];

/** Blocks of a language in a guide. */
function blocks(guide: string, language: string): string[] {
  const text = readFileSync(new URL(`../../../docs/${guide}`, import.meta.url), "utf8");
  return [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map(([, body]) => body ?? "");
}

async function server(settings: readonly string[] = []): Promise<Postgres> {
  const started = await startPostgres(settings);
  onTestFinished(() => started.stop());
  return started;
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "coo-guide-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

it("says the same in both languages", () => {
  const [zh, en] = GUIDES as [string, string];
  const plain = (guide: string): string[] => blocks(guide, "sql").map((sql) => sql.replaceAll(/--.*$/gm, ""));
  expect(blocks(zh, "sh")).toEqual(blocks(en, "sh"));
  expect(plain(zh)).toEqual(plain(en));
});

describe.skipIf(postgresBin() === undefined)("the production guide", () => {
  it("gives commands that work, in their order", async () => {
    const url = (await server()).database("coo");
    const home = folder();
    const keyFile = join(home, "key");
    writeFileSync(keyFile, "a key of the guide", { mode: 0o600 });
    const env = { COO_KEY_FILE: keyFile };
    const lines = blocks(GUIDES[0] as string, "sh").flatMap((block) => block.trim().split("\n"));
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) {
      const own = line.replaceAll("postgres://coo@db/coo", url).replaceAll("/backup", home);
      const [program, ...args] = own.split(" ") as [string, ...string[]];
      if (program !== "coo") {
        execFileSync(join(postgresBin() as string, program), args, { stdio: "pipe" });
        continue;
      }
      let told = "";
      const io = {
        out: (text: string) => void (told += text),
        err: (text: string) => void (told += text),
        env,
        cwd: home,
      };
      expect([line, await run(args, io), told]).toEqual([line, 0, expect.any(String)]);
    }
    const client = new Client({ connectionString: url });
    await client.connect();
    onTestFinished(() => client.end());
    for (const sql of blocks(GUIDES[0] as string, "sql")) await client.query(sql);
  }, 240_000);

  it("asks about everything that is open after a restore, before anything is sent", async () => {
    const url = (await server()).database("coo");
    const journal = await openJournal({ store: url });
    await journal.enqueue({ tenant: "P1", op: "apply", key: "D-1", content: new Uint8Array([1]) });
    await journal.close();
    let out = "";
    const io = { out: (text: string) => void (out += text), err: () => {}, env: { COO_JOURNAL_STORE: url } };
    expect(await run(["journal", "restored", "--json"], io)).toBe(0);
    expect(JSON.parse(out).data).toEqual({ rows: 1 });
    out = "";
    await run(["journal", "status", "--json"], io);
    expect(JSON.parse(out).data.outbox).toMatchObject([{ state: "in_doubt", rows: 1 }]);
  }, 120_000);

  it.each([
    { mode: "off", loses: true },
    { mode: "on", loses: false },
  ])(
    "loses what it acknowledged when killed: synchronous_commit = $mode: $loses",
    async ({ mode, loses }) => {
      const own = await server([`synchronous_commit=${mode}`, "wal_writer_delay=2000"]);
      const url = own.database("coo");
      if (loses) await expect(pgStore({ url })).rejects.toMatchObject({ code: "JOURNAL_OPTIONS" });
      const client = new Client({ connectionString: url });
      client.on("error", () => {});
      await client.connect();
      await client.query("create table t(n int); checkpoint");
      let acknowledged = 0;
      const until = performance.now() + 400;
      while (performance.now() < until || acknowledged < 20) {
        await client.query("insert into t values(1)");
        acknowledged++;
      }
      await own.kill();
      await client.end().catch(() => {});
      await own.start();
      const again = new Client({ connectionString: url });
      await again.connect();
      const found = await again.query("select count(*)::int as n from t").catch(() => ({ rows: [{ n: 0 }] }));
      const lost = acknowledged - Number((found.rows[0] as { n: number }).n);
      await again.end();
      expect(lost > 0, `${lost} of ${acknowledged}`).toBe(loses);
    },
    120_000,
  );
});
