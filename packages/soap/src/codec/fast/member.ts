/** A text as a literal of JavaScript. */
export function literal(text: string): string {
  return JSON.stringify(text);
}

/** The property `prop` of the variable `o`. */
export function member(prop: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(prop) ? `o.${prop}` : `o[${literal(prop)}]`;
}
