/**
 * Loads the SOAP encoding: arrays, references, elements without their namespaces.
 *
 * @module
 */

// So that the codec stays one file where modules are joined; bundlers see no effect in it.
import "../core.ts";
import { arrayReader } from "../codec/decode-array.ts";
import { arrayWriter } from "../codec/encode-array.ts";
import { load } from "../constructs.ts";
import { resolveReferences } from "../message/multi-ref.ts";
import { unqualified } from "../message/unqualified.ts";

load({ encoded: { arrayReader, arrayWriter, resolveReferences, unqualified } });
