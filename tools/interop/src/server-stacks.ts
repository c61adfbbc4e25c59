import { gsoap } from "./gsoap.ts";
import { jaxWs } from "./jax-ws.ts";
import type { Stack } from "./matrix.ts";
import { monoServer } from "./mono.ts";
import { nodeSoapSight } from "./node-soap-peer.ts";
import { nodeSoapServer } from "./node-soap-server.ts";
import type { Shape } from "./peer.ts";
import { phpServer } from "./php-server.ts";
import { programServer } from "./program.ts";
import { CLEAR_SIGHT, type Sight } from "./run-calls.ts";
import type { OpenServer } from "./server-job.ts";
import { strongSoapSight } from "./strong-soap-peer.ts";
import { strongSoapServer } from "./strong-soap-server.ts";
import { leavesOf } from "./texts.ts";

/** A foreign stack as a server. */
export interface ServerStack {
  readonly stack: Stack;
  readonly open: OpenServer;
  readonly signatureOf: (shape: Shape) => "P1" | "http-header";
  readonly signing: (shape: Shape) => string;
  /** What it should find in a request. */
  readonly sight: (shape: Shape) => Sight;
}

/** A DOM without a schema cannot tell an element without children from an empty text. */
const filled = (leaves: readonly string[]): readonly string[] => leaves.filter((leaf) => !leaf.endsWith("="));
const domSight: Sight = { expected: (texts) => filled(leavesOf(texts)), found: filled };

export const SERVER_STACKS: readonly ServerStack[] = [
  {
    stack: "node-soap",
    open: nodeSoapServer,
    signatureOf: (shape) => (shape === "string" ? "P1" : "http-header"),
    signing: (shape) => (shape === "string" ? "P1 by @coo/sign" : "http-header by @coo/sign"),
    sight: (shape) => (shape === "typed" ? nodeSoapSight : CLEAR_SIGHT),
  },
  {
    stack: "strong-soap",
    open: strongSoapServer,
    signatureOf: (shape) => (shape === "string" ? "P1" : "http-header"),
    signing: (shape) => (shape === "string" ? "P1 by @coo/sign" : "http-header by @coo/sign"),
    sight: (shape) => (shape === "typed" ? strongSoapSight : CLEAR_SIGHT),
  },
  {
    stack: "php",
    open: phpServer,
    signatureOf: () => "P1",
    signing: () => "P1 in PHP",
    sight: (shape) => (shape === "typed" ? CLEAR_SIGHT : domSight),
  },
  {
    stack: "gsoap",
    open: (job) => programServer(gsoap, job),
    signatureOf: () => "P1",
    signing: () => "P1 in C++",
    sight: () => CLEAR_SIGHT,
  },
  {
    stack: "jax-ws",
    open: (job) => programServer(jaxWs, job),
    signatureOf: () => "P1",
    signing: () => "P1 in Java",
    sight: () => CLEAR_SIGHT,
  },
  {
    stack: "mono",
    open: (job) => programServer(monoServer, job),
    signatureOf: () => "P1",
    signing: () => "P1 in C#",
    sight: () => CLEAR_SIGHT,
  },
];
