import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { generate, isCodegenError } from "@coo/codegen";
import { decodeElement, encodeElement, isSoapError, type MessageDescriptor, validateValue } from "@coo/soap";
// @boundaries-ignore test support is shared by all packages
import { linkDependencies, typeCheck } from "../../../../test/support/compilers.ts";
// @boundaries-ignore test support is shared by all packages
import { LOST_NAMES } from "../../../../test/support/lost-names.ts";
import { DRIVER } from "./change-schema.ts";
import { SILENT_TYPES } from "./known-differences.ts";
import { type Claims, type Judged, type Trial, turned } from "./try-pair.ts";
import { literalOf } from "./value-literal.ts";

/** Schemas above this size are left to the smaller ones: a program is compiled against all that is generated. */
const MAX_BYTES = 60_000;
/** Programs of a pair in one orientation, the control left out. */
const PROGRAMS = 8;
/** Objects that a program builds of each message. */
const PRODUCED = 6;

/** What compilers and packages said. */
export interface PackageOpinion {
  /** Pairs in one orientation, of which packages were generated for both sides. */
  readonly pairs: number;
  readonly programs: number;
  readonly compiled: number;
  /** Messages that an old package read or a new one wrote. */
  readonly messages: number;
  /** Called breaking for types, and no program fails. */
  readonly unshown: readonly { readonly name: string; readonly ids: string }[];
  readonly breaking: number;
  /** Programs that the promise leaves out, failing although types are called compatible. */
  readonly excluded: number;
  readonly failures: readonly { readonly name: string; readonly failure: string }[];
}

interface Job {
  readonly folder: string;
  readonly name: string;
  readonly claims: Claims;
  readonly documents: readonly Judged[];
  readonly root: string;
}

/** Settings of the compiler a program has to be compiled under. */
export interface CompilerRun {
  readonly version: string;
  readonly exact: boolean;
}

/**
 * Generates the packages of both sides of each pair, and asks them: programs written against the old package are
 * compiled against the new one; the old package reads new messages, the new one checks and writes old objects.
 */
export async function packageOpinion(trials: readonly Trial[], runs: readonly CompilerRun[]): Promise<PackageOpinion> {
  const home = mkdtempSync(join(tmpdir(), "coo-packages-"));
  try {
    linkDependencies(home);
    const jobs: Job[] = [];
    for (const [i, trial] of trials.entries()) jobs.push(...jobsOf(home, `p${i}`, trial));
    const failures: { name: string; failure: string }[] = [];
    let messages = 0;
    const programs = new Map<string, Job>();
    const known = new Set<Job>();
    for (const job of jobs) {
      const asked = await askPackages(home, job);
      if (asked === null) continue;
      messages += asked.messages;
      // One example of each kind is enough.
      const kinds = new Map(asked.failures.map((f) => [f.slice(0, 24), f]));
      failures.push(...[...kinds.values()].map((failure) => ({ name: job.name, failure })));
      known.add(job);
      programs.set(job.folder, job);
    }
    const compiled = compile(home, programs, runs);
    failures.push(...compiled.failures);
    return { pairs: known.size, messages, ...compiled, failures };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Writes the packages of a pair, once for both orientations; none when one of them cannot be generated. */
function jobsOf(home: string, folder: string, trial: Trial): Job[] {
  const roots = trial.there.messages.filter((m) => m.root.startsWith("{urn:mutate}"));
  const touched = new Set(trial.changed.components.map((c) => c.name));
  const claim = roots.find((m) => touched.has(m.root.slice("{urn:mutate}".length))) ?? roots[0];
  if (claim === undefined || !trial.judged) return [];
  const sides = ["before", "after"] as const;
  if (sides.some((s) => Object.values(trial.changed[s]).join("").length > MAX_BYTES)) return [];
  const exported = { before: new Set<string>(), after: new Set<string>() };
  for (const side of sides) {
    const sources = join(home, folder, `${side}-xsd`);
    mkdirSync(sources, { recursive: true });
    for (const [file, text] of Object.entries(trial.changed[side])) writeFileSync(join(sources, file), text);
    const { entry } = trial.changed;
    const every = everyType(trial.changed[side][entry] ?? "", entry);
    writeFileSync(join(sources, EVERY), every.document);
    const values = valuesOf(trial, every.namespace);
    writeFileSync(join(sources, "service.wsdl"), serviceOf(claim.root, every, values, entry));
    try {
      const { files } = generate({ entries: [join(sources, "service.wsdl")], root: sources, absentImports: "pass" });
      for (const [file, text] of files) {
        // Schemas and labels take no part.
        if (/(?:schema|labels|agreement|names)\.ts$/.test(file)) continue;
        const path = join(home, folder, side, file);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
        if (file !== "testing.ts")
          for (const [, name] of text.matchAll(/^export (?:interface|type) (\w+)/gm))
            exported[side].add(name as string);
      }
    } catch (error) {
      if (isCodegenError(error)) return [];
      throw error;
    }
  }
  const job = (orientation: string, claims: Claims, documents: readonly Judged[]): Job => {
    const path = join(folder, orientation);
    mkdirSync(join(home, path), { recursive: true });
    const [old, now] = orientation === "there" ? (["before", "after"] as const) : (["after", "before"] as const);
    writeTypePrograms(join(home, path), exported[old], exported[now], {
      all: namedTypes(trial.changed[old], "(?:complex|simple)Type"),
      values: namedTypes({ ...trial.changed[old], ...trial.changed[now] }, "simpleType"),
      messages: valuesOf(trial, namespaceOf(trial.changed[old][trial.changed.entry] ?? "")),
    });
    writeFileSync(join(home, path, "old.ts"), `export * from "../${old}/index.ts";\n`);
    writeFileSync(join(home, path, "new.ts"), `export * from "../${now}/index.ts";\n`);
    return { folder: path, name: `${trial.name} ${orientation}`, claims, documents, root: claim.root };
  };
  return [job("there", trial.there, trial.documents), job("back", trial.back, trial.documents.map(turned))];
}

interface Exchange {
  readonly request: MessageDescriptor<unknown>;
  readonly response: MessageDescriptor<unknown>;
}

/** Lets both packages read and write, and writes the programs that the compiler gets. */
async function askPackages(
  home: string,
  job: Job,
): Promise<{ readonly messages: number; readonly failures: readonly string[] } | null> {
  const load = async (side: string): Promise<Exchange> => {
    const module = (await import(pathToFileURL(join(home, job.folder, `${side}.ts`)).href)) as {
      s: { operations: { exchange: Exchange } };
    };
    return module.s.operations.exchange;
  };
  const [old, now] = [await load("old"), await load("new")];
  const { claims, root } = job;
  const mine = job.documents.filter((d) => d.key === root);
  const element = { ns: root.slice(1, root.indexOf("}")), name: root.slice(root.indexOf("}") + 1) };
  const failures: string[] = [];
  let messages = 0;
  const read = (package_: Exchange, part: keyof Exchange, xml: string): unknown => {
    try {
      return decodeElement(package_[part], xml, { element }).value;
    } catch (error) {
      if (isSoapError(error)) return error;
      throw error;
    }
  };
  const sent = claims.messages.find((m) => m.root === root && m.sent);
  const received = claims.messages.find((m) => m.root === root && !m.sent);
  const produced: unknown[] = [];
  const answers: unknown[] = [];
  for (const d of mine) {
    if (d.now === null && received?.breaking === false) {
      messages++;
      const value = read(old, "response", d.xml);
      // What the codec refuses although its own schema takes it is a matter of the codec, not of the comparison.
      if (isSoapError(value) && d.old !== null) failures.push(`old package cannot read ${d.xml}: ${value.message}`);
    }
    if (d.old !== null) continue;
    const value = read(old, "request", d.xml);
    if (isSoapError(value) || validateValue(old.request, value).length > 0) continue;
    produced.push(value);
    const answer = read(old, "response", d.xml);
    if (!isSoapError(answer)) answers.push(answer);
    messages++;
    const [issue] = validateValue(now.request, value);
    if (claims.validation.sent === "C" && issue !== undefined)
      failures.push(`new package refuses what was sent, ${issue.path}: ${issue.message} (${d.xml})`);
    if (issue !== undefined || sent?.breaking !== false || claims.moved) continue;
    const [first, second] = [
      encodeElement(old.request, value, { element }),
      encodeElement(now.request, value, { element }),
    ];
    if (first !== second) failures.push(`other bytes: ${first} — ${second}`);
  }
  if (produced.length === 0) return null;
  writePrograms(join(home, job.folder), largest(produced), largest(answers));
  return { messages, failures };
}

function largest(values: readonly unknown[]): unknown[] {
  return [...new Map(values.map((v) => [literalOf(v), v])).entries()]
    .sort(([x], [y]) => y.length - x.length || (x < y ? -1 : 1))
    .slice(0, PRODUCED)
    .map(([, v]) => v);
}

const TYPES = `import type { OperationDescriptor, ServiceDescriptor } from "@coo/soap/gen1";
export type Sent<S> = S extends ServiceDescriptor<{ exchange: OperationDescriptor<infer Q, infer _R, "call"> }> ? Q : never;
export type Read<S> = S extends ServiceDescriptor<{ exchange: OperationDescriptor<infer _Q, infer R, "call"> }> ? R : never;
type Operation<S, O> = S extends ServiceDescriptor<infer Operations> ? (O extends keyof Operations ? Operations[O] : never) : never;
export type SentBy<S, O> = Operation<S, O> extends OperationDescriptor<infer Q, infer _R, "call"> ? Q : never;
export type ReadBy<S, O> = Operation<S, O> extends OperationDescriptor<infer _Q, infer R, "call"> ? R : never;
${LOST_NAMES}
export type LostHere<O, N> = [Item<O>] extends [never] ? never : LostOf<Item<O>, Item<N>>;
type Tags<T> = Exclude<At<Item<T>, "$type"> | At<Item<T>, "$element">, undefined>;
type LostOf<O, N> =
  | Exclude<KeysOf<O>, KeysOf<N>>
  | Exclude<Tags<O>, Tags<N>>
  | { [K in KeysOf<O> & KeysOf<N>]: LostAt<K, At<O, K>, At<N, K>> }[KeysOf<O> & KeysOf<N>];
type LostAt<K, O, N> =
  | Exclude<Tags<O>, Tags<N>>
  | Exclude<Kinds<O>, Kinds<N>>
  | (K extends \`$\${string}\` ? LostHere<O, N> : never);
type Lacking<T, K> = T extends unknown ? (K extends keyof T ? (Record<never, never> extends Pick<T, K> ? T : never) : T) : never;
type Possible<T> = T extends unknown ? { [K in keyof T]-?: [NonNullable<T[K]>] extends [never] ? never : K }[keyof T] : never;
type BarredBy<K, O, N> = [O] extends [never] ? never : Exclude<KeysOf<O> & Possible<N>, Possible<O> | K>;
export type Barred<O, N> = { [K in KeysOf<Item<O>>]: BarredBy<K, Lacking<Item<O>, K>, Lacking<Item<N>, K>> }[KeysOf<Item<O>>];
type Kinds<T> = T extends readonly (infer I)[] ? Kinds<I> : T extends Uint8Array ? "bytes"
  : T extends string ? "string" : T extends number ? "number" : T extends boolean ? "boolean" : never;
`;

/** A producer of every field, a reader of every field, a builder of answers, and what the promise leaves out. */
function writePrograms(folder: string, produced: readonly unknown[], answers: readonly unknown[]): void {
  const head = (type: string, side: string): string =>
    `import { s } from "./${side}.ts";\nimport type { ${type} } from "../../types.ts";\n`;
  const all = (type: string, values: readonly unknown[]): string =>
    values.map((v, i) => `export const v${i}: ${type}<typeof s> = ${literalOf(v)};\n`).join("");
  const put = (file: string, text: string): void => writeFileSync(join(folder, file), text);
  put(
    "control.ts",
    head("Sent, Read", "old") + all("Sent", produced) + all("Read", answers).replaceAll("const v", "const w"),
  );
  put("producer.ts", head("Sent", "new") + all("Sent", produced));
  put("mock.ts", head("Read", "new") + all("Read", answers));
  put(
    "reader.ts",
    `import type { s as before } from "./old.ts";\nimport type { s as after } from "./new.ts";\nimport type { Lost, Read } from "../../types.ts";\n` +
      "export const read = (x: Read<typeof after>): Read<typeof before> => x;\n" +
      "export const touched: [Lost<Read<typeof before>, Read<typeof after>>] extends [never] ? true : false = true;\n",
  );
  put(
    "excluded.ts",
    `import type { s as before } from "./old.ts";\nimport type { s as after } from "./new.ts";\nimport type { Sent } from "../../types.ts";\n` +
      "declare const old: Record<keyof Sent<typeof before>, 1>;\nexport const now: Record<keyof Sent<typeof after>, 1> = old;\n",
  );
  writeFileSync(join(folder, "../../types.ts"), TYPES);
}

function compile(
  home: string,
  jobs: ReadonlyMap<string, Job>,
  runs: readonly CompilerRun[],
): Pick<PackageOpinion, "programs" | "compiled" | "unshown" | "breaking" | "excluded" | "failures"> {
  const failures: { name: string; failure: string }[] = [];
  let [compiled, breaking, excluded] = [0, 0, 0];
  const unshown: { name: string; ids: string }[] = [];
  if (jobs.size === 0) return { programs: 0, compiled, unshown, breaking, excluded, failures };
  for (const { version, exact } of runs) {
    const wrong = new Map<string, Map<string, string>>();
    for (const line of typeCheck(home, [...jobs.keys()], version, {
      exactOptionalPropertyTypes: exact,
      isolatedDeclarations: false,
      declaration: false,
    })) {
      const place = /(p\d+)[\\/](there|back|before|after)[\\/]([^\\/(]*?)\.ts\(/.exec(line);
      if (place === null) {
        if (/error TS/.test(line)) failures.push({ name: `TypeScript ${version}`, failure: line });
        continue;
      }
      const [, pair, side, file] = place as unknown as [string, string, string, string];
      for (const folder of side === "before" || side === "after"
        ? [`${pair}/there`, `${pair}/back`]
        : [`${pair}/${side}`]) {
        const of = wrong.get(folder) ?? new Map<string, string>();
        if (!of.has(file)) of.set(file, line.slice(line.indexOf(": error") + 2, 400 + line.indexOf(": error")));
        wrong.set(folder, of);
      }
    }
    const by = `TypeScript ${version}${exact ? "" : ", exactOptionalPropertyTypes off"}`;
    for (const [folder, job] of jobs) {
      compiled += PROGRAMS;
      const of = wrong.get(folder.replaceAll("\\", "/")) ?? new Map<string, string>();
      if (of.has("control")) {
        // What does not fit its own package says nothing about another one.
        failures.push({ name: job.name, failure: `${by}: control: ${of.get("control")}` });
        continue;
      }
      const { types } = job.claims;
      const sides = [
        ["sent", of.get("producer") ?? of.get("sent") ?? of.get("names")],
        ["read", of.get("reader") ?? of.get("read") ?? of.get("names")],
      ] as const;
      for (const [side, error] of sides) {
        const isBreaking = types[side] === "B";
        if (isBreaking) breaking++;
        if (isBreaking && error === undefined) {
          const ids = [...new Set(job.claims.ids.filter((i) => i.types[side] === "B").map((i) => i.id))];
          unshown.push({ name: `${job.name} ${side}`, ids: ids.join(" ") });
          const open = ids.filter((id) => !Object.hasOwn(SILENT_TYPES, id));
          if (open.length > 0)
            failures.push({
              name: job.name,
              failure: `${by}: ${side} types break, no program fails: ${open.join(", ")}`,
            });
        }
        if (!isBreaking && error !== undefined)
          failures.push({ name: job.name, failure: `${by}: ${side} types: ${error}` });
      }
      if (types.read === "C" && of.has("mock"))
        failures.push({ name: job.name, failure: `${by}: mock: ${of.get("mock")}` });
      if (types.sent === "C" && (of.has("excluded") || of.has("made-up-names"))) excluded++;
    }
  }
  return { programs: jobs.size * PROGRAMS, compiled, unshown, breaking, excluded, failures };
}

/** Names that global types of some schemas have in TypeScript, where they are plain. */
function namedTypes(documents: Readonly<Record<string, string>>, kind: string): Set<string> {
  const text = Object.values(documents).join("");
  const names = [...text.matchAll(new RegExp(`<(?:\\w+:)?${kind}\\s[^>]*?\\bname="([A-Za-z]\\w*)"`, "g"))];
  return new Set(names.map(([, name = ""]) => name.slice(0, 1).toUpperCase() + name.slice(1)));
}

/**
 * Programs over every type that both packages export: what was built by the old one is given to the new one, what the new
 * one reads goes where the old one's was expected, each property by its name, each branch by its tag and by what it leaves
 * out; types are imported by their names. Properties that one side bars where another is absent are asked for by name,
 * since TypeScript takes an object whose properties are all optional for a union that requires one of them.
 */
function writeTypePrograms(
  folder: string,
  old: ReadonlySet<string>,
  now: ReadonlySet<string>,
  {
    all: named,
    values,
    messages,
  }: {
    readonly all: ReadonlySet<string>;
    readonly values: ReadonlySet<string>;
    readonly messages: readonly string[];
  },
): void {
  const isTwin = (name: string, of: ReadonlySet<string>): boolean =>
    of.has(name) && name.endsWith("Read") && of.has(name.slice(0, -4)) && !named.has(name);
  const plain = [...old].filter((n) => now.has(n) && !isTwin(n, old) && !isTwin(n, now));
  const read = (name: string, of: ReadonlySet<string>): string => (isTwin(`${name}Read`, of) ? `${name}Read` : name);
  const head =
    'import type * as o from "./old.ts";\nimport type * as n from "./new.ts";\nimport type { Barred, LostHere, ReadBy, SentBy } from "../../types.ts";\n';
  const assigned = (name: string, from: string, to: string): string =>
    `export const ${name} = (x: ${from}): ${to} => x;\n`;
  const check = (name: string, from: string, to: string, before: string, after: string): string =>
    `${assigned(`a${name}`, from, to)}export const k${name}: [LostHere<${before}, ${after}>] extends [never] ? true : false = true;\nexport const b${name}: [Barred<${to}, ${from}>] extends [never] ? true : false = true;\n`;
  const sent = plain.map((t) => check(t, `o.${t}`, `n.${t}`, `o.${t}`, `n.${t}`));
  // Lists of values are closed under their names; where they are read, other values pass.
  const received = plain
    .filter((t) => !values.has(t))
    .map((t) => {
      const [before, after] = [`o.${read(t, old)}`, `n.${read(t, now)}`];
      return check(t, after, before, before, after);
    });
  const message = (kind: "SentBy" | "ReadBy", side: "o" | "n", name: string): string =>
    `${kind}<typeof ${side}.every, "value${name}">`;
  for (const m of messages) {
    sent.push(assigned(`v${m}`, message("SentBy", "o", m), message("SentBy", "n", m)));
    received.push(assigned(`v${m}`, message("ReadBy", "n", m), message("ReadBy", "o", m)));
  }
  const lost = [...old].filter((n) => !now.has(n));
  const imports = (names: readonly string[]): string =>
    names.length === 0 ? "export {};\n" : `export type { ${names.join(", ")} } from "./new.ts";\n`;
  writeFileSync(join(folder, "sent.ts"), head + sent.join(""));
  writeFileSync(join(folder, "read.ts"), head + received.join(""));
  writeFileSync(join(folder, "names.ts"), imports(lost.filter((n) => named.has(n))));
  // Names of types that a document does not name are made up of where they stand, those of twins come and go with them.
  writeFileSync(join(folder, "made-up-names.ts"), imports(lost.filter((n) => !named.has(n))));
}

/** Name of the document that has an element for each type. */
const EVERY = "every-type.xsd";

/** An element for each named complex type of a namespace, so that a service can send and read all of them. */
function everyType(
  text: string,
  entry: string,
): { readonly document: string; readonly names: readonly string[]; readonly namespace: string } {
  const namespace = namespaceOf(text);
  const names = [...text.matchAll(/<(?:\w+:)?complexType\s[^>]*?\bname="([A-Za-z]\w*)"/g)].map(([, n = ""]) => n);
  const elements = names.map((n) => `<xs:element name="${n}" type="${namespace === "" ? "" : "f:"}${n}"/>`).join("");
  const of = namespace === "" ? "" : ` namespace="${namespace}"`;
  const prefix = namespace === "" ? "" : ` xmlns:f="${namespace}"`;
  return {
    document: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"${prefix} targetNamespace="urn:mutate:every"><xs:import${of} schemaLocation="${entry}"/>${elements}</xs:schema>`,
    names,
    namespace,
  };
}

function namespaceOf(text: string): string {
  return /\btargetNamespace\s*=\s*"([^"]*)"/.exec(text)?.[1] ?? "";
}

/** Local names of the values that are global elements of a namespace. */
function valuesOf({ values }: Trial, namespace: string): string[] {
  // A message has to name its element with a prefix.
  if (namespace === "") return [];
  return values.filter((key) => key.startsWith(`{${namespace}}`)).map((key) => key.slice(namespace.length + 2));
}

/** A service that sends and answers with one element, and another one that does so with an element of each type and each value. */
function serviceOf(
  root: string,
  { names, namespace }: ReturnType<typeof everyType>,
  values: readonly string[],
  entry: string,
): string {
  const local = root.slice(root.indexOf("}") + 1);
  const imported = [
    ["urn:mutate", DRIVER],
    ["urn:mutate:every", EVERY],
    ...(values.length > 0 ? [[namespace, entry]] : []),
  ].map(([ns, file]) => `<xs:import namespace="${ns}" schemaLocation="${file}"/>`);
  const services = [
    serviceText("S", [{ operation: "exchange", element: `m:${local}` }]),
    serviceText("Every", [
      ...names.map((n) => ({ operation: `every${n}`, element: `e:${n}` })),
      ...values.map((n) => ({ operation: `value${n}`, element: `v:${n}` })),
    ]),
  ];
  return `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:w="urn:mutate:service" xmlns:m="urn:mutate" xmlns:e="urn:mutate:every"${values.length > 0 ? ` xmlns:v="${namespace}"` : ""} targetNamespace="urn:mutate:service"><wsdl:types><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imported.join("")}</xs:schema></wsdl:types>${services.map((s) => s.messages).join("")}${services.map((s) => s.portType).join("")}${services.map((s) => s.binding).join("")}${services.map((s) => s.service).join("")}</wsdl:definitions>`;
}

function serviceText(name: string, operations: readonly { readonly operation: string; readonly element: string }[]) {
  const each = (text: (o: string, element: string) => string): string =>
    operations.map(({ operation, element }) => text(operation, element)).join("");
  const body = '<soap:body use="literal"/>';
  return {
    messages: each((o, element) =>
      ["In", "Out"]
        .map((m) => `<wsdl:message name="${o}${m}"><wsdl:part name="body" element="${element}"/></wsdl:message>`)
        .join(""),
    ),
    portType: `<wsdl:portType name="${name}PT">${each((o) => `<wsdl:operation name="${o}"><wsdl:input message="w:${o}In"/><wsdl:output message="w:${o}Out"/></wsdl:operation>`)}</wsdl:portType>`,
    binding: `<wsdl:binding name="${name}B" type="w:${name}PT"><soap:binding transport="http://schemas.xmlsoap.org/soap/http" style="document"/>${each((o) => `<wsdl:operation name="${o}"><soap:operation soapAction="${o}"/><wsdl:input>${body}</wsdl:input><wsdl:output>${body}</wsdl:output></wsdl:operation>`)}</wsdl:binding>`,
    service: `<wsdl:service name="${name}"><wsdl:port name="${name}P" binding="w:${name}B"><soap:address location="https://packages.example/"/></wsdl:port></wsdl:service>`,
  };
}
