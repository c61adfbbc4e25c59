import { createDirectTransport } from "../direct-transport.ts";
import type { Exchange } from "../exchange.ts";
import type { Transport, TransportOptions } from "../transport.ts";
import type { SubmitJournal, SubmitWorkOptions } from "./journal-port.ts";
import type { SubmitRules } from "./rules.ts";
import { createSubmit, type Submit, type SubmitParts } from "./submit.ts";

/** What a client hands to its outbox. */
export interface OutboxParts extends Omit<SubmitParts, "journal" | "rules" | "work" | "exchange"> {
  readonly transport: TransportOptions;
  /** One exchange through a transport, as the client's own exchanges go. */
  readonly exchangeOn: (transport: Transport) => Exchange;
}

/** A journal with what the client needs to work on it; made by {@link outbox}. */
export interface Outbox {
  /** Begins the work of one client. */
  start(parts: OutboxParts): Submit;
}

/**
 * The outbox of a client, for its option `submit`. A module of its own, so that clients without one do not carry it.
 *
 * @param journal - A journal of `@coo/journal`. Closing it is the caller's, after the client.
 * @param rules - How operations go through the outbox; `referenceSubmit` of `@coo/client/all` for the reference edition.
 * @param work - How this process works on the outbox; `false` leaves that to others.
 */
export function outbox(
  // oxlint-disable-next-line typescript/no-explicit-any -- the kind of a caller's transaction is the journal's
  journal: SubmitJournal<any>,
  rules: SubmitRules,
  work: SubmitWorkOptions | false = {},
): Outbox {
  return {
    start({ transport, exchangeOn, ...parts }) {
      const direct = createDirectTransport(transport);
      const submit = createSubmit({ ...parts, journal, rules, work, exchange: exchangeOn(direct) });
      return {
        methods: submit.methods,
        async stop() {
          await submit.stop();
          await direct.close();
        },
      };
    },
  };
}
