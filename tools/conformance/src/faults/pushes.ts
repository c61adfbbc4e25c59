import { createReceiver, type PushRequest, type PushResponse, type Receiver } from "@coo/receiver";
import { createSandbox } from "@coo/sandbox";
import { result } from "./application.ts";
import { type FaultRow, judge, scaled, seeded, unless, until } from "./row.ts";
import { openTrialJournal, SERVICES } from "./setting.ts";

type Journal = Awaited<ReturnType<typeof openTrialJournal>>;

/** Pushes as the remote signs them. */
export async function recordPushes(
  bodies: readonly Record<string, string>[],
  seed: number,
  key = "ccpit-demo-key-0001",
): Promise<PushRequest[]> {
  const requests: PushRequest[] = [];
  const sandbox = createSandbox({
    seed: `pushes/${seed}`,
    providers: { TEST0001: key },
    pushPauses: [],
    receiver: (request) => {
      requests.push(request);
      return { status: 503, headers: {}, body: new Uint8Array() };
    },
  });
  for (const body of bodies) await sandbox.push("pushDocumentAuditResult", body);
  await sandbox.close();
  return requests;
}

export const NOW = (): number => Date.parse("2026-03-02T09:30:00+08:00");

export const codeOf = (answer: PushResponse): string =>
  /returnCode(?:&gt;|>)(\d{4})/.exec(Buffer.from(answer.body).toString("latin1"))?.[1] ?? String(answer.status);

/** A receiver that keeps one row per effect, and the newest state per document. */
async function openReceiver(journal: Journal, keys: readonly string[]): Promise<Receiver> {
  await journal.store.tx((q) => q("create table effects(doc text not null, state text not null)"));
  return createReceiver({
    services: SERVICES,
    providers: { TEST0001: keys },
    now: NOW,
    journal,
    work: { pollMs: 20 },
    handlers: {
      pushDocumentAuditResult: {
        subject: (body) => body.docId,
        applies: (current, body) => (body.auditTime ?? "") > (current.auditTime ?? ""),
        inTx: async (tx, body) => void (await tx("insert into effects values(?, ?)", body.docId, body.docStatus)),
      },
    },
  });
}

const inboxEmpty = (journal: Journal) => async (): Promise<boolean> => {
  const { inbox } = await journal.status();
  return inbox.every((one) => one.state !== "received" && one.state !== "retry");
};

/** Duplicates, replays and pushes out of order. */
export const repeatsRow: FaultRow = {
  no: 11,
  name: "pushes repeated and out of order",
  async run({ seed, scale, folder }) {
    const distinct = scaled(10_000, scale, 200);
    const random = seeded(seed);
    // Two in ten documents have a second, newer push.
    const bodies = Array.from({ length: distinct }, (_, n) =>
      n % 10 < 2 && n >= 10
        ? result(`D-${n - 5}`, { docStatus: "40", auditTime: "2026-03-02 09:29:30" })
        : result(`D-${n}`),
    );
    const requests = await recordPushes(bodies, seed);
    const all = [...requests, ...requests.filter(() => random(10) < 3)];
    for (let i = all.length - 1; i > 0; i--) {
      const j = random(i + 1);
      [all[i], all[j]] = [all[j] as PushRequest, all[i] as PushRequest];
    }
    const journal = await openTrialJournal(folder);
    const receiver = await openReceiver(journal, ["ccpit-demo-key-0001"]);
    const codes = new Map<string, number>();
    for (let n = 0; n < all.length; n += 50)
      for (const answer of await Promise.all(all.slice(n, n + 50).map((request) => receiver(request))))
        codes.set(codeOf(answer), (codes.get(codeOf(answer)) ?? 0) + 1);
    const settled = await until(inboxEmpty(journal), 120_000);
    const { duplicates, inbox } = await journal.status();
    const done = inbox.find((one) => one.state === "done")?.rows ?? 0;
    const [twice] = await journal.store.tx((q) =>
      q("select count(*) as n from (select doc, state from effects group by doc, state having count(*) > 1) t"),
    );
    // The last effect on each document that has two pushes must be the newer one.
    const [older] = await journal.store.tx((q) =>
      q(`select count(*) as n from effects e where e.state = '30' and exists
        (select 1 from effects n where n.doc = e.doc and n.state = '40' and n.rowid < e.rowid)`),
    );
    const [newer] = await journal.store.tx((q) => q("select count(*) as n from effects where state = '40'"));
    const [superseded] = await journal.store.tx((q) => q("select count(*) as n from ledger where ev = 'superseded'"));
    const [effects] = await journal.store.tx((q) => q("select count(*) as n from effects"));
    const { faults } = await journal.verify();
    await receiver.close();
    await journal.close();
    const counts = {
      pushes: all.length,
      distinct,
      repeated: all.length - distinct,
      duplicates,
      effects: Number(effects?.["n"]),
      superseded: Number(superseded?.["n"]),
    };
    const seconds = bodies.filter((body) => body["docStatus"] === "40").length;
    return {
      counts,
      verdicts: judge("11", {
        "every push is acknowledged": unless(codes.get("0000") === all.length, JSON.stringify([...codes])),
        "every distinct push is done": unless(settled && done === distinct, `${done} of ${distinct}`),
        "effects and superseded are the distinct pushes": unless(
          counts.effects + counts.superseded === distinct && Number(twice?.["n"]) === 0,
          `${counts.effects} + ${counts.superseded} of ${distinct}, ${Number(twice?.["n"])} twice`,
        ),
        "every repeat is counted": unless(duplicates === counts.repeated, `${duplicates} of ${counts.repeated}`),
        "older never over newer": unless(
          Number(older?.["n"]) === 0 && Number(newer?.["n"]) === seconds,
          `${Number(older?.["n"])} older over newer, ${Number(newer?.["n"])} of ${seconds} newer ones`,
        ),
        "some came in the wrong order": unless(counts.superseded > 0, "none"),
        "the ledger fits": unless(faults.length === 0, JSON.stringify(faults.slice(0, 3))),
      }),
    };
  },
};

/** Forged, cut and re-encoded pushes, foreign keys, and a rotation of keys. */
export const forgeriesRow: FaultRow = {
  no: 12,
  name: "forgeries and rotation",
  async run({ seed, scale, folder }) {
    const forgeries = scaled(10_000, scale, 300);
    const random = seeded(seed);
    const base = Array.from({ length: 50 }, (_, n) => result(`D-${n}`));
    const [own, foreign, next] = await Promise.all([
      recordPushes(base, seed),
      recordPushes(base, seed + 1, "somebody-elses-key"),
      recordPushes(
        base.map((body) => ({ ...body, docId: `N-${body["docId"]}` })),
        seed + 2,
        "the-next-demo-key",
      ),
    ]);
    const journal = await openTrialJournal(folder);
    let receiver = await openReceiver(journal, ["ccpit-demo-key-0001"]);
    let accepted = 0;
    const ways: Record<string, number> = {};
    for (let n = 0; n < forgeries; n++) {
      const request = own[random(own.length)] as PushRequest;
      const [way, forged] = forge(request, foreign[random(foreign.length)] as PushRequest, random);
      ways[way] = (ways[way] ?? 0) + 1;
      if (codeOf(await receiver(forged)) === "0000") accepted++;
    }
    const { inbox } = await journal.status();
    // The rotation: the old key alone, both, the new one alone.
    const answers: string[] = [];
    for (const request of own.slice(0, 25)) answers.push(codeOf(await receiver(request)));
    await receiver.close();
    await journal.store.tx((q) => q("alter table effects rename to effects_before"));
    receiver = await openReceiver(journal, ["the-next-demo-key", "ccpit-demo-key-0001"]);
    for (const request of [...own.slice(25), ...next.slice(0, 25)]) answers.push(codeOf(await receiver(request)));
    await receiver.close();
    await journal.store.tx((q) => q("alter table effects rename to effects_both"));
    receiver = await openReceiver(journal, ["the-next-demo-key"]);
    for (const request of next.slice(25)) answers.push(codeOf(await receiver(request)));
    const old = codeOf(await receiver(own[0] as PushRequest));
    await receiver.close();
    await journal.close();
    const refused = answers.filter((code) => code !== "0000").length;
    return {
      counts: { forgeries, accepted, valid: answers.length, refused, ...ways },
      verdicts: judge("12", {
        "0 forgeries accepted": unless(accepted === 0, `${accepted} accepted`),
        "nothing of them is kept as received": unless(
          !inbox.some((one) => ["received", "retry", "done", "dead"].includes(one.state)),
          JSON.stringify(inbox),
        ),
        "0 valid refused over a rotation": unless(refused === 0, `${refused} of ${answers.length}`),
        "the old key ends with the rotation": unless(old === "401", `answered ${old}`),
      }),
    };
  },
};

/** A push that must not be accepted, and in what way it is false. */
function forge(request: PushRequest, foreign: PushRequest, random: (limit: number) => number): [string, PushRequest] {
  const text = Buffer.from(request.body);
  const changed = (body: Uint8Array): PushRequest => ({ ...request, body });
  switch (random(6)) {
    case 0:
      return ["other_content", changed(Buffer.from(text.toString().replace(/D-\d+/, `X-${random(1_000_000)}`)))];
    case 1:
      return ["foreign_key", foreign];
    case 2:
      return ["cut", changed(text.subarray(0, 1 + random(text.length - 1)))];
    case 3:
      // Other bytes for the same characters inside of what is signed.
      return ["re_encoded", changed(Buffer.from(text.toString().replace("请核对", " 请核对")))];
    case 4:
      return ["no_signature", changed(Buffer.from(text.toString().replace(/&lt;sign&gt;[^&]*&lt;\/sign&gt;/, "")))];
    default: {
      // One digit of the signature itself.
      const at = text.indexOf("&lt;sign&gt;") + "&lt;sign&gt;".length + random(64);
      const body = Buffer.from(text);
      body[at] = body[at] === 0x30 ? 0x31 : 0x30;
      return ["other_signature", changed(body)];
    }
  }
}
