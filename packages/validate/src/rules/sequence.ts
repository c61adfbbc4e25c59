import { CONSISTENCY, inferred } from "../evidence.ts";
import type { Node } from "../node.ts";
import type { Rule } from "../rule.ts";

/** Numbered lists beside the goods: non-party companies, production steps, materials. */
export interface Sequences {
  readonly lists: readonly (readonly Node<{ readonly seqNo: number }>[])[];
}

/** Items are numbered from 1 without gaps, and no number stands twice. */
export const sequenceNumbers: Rule<Sequences> = {
  id: "sequences.numbers",
  findings: { SEQUENCE_TWICE: CONSISTENCY, SEQUENCE_GAP: inferred("S3") },
  check({ lists }, report) {
    for (const items of lists) {
      const seen = new Set<number>();
      items.forEach((item, index) => {
        const number = item.integer("seqNo");
        if (number === undefined) return;
        if (seen.has(number)) report("SEQUENCE_TWICE", item.at("seqNo"), { number });
        else if (number !== index + 1) report("SEQUENCE_GAP", item.at("seqNo"), { number, expected: index + 1 });
        seen.add(number);
      });
    }
  },
};

/** Rules about numbered lists. */
export const sequenceRules: readonly Rule<Sequences>[] = [sequenceNumbers];
