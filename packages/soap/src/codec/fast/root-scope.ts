import type { Scope } from "../encode-scope.ts";
import { miss } from "./byte-reader.ts";

/** What the root of a message stands in; generated code makes its own readers and writers. */
export const ROOT_SCOPE: Scope = { bound: "", encoded: undefined, values: miss };
