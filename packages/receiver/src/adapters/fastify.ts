import type { FastifyPluginAsync } from "fastify";
import { rawBodyMissing } from "../errors.ts";
import type { Receiver } from "../receiver.ts";

/** Options of {@link fastifyPlugin}. */
export interface FastifyPushOptions {
  /** Path of the route, default `/`. */
  readonly path?: string;
}

/**
 * Makes a Fastify plugin with one route: `app.register(fastifyPlugin(receiver), { path: "/push" })`. Its body parser
 * takes bytes as they are and holds for this plugin only.
 */
export function fastifyPlugin(receiver: Receiver): FastifyPluginAsync<FastifyPushOptions> {
  return async (app, options) => {
    app.removeAllContentTypeParsers();
    // One byte over the limit must arrive, so that the core refuses it and `onError` hears of it.
    const bodyLimit = receiver.maxBodyBytes + 1;
    app.addContentTypeParser("*", { parseAs: "buffer", bodyLimit }, (_request, body, done) => done(null, body));
    app.setErrorHandler((error: { readonly statusCode?: number }, _request, reply) => {
      const status = error.statusCode ?? 500;
      void reply.code(status).header("content-length", "0").send();
    });
    app.all(options.path ?? "/", { bodyLimit }, async (request, reply) => {
      const { body } = request;
      const answer =
        body === undefined || body === null || body instanceof Uint8Array
          ? await receiver({
              method: request.method,
              path: request.url,
              headers: request.headers as Record<string, string | string[] | undefined>,
              body: body instanceof Uint8Array ? body : new Uint8Array(),
              signal: request.signal,
            })
          : receiver.refuse(
              rawBodyMissing(
                "Fastify",
                "Register the plugin without a preValidation or preParsing hook that replaces the body.",
                "注册插件时不要使用会替换请求体的 preValidation 或 preParsing 钩子。",
              ),
            );
      return reply
        .code(answer.status)
        .headers({ ...answer.headers })
        .send(Buffer.from(answer.body.buffer, answer.body.byteOffset, answer.body.byteLength));
    });
  };
}
