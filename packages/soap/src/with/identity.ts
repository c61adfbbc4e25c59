/**
 * Loads identity constraints.
 *
 * @module
 */

// So that the codec stays one file where modules are joined; bundlers see no effect in it.
import "../core.ts";
import { checkIdentity } from "../codec/identity.ts";
import { instanceNode } from "../codec/instance-tree.ts";
import { load } from "../constructs.ts";

load({ identity: { checkIdentity, instanceNode } });
