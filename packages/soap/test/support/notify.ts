import {
  type BindingDescriptor,
  type ComplexDescriptor,
  message,
  operation,
  type ServiceDescriptor,
  service,
} from "@coo/soap/gen1";
import { of, text } from "./descriptors.ts";

/** The service of the attack corpus, an ordinary WSDL with qualified elements, as the generator describes it. */

export const NOTIFY_NS = "urn:example:corpus:notify";

const el = (name: string, type: ComplexDescriptor | ReturnType<typeof text>, min = 1, max = 1) =>
  ({ k: "el", prop: name, name, ns: NOTIFY_NS, type, min, max }) as const;

const complex = (
  name: string,
  items: readonly unknown[],
  rest: Partial<ComplexDescriptor> = {},
): ComplexDescriptor => ({
  k: "complex",
  name,
  ns: NOTIFY_NS,
  content: { k: "seq", min: 1, max: 1, items: items as never },
  ...rest,
});

const person = complex("Person", [el("name", text()), el("birth", of("date"), 0)]);
const company = complex("Company", [el("name", text()), el("taxNo", text())]);
const party = complex("Party", [el("name", text())], {
  abstract: true,
  derived: () => [
    { tag: "Person", type: () => person },
    { tag: "Company", type: () => company },
  ],
});

const data = complex(
  "NotifyData",
  [
    el("id", of("string", { ws: "preserve", patterns: ["[A-Za-z0-9._\\-]{1,32}"] })),
    el("user", text(64)),
    el("amount", of("decimal", { totalDigits: 20, fractionDigits: 2 })),
    el("at", of("dateTime")),
    el("tag", text(), 0, 20),
    { k: "choice", min: 1, max: 1, items: [el("email", text()), el("phone", text())] },
    { ...el("memo", text(), 0), nillable: true },
    el("party", party, 0),
  ],
  {
    attrs: [
      {
        prop: "channel",
        name: "channel",
        ns: "",
        type: of("string", { ws: "preserve", enum: ["web", "app"] }),
        required: true,
      },
    ],
  },
);

const wrapper = (name: string, type: ComplexDescriptor | ReturnType<typeof text>) =>
  message<{ value: unknown }>({
    name,
    type: complex(name, [el("value", type)]),
    element: { name, ns: NOTIFY_NS },
  });

const binding = (name: string): BindingDescriptor => ({
  port: "ReceiverPort",
  soapVersion: "1.1",
  style: "document",
  use: "literal",
  soapAction: `${NOTIFY_NS}/${name}`,
  shape: "typed",
  input: { name, ns: NOTIFY_NS, parts: [] },
  output: { name: `${name}Response`, ns: NOTIFY_NS, parts: [] },
});

const one = (name: string, type: ComplexDescriptor | ReturnType<typeof text>) =>
  operation<{ value: unknown }, { value: unknown }, "call">({
    name,
    direction: "call",
    effect: "write",
    request: wrapper(name, type),
    response: wrapper(`${name}Response`, type),
    bindings: [binding(name)],
  });

export const notifyOperation = one("Notify", data);
const cancelOperation = one("Cancel", text());

export const notifyService: ServiceDescriptor = service({
  name: "Receiver",
  edition: "",
  namespace: NOTIFY_NS,
  operations: { notify: notifyOperation, cancel: cancelOperation },
});
