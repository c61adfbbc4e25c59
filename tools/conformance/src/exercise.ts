import { readFileSync } from "node:fs";
import { type Client, createClient, type FetchLike } from "@coo/client";
import { allServices } from "@coo/client/all";
import { ApplyGeneralCertificateRequestMessage, ApplyPreferentialCertificateRequestMessage } from "@coo/msg-document";
import { ApplyGoodsFilingRequestMessage } from "@coo/msg-goods";
import { ApplySealSignatureRequestMessage } from "@coo/msg-seal";
import { createReceiver, type ReceiverError } from "@coo/receiver";
import { createSandbox, type Sandbox, type SignatureChoice } from "@coo/sandbox";
import { fromJson, type WireProfile } from "@coo/soap";
import type { MessageDescriptor } from "@coo/soap/gen1";

const FOLDER = new URL("../../../examples/demo/applications/", import.meta.url);

function application<T>(file: string, message: MessageDescriptor<T>): T {
  return fromJson(message, JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")));
}

/** Realistic data for all interfaces: Chinese text, 20 lines, decimals, bytes. */
export const seal = application("seal.json", ApplySealSignatureRequestMessage);
export const filing = application("goods-filing.json", ApplyGoodsFilingRequestMessage);
export const general = application("general.json", ApplyGeneralCertificateRequestMessage);
export const preferential = application("rcep.json", ApplyPreferentialCertificateRequestMessage);

/** A platform and a sandbox that speak the same profile. */
export interface Pair {
  readonly sandbox: Sandbox;
  readonly client: Client<typeof allServices>;
  /** Pushes as the platform's handlers got them. */
  readonly taken: { readonly operation: string; readonly body: Record<string, unknown> }[];
  readonly refused: ReceiverError[];
  close(): Promise<void>;
}

export interface PairOptions {
  readonly wire?: Partial<WireProfile>;
  readonly signature?: SignatureChoice;
  /** Over HTTP on loopback instead of in process. */
  readonly listen?: boolean;
}

const PDF = new TextEncoder().encode("%PDF-1.4 样张");

/** Makes a pair. Certificates are drawn by a stand-in: drawing has tests of its own. */
export async function makePair(options: PairOptions = {}): Promise<Pair> {
  const taken: Pair["taken"] = [];
  const refused: ReceiverError[] = [];
  const sandbox = createSandbox({
    seed: "conformance",
    policy: "auto-approve",
    ...(options.wire ? { wire: options.wire } : {}),
    ...(options.signature === undefined ? {} : { signature: options.signature }),
    renderCertificate: async () => PDF,
    receiver: (request) => receiver(request),
  });
  const take = (operation: string) => (body: object) => {
    taken.push({ operation, body: body as Record<string, unknown> });
  };
  const receiver = createReceiver({
    ...sandbox.receiverCredentials,
    services: allServices,
    unknownElements: "error",
    handlers: {
      pushDocumentAuditResult: take("pushDocumentAuditResult"),
      pushGoodsFilingAuditResult: take("pushGoodsFilingAuditResult"),
      pushDocumentPrintStatus: take("pushDocumentPrintStatus"),
      pushSealSignatureAuditResult: take("pushSealSignatureAuditResult"),
    },
    onError: (error) => refused.push(error),
  });
  if (options.listen) await sandbox.listen(0);
  const client = createClient({
    ...sandbox.credentials,
    services: allServices,
    rateLimit: false,
    unknownElements: "error",
    ...(options.listen ? {} : { fetch: sandbox.fetch as unknown as FetchLike }),
  });
  return {
    sandbox,
    client,
    taken,
    refused,
    async close() {
      await client.close();
      await sandbox.close();
      await receiver.close();
    },
  };
}

function check(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`wrong: ${what}`);
}

/** Uses all 18 interfaces and checks that values arrive as they were sent. Gives the numbers used, in order of use. */
export async function exerciseAll(pair: Pair): Promise<number[]> {
  const { client, sandbox, taken, refused } = pair;
  const used: number[] = [];
  const pushed = async (no: number, operation: string, key: string, id: string): Promise<Record<string, unknown>> => {
    await sandbox.idle();
    const found = taken.findLast((one) => one.operation === operation && one.body[key] === id);
    check(found !== undefined, `no push ${operation} for ${id}: ${refused.map((error) => error.message).join("; ")}`);
    used.push(no);
    return found.body;
  };
  const range = { startTime: "2026-01-01 00:00:00", endTime: "2027-01-01 00:00:00" };

  const { branches } = await client.queryBranches({ branchCode: "311" });
  check(branches.branch?.[0]?.branchName === "模拟苏州分支会", "branch name");
  check(branches.branch[0].supportedDocTypes?.includes("RC") === true, "list of forms");
  used.push(1);
  const verified = await client.verifyEnterpriseRegistration({
    enterpriseRegNo: general.enterpriseRegNo,
    enterpriseCnName: "苏州模拟制造有限公司",
  });
  check(verified.registered === true, "registered");
  used.push(2);
  const { enterprise } = await client.syncEnterpriseFiling({ enterpriseRegNo: general.enterpriseRegNo });
  check(enterprise?.enterpriseCnName === "苏州模拟制造有限公司", "enterprise name");
  used.push(3);

  await client.applySealSignature(seal);
  used.push(16);
  await pushed(17, "pushSealSignatureAuditResult", "sealApplyId", seal.sealApplyId);
  const { items } = await client.querySealSignature({ sealApplyId: seal.sealApplyId });
  check(items.item?.length === 3, "seal items");
  used.push(18);

  await client.applyGoodsFiling(filing);
  used.push(6);
  const filed = await pushed(8, "pushGoodsFilingAuditResult", "filingId", filing.filingId);
  const goodsFilingNo = filed["goodsFilingNo"] as string;
  const { filings } = await client.queryGoodsFiling({ filingId: filing.filingId });
  check(filings.filing?.[0]?.goodsCnName === filing.goodsCnName, "goods name");
  used.push(10);
  const syncedFilings = await client.syncGoodsFilings(range);
  check(
    syncedFilings.filings.filing?.[0]?.detail?.materials.material?.[0]?.unitCost ===
      filing.materials.material?.[0]?.unitCost,
    "unit cost of a material",
  );
  used.push(12);

  const withFiling = {
    ...preferential,
    goodsList: { goods: preferential.goodsList.goods.map((line) => ({ ...line, goodsFilingNo })) },
  };
  const preview = await client.previewDocument({ docType: "RC", draft: { preferential: withFiling } });
  check(Buffer.from(preview.content ?? []).equals(Buffer.from(PDF)), "bytes of the preview");
  used.push(14);
  await client.applyGeneralCertificate(general);
  used.push(4);
  await client.applyPreferentialCertificate(withFiling);
  used.push(5);
  const audit = await pushed(7, "pushDocumentAuditResult", "docId", preferential.docId);
  const { document } = await client.queryDocument({ docId: preferential.docId, withDetail: true });
  check(document !== undefined && document.certNo === audit["certNo"], "certificate number");
  const detail = document.detail?.preferential;
  check(detail?.goodsList.goods.length === preferential.goodsList.goods.length, "goods lines");
  for (const [index, line] of withFiling.goodsList.goods.entries()) {
    const back = detail.goodsList.goods[index] as unknown as Record<string, unknown>;
    for (const [name, value] of Object.entries(line))
      check(back[name] === value, `goods[${index}].${name}: ${String(back[name])} instead of ${String(value)}`);
  }
  used.push(9);
  const synced = await client.syncDocuments(range);
  check(synced.documents.document?.some((one) => one.docId === general.docId) === true, "synchronised document");
  check(
    synced.documents.document.find((one) => one.docId === general.docId)?.detail?.general?.marks === general.marks,
    "line breaks in marks",
  );
  used.push(11);
  const printed = await client.printDocument({ docId: general.docId, printMode: "1" });
  check(Buffer.from(printed.content ?? []).equals(Buffer.from(PDF)), "bytes of the certificate");
  used.push(13);
  await pushed(15, "pushDocumentPrintStatus", "docId", general.docId);
  check(refused.length === 0, `refused pushes: ${refused.map((error) => error.message).join("; ")}`);
  return used;
}
