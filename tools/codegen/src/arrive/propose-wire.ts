import type { Model } from "@coo/wsdl";
import type { DeliveredOperation, Delivery } from "./delivery.ts";
import { type Field, fieldsOf, isContainer } from "./fields.ts";
import type { Reference } from "./reference.ts";
import type { Similarity } from "./similarity.ts";

/** Why a setting was proposed; `sure` when the files say it, else it is our assumption. */
export interface WireReason {
  readonly key: string;
  readonly value: string;
  readonly sure: boolean;
  readonly zh: string;
  readonly en: string;
}

export interface ProposedWire {
  readonly wire: Readonly<Record<string, unknown>>;
  readonly reasons: readonly WireReason[];
}

/** Fields without which no message can be signed, told apart and answered. */
export const NEEDED_HEAD = ["providerCode", "messageId", "timestamp", "sign"] as const;
/** From here on two head fields are taken for the same. */
const SAME_HEAD = 0.5;

/** How messages travel: what the descriptions say, and for what they do not say the reference edition's guess. */
export function proposeWire(
  operations: readonly DeliveredOperation[],
  delivery: Delivery,
  reference: Reference,
  similarity: Similarity,
  encodings: readonly string[],
): ProposedWire {
  const wire: Record<string, unknown> = {};
  const reasons: WireReason[] = [];
  const set = (key: string, value: unknown, sure: boolean, zh: string, en: string): void => {
    wire[key] = value;
    reasons.push({ key, value: String(value), sure, zh, en });
  };
  const ports = operations.flatMap((o) => o.ports);
  const versions = new Set(ports.map((p) => p.soapVersion));
  if (ports.length === 0) set("soapVersion", "1.1", false, "WSDL 没有绑定", "the WSDL has no binding");
  else {
    const version = versions.has("1.1") ? "1.1" : "1.2";
    const all = [...versions].sort().join(", ");
    set("soapVersion", version, true, `WSDL 绑定的 SOAP 版本:${all}`, `SOAP versions bound in the WSDL: ${all}`);
  }
  const strings = operations.filter((o) => o.request.carries === "string").length;
  const typed = strings * 2 < operations.length;
  const first = ports[0]?.operation;
  const rpc = first?.style === "rpc";
  const encoded = first?.input?.use === "encoded";
  const bare =
    !rpc && operations.every((o) => o.request.parameters.length === 0 || o.request.carrier === null) && !typed;
  const style = rpc ? (encoded ? "rpc-encoded" : "rpc-literal") : bare ? "document-bare" : "document-wrapped";
  set("style", style, first !== undefined, `WSDL 的 style 与 use`, `style and use of the WSDL`);
  const texts = operations.flatMap((o) => [...o.documentation, ...o.documentationAround]).join("\n");
  if (typed) set("payload", "typed", true, "参数是结构化类型", "parameters are structured types");
  else {
    const carrier = /CDATA/i.test(texts) ? "cdata" : /base ?64/i.test(texts) ? "base64" : "escaped";
    const said = carrier !== "escaped";
    set(
      "payload",
      carrier,
      said,
      said ? "文档提到该承载方式" : "参数是字符串;文件未说明是转义、CDATA 还是 Base64",
      said ? "the documentation mentions it" : "parameters are strings; the files do not say escaped, CDATA or Base64",
    );
    const name = commonest(operations.map((o) => o.request.carrier));
    const result = commonest(operations.map((o) => o.response.carrier));
    if (name !== null) set("parameterName", name, true, "WSDL 的参数名", "name of the parameter in the WSDL");
    if (result !== null) set("resultName", result, true, "WSDL 的返回参数名", "name of the result in the WSDL");
  }
  const qualified = operations.some((o) => o.request.parameters.some((p) => p.ns !== ""));
  set("qualifiedChildren", qualified, true, "模式的 elementFormDefault", "elementFormDefault of the schema");
  set("answer", typed ? "typed" : "xml-string", typed, "随请求的形态", "as requests");
  proposeHead({ operations, delivery, reference, similarity, typed, set });
  proposeAction(operations, set);
  const chinese = encodings.filter((e) => e === "GB18030" || e === "GBK");
  const [charset] = chinese;
  if (charset !== undefined && chinese.length * 2 > encodings.length)
    set(
      "charset",
      charset,
      false,
      `文件本身的编码是 ${charset};报文编码未说明`,
      `the files are in ${charset}; that of messages is not said`,
    );
  const portTypes = new Set(operations.map((o) => o.portType));
  const apart = operations.length > 4 && portTypes.size >= operations.length * 0.8;
  set(
    "split",
    apart ? "per-interface" : "single",
    true,
    apart ? "每个接口各有一个服务" : "多个操作在同一服务中",
    apart ? "each interface has a service of its own" : "operations share a service",
  );
  return { wire, reasons };
}

type Setter = (key: string, value: unknown, sure: boolean, zh: string, en: string) => void;

function proposeAction(operations: readonly DeliveredOperation[], set: Setter): void {
  const actions = operations.flatMap((o) =>
    o.ports
      .slice(0, 1)
      .map((p) => ({ name: o.operation.name, ns: o.portType.name.ns, action: p.operation.soapAction ?? "" })),
  );
  const all = (test: (a: (typeof actions)[number]) => boolean): boolean => actions.length > 0 && actions.every(test);
  const qualified = ({ ns, name, action }: (typeof actions)[number]): boolean =>
    action === (ns.endsWith("/") ? ns + name : `${ns}/${name}`);
  const value = all((a) => a.action === "")
    ? "empty"
    : all((a) => a.action === a.name)
      ? "operation"
      : all(qualified)
        ? "namespace-operation"
        : null;
  set(
    "soapAction",
    value ?? "empty",
    value !== null,
    value === null ? "WSDL 中的 SOAPAction 没有统一规律" : "WSDL 中的 SOAPAction",
    value === null ? "the SOAPActions in the WSDL follow no one rule" : "SOAPAction in the WSDL",
  );
}

interface HeadTask {
  readonly operations: readonly DeliveredOperation[];
  readonly delivery: Delivery;
  readonly reference: Reference;
  readonly similarity: Similarity;
  readonly typed: boolean;
  readonly set: Setter;
}

/** Where provider code, time and signature stand, and what they are called there. */
function proposeHead({ operations, delivery, reference, similarity, typed, set }: HeadTask): void {
  const { heads } = reference;
  if (heads === null) return;
  const asked = [...fieldsOf(heads.request)];
  const answered = [...fieldsOf(heads.response)];
  const apply = (place: string, names: Record<string, string>, zh: string, en: string): void => {
    set("head", place, true, zh, en);
    if (Object.keys(names).length > 0) set("names", sortedNames(names), true, zh, en);
  };
  const headers = operations
    .flatMap((o) => o.ports.slice(0, 1))
    .map((p) => ({
      request: p.operation.input?.headers[0]?.part.element,
      response: p.operation.output?.headers[0]?.part.element,
    }));
  const header = headers.find((h) => h.request !== undefined);
  if (header?.request) {
    const names = headNames(fieldsOf(header.request.type), asked, similarity);
    const back = header.response ? headNames(fieldsOf(header.response.type), answered, similarity) : {};
    apply(
      "soap-header",
      {
        ...joined(names, back),
        ...named("Head", header.request.name.local),
        ...(header.response && header.response.name.local !== header.request.name.local
          ? { ResponseHead: header.response.name.local }
          : {}),
      },
      `WSDL 绑定了 SOAP 头 ${header.request.name.local}`,
      `the WSDL binds the SOAP header ${header.request.name.local}`,
    );
    return;
  }
  if (!typed) {
    const found = envelopesIn(delivery.model, asked, answered, similarity);
    if (found !== null) {
      apply("inner", found, "报文模式中的信封元素", "envelope elements in the payload schemas");
      return;
    }
    set("head", "inner", false, "文件未说明报文头", "the files do not tell of a head");
    return;
  }
  const beside = operations.map((o) => o.request.parameters.filter((p) => !isContainer(p.type)));
  const [params] = beside;
  if (params !== undefined && params.length >= 3 && beside.every((b) => b.length >= 3)) {
    apply(
      "parameters",
      headNames(params, asked, similarity),
      "报文头字段是并列的参数",
      "head fields are parameters beside the body",
    );
    return;
  }
  set(
    "head",
    "http-headers",
    false,
    "文件中没有报文头:接入商代码与签名的位置需向对方确认,暂按 HTTP 头处理",
    "the files have no head: ask where provider code and signature go; HTTP headers until then",
  );
}

/** Names on the wire by ours; a field of ours that they do not have is `""`: it is not sent. */
function headNames(theirs: readonly Field[], ours: readonly Field[], similarity: Similarity): Record<string, string> {
  const pairs = ours
    .flatMap((o) => theirs.map((t) => ({ o, t, score: similarity.of(t, o) })))
    .filter((p) => p.score >= SAME_HEAD)
    .sort((a, b) => b.score - a.score);
  const names: Record<string, string> = {};
  const used = new Set<string>();
  for (const { o, t } of pairs) {
    if (names[o.name] !== undefined || used.has(t.name)) continue;
    used.add(t.name);
    names[o.name] = t.name;
  }
  for (const o of ours) names[o.name] ??= "";
  return names;
}

/** One list for both ways: a field is called alike in both, or stands in one of them only. */
function joined(request: Record<string, string>, response: Record<string, string>): Record<string, string> {
  const names: Record<string, string> = {};
  for (const key of new Set([...Object.keys(request), ...Object.keys(response)])) {
    const name = request[key] || response[key] || "";
    if (name !== key) names[key] = name;
  }
  return names;
}

/** Root, head and body elements of payloads: two children, the first of which is like our head. */
function envelopesIn(
  model: Model,
  asked: readonly Field[],
  answered: readonly Field[],
  similarity: Similarity,
): Record<string, string> | null {
  const like = (theirs: readonly Field[], ours: readonly Field[]): number =>
    Object.values(headNames(theirs, ours, similarity)).filter((n) => n !== "").length;
  const found = [...model.schemas.elements.values()].flatMap((element) => {
    const [head, body, ...more] = fieldsOf(element.type);
    if (!head || !body || more.length > 0 || !isContainer(head.type)) return [];
    const fields = fieldsOf(head.type);
    const scores = { request: like(fields, asked), response: like(fields, answered) };
    return Math.max(scores.request, scores.response) < 3 ? [] : [{ element, head, body, fields, scores }];
  });
  const best = (side: "request" | "response"): (typeof found)[number] | undefined =>
    [...found].sort(
      (a, b) =>
        b.scores[side] -
        b.scores[side === "request" ? "response" : "request"] -
        (a.scores[side] - a.scores[side === "request" ? "response" : "request"]),
    )[0];
  const [request, response] = [best("request"), best("response")];
  if (!request || !response || request === response) return null;
  const names = joined(headNames(request.fields, asked, similarity), headNames(response.fields, answered, similarity));
  return {
    ...names,
    ...named("Request", request.element.name.local),
    ...named("Response", response.element.name.local),
    ...named("Head", request.head.name),
    ...named("Body", request.body.name),
  };
}

function named(ours: string, theirs: string): Record<string, string> {
  return ours === theirs ? {} : { [ours]: theirs };
}

function sortedNames(names: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(names).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function commonest(names: readonly (string | null)[]): string | null {
  const times = new Map<string, number>();
  for (const name of names) if (name !== null) times.set(name, (times.get(name) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}
