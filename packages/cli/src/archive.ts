import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import { CliError, EXIT } from "./errors.ts";

/** A file of a bundle: its name is shown and matched, and never used as a path. */
export interface BundleFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** What CCPIT sends is small: a key, an address, perhaps documents. */
export const LIMITS: { readonly archiveBytes: number; readonly files: number; readonly fileBytes: number } = {
  archiveBytes: 64 * 1024 * 1024,
  files: 500,
  fileBytes: 1024 * 1024,
};

/** Unpacks a ZIP in memory, AES or the old ZipCrypto; files over the limit are left out. @throws {@link CliError} */
export async function unpack(name: string, archive: Uint8Array, password: string | undefined): Promise<BundleFile[]> {
  configure({ useWebWorkers: false });
  const reader = new ZipReader(new Uint8ArrayReader(archive));
  try {
    const entries = await reader.getEntries();
    if (entries.length > LIMITS.files)
      throw broken(name, `holds more than ${LIMITS.files} files`, `文件超过 ${LIMITS.files} 个`);
    const files: BundleFile[] = [];
    for (const entry of entries) {
      if (entry.directory || entry.uncompressedSize > LIMITS.fileBytes) continue;
      if (entry.encrypted && password === undefined)
        throw new CliError(
          "CLI_ARCHIVE_PASSWORD",
          EXIT.configuration,
          `${name} is protected by a password`,
          `${name} 有密码保护`,
          "--password-file FILE (or - for standard input), or COO_ARCHIVE_PASSWORD; no flag takes a password",
        );
      const content = await entry.getData(new CappedWriter(), {
        checkSignature: true,
        ...(entry.encrypted && password !== undefined ? { password } : {}),
      });
      files.push({ name: entry.filename, content });
    }
    return files;
  } catch (error) {
    if (error instanceof CliError) throw error;
    const why = error instanceof Error ? error.message : "";
    if (/password/i.test(why))
      throw new CliError("CLI_ARCHIVE_PASSWORD", EXIT.configuration, `wrong password for ${name}`, `${name} 密码错误`);
    throw broken(name, `cannot be unpacked (${why})`, `无法解包(${why})`);
  } finally {
    await reader.close();
  }
}

/** Does not believe the size that an archive declares. */
class CappedWriter extends Uint8ArrayWriter {
  #size = 0;

  override async writeUint8Array(chunk: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#size += chunk.byteLength;
    if (this.#size > LIMITS.fileBytes) throw new Error("a file is larger than it says");
    await super.writeUint8Array(chunk);
  }
}

function broken(name: string, message: string, zh: string): CliError {
  return new CliError(
    "CLI_ARCHIVE",
    EXIT.configuration,
    `${name} ${message}`,
    `${name}:${zh}`,
    "unpack it by hand and give the folder: coo init --bundle DIR",
  );
}
