import { sendOnce } from "./one-connection.ts";
import { createTransport, type Transport, type TransportOptions } from "./transport.ts";

/**
 * A connection of its own for each request, so that it is known whether a byte of it left.
 *
 * With an own `fetch`, or a proxy, the caller is asked before the request is handed over, and what fails after that may
 * have arrived.
 */
export function createDirectTransport(options: TransportOptions): Transport {
  if (options.fetch || options.proxy !== undefined) return createTransport(options);
  return { send: (request) => sendOnce(options, request), close: async () => {} };
}
