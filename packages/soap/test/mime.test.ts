import { describe, expect, it } from "vitest";
import { checkMediaType } from "../src/envelope/media-type.ts";
import { isSoapError, rejectionOf } from "../src/index.ts";

describe("a message with attachments", () => {
  it.each([
    'multipart/related; type="application/xop+xml"; boundary=b',
    "multipart/related",
    'application/xop+xml; type="text/xml"',
  ])("%s is refused by its name, with advice, and answered with 415", (type) => {
    const error = ((): unknown => {
      try {
        return checkMediaType({ "content-type": type }, "1.1");
      } catch (e) {
        return e;
      }
    })();
    if (!isSoapError(error, "SOAP_MIME")) throw error;
    expect(error.message).toMatch(/attachments .* are not spoken; have the sender/);
    expect(error.messageZh).toContain("请让发送方");
    expect(rejectionOf(error)).toEqual({ kind: "status", status: 415 });
  });
});
