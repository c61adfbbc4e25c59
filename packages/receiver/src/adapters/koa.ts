import type { IncomingMessage, ServerResponse } from "node:http";
import type { Receiver } from "../receiver.ts";
import { type NodeRequest, serveNode } from "./node.ts";

/** What the adapter uses of Koa's context, so that no types of Koa are needed. */
export interface KoaContext {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly request: object;
  respond?: boolean | undefined;
}

/** Makes a Koa middleware; it answers every request it is given, so mount it under a route and before body parsers. */
export function koaMiddleware(receiver: Receiver): (context: KoaContext) => Promise<void> {
  return async (context) => {
    // The receiver writes the answer itself: Koa would set its own type and length.
    context.respond = false;
    // Koa's body parsers leave their result on Koa's request, not on the one of node:http.
    const { body } = context.request as { readonly body?: unknown };
    const request: NodeRequest & { body?: unknown } = context.req;
    if (body !== undefined && request.body === undefined) request.body = body;
    await serveNode(
      receiver,
      request,
      context.res,
      "Koa",
      "Mount it before koa-bodyparser, koa-body and the like.",
      "请在 koa-bodyparser、koa-body 等之前挂载。",
    );
  };
}
