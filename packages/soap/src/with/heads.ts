/**
 * Loads heads in a SOAP header block and in HTTP headers.
 *
 * @module
 */

// So that the codec stays one file where modules are joined; bundlers see no effect in it.
import "../core.ts";
import { load } from "../constructs.ts";
import * as heads from "../message/head-placement.ts";

load({ heads });
