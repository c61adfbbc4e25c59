import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";

/**
 * Unpacks the plain files of a gzipped tar archive.
 *
 * @throws Error for a path that leaves `folder`.
 */
export function unpack(archive: string, folder: string): void {
  const bytes = gunzipSync(readFileSync(archive));
  let longName = "";
  for (let at = 0; at + 512 <= bytes.length; ) {
    const field = (from: number, size: number): string => {
      const raw = bytes.subarray(at + from, at + from + size);
      const end = raw.indexOf(0);
      return raw.subarray(0, end < 0 ? size : end).toString("utf8");
    };
    const name = field(0, 100);
    if (name === "") break;
    const prefix = field(257, 5) === "ustar" ? field(345, 155) : "";
    const size = Number.parseInt(field(124, 12).trim() || "0", 8);
    const kind = field(156, 1);
    const body = bytes.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
    if (kind === "L") {
      longName = body.toString("utf8").replace(/\0.*$/s, "");
    } else if (kind === "x") {
      longName = /(?:^|\n)\d+ path=([^\n]*)\n/.exec(body.toString("utf8"))?.[1] ?? "";
    } else {
      const path = longName !== "" ? longName : prefix === "" ? name : `${prefix}/${name}`;
      longName = "";
      if (kind !== "0" && kind !== "") continue;
      if (path.split("/").includes("..") || path.startsWith("/")) throw new Error(`${archive}: the path ${path}`);
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, body);
    }
  }
}
