import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type ApplyGeneralCertificateRequest,
  ApplyGeneralCertificateRequestMessage,
  type ApplyPreferentialCertificateRequest,
  ApplyPreferentialCertificateRequestMessage,
} from "@coo/msg-document";
import {
  type VerifyEnterpriseRegistrationRequest,
  VerifyEnterpriseRegistrationRequestMessage,
} from "@coo/msg-enterprise";
import { type ApplyGoodsFilingRequest, ApplyGoodsFilingRequestMessage } from "@coo/msg-goods";
import { type ApplySealSignatureRequest, ApplySealSignatureRequestMessage } from "@coo/msg-seal";
import { fromJson } from "@coo/soap";
import type { MessageDescriptor } from "@coo/soap/gen1";

/** The data that the main job sends, one file each. */
export interface Applications {
  readonly enterprise: VerifyEnterpriseRegistrationRequest;
  readonly seal: ApplySealSignatureRequest;
  readonly filing: ApplyGoodsFilingRequest;
  readonly general: ApplyGeneralCertificateRequest;
  readonly preferential: ApplyPreferentialCertificateRequest;
}

/** A file that cannot be used; the message says which and why, in both languages. */
export class DemoInputError extends Error {
  override readonly name = "DemoInputError";
}

/**
 * Reads the five files of a folder. Bytes are base64 text in them.
 *
 * @throws {@link DemoInputError} for a missing file or text that is no JSON object.
 */
export function readApplications(folder: string): Applications {
  const read = <T>(name: string, message: MessageDescriptor<T>): T => {
    const file = join(folder, name);
    let json: unknown;
    try {
      json = JSON.parse(readFileSync(file, "utf8").replace(/^\ufeff/, ""));
    } catch (error) {
      const reason = (error as Error).message;
      throw new DemoInputError(`无法读取 ${file}:${reason}\n  cannot read ${file}: ${reason}`);
    }
    if (json === null || typeof json !== "object" || Array.isArray(json)) {
      throw new DemoInputError(`${file} 不是 JSON 对象\n  ${file} is no JSON object`);
    }
    return fromJson(message, json);
  };
  return {
    enterprise: read("enterprise.json", VerifyEnterpriseRegistrationRequestMessage),
    seal: read("seal.json", ApplySealSignatureRequestMessage),
    filing: read("goods-filing.json", ApplyGoodsFilingRequestMessage),
    general: read("general.json", ApplyGeneralCertificateRequestMessage),
    preferential: read("rcep.json", ApplyPreferentialCertificateRequestMessage),
  };
}
