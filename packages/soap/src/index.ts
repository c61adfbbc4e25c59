/**
 * Everything, with every construct of XML Schema and of the SOAP encoding loaded. `@coo/soap/core` is the same without
 * any: there generated code loads what its schema uses.
 *
 * @module
 */

import "./with/all.ts";

export * from "./core.ts";
