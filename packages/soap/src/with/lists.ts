/**
 * Loads xs:list and xs:union.
 *
 * @module
 */

// So that the codec stays one file where modules are joined; bundlers see no effect in it.
import "../core.ts";
import { load } from "../constructs.ts";
import * as lists from "../simple/lists.ts";

load({ lists });
