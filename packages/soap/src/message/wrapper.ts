import { END, START, type XmlReader } from "@coo/xml";
import type { ElementName } from "../codec/encode.ts";
import { escapeAttribute } from "../codec/escape.ts";
import { ENC11_NS, ENC12_NS, XSD_NS, XSI_NS } from "../codec/names.ts";
import { isAt, nextTag } from "../envelope/envelope.ts";
import { ENCODING_NS, ENVELOPE_NS } from "../envelope/names.ts";
import { SoapError } from "../errors.ts";
import { shorten } from "../issue.ts";
import { collapse } from "../simple/white-space.ts";
import type { WireProfile } from "../wire-profile.ts";

type WrapperWire = Pick<WireProfile, "soapVersion" | "style" | "qualifiedChildren">;

/** A child of the wrapper: markup of its content. */
export interface WrapperChild {
  readonly name: string;
  readonly content: string;
}

/** The wrapper with string children; rpc/encoded says the type of each. */
export function writeWrapper(wrapper: ElementName, children: readonly WrapperChild[], wire: WrapperWire): string {
  const encoded = wire.style === "rpc-encoded";
  const declarations = encoded ? ` xmlns:xsi="${XSI_NS}" xmlns:xsd="${XSD_NS}"` : "";
  const style = encoded ? ` soap:encodingStyle="${ENCODING_NS[wire.soapVersion]}"` : "";
  const type = encoded ? ' xsi:type="xsd:string"' : "";
  const prefix = wire.qualifiedChildren ? "c:" : "";
  const inner = children.map(({ name, content }) => `<${prefix}${name}${type}>${content}</${prefix}${name}>`).join("");
  return `<c:${wrapper.name} xmlns:c="${escapeAttribute(wrapper.ns)}"${declarations}${style}>${inner}</c:${wrapper.name}>`;
}

/**
 * Reads string children of the wrapper at a START event, up to its END: exactly the names given, in order.
 *
 * @param optional - Names that may be left out.
 */
export function readWrapper(
  reader: XmlReader,
  names: readonly string[],
  ns: string,
  wire: WrapperWire,
  optional: ReadonlySet<string> = new Set(),
): (string | undefined)[] {
  checkAttributes(reader, wire, false);
  const values: (string | undefined)[] = [];
  let event = nextTag(reader);
  for (const name of names) {
    if (event === START && isAt(reader, name, ns)) {
      values.push(readStringParameter(reader, wire));
      event = nextTag(reader);
    } else if (optional.has(name)) values.push(undefined);
    else {
      const found = event === START ? `<${shorten(reader.qname)}> in namespace "${shorten(reader.ns, 80)}"` : "nothing";
      const wanted = ns === "" ? `<${name}> in no namespace` : `<${name}> in namespace "${ns}"`;
      throw wrong(
        `${wanted} is expected, found ${found}`,
        `应为参数 ${name},实际为 ${event === START ? shorten(reader.qname) : "空"}`,
      );
    }
  }
  if (event !== END) throw wrong(`unexpected <${shorten(reader.qname)}>`, `出现多余的参数 ${shorten(reader.qname)}`);
  return values;
}

/** Text of a string parameter at a START event, up to its END. */
export function readStringParameter(reader: XmlReader, wire: WrapperWire): string {
  checkAttributes(reader, wire, true);
  return reader.readText();
}

function checkAttributes(reader: XmlReader, wire: WrapperWire, parameter: boolean): void {
  for (let i = 0; i < reader.attributeCount; i++) {
    const ns = reader.attributeNs(i);
    const local = reader.attributeLocal(i);
    if (ns === ENVELOPE_NS[wire.soapVersion] && local === "encodingStyle" && wire.style === "rpc-encoded") continue;
    if (parameter && ns === XSI_NS && local === "type") {
      const value = collapse(reader.attributeValue(i));
      const colon = value.indexOf(":");
      const of = reader.lookupNamespace(colon < 0 ? "" : value.slice(0, colon));
      if (value.slice(colon + 1) === "string" && (of === XSD_NS || of === ENC11_NS || of === ENC12_NS)) continue;
    }
    throw wrong(
      `<${shorten(reader.qname)}> has attribute ${shorten(local)}`,
      `<${shorten(reader.qname)}> 带有属性 ${shorten(local)}`,
    );
  }
}

function wrong(what: string, whatZh: string): SoapError {
  return new SoapError("SOAP_PAYLOAD", `the wrapper is wrong: ${what}`, `包装元素有误: ${whatZh}`);
}
