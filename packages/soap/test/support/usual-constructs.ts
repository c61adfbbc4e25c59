import type { ComplexDescriptor, ElementParticle, MessageDescriptor, SimpleDescriptor } from "@coo/soap/gen1";
import { bool, bytes, int, of, text } from "./descriptors.ts";

/** Constructs that generated code and plans read and write themselves, in two namespaces, some of them optional or repeated. */

const Q = "urn:usual";

function el(
  name: string,
  type: SimpleDescriptor | ComplexDescriptor,
  more: Partial<ElementParticle> = {},
): ElementParticle {
  return { k: "el", prop: name, name, ns: Q, type, min: 1, max: 1, ...more };
}

const line: ComplexDescriptor = {
  k: "complex",
  name: "Line",
  ns: Q,
  derived: () => [{ tag: "Line", type: () => line }],
  content: {
    k: "seq",
    min: 1,
    max: 1,
    items: [
      el("unit", text(8), { min: 0 }),
      el("price", of("decimal"), { ns: "" }),
      el("kind", text(8), { fixed: "goods" }),
      {
        k: "choice",
        min: 1,
        max: 1,
        items: [el("weight", int), el("part", text(8)), { ...el("goods", text(8)), type: () => party }],
      },
    ],
  },
};

const party: ComplexDescriptor = {
  k: "complex",
  name: "Party",
  ns: Q,
  content: {
    k: "seq",
    min: 1,
    max: 1,
    items: [el("name", text(8), { default: "x" }), el("photo", bytes, { min: 0 })],
  },
};

const root: ComplexDescriptor = {
  k: "complex",
  name: "Usual",
  ns: Q,
  content: {
    k: "seq",
    min: 1,
    max: 1,
    items: [
      el("flag", bool, { ns: "" }),
      el("lines", line, { min: 2, max: 3 }),
      el("notes", text(8), { min: 0, max: -1 }),
      { k: "choice", min: 0, max: 1, items: [el("a", text(8)), el("b", text(8))] },
      { k: "seq", min: 0, max: 1, items: [el("c", text(8), { min: 0 }), el("d", party, { min: 0 })] },
    ],
  },
};

export const UsualMessage: MessageDescriptor<unknown> = { k: "message", name: "Usual", type: root };
