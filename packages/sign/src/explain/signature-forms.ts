import { fromBase64, fromHex, toHex } from "../encoding.ts";

/** A received signature, read in whatever form it has. */
export interface ReceivedSignature {
  /** The digest it stands for. */
  readonly digest: Uint8Array;
  /** The signature freed of what transport added. */
  readonly text: string;
  /** Whether transport had added something. */
  readonly wrapped: boolean;
  /** Name of the form. */
  readonly shape: string;
}

const SIZES = [16, 20, 32, 64];

/** Reads hex, base64 and their usual distortions; `undefined` for anything else. */
export function readSignature(signature: string): ReceivedSignature | undefined {
  if (signature.length > 1000) return undefined;
  const direct = readPlain(signature);
  if (direct !== undefined) return { ...direct, text: signature, wrapped: false };
  for (const text of unwrapped(signature)) {
    const inner = text === signature ? undefined : readPlain(text);
    if (inner !== undefined) return { ...inner, text, wrapped: true };
  }
  return undefined;
}

function* unwrapped(signature: string): Generator<string> {
  const trimmed = signature.trim().replace(/^["']|["']$/g, "");
  yield trimmed;
  yield trimmed.replaceAll(" ", "+");
  yield signature.replace(/^["']|["']$/g, "").replaceAll(" ", "+");
  yield trimmed.replace(/\s/g, "");
  yield trimmed.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  yield trimmed.replace(/&#(?:13|10|x0?d|x0?a);/gi, "");
}

function readPlain(text: string): { digest: Uint8Array; shape: string } | undefined {
  const hex = fromHex(text.replace(/^0x/i, "").replace(/(?<=[0-9a-f]{2})[-: ](?=[0-9a-f]{2})/gi, ""));
  const base64 = fromBase64(text);
  const twice = readTwice(hex, "hex") ?? readTwice(base64, "base64");
  if (twice !== undefined) return twice;
  if (hex !== undefined && SIZES.includes(hex.length)) {
    return { digest: hex, shape: /^[0-9a-f]+$/i.test(text) ? hexCase(text) : "hex with separators" };
  }
  if (base64 === undefined || !SIZES.includes(base64.length)) return undefined;
  return { digest: base64, shape: /[-_]/.test(text) ? "base64url" : "base64" };
}

function hexCase(text: string): string {
  if (text === text.toLowerCase()) return "lower-case hex";
  return text === text.toUpperCase() ? "upper-case hex" : "hex of mixed case";
}

/** Hex digits in base64, or base64 in hex digits. */
function readTwice(outer: Uint8Array | undefined, name: string): { digest: Uint8Array; shape: string } | undefined {
  if (outer === undefined || outer.length > 200) return undefined;
  const text = String.fromCharCode(...outer);
  const hex = fromHex(text);
  if (hex !== undefined && SIZES.includes(hex.length)) return { digest: hex, shape: `${name} of the hex digits` };
  const base64 = fromBase64(text);
  if (base64 !== undefined && SIZES.includes(base64.length))
    return { digest: base64, shape: `${name} of the base64 text` };
  return undefined;
}

/** Forms that lose digits: no zero before small bytes, no zero at the start, bytes printed as signed integers. */
export function sameButShape(digest: Uint8Array, signature: string): boolean {
  const text = signature.toLowerCase();
  const loose = Array.from(digest, (byte) => byte.toString(16)).join("");
  const stripped = toHex(digest).replace(/^0+/, "");
  const padded = Array.from(digest, (byte) =>
    byte > 0x7f ? (byte - 256 + 2 ** 32).toString(16) : byte.toString(16),
  ).join("");
  const decimal = Array.from(digest, (byte) => (byte > 0x7f ? byte - 256 : byte)).join(",");
  return [loose, stripped, padded, decimal, `[${decimal.replaceAll(",", ", ")}]`].includes(text);
}
