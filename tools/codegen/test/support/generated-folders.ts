/** Folders of several packages, and one that goes away. */
export const FOLDERS: readonly string[] = ["msg-a/src/gen/1", "msg-b/src/gen/1", "msg-b/src/gen/2"];
export const GONE: readonly string[] = ["msg-c/src/gen/0"];

/** A file that counts as generated. */
export function generated(body: string): string {
  return `// @generated from a.xsd, sha256 00000000. Do not edit: change the schema, run \`coo-codegen\`.\n${body}\n`;
}
