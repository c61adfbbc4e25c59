/**
 * Loads abstract and derived types, substitution groups and blocked types.
 *
 * @module
 */

// So that the codec stays one file where modules are joined; bundlers see no effect in it.
import "../core.ts";
import * as read from "../codec/decode-derived.ts";
import * as write from "../codec/encode-derived.ts";
import * as readTags from "../codec/fast/attributed-reader.ts";
import * as writeTags from "../codec/fast/attributed-writer.ts";
import { load } from "../constructs.ts";

load({ derived: { ...read, ...write }, startTags: { ...readTags, ...writeTags } });
