export { isReceiverError, ReceiverError, type ReceiverErrorCode, type ReceiverErrorDetails } from "./errors.ts";
export { mountReceivers } from "./mount-receivers.ts";
export type { ProviderKeys, ReceiverOptions } from "./options.ts";
export type { PushHead, PushRequest, PushResponse } from "./push.ts";
export { isPushFault, PushFault, type PushFaultOptions } from "./push-fault.ts";
export type {
  KnownPush,
  PushArrival,
  PushJournal,
  PushProcessor,
  PushQuery,
  StoredPush,
} from "./push-journal.ts";
export { createReceiver, type Receiver } from "./receiver.ts";
export { type Known, type MemoryStoreOptions, memoryStore, type PushStore } from "./store.ts";
export type { DurableHandler, Handlers, PushContext, PushContextOf, PushHandler } from "./types.ts";
