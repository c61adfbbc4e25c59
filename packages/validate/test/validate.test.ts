import { describe, expect, it } from "vitest";
import { validateApplication, validateBody } from "../src/index.ts";
import { filing, general, goodsFor, preferential } from "./support/documents.ts";

const heavy = { goodsList: { goods: [goodsFor("RC", { netWeight: "9999" })] } };

describe("validateApplication", () => {
  it("tells a preferential application from a general one by its form and fields", () => {
    expect(validateApplication(preferential("K"))).toEqual([]);
    expect(validateApplication(general())).toEqual([]);
    const codes = validateApplication(preferential("K", { docType: "C", thirdPartyInvoice: false })).map(
      (issue) => issue.code,
    );
    expect(codes).toContain("FORM_OPERATION");
  });

  it("says what, where, on which box, how sure and what to do", () => {
    const [issue] = validateApplication(
      preferential("RC", {
        destCountryCode: "US",
        destCountryEn: "UNITED STATES",
        destPort: "TACOMA",
        dischargePort: "TACOMA",
      }),
    );
    expect(issue).toEqual({
      code: "DESTINATION_NOT_PARTNER",
      ruleId: "form.destination",
      path: "destCountryCode",
      label: { zh: "目的国代码", en: "destination country" },
      severity: "warning",
      message: "UNITED STATES is no partner of the agreement of form RC",
      messageZh: "美国不是 RC 证书所属协定的成员",
      advice: {
        zh: "请更正目的国，或选择相应协定的证书（或一般原产地证）。",
        en: "Correct the destination, or choose the form of its agreement (or a general certificate).",
      },
      evidence: "third-party",
      sources: ["S30"],
    });
  });

  it("does not change the message", () => {
    const message = preferential("RC");
    const before = structuredClone(message);
    validateApplication(message);
    expect(message).toEqual(before);
  });

  it("keeps long values out of its texts", () => {
    const [issue] = validateApplication(general({ priceTerms: "X".repeat(5000) }));
    expect(issue?.code).toBe("CODE_UNKNOWN");
    expect(issue?.message.length).toBeLessThan(250);
  });
});

function paths(operation: string, body: unknown): string[] {
  return validateBody(operation, body, { message: "response" }).map((issue) => issue.path);
}

describe("validateBody", () => {
  it("checks an application inside a preview, with paths from the outer body and labels and boxes of the inner one", () => {
    const [issue, ...more] = validateBody("previewDocument", { draft: { preferential: preferential("RC", heavy) } });
    expect(more).toEqual([]);
    expect(issue).toMatchObject({
      code: "NET_OVER_GROSS",
      path: "draft.preferential.goodsList.goods[0].netWeight",
      label: { zh: "净重" },
      severity: "error",
    });
  });

  it("checks applications and filings inside answers", () => {
    const detail = { preferential: preferential("RC", heavy) };
    expect(paths("queryDocument", { document: { docId: "1", detail } })).toEqual([
      "document.detail.preferential.goodsList.goods[0].netWeight",
    ]);
    expect(paths("syncDocuments", { documents: { document: [{ docId: "1" }, { detail }] } })).toEqual([
      "documents.document[1].detail.preferential.goodsList.goods[0].netWeight",
    ]);
    expect(paths("syncGoodsFilings", { filings: { filing: [{ detail: filing({ fobPrice: "1.00" }) }] } })).toEqual([
      "filings.filing[0].detail.fobPrice",
    ]);
  });

  it("does not ask an answer for what only a request needs", () => {
    expect(validateBody("queryDocument", {}, { message: "response" })).toEqual([]);
    expect(validateBody("queryDocument", {}).map((issue) => issue.code)).toEqual(["KEY_MISSING"]);
  });
});
