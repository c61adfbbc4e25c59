import { expect, it } from "vitest";
import { validateBody } from "../src/index.ts";
import { goodsFor, preferential } from "./support/documents.ts";

/** How often the rules ask a certificate of so many lines for a property of a line. */
function reads(count: number): number {
  let asked = 0;
  const goods = Array.from({ length: count }, (_, index) => {
    const line = goodsFor("RC", { itemNo: index + 1, invoiceNum: `SZ${index % 20}` });
    return new Proxy(line, {
      get(target, name, receiver): unknown {
        asked++;
        return Reflect.get(target, name, receiver);
      },
    });
  });
  const invoice = Array.from({ length: 20 }, (_, index) => ({
    invoiceNum: `SZ${index}`,
    invoiceDate: "2026-02-25",
    currency: "USD",
  }));
  validateBody("applyPreferentialCertificate", preferential("RC", { goodsList: { goods }, invoices: { invoice } }));
  return asked;
}

it("asks each further goods line the same number of things, however many there are", () => {
  const [small, middle, large] = [reads(100), reads(200), reads(400)];
  expect(large - middle).toBe(2 * (middle - small));
});
