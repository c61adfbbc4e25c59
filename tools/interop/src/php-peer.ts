import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openLines } from "./json-lines.ts";
import type { Peer, PeerAnswer, Shape, SoapVersion } from "./peer.ts";
import { nativeOf, textsOf } from "./texts.ts";

/** Debian's interpreter: the packages php-soap and php-xml belong to it. */
const PHP = "/usr/bin/php";

/** Version of a PHP with its SOAP extension, or `undefined`. */
export function phpVersion(): string | undefined {
  const script = "exit(extension_loaded('soap') && extension_loaded('dom') ? print PHP_VERSION : 1);";
  const run = spawnSync(PHP, ["-r", script], { encoding: "utf8", timeout: 30_000 });
  return /^\d+\.\d+\.\d+/.exec(run.stdout ?? "")?.[0];
}

export interface PhpJob {
  readonly wsdl: string;
  readonly port: string;
  readonly address: string;
  readonly shape: Shape;
  readonly soapVersion: SoapVersion;
  readonly key: string;
}

/** Starts a PHP script, and a folder for the copy of the WSDL it works on. */
export function startPhp(script: "php_peer.php" | "php_server.php" | "php_profile.php"): {
  readonly child: ChildProcessWithoutNullStreams;
  readonly folder: string;
  readonly clean: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), "coo-php-"));
  const child = spawn(PHP, ["-d", "display_errors=stderr", fileURLToPath(new URL(script, import.meta.url))], {
    env: { PATH: process.env["PATH"] ?? "", no_proxy: "*" },
  });
  return { child, folder, clean: () => rmSync(folder, { recursive: true, force: true }) };
}

/** PHP's SoapClient in a process of its own; it signs and verifies with P1 in PHP. */
export async function phpPeer(job: PhpJob): Promise<Peer> {
  const { child, folder, clean } = startPhp("php_peer.php");
  const lines = await openLines("php", child, { ...job, folder }).catch((error: unknown) => {
    clean();
    throw error;
  });
  return {
    async call(request) {
      lines.write({
        operation: request.operation.name,
        head: Object.fromEntries(request.head),
        body: request.bodyText,
        values: textsOf(request.operation.request, request.body, nativeOf),
      });
      const answer = await lines.read();
      if ("error" in answer) throw new Error(String(answer["error"]));
      return answer as unknown as PeerAnswer;
    },
    async close() {
      lines.end();
      clean();
    },
  };
}
