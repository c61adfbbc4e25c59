import { type CellResult, closingLine, matrixTable, remarks, totals } from "./matrix.ts";
import { type ProfileResult, profileRemarks, profileTable } from "./profiles.ts";

/** What the stacks themselves do to values, found with this tool. Each is theirs; signatures and other values are untouched. */
const LIMITS: readonly string[] = [
  'zeep has `None` for a nil element, an empty text and an absent element: a program on zeep cannot tell them apart, and an empty text in a required element is refused until it is set to `""`.',
  "node-soap has `null` for a nil element, an empty text and an element without children; without its option `handleNilAsNull` a nil element is missing from the object.",
  "node-soap cuts white space at the ends of texts without its option `preserveWhitespace`; its server (1.13) accepts that option and ignores it, so that it has to be set on the server's WSDL object.",
  "strong-soap cuts white space at the ends of texts, has `undefined` for an empty one, and has no option for either; it joins the chunks of a body as texts, so that a character across two chunks breaks unless a server before it hands in whole bodies.",
  "PHP's extension looks an operation up by its name and takes the first port that has it: a WSDL with several ports over the same operations is cut down to one port before it is loaded.",
  "gSOAP decides between SOAP 1.1 and 1.2 by a table that soapcpp2 writes for the whole WSDL, and a service's `dispatch()` sets that table anew after it read the envelope: a program for SOAP 1.1 from a WSDL that has ports of both versions exchanges the first two rows of the table.",
  "JAX-WS RI runs with schema validation on, as a client and as a server. Its validator cannot walk a tree of SAAJ on JDK 17 (`ArrayIndexOutOfBoundsException` in the JDK's validator), so that signatures are put in by a logical handler; wsimport needs `-extension` for the SOAP 1.2 ports.",
  "Mono's `wsdl` does not follow imports to other files, which are handed to it beside the WSDL; in ASP.NET attributes of operations do not pass to what overrides them, so that its abstract services are filled in, and an empty SOAPAction needs `SoapServiceRoutingStyle.RequestElement`.",
];

/** `docs/interop.md`. */
export function documentText(results: readonly CellResult[], profiles: readonly ProfileResult[] = []): string {
  return `# Interoperability

<!-- Written by \`node run.mjs interop --write\`; do not edit. -->

别人的 SOAP 实现与本项目逐一对接的结果：每条报文都签名并验签，双方看到的值逐项比较。
SOAP stacks that we did not write, talking to ours. Every message is signed and verified on both sides, and what one side sent
is compared with what the other found, value by value.

- *client → our sandbox*: all 14 calls in an order that suits the sandbox's state, with the demo's full applications.
- *client → our receiver*, *server ← our client*, *server ← our sandbox's pushes*: every sample of the reference edition.
- *client ← our faults*: a business error and a wrong key, answered with a fault. *server's faults → our client*: one an operation.
- *server's validation → our client*: a message of each operation that its schema forbids, and that our client was made to send; the
  server's validator refuses it, and our client tells the fault by its code.
- zeep has no server.

${matrixTable(results)}

## Wire profiles

Every value of every key of a wire profile, each alone against the defaults, and together what meets in one envelope (how the payload
is carried, the version of SOAP, where the head stands), spoken by a stack that we did not write: the 14 calls against our sandbox,
one of them refused, and the 4 pushes against our receiver. The typed shape is combined with the head inside alone: PHP goes by the
edition's own WSDL there, whose wrappers hold the head, and writes no message that this WSDL does not describe. PHP has a WSDL of the profile; it builds, signs, carries, verifies and
reads the messages itself. The same profiles between our client, our receiver and the sandbox:
\`npm test -- tools/conformance/test/wire-matrix.test.ts\`.

${profileTable(profiles)}

## Sum

${closingLine(totals([...results, ...profiles]))}

${[...remarks(results), ...profileRemarks(profiles), ...LIMITS].map((line) => `- ${line}`).join("\n")}
`;
}
