/**
 * Loads the automaton for patterns that can keep an engine of ECMAScript busy for long.
 *
 * @module
 */

// So that the codec stays one file where modules are joined; bundlers see no effect in it.
import "../core.ts";
import { compilePattern } from "@coo/xml/pattern";
import { load } from "../constructs.ts";

load({ patterns: { compilePattern } });
