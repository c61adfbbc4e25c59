import { createReceiver, type PushRequest, type Receiver } from "@coo/receiver";
import { result } from "./application.ts";
import { collector } from "./collector.ts";
import { codeOf, NOW, recordPushes } from "./pushes.ts";
import { type FaultRow, judge, scaled, seeded, unless } from "./row.ts";
import { openTrialJournal, SERVICES } from "./setting.ts";

type Journal = Awaited<ReturnType<typeof openTrialJournal>>;

function receiverOn(journal: Journal): Receiver {
  return createReceiver({
    services: SERVICES,
    providers: { TEST0001: "ccpit-demo-key-0001" },
    now: NOW,
    journal,
    work: false,
    handlers: { pushDocumentAuditResult: { inTx: async () => {} } },
  });
}

/** Random bytes, broken XML and wrong charsets instead of pushes. */
export const malformedRow: FaultRow = {
  no: 13,
  name: "malformed bodies",
  async run({ seed, scale, folder }) {
    const bodies = scaled(10_000, scale, 600);
    const random = seeded(seed);
    const [request] = (await recordPushes([result("D-1")], seed)) as [PushRequest];
    const journal = await openTrialJournal(folder);
    const receiver = receiverOn(journal);
    const collect = collector();
    const ways: Record<string, number> = {};
    const answers: Record<string, number> = {};
    let successes = 0;
    let crashes = 0;
    const play = async (count: number): Promise<void> => {
      for (let n = 0; n < count; n++) {
        const [way, changed] = malform(request, random);
        ways[way] = (ways[way] ?? 0) + 1;
        try {
          const answer = codeOf(await receiver(changed));
          if (answer === "0000") successes++;
          answers[answer] = (answers[answer] ?? 0) + 1;
        } catch {
          crashes++;
        }
      }
    };
    // What is made once and kept does not count.
    await play(200);
    const before = collect();
    await play(bodies);
    const after = collect();
    const valid = codeOf(await receiver(request));
    await receiver.close();
    await journal.close();
    const grown = Math.round((100 * (after - before)) / before);
    const few = Object.values(ways).some((n) => n < bodies / 20);
    return {
      counts: { bodies, successes, crashes, heap_grown_percent: grown, ...ways },
      verdicts: judge("13", {
        "0 success answers": unless(successes === 0, JSON.stringify(answers)),
        "0 crashes": unless(crashes === 0, `${crashes} rejected`),
        "the heap returns to what it was": unless(Math.abs(grown) <= 10, `${grown} %`),
        "each way often enough": unless(!few, JSON.stringify(ways)),
        "a valid push is still taken": unless(valid === "0000", `answered ${valid}`),
      }),
    };
  },
};

function malform(request: PushRequest, random: (limit: number) => number): [string, PushRequest] {
  const bytes = Buffer.from(request.body);
  const changed = (body: Uint8Array, headers = request.headers): PushRequest => ({ ...request, headers, body });
  switch (random(6)) {
    case 0:
      return ["random_bytes", changed(Uint8Array.from({ length: random(4_000) }, () => random(256)))];
    case 1:
      return ["cut", changed(bytes.subarray(0, random(bytes.length - 1)))];
    case 2: {
      // A tag that loses its bracket.
      const tags = [...bytes.entries()].filter(([, byte]) => byte === 0x3e || byte === 0x3c).map(([at]) => at);
      const at = tags[random(tags.length)] as number;
      return ["broken_tag", changed(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]))];
    }
    case 3: {
      const at = bytes.indexOf("请") + random(3);
      return ["broken_utf8", changed(Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff]), bytes.subarray(at)]))];
    }
    case 4: {
      const headers = { ...request.headers, "content-type": "text/xml; charset=utf-16" };
      return ["wrong_charset", changed(bytes, headers)];
    }
    default:
      return [
        "control_character",
        changed(Buffer.concat([bytes.subarray(0, -20), Buffer.from([random(9)]), bytes.subarray(-20)])),
      ];
  }
}

/** Documents that are small to send and dear to read. */
export const hostileRow: FaultRow = {
  no: 16,
  name: "hostile documents",
  async run({ seed, folder }) {
    const [request] = (await recordPushes([result("D-1")], seed)) as [PushRequest];
    const journal = await openTrialJournal(folder);
    const receiver = receiverOn(journal);
    const text = Buffer.from(request.body).toString("utf8");
    const inside = text.indexOf(">", text.indexOf("Body")) + 1;
    const put = (more: string): string => text.slice(0, inside) + more + text.slice(inside);
    const lol = Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("");
    const attributes = Array.from({ length: 50_000 }, (_, n) => `a${n}=""`).join(" ");
    const hostile: Readonly<Record<string, string>> = {
      entity_bomb: `<!DOCTYPE x [<!ENTITY l0 "lol">${lol}]>${text.replace(/^<\?xml[^>]*>\s*/, "").replace("请核对", "&l10;")}`,
      dtd: `<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">${text.replace(/^<\?xml[^>]*>\s*/, "")}`,
      nesting: put(`${"<a>".repeat(200_000)}${"</a>".repeat(200_000)}`),
      attributes: put(`<a ${attributes}/>`),
      long_name: put(`<${"a".repeat(10 * 2 ** 20)}/>`),
    };
    const counts: Record<string, number> = {};
    const accepted: string[] = [];
    const slow: string[] = [];
    for (const [name, body] of Object.entries(hostile)) {
      const bytes = Buffer.from(body);
      let best = Number.POSITIVE_INFINITY;
      // The machine's own business is not on trial: processor time, the best of three.
      for (let n = 0; n < 3; n++) {
        const start = process.cpuUsage();
        const answer = codeOf(await receiver({ ...request, body: bytes }));
        const { user, system } = process.cpuUsage(start);
        best = Math.min(best, (user + system) / 1000);
        if (answer === "0000") accepted.push(name);
      }
      counts[`${name}_ms`] = Math.round(best * 10) / 10;
      if (best >= 50) slow.push(`${name} ${Math.round(best)} ms`);
    }
    const valid = codeOf(await receiver(request));
    await receiver.close();
    await journal.close();
    return {
      counts,
      verdicts: judge("16", {
        "all are refused": unless(accepted.length === 0, accepted.join(", ")),
        "each in less than 50 ms": unless(slow.length === 0, slow.join(", ")),
        "a valid push is still taken": unless(valid === "0000", `answered ${valid}`),
      }),
    };
  },
};
