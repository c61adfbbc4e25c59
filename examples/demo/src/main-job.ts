import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type Client, createClient } from "@coo/client";
import { allServices as calledServices } from "@coo/client/all";
import { createReceiver, type Receiver, type ReceiverError } from "@coo/receiver";
import { allServices as pushedServices } from "@coo/receiver/all";
import { toNodeListener } from "@coo/receiver/node";
import { createSandbox, type Sandbox } from "@coo/sandbox";
import type { WireProfile } from "@coo/soap";
import { validateBody } from "@coo/validate";
import type { Applications } from "./applications.ts";
import type { Steps } from "./steps.ts";

/** Options of {@link runMainJob}. */
export interface MainJobOptions {
  readonly applications: Applications;
  /** Folder that PDF files are written to. */
  readonly out: string;
  /** Port of the sandbox, 0 for a free one. */
  readonly port: number;
  /** How messages travel, what differs from the reference edition; a manifest says it. */
  readonly wire?: Partial<WireProfile>;
}

/** A push as the platform's handler got it. */
interface Taken {
  readonly operation: string;
  readonly body: Record<string, unknown>;
}

/** What did not happen as it should. */
export class MainJobError extends Error {
  override readonly name = "MainJobError";
}

function expect(condition: boolean, zh: string, en: string): asserts condition {
  if (!condition) throw new MainJobError(`${zh}\n  ${en}`);
}

/**
 * The main job over real HTTP on this machine: both directions, all 18 interfaces. A platform in this process (client,
 * receiver, rules) talks to the sandbox; nothing but the network connects them.
 */
export async function runMainJob(options: MainJobOptions, steps: Steps): Promise<void> {
  const { applications } = options;
  const taken: Taken[] = [];
  const refused: ReceiverError[] = [];

  // The platform's address is known only after it listens, and the sandbox wants to know it from the start.
  const platform = createServer();
  const address = await listen(platform, 0);
  const returned = new Set([applications.general.docId]);
  const sandbox = createSandbox({
    seed: "demo",
    ...(options.wire ? { wire: options.wire } : {}),
    receiver: `http://127.0.0.1:${address.port}/push`,
    policy: ({ kind, id, version }) =>
      kind === "document" && returned.has(id) && version === 1
        ? { result: "return", opinion: "模拟审核:请在申请书备注中说明生产地" }
        : "approve",
  });
  const take = (operation: string) => (body: object) => {
    taken.push({ operation, body: body as Record<string, unknown> });
  };
  const receiver = createReceiver({
    ...sandbox.receiverCredentials,
    services: pushedServices,
    handlers: {
      pushDocumentAuditResult: take("pushDocumentAuditResult"),
      pushGoodsFilingAuditResult: take("pushGoodsFilingAuditResult"),
      pushDocumentPrintStatus: take("pushDocumentPrintStatus"),
      pushSealSignatureAuditResult: take("pushSealSignatureAuditResult"),
    },
    onError: (error) => refused.push(error),
  });
  platform.on("request", toNodeListener(receiver));
  await sandbox.listen(options.port);
  const client = createClient({
    ...sandbox.credentials,
    services: calledServices,
    validate: validateBody,
    rateLimit: false,
  });
  try {
    await exchangeEverything({ ...options, steps, sandbox, client, taken });
    await refuseTampered({ steps, sandbox, receiver, refused, taken, url: `http://127.0.0.1:${address.port}/push` });
  } finally {
    await client.close();
    await sandbox.close();
    await receiver.close();
    platform.closeAllConnections();
    await new Promise((resolve) => platform.close(resolve));
  }
}

interface Stage extends MainJobOptions {
  readonly steps: Steps;
  readonly sandbox: Sandbox;
  readonly client: Client<typeof calledServices>;
  readonly taken: readonly Taken[];
}

async function exchangeEverything(stage: Stage): Promise<void> {
  const { steps, client, sandbox, taken, applications } = stage;
  const { enterprise, seal, filing, general, preferential } = applications;
  const enterpriseRegNo = general.enterpriseRegNo;
  const pushed = async (operation: string, key: string, id: string, count = 1): Promise<Record<string, unknown>> => {
    await sandbox.idle();
    const found = taken.filter((one) => one.operation === operation && one.body[key] === id);
    expect(found.length >= count, `没有收到 ${operation}(${id})的推送`, `there was no push ${operation} for ${id}`);
    return (found.at(-1) as Taken).body;
  };

  await steps.run("分支会查询", "branches", [1], async () => {
    const { branches } = await client.queryBranches({});
    const found = branches.branch?.find((one) => one.branchCode === general.branchCode);
    expect(found !== undefined, `没有分支会 ${general.branchCode}`, `there is no branch ${general.branchCode}`);
    return { detail: `${branches.branch?.length} 个,${found.branchCode} ${found.branchName}` };
  });
  await steps.run("企业注册信息校验", "enterprise check", [2], async () => {
    const { registered, mismatch } = await client.verifyEnterpriseRegistration(enterprise);
    expect(
      registered && !mismatch?.length,
      `企业未注册或信息不一致:${mismatch?.join("、")}`,
      `not registered, or differing: ${mismatch?.join(", ")}`,
    );
    return { detail: `${enterprise.enterpriseRegNo ?? enterprise.creditCode} 已注册` };
  });
  await steps.run("企业备案信息同步", "enterprise filing", [3], async () => {
    const filed = (await client.syncEnterpriseFiling({ enterpriseRegNo })).enterprise;
    expect(filed !== undefined, "没有备案信息", "there is no filing");
    return { detail: `${filed.enterpriseCnName},印章 ${filed.seals?.seal?.length ?? 0} 枚` };
  });
  await steps.run(
    "印章签名:申请、推送、查询",
    "seal and signature: applied, pushed, queried",
    [16, 17, 18],
    async () => {
      await client.applySealSignature(seal);
      const push = await pushed("pushSealSignatureAuditResult", "sealApplyId", seal.sealApplyId);
      const { items } = await client.querySealSignature({ sealApplyId: seal.sealApplyId });
      expect(
        push["auditResult"] === "1" && items.item?.every((item) => item.status === "1") === true,
        "印章签名未通过",
        "seal or signature not approved",
      );
      return { detail: `${items.item?.length} 项通过` };
    },
  );
  const filingNo = await steps.run(
    "商品备案:申请、推送、查询、同步",
    "goods filing: applied, pushed, queried, synced",
    [6, 8, 10, 12],
    async () => {
      await client.applyGoodsFiling(filing);
      const push = await pushed("pushGoodsFilingAuditResult", "filingId", filing.filingId);
      const { filings } = await client.queryGoodsFiling({ filingId: filing.filingId });
      const record = filings.filing?.[0];
      expect(
        push["auditResult"] === "1" && record?.goodsFilingNo !== undefined,
        "商品备案未通过",
        "the goods filing was not approved",
      );
      let synced = 0;
      for await (const one of client.iterate.syncGoodsFilings(timeRange(sandbox)))
        if (one.filingId === filing.filingId) synced++;
      expect(synced === 1, "同步中没有该商品备案", "the filing is missing in the synchronisation");
      return { detail: `备案号 ${record.goodsFilingNo}`, filingNo: record.goodsFilingNo };
    },
  );
  const withFiling = {
    ...preferential,
    goodsList: {
      goods: preferential.goodsList.goods.map((line) => ({
        ...line,
        goodsFilingNo: line.goodsFilingNo ?? filingNo.filingNo,
      })),
    },
  };
  await steps.run("单证预览", "previews", [14], async () => {
    const pages: number[] = [];
    for (const [name, draft] of [
      ["general", { general }],
      ["preferential", { preferential: withFiling }],
    ] as const) {
      const preview = await client.previewDocument({
        docType: name === "general" ? general.docType : preferential.docType,
        draft,
      });
      savePdf(stage, `preview-${name}.pdf`, preview.content);
      pages.push(preview.pageCount ?? 0);
    }
    return { detail: `${pages.join(" 页、")} 页` };
  });
  await steps.run(
    "一般原产地证:校验、签名、提交",
    "general certificate: validated, signed, submitted",
    [4],
    async () => {
      const { docStatus } = await client.applyGeneralCertificate(general);
      return { detail: `${general.docId},状态 ${docStatus}` };
    },
  );
  await steps.run(
    `优惠原产地证(${preferential.goodsList.goods.length} 行):校验、签名、提交`,
    "preferential certificate",
    [5],
    async () => {
      const { docStatus } = await client.applyPreferentialCertificate(withFiling);
      return { detail: `${preferential.docId},状态 ${docStatus}` };
    },
  );
  await steps.run("退回、修改、重新提交", "sent back with an opinion, corrected, resubmitted", [7, 4], async () => {
    const push = await pushed("pushDocumentAuditResult", "docId", general.docId);
    expect(
      push["auditResult"] === "2" && push["auditOpinion"] !== undefined,
      "应当被退回",
      "it should have been sent back",
    );
    await client.applyGeneralCertificate({
      ...general,
      applyNote: `${general.applyNote ?? ""} 生产地:江苏苏州`.trim(),
    });
    return { detail: `意见“${String(push["auditOpinion"])}”` };
  });
  const numbers = await steps.run(
    "审核结果推送:验签、应答",
    "audit results pushed, verified, acknowledged",
    [7],
    async () => {
      const certNos: string[] = [];
      for (const [docId, count] of [
        [general.docId, 2],
        [preferential.docId, 1],
      ] as const) {
        const push = await pushed("pushDocumentAuditResult", "docId", docId, count);
        expect(
          push["auditResult"] === "1" && typeof push["certNo"] === "string",
          `${docId} 未通过审核`,
          `${docId} was not approved`,
        );
        certNos.push(push["certNo"] as string);
      }
      return { detail: certNos.join("、"), certNos };
    },
  );
  await steps.run("单证查询", "document query", [9], async () => {
    const { document } = await client.queryDocument({ certNo: numbers.certNos[1] as string, withDetail: true });
    expect(document?.docId === preferential.docId, "查询结果不是该单证", "the query found another document");
    return { detail: `${document.certNo},状态 ${document.docStatus}` };
  });
  await steps.run("单证同步", "document synchronisation", [11], async () => {
    const found: string[] = [];
    for await (const one of client.iterate.syncDocuments(timeRange(sandbox))) found.push(one.docId);
    expect(
      found.includes(general.docId) && found.includes(preferential.docId),
      "同步结果缺少单证",
      "documents are missing in the synchronisation",
    );
    return { detail: `${found.length} 份` };
  });
  await steps.run("单证打印、打印状态推送", "print, print status pushed", [13, 15], async () => {
    for (const [docId, name] of [
      [general.docId, "general"],
      [preferential.docId, "preferential"],
    ] as const) {
      const printed = await client.printDocument({ docId, printMode: "1" });
      savePdf(stage, `certificate-${name}.pdf`, printed.content);
      const push = await pushed("pushDocumentPrintStatus", "docId", docId);
      expect(push["printStatus"] === "1", "打印状态不对", "the print status is wrong");
    }
    return { detail: `2 个 PDF 写入 ${stage.out}` };
  });
}

function timeRange(sandbox: Sandbox): { startTime: string; endTime: string } {
  const text = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
  return { startTime: text(sandbox.clock.now() - 3_600_000), endTime: text(sandbox.clock.now() + 3_600_000) };
}

function savePdf(stage: MainJobOptions, name: string, content: Uint8Array | undefined): void {
  expect(
    content !== undefined && Buffer.from(content.subarray(0, 5)).toString() === "%PDF-",
    `${name} 不是 PDF`,
    `${name} is no PDF`,
  );
  mkdirSync(stage.out, { recursive: true });
  writeFileSync(join(stage.out, name), content);
}

/** Sends a true push again with one character changed, and again as it was. */
async function refuseTampered(stage: {
  readonly steps: Steps;
  readonly sandbox: Sandbox;
  readonly receiver: Receiver;
  readonly refused: readonly ReceiverError[];
  readonly taken: readonly Taken[];
  readonly url: string;
}): Promise<void> {
  const { steps, sandbox, refused, taken, url } = stage;
  await steps.run("篡改的推送被拒绝", "a tampered push is refused", [], async () => {
    const before = taken.length;
    const entry = sandbox.journal.find({ operation: "pushDocumentPrintStatus" }).at(-1);
    expect(entry !== undefined, "没有可用的推送", "there is no push to tamper with");
    const original = Buffer.from(entry.request.body);
    const changed = Buffer.from(
      original.toString("latin1").replace(/(>|&gt;)1(?=<|&lt;)/, (_, before: string) => `${before}2`),
      "latin1",
    );
    expect(!changed.equals(original), "推送内容无法篡改", "the push could not be changed");
    const send = (body: Buffer) =>
      fetch(url, {
        method: "POST",
        headers: entry.request.headers,
        body: new Uint8Array(body),
      });
    const { status } = await send(changed);
    expect(
      status === 401 && refused.at(-1)?.code === "PUSH_SIGNATURE" && taken.length === before,
      `篡改的推送得到 ${status}`,
      `the tampered push got ${status}`,
    );
    const repeat = await send(original);
    expect(
      repeat.status === 200 && taken.length === before,
      "重复的推送应当只应答、不再处理",
      "a repeated push should be acknowledged without a second effect",
    );
    return { detail: "HTTP 401;原样重发只应答、不重复处理" };
  });
}

async function listen(server: Server, port: number): Promise<AddressInfo> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return server.address() as AddressInfo;
}
