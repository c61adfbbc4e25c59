/**
 * Loads answers as JSON.
 *
 * @module
 */

// So that the codec stays one file where modules are joined; bundlers see no effect in it.
import "../core.ts";
import { decodeJson, encodeJson } from "../codec/json.ts";
import { load } from "../constructs.ts";
import { readJsonAnswer, writeJsonAnswer } from "../message/json-answer.ts";

load({ json: { decodeJson, encodeJson, readJsonAnswer, writeJsonAnswer } });
