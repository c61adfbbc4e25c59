import type { Middleware } from "koa";
import type { Receiver } from "../receiver.ts";
import { serveNode } from "./node.ts";

/** Makes a Koa middleware; it answers every request it is given, so mount it under a route and before body parsers. */
export function koaMiddleware(receiver: Receiver): Middleware {
  return async (context) => {
    // The receiver writes the answer itself: Koa would set its own type and length.
    context.respond = false;
    const parsed = (context.request as { readonly body?: unknown }).body;
    const request = context.req as typeof context.req & { body?: unknown };
    if (parsed !== undefined && request.body === undefined) request.body = parsed;
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
