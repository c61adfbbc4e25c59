/**
 * Loads xs:all, repeated groups and content models that cannot be read straight ahead.
 *
 * @module
 */

// So that the codec stays one file where modules are joined; bundlers see no effect in it.
import "../core.ts";
import { isAmbiguous } from "../codec/ambiguity.ts";
import * as read from "../codec/decode-groups.ts";
import * as write from "../codec/encode-groups.ts";
import { load } from "../constructs.ts";

load({ groups: { ...read, ...write, isAmbiguous } });
