import type { ServerResponse } from "node:http";
import type { Receiver } from "../receiver.ts";
import { type NodeRequest, serveNode } from "./node.ts";

/** An Express handler, in the terms of node:http, so that no types of Express are needed. */
export type ExpressHandler = (request: NodeRequest, response: ServerResponse, next: (error?: unknown) => void) => void;

/**
 * Makes an Express handler: `app.post("/push", expressMiddleware(receiver))`, before `express.json()` and other body
 * parsers, or after `express.raw({ type: () => true })`, whose Buffer is taken as it is.
 */
export function expressMiddleware(receiver: Receiver): ExpressHandler {
  return (request, response, next) => {
    serveNode(
      receiver,
      request,
      response,
      "Express",
      'Mount it before express.json(), express.text() and the like: app.post("/push", expressMiddleware(receiver)) first, app.use(express.json()) after.',
      '请在 express.json()、express.text() 等之前挂载:先 app.post("/push", expressMiddleware(receiver)),后 app.use(express.json())。',
    ).catch(next);
  };
}
