import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/** Who holds a lease: machine, process and the process's start, so that a reused number is not mistaken for it. */
export function ownOwner(): string {
  return `${hostname()}/${process.pid}/${startOf(process.pid) ?? "0"}`;
}

/**
 * Whether the process behind an owner is known to be alive. One on another machine, or none that can be looked at, is
 * not: then the lease alone decides.
 */
export function isOwnerAlive(owner: string): boolean {
  const [host, pid, start] = owner.split("/");
  if (host !== hostname() || pid === undefined) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const now = startOf(Number(pid));
  return now === undefined || start === "0" || now === start;
}

/** Start of a process in ticks since boot, where the system tells; a zombie counts as gone. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The name in brackets may hold anything, brackets as well.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? "gone" : fields[19];
  } catch {
    return undefined;
  }
}
