import type { Application } from "../application.ts";
import { cite } from "../cite.ts";
import { inferred, type Mark, thirdParty } from "../evidence.ts";
import { plainText } from "../node.ts";
import type { Rule } from "../rule.ts";

/** What a form writes for a producer that is confidential, the exporter itself, or unknown. */
interface ProducerWording {
  readonly confidential?: string;
  readonly same?: string;
  readonly unknown?: string;
  readonly mark: Mark;
}

const WORDING: Readonly<Record<string, ProducerWording>> = {
  RC: { confidential: "CONFIDENTIAL", unknown: "NOT AVAILABLE", mark: cite("RC.rules[2]") },
  K: { confidential: "AVAILABLE UPON REQUEST", same: "SAME", mark: cite("K.rules[0]") },
  A: {
    confidential: "AVAILABLE TO THE COMPETENT AUTHORITY OR AUTHORISED BODY UPON REQUEST",
    same: "SAME",
    unknown: "UNKNOWN",
    mark: cite("A.rules[0]"),
  },
  N: {
    confidential: "AVAILABLE TO THE AUTHORIZED BODY UPON REQUEST",
    same: "SAME",
    unknown: "UNKNOWN",
    mark: cite("N.rules[0]"),
  },
  F: {
    confidential: "AVAILABLE TO THE COMPETENT GOVERNMENTAL AUTHORITY UPON REQUEST",
    same: "SAME",
    unknown: "UNKNOWN",
    mark: cite("F.rules[0]"),
  },
  P: { confidential: "AVAILABLE TO CUSTOMS UPON REQUEST", mark: cite("P.rules[0]") },
  H: { confidential: "签证机构或者相关机关要求时提供", same: "同上", mark: cite("H.rules[1]") },
};

/** Texts that hide a producer in one form or another. */
const HIDING = /UPON REQUEST|CONFIDENTIAL|要求时提供|保密/u;

/** A confidential producer is written with the form's own words. */
export const producerConfidential: Rule<Application> = {
  id: "producer.confidential",
  findings: { PRODUCER_WORDING: thirdParty("S30", "S42"), PRODUCER_CONFIDENTIAL_FLAG: inferred("S4") },
  check({ kind, code, body }, report) {
    if (kind !== "preferential") return;
    const text = body.plain("producer");
    const wording = WORDING[code];
    const isConfidential = body.is("producerConfidential");
    const hides = text !== undefined && HIDING.test(text);
    if (hides && !isConfidential) report("PRODUCER_CONFIDENTIAL_FLAG", body.at("producerConfidential"));
    if (
      !(isConfidential || hides) ||
      text === undefined ||
      wording?.confidential === undefined ||
      text === wording.confidential
    )
      return;
    report("PRODUCER_WORDING", body.at("producer"), { form: code, wording: wording.confidential }, wording.mark);
  },
};

/** A producer that is the exporter is written SAME where the form says so. */
export const producerSame: Rule<Application> = {
  id: "producer.same",
  findings: { PRODUCER_SAME: thirdParty("S42", "S43", "S44", "S46") },
  check({ code, body }, report) {
    const [producer, exporter, wording] = [body.plain("producer"), body.plain("exporterEnName"), WORDING[code]];
    if (
      producer === undefined ||
      exporter === undefined ||
      wording?.same === undefined ||
      !producer.startsWith(exporter)
    )
      return;
    report("PRODUCER_SAME", body.at("producer"), { form: code, wording: wording.same }, wording.mark);
  },
};

/** Several producers on the RCEP form are named with the goods. */
export const severalProducers: Rule<Application> = {
  id: "producer.several",
  findings: { PRODUCERS_SEVERAL: cite("RC.rules[2]") },
  check({ code, body, goods }, report) {
    if (code !== "RC" || body.is("producerConfidential")) return;
    const names = new Set(goods.flatMap((line) => line.plain("producerName") ?? []));
    if (names.size > 1 && body.plain("producer") !== "SEE BOX 8")
      report("PRODUCERS_SEVERAL", body.at("producer"), { count: names.size });
  },
};

/** Forms that print a producer in the head, and forms that print one on each line. */
const HEAD_PRODUCER: ReadonlySet<string> = new Set(["A", "GE", "N", "L", "R", "P", "F", "K", "EC", "SE", "MV"]);
const LINE_PRODUCER: ReadonlySet<string> = new Set(["H", "RC"]);

/** The producer is given where the form prints it. */
export const producerRequired: Rule<Application> = {
  id: "producer.required",
  findings: { PRODUCER_MISSING: thirdParty("S4"), LINE_PRODUCER_MISSING: thirdParty("S3") },
  check({ kind, code, body, goods }, report) {
    if (kind !== "preferential") return;
    const isNeeded = HEAD_PRODUCER.has(code) && (code !== "EC" || body.is("thirdPartyInvoice"));
    if (isNeeded && !body.filled("producer"))
      report("PRODUCER_MISSING", body.at("producer"), { form: code }, code === "EC" ? cite("EC.third") : undefined);
    if (!LINE_PRODUCER.has(code)) return;
    const [without] = goods.filter((line) => !line.filled("producerText") && !body.filled("producer"));
    if (without !== undefined) report("LINE_PRODUCER_MISSING", without.at("producerText"), { form: code });
  },
};

/** Whether `text` holds `name`, both as printed. */
function holds(text: string | undefined, name: string | undefined): boolean {
  return name === undefined || (text !== undefined && plainText(text).includes(name));
}

/** Form → who is named in the remark when someone else invoices, and where that is said. */
const REMARK_NAMES: Readonly<Record<string, readonly [who: "operator" | "producer" | "both", mark: Mark]>> = {
  RC: ["operator", cite("RC.third")],
  K: ["operator", cite("K.third")],
  F: ["producer", cite("F.third")],
  R: ["both", cite("R.third")],
  L: ["producer", cite("L.third")],
};

/** Invoicing by a third party: mark and companies go together, and the remark names whom the form wants named. */
export const thirdPartyInvoice: Rule<Application> = {
  id: "producer.third-party-invoice",
  findings: {
    THIRD_PARTY_MISSING: thirdParty("S3"),
    THIRD_PARTY_FLAG: thirdParty("S3"),
    THIRD_PARTY_REMARK: cite("RC.third"),
    THIRD_PARTY_PRODUCER: cite("F.third"),
  },
  check({ kind, code, body, nonParties }, report) {
    if (kind !== "preferential") return;
    const isThird = body.is("thirdPartyInvoice");
    if (isThird && nonParties.length === 0)
      report("THIRD_PARTY_MISSING", body.at("nonParties"), {}, code === "H" ? cite("H.third") : undefined);
    if (!isThird && nonParties.length > 0) report("THIRD_PARTY_FLAG", body.at("thirdPartyInvoice"));
    const [who, mark] = REMARK_NAMES[code] ?? [];
    if (!isThird || who === undefined) return;
    const remark = body.text("remark");
    const unnamed = nonParties.find((party) => !holds(remark, party.plain("name")));
    if (who !== "producer" && unnamed !== undefined)
      report("THIRD_PARTY_REMARK", body.at("remark"), { name: unnamed.text("name") ?? "", form: code }, mark);
    if (who !== "operator" && remark === undefined)
      report("THIRD_PARTY_PRODUCER", body.at("remark"), { form: code }, mark);
  },
};

/** Back-to-back certificates name the first one. */
export const backToBack: Rule<Application> = {
  id: "producer.back-to-back",
  findings: { FIRST_CERTIFICATE_MISSING: inferred("S30", "S31"), FIRST_CERTIFICATE_UNMARKED: inferred("S30", "S31") },
  check({ body }, report) {
    const isBackToBack = body.is("backToBack");
    if (isBackToBack && !body.filled("originCertNo")) report("FIRST_CERTIFICATE_MISSING", body.at("originCertNo"));
    if (!isBackToBack && body.filled("originCertNo")) report("FIRST_CERTIFICATE_UNMARKED", body.at("backToBack"));
  },
};

/** Rules about producers and others behind the goods. */
export const producerRules: readonly Rule<Application>[] = [
  producerConfidential,
  producerSame,
  severalProducers,
  producerRequired,
  thirdPartyInvoice,
  backToBack,
];
