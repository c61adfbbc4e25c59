/**
 * What `client.submit` goes through: an application is written down before it is sent, and never sent twice.
 *
 * @module
 */

export { type Outbox, outbox } from "./submit/outbox.ts";
