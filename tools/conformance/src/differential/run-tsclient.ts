import { spawn } from "node:child_process";
import { join } from "node:path";

/** A file for wsdl-tsclient, and the folder it writes to. */
export interface TsclientJob {
  readonly file: string;
  readonly out: string;
}

/**
 * Runs wsdl-tsclient over some files in a process of its own.
 *
 * @param patienceMs - How long it may work on one file.
 * @returns Why it gave up, by file; `null` when it did not.
 */
export async function runTsclient(
  jobs: readonly TsclientJob[],
  patienceMs: number,
): Promise<Map<string, string | null>> {
  const results = new Map<string, string | null>();
  for (let open = [...jobs]; open.length > 0; open = jobs.filter((j) => !results.has(j.file))) {
    const ended = await runSome(open, patienceMs, results);
    const [stuck] = jobs.filter((j) => !results.has(j.file));
    if (stuck) results.set(stuck.file, ended);
  }
  return results;
}

/** Works through `jobs` until one takes too long or ends the process; gives what happened then. */
function runSome(
  jobs: readonly TsclientJob[],
  patienceMs: number,
  results: Map<string, string | null>,
): Promise<string> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, "tsclient-child.ts"), JSON.stringify(jobs)], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    let why = "ended the process";
    const giveUp = (): void => {
      why = `took over ${patienceMs / 1000} s`;
      child.kill("SIGKILL");
    };
    let timer = setTimeout(giveUp, patienceMs);
    let pending = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      pending += text;
      for (let end = pending.indexOf("\n"); end >= 0; end = pending.indexOf("\n")) {
        const line = pending.slice(0, end);
        pending = pending.slice(end + 1);
        if (!line.startsWith("@done ")) continue;
        const { file, error } = JSON.parse(line.slice(6)) as { file: string; error: string | null };
        results.set(file, error);
        clearTimeout(timer);
        timer = setTimeout(giveUp, patienceMs);
      }
    });
    child.on("close", () => {
      clearTimeout(timer);
      done(why);
    });
  });
}
