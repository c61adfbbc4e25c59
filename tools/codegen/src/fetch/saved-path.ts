import { createHash } from "node:crypto";

const DOCUMENT = /\.(xsd|wsdl|xml)$/i;
const MAX_SEGMENT = 80;
/** Names that Windows keeps for devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * Where the document of an address is saved, relative to the folder of saved documents: `host/path`, in letters that
 * every file system takes. What cannot be told from the name alone (a query, a strange letter) gives a short hash.
 */
export function savedPath(address: string): string {
  const url = new URL(address);
  const host = plain(url.host.replace(":", "_"));
  const segments = url.pathname.split("/").filter((s) => s !== "");
  const last = url.pathname.endsWith("/") ? "index" : (segments.pop() ?? "index");
  // A folder never has the name of a document, so neither stands in the other's way.
  const folders = segments.map((s) => plain(s).replace(DOCUMENT, "$&_"));
  const [, stem = "", ending = ".xml"] = /^(.*?)(\.(?:xsd|wsdl|xml))?$/i.exec(last) ?? [];
  const name = plain(stem) + (url.search === "" ? "" : `_${plain(url.search.slice(1))}`);
  const exact = [host, ...segments, stem].join("/") === [host, ...folders, name].join("/");
  return [host, ...folders, exact ? name + ending : `${name}-${hash(address)}${ending}`].join("/");
}

/** As {@link savedPath}, when another address has that path on a file system that does not tell case. */
export function otherSavedPath(address: string): string {
  return savedPath(address).replace(/(\.\w+)$/, `-${hash(address)}$1`);
}

function plain(segment: string): string {
  const text = segment.replace(/[^A-Za-z0-9._~-]/g, "_").replace(/^\.|\.$/g, "_");
  return (DEVICE.test(text) ? `_${text}` : text).slice(0, MAX_SEGMENT);
}

function hash(address: string): string {
  return createHash("sha256").update(address).digest("hex").slice(0, 8);
}
