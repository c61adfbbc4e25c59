import { createHmac, createSecretKey } from "node:crypto";
import { loadKey, profile, type SignInput, sign, verify } from "@coo/sign";
import { comparison, contender } from "../src/comparison.ts";
import { certificateBodyText } from "../src/fixtures.ts";

const secret = "ccpit-demo-key-0001";
const key = loadKey(secret);
const handle = createSecretKey(Buffer.from(secret));
const P1 = profile("P1");
// Bytes on both sides, as they come from the network and go there.
const body = certificateBodyText(20);
const bodyBytes = Buffer.from(body);
const fields = [
  ["providerCode", "TEST0001"],
  ["service", "applyPreferentialCertificate"],
  ["version", "1.0"],
  ["messageId", "0f1e2d3c4b5a69788796a5b4c3d2e1f0"],
  ["timestamp", "20260301093000"],
  ["nonceStr", "5K8264ILTKCH16CQ"],
  ["signType", "HMAC-SHA256"],
] as const;
const text = Buffer.from(
  `body=${body}&messageId=0f1e2d3c4b5a69788796a5b4c3d2e1f0&nonceStr=5K8264ILTKCH16CQ&providerCode=TEST0001&service=applyPreferentialCertificate&signType=HMAC-SHA256&timestamp=20260301093000&version=1.0&key=${secret}`,
);
const signature = sign(P1, key, { fields, body });

export default [
  comparison("sign and verify, 20 lines", {
    input: { fields, bodyBytes } as SignInput,
    baseline: contender(
      "createHmac twice, KeyObject",
      () =>
        createHmac("sha256", handle).update(text).digest("hex").toUpperCase() ===
        createHmac("sha256", handle).update(text).digest("hex").toUpperCase(),
    ),
    contenders: [
      contender(
        "@coo/sign",
        (input: SignInput) => sign(P1, key, input) === signature && verify(P1, key, input, signature).ok,
      ),
    ],
  }),
];
