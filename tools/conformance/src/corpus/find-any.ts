/** Lines of generated code in which the type `any` stands; comments and texts may say the word. */
export function findAny(text: string): number[] {
  if (!/\bany\b/.test(text)) return [];
  const blank = (whole: string): string => whole.replace(/[^\n]/g, " ");
  const code = text.replace(
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|\/(?![/*])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g,
    blank,
  );
  const found: number[] = [];
  // A property, parameter or function may be called so; a type stands behind one of these.
  for (const [i, line] of code.split("\n").entries())
    if (/(?:[:<|&(,=[]|\bextends|\bas|\breadonly)\s*any\b(?!\s*[:?(])/.test(line)) found.push(i + 1);
  return found;
}
