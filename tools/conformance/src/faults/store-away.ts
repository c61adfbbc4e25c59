import { mkdirSync, renameSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { isJournalError } from "@coo/journal";
import type { PushRequest } from "@coo/receiver";
import { result } from "./application.ts";
import { answerTo, Besieged } from "./besieged-receiver.ts";
import { mount, tryRun } from "./mounts.ts";
import { recordPushes } from "./pushes.ts";
import { type FaultRow, judge, scaled, unless } from "./row.ts";
import { openTrialJournal } from "./setting.ts";

/** Pushes before, during and after each trouble. */
const EACH = 8;

interface Trouble {
  readonly name: string;
  /** Where the journal lies. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  begin(): void;
  end(): void;
}

/** The store cannot take anything: no success may leave, and all goes on when it is back. */
export const awayRow: FaultRow = {
  no: 18,
  name: "the store is away",
  async run({ seed, scale, folder }) {
    const rounds = scaled(20, scale, 1);
    const forbidden: string[] = [];
    const shim = join(folder, "disk-fault.so");
    const source = join(import.meta.dirname, "disk-fault.c");
    const noShim = tryRun("gcc", ["-shared", "-fPIC", "-O1", "-o", shim, source, "-ldl"]);
    if (noShim !== undefined) forbidden.push(`EIO and read-only: ${noShim}`);
    const tmpfs = mount(join(folder, "small"), ["-t", "tmpfs", "-o", "size=4m", "tmpfs"]);
    if (typeof tmpfs === "string") forbidden.push(`full disk: ${tmpfs}`);
    const counts: Record<string, number> = {};
    const wrong: Record<string, string[]> = { success: [], other: [], before: [], after: [], lost: [], restart: [] };
    let refused = 0;
    try {
      for (let round = 0; round < rounds; round++) {
        const place = (name: string): string => join(folder, `${name}-${round}`);
        const troubles: Trouble[] = [
          ...(typeof tmpfs === "string" ? [] : [fullDisk(join(tmpfs.folder, `round-${round}`))]),
          ...(noShim === undefined
            ? [faulty("sync", place("sync"), shim), faulty("read-only", place("read-only"), shim)]
            : []),
          deleted(place("deleted")),
          locked(place("locked")),
        ];
        for (const trouble of troubles) {
          const requests = await recordPushes(
            Array.from({ length: 3 * EACH }, (_, n) => result(`${trouble.name}-${round}-${n}`)),
            seed + round,
          );
          const found = await play(folder, trouble, requests);
          refused += found.refused;
          counts[trouble.name] = (counts[trouble.name] ?? 0) + found.refused;
          for (const [kind, text] of Object.entries(found.wrong))
            if (text !== null) wrong[kind]?.push(`${trouble.name}: ${text}`);
          rmSync(trouble.folder, { recursive: true, force: true });
        }
      }
    } finally {
      if (typeof tmpfs !== "string") tmpfs.unmount();
    }
    const told = (kind: string): string | null =>
      unless(wrong[kind]?.length === 0, (wrong[kind] ?? []).slice(0, 3).join("; "));
    const kinds = 5 - (noShim === undefined ? 0 : 2) - (typeof tmpfs === "string" ? 1 : 0);
    return {
      ...(forbidden.length > 0 ? { skipped: forbidden.join("; ") } : {}),
      counts: { rounds, refused_with_503: refused, ...counts },
      verdicts: judge("18", {
        "enough work": unless(refused === rounds * kinds * EACH, `${refused} of ${rounds * kinds * EACH} refused`),
        "pushes are taken before": told("before"),
        "never a success while it is away": told("success"),
        "503 each time": told("other"),
        "pushes are taken when it is back": told("after"),
        "nothing acknowledged is lost": told("lost"),
        "it starts again in good order": told("restart"),
      }),
    };
  },
};

async function play(
  trial: string,
  trouble: Trouble,
  requests: readonly PushRequest[],
): Promise<{ readonly refused: number; readonly wrong: Readonly<Record<string, string | null>> }> {
  mkdirSync(trouble.folder, { recursive: true });
  const [first, second, third] = [0, 1, 2].map((n) => requests.slice(n * EACH, (n + 1) * EACH)) as [
    PushRequest[],
    PushRequest[],
    PushRequest[],
  ];
  let receiver = await Besieged.start(trial, trouble.folder, { COO_TRIAL_BUSY_MS: "300", ...trouble.env });
  const all = async (some: readonly PushRequest[]): Promise<("taken" | number)[]> => {
    const answers: ("taken" | number)[] = [];
    for (const one of some) answers.push(await answerTo(receiver.port, one));
    return answers;
  };
  const before = await all(first);
  trouble.begin();
  const during = await all(second);
  trouble.end();
  const after = await all([...second, ...third]);
  await receiver.stop();
  let restart: string | null = null;
  let lost = 0;
  try {
    receiver = await Besieged.start(trial, trouble.folder, trouble.env);
    // Known already: a repeat is a success, and counted.
    const again = await all(requests);
    await receiver.stop();
    if (again.some((one) => one !== "taken")) restart = `answers ${again.join(" ")}`;
    const journal = await openTrialJournal(trouble.folder);
    const { inbox, duplicates } = await journal.status();
    const { faults } = await journal.verify();
    await journal.close();
    const rows = inbox.reduce((sum, one) => sum + one.rows, 0);
    // The repeats after the restart are as many as there are pushes; any that was not known was lost.
    lost = requests.length - duplicates;
    if (rows !== requests.length || faults.length > 0) restart ??= `${rows} rows, ${faults.length} faults`;
  } catch (error) {
    restart = isJournalError(error) ? error.message : String(error);
  }
  return {
    refused: during.filter((one) => one === 503).length,
    wrong: {
      before: unless(
        before.every((one) => one === "taken"),
        before.join(" "),
      ),
      success: unless(!during.includes("taken"), during.join(" ")),
      other: unless(
        during.every((one) => one === 503),
        during.join(" "),
      ),
      after: unless(
        after.every((one) => one === "taken"),
        after.join(" "),
      ),
      lost: unless(lost === 0, `${lost} of ${requests.length}`),
      restart,
    },
  };
}

function fullDisk(folder: string): Trouble {
  const filler = join(folder, "filler");
  return {
    name: "disk_full",
    folder,
    env: {},
    begin() {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filler, Buffer.alloc(bavail * bsize));
    },
    end: () => rmSync(filler),
  };
}

function faulty(mode: "sync" | "read-only", folder: string, shim: string): Trouble {
  const file = `${folder}.fault`;
  return {
    name: mode === "sync" ? "EIO_on_sync" : "read_only",
    folder,
    env: { LD_PRELOAD: shim, COO_DISK_FAULT: file },
    begin: () => writeFileSync(file, mode),
    end: () => rmSync(file),
  };
}

function deleted(folder: string): Trouble {
  const path = join(folder, "coo.db");
  return {
    name: "file_deleted",
    folder,
    env: {},
    // Out of sight, and brought back by somebody with a copy.
    begin: () => renameSync(path, `${path}.away`),
    end: () => renameSync(`${path}.away`, path),
  };
}

function locked(folder: string): Trouble {
  let other: DatabaseSync | undefined;
  return {
    name: "second_owner",
    folder,
    env: {},
    begin() {
      other = new DatabaseSync(join(folder, "coo.db"));
      other.exec("begin immediate");
    },
    end() {
      other?.exec("rollback");
      other?.close();
    },
  };
}
