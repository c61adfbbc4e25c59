import type { Verdict } from "../harness/suite.ts";
import type { Canary } from "./canary.ts";
import type { Attack, AttackCorpus, HmacCase } from "./corpus.ts";
import { Fortress, KeyRefusedError } from "./fortress.ts";
import { judge, type Target } from "./judge.ts";
import { type Answer, post, send } from "./send.ts";
import { foreignSignature, signatureHeaders, signRaw } from "./signing.ts";

const PATH = "/attacked";
const KEY = Buffer.from("the key of the attacked provider").toString("hex");

/** What the engine may hold more after hundreds of refused messages: compiled code and its own tables. */
const HELD = 8 << 20;

/** One adapter under attack. */
export class Assault {
  readonly #adapter: string;
  readonly #corpus: AttackCorpus;
  readonly #services: string;
  readonly #target: Target;
  readonly #canary: Canary;
  readonly #wanted: (id: string) => boolean;
  #fortress: Fortress | undefined;
  #slowest = 0;
  #largest = 0;
  /** Cost of each case, for the report. */
  readonly costs: { readonly name: string; readonly ms: number; readonly cpuMs: number; readonly grownMib: number }[] =
    [];
  #held = 0;

  constructor(
    adapter: string,
    corpus: AttackCorpus,
    services: string,
    target: Target,
    canary: Canary,
    wanted: (id: string) => boolean,
  ) {
    this.#adapter = adapter;
    this.#corpus = corpus;
    this.#services = services;
    this.#target = target;
    this.#canary = canary;
    this.#wanted = wanted;
  }

  figures(): string {
    const mib = (bytes: number): string => (bytes / 1048576).toFixed(1);
    return `most CPU ${Math.round(this.#slowest)} ms, largest growth ${mib(this.#largest)} MiB, held after all ${mib(this.#held)} MiB`;
  }

  async run(): Promise<Verdict[]> {
    const verdicts: Verdict[] = [];
    try {
      verdicts.push(...(await this.#messages()), ...(await this.#hmac()));
    } finally {
      this.#fortress?.stop();
    }
    return verdicts;
  }

  async #messages(): Promise<Verdict[]> {
    const verdicts: Verdict[] = [];
    await this.#warmUp();
    const before = await this.#heldNow();
    for (const attack of this.#corpus.cases.filter((c) => this.#wanted(c.id))) {
      const name = `${this.#adapter}/${attack.id}`;
      verdicts.push({ name, failure: await this.#once(attack) });
    }
    const after = await this.#heldNow();
    this.#held = after - before;
    if (this.#corpus.cases.length > 100)
      verdicts.push({
        name: `${this.#adapter}/nothing is held after all of them`,
        failure: this.#held > HELD ? `${this.#held} bytes are held` : null,
      });
    return verdicts;
  }

  /** The engine compiles and its tables fill with the first messages. */
  async #warmUp(): Promise<void> {
    const good = this.#corpus.cases.filter((c) => c.expected === "accept" && c.layer === "xml").slice(0, 20);
    const fortress = await this.#alive(KEY);
    for (let i = 0; i < 10; i++) for (const attack of good) await this.#send(fortress.port, attack);
    await fortress.report();
  }

  async #heldNow(): Promise<number> {
    const fortress = await this.#alive(KEY);
    await fortress.report();
    const report = await fortress.report();
    return typeof report === "string" ? Number.NaN : report.held;
  }

  async #once(attack: Attack): Promise<string | null> {
    const fortress = await this.#alive(KEY);
    this.#canary.connections = 0;
    const answer = await this.#send(fortress.port, attack);
    const report = await fortress.report();
    if (typeof report === "string") {
      this.#fortress = undefined;
      return report;
    }
    this.costs.push({
      name: attack.id,
      ms: Math.round(answer.ms),
      cpuMs: Math.round(report.cpuMs),
      grownMib: Math.round(report.grown / 104857.6) / 10,
    });
    this.#slowest = Math.max(this.#slowest, report.cpuMs);
    this.#largest = Math.max(this.#largest, report.grown);
    // XML Signature is not spoken here: such a request is one without signature.
    const expected = attack.layer === "signature" ? "reject" : attack.expected;
    return judge({ ...attack, expected }, answer, report, this.#canary.connections, this.#target);
  }

  #send(port: number, attack: Attack): Promise<Answer> {
    if (attack.layer === "raw") {
      const filled = Buffer.from(attack.bytes)
        .toString("latin1")
        .replaceAll("{{PATH}}", PATH)
        .replaceAll("{{HOST}}", `127.0.0.1:${port}`);
      return send(port, signRaw(Buffer.from(filled, "latin1"), KEY), true);
    }
    const signature = attack.layer === "signature" ? {} : signatureHeaders(attack.bytes, KEY);
    return send(port, post(PATH, port, { ...attack.headers, ...signature }, attack.bytes), false);
  }

  /** HMACs over any bytes, through HTTP: whether the answer is that of a wrong signature or of a wrong message. */
  async #hmac(): Promise<Verdict[]> {
    const verdicts: Verdict[] = [];
    for (const item of this.#corpus.hmac.filter((h) => this.#wanted(h.id))) {
      const name = `${this.#adapter}/${item.id}`;
      verdicts.push({ name, failure: await this.#hmacOnce(item) });
    }
    return verdicts;
  }

  async #hmacOnce(item: HmacCase): Promise<string | null> {
    let fortress: Fortress;
    try {
      fortress = await this.#alive(item.keyHex);
    } catch (error) {
      if (!(error instanceof KeyRefusedError)) throw error;
      return item.expected === "accept" ? "the receiver does not take the key" : null;
    }
    await fortress.report();
    const headers = { "content-type": "text/xml; charset=utf-8", ...foreignSignature(item.signature) };
    const answer = await send(
      fortress.port,
      post(PATH, fortress.port, headers, Buffer.from(item.bodyHex, "hex")),
      false,
    );
    const report = await fortress.report();
    if (typeof report === "string") {
      this.#fortress = undefined;
      return report;
    }
    // HTTP takes white space around a value away (RFC 9110, 5.5): the header that arrives is the right one.
    const arrived = item.signature.trim();
    const expected = arrived !== item.signature && !/[\r\n]/.test(item.signature) ? "accept-or-reject" : item.expected;
    const verified =
      report.calls.length > 0 || report.errors.some((e) => !/^PUSH_(?:SIGNATURE|PROVIDER)$/.test(e.code));
    if (verified ? expected === "reject" : expected === "accept")
      return `${verified ? "taken" : "refused"}: ${answer.status}, ${report.errors[0]?.code ?? "no error was told"}`;
    return null;
  }

  #key = "";

  async #alive(keyHex: string): Promise<Fortress> {
    if (this.#fortress !== undefined && this.#key === keyHex) return this.#fortress;
    this.#fortress?.stop();
    this.#fortress = undefined;
    this.#fortress = await Fortress.start({ adapter: this.#adapter, services: this.#services, keyHex, path: PATH });
    this.#key = keyHex;
    return this.#fortress;
  }
}
