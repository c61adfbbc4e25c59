import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("../registry/", import.meta.url));
const PROGRAM = join(PROJECT, "node_modules/verdaccio/bin/verdaccio");
const START_SECONDS = 60;

/** A registry on loopback that starts empty and knows no other: what it serves was published to it. */
export interface Registry {
  readonly url: string;
  /** Lines for an `.npmrc`: our scope comes from here, all else from where npm takes it anyway. */
  readonly npmrc: string;
  stop(): Promise<void>;
}

/**
 * Starts one whose packages lie below `folder`.
 *
 * @throws {Error} when it cannot be installed, or does not answer within a minute.
 */
export async function startRegistry(folder: string): Promise<Registry> {
  install();
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const config = join(folder, "config.yaml");
  writeFileSync(
    config,
    [
      `storage: ${JSON.stringify(join(folder, "storage"))}`,
      "auth:",
      "  htpasswd:",
      `    file: ${JSON.stringify(join(folder, "htpasswd"))}`,
      "web: { enable: false }",
      "uplinks: {}",
      "max_body_size: 100mb",
      "packages:",
      "  '@coo/*': { access: $all, publish: $anonymous }",
      "log: { type: stdout, format: pretty, level: warn }",
      "",
    ].join("\n"),
  );
  const child = spawn(process.execPath, [PROGRAM, "--config", config, "--listen", `127.0.0.1:${port}`], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output = (output + text).slice(-4000);
    });
  }
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  if (!(await answers(`${url}-/ping`, child))) {
    child.kill("SIGKILL");
    throw new Error(`the local registry did not start:\n${output}`);
  }
  return {
    url,
    // It asks nobody's name, but npm does not publish without one.
    npmrc: `@coo:registry=${url}\n//127.0.0.1:${port}/:_authToken=drill\n`,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

function install(): void {
  if (existsSync(PROGRAM)) return;
  const { status, stdout, stderr } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], {
    cwd: PROJECT,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the local registry cannot be installed:\n${stdout}${stderr}`);
}

async function answers(address: string, child: ChildProcess): Promise<boolean> {
  for (let tries = 0; tries < START_SECONDS * 5 && child.exitCode === null; tries++) {
    try {
      if ((await fetch(address)).ok) return true;
    } catch {
      // Not yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
