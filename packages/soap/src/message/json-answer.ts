import { readJson } from "../codec/json-text.ts";
import { SoapError } from "../errors.ts";
import { HeadCollector, type HeadField, type HeadLimits } from "./head.ts";

/*
 * Answers as JSON: {"Response":{"Head":{…},"Body":{…}}}. What is signed as body is the text of the Body member's value
 * exactly as it stands, braces included.
 */

export function writeJsonAnswer(head: readonly HeadField[] | undefined, bodyText: string): string {
  const fields = head ? `"Head":{${head.map(([n, v]) => `${JSON.stringify(n)}:${JSON.stringify(v)}`).join(",")}},` : "";
  return `{"Response":{${fields}"Body":${bodyText}}}`;
}

export function readJsonAnswer(
  text: string,
  withHead: boolean,
  limits: HeadLimits,
): { readonly head: readonly HeadField[] | undefined; readonly bodyText: string } {
  const root = readJson(text);
  const response = root.k === "object" && root.members.size === 1 ? root.members.get("Response") : undefined;
  if (response?.k !== "object") throw wrong('the only member is "Response"', "应只有成员 Response");
  const expected = withHead ? ["Head", "Body"] : ["Body"];
  for (const name of response.members.keys()) {
    if (!expected.includes(name))
      throw wrong(`unexpected member ${name.slice(0, 40)}`, `出现多余的成员 ${name.slice(0, 40)}`);
  }
  const body = response.members.get("Body");
  if (!body) throw wrong("Body is missing", "缺少 Body");
  const bodyText = text.slice(body.start, body.end);
  if (!withHead) return { head: undefined, bodyText };
  const head = response.members.get("Head");
  if (head?.k !== "object") throw wrong("Head is missing", "缺少 Head");
  const collector = new HeadCollector(limits);
  for (const [name, value] of head.members) {
    if (value.k !== "string")
      throw wrong(`Head.${name.slice(0, 40)} is no string`, `Head.${name.slice(0, 40)} 不是字符串`);
    collector.add(name, value.value);
  }
  return { head: collector.fields, bodyText };
}

function wrong(what: string, whatZh: string): SoapError {
  return new SoapError("SOAP_PAYLOAD", `the JSON answer is wrong: ${what}`, `JSON 应答有误: ${whatZh}`);
}
