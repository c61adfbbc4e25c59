import { execFileSync, spawn } from "node:child_process";
import { closeSync, constants, copyFileSync, ftruncateSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { type Mounted, mount, tryRun } from "./mounts.ts";
import { programIn } from "./program.ts";
import { type FaultRow, judge, pause, scaled, seeded, unless, until } from "./row.ts";
import { openTrialJournal } from "./setting.ts";

const MIB = 2 ** 20;
const IMAGE_MIB = 48;
/** Images taken of one file system before it is made anew. */
const PER_DISK = 10;

/** The disk as it is when the power goes: what was not flushed is not there. */
export const powerRow: FaultRow = {
  no: 4,
  name: "power loss",
  async run({ seed, scale, folder }) {
    const images = scaled(200, scale, 3);
    const random = seeded(seed);
    const sound = await lose(folder, images, random, "");
    if (typeof sound === "string") return { skipped: sound, counts: {}, verdicts: [] };
    // Without flushes something must be missing, or this trial proves nothing.
    const careless = await lose(folder, Math.max(3, Math.round(images / 20)), random, "careless");
    const missing = typeof careless === "string" ? 0 : careless.lost;
    return {
      counts: { ...sound, lost_without_flushes: missing },
      verdicts: judge("4", {
        "enough work": unless(
          sound.images === images && sound.acknowledged >= images * 5,
          `${sound.images} of ${images} images, ${sound.acknowledged} acknowledged`,
        ),
        "0 acknowledged commits lost": unless(sound.lost === 0, `${sound.lost}`),
        "0 unreadable": unless(sound.unreadable === 0, `${sound.unreadable}`),
        "without flushes some are lost": unless(missing > 0, "none: nothing was on trial"),
      }),
    };
  },
};

interface Lost {
  readonly images: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly unreadable: number;
}

async function lose(
  folder: string,
  images: number,
  random: (limit: number) => number,
  how: string,
): Promise<Lost | string> {
  const sum = { images: 0, acknowledged: 0, lost: 0, unreadable: 0 };
  while (sum.images < images) {
    const disk = newDisk(folder);
    if (typeof disk === "string") return disk;
    try {
      const count = Math.min(PER_DISK, images - sum.images);
      for (const image of await takeImages(folder, disk.folder, count, random, how)) {
        const found = await readImage(folder, image, how);
        sum.images++;
        sum.acknowledged += image.acknowledged.size;
        sum.lost += found.lost;
        if (found.isUnreadable) sum.unreadable++;
        rmSync(image.path);
      }
    } finally {
      disk.unmount();
    }
  }
  return sum;
}

/** A file system on a loop device. Its own flushes are put off: only what the program flushes is to be on the disk. */
function newDisk(folder: string): Mounted | string {
  const path = join(folder, "disk.img");
  const fd = openSync(path, "w");
  ftruncateSync(fd, IMAGE_MIB * MIB);
  closeSync(fd);
  return (
    tryRun("mkfs.ext4", ["-q", "-F", path]) ?? mount(join(folder, "disk"), ["-o", "loop,commit=300,noatime", path])
  );
}

interface Image {
  readonly path: string;
  readonly acknowledged: ReadonlySet<string>;
}

async function takeImages(
  trial: string,
  folder: string,
  count: number,
  random: (limit: number) => number,
  how: string,
): Promise<Image[]> {
  const home = join(folder, "journal");
  mkdirSync(home);
  execFileSync("sync", ["-f", folder]);
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", programIn(trial, "loses-power"), home, how],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const acknowledged = new Set<string>();
  createInterface({ input: child.stdout }).on("line", (line) => acknowledged.add(line));
  const images: Image[] = [];
  try {
    await until(() => acknowledged.size > 0, 60_000);
    for (let n = 0; n < count; n++) {
      const before = acknowledged.size;
      await until(() => acknowledged.size >= before + 5, 30_000);
      await pause(random(60));
      child.kill("SIGSTOP");
      await until(() => isStopped(child.pid ?? 0), 10_000);
      // What it said last is read before the disk is.
      for (let size = -1; size !== acknowledged.size; await pause(20)) size = acknowledged.size;
      const path = `${folder}-${n}.img`;
      copyAtRest(join(trial, "disk.img"), path);
      images.push({ path, acknowledged: new Set(acknowledged) });
      child.kill("SIGCONT");
    }
  } finally {
    child.kill("SIGKILL");
    await ended;
  }
  return images;
}

function isStopped(pid: number): boolean {
  const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
  return stat.slice(stat.lastIndexOf(")") + 2).startsWith("T");
}

/** Copies until two copies are alike: then nothing was written between them. */
function copyAtRest(from: string, to: string): void {
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
  for (let tries = 0; tries < 50; tries++) {
    copyFileSync(from, `${to}.again`, constants.COPYFILE_FICLONE);
    const isSame = readFileSync(to).equals(readFileSync(`${to}.again`));
    if (isSame) break;
    copyFileSync(`${to}.again`, to);
  }
  rmSync(`${to}.again`, { force: true });
}

/** Starts from an image, as a machine does after power came back. */
async function readImage(
  folder: string,
  { path, acknowledged }: Image,
  how: string,
): Promise<{ readonly lost: number; readonly isUnreadable: boolean }> {
  const disk = mount(join(folder, "after"), ["-o", "loop", path]);
  if (typeof disk === "string") return { lost: acknowledged.size, isUnreadable: true };
  const home = join(disk.folder, "journal");
  try {
    let isUnreadable = false;
    if (how === "") {
      const journal = await openTrialJournal(home);
      isUnreadable = (await journal.verify()).faults.length > 0;
      await journal.close();
    }
    const db = new DatabaseSync(join(home, "coo.db"));
    const check = db.prepare("pragma integrity_check").get() as { readonly integrity_check: string };
    const keys = new Set(
      db
        .prepare("select bkey from outbox")
        .all()
        .map((row) => String(row["bkey"])),
    );
    db.close();
    return {
      lost: [...acknowledged].filter((key) => !keys.has(key)).length,
      isUnreadable: isUnreadable || check.integrity_check !== "ok",
    };
  } catch {
    return { lost: acknowledged.size, isUnreadable: true };
  } finally {
    disk.unmount();
  }
}
