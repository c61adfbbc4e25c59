import { SignError } from "./errors.ts";
import type { KeyParts } from "./key-source.ts";

/** What a key keeps to itself: its parts and the runtime's own key object. */
export interface KeySecret<Handle> extends KeyParts {
  readonly handle: Handle;
}

const secrets = new WeakMap<object, KeySecret<unknown>>();

/**
 * A key that can sign but not be read: printing, JSON, string conversion and `structuredClone` give its fingerprint only.
 * Made by `loadKey`.
 */
export class SignKey {
  /** First 12 hex digits of SHA-256 over `coo-key:` and the key bytes: names a key without giving it away. */
  readonly fingerprint: string;

  constructor(secret: KeySecret<unknown>, fingerprint: string) {
    this.fingerprint = fingerprint;
    secrets.set(this, secret);
    // As a property, because a computed method name cannot be declared.
    Object.defineProperty(this, Symbol.for("nodejs.util.inspect.custom"), { value: () => this.toString() });
    Object.freeze(this);
  }

  toString(): string {
    return `[SignKey ${this.fingerprint}]`;
  }

  toJSON(): { fingerprint: string } {
    return { fingerprint: this.fingerprint };
  }
}

/** The secret of a key; for this package only. @throws {@link SignError} `SIGN_KEY_INVALID`. */
export function secretOf(key: SignKey): KeySecret<unknown> {
  const secret = secrets.get(key);
  if (secret !== undefined) return secret;
  throw new SignError(
    "SIGN_KEY_INVALID",
    "not a key of this copy of the package: make it with loadKey",
    "密钥不是由本包的 loadKey 生成的",
  );
}

/** One key or several as a list. @throws {@link SignError} `SIGN_KEY_EMPTY` for an empty list. */
export function keyList(keys: SignKey | readonly SignKey[]): readonly SignKey[] {
  const list = Array.isArray(keys) ? (keys as readonly SignKey[]) : [keys as SignKey];
  if (list.length === 0) throw new SignError("SIGN_KEY_EMPTY", "no key was given", "未提供密钥");
  return list;
}

/** The text of which a fingerprint is the hash. */
export function fingerprintInput(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const prefix = new TextEncoder().encode("coo-key:");
  const joined = new Uint8Array(prefix.length + bytes.length);
  joined.set(prefix);
  joined.set(bytes, prefix.length);
  return joined;
}
