/**
 * Loads the built-in types of dates, times and durations.
 *
 * @module
 */

// So that the codec stays one file where modules are joined; bundlers see no effect in it.
import "../core.ts";
import { BUILTINS } from "../simple/builtin.ts";
import { TIMES } from "../simple/times.ts";

Object.assign(BUILTINS, TIMES);
