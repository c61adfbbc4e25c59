export { isReceiverError, ReceiverError, type ReceiverErrorCode, type ReceiverErrorDetails } from "./errors.ts";
export type { ProviderKeys, ReceiverOptions } from "./options.ts";
export type { PushRequest, PushResponse } from "./push.ts";
export { createReceiver, type Receiver } from "./receiver.ts";
export { type Known, type MemoryStoreOptions, memoryStore, type PushStore } from "./store.ts";
export type { Handlers, PushContext, PushHandler } from "./types.ts";
