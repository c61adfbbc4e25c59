// Runs wsdl-tsclient over a list of files, one after the other, and prints a line when each is done: it is another
// program's code, which may take forever or end the process.
import { parseAndGenerate } from "wsdl-tsclient";
import type { TsclientJob } from "./run-tsclient.ts";

for (const job of JSON.parse(process.argv[2] ?? "[]") as TsclientJob[]) {
  let error: string | null = null;
  try {
    await parseAndGenerate(job.file, job.out, { quiet: true, maxRecursiveDefinitionName: 1000 });
  } catch (cause) {
    error = cause instanceof Error ? cause.message : String(cause);
  }
  process.stdout.write(`\n@done ${JSON.stringify({ file: job.file, error })}\n`);
}
