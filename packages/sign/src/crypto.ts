/**
 * Node's own cryptography. Not imported: an import reads every export of the module, and one of them brings all of Web
 * Cryptography, a tenth of what a program with one message takes.
 */
const crypto: typeof import("node:crypto") = process.getBuiltinModule("node:crypto");
export default crypto;
