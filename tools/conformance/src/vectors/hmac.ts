import { type KeyOptions, loadKey, PROFILES, type SignatureProfile, type SignInput, sign, verify } from "@coo/sign";
import * as web from "@coo/sign/web";
import type { Verdict } from "../harness/suite.ts";

/** What is judged: signing and verifying, by node:crypto and by WebCrypto. */
interface Signer {
  readonly name: string;
  sign(profile: SignatureProfile, key: Buffer | string, input: SignInput, options?: KeyOptions): Promise<string>;
  verify(
    profile: SignatureProfile,
    key: Buffer | string,
    input: SignInput,
    tag: string,
    options?: KeyOptions,
  ): Promise<boolean>;
}

/** Bytes are the key; none of them is trimmed. */
const AS_IT_IS: KeyOptions = { trim: false };

const SIGNERS: readonly Signer[] = [
  {
    name: "node:crypto",
    sign: async (profile, key, input, options = AS_IT_IS) => sign(profile, loadKey(key, options), input),
    verify: async (profile, key, input, tag, options = AS_IT_IS) =>
      verify(profile, loadKey(key, options), input, tag).ok,
  },
  {
    name: "WebCrypto",
    sign: async (profile, key, input, options = AS_IT_IS) => web.sign(profile, await web.loadKey(key, options), input),
    verify: async (profile, key, input, tag, options = AS_IT_IS) =>
      (await web.verify(profile, await web.loadKey(key, options), input, tag)).ok,
  },
];

const RAW = PROFILES["http-header"];

/** RFC 4231: the value itself, of which a case may give the first bits only. */
export interface Rfc4231 {
  readonly tests: readonly {
    readonly case: number;
    readonly key: string;
    readonly msg: string;
    readonly tag: string;
  }[];
}

/** Signs each message of RFC 4231. */
export async function judgeRfc4231(file: Rfc4231): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const signer of SIGNERS) {
    for (const test of file.tests) {
      const input = { fields: [], raw: Buffer.from(test.msg, "hex") };
      const made = await signer.sign(RAW, Buffer.from(test.key, "hex"), input);
      verdicts.push({
        name: `rfc4231/${test.case} ${signer.name}`,
        failure: made.slice(0, test.tag.length) === test.tag ? null : `is ${made}, expected ${test.tag}`,
      });
    }
  }
  return verdicts;
}

/** Project Wycheproof: tags of a length, and whether they are right. */
export interface Wycheproof {
  readonly testGroups: readonly {
    readonly tagSize: number;
    readonly tests: readonly {
      readonly tcId: number;
      readonly key: string;
      readonly msg: string;
      readonly tag: string;
      readonly result: string;
    }[];
  }[];
}

/**
 * Verifies each tag. Profiles do not truncate: a shorter one must be refused as it is, and is then judged with the true
 * rest behind it.
 */
export async function judgeWycheproof(file: Wycheproof): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const signer of SIGNERS) {
    for (const { tagSize, tests } of file.testGroups) {
      for (const test of tests) {
        const key = Buffer.from(test.key, "hex");
        const input = { fields: [], raw: Buffer.from(test.msg, "hex") };
        const whole = await signer.sign(RAW, key, input);
        const ok = await signer.verify(RAW, key, input, test.tag + whole.slice(tagSize / 4));
        const short = tagSize < 256 && (await signer.verify(RAW, key, input, test.tag));
        const wrong = ok === (test.result === "valid") ? null : `${ok ? "accepted" : "refused"}, it is ${test.result}`;
        verdicts.push({
          name: `wycheproof/${test.tcId} ${signer.name}`,
          failure: short ? "a truncated tag is accepted" : wrong,
        });
      }
    }
  }
  return verdicts;
}

/** The values of this project: strings and signatures of each profile, made by other means than its code. */
export interface ProfileVectors {
  readonly profiles: readonly {
    readonly id: keyof typeof PROFILES;
    readonly test_vectors: readonly {
      readonly name: string;
      readonly params?: Readonly<Record<string, string>>;
      readonly key_text: string;
      readonly charset: string;
      readonly output: string;
      readonly sign: string;
    }[];
  }[];
}

/** Signs and verifies the vectors of the profiles, and refuses each with one character changed. */
export async function judgeProfiles(file: ProfileVectors): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const signer of SIGNERS) {
    for (const { id, test_vectors } of file.profiles) {
      for (const vector of test_vectors) {
        const profile = { ...PROFILES[id], ...overridesOf(vector) };
        const input = inputOf(vector.params);
        const made = await signer.sign(profile, vector.key_text, input, {});
        const last = made.at(-1) === "0" ? "1" : "0";
        const taken = await signer.verify(profile, vector.key_text, input, made, {});
        const forged = await signer.verify(profile, vector.key_text, input, made.slice(0, -1) + last, {});
        verdicts.push({
          name: `${id}/${vector.name} ${signer.name}`,
          failure:
            made !== vector.sign
              ? `is ${made}, expected ${vector.sign}`
              : !taken
                ? "is not verified"
                : forged
                  ? "a changed character is accepted"
                  : null,
        });
      }
    }
  }
  return verdicts;
}

function overridesOf(vector: { readonly charset: string; readonly output: string; readonly name: string }) {
  return {
    charset: vector.charset === "gbk" ? "GBK" : "UTF-8",
    output: vector.output === "hex_lower" ? "hex" : vector.output,
    ...(vector.name === "newline separator" ? { pairSeparator: "\n" } : {}),
  } as Partial<SignatureProfile>;
}

/** Head fields and body; a vector that only gives the string signs the common small body. */
function inputOf(params: Readonly<Record<string, string>> | undefined): SignInput {
  const { body = "<Body><branchCode>311</branchCode></Body>", ...fields } = params ?? {
    providerCode: "TEST0001",
    timestamp: "20260301093000",
    nonceStr: "5K8264ILTKCH16CQ",
  };
  return { fields: Object.entries(fields), body };
}
