// @boundaries-ignore test support is shared by all packages
import { typeCheck } from "../../../../test/support/compilers.ts";
import type { Outcome } from "./judge.ts";

/** Units in portions of about so many types: the compiler keeps all it has seen in memory. */
const PORTION = 1500;

/** Type-checks the generated code of some units; what the compiler says goes to its unit. Gives the number of errors. */
export function typeCheckUnits(out: string, units: readonly Outcome[], version: string): number {
  let errors = 0;
  const byFolder = new Map(units.map((u) => [u.folder as string, u]));
  for (const portion of portions(units)) {
    const folders = portion.map((u) => u.folder as string);
    for (const line of typeCheck(out, folders, version)) {
      errors++;
      const folder = line
        .replaceAll("\\", "/")
        .split("/")
        .find((piece) => byFolder.has(piece));
      // What is wrong elsewhere is wrong for all of them.
      for (const unit of folder === undefined ? portion : [byFolder.get(folder) as Outcome])
        unit.failures.push(`TypeScript ${version}: ${line}`);
    }
  }
  return errors;
}

function* portions(units: readonly Outcome[]): Generator<readonly Outcome[]> {
  let portion: Outcome[] = [];
  let size = 0;
  for (const unit of units) {
    portion.push(unit);
    size += unit.types + 10;
    if (size < PORTION) continue;
    yield portion;
    portion = [];
    size = 0;
  }
  if (portion.length > 0) yield portion;
}
