import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Type } from "@coo/wsdl";
import { encodeText } from "@coo/xml";
import { type Field, fieldsOf } from "../../src/arrive/fields.ts";
import { loadReference, type Reference } from "../../src/arrive/reference.ts";
import { elementName, KINDS, type Kind, type Named, operationName, typeName } from "./delivery-names.ts";

/**
 * Writes the three made-up deliveries: `node build-deliveries.ts`. Nothing of them comes from CCPIT. The structure is that of
 * the reference edition, changed as each of the three stacks would have it; every name is written by hand in
 * delivery-names.ts.
 */

const INVENTED = `
  虚构的练习材料,不是官方文件,与贸促会无关。
  An invented exercise, no official document, nothing of it comes from CCPIT.
`;

export const reference: Reference = loadReference(
  fileURLToPath(new URL("../../../../schemas/2018-07", import.meta.url)),
);

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const doc = (zh: string, tag = "xs:documentation"): string =>
  zh === ""
    ? ""
    : tag === "xs:documentation"
      ? `<xs:annotation><xs:documentation>${escape(zh)}</xs:documentation></xs:annotation>`
      : `<${tag}>${escape(zh)}</${tag}>`;

function ours(name: string): Type {
  const found = [...reference.model.schemas.types].find(([key]) => key.endsWith(`}${name}`));
  if (!found) throw new Error(`no type ${name}`);
  return found[1];
}

const nameOf = (type: Type): string => (type.kind === "complex" ? (type.name?.local ?? "") : "");

/** Names of all complex types that a type leads to, itself first. */
function reached(name: string, into: string[] = []): string[] {
  if (into.includes(name)) return into;
  into.push(name);
  for (const f of fieldsOf(ours(name))) if (f.type.kind === "complex") reached(nameOf(f.type), into);
  return into;
}

interface Simple {
  readonly xsd: string;
  /** A list in one element with us: of what many elements are there. */
  readonly list: boolean;
  readonly length: number | null;
}

function simpleOf(type: Type): Simple {
  let list = false;
  let builtin = "string";
  let length: number | null = null;
  for (let t: Type | null = type; t?.kind === "simple"; t = t.base) {
    if (t.variety === "list") list = true;
    if (t.facets.maxLength && length === null) length = Number(t.facets.maxLength.value);
    if (t.variety === "builtin") {
      builtin = t.name?.local ?? "string";
      break;
    }
  }
  const known = ["boolean", "int", "decimal", "base64Binary"].includes(builtin) ? builtin : "string";
  return { xsd: `xs:${known}`, list, length: known === "string" ? length : null };
}

interface Style {
  readonly kind: Kind;
  /** Reference to a complex type of ours. */
  readonly ref: (name: string) => string;
}

function element(field: Field, { kind, ref }: Style): string {
  const named = elementName(kind, field.name);
  if (named === null) return "";
  const occurs = (min: boolean, many: boolean): string =>
    `${min ? ' minOccurs="0"' : ""}${many ? ' maxOccurs="unbounded"' : ""}`;
  const annotation = kind === "dotnet" ? "" : doc(named.zh);
  if (field.type.kind === "complex")
    return tag(
      `name="${named.name}" type="${ref(nameOf(field.type))}"${occurs(field.optional, field.repeated)}`,
      annotation,
    );
  const { xsd, list, length } = simpleOf(field.type);
  if (kind === "axis") {
    if (list) return tag(`name="${named.name}" type="xs:NMTOKENS"${occurs(field.optional, false)}`, annotation);
    if (length !== null)
      return tag(
        `name="${named.name}"${occurs(field.optional, field.repeated)}`,
        `${annotation}<xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="${length}"/></xs:restriction></xs:simpleType>`,
      );
  }
  return tag(`name="${named.name}" type="${xsd}"${occurs(field.optional || list, field.repeated || list)}`, annotation);
}

function tag(attributes: string, content: string): string {
  return content === ""
    ? `        <xs:element ${attributes}/>\n`
    : `        <xs:element ${attributes}>${content}</xs:element>\n`;
}

function complexType(name: string, style: Style, extra = "", about = ""): string {
  const elements = fieldsOf(ours(name)).map((f) => element(f, style));
  return `    <xs:complexType name="${typeName(style.kind, name)}">${about === "" ? "" : doc(about)}
      <xs:sequence>
${elements.join("")}${extra}      </xs:sequence>
    </xs:complexType>\n`;
}

/** Area of a type of ours by its namespace: common, enterprise, document, goods, seal. */
function areaOf(name: string): string {
  const type = ours(name);
  return type.kind === "complex" ? (type.name?.ns.split(":").at(-1) ?? "") : "";
}

const messages = reference.interfaces.flatMap((i) => [nameOf(i.request), nameOf(i.response)]);
const everything = [...new Set(messages.flatMap((name) => reached(name)))];

/** Files by path; text is UTF-8, bytes are in another encoding. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

// ---- one: Axis 1, rpc/encoded, everything in strings, GB18030

function axis(): Files {
  const files = new Map<string, Uint8Array>();
  const put = (file: string, text: string): void =>
    void files.set(
      file,
      encodeText(`<?xml version="1.0" encoding="GB18030"?>\n<!--${INVENTED}-->\n${text}`, "GB18030"),
    );
  const areas = { common: "gg", enterprise: "qy", document: "dz", goods: "sp", seal: "yz" } as const;
  const titles = { common: "公共", enterprise: "企业", document: "单证", goods: "商品", seal: "印章" } as const;
  const ns = (area: string): string => `http://coo.example.invalid/bw/${areas[area as keyof typeof areas]}`;
  for (const area of Object.keys(areas) as (keyof typeof areas)[]) {
    const ref = (name: string): string => `${areas[areaOf(name) as keyof typeof areas]}:${typeName("axis", name)}`;
    const types = everything.filter((name) => areaOf(name) === area);
    const body = types
      .map((name) => {
        const at = messages.indexOf(name);
        const about =
          at < 0
            ? ""
            : `${operationName("axis", reference.interfaces[at >> 1]?.no ?? 0).zh}${at % 2 === 0 ? "请求" : "应答"}`;
        const extra = at >= 0 && at % 2 === 0 ? tag('name="KZX" type="xs:string" minOccurs="0"', doc("扩展项")) : "";
        return complexType(name, { kind: "axis", ref }, extra, about);
      })
      .join("");
    const uses = Object.keys(areas).filter((a) => a === "common" && area !== "common");
    put(
      `报文结构/${titles[area]}.xsd`,
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${ns(area)}" elementFormDefault="unqualified"
    ${[...uses, area].map((a) => `xmlns:${areas[a as keyof typeof areas]}="${ns(a)}"`).join(" ")}>
${uses.map((a) => `    <xs:import namespace="${ns(a)}" schemaLocation="${titles[a as keyof typeof titles]}.xsd"/>\n`).join("")}${area === "common" ? AXIS_ENVELOPE : ""}${body}</xs:schema>\n`,
    );
  }
  const wsdl = (name: string, title: string, numbers: readonly number[], extras: readonly Named[]): string => {
    const all = [
      ...numbers.map((no) => ({ ...operationName("axis", no), no })),
      ...extras.map((e) => ({ ...e, service: "", no: 0 })),
    ];
    const mention = (no: number): string => {
      const one = reference.interfaces.find((i) => i.no === no);
      if (!one) return "";
      return `。请求报文内容见 ${typeName("axis", nameOf(one.request))},应答报文内容见 ${typeName("axis", nameOf(one.response))}`;
    };
    return `<wsdl:definitions name="${name}" targetNamespace="http://coo.example.invalid/axis/${name}"
    xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
    xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:impl="http://coo.example.invalid/axis/${name}">
${all.map((o) => `  <wsdl:message name="${o.name}Request"><wsdl:part name="bw" type="xsd:string"/></wsdl:message>\n  <wsdl:message name="${o.name}Response"><wsdl:part name="bwfh" type="xsd:string"/></wsdl:message>\n`).join("")}  <wsdl:portType name="${name}">
    ${doc(title, "wsdl:documentation")}
${all
  .map(
    (o) => `    <wsdl:operation name="${o.name}" parameterOrder="bw">
      ${doc(`${o.zh}${mention(o.no)}`, "wsdl:documentation")}
      <wsdl:input name="${o.name}Request" message="impl:${o.name}Request"/>
      <wsdl:output name="${o.name}Response" message="impl:${o.name}Response"/>
    </wsdl:operation>\n`,
  )
  .join("")}  </wsdl:portType>
  <wsdl:binding name="${name}SoapBinding" type="impl:${name}">
    <soap:binding style="rpc" transport="http://schemas.xmlsoap.org/soap/http"/>
${all
  .map((o) => {
    const body = `<soap:body use="encoded" encodingStyle="http://schemas.xmlsoap.org/soap/encoding/" namespace="http://coo.example.invalid/axis/${name}"/>`;
    return `    <wsdl:operation name="${o.name}"><soap:operation soapAction=""/><wsdl:input name="${o.name}Request">${body}</wsdl:input><wsdl:output name="${o.name}Response">${body}</wsdl:output></wsdl:operation>\n`;
  })
  .join("")}  </wsdl:binding>
  <wsdl:service name="${name}Service"><wsdl:port name="${name}" binding="impl:${name}SoapBinding"><soap:address location="http://127.0.0.1:9001/services/${name}"/></wsdl:port></wsdl:service>
</wsdl:definitions>\n`;
  };
  const calls = reference.interfaces.filter((i) => i.entry.direction === "call").map((i) => i.no);
  const pushes = reference.interfaces.filter((i) => i.entry.direction === "push").map((i) => i.no);
  put(
    "接口文件/签证服务.wsdl",
    wsdl("QzService", "签证系统对外服务", calls, [
      { name: "zsZf", zh: "证书作废申请" },
      { name: "ltCs", zh: "连通性测试" },
    ]),
  );
  put("推送文件/推送服务.wsdl", wsdl("TsService", "由接入商实现,签证系统调用", pushes, []));
  return files;
}

const AXIS_ENVELOPE = `    <xs:element name="BWQQ">
      <xs:annotation><xs:documentation>请求报文</xs:documentation></xs:annotation>
      <xs:complexType><xs:sequence>
        <xs:element name="BWT" type="gg:QQBWTLX"/>
        <xs:element name="BWNR" type="xs:anyType"><xs:annotation><xs:documentation>报文内容</xs:documentation></xs:annotation></xs:element>
      </xs:sequence></xs:complexType>
    </xs:element>
    <xs:element name="BWYD">
      <xs:annotation><xs:documentation>应答报文</xs:documentation></xs:annotation>
      <xs:complexType><xs:sequence>
        <xs:element name="BWT" type="gg:YDBWTLX"/>
        <xs:element name="BWNR" type="xs:anyType"><xs:annotation><xs:documentation>报文内容</xs:documentation></xs:annotation></xs:element>
      </xs:sequence></xs:complexType>
    </xs:element>
    <xs:complexType name="QQBWTLX">
      <xs:annotation><xs:documentation>请求报文头</xs:documentation></xs:annotation>
      <xs:sequence>
        <xs:element name="JRSDM" type="xs:string"><xs:annotation><xs:documentation>接入商代码</xs:documentation></xs:annotation></xs:element>
        <xs:element name="JKDM" type="xs:string"><xs:annotation><xs:documentation>接口代码</xs:documentation></xs:annotation></xs:element>
        <xs:element name="BWLSH" type="xs:string"><xs:annotation><xs:documentation>报文流水号</xs:documentation></xs:annotation></xs:element>
        <xs:element name="SJC" type="xs:string"><xs:annotation><xs:documentation>时间戳</xs:documentation></xs:annotation></xs:element>
        <xs:element name="SJS" type="xs:string" minOccurs="0"><xs:annotation><xs:documentation>随机数</xs:documentation></xs:annotation></xs:element>
        <xs:element name="QMZ" type="xs:string"><xs:annotation><xs:documentation>签名值</xs:documentation></xs:annotation></xs:element>
      </xs:sequence>
    </xs:complexType>
    <xs:complexType name="YDBWTLX">
      <xs:annotation><xs:documentation>应答报文头</xs:documentation></xs:annotation>
      <xs:sequence>
        <xs:element name="JRSDM" type="xs:string" minOccurs="0"><xs:annotation><xs:documentation>接入商代码</xs:documentation></xs:annotation></xs:element>
        <xs:element name="BWLSH" type="xs:string"><xs:annotation><xs:documentation>报文流水号</xs:documentation></xs:annotation></xs:element>
        <xs:element name="SJC" type="xs:string"><xs:annotation><xs:documentation>时间戳</xs:documentation></xs:annotation></xs:element>
        <xs:element name="FHDM" type="xs:string"><xs:annotation><xs:documentation>返回代码</xs:documentation></xs:annotation></xs:element>
        <xs:element name="FHXX" type="xs:string" minOccurs="0"><xs:annotation><xs:documentation>返回信息</xs:documentation></xs:annotation></xs:element>
        <xs:element name="SJS" type="xs:string" minOccurs="0"><xs:annotation><xs:documentation>随机数</xs:documentation></xs:annotation></xs:element>
        <xs:element name="QMZ" type="xs:string"><xs:annotation><xs:documentation>签名值</xs:documentation></xs:annotation></xs:element>
      </xs:sequence>
    </xs:complexType>
`;

// ---- two: CXF, document/literal wrapped, typed, with inheritance and a SOAP header

function cxf(): Files {
  const files = new Map<string, string>();
  const put = (file: string, text: string): void =>
    void files.set(file, `<?xml version="1.0" encoding="UTF-8"?>\n<!--${INVENTED}-->\n${text}`);
  const parts = { common: "base", enterprise: "company", document: "co", goods: "product", seal: "stamp" } as const;
  const part = (area: string): string => parts[area as keyof typeof parts];
  const ns = (area: string): string => `http://${part(area)}.dto.coo.example.invalid/`;
  const ref = (name: string): string => `${part(areaOf(name))}:${typeName("cxf", name)}`;
  const style: Style = { kind: "cxf", ref };
  const extended = (name: string, base: string, without: readonly string[], abstract = false): string => {
    const own = fieldsOf(ours(name)).filter((f) => !without.includes(f.name));
    return `    <xs:complexType name="${typeName("cxf", name)}"${abstract ? ' abstract="true"' : ""}>
      <xs:complexContent><xs:extension base="${base}"><xs:sequence>
${own.map((f) => element(f, style)).join("")}      </xs:sequence></xs:extension></xs:complexContent>
    </xs:complexType>\n`;
  };
  const fieldNames = (name: string): string[] => fieldsOf(ours(name)).map((f) => f.name);
  const paged = ["total", "pageNo", "pageSize"];
  const general = fieldNames("ApplyGeneralCertificateRequest").filter((n) => n !== "goodsList");
  const abstractCo = `    <xs:complexType name="CoApplication" abstract="true">
      <xs:complexContent><xs:extension base="base:BaseRequest"><xs:sequence>
${fieldsOf(ours("ApplyGeneralCertificateRequest"))
  .filter((f) => f.name !== "goodsList")
  .map((f) => element(f, style))
  .join("")}      </xs:sequence></xs:extension></xs:complexContent>
    </xs:complexType>\n`;
  const typeText = (name: string): string => {
    if (name === "ApplyGeneralCertificateRequest" || name === "ApplyPreferentialCertificateRequest")
      return extended(name, "co:CoApplication", general);
    if (name === "PreferentialGoods") return extended(name, "co:GoodsLine", fieldNames("GeneralGoods"));
    const at = messages.indexOf(name);
    if (at < 0) return complexType(name, style);
    if (at % 2 === 0) return extended(name, "base:BaseRequest", []);
    return paged.every((n) => fieldNames(name).includes(n))
      ? extended(name, "base:PagedReply", paged)
      : extended(name, "base:BaseReply", []);
  };
  for (const area of Object.keys(parts)) {
    const own =
      area === "common"
        ? `    <xs:complexType name="BaseRequest" abstract="true"><xs:sequence>
${tag('name="traceNo" type="xs:string" minOccurs="0"', doc("跟踪号"))}      </xs:sequence></xs:complexType>
    <xs:complexType name="BaseReply"><xs:sequence>
${tag('name="hint" type="xs:string" minOccurs="0"', doc("提示"))}      </xs:sequence></xs:complexType>
    <xs:complexType name="PagedReply"><xs:complexContent><xs:extension base="base:BaseReply"><xs:sequence>
${fieldsOf(ours("QueryBranchesResponse"))
  .filter((f) => paged.includes(f.name))
  .map((f) => element(f, style))
  .join("")}      </xs:sequence></xs:extension></xs:complexContent></xs:complexType>\n`
        : area === "document"
          ? abstractCo
          : "";
    const uses = area === "common" ? ["common"] : ["common", area];
    put(
      `schema/${part(area)}.xsd`,
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${ns(area)}" elementFormDefault="unqualified" ${uses.map((a) => `xmlns:${part(a)}="${ns(a)}"`).join(" ")}>
${uses
  .filter((a) => a !== area)
  .map((a) => `    <xs:import namespace="${ns(a)}" schemaLocation="${part(a)}.xsd"/>\n`)
  .join("")}${own}${everything
  .filter((name) => areaOf(name) === area)
  .map(typeText)
  .join("")}</xs:schema>\n`,
    );
  }
  const wsdl = (name: string, about: string, numbers: readonly number[], extras: readonly Named[]): string => {
    const target = `http://ws.coo.example.invalid/${name}`;
    const all = [
      ...numbers.map((no) => {
        const one = reference.interfaces.find((i) => i.no === no);
        return {
          ...operationName("cxf", no),
          request: ref(nameOf(one?.request as Type)),
          response: ref(nameOf(one?.response as Type)),
        };
      }),
      ...extras.map((e) => ({ ...e, request: "xs:string", response: "xs:string" })),
    ];
    const wrapper = (element: string, child: string, type: string): string =>
      `      <xs:element name="${element}" type="tns:${element}"/>
      <xs:complexType name="${element}"><xs:sequence><xs:element name="${child}" type="${type}" minOccurs="0"/></xs:sequence></xs:complexType>\n`;
    return `<wsdl:definitions name="${name}" targetNamespace="${target}" xmlns:tns="${target}"
    xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    ${Object.keys(parts)
      .map((a) => `xmlns:${part(a)}="${ns(a)}"`)
      .join(" ")}>
  <wsdl:types>
    <xs:schema targetNamespace="${target}" elementFormDefault="unqualified">
${Object.keys(parts)
  .map((a) => `      <xs:import namespace="${ns(a)}" schemaLocation="schema/${part(a)}.xsd"/>\n`)
  .join("")}      <xs:element name="AuthHeader"><xs:complexType><xs:sequence>
${CXF_HEAD}      </xs:sequence></xs:complexType></xs:element>
      <xs:element name="ReplyHeader"><xs:complexType><xs:sequence>
${CXF_REPLY_HEAD}      </xs:sequence></xs:complexType></xs:element>
${all.map((o) => wrapper(o.name, "request", o.request) + wrapper(`${o.name}Response`, "return", o.response)).join("")}    </xs:schema>
  </wsdl:types>
${all
  .map(
    (
      o,
    ) => `  <wsdl:message name="${o.name}"><wsdl:part name="parameters" element="tns:${o.name}"/><wsdl:part name="auth" element="tns:AuthHeader"/></wsdl:message>
  <wsdl:message name="${o.name}Response"><wsdl:part name="parameters" element="tns:${o.name}Response"/><wsdl:part name="reply" element="tns:ReplyHeader"/></wsdl:message>\n`,
  )
  .join("")}  <wsdl:portType name="${name}">
    ${doc(about, "wsdl:documentation")}
${all
  .map(
    (o) =>
      `    <wsdl:operation name="${o.name}">${doc(o.zh, "wsdl:documentation")}<wsdl:input message="tns:${o.name}"/><wsdl:output message="tns:${o.name}Response"/></wsdl:operation>\n`,
  )
  .join("")}  </wsdl:portType>
  <wsdl:binding name="${name}SoapBinding" type="tns:${name}">
    <soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
${all
  .map(
    (o) => `    <wsdl:operation name="${o.name}"><soap:operation soapAction=""/>
      <wsdl:input><soap:header message="tns:${o.name}" part="auth" use="literal"/><soap:body use="literal" parts="parameters"/></wsdl:input>
      <wsdl:output><soap:header message="tns:${o.name}Response" part="reply" use="literal"/><soap:body use="literal" parts="parameters"/></wsdl:output>
    </wsdl:operation>\n`,
  )
  .join("")}  </wsdl:binding>
  <wsdl:service name="${name}Service"><wsdl:port name="${name}Port" binding="tns:${name}SoapBinding"><soap:address location="http://127.0.0.1:9002/cxf/${name}"/></wsdl:port></wsdl:service>
</wsdl:definitions>\n`;
  };
  const numbers = (direction: string): number[] =>
    reference.interfaces.filter((i) => i.entry.direction === direction).map((i) => i.no);
  put(
    "CoExchange.wsdl",
    wsdl("CoExchange", "证书签发服务", numbers("call"), [
      { name: "withdrawCo", zh: "撤回证书申报" },
      { name: "ping", zh: "" },
    ]),
  );
  put("PlatformCallback.wsdl", wsdl("PlatformCallback", "回调服务,由接入平台实现", numbers("push"), []));
  return files;
}

const CXF_HEAD = [
  ["platformCode", "接入商代码"],
  ["messageNo", "报文编号"],
  ["sentAt", "时间戳"],
  ["nonce", "随机串"],
  ["signature", "签名"],
]
  .map(([name, zh]) => tag(`name="${name}" type="xs:string"`, doc(zh as string)))
  .join("");
const CXF_REPLY_HEAD = [
  ["messageNo", "报文编号"],
  ["sentAt", "时间戳"],
  ["resultCode", "返回码"],
  ["resultText", "返回信息"],
  ["nonce", "随机串"],
  ["signature", "签名"],
]
  .map(([name, zh]) =>
    tag(
      `name="${name}" type="xs:string"${name === "nonce" || name === "resultText" ? ' minOccurs="0"' : ""}`,
      doc(zh as string),
    ),
  )
  .join("");

// ---- three: .NET, a service for each interface, each with types of its own

function dotnet(): Files {
  const files = new Map<string, string | Uint8Array>();
  for (const one of reference.interfaces) {
    const { name, service, zh } = operationName("dotnet", one.no);
    const target = `http://tempuri.org/${service}`;
    const style: Style = { kind: "dotnet", ref: (type) => `tns:${typeName("dotnet", type)}` };
    const [request, response] = [nameOf(one.request), nameOf(one.response)];
    const types = [...new Set([...reached(request), ...reached(response)])];
    const memo = tag('name="Memo" type="xs:string" minOccurs="0"', "");
    const soap = (
      v: "soap" | "soap12",
    ): string => `  <wsdl:binding name="${service}${v === "soap" ? "Soap" : "Soap12"}" type="tns:${service}Soap">
    <${v}:binding transport="http://schemas.xmlsoap.org/soap/http"/>
    <wsdl:operation name="${name}"><${v}:operation soapAction="${target}/${name}" style="document"/><wsdl:input><${v}:body use="literal"/></wsdl:input><wsdl:output><${v}:body use="literal"/></wsdl:output></wsdl:operation>
  </wsdl:binding>\n`;
    const port = (v: "soap" | "soap12"): string =>
      `<wsdl:port name="${service}${v === "soap" ? "Soap" : "Soap12"}" binding="tns:${service}${v === "soap" ? "Soap" : "Soap12"}"><${v}:address location="http://127.0.0.1:9003/${service}.asmx"/></wsdl:port>`;
    const charset = one.no === 1 ? "utf-16" : "utf-8";
    const text = `<?xml version="1.0" encoding="${charset}"?>
<!--${INVENTED}-->
<wsdl:definitions targetNamespace="${target}" xmlns:tns="${target}" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/" xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <wsdl:types>
    <xs:schema elementFormDefault="qualified" targetNamespace="${target}">
      <xs:element name="${name}"><xs:complexType><xs:sequence><xs:element minOccurs="0" maxOccurs="1" name="info" type="${style.ref(request)}"/></xs:sequence></xs:complexType></xs:element>
      <xs:element name="${name}Response"><xs:complexType><xs:sequence><xs:element minOccurs="0" maxOccurs="1" name="${name}Result" type="${style.ref(response)}"/></xs:sequence></xs:complexType></xs:element>
${types.map((type) => complexType(type, style, type === request || type === response ? memo : "")).join("")}    </xs:schema>
  </wsdl:types>
  <wsdl:message name="${name}SoapIn"><wsdl:part name="parameters" element="tns:${name}"/></wsdl:message>
  <wsdl:message name="${name}SoapOut"><wsdl:part name="parameters" element="tns:${name}Response"/></wsdl:message>
  <wsdl:portType name="${service}Soap"><wsdl:operation name="${name}">${doc(zh, "wsdl:documentation")}<wsdl:input message="tns:${name}SoapIn"/><wsdl:output message="tns:${name}SoapOut"/></wsdl:operation></wsdl:portType>
${soap("soap")}${soap("soap12")}  <wsdl:service name="${service}">${port("soap")}${port("soap12")}</wsdl:service>
</wsdl:definitions>\n`;
    files.set(
      `${String(one.no).padStart(2, "0")}_${service}.wsdl`,
      charset === "utf-16" ? Buffer.from(`\uFEFF${text}`, "utf16le") : `\uFEFF${text}`,
    );
  }
  files.set("19_LogService.wsdl", `\uFEFF${DOTNET_LOG}`);
  return files;
}

const DOTNET_LOG = `<?xml version="1.0" encoding="utf-8"?>
<!--${INVENTED}-->
<wsdl:definitions targetNamespace="http://tempuri.org/LogService" xmlns:tns="http://tempuri.org/LogService" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <wsdl:types><xs:schema elementFormDefault="qualified" targetNamespace="http://tempuri.org/LogService">
    <xs:element name="UploadLog"><xs:complexType><xs:sequence><xs:element name="LogTime" type="xs:string"/><xs:element name="LogText" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
    <xs:element name="UploadLogResponse"><xs:complexType><xs:sequence><xs:element name="UploadLogResult" type="xs:int"/></xs:sequence></xs:complexType></xs:element>
  </xs:schema></wsdl:types>
  <wsdl:message name="UploadLogSoapIn"><wsdl:part name="parameters" element="tns:UploadLog"/></wsdl:message>
  <wsdl:message name="UploadLogSoapOut"><wsdl:part name="parameters" element="tns:UploadLogResponse"/></wsdl:message>
  <wsdl:portType name="LogServiceSoap"><wsdl:operation name="UploadLog"><wsdl:documentation>上传客户端日志</wsdl:documentation><wsdl:input message="tns:UploadLogSoapIn"/><wsdl:output message="tns:UploadLogSoapOut"/></wsdl:operation></wsdl:portType>
  <wsdl:binding name="LogServiceSoap" type="tns:LogServiceSoap"><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
    <wsdl:operation name="UploadLog"><soap:operation soapAction="http://tempuri.org/LogService/UploadLog" style="document"/><wsdl:input><soap:body use="literal"/></wsdl:input><wsdl:output><soap:body use="literal"/></wsdl:output></wsdl:operation></wsdl:binding>
  <wsdl:service name="LogService"><wsdl:port name="LogServiceSoap" binding="tns:LogServiceSoap"><soap:address location="http://127.0.0.1:9003/LogService.asmx"/></wsdl:port></wsdl:service>
</wsdl:definitions>\n`;

/** The files of one delivery. */
export function buildDelivery(kind: Kind): Files {
  return kind === "axis" ? axis() : kind === "cxf" ? cxf() : dotnet();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const kind of KINDS) {
    const folder = fileURLToPath(new URL(`deliveries/${kind}`, import.meta.url));
    rmSync(folder, { recursive: true, force: true });
    for (const [path, content] of buildDelivery(kind)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  }
}
