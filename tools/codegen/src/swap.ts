import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { CodegenError } from "./errors.ts";

/** A folder that takes the place of another, all in one parent, so that renaming suffices. */
export interface Swap {
  readonly place: string;
  /** The complete new folder; not there when `place` only goes away. */
  readonly fresh: string;
  /** Where the old folder waits until all others are in place. */
  readonly old: string;
  readonly goes: boolean;
}

/** The swap of one folder. */
export function swapOf(place: string, goes: boolean): Swap {
  const beside = (kind: string): string => join(dirname(place), `.coo-${kind}-${basename(place)}`);
  return { place, fresh: beside("new"), old: beside("old"), goes };
}

/**
 * Puts all new folders in place, or none: once the journal is there, a run that is killed is completed by
 * {@link finishSwaps}; when a folder cannot be moved, those that were are moved back.
 *
 * @param journal - File that says what is being done; in an existing folder.
 * @throws Error of the file system; then all folders are as they were.
 */
export function swapAll(journal: string, swaps: readonly Swap[]): void {
  const base = dirname(journal);
  const entries = swaps.map((s) => ({ place: relative(base, s.place), goes: s.goes }));
  writeFileSync(`${journal}.tmp`, `${JSON.stringify({ swaps: entries })}\n`);
  renameSync(`${journal}.tmp`, journal);
  const done: Swap[] = [];
  try {
    for (const swap of swaps) {
      done.push(swap);
      forward(swap);
    }
  } catch (error) {
    for (const swap of done.reverse()) back(swap);
    rmSync(journal, { force: true });
    for (const { fresh } of swaps) rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
  clean(journal, swaps);
}

/**
 * Completes what a killed run had begun: all its folders were ready.
 *
 * @returns Whether there was something to complete.
 */
export function finishSwaps(journal: string): boolean {
  rmSync(`${journal}.tmp`, { force: true });
  if (!existsSync(journal)) return false;
  const swaps = readJournal(journal);
  for (const swap of swaps) forward(swap);
  clean(journal, swaps);
  return true;
}

/** Steps that are done already are not done again. */
function forward({ place, fresh, old, goes }: Swap): void {
  if (goes) {
    if (existsSync(place)) renameSync(place, old);
  } else if (existsSync(fresh)) {
    if (existsSync(place)) {
      rmSync(old, { recursive: true, force: true });
      renameSync(place, old);
    }
    renameSync(fresh, place);
  }
}

function back({ place, fresh, old, goes }: Swap): void {
  if (!existsSync(old)) return;
  if (!goes && existsSync(place)) renameSync(place, fresh);
  renameSync(old, place);
}

/** The journal goes last: as long as it is there, everything can be done again. */
function clean(journal: string, swaps: readonly Swap[]): void {
  for (const { old } of swaps) rmSync(old, { recursive: true, force: true });
  rmSync(journal, { force: true });
}

function readJournal(journal: string): Swap[] {
  try {
    const { swaps } = JSON.parse(readFileSync(journal, "utf8")) as { swaps: { place: string; goes: boolean }[] };
    return swaps.map(({ place, goes }) => swapOf(resolve(dirname(journal), place), goes));
  } catch (cause) {
    throw new CodegenError(
      {
        code: "GEN_WRITE",
        message: `${journal} is no journal of this tool`,
        messageZh: `${journal} 不是本工具的日志文件`,
        advice: "remove it",
        adviceZh: "请删除该文件",
      },
      [],
      cause,
    );
  }
}
