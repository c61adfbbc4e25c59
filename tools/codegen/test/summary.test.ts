import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { generate } from "../src/generate.ts";
import { run } from "../src/run.ts";
import { summaryText } from "../src/summary-text.ts";
import { schema, workspace } from "./support/workspace.ts";

const FOLDER = join(import.meta.dirname, "summary");

async function call(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const code = await run(args, { out: (t) => void (out += t), err: (t) => void (err += t) });
  return { code, out, err };
}

describe("the summary of a run", () => {
  it("counts what the documents hold, and names what is dropped and what is not enforced", () => {
    const { summary } = generate({ entries: [join(FOLDER, "partly-dropped.wsdl")] });
    expect(summaryText(summary)).toMatchInlineSnapshot(`
      "                   documents  generated  dropped
      services                   2          1        1  服务
      operations                 2          1        1  操作
      messages                   4          2        2  消息
      MIME parts                 1          1        0  MIME 部分
      types                      2          2        0  类型
      elements                   3          3        0  元素
      required elements          2          2        0  必填元素
      attributes                 1          1        0  属性
      enumerations               2          1        1  枚举
      dropped · 未生成:
        services: DepotGet
        operations: DepotGet.look
        messages: Idle, Look
        enumerations: @unused
      recorded, not enforced · 已记录但未强制:
        http:binding: 1
        mime:multipartRelated: 1
        xs:assert: 1"
    `);
  });

  it("has nothing dropped where everything is generated", () => {
    const folder = workspace({
      "a.xsd": schema(`
        <xs:group name="G"><xs:sequence><xs:element name="g"><xs:complexType><xs:attribute name="h"/></xs:complexType></xs:element></xs:sequence></xs:group>
        <xs:complexType name="A"><xs:sequence>
          <xs:element name="must" type="xs:int"/><xs:element name="may" type="xs:int" minOccurs="0"/>
          <xs:sequence minOccurs="0"><xs:element name="inside" type="xs:int"/></xs:sequence>
          <xs:choice><xs:element name="one" type="xs:int"/><xs:element name="other" type="xs:int"/></xs:choice>
          <xs:element name="never" type="xs:int" minOccurs="0" maxOccurs="0"/>
          <xs:group ref="t:G" maxOccurs="unbounded"/>
        </xs:sequence><xs:attribute name="a" use="required"><xs:simpleType>
          <xs:restriction base="xs:string"><xs:enumeration value="x"/></xs:restriction>
        </xs:simpleType></xs:attribute></xs:complexType>
        <xs:complexType name="B"><xs:complexContent><xs:extension base="t:A"><xs:sequence>
          <xs:element name="more" type="t:A" maxOccurs="unbounded"/>
        </xs:sequence></xs:extension></xs:complexContent></xs:complexType>`),
    });
    const { rows } = generate({ entries: [join(folder, "a.xsd")] }).summary;
    expect(Object.fromEntries(rows.map((r) => [r.construct, [r.documents, r.generated, r.dropped]]))).toEqual({
      types: [3, 3, []],
      elements: [7, 7, []],
      requiredElements: [3, 3, []],
      attributes: [2, 2, []],
      enumerations: [1, 1, []],
    });
  });

  it("is in the JSON report for every job, by itself for one", async () => {
    const file = (name: string): string =>
      schema(`<xs:complexType name="${name}"><xs:sequence/></xs:complexType><xs:complexType name="T"/>`);
    const folder = workspace({
      "a.xsd": file("A"),
      "b.xsd": schema(`<xs:complexType name="B"/>`),
      "c.json": JSON.stringify({
        jobs: [
          { name: "one", entries: ["a.xsd"], out: "1" },
          { name: "two", entries: ["b.xsd"], out: "2" },
        ],
      }),
    });
    const two = JSON.parse((await call("--config", join(folder, "c.json"), "--json")).out) as Record<string, unknown>;
    expect(two).toMatchObject({
      summary: null,
      jobs: [
        { name: "one", root: join(folder, "1"), summary: { types: 2, rows: [{ construct: "types", documents: 2 }] } },
        { name: "two", root: join(folder, "2"), summary: { types: 1 } },
      ],
    });
    const one = JSON.parse((await call(join(folder, "a.xsd"), "--out", join(folder, "3"), "--json")).out);
    expect(one).toMatchObject({ summary: { types: 2 }, jobs: [{ summary: { types: 2 } }] });
    expect((await call("--config", join(folder, "c.json"))).out).toMatch(/^one: 1 documents\n[^]*^two: 1 documents\n/m);
  });

  it("cuts long lists of names", () => {
    const dropped = Array.from({ length: 12 }, (_, i) => `n${i}`);
    const summary = { rows: [{ construct: "types", documents: 12, generated: 0, dropped }], recorded: [] };
    expect(summaryText(summary as never)).toContain("types: n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, … 2 more (--json)");
  });
});
