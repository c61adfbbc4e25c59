import { describe, expect, it } from "vitest";
import { createSandbox, type Sandbox } from "../src/index.ts";
import { filingBody, generalBody, sealBody } from "./support/applications.ts";
import { type Answered, call, values } from "./support/platform.ts";

const file = (sandbox: Sandbox, overrides: Record<string, string> = {}): Promise<Answered> =>
  call(sandbox, "applyGoodsFiling", filingBody(overrides));
const query = (sandbox: Sandbox, key: string): Promise<Answered> =>
  call(sandbox, "queryGoodsFiling", `<Body>${key}</Body>`);

describe("a goods filing", () => {
  it("waits, comes back, is sent again and gets its number", async () => {
    const sandbox = createSandbox();
    expect(values((await file(sandbox)).body, "filingStatus")).toEqual(["0"]);
    expect((await file(sandbox)).returnCode).toBe("3003");
    await sandbox.control.reject("F1", "工序不全");
    const returned = await query(sandbox, "<filingId>F1</filingId>");
    expect([values(returned.body, "status"), values(returned.body, "auditOpinion")]).toEqual([["2"], ["工序不全"]]);
    await file(sandbox);
    await sandbox.control.approve("F1");
    const approved = await query(sandbox, "<enterpriseRegNo>311000001</enterpriseRegNo><areaCode>RC</areaCode>");
    expect(values(approved.body, "goodsFilingNo")).toEqual(["GF31126000001"]);
    expect(values(approved.body, "validTo")).toEqual(["2028-03-02"]);
    expect((await query(sandbox, "<goodsFilingNo>GF31126000001</goodsFilingNo>")).body).toContain(
      "<areaCode>RC</areaCode>",
    );
  });

  it("keeps its number through a change, and ends with a cancellation", async () => {
    const sandbox = createSandbox();
    expect((await file(sandbox, { applyType: "1" })).returnCode).toBe("3003");
    await file(sandbox);
    await sandbox.control.approve("F1");
    expect((await file(sandbox)).returnCode).toBe("3003");
    expect((await file(sandbox, { applyType: "1", goodsEnName: "KNITTED T-SHIRTS" })).returnCode).toBe("0000");
    await sandbox.control.approve("F1");
    expect(sandbox.control.get("F1")).toMatchObject({ goodsFilingNo: "GF31126000001", status: "1" });
    expect(values((await file(sandbox, { applyType: "9" })).body, "filingStatus")).toEqual(["9"]);
    expect((await file(sandbox, { applyType: "1" })).returnCode).toBe("3003");
  });

  it("is not reviewed while a draft, and can be rejected for good", async () => {
    const sandbox = createSandbox();
    await file(sandbox, { sendAudit: "false" });
    await expect(sandbox.control.approve("F1")).rejects.toMatchObject({ code: "SANDBOX_STATE" });
    await file(sandbox);
    await sandbox.control.reject("F1", "不符合", { final: true });
    expect((await file(sandbox)).returnCode).toBe("3003");
    expect(sandbox.control.get("F1")).toMatchObject({ status: "3" });
  });

  it("is synchronised with its detail, only that of the asking platform", async () => {
    const sandbox = createSandbox({ providers: { TEST0001: "ccpit-demo-key-0001", TEST0002: "demo-key-2" } });
    await file(sandbox);
    const window = "<Body><startTime>2026-03-02 00:00:00</startTime><endTime>2026-03-03 00:00:00</endTime></Body>";
    const own = await call(sandbox, "syncGoodsFilings", window);
    expect(own.body).toContain("<detail><filingId>F1</filingId>");
    const other = await call(sandbox, "syncGoodsFilings", window, { providerCode: "TEST0002", key: "demo-key-2" });
    expect(values(other.body, "total")).toEqual(["0"]);
  });

  it("asks for a key to query by, and for a bound enterprise", async () => {
    const sandbox = createSandbox();
    expect((await query(sandbox, "<pageNo>1</pageNo>")).returnCode).toBe("2002");
    expect((await file(sandbox, { enterpriseRegNo: "330000005" })).returnCode).toBe("3001");
    expect((await file(sandbox, { filingId: "" })).returnCode).toBe("2002");
  });
});

describe("a seal and signature application", () => {
  it("opens the way for certificates once approved", async () => {
    const sandbox = createSandbox();
    const certificate = (docId: string): Promise<Answered> =>
      call(sandbox, "applyGeneralCertificate", generalBody({ docId, enterpriseRegNo: "311000002" }));
    expect((await certificate("D1")).returnCode).toBe("3005");
    expect(values((await call(sandbox, "applySealSignature", sealBody())).body, "status")).toEqual(["0"]);
    expect((await certificate("D2")).returnCode).toBe("3005");
    await sandbox.control.approve("S1");
    expect((await certificate("D3")).returnCode).toBe("0000");
    const items = await call(sandbox, "querySealSignature", "<Body><sealApplyId>S1</sealApplyId></Body>");
    expect([values(items.body, "kind"), values(items.body, "status")]).toEqual([
      ["SEAL", "SIGN"],
      ["1", "1"],
    ]);
    const filed = await call(
      sandbox,
      "syncEnterpriseFiling",
      "<Body><enterpriseRegNo>311000002</enterpriseRegNo></Body>",
    );
    expect([values(filed.body, "sealId"), values(filed.body, "signerId")]).toEqual([
      ["SL31100000211"],
      ["SG31100000211"],
    ]);
  });

  it("can be sent again only after it was returned", async () => {
    const sandbox = createSandbox();
    await call(sandbox, "applySealSignature", sealBody());
    expect((await call(sandbox, "applySealSignature", sealBody())).returnCode).toBe("3003");
    await sandbox.control.reject("S1");
    expect((await call(sandbox, "applySealSignature", sealBody())).returnCode).toBe("0000");
  });

  it("replaces and cancels what was there of its kind", async () => {
    const sandbox = createSandbox({ policy: "auto-approve" });
    await call(sandbox, "applySealSignature", sealBody());
    await call(sandbox, "applySealSignature", sealBody({ sealApplyId: "S2", applyType: "1" }));
    const filed = (): Promise<Answered> =>
      call(sandbox, "syncEnterpriseFiling", "<Body><enterpriseRegNo>311000002</enterpriseRegNo></Body>");
    expect(values((await filed()).body, "sealStatus")).toEqual(["9", "1"]);
    await call(sandbox, "applySealSignature", sealBody({ sealApplyId: "S3", applyType: "9" }));
    expect(values((await filed()).body, "sealStatus")).toEqual(["9", "9"]);
    expect(
      (await call(sandbox, "applyGeneralCertificate", generalBody({ enterpriseRegNo: "311000002" }))).returnCode,
    ).toBe("3005");
  });

  it("needs at least one seal or signatory, and a key to query by", async () => {
    const sandbox = createSandbox();
    const empty = sealBody().replace(/<seals>.*<\/signers>/, "");
    expect((await call(sandbox, "applySealSignature", empty)).returnCode).toBe("2002");
    expect((await call(sandbox, "querySealSignature", "<Body></Body>")).returnCode).toBe("2002");
  });
});

describe("enterprise and branch data", () => {
  it("finds branches by province, code, part of the name and time, in pages", async () => {
    const sandbox = createSandbox();
    const branches = async (key: string): Promise<string[]> =>
      values((await call(sandbox, "queryBranches", `<Body>${key}</Body>`)).body, "branchCode");
    expect(await branches("")).toEqual(["311", "310", "440", "330", "999"]);
    expect(await branches("<provinceCode>440000</provinceCode>")).toEqual(["440"]);
    expect(await branches("<branchName>宁波</branchName>")).toEqual(["330"]);
    expect(await branches("<updatedAfter>2026-02-01 00:00:00</updatedAfter>")).toEqual([]);
    expect(await branches("<pageNo>2</pageNo><pageSize>2</pageSize>")).toEqual(["440", "330"]);
  });

  it("checks a registration and names what differs", async () => {
    const sandbox = createSandbox();
    const check = (key: string): Promise<Answered> =>
      call(sandbox, "verifyEnterpriseRegistration", `<Body>${key}</Body>`);
    const right = await check("<creditCode>91320594MA1M0CK17P</creditCode>");
    expect([values(right.body, "registered"), values(right.body, "enterpriseRegNo")]).toEqual([
      ["true"],
      ["311000001"],
    ]);
    expect(right.body).not.toContain("mismatch");
    const wrong = await check(
      "<enterpriseRegNo>311000001</enterpriseRegNo><enterpriseCnName>别家</enterpriseCnName><branchCode>310</branchCode>",
    );
    expect(values(wrong.body, "mismatch")).toEqual(["enterpriseCnName branchCode"]);
    const unknown = await check("<enterpriseRegNo>311999999</enterpriseRegNo>");
    expect([values(unknown.body, "registered"), values(unknown.body, "regStatus")]).toEqual([["false"], ["0"]]);
    expect((await check("")).returnCode).toBe("2002");
  });

  it("marks every made-up name as such", async () => {
    const filed = await call(
      createSandbox(),
      "syncEnterpriseFiling",
      "<Body><enterpriseRegNo>311000001</enterpriseRegNo></Body>",
    );
    expect(values(filed.body, "enterpriseCnName")[0]).toContain("模拟");
    expect(values(filed.body, "enterpriseEnName")[0]).toContain("MOCK");
  });

  it("leaves the record out when nothing changed, and refuses strangers", async () => {
    const sandbox = createSandbox();
    const sync = (key: string): Promise<Answered> => call(sandbox, "syncEnterpriseFiling", `<Body>${key}</Body>`);
    expect(
      (await sync("<enterpriseRegNo>311000001</enterpriseRegNo><updatedAfter>2026-02-01 00:00:00</updatedAfter>")).body,
    ).toBe("<Body></Body>");
    expect((await sync("<enterpriseRegNo>330000005</enterpriseRegNo>")).returnCode).toBe("3001");
    expect((await sync("<enterpriseRegNo>311999999</enterpriseRegNo>")).returnCode).toBe("3001");
  });
});
