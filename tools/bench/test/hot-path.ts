// Reads and writes certificates often enough to be compiled by every tier; run by deopt.test.ts.
import { ApplyPreferentialCertificateRequestMessage } from "@coo/msg-document";
import { decodeElement, encodeElementBytes } from "@coo/soap";
import { certificate } from "../src/fixtures.ts";
import { BODY } from "../src/messages.ts";

const objects = [1, 2, 5, 20].map((lines) => certificate(lines));
for (let i = 0; i < 4000; i++) {
  const bytes = encodeElementBytes(ApplyPreferentialCertificateRequestMessage, objects[i % 4] as (typeof objects)[0], {
    element: BODY,
  });
  decodeElement(ApplyPreferentialCertificateRequestMessage, bytes, { element: BODY });
}
