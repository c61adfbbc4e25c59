import { isSignError } from "./errors.ts";
import type { SignatureProfile } from "./profile.ts";

/** What `verify` found; `key` is the index of the key that fits. */
export type VerifyResult =
  | { readonly ok: true; readonly key: number }
  | {
      readonly ok: false;
      /**
       * `missing`: no signature. `malformed`: not the shape the profile writes, or the message cannot be signed at all
       * (a field twice, a required one absent). `mismatch`: made over something else, or with another key.
       */
      readonly reason: "missing" | "malformed" | "mismatch";
    };

/** Whether `signature` has the length and alphabet of the profile's output (hex of either case). */
export function hasShape(profile: SignatureProfile, signature: string): boolean {
  const size = profile.digest === "MD5" ? 16 : 32;
  if (profile.output.toLowerCase() === "hex") return signature.length === size * 2 && /^[0-9A-Fa-f]+$/.test(signature);
  if (profile.output === "base64url")
    return signature.length === Math.ceil((size * 4) / 3) && /^[\w-]+$/.test(signature);
  return signature.length === Math.ceil(size / 3) * 4 && /^[A-Za-z0-9+/]+={0,2}$/.test(signature);
}

/** A signature as it is compared: folded to one case where the profile ignores it. */
export function comparable(profile: SignatureProfile, signature: string): string {
  return profile.compare === "ignore-case" ? signature.toLowerCase() : signature;
}

/** The reason when `error` lies in the received message; `undefined` when it is the caller's. */
export function peerFault(error: unknown, profile: SignatureProfile): "malformed" | "mismatch" | undefined {
  if (!isSignError(error)) return undefined;
  if (error.code === "SIGN_CHARSET") return "mismatch";
  if (error.code === "SIGN_INPUT" && error.details["field"] !== "raw") return "malformed";
  if (error.code === "SIGN_CANONICALIZE" && profile.canonicalize !== undefined) return "malformed";
  return undefined;
}
