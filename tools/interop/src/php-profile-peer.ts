import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { WireProfile } from "@coo/soap";
import { openLines } from "./json-lines.ts";
import type { Peer, PeerAnswer } from "./peer.ts";
import { startPhp } from "./php-peer.ts";
import { answerParameters, profileWsdl, requestParameters } from "./profile-wsdl.ts";
import { textOf, textsOf } from "./texts.ts";

export interface PhpProfileJob {
  readonly wire: WireProfile;
  readonly ns: string;
  readonly operations: readonly string[];
  readonly address: string;
  readonly key: string;
}

/** PHP's SoapClient, going by a WSDL of the profile, in a process of its own. */
export async function phpProfilePeer(job: PhpProfileJob): Promise<Peer> {
  const { child, folder, clean } = startPhp("php_profile.php");
  const wsdl = join(folder, "profile.wsdl");
  const { wire, ns, operations, address, key } = job;
  writeFileSync(wsdl, profileWsdl(wire, ns, operations, address));
  const lines = await openLines("php", child, {
    wsdl,
    address,
    key,
    ns,
    wire,
    parameters: requestParameters(wire),
    result: answerParameters(wire),
  }).catch((error: unknown) => {
    clean();
    throw error;
  });
  return {
    async call({ operation, head, body }) {
      const values = textsOf(operation.request, body, (value) => (typeof value === "boolean" ? value : textOf(value)));
      lines.write({ operation: operation.name, head: Object.fromEntries(head), values });
      const answer = await lines.read();
      if ("error" in answer) throw new Error(String(answer["error"]));
      return answer as unknown as PeerAnswer;
    },
    async close() {
      lines.end();
      clean();
    },
  };
}
