import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadModelFrom, type Model } from "@coo/wsdl";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Change, compare, formatHtml, type ReleaseFacts, type Report } from "../src/index.ts";
import { type Browser, CHROMIUM, launch, type Page } from "./browser.ts";

const FACTS: ReleaseFacts = {
  old: "2018-07",
  new: "2026-09",
  effectiveDate: "2026-09-01",
  operations: { ask: { zh: "申请", en: "Application" }, tell: { zh: "通知", en: "Notice" } },
};

/** Two operations: `ask` with the request `Ask` and the answer `Answer`, `tell` with the request `Tell`. */
function text(ask: string, answer: string, tell = field("t", 9)): string {
  const element = (name: string, inside: string): string =>
    `<xs:element name="${name}"><xs:complexType><xs:sequence>\n${inside}\n</xs:sequence></xs:complexType></xs:element>`;
  const operation = (name: string, answered: boolean): string =>
    `<w:operation name="${name}"><w:input message="t:${name}In"/>${answered ? `<w:output message="t:${name}Out"/>` : ""}</w:operation>`;
  const bound = (name: string, answered: boolean): string =>
    `<w:operation name="${name}"><s:operation soapAction="${name}"/><w:input><s:body use="literal"/></w:input>${answered ? '<w:output><s:body use="literal"/></w:output>' : ""}</w:operation>`;
  return `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:t="urn:t" xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t">
<w:types><xs:schema targetNamespace="urn:t" elementFormDefault="qualified">${element("Ask", ask)}${element("Answer", answer)}${element("Tell", tell)}</xs:schema></w:types>
<w:message name="askIn"><w:part name="p" element="t:Ask"/></w:message><w:message name="askOut"><w:part name="p" element="t:Answer"/></w:message><w:message name="tellIn"><w:part name="p" element="t:Tell"/></w:message>
<w:portType name="P">${operation("ask", true)}${operation("tell", false)}</w:portType>
<w:binding name="B" type="t:P"><s:binding transport="http://schemas.xmlsoap.org/soap/http"/>${bound("ask", true)}${bound("tell", false)}</w:binding>
<w:service name="S"><w:port name="Q" binding="t:B"><s:address location="http://127.0.0.1/"/></w:port></w:service></w:definitions>`;
}

function field(name: string, length: number): string {
  return `<xs:element name="${name}"><xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="${length}"/></xs:restriction></xs:simpleType></xs:element>`;
}

const model = (content: string): Model => loadModelFrom([{ file: "s.wsdl", content, entry: true }]);
const OLD = text(field("a", 10) + field("b", 10), field("x", 10));
const NEW = text(field("a", 8) + field("b", 12), field("x", 12) + field("y", 5), field("t", 8));
const SOURCES = { old: new Map([["s.wsdl", OLD]]), new: new Map([["s.wsdl", NEW]]) };
const packages = {
  old: { namespaces: { "urn:t": "@x/one" } },
  new: { namespaces: { "urn:t": "@x/one" } },
};
const report = compare(model(OLD), model(NEW), { packages });
const page = formatHtml(report, FACTS, SOURCES);

/** A report whose every name and value tries to get out of its place. */
function hostile(): Report {
  const evil = `"><img src=x onerror=alert(1)></script><script>alert(2)</script>'\u202E{{x}}&lt;`;
  return {
    ...report,
    changes: report.changes.map((c: Change) => ({
      ...c,
      component: `{urn:t}${evil}`,
      old: evil,
      new: evil,
      evidence: { kind: "witness", accepted: "old", example: evil } as const,
      suggestedRename: evil,
      operations: c.operations.map((o) => ({ ...o, operation: `B.${evil}` })),
      packages: [{ name: evil, bump: "major" as const }],
      newAt: { file: evil, line: 1, column: 1 },
      oldAt: { file: evil, line: 1, column: 1 },
    })),
    messages: [],
    packages: [{ name: evil, bump: "major", rollout: "by-date", changes: 1 }],
  };
}

describe("formatHtml", () => {
  it("gives the same bytes twice, with both languages and the lines of both documents", () => {
    expect(formatHtml(report, FACTS, SOURCES)).toBe(page);
    expect(page).toContain("接口变更报告 2018-07 → 2026-09");
    expect(page).toContain("Interface changes 2018-07 → 2026-09");
    expect(page).toContain("maxLength value=&quot;10&quot;");
    expect(page).toContain("maxLength value=&quot;8&quot;");
    expect(page.match(/<article /g)?.length).toBe(report.changes.length);
  });

  it("asks for nothing from outside and runs nothing but its own script", () => {
    expect(page).not.toMatch(/\b(?:src|href)="(?!#)/);
    expect(page).not.toMatch(/url\(|@import/);
    const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
    const [, script = ""] = /<script>([\s\S]*?)<\/script>/.exec(page) ?? [];
    const hash = (part: string): string => `sha256-${createHash("sha256").update(part).digest("base64")}`;
    expect(page).toContain(
      `default-src 'none'; style-src '${hash(style)}'; script-src '${hash(script)}'; base-uri 'none'; form-action 'none'`,
    );
    expect(page).not.toMatch(/ (?:style|on\w+)="/);
  });

  it("shows what documents call themselves as text", () => {
    const out = formatHtml(hostile(), FACTS, {
      old: new Map(),
      new: new Map([[hostile().changes[0]?.newAt?.file ?? "", "<script>alert(3)</script>\u202E"]]),
    });
    expect(out).not.toMatch(/<img|<script>alert/);
    expect(out.match(/<script>/g)?.length).toBe(1);
    expect(out).not.toContain("\u202E");
    expect(out).toContain("\\u202e");
    expect(out).not.toMatch(/data-packages="[^"]*"[^ >]/);
  });

  it("stands without facts, sources and changes", () => {
    const none = formatHtml(compare(model(OLD), model(OLD)));
    expect(none).toContain("没有变更");
    expect(none).toContain("2 个操作没有变更");
    expect(none).not.toContain("<form");
    expect(none).not.toContain("undefined");
  });
});

/** What breaks the rules of contrast, and controls without a name; run in the page. */
const CHECKS = `(() => {
  const bright = (color) => {
    const [r, g, b] = color.match(/[\\d.]+/g).map(Number).map((v) => {
      const c = v / 255;
      return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const out = [];
  for (const e of document.querySelectorAll("body *")) {
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim() !== "");
    if (!own || e.offsetParent === null) continue;
    let behind = e;
    while (behind !== null && /rgba\\(0, 0, 0, 0\\)/.test(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement;
    const [x, y] = [getComputedStyle(e).color, behind === null ? "rgb(255, 255, 255)" : getComputedStyle(behind).backgroundColor].map(bright);
    const ratio = (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
    if (ratio < 4.5) out.push(e.tagName + "." + e.className + " " + ratio.toFixed(2) + " " + e.textContent.slice(0, 20));
  }
  for (const c of document.querySelectorAll("input, select, button"))
    if ((c.labels === null || c.labels.length === 0) && c.textContent.trim() === "") out.push("no name: " + c.outerHTML);
  return out;
})()`;

/** Milliseconds that filtering by a text takes; run in the page. */
const FILTER = `(() => {
  const input = document.querySelector("input[name=text]");
  const begun = performance.now();
  input.value = "ask/f77";
  input.dispatchEvent(new Event("input", { bubbles: true }));
  void document.body.offsetHeight;
  return performance.now() - begun;
})()`;

describe.skipIf(CHROMIUM === undefined)("the page in Chromium", () => {
  const home = mkdtempSync(join(tmpdir(), "coo-page-"));
  let browser: Browser;
  let view: Page;
  const asked: string[] = [];
  const errors: string[] = [];

  beforeAll(async () => {
    browser = await launch();
    view = await browser.newPage();
    view.on("request", (r) => asked.push(r.url()));
    view.on("console", (m) => (m.type() === "error" ? errors.push(m.text()) : undefined));
    view.on("pageerror", (e) => errors.push(String(e)));
    view.on("dialog", (d) => {
      errors.push(d.message());
      void d.dismiss();
    });
    await open(page);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(home, { recursive: true, force: true });
  });

  async function open(html: string): Promise<void> {
    const file = join(home, "page.html");
    writeFileSync(file, html);
    await view.goto(`file://${file}`);
  }
  // A form is reset after its event, and the page looks at it in a turn of its own: this one comes behind it.
  const settled = (what: string): Promise<unknown> =>
    view.evaluate(`new Promise((done) => setTimeout(done, 0)).then(() => ${what})`);
  const visible = (): Promise<unknown> =>
    settled(`[...document.querySelectorAll(".change:not([hidden])")].map((e) => e.dataset.id)`);
  const count = (): Promise<unknown> => settled(`document.querySelectorAll(".change:not([hidden])").length`);
  const choose = async (name: string, value: string): Promise<unknown> => {
    await view.click("button[type=reset]");
    await view.selectOption(`select[name=${name}]`, value);
    return visible();
  };
  const ids = (keep: (c: Change) => boolean): string[] => report.changes.filter(keep).map((c) => c.id);

  it("loads nothing else and raises no error, whatever the names", async () => {
    await open(formatHtml(hostile(), FACTS));
    await open(page);
    expect(asked.every((url) => url.startsWith("file://") && url.endsWith("/page.html"))).toBe(true);
    expect(errors).toEqual([]);
  });

  it("filters by direction, operation, surface, letter, package, id and text", async () => {
    expect(await count()).toBe(report.changes.length);
    expect(await choose("way", "R")).toEqual(ids((c) => c.operations.some((o) => o.direction === "R")));
    expect(await choose("id_", "max-length-tightened")).toEqual(ids((c) => c.id === "max-length-tightened"));
    expect(await choose("letter", "P")).toEqual(
      ids((c) => [c.sent, c.read].some((s) => s !== null && Object.values(s).includes("P"))),
    );
    await view.selectOption("select[name=surface]", "T");
    expect(await visible()).toEqual(ids((c) => c.sent?.types === "P" || c.read?.types === "P"));
    await choose("pkg", "@x/one");
    expect(await count()).toBe(report.changes.length);
    await view.click("button[type=reset]");
    await view.fill("input[name=text]", "通知");
    expect(await visible()).toEqual(ids((c) => c.operations.some((o) => o.operation === "B.tell")));
    await view.fill("input[name=text]", "no such thing");
    expect(await visible()).toEqual([]);
    expect(await view.isVisible("#empty")).toBe(true);
    expect(await view.innerText("#shown")).toBe(`0 / ${report.changes.length}`);
    await view.click("button[type=reset]");
    expect(await count()).toBe(report.changes.length);
  });

  it("goes from a cell of the table to its changes", async () => {
    await view.click('button.cell[data-way="R"]');
    await view.waitForFunction('document.activeElement.id === "changes"');
    expect(await visible()).toEqual(ids((c) => c.operations.some((o) => o.direction === "R")));
  });

  it("shows one language, the one that was chosen, by keyboard too", async () => {
    const title = (): Promise<string> => view.innerText("h1");
    expect(await title()).toBe("接口变更报告 2018-07 → 2026-09");
    await view.focus(".lang button[value=en]");
    await view.keyboard.press("Enter");
    expect(await title()).toBe("Interface changes 2018-07 → 2026-09");
    const shown = await view.innerText("main");
    const names = shown.replace(/编号|指纹/g, "");
    expect(names.match(/\p{Script=Han}/gu) ?? []).toEqual([]);
    expect(await view.getAttribute("html", "lang")).toBe("en");
  });

  it("has enough contrast and a name for every control", async () => {
    const faults = await view.evaluate(CHECKS);
    expect(faults).toEqual([]);
  });

  it("opens the lines for printing and shuts them again", async () => {
    await view.evaluate('document.querySelectorAll("details.lines").forEach((d) => d.removeAttribute("open"))');
    const opened = (): Promise<unknown> => view.evaluate(`document.querySelectorAll("details.lines[open]").length`);
    await view.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await opened()).toBe(report.changes.length);
    await view.evaluate('dispatchEvent(new Event("afterprint"))');
    expect(await opened()).toBe(0);
  });

  it("filters a thousand changes at once", async () => {
    const many = (n: number): string => Array.from({ length: 1000 }, (_, i) => field(`f${i}`, n)).join("\n");
    const [a, b] = [text(many(10), field("x", 1)), text(many(8), field("x", 1))];
    const large = compare(model(a), model(b));
    expect(large.changes.length).toBe(1000);
    const html = formatHtml(large, FACTS, { old: new Map([["s.wsdl", a]]), new: new Map([["s.wsdl", b]]) });
    expect(html.length).toBeLessThan(5_000_000);
    await open(html);
    const ms = await view.evaluate(FILTER);
    expect(await count()).toBe(11);
    expect(ms).toBeLessThan(2000);
  }, 60_000);
});
