// Writes generated folders and kills itself at the Nth operation on files: `killed-write.mjs ROOT TEXT N HALF`.
// A file that is being written when the kill comes gets half of its text with HALF "half".
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const [root, text, at, half] = process.argv.slice(2);
let count = 0;
for (const name of ["writeFileSync", "renameSync", "rmSync", "mkdirSync"]) {
  const real = fs[name];
  fs[name] = (...args) => {
    if (++count === Number(at)) {
      if (name === "writeFileSync" && half === "half") real(args[0], String(args[1]).slice(0, 20));
      process.kill(process.pid, "SIGKILL");
    }
    return real(...args);
  };
}
syncBuiltinESMExports();
const { generated, FOLDERS, GONE } = await import("./generated-folders.ts");
const { write } = await import("../../src/write.ts");
const single = process.env.COO_SINGLE === "1";
if (single)
  write(
    root,
    [""],
    new Map([
      ["a.ts", generated(text)],
      ["b/c.ts", generated(text)],
    ]),
  );
else
  write(
    root,
    FOLDERS,
    new Map(
      FOLDERS.flatMap((f) => [
        [`${f}/a.ts`, generated(text)],
        [`${f}/b.ts`, generated(text)],
      ]),
    ),
    GONE,
  );
process.stdout.write(`${count}\n`);
