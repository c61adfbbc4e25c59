import { loadModelFrom, type Model } from "@coo/wsdl";
import { describe, expect, it } from "vitest";
import { catalogueItem } from "../src/catalogue/items.ts";
import {
  type AcceptedWaiver,
  CHANGE_RULES,
  changeItem,
  compare,
  formatChanges,
  formatChangeset,
  type PackageRelease,
  type ReleaseFacts,
  type Report,
} from "../src/index.ts";
import { ID_CASES } from "./id-cases.ts";

const FACTS: ReleaseFacts = {
  old: "2018-07",
  new: "2026-09",
  effectiveDate: "2026-09-01",
  operations: { apply: { zh: "一般原产地证申请", en: "General CO application" } },
};

/** One operation `apply`, its request a `Goods` with the given content. */
function goods(inside: string): Model {
  return loadModelFrom([
    {
      file: "s.wsdl",
      entry: true,
      content: `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:t="urn:t" xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t">
<w:types><xs:schema targetNamespace="urn:t" elementFormDefault="qualified"><xs:element name="Apply" type="t:goods"/><xs:complexType name="goods"><xs:sequence>${inside}</xs:sequence></xs:complexType></xs:schema></w:types>
<w:message name="In"><w:part name="p" element="t:Apply"/></w:message>
<w:portType name="P"><w:operation name="apply"><w:input message="t:In"/></w:operation></w:portType>
<w:binding name="B" type="t:P"><s:binding transport="http://schemas.xmlsoap.org/soap/http"/><w:operation name="apply"><s:operation soapAction="a"/><w:input><s:body use="literal"/></w:input></w:operation></w:binding>
<w:service name="S"><w:port name="Q" binding="t:B"><s:address location="http://127.0.0.1/"/></w:port></w:service></w:definitions>`,
    },
  ]);
}

const text = (facet: string): string =>
  `<xs:element name="hsCode"><xs:simpleType><xs:restriction base="xs:string">${facet}</xs:restriction></xs:simpleType></xs:element>`;
const length = (n: number): string => text(`<xs:maxLength value="${n}"/>`);
const shorter = compare(goods(length(10)), goods(length(8)));

describe("the catalogue", () => {
  it.each(CHANGE_RULES.map((r) => r.id))("%s has both languages, with the same values in them", (id) => {
    const item = catalogueItem(id);
    const slots = (of: string): string[] => (of.match(/\{(?:old|new)\}/g) ?? []).sort();
    expect(item.textZh).toMatch(/\p{Script=Han}|final|notation|override|redefine|SOAPAction/u);
    expect(item.text).not.toMatch(/\p{Script=Han}/u);
    expect(slots(item.textZh)).toEqual(slots(item.text));
    for (const [zh, en] of [
      [item.sentZh, item.sent],
      [item.readZh, item.read],
    ] as const) {
      expect(zh === "").toBe(en === "");
      if (zh !== "") expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it("knows no other id", () => {
    expect(() => catalogueItem("nothing")).toThrow(RangeError);
  });

  it("tells a sender or reader what to do wherever the compiler or the data of one breaks", () => {
    const silent = CHANGE_RULES.flatMap((r) => {
      const item = catalogueItem(r.id);
      return [
        ...(r.sent.types === "B" && item.sent === "" ? [`sent ${r.id}`] : []),
        ...(r.sent.validation === "B" && item.sent === "" ? [`sent ${r.id}`] : []),
        ...(r.read.types === "B" && item.read === "" ? [`read ${r.id}`] : []),
      ];
    });
    expect(silent).toEqual([]);
  });
});

describe("formatChanges", () => {
  it("words an item as the contract does, in both languages", () => {
    const [change] = shorter.changes;
    expect(changeItem(change as never, FACTS)).toEqual({
      zh: "【一般原产地证申请】请求 goods/hsCode 最大长度 10 → 8(收紧;发送:破坏性)。须在 2026-09-01 前升级并缩短该值。",
      en: "General CO application, request: goods/hsCode max length 10 → 8 (tightened; sent: breaking). Upgrade and shorten the value by 2026-09-01.",
    });
  });

  it("gives every id in both languages, the same items in the same order", () => {
    const seen = new Set<string>();
    // Patterns that cannot be compared take as long as the limit allows.
    for (const c of ID_CASES.filter((x) => x.there !== "pattern-undecided")) {
      const back = c.facts === undefined ? undefined : { old: c.facts.new, new: c.facts.old };
      for (const [a, b, given] of [
        [c.old, c.new, c.facts],
        [c.new, c.old, back],
      ] as const) {
        const report = compare(a, b, given === undefined ? {} : { facts: given });
        const out = formatChanges(report, FACTS);
        const [, zh = "", en = ""] = out.split(/^## /m);
        const items = (of: string): string[] => of.split("\n").filter((l) => l.startsWith("- "));
        expect(items(zh).length).toBe(report.changes.length);
        expect(items(en).length).toBe(report.changes.length);
        expect(en).not.toMatch(/undefined|\{old\}|\{new\}|: {2}/);
        expect(zh).not.toMatch(/undefined|\{old\}|\{new\}/);
        for (const change of report.changes) seen.add(change.id);
      }
    }
    const unseen = CHANGE_RULES.map((r) => r.id).filter((id) => !seen.has(id) && id !== "pattern-undecided");
    expect(unseen).toEqual([]);
  });

  it("is the same twice, says that nothing changed, and shows bumps and waivers", () => {
    const [change] = shorter.changes;
    const waiver: AcceptedWaiver = {
      fingerprint: change?.fingerprint ?? "",
      reason: "agreed by phone",
      reasonZh: "已电话确认",
      owner: "Li",
      expires: "2026-12-31",
    };
    const facts = { ...FACTS, waivers: [waiver] };
    const packages = [{ name: "@coo/msg-document", bump: "major" as const, rollout: "by-date" as const, changes: 1 }];
    const out = formatChanges({ ...shorter, packages }, facts);
    expect(out).toBe(formatChanges({ ...shorter, packages }, facts));
    expect(out).toContain("已豁免:已电话确认(Li,至 2026-12-31)。");
    expect(out).toContain("Accepted: agreed by phone (Li, until 2026-12-31).");
    expect(out).toContain("`@coo/msg-document` major");
    const none = formatChanges(compare(goods(length(8)), goods(length(8))), FACTS);
    expect(none).toContain("没有变更。");
    expect(none).toContain("No changes.");
  });

  it("shows names and values of hostile documents as text, on one line", () => {
    const hostile = compare(
      goods(text('<xs:pattern value="[a]*"/>')),
      goods(text('<xs:pattern value="[a]*|`&lt;script&gt;`|!\\[x\\]\\(y\\)"/>')),
    );
    const out = formatChanges(hostile, FACTS);
    expect(out).not.toMatch(/<script/);
    expect(out).not.toMatch(/(?<!\\)\]\(/);
    expect(out.split("\n").filter((l) => l.startsWith("- ")).length).toBe(2);
  });
});

describe("formatChangeset", () => {
  const release = (report: Report, bump: PackageRelease["bump"] = "major"): PackageRelease => ({
    name: "@coo/msg-document",
    bump,
    rollout: report.summary.rollout,
    changes: report.changes,
  });

  it("has the head and the headline of the contract", () => {
    expect(formatChangeset(release(shorter), FACTS)).toMatch(
      /^---\n"@coo\/msg-document": major\n---\n\n接口 2026-09-01:1 项破坏性变更,须在 2026-09-01 前升级。\/ Interface 2026-09-01: 1 breaking change, upgrade by 2026-09-01\.\n/,
    );
  });

  it("keeps to twelve lines and ends in the link", () => {
    const field = (i: number, n: number): string => length(n).replace("hsCode", `f${i}`);
    const many = (n: number): Model => goods(Array.from({ length: 40 }, (_, i) => field(i, n)).join(""));
    const out = formatChangeset(release(compare(many(10), many(8))), {
      ...FACTS,
      link: "../schemas/2026-09/CHANGES.md",
    });
    const body = out.split("---\n\n")[1]?.trimEnd().split("\n") ?? [];
    expect(body.length).toBeLessThanOrEqual(12);
    expect(body[0]).toContain("40 项破坏性变更");
    expect(body.at(-1)).toBe("另有 37 项,全部内容见 / 37 more, full report: ../schemas/2026-09/CHANGES.md");
  });

  it("names compatible changes as such", () => {
    const out = formatChangeset(release(compare(goods(length(8)), goods(length(10))), "minor"), FACTS);
    expect(out).toContain(
      "1 项兼容的变更,可随时升级。/ Interface 2026-09-01: 1 compatible change, upgrade at any time.",
    );
  });
});
