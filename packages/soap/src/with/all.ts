/**
 * Loads every construct.
 *
 * @module
 */

import "./attributes.ts";
import "./charsets.ts";
import "./derived.ts";
import "./encoded.ts";
import "./groups.ts";
import "./heads.ts";
import "./identity.ts";
import "./json.ts";
import "./lists.ts";
import "./patterns.ts";
import "./qnames.ts";
import "./times.ts";
import "./wildcards.ts";
