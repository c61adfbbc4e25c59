let allowed: boolean | undefined;

/**
 * Whether this process may make functions from text. Browsers with a content security policy, edge runtimes and
 * `node --disallow-code-generation-from-strings` say no; everything then works through closures.
 */
export function mayGenerate(): boolean {
  if (allowed === undefined) {
    try {
      // oxlint-disable-next-line typescript/no-implied-eval -- this is the question
      allowed = new Function("return true")() === true;
    } catch {
      allowed = false;
    }
  }
  return allowed;
}
