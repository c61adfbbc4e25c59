import type { RequestHandler } from "express";
import type { Receiver } from "../receiver.ts";
import { serveNode } from "./node.ts";

/**
 * Makes an Express handler: `app.post("/push", expressMiddleware(receiver))`, before `express.json()` and other body
 * parsers, or after `express.raw({ type: "*" + "/*" })`, whose Buffer is taken as it is.
 */
export function expressMiddleware(receiver: Receiver): RequestHandler {
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
