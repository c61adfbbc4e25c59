/**
 * Loads element wildcards, open and mixed content and elements of any type.
 *
 * @module
 */

// So that the codec stays one file where modules are joined; bundlers see no effect in it.
import "../core.ts";
import { readMixed } from "../codec/decode-mixed.ts";
import { anyReader, captureChecked, checkAnyType, checkAttribute, openReader, readWild } from "../codec/decode-wild.ts";
import { anyWriter, rawWriter, writeMixed } from "../codec/encode-raw.ts";
import { isFixedContent } from "../codec/fixed-content.ts";
import { load } from "../constructs.ts";

load({
  wildcards: {
    anyReader,
    anyWriter,
    captureChecked,
    checkAnyType,
    checkAttribute,
    isFixedContent,
    openReader,
    rawWriter,
    readMixed,
    readWild,
    writeMixed,
  },
});
