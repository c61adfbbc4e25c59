/** Names of a drawn service; keys as in a manifest's `fields`. */
export interface Vocabulary {
  readonly namespace: string;
  readonly operation: string;
  readonly other: string;
  /** The element inside of the wrapper, and the types. */
  readonly value: string;
  readonly data: string;
  readonly base: string;
  readonly derived: string;
  readonly fields: Readonly<Record<FieldKey, string>>;
}

export type FieldKey = "id" | "user" | "amount" | "at" | "tag" | "email" | "phone" | "memo" | "party" | "channel";

const NAMESPACES = [
  "urn:drawn:push",
  "http://drawn.example/push/",
  "http://drawn.example/a?b=c&d=1",
  "urn:drawn:%7Epush",
];
const OPERATIONS = ["PushResult", "推送结果", "push-result.v2", "constructor"];
const OTHERS = ["DropResult", "撤销", "drop", "toString"];
const VALUES = ["body", "内容", "the.value", "item"];
const TYPES = [
  ["Data", "Base", "Special"],
  ["数据", "主体", "企业"],
  ["T1", "T2", "T3"],
] as const;
const FIELDS: Readonly<Record<FieldKey, readonly string[]>> = {
  id: ["id", "编号", "doc-no", "valueOf"],
  user: ["user", "姓名", "user.name", "hasOwnProperty"],
  amount: ["amount", "金额", "amount_1", "isPrototypeOf"],
  at: ["at", "时间", "time", "then"],
  tag: ["tag", "标签", "tag-x", "propertyIsEnumerable"],
  email: ["email", "邮箱", "mail", "toLocaleString"],
  phone: ["phone", "电话", "tel", "length"],
  memo: ["memo", "备注", "note", "__proto__"],
  party: ["party", "当事人", "who", "prototype"],
  channel: ["channel", "渠道", "via", "name"],
};

/** Draws a vocabulary. */
export function drawVocabulary(random: (below: number) => number): Vocabulary {
  const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T;
  const [data, base, derived] = pick(TYPES);
  return {
    namespace: pick(NAMESPACES),
    operation: pick(OPERATIONS),
    other: pick(OTHERS),
    value: pick(VALUES),
    data,
    base,
    derived,
    fields: Object.fromEntries(
      Object.entries(FIELDS).map(([key, names]) => [key, pick(names)]),
    ) as Vocabulary["fields"],
  };
}

const XSD = "http://www.w3.org/2001/XMLSchema";

/** The schema of a vocabulary. */
export function schemaOf(v: Vocabulary): string {
  const { fields: f } = v;
  const text = (name: string, more = ""): string => `<xs:element name="${name}" type="xs:string"${more}/>`;
  const wrapper = (name: string, type: string): string =>
    `<xs:element name="${name}"><xs:complexType><xs:sequence><xs:element name="${v.value}" type="${type}"/></xs:sequence></xs:complexType></xs:element>`;
  return `<xs:schema xmlns:xs="${XSD}" xmlns:t="${escapeXml(v.namespace)}" targetNamespace="${escapeXml(v.namespace)}" elementFormDefault="qualified">
<xs:simpleType name="Way"><xs:restriction base="xs:string"><xs:enumeration value="web"/><xs:enumeration value="app"/></xs:restriction></xs:simpleType>
<xs:complexType name="${v.base}" abstract="true"><xs:sequence>${text("name")}</xs:sequence></xs:complexType>
<xs:complexType name="${v.derived}"><xs:complexContent><xs:extension base="t:${v.base}"><xs:sequence>${text("no")}</xs:sequence></xs:extension></xs:complexContent></xs:complexType>
<xs:complexType name="${v.data}"><xs:sequence>
<xs:element name="${f.id}"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="[A-Z]-\\d{1,8}"/></xs:restriction></xs:simpleType></xs:element>
<xs:element name="${f.user}"><xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="40"/></xs:restriction></xs:simpleType></xs:element>
<xs:element name="${f.amount}"><xs:simpleType><xs:restriction base="xs:decimal"><xs:totalDigits value="18"/><xs:fractionDigits value="3"/></xs:restriction></xs:simpleType></xs:element>
<xs:element name="${f.at}" type="xs:dateTime"/>
${text(f.tag, ' minOccurs="0" maxOccurs="9"')}
<xs:choice>${text(f.email)}${text(f.phone)}</xs:choice>
${text(f.memo, ' minOccurs="0" nillable="true"')}
<xs:element name="${f.party}" type="t:${v.base}" minOccurs="0"/>
</xs:sequence><xs:attribute name="${f.channel}" type="t:Way" use="required"/></xs:complexType>
${wrapper(v.operation, `t:${v.data}`)}${wrapper(`${v.operation}Response`, `t:${v.data}`)}${wrapper(v.other, "xs:string")}${wrapper(`${v.other}Response`, "xs:string")}
</xs:schema>`;
}

/** The WSDL of a vocabulary: two operations, document/literal, SOAP 1.1. */
export function wsdlOf(v: Vocabulary): string {
  const operations = [v.operation, v.other];
  const each = (text: (name: string, i: number) => string): string => operations.map(text).join("");
  const ns = escapeXml(v.namespace);
  return `<?xml version="1.0" encoding="UTF-8"?>
<wsdl:definitions name="Drawn" targetNamespace="${ns}" xmlns:t="${ns}" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/">
<wsdl:types>${schemaOf(v)}</wsdl:types>
${each((name, i) => `<wsdl:message name="In${i}"><wsdl:part name="p" element="t:${name}"/></wsdl:message><wsdl:message name="Out${i}"><wsdl:part name="p" element="t:${name}Response"/></wsdl:message>`)}
<wsdl:portType name="Port">${each((name, i) => `<wsdl:operation name="${name}"><wsdl:input message="t:In${i}"/><wsdl:output message="t:Out${i}"/></wsdl:operation>`)}</wsdl:portType>
<wsdl:binding name="Bound" type="t:Port"><soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
${each((name, i) => `<wsdl:operation name="${name}"><soap:operation soapAction="urn:act:${i}"/><wsdl:input><soap:body use="literal"/></wsdl:input><wsdl:output><soap:body use="literal"/></wsdl:output></wsdl:operation>`)}
</wsdl:binding>
<wsdl:service name="Drawn"><wsdl:port name="P" binding="t:Bound"><soap:address location="http://127.0.0.1:1/"/></wsdl:port></wsdl:service>
</wsdl:definitions>
`;
}

/** Text for content and attribute values. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
