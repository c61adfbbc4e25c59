import { isSignError, verify } from "@coo/sign";
import * as web from "@coo/sign/web";
import type { Verdict } from "../harness/suite.ts";
import type { HmacCase } from "./corpus.ts";
import { keyOf, PROFILE } from "./signing.ts";

/** By both implementations of the signature themselves, where white space around the value is still to be seen. */
export async function judgeHmac(item: HmacCase): Promise<Verdict> {
  const raw = Buffer.from(item.bodyHex, "hex");
  const outcomes: boolean[] = [];
  for (const check of [
    async () => verify(PROFILE, keyOf(item.keyHex), { fields: [], raw }, item.signature).ok,
    async () =>
      (
        await web.verify(
          PROFILE,
          await web.loadKey(Buffer.from(item.keyHex, "hex"), { trim: PROFILE.keyTrim }),
          { fields: [], raw },
          item.signature,
        )
      ).ok,
  ]) {
    try {
      outcomes.push(await check());
    } catch (error) {
      if (!isSignError(error)) throw error;
      outcomes.push(false);
    }
  }
  const wrong =
    item.expected === "accept" ? outcomes.includes(false) : item.expected === "reject" && outcomes.includes(true);
  const differ = outcomes[0] !== outcomes[1];
  return {
    name: `verify/${item.id}`,
    failure: differ ? "node:crypto and WebCrypto disagree" : wrong ? `${item.expected} was expected` : null,
  };
}
