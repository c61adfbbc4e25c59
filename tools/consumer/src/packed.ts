import { join } from "node:path";
import { type Published, publishedPackages } from "@coo-tools/release/published";
import { run } from "@coo-tools/release/run";

/** A package as npm would download it. */
export interface Packed {
  readonly published: Published;
  readonly tarball: string;
}

/** Packs every published package of the workspace in `root`, built before, into `folder`. */
export async function packAll(root: string, folder: string): Promise<Packed[]> {
  const packed: Packed[] = [];
  for (const published of publishedPackages(root)) {
    await run("pnpm", ["pack", "--pack-destination", folder], published.folder);
    const file = `${published.name.replace("@", "").replace("/", "-")}-${published.version}.tgz`;
    packed.push({ published, tarball: join(folder, file) });
  }
  return packed;
}
