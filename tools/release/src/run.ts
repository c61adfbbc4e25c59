import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** What a command printed, and how it ended. */
export interface Ended {
  readonly status: number;
  readonly output: string;
}

/** Runs a command in `cwd` to its end, whatever that is; `path` replaces where commands are looked for. */
export async function attempt(command: string, args: readonly string[], cwd: string, path?: string): Promise<Ended> {
  const env = { ...environment(), ...(path === undefined ? {} : { PATH: path }) };
  try {
    const { stdout, stderr } = await execute(command, args, { cwd, env, maxBuffer: 64 << 20 });
    return { status: 0, output: stdout + stderr };
  } catch (error) {
    const {
      code,
      stdout = "",
      stderr = "",
      message,
    } = error as Error & {
      readonly code?: number | string;
      readonly stdout?: string;
      readonly stderr?: string;
    };
    return { status: typeof code === "number" ? code : 1, output: `${stdout}${stderr}` || message };
  }
}

/**
 * Runs a command in `cwd`.
 *
 * @returns what it printed.
 * @throws {Error} with the end of what it printed, when it fails.
 */
export async function run(command: string, args: readonly string[], cwd: string, path?: string): Promise<string> {
  const { status, output } = await attempt(command, args, cwd, path);
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}:\n${output.slice(-4000)}`);
  return output;
}

/** Without what npm hands to scripts: a project elsewhere reads its own `.npmrc`. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^npm_(?:config_|package_|lifecycle_)/i.test(name));
  return {
    ...Object.fromEntries(own),
    CI: "true",
    TURBO_TELEMETRY_DISABLED: "1",
    GIT_AUTHOR_NAME: "release drill",
    GIT_AUTHOR_EMAIL: "drill@example.invalid",
    GIT_COMMITTER_NAME: "release drill",
    GIT_COMMITTER_EMAIL: "drill@example.invalid",
  };
}
