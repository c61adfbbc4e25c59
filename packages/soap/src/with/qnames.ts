/**
 * Loads QName and NOTATION.
 *
 * @module
 */

// So that the codec stays one file where modules are joined; bundlers see no effect in it.
import "../core.ts";
import { load } from "../constructs.ts";
import * as qnames from "../simple/qname-codec.ts";

load({ qnames });
