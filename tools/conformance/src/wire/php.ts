import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Debian's interpreter: the package php-soap belongs to it. */
const PHP = "/usr/bin/php";

/** Whether PHP with its SOAP extension can be asked (Debian: php-cli, php-soap). */
export function hasPhp(): boolean {
  const run = spawnSync(PHP, ["-r", "exit(extension_loaded('soap') ? 0 : 1);"], { stdio: "ignore" });
  return run.status === 0;
}

/** A call of one operation: what was sent and, unless it is one-way, what came back. */
export interface PhpJob {
  readonly wsdl: string;
  readonly version: "1.1" | "1.2";
  readonly operation: string;
  readonly request: Uint8Array;
  readonly response: Uint8Array | null;
}

/** The same messages as PHP writes them after it has read them, or why it did not. */
export type PhpAnswer =
  | { readonly request: Uint8Array; readonly response: Uint8Array | null }
  | { readonly error: string };

interface Line {
  readonly job: number;
  readonly request?: string;
  readonly response?: string | null;
  readonly error?: string;
}

/**
 * Lets PHP read and write again each message. The extension ends its process at some messages; the next process goes on
 * behind them.
 */
export function throughPhp(jobs: readonly PhpJob[], folder: string): PhpAnswer[] {
  const list = join(folder, "php.json");
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
  writeFileSync(
    list,
    JSON.stringify(
      jobs.map((j) => ({
        ...j,
        request: base64(j.request),
        response: j.response === null ? null : base64(j.response),
      })),
    ),
  );
  const answers: PhpAnswer[] = [];
  while (answers.length < jobs.length) {
    const run = spawnSync(
      PHP,
      [
        ...["display_errors=stderr", "html_errors=0", "allow_url_fopen=0", "memory_limit=512M", "precision=17"].flatMap(
          (setting) => ["-d", setting],
        ),
        join(import.meta.dirname, "php_encoded.php"),
        list,
        String(answers.length),
      ],
      {
        encoding: "utf8",
        maxBuffer: 1 << 28,
        timeout: 300_000,
        env: { PATH: process.env["PATH"] ?? "", no_proxy: "*" },
      },
    );
    for (const text of run.stdout.split("\n")) {
      if (!text.startsWith("{")) continue;
      const line = JSON.parse(text) as Line;
      if (line.job === answers.length) answers.push(answerOf(line));
    }
    // What PHP cannot load once it must not try again: it is in no good state afterwards.
    const unread = answers.find((a) => "error" in a && /Parsing (?:WSDL|Schema)/.test(a.error));
    if (unread) return jobs.map(() => unread);
    if (answers.length === 0 && run.signal !== null) return jobs.map(() => ({ error: `ends: ${run.signal}` }));
    if (answers.length < jobs.length) {
      const why = /(?:SOAP-ERROR|Fatal error|Error): *[^\n<"]{1,200}|(?<=<(?:faultstring|env:Text[^>]*)>)[^<]+/.exec(
        run.stdout + run.stderr,
      )?.[0];
      answers.push({ error: `ends: ${why ?? `${run.status ?? run.signal}`}` });
    }
  }
  return answers;
}

function answerOf({ request, response, error }: Line): PhpAnswer {
  if (request === undefined) return { error: error ?? "" };
  const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64"));
  return { request: bytes(request), response: response == null ? null : bytes(response) };
}
