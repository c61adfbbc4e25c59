/**
 * Loads the writing of GBK and GB18030.
 *
 * @module
 */

// So that the codec stays one file where modules are joined; bundlers see no effect in it.
import "../core.ts";
import { encodeText } from "@coo/xml";
import { load } from "../constructs.ts";
import { encodeWithReferences, fitCharset } from "../message/charset.ts";

load({ charsets: { encodeText, encodeWithReferences, fitCharset } });
