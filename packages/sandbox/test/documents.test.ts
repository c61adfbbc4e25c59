import { describe, expect, it } from "vitest";
import { createSandbox, type Sandbox } from "../src/index.ts";
import { filingBody, generalBody, preferentialBody } from "./support/applications.ts";
import { type Answered, call, values } from "./support/platform.ts";

const apply = (sandbox: Sandbox, overrides: Record<string, string | undefined> = {}): Promise<Answered> =>
  call(sandbox, "applyGeneralCertificate", generalBody(overrides));
const status = async (sandbox: Sandbox, docId = "D1"): Promise<string | undefined> =>
  values((await call(sandbox, "queryDocument", `<Body><docId>${docId}</docId></Body>`)).body, "docStatus")[0];

describe("a certificate application", () => {
  it("goes draft, sent, waiting, returned, sent again, issued", async () => {
    const sandbox = createSandbox();
    expect(values((await apply(sandbox, { sendAudit: "false" })).body, "docStatus")).toEqual(["00"]);
    expect(values((await apply(sandbox)).body, "docStatus")).toEqual(["10"]);
    expect(await status(sandbox)).toBe("20");
    await sandbox.control.reject("D1", "品名不完整");
    const returned = await call(sandbox, "queryDocument", "<Body><docId>D1</docId></Body>");
    expect([values(returned.body, "docStatus"), values(returned.body, "auditOpinion")]).toEqual([
      ["30"],
      ["品名不完整"],
    ]);
    expect((await apply(sandbox)).returnCode).toBe("0000");
    await sandbox.control.approve("D1");
    const issued = await call(sandbox, "queryDocument", "<Body><docId>D1</docId><withDetail>true</withDetail></Body>");
    expect(values(issued.body, "docStatus")).toEqual(["40"]);
    expect(values(issued.body, "certNo")).toEqual(["26C311000001/00001"]);
    expect(values(issued.body, "serialNo")).toEqual(["M2600000001"]);
    expect(values(issued.body, "issueDate")).toEqual(["2026-03-02"]);
    expect(issued.body).not.toContain("auditOpinion");
    expect(issued.body).toContain("<detail><general><docId>D1</docId>");
  });

  it.each([
    ["waiting", async (): Promise<void> => {}, "20"],
    ["issued", (sandbox: Sandbox): Promise<void> => sandbox.control.approve("D1"), "40"],
    ["withdrawn", (sandbox: Sandbox): Promise<void> => sandbox.control.withdraw("D1"), "80"],
  ])("cannot be edited while %s", async (_, bring, state) => {
    const sandbox = createSandbox();
    await apply(sandbox);
    await bring(sandbox);
    const answer = await apply(sandbox, { marks: "CHANGED" });
    expect(answer.returnCode).toBe("3003");
    expect(values(answer.body, "docStatus")).toEqual([state]);
    expect((sandbox.control.get("D1").body as { marks: string }).marks).toBe("N/M");
  });

  it("is updated by the same docId while a draft", async () => {
    const sandbox = createSandbox();
    await apply(sandbox, { sendAudit: "false" });
    await apply(sandbox, { sendAudit: "false", marks: "BOX 1-12" });
    expect(sandbox.control.list()).toHaveLength(1);
    expect(sandbox.control.get("D1").body["marks"]).toBe("BOX 1-12");
  });

  it("keeps its invoice number and form for life", async () => {
    const sandbox = createSandbox();
    await apply(sandbox, { sendAudit: "false" });
    const invoice = await apply(sandbox, { invoice: "INV-2" });
    expect(invoice.returnCode).toBe("2002");
    expect(values(invoice.body, "field")).toEqual(["invoices/invoice[1]/invoiceNum"]);
    expect((await apply(sandbox, { docType: "TR" })).returnCode).toBe("2002");
  });

  it("keeps a certificate number the applicant chose", async () => {
    const sandbox = createSandbox({ policy: "auto-approve" });
    await apply(sandbox, { certNo: "26C311000001/00077" });
    expect((await call(sandbox, "queryDocument", "<Body><certNo>26C311000001/00077</certNo></Body>")).returnCode).toBe(
      "0000",
    );
  });

  it.each([
    ["an unknown enterprise", { enterpriseRegNo: "311999999" }, "3001"],
    ["a suspended enterprise", { enterpriseRegNo: "440000004" }, "3001"],
    ["an enterprise of another platform", { enterpriseRegNo: "330000005" }, "3001"],
    ["an enterprise without approved seal", { enterpriseRegNo: "311000002" }, "3005"],
    ["a seal that is not there", { sealId: "SL999" }, "3005"],
    ["a signatory that is not there", { signerId: "SG999" }, "3005"],
    ["a closed branch", { branchCode: "999" }, "2002"],
    ["another credit code than filed", { creditCode: "91310115MA1M0CK337" }, "2002"],
    ["a preferential form", { docType: "RC" }, "2002"],
    ["an amendment without old number", { applyType: "1" }, "2002"],
    ["an amendment of nothing", { applyType: "1", change: "26C311000001/09999" }, "3002"],
    ["an empty docId", { docId: "" }, "2002"],
  ])("is refused for %s", async (_, overrides, code) => {
    const answer = await apply(createSandbox(), overrides);
    expect(answer.returnCode).toBe(code);
    expect(answer.returnMessage).toMatch(/^【模拟环境】/);
  });

  it("needs no seal while a draft", async () => {
    expect((await apply(createSandbox(), { enterpriseRegNo: "311000002", sendAudit: "false" })).returnCode).toBe(
      "0000",
    );
  });

  it("lists all field errors of one message", async () => {
    const sandbox = createSandbox();
    const body = generalBody({ fobValue: "12,00", currency: "USDX", destCountryEn: undefined });
    const answer = await call(sandbox, "applyGeneralCertificate", body);
    expect(answer.returnCode).toBe("2002");
    expect(values(answer.body, "docId")).toEqual(["D1"]);
    expect(values(answer.body, "field")).toEqual(["currency", "fobValue", "destCountryEn"]);
    expect(values(answer.body, "code")).toEqual(["LENGTH", "TYPE", "REQUIRED"]);
    expect(sandbox.control.list()).toEqual([]);
  });

  it.each([
    ["1", "50"],
    ["2", "60"],
    ["3", "60"],
  ])("of type %s ends the old certificate in state %s", async (applyType, ended) => {
    const sandbox = createSandbox({ policy: "auto-approve" });
    await apply(sandbox);
    expect((await apply(sandbox, { docId: "D2", applyType, change: "26C311000001/00001" })).returnCode).toBe("0000");
    expect([await status(sandbox), await status(sandbox, "D2")]).toEqual([ended, "40"]);
    expect((await apply(sandbox, { docId: "D3", applyType, change: "26C311000001/00001" })).returnCode).toBe("3003");
  });

  it("can be made void once issued, not before", async () => {
    const sandbox = createSandbox();
    await apply(sandbox);
    await expect(sandbox.control.void("D1")).rejects.toMatchObject({ code: "SANDBOX_STATE" });
    await sandbox.control.approve("D1");
    await sandbox.control.void("D1", "企业申请作废");
    expect(await status(sandbox)).toBe("90");
  });

  it("belongs to its platform alone", async () => {
    const sandbox = createSandbox({ providers: { TEST0001: "ccpit-demo-key-0001", TEST0002: "demo-key-2" } });
    await apply(sandbox);
    const other = { providerCode: "TEST0002", key: "demo-key-2" };
    expect((await call(sandbox, "queryDocument", "<Body><docId>D1</docId></Body>", other)).returnCode).toBe("3002");
    expect((await call(sandbox, "applyGeneralCertificate", generalBody(), other)).returnCode).toBe("0000");
    expect(sandbox.control.list({ providerCode: "TEST0002" })).toHaveLength(1);
    await expect(sandbox.control.approve("D1")).rejects.toMatchObject({ code: "SANDBOX_AMBIGUOUS" });
    await sandbox.control.approve("D1", { providerCode: "TEST0002" });
    expect(sandbox.control.get("D1", { providerCode: "TEST0001" })).toMatchObject({ docStatus: "20" });
  });
});

describe("a preferential application", () => {
  it("is refused with 3004 until its goods filing is approved, and taken then", async () => {
    const sandbox = createSandbox();
    const send = (): Promise<Answered> =>
      call(sandbox, "applyPreferentialCertificate", preferentialBody("GF31126000001"));
    expect((await send()).returnCode).toBe("3004");
    await call(sandbox, "applyGoodsFiling", filingBody());
    expect((await send()).returnCode).toBe("3004");
    await sandbox.control.approve("F1");
    const number = String((sandbox.control.get("F1") as { goodsFilingNo?: string }).goodsFilingNo);
    const answer = await call(sandbox, "applyPreferentialCertificate", preferentialBody(number));
    expect(answer.returnCode).toBe("0000");
    await sandbox.control.approve("D1");
    expect(sandbox.control.get("D1")).toMatchObject({ certNo: "26RC311000001/00001", validTo: "2027-03-02" });
  });

  it("is refused when the filing is for another agreement, another exporter, cancelled or expired", async () => {
    const sandbox = createSandbox({ policy: "auto-approve" });
    await call(sandbox, "applyGoodsFiling", filingBody({ areaCode: "E" }));
    await call(
      sandbox,
      "applyGoodsFiling",
      filingBody({ filingId: "F2", enterpriseRegNo: "310000003", branchCode: "310" }),
    );
    await call(sandbox, "applyGoodsFiling", filingBody({ filingId: "F3" }));
    await call(sandbox, "applyGoodsFiling", filingBody({ filingId: "F4" }));
    const number = (id: string): string =>
      String((sandbox.control.get(id) as { goodsFilingNo?: string }).goodsFilingNo);
    await call(sandbox, "applyGoodsFiling", filingBody({ filingId: "F4", applyType: "9" }));
    for (const id of ["F1", "F2", "F4"]) {
      expect((await call(sandbox, "applyPreferentialCertificate", preferentialBody(number(id)))).returnCode, id).toBe(
        "3004",
      );
    }
    await sandbox.clock.advance("732d");
    expect((await call(sandbox, "applyPreferentialCertificate", preferentialBody(number("F3")))).returnCode).toBe(
      "3004",
    );
  });

  it("may be saved as a draft without a filing, and needs interface 5's forms", async () => {
    const sandbox = createSandbox();
    expect(
      (await call(sandbox, "applyPreferentialCertificate", preferentialBody("NONE", { sendAudit: "false" })))
        .returnCode,
    ).toBe("0000");
    expect(
      (await call(sandbox, "applyPreferentialCertificate", preferentialBody("NONE", { docId: "D2", docType: "C" })))
        .returnCode,
    ).toBe("2002");
  });
});

describe("reading back", () => {
  it("finds a document by docId, certNo, or invoice and form", async () => {
    const sandbox = createSandbox({ policy: "auto-approve" });
    await apply(sandbox);
    for (const key of [
      "<docId>D1</docId>",
      "<certNo>26C311000001/00001</certNo>",
      "<invoiceNum>INV-1</invoiceNum><docType>C</docType>",
    ]) {
      expect(values((await call(sandbox, "queryDocument", `<Body>${key}</Body>`)).body, "docId"), key).toEqual(["D1"]);
    }
    expect((await call(sandbox, "queryDocument", "<Body><invoiceNum>INV-1</invoiceNum></Body>")).returnCode).toBe(
      "2002",
    );
    expect((await call(sandbox, "queryDocument", "<Body><docId>D9</docId></Body>")).returnCode).toBe("3002");
  });

  it("synchronises by time window, in pages, start inclusive and end exclusive", async () => {
    const sandbox = createSandbox();
    for (const docId of ["A", "B", "C"]) {
      await apply(sandbox, { docId });
      await sandbox.clock.advance("1h");
    }
    const sync = (from: string, to: string, page = ""): Promise<Answered> =>
      call(
        sandbox,
        "syncDocuments",
        `<Body><startTime>2026-03-02 ${from}</startTime><endTime>2026-03-02 ${to}</endTime>${page}</Body>`,
      );
    expect(values((await sync("09:30:00", "11:30:00")).body, "docId").filter((id) => id.length === 1)).toEqual([
      "A",
      "A",
      "B",
      "B",
    ]);
    const second = await sync("00:00:00", "23:59:59", "<pageNo>2</pageNo><pageSize>2</pageSize>");
    expect([values(second.body, "total"), values(second.body, "docId")]).toEqual([["3"], ["C", "C"]]);
    expect((await sync("12:00:00", "12:00:00")).returnCode).toBe("2002");
    expect((await sync("00:00:00", "23:59:59", "<pageNo>0</pageNo>")).returnCode).toBe("2002");
    expect(
      (
        await call(
          sandbox,
          "syncDocuments",
          "<Body><startTime>2026-02-30 00:00:00</startTime><endTime>2026-03-02 00:00:00</endTime></Body>",
        )
      ).returnCode,
    ).toBe("2002");
  });
});

const print = (sandbox: Sandbox, more = ""): Promise<Answered> =>
  call(sandbox, "printDocument", `<Body><docId>D1</docId>${more}</Body>`);

const printedPdf = async (): Promise<string> => {
  const sandbox = createSandbox({ policy: "auto-approve" });
  await apply(sandbox);
  return values((await print(sandbox)).body, "content")[0] ?? "";
};

const failToRender = (): Promise<Uint8Array> => Promise.reject(new Error("no font"));

describe("printing and previewing", () => {
  const drawn: unknown[] = [];
  const renderCertificate = async (request: {
    readonly kind: string;
    readonly certNo?: string;
  }): Promise<Uint8Array> => {
    drawn.push([request.kind, request.certNo]);
    return new TextEncoder().encode(`%PDF ${request.kind} /Type /Pages /Type /Page /Type /Page`);
  };

  it("prints an issued certificate once, and again when allowed", async () => {
    const sandbox = createSandbox({ renderCertificate });
    await apply(sandbox);
    expect((await print(sandbox)).returnCode).toBe("3003");
    await sandbox.control.approve("D1");
    const first = await print(sandbox, "<printMode>1</printMode>");
    expect([
      first.returnCode,
      values(first.body, "fileName"),
      values(first.body, "printStatus"),
      values(first.body, "printCount"),
    ]).toEqual(["0000", ["26C311000001_00001.pdf"], ["1"], ["1"]]);
    expect(atob(values(first.body, "content")[0] ?? "")).toMatch(/^%PDF print/);
    expect(drawn.at(-1)).toEqual(["print", "26C311000001/00001"]);
    expect((await print(sandbox)).returnCode).toBe("3003");
    expect(values((await print(sandbox, "<copyType>2</copyType>")).body, "printCount")).toEqual(["2"]);
    await sandbox.control.allowReprint("D1");
    expect(values((await print(sandbox)).body, "printCount")).toEqual(["3"]);
  });

  it("needs the right to self-print and a seal still approved", async () => {
    const sandbox = createSandbox({ renderCertificate, policy: "auto-approve" });
    await apply(sandbox, { docType: "TR" });
    expect((await print(sandbox, "<printMode>1</printMode>")).returnCode).toBe("3003");
    sandbox.control.putEnterprise({ enterpriseRegNo: "311000001", seals: [] });
    expect((await print(sandbox)).returnCode).toBe("3005");
  });

  it("previews by id in any state, and a draft without saving it", async () => {
    const sandbox = createSandbox({ renderCertificate });
    await apply(sandbox, { sendAudit: "false" });
    const saved = await call(sandbox, "previewDocument", "<Body><docId>D1</docId></Body>");
    expect([saved.returnCode, values(saved.body, "pageCount")]).toEqual(["0000", ["2"]]);
    const draft = `<Body><draft><general>${generalBody({ docId: "X" }).slice(6, -7)}</general></draft></Body>`;
    expect((await call(sandbox, "previewDocument", draft)).returnCode).toBe("0000");
    expect(sandbox.control.list()).toHaveLength(1);
    expect((await call(sandbox, "previewDocument", "<Body></Body>")).returnCode).toBe("2002");
  });

  it("answers with a real PDF, the same bytes each time", async () => {
    const [one, other] = [await printedPdf(), await printedPdf()];
    expect(atob(one).startsWith("%PDF-")).toBe(true);
    expect(one).toBe(other);
  });

  it("answers 9999 when drawing fails, and does not count the print", async () => {
    const errors: unknown[] = [];
    const sandbox = createSandbox({
      renderCertificate: failToRender,
      policy: "auto-approve",
      onError: (error) => errors.push(error),
    });
    await apply(sandbox);
    const failed = await print(sandbox);
    expect([failed.returnCode, failed.text.includes("no font")]).toEqual(["9999", false]);
    expect(errors).toHaveLength(1);
    expect(sandbox.control.get("D1")).toMatchObject({ printStatus: "0", printCount: 0 });
  });
});
