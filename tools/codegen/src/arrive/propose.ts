import { type Model, nameKey, type Type } from "@coo/wsdl";
import type { Manifest } from "../manifest.ts";
import { type Answers, answersTo, type Question, refuseUnknown } from "./answers.ts";
import type { DeliveredOperation, Delivery, Payload } from "./delivery.ts";
import { fieldsOf } from "./fields.ts";
import { type Decided, matchMessages } from "./match-fields.ts";
import {
  bodiesOf,
  type InterfaceMatch,
  isPushed,
  keyOf,
  matchOperations,
  objection,
  type Pairing,
} from "./match-operations.ts";
import { type MatchedInterface, type ProposedNames, proposeNames } from "./propose-names.ts";
import { NEEDED_HEAD, type ProposedWire, proposeWire, type WireReason } from "./propose-wire.ts";
import type { Interface, Reference } from "./reference.ts";
import { Similarity } from "./similarity.ts";

/** Everything that is proposed for a delivery. */
export interface Proposal {
  readonly matches: readonly InterfaceMatch[];
  readonly matched: readonly MatchedOperation[];
  /** Operations of the delivery that are none of the interfaces. */
  readonly extra: readonly DeliveredOperation[];
  readonly names: ProposedNames;
  readonly wire: ProposedWire;
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly questions: readonly Question[];
}

/** An interface with the operation that it is in this delivery. */
export interface MatchedOperation extends MatchedInterface {
  readonly pairing: Pairing;
  readonly pushed: boolean;
  readonly requestBody: Payload | null;
  readonly responseBody: Payload | null;
}

/** What the proposal is made for. */
export interface ProposeOptions {
  readonly edition: string;
  readonly answers: Answers;
  /** Encodings of the delivered documents. */
  readonly encodings: readonly string[];
  /** Entry files relative to the manifest. */
  readonly files: readonly string[];
}

/** Proposes a manifest for a delivery; what is not clear becomes a question. */
export function propose(delivery: Delivery, reference: Reference, options: ProposeOptions): Proposal {
  const similarity = new Similarity();
  const { answers } = options;
  const byInterface = resolveOperations(answers, delivery, reference);
  const matches = matchOperations(delivery, reference, similarity, byInterface);
  const questions: Question[] = [];
  const matched: MatchedOperation[] = [];
  const decided = decidedElements(answers, delivery);
  for (const match of matches) {
    const { accepted, reference: one } = match;
    if (accepted === null) {
      if (!match.answered) questions.push(operationQuestion(match));
      continue;
    }
    const bodies = bodiesOf(accepted.delivered, delivery);
    const bodyOf = (side: "request" | "response"): Payload | null => {
      const id = `${side}:${one.name}`;
      const answer = answers.get(id);
      if (typeof answer === "string")
        return (
          [...delivery.loose].find((l) => l.key === answer) ??
          refuseUnknown(
            "type or element",
            "类型或元素",
            answer,
            delivery.loose.map((l) => l.key),
          )
        );
      if (bodies[side].body === null && answer === undefined)
        questions.push(bodyQuestion(id, one, accepted.delivered, bodies[side].candidates, delivery));
      return bodies[side].body;
    };
    const [requestBody, responseBody] = [bodyOf("request"), bodyOf("response")];
    const side = (body: Payload | null, ours: Type): MatchedOperation["request"] =>
      body === null ? null : { type: body.type, match: matchMessages(body.type, ours, similarity, decided) };
    matched.push({
      reference: one,
      pairing: accepted,
      // Only said is it moved: descriptions of pushes are often silent about who calls.
      pushed: one.entry.direction === "push" || isPushed(accepted.delivered) === true,
      request: side(requestBody, one.request),
      response: side(responseBody, one.response),
      requestBody,
      responseBody,
    });
  }
  questions.push(...elementQuestions(matched));
  const taken = new Set(matched.map((m) => m.pairing.delivered));
  const places = placeNamespaces(matched, delivery, reference.manifest);
  const names = proposeNames(matched, (type) => places.areaOf(type));
  const operations = matched.length > 0 ? matched.map((m) => m.pairing.delivered) : delivery.operations;
  const proposed = proposeWire(operations, delivery, reference, similarity, options.encodings);
  const wire = withAnswers(proposed, answers, questions);
  const manifest = manifestOf({ matches, matched, names, wire, places, delivery, reference, options });
  return {
    matches,
    matched,
    extra: delivery.operations.filter((o) => !taken.has(o)),
    names,
    wire,
    manifest,
    questions,
  };
}

/** Answers about operations as keys of delivered ones; a bare name will do where it is the only one. */
function resolveOperations(answers: Answers, delivery: Delivery, reference: Reference): Map<string, string | null> {
  const resolved = new Map<string, string | null>();
  const names = reference.interfaces.map((i) => i.name);
  const known = ["operation", "request", "response", "element", "wire"];
  for (const id of answers.keys())
    if (!known.includes(id.split(":")[0] ?? ""))
      refuseUnknown(
        "question",
        "问题",
        id,
        known.map((k) => `${k}:…`),
      );
  for (const [name, answer] of answersTo("operation", answers)) {
    if (!names.includes(name)) refuseUnknown("interface", "接口", name, names);
    if (answer === null) {
      resolved.set(name, null);
      continue;
    }
    const found = delivery.operations.filter((o) => o.key === answer || o.operation.name === answer);
    const keys = delivery.operations.map((o) => o.key);
    resolved.set(
      name,
      found.length === 1 ? (found[0] as DeliveredOperation).key : refuseUnknown("operation", "操作", answer, keys),
    );
  }
  return resolved;
}

/** What has to be in a message and is like nothing of ours, where something of ours is open in the same place. */
function elementQuestions(matched: readonly MatchedOperation[]): Question[] {
  const open = new Map<string, { readonly paths: Set<string>; readonly choices: Set<string> }>();
  for (const { reference, request, response } of matched)
    for (const [side, name] of [
      [request, reference.name],
      [response, `${reference.name}Response`],
    ] as const)
      for (const { path, optional, open: possible } of side?.match.onlyTheirs ?? []) {
        if (optional || possible.length === 0) continue;
        const element = path.split("/").at(-1) ?? path;
        const known = open.get(element) ?? { paths: new Set(), choices: new Set() };
        open.set(element, known);
        known.paths.add(`${name}: ${path}`);
        for (const one of possible) known.choices.add(one);
      }
  return [...open].map(([element, { paths, choices }]) => {
    const [first = ""] = paths;
    return {
      id: `element:${element}`,
      zh: `必填元素 ${element}(${first}${paths.size > 1 ? ` 等 ${paths.size} 处` : ""})对应代码中的哪个属性?没有则答 null,沿用其线上名称。`,
      en: `Which property is the required element ${element} (${first}${paths.size > 1 ? ` and ${paths.size - 1} more` : ""})? Answer null for none; it keeps its own name then.`,
      choices: [...choices].sort().map((answer) => ({ answer })),
    };
  });
}

/** Answers about elements, by name or `{ns}Type.name`; those about a type hold for types that extend it. */
function decidedElements(answers: Answers, delivery: Delivery): Decided {
  const given = answersTo("element", answers);
  const types = [...delivery.model.schemas.types.values()];
  for (const key of given.keys()) {
    if (!key.startsWith("{") && types.some((t) => fieldsOf(t).some((f) => f.name === key))) continue;
    const [type, element] = splitKey(key);
    const found = delivery.model.schemas.types.get(type);
    if (found === undefined || !fieldsOf(found).some((f) => f.name === element))
      refuseUnknown("element", "元素", key, [...delivery.model.schemas.types.keys()]);
  }
  return (type, { name }) => {
    for (let t: Type | null = type; t?.kind === "complex" && t.name !== null; t = t.base) {
      const answer = given.get(`${nameKey(t.name)}.${name}`);
      if (answer !== undefined) return answer;
    }
    return given.get(name);
  };
}

function splitKey(key: string): [type: string, element: string] {
  const at = key.lastIndexOf(".");
  return at < key.indexOf("}") ? [key, ""] : [key.slice(0, at), key.slice(at + 1)];
}

/** What keeps the best candidate from being taken. */
const REASONS = {
  "not clear": { zh: "不够明确", en: "that is not clear enough" },
  "name alone": {
    zh: "只有名称可依据且不完全对应",
    en: "there is only its name to go by, which does not say all of it",
  },
  "other act": { zh: "其名称或说明指的是另一种动作", en: "its name or text says that it does something else" },
} as const;

function operationQuestion({ reference, candidates, lead }: InterfaceMatch): Question {
  const { no, name, entry } = reference;
  const title = `${no} ${entry.nameZh ?? name}`;
  const best = candidates[0];
  const reason = best === undefined ? null : REASONS[objection(best) ?? "not clear"];
  const zh =
    best === undefined
      ? `接口 ${title}:没有找到相应的操作。若确实没有,答 null;若有,请给出操作名。`
      : `接口 ${title} 对应哪个操作?得分最高的是 ${best.delivered.operation.name}(${best.score}),领先 ${lead.toFixed(2)},${reason?.zh},不自动采用。没有则答 null。`;
  const en =
    best === undefined
      ? `Interface ${no} (${entry.nameEn ?? name}): no operation was found for it. Answer null if there is none, or the operation's name.`
      : `Which operation is interface ${no} (${entry.nameEn ?? name})? ${best.delivered.operation.name} has the best score (${best.score}), ahead by ${lead.toFixed(2)}; ${reason?.en}, so it is not taken unasked. Answer null if there is none.`;
  const choices = candidates.slice(0, 4).map((c) => ({ answer: c.delivered.key, score: c.score, why: whyOf(c) }));
  return { id: `operation:${name}`, zh, en, choices };
}

/** The evidence of a pair in a line. */
export function whyOf({ evidence: { name, documentation, shape, direction } }: Pairing): string {
  const value = (v: number | null): string => (v === null ? "–" : v.toFixed(2));
  return `name ${value(name)}, documentation ${value(documentation)}, shape ${value(shape)}, direction ${direction}`;
}

function bodyQuestion(
  id: string,
  { no, entry, name }: Interface,
  delivered: DeliveredOperation,
  candidates: readonly { readonly payload: Payload; readonly score: number; readonly why: readonly [string, string] }[],
  delivery: Delivery,
): Question {
  const part = id.startsWith("request") ? ["请求", "request"] : ["应答", "answer"];
  return {
    id,
    zh: `接口 ${no} ${entry.nameZh ?? name}(${delivered.operation.name})的${part[0]}以字符串承载,内容是哪个类型或元素?`,
    en: `Interface ${no} (${delivered.operation.name}): its ${part[1]} is carried as a string; which type or element is in it?`,
    choices:
      candidates.length > 0
        ? candidates.slice(0, 4).map((c) => ({ answer: c.payload.key, score: c.score, why: c.why[1] }))
        : delivery.loose.slice(0, 12).map((l) => ({ answer: l.key })),
  };
}

/** What a person said of the wire goes before what was proposed; what nobody knows is asked. */
function withAnswers({ wire, reasons }: ProposedWire, answers: Answers, questions: Question[]): ProposedWire {
  const given = answersTo("wire", answers);
  const decided: Record<string, unknown> = { ...wire };
  const told: WireReason[] = reasons.filter((r) => !given.has(r.key));
  for (const [key, answer] of given) {
    if (answer === null) delete decided[key];
    else decided[key] = answer === "true" ? true : answer === "false" ? false : answer;
    told.push({ key, value: String(answer), sure: true, zh: "由您指定", en: "as you said" });
  }
  const names = (decided["names"] ?? {}) as Readonly<Record<string, string>>;
  for (const field of NEEDED_HEAD)
    if (names[field] === "")
      questions.push({
        id: `wire:names.${field}`,
        zh: `报文头中没有找到对应 ${field} 的字段;没有它无法签名、去重或对时。请在 manifest 的 wire.names 中给出名称。`,
        en: `The head has no field for ${field}; without it messages cannot be signed, told apart or timed. Give its name under wire.names in the manifest.`,
        choices: [],
      });
  return { wire: decided, reasons: told };
}

interface Places {
  readonly namespaces: Readonly<Record<string, { package: string; area: string; service?: string }>>;
  readonly areaOf: (type: Type) => string;
  /** Area of an interface's service. */
  readonly areaOfInterface: (one: Interface) => string;
}

/** Which package holds which namespace: that of the only area whose messages use it, else the common one. */
function placeNamespaces(matched: readonly MatchedOperation[], delivery: Delivery, ours: Manifest): Places {
  const users = new Map<string, Set<string>>();
  for (const { reference, request, response } of matched)
    for (const start of [request?.type, response?.type])
      for (const ns of start === undefined ? [] : namespacesOf(start)) {
        const known = users.get(ns) ?? new Set<string>();
        users.set(ns, known.add(reference.entry.area));
      }
  const area = (ns: string): string => {
    const [only, ...more] = users.get(ns) ?? [];
    return only === undefined || more.length > 0 ? "common" : only;
  };
  const entries = [...users.keys()].sort();
  // A common namespace that refers to another would have packages import each other: all go into one then.
  const knotted = entries.some(
    (ns) =>
      area(ns) === "common" &&
      referredFrom(ns, delivery.model).some((other) => users.has(other) && area(other) !== "common"),
  );
  const alone = entries.length > 0 && entries.every((ns) => area(ns) === "common");
  const namespaces: Record<string, { package: string; area: string; service?: string }> = {};
  if (knotted || alone) {
    for (const ns of entries) namespaces[ns] = { package: "@coo/msg-exchange", area: "exchange", service: "exchange" };
    return { namespaces, areaOf: () => "exchange", areaOfInterface: () => "exchange" };
  }
  const placeOf = (name: string): { package: string; area: string; service?: string } => {
    const known = Object.values(ours.namespaces).find((n) => n.area === name);
    return {
      package: known?.package ?? `@coo/msg-${name}`,
      area: name,
      ...(known?.service ? { service: known.service } : {}),
    };
  };
  for (const ns of entries) namespaces[ns] = placeOf(area(ns));
  for (const [ns, entry] of Object.entries(ours.namespaces)) {
    // Code lists need their package, and services theirs.
    const needed = entry.area === "common" || matched.some((m) => m.reference.entry.area === entry.area);
    if (needed && !Object.values(namespaces).some((n) => n.area === entry.area)) namespaces[ns] = placeOf(entry.area);
  }
  return {
    namespaces,
    areaOf: (type) => (type.kind === "complex" && type.name ? area(type.name.ns) : "common"),
    areaOfInterface: (one) => one.entry.area,
  };
}

function namespacesOf(start: Type): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<Type>();
  const visit = (type: Type): void => {
    if (seen.has(type)) return;
    seen.add(type);
    if (type.name?.ns === "http://www.w3.org/2001/XMLSchema") return;
    if (type.name) found.add(type.name.ns);
    if (type.kind !== "complex") return;
    if (type.base) visit(type.base);
    for (const field of fieldsOf(type)) visit(field.type);
  };
  visit(start);
  return found;
}

function referredFrom(ns: string, model: Model): string[] {
  const types = [...model.schemas.types.values()].filter((t) => t.name?.ns === ns);
  return [...new Set(types.flatMap((t) => [...namespacesOf(t)]))].filter((other) => other !== ns);
}

interface ManifestParts {
  readonly matches: readonly InterfaceMatch[];
  readonly matched: readonly MatchedOperation[];
  readonly names: ProposedNames;
  readonly wire: ProposedWire;
  readonly places: Places;
  readonly delivery: Delivery;
  readonly reference: Reference;
  readonly options: ProposeOptions;
}

function manifestOf(parts: ManifestParts): Record<string, unknown> {
  const { matches, matched, names, wire, places, delivery, reference, options } = parts;
  const operations: Record<string, unknown> = {};
  for (const { reference: one, answered, accepted } of matches) {
    const found = matched.find((m) => m.reference === one);
    if (found) operations[one.name] = operationEntry(found, places, delivery);
    // Without an operation and without a question there is nothing to say.
    else if (!(answered && accepted === null)) operations[one.name] = null;
  }
  const service = delivery.operations[0]?.portType.name.ns ?? "";
  return {
    $schema: "../manifest.schema.json",
    edition: options.edition,
    status: "proposed",
    titleZh: `由收到的文件推定的接口清单(${options.edition}),尚未经人确认`,
    titleEn: `Interfaces as proposed from the files that arrived (${options.edition}); nobody has confirmed it yet`,
    files: options.files,
    serviceNamespace: service,
    namespaces: places.namespaces,
    ...(reference.manifest.codeLists === undefined ? {} : { codeLists: reference.manifest.codeLists }),
    wire: wire.wire,
    ...("signature" in reference.manifest ? { signature: reference.manifest.signature } : {}),
    operations,
    names: names.names,
  };
}

function operationEntry(match: MatchedOperation, places: Places, delivery: Delivery): Record<string, unknown> {
  const { reference: one, pairing, pushed, requestBody, responseBody, response } = match;
  const { operation, portType } = pairing.delivered;
  const twice = delivery.operations.filter((o) => o.operation.name === operation.name).length > 1;
  const { no, nameZh, nameEn, kind, effect, paging } = one.entry;
  const list = typeof paging?.["items"] === "string" ? paging["items"].replaceAll(".", "/") : null;
  const paged = list !== null && response?.match.fields.some((f) => f.ourPath === list) === true;
  const asks = ["page", "size", "from", "to"].every((key) => {
    const name = paging?.[key];
    return typeof name !== "string" || match.request?.match.fields.some((f) => f.ourPath === name) === true;
  });
  return {
    no,
    nameZh,
    nameEn,
    kind,
    direction: pushed ? "push" : "call",
    effect,
    area: places.areaOfInterface(one),
    ...(operation.name === one.name ? {} : { wsdl: operation.name }),
    ...(twice ? { portType: nameKey(portType.name) } : {}),
    request: requestBody === null ? null : keyOf(requestBody),
    response: responseBody === null ? null : keyOf(responseBody),
    ...(paged && asks ? { paging } : {}),
  };
}
