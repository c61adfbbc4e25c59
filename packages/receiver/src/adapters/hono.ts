import type { Handler } from "hono";
import type { Receiver } from "../receiver.ts";
import { serveFetch } from "./fetch.ts";

/** Makes a Hono handler: `app.all("/push", honoHandler(receiver))`. */
export function honoHandler(receiver: Receiver): Handler {
  return (context) =>
    serveFetch(
      receiver,
      context.req.raw,
      "Hono",
      "Do not call c.req.text(), json() or parseBody() before the receiver.",
      "请不要在接收器之前调用 c.req.text()、json() 或 parseBody()。",
    );
}
