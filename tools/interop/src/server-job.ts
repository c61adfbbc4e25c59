import type { AnyOperation } from "@coo/soap";
import type { Running } from "./http.ts";
import type { Shape, SoapVersion } from "./peer.ts";

/** A foreign stack as a server. */
export interface ServerJob {
  readonly service: "Exchange" | "Push";
  readonly shape: Shape;
  readonly soapVersion: SoapVersion;
  readonly providerCode: string;
  readonly key: string;
  readonly now: number;
  readonly operations: readonly AnyOperation[];
  /**
   * Gets the values of a request as the stack handed them out, see `leavesOf`, and gives the body of the answer.
   *
   * @throws {@link Refusal} when the stack shall answer with a fault.
   */
  readonly answer: (operation: AnyOperation, received: readonly string[]) => object;
}

/** Starts a foreign stack as a server that verifies every request and signs every answer. */
export type OpenServer = (job: ServerJob) => Promise<Running>;

/** What a foreign server shall say in a fault. */
export class Refusal extends Error {}
