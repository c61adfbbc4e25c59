import type { Command } from "./command.ts";
import { arriveCommand } from "./commands/arrive.ts";
import { convertCommand } from "./commands/convert.ts";
import { diffCommand } from "./commands/diff.ts";
import { explainCommand } from "./commands/explain.ts";
import { generateCommand } from "./commands/generate.ts";
import { lintCommand } from "./commands/lint.ts";
import { regenCommand } from "./commands/regen.ts";
import { repoCommand } from "./commands/repo.ts";
import { verifyCommand } from "./commands/verify.ts";

/** All commands. The first one is meant when no name is given. */
export const COMMANDS: readonly [Command, ...Command[]] = [
  generateCommand,
  repoCommand,
  lintCommand,
  diffCommand,
  explainCommand,
  regenCommand,
  verifyCommand,
  convertCommand,
  arriveCommand,
];
