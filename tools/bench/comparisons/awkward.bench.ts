import { documents } from "@coo/msg-document";
import { decodeBody, readRequest } from "@coo/soap";
import { DEFAULT_LIMITS, isXmlError } from "@coo/xml";
import { cpuOf, exponentOf } from "../src/cpu.ts";
import { type Experiment, type Row, single } from "../src/experiment.ts";
import { certificate } from "../src/fixtures.ts";
import { operation, request, type Shape, WIRES } from "../src/messages.ts";

const services = [documents];

/** Awkward content of a size; it stands in the Body, where the schema knows nothing of it. */
const KINDS: Readonly<Record<string, (n: number) => string>> = {
  "deep nesting": (n) => "<d>".repeat(n) + "</d>".repeat(n),
  "nested namespace declarations": (n) =>
    Array.from({ length: n }, (_, i) => `<d xmlns:p${i}="urn:${i}">`).join("") + "</d>".repeat(n),
  "namespace declarations beside each other": (n) =>
    Array.from({ length: n }, (_, i) => `<p:d xmlns:p="urn:${i}"/>`).join(""),
  "attributes of one element": (n) => `<d ${Array.from({ length: n }, (_, i) => `a${i}="${i}"`).join(" ")}/>`,
  "elements with many attributes": (n) =>
    `<d ${Array.from({ length: 100 }, (_, i) => `a${i}="${i}"`).join(" ")}/>`.repeat(Math.ceil(n / 100)),
  "character and entity references": (n) => `<d>${"&amp;&#x4e2d;&lt;".repeat(n)}</d>`,
  "references in attributes": (n) => `<d a="${"&amp;&#x4e2d;&quot;".repeat(n)}"/>`,
  "an element again and again": (n) => "<d/>".repeat(n),
  "CDATA sections": (n) => `<d>${"<![CDATA[x]]>".repeat(n)}</d>`,
  comments: (n) => "<!-- c -->".repeat(n),
  "white space": (n) => " \n".repeat(n),
};

/** A request with the content behind all that the schema knows. */
function awkward(shape: Shape, content: string): { readonly body: Buffer; readonly headers: Record<string, string> } {
  const { body, headers } = request(shape, certificate(1));
  const text = body.toString();
  const end = shape === "typed" ? "</Body>" : "&lt;/Body&gt;";
  const at = text.indexOf(end);
  if (at < 0) throw new Error("no end of the Body");
  const carried =
    shape === "typed" ? content : content.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return { body: Buffer.from(text.slice(0, at) + carried + text.slice(at)), headers };
}

/** Reads a whole request; gives the code of what refuses it. */
function read(shape: Shape, { body, headers }: ReturnType<typeof awkward>): string | undefined {
  const wire = WIRES[shape];
  try {
    decodeBody(operation, wire, "request", readRequest(body, headers, { wire, services }), {
      strict: false,
    });
    return undefined;
  } catch (error) {
    if (isXmlError(error)) return error.code;
    throw error;
  }
}

/** How the time grows with the size, from the second size on, so that what is fixed counts for little. */
function row(shape: Shape, kind: string, largest: number, ms: number): Row {
  const make = KINDS[kind] as (n: number) => string;
  const name = `${kind}, ${shape} shape`;
  const points: (readonly [number, number])[] = [];
  for (let n = largest / 8; n <= largest; n *= 2) {
    const message = awkward(shape, make(n));
    const code = read(shape, message);
    if (code !== undefined)
      return { name, unit: "", runs: single(0), target: 1.2, kind: "exponent", remark: `at ${n}: ${code}` };
    points.push([message.body.length, fastest(() => void read(shape, message), ms)]);
  }
  const [size, time] = points.at(-1) as readonly [number, number];
  const remark = `to ${(size / 1e6).toFixed(1)} MB, ${((time * 1000) / size).toFixed(1)} ns/byte`;
  return { name, unit: "exponent", runs: single(exponentOf(points)), target: 1.2, kind: "exponent", remark };
}

/** CPU microseconds of the fastest of many runs: what else the machine does makes a run slower only. */
function fastest(run: () => void, ms: number): number {
  let least = Number.POSITIVE_INFINITY;
  let spent = 0;
  for (let times = 0; times < 5 || spent < ms * 1000; times++) {
    const cpu = cpuOf(run);
    spent += cpu;
    least = Math.min(least, cpu);
  }
  return least;
}

function rows(largest: number, ms: number, tell: (row: Row) => void = () => {}): Row[] {
  return (["typed", "string"] as const).flatMap((shape) =>
    Object.keys(KINDS).map((kind) => {
      const one = row(shape, kind, largest, ms);
      tell(one);
      return one;
    }),
  );
}

const experiments: readonly Experiment[] = [
  {
    title: `awkward input, limits as given (depth ${DEFAULT_LIMITS.maxDepth}, ${DEFAULT_LIMITS.maxAttributes} attributes)`,
    rehearse: async () => rows(512, 1),
    run: async ({ steady, tell }) => rows(65_536, steady ? 60 : 400, tell),
  },
];

export default experiments;
