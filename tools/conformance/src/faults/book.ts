import { createSandbox, type Sandbox, type SandboxOptions } from "@coo/sandbox";

/** A remote that keeps no message numbers: whatever comes twice is applied twice, and its book says so. */
export async function openRemote(
  seed: number,
  options: SandboxOptions = {},
): Promise<{ readonly sandbox: Sandbox; readonly endpoint: string }> {
  const sandbox = createSandbox({ clock: "real", repeats: "apply", seed: `faults/${seed}`, ...options });
  await sandbox.listen();
  return { sandbox, endpoint: sandbox.credentials.endpoint };
}

/** How often the remote has applied each document, by its own book. */
export function bookOf(sandbox: Sandbox): ReadonlyMap<string, number> {
  return new Map(sandbox.control.list({ kind: "document" }).map((row) => [row.id, row.version]));
}

/** What went wrong by the remote's book: acknowledged and not there, or applied more than once. */
export function compareWithBook(
  acknowledged: Iterable<string>,
  book: ReadonlyMap<string, number>,
): { readonly lost: readonly string[]; readonly doubled: readonly string[] } {
  return {
    lost: [...acknowledged].filter((id) => !book.has(id)),
    doubled: [...book].filter(([, times]) => times > 1).map(([id]) => id),
  };
}
