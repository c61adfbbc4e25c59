import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

/** Optimised code is thrown away a few times while an engine learns; a function that never settles does it again and again. */
const MOST = 5;

test("no function of the hot path is optimised and thrown away again and again", () => {
  const out = execFileSync(
    process.execPath,
    [
      "--trace-deopt",
      "--conditions=@coo/source",
      "--disable-warning=ExperimentalWarning",
      fileURLToPath(new URL("hot-path.ts", import.meta.url)),
    ],
    { encoding: "utf8", maxBuffer: 64 << 20 },
  );
  const counts = new Map<string, number>();
  for (const [, name = ""] of out.matchAll(/bailout \(kind: deopt[^\n]*?<JSFunction ([^ >]*)/g))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  expect(out).toContain("deopt");
  expect([...counts].filter(([, count]) => count > MOST)).toEqual([]);
});
