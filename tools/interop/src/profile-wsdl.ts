import type { WireProfile } from "@coo/soap";

/** Head fields that stand in wrappers of their own under `head: "parameters"`. */
const REQUEST_HEAD = ["providerCode", "service", "version", "messageId", "timestamp", "nonceStr", "signType", "sign"];
const ANSWER_HEAD = [
  "providerCode",
  "messageId",
  "timestamp",
  "returnCode",
  "returnMessage",
  "nonceStr",
  "signType",
  "sign",
];

/** Parameters of a request in order: what each holds, and its name. */
export function requestParameters(wire: WireProfile): readonly (readonly [role: string, name: string])[] {
  const dispatch = wire.split === "dispatch";
  const roles = [
    ...(dispatch ? ["service"] : []),
    ...(wire.head === "parameters" ? REQUEST_HEAD.filter((name) => !dispatch || name !== "service") : []),
    ...(wire.payload === "three-strings" ? ["providerCode", "sign", "data"] : ["payload"]),
  ];
  const numbered = /^(arg|in)0$/.exec(wire.parameterName)?.[1];
  return roles.map((role, index) => {
    if (numbered !== undefined && roles.length > 1) return [role, `${numbered}${index}`];
    return [role, role === "payload" ? wire.parameterName : role];
  });
}

/** The same of an answer. */
export function answerParameters(wire: WireProfile): readonly (readonly [role: string, name: string])[] {
  const head = wire.head === "parameters" ? ANSWER_HEAD : [];
  return [...head.map((name) => [name, name] as const), ["payload", wire.resultName]];
}

/**
 * What a peer would publish that speaks a profile with string payloads: a foreign stack that goes by WSDL needs one.
 *
 * @param operations - Names; a dispatching service has its one operation instead.
 */
export function profileWsdl(wire: WireProfile, ns: string, operations: readonly string[], address: string): string {
  const names = wire.split === "dispatch" ? ["exchange"] : operations;
  const rpc = wire.style.startsWith("rpc");
  const bare = wire.style === "document-bare";
  const soap = `http://schemas.xmlsoap.org/wsdl/soap${wire.soapVersion === "1.2" ? "12" : ""}/`;
  const string = (name: string): string => `<xs:element name="${name}" type="xs:string"/>`;
  const wrapper = (name: string, parameters: readonly (readonly [string, string])[]): string =>
    `<xs:element name="${name}"><xs:complexType><xs:sequence>${parameters
      .map(([, parameter]) => string(parameter))
      .join("")}</xs:sequence></xs:complexType></xs:element>`;
  const [asked, answered] = [requestParameters(wire), answerParameters(wire)];
  const elements = bare
    ? string(wire.parameterName) + string(wire.resultName)
    : names.map((name) => wrapper(name, asked) + wrapper(`${name}Response`, answered)).join("");
  const parts = (element: string, parameters: readonly (readonly [string, string])[]): string =>
    rpc
      ? parameters.map(([, name]) => `<wsdl:part name="${name}" type="xs:string"/>`).join("")
      : `<wsdl:part name="parameters" element="tns:${element}"/>`;
  const messages = names.map((name) => {
    const request = parts(bare ? wire.parameterName : name, asked);
    const answer = parts(bare ? wire.resultName : `${name}Response`, answered);
    return `<wsdl:message name="${name}">${request}</wsdl:message><wsdl:message name="${name}Response">${answer}</wsdl:message>`;
  });
  const portType = names.map(
    (name) =>
      `<wsdl:operation name="${name}"><wsdl:input message="tns:${name}"/><wsdl:output message="tns:${name}Response"/></wsdl:operation>`,
  );
  const use = wire.style === "rpc-encoded" ? "encoded" : "literal";
  const encoding = use === "encoded" ? ` encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"` : "";
  const body = `<soap:body use="${use}"${encoding}${rpc ? ` namespace="${ns}"` : ""}/>`;
  const action = (name: string): string =>
    wire.soapAction === "empty" ? "" : wire.soapAction === "operation" ? name : `${ns}/${name}`;
  const bindings = names.map(
    (name) =>
      `<wsdl:operation name="${name}"><soap:operation soapAction="${action(name)}"/><wsdl:input>${body}</wsdl:input><wsdl:output>${body}</wsdl:output></wsdl:operation>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="${soap}" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tns="${ns}" targetNamespace="${ns}">
<wsdl:types><xs:schema targetNamespace="${ns}" elementFormDefault="${wire.qualifiedChildren ? "qualified" : "unqualified"}">${elements}</xs:schema></wsdl:types>
${messages.join("\n")}
<wsdl:portType name="PortType">${portType.join("")}</wsdl:portType>
<wsdl:binding name="Binding" type="tns:PortType"><soap:binding style="${rpc ? "rpc" : "document"}" transport="http://schemas.xmlsoap.org/soap/http"/>${bindings.join("")}</wsdl:binding>
<wsdl:service name="Service"><wsdl:port name="Port" binding="tns:Binding"><soap:address location="${address}"/></wsdl:port></wsdl:service>
</wsdl:definitions>
`;
}
