import { gsoap } from "./gsoap.ts";
import { jaxWs } from "./jax-ws.ts";
import type { Stack } from "./matrix.ts";
import { monoClient } from "./mono.ts";
import { nodeSoapPeer, nodeSoapSight } from "./node-soap-peer.ts";
import type { Peer, Shape, SoapVersion } from "./peer.ts";
import { phpPeer } from "./php-peer.ts";
import { programPeer } from "./program.ts";
import { CLEAR_SIGHT, type Sight } from "./run-calls.ts";
import { strongSoapPeer, strongSoapSight } from "./strong-soap-peer.ts";
import { leavesOf } from "./texts.ts";
import { zeepPeer } from "./zeep-peer.ts";

/** What a foreign client talks to, and how. */
export interface ClientJob {
  /** Path or address of the WSDL. */
  readonly wsdl: string;
  readonly service: "ExchangeService" | "PushService";
  readonly port: string;
  readonly address: string;
  readonly shape: Shape;
  readonly soapVersion: SoapVersion;
  readonly providerCode: string;
  readonly key: string;
}

/** A foreign stack as a client. */
export interface ClientStack {
  readonly stack: Stack;
  readonly open: (job: ClientJob) => Promise<Peer>;
  readonly signatureOf: (shape: Shape) => "P1" | "http-header";
  readonly signing: (shape: Shape) => string;
  /** What it should find in an answer. */
  readonly sight: (shape: Shape) => Sight;
}

/** zeep has None for nil, for an empty text and for an absent element: those are not compared. */
const told = (leaves: readonly string[]): readonly string[] =>
  leaves.filter((leaf) => !leaf.endsWith("=(nil)") && !leaf.endsWith("="));
const zeepSight: Sight = { expected: (texts) => told(leavesOf(texts)), found: told };

export const CLIENT_STACKS: readonly ClientStack[] = [
  {
    stack: "zeep",
    open: zeepPeer,
    signatureOf: () => "P1",
    signing: (shape) => (shape === "string" ? "P1 in Python" : "P1 in Python (plug-in egress)"),
    sight: () => zeepSight,
  },
  {
    stack: "node-soap",
    open: nodeSoapPeer,
    signatureOf: (shape) => (shape === "string" ? "P1" : "http-header"),
    signing: (shape) => (shape === "string" ? "P1 by @coo/sign/node-soap" : "http-header by @coo/sign/node-soap"),
    sight: (shape) => (shape === "string" ? CLEAR_SIGHT : nodeSoapSight),
  },
  {
    stack: "strong-soap",
    open: strongSoapPeer,
    signatureOf: (shape) => (shape === "string" ? "P1" : "http-header"),
    signing: (shape) => (shape === "string" ? "P1 by @coo/sign" : "http-header by @coo/sign"),
    sight: (shape) => (shape === "string" ? CLEAR_SIGHT : strongSoapSight),
  },
  {
    stack: "php",
    open: phpPeer,
    signatureOf: () => "P1",
    signing: () => "P1 in PHP",
    sight: () => CLEAR_SIGHT,
  },
  {
    stack: "gsoap",
    open: (job) => programPeer(gsoap, job),
    signatureOf: () => "P1",
    signing: () => "P1 in C++",
    sight: () => CLEAR_SIGHT,
  },
  {
    stack: "jax-ws",
    open: (job) => programPeer(jaxWs, job),
    signatureOf: () => "P1",
    signing: () => "P1 in Java",
    sight: () => CLEAR_SIGHT,
  },
  {
    stack: "mono",
    open: (job) => programPeer(monoClient, job),
    signatureOf: () => "P1",
    signing: () => "P1 in C#",
    sight: () => CLEAR_SIGHT,
  },
];
