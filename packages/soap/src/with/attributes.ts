/**
 * Loads attributes, declared ones and wildcards of them.
 *
 * @module
 */

// So that the codec stays one file where modules are joined; bundlers see no effect in it.
import "../core.ts";
import { attributesReader } from "../codec/decode-attributes.ts";
import { attributesWriter } from "../codec/encode-attributes.ts";
import * as readTags from "../codec/fast/attributed-reader.ts";
import * as writeTags from "../codec/fast/attributed-writer.ts";
import { load } from "../constructs.ts";

load({ attributes: { attributesReader, attributesWriter }, startTags: { ...readTags, ...writeTags } });
