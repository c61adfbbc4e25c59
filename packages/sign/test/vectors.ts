import { readFileSync } from "node:fs";
import type { ProfileId, SignatureProfile } from "@coo/sign";

/** One test value of `signature-profiles.json`. */
export interface ProfileVector {
  profile: ProfileId;
  name: string;
  params?: Record<string, string>;
  string_to_sign: string;
  key_text: string;
  charset: string;
  output: string;
  sign: string;
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`vectors/${name}`, import.meta.url), "utf8"));

const file = read("signature-profiles.json") as {
  profiles: { id: ProfileId; test_vectors: Omit<ProfileVector, "profile">[] }[];
};

export const profileVectors: ProfileVector[] = file.profiles.flatMap(({ id, test_vectors }) =>
  test_vectors.map((vector) => ({ ...vector, profile: id })),
);

export const rfc4231 = read("hmac-sha256-rfc4231.json") as {
  tests: { case: number; key: string; msg: string; tag: string }[];
};

/** Settings that a vector names, over its profile. */
export function overridesOf(vector: ProfileVector): Partial<SignatureProfile> {
  return {
    charset: vector.charset === "gbk" ? "GBK" : "UTF-8",
    output: vector.output === "hex_lower" ? "hex" : (vector.output as "HEX" | "base64"),
    ...(vector.name === "newline separator" ? { pairSeparator: "\n" } : {}),
  };
}

/** Head fields and body of a vector; those that only give the string sign the common small body. */
export function inputOf(vector: ProfileVector): { fields: [string, string][]; body: string } {
  const { body = "<Body><branchCode>311</branchCode></Body>", ...fields } = vector.params ?? {
    providerCode: "TEST0001",
    timestamp: "20260301093000",
    nonceStr: "5K8264ILTKCH16CQ",
  };
  return { fields: Object.entries(fields), body };
}
