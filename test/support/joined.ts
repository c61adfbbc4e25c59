import type { Socket } from "node:net";

/**
 * Lets two connections speak to each other: what one says the other hears, and when one is over so is the other.
 *
 * @param reaches - Whether anything still gets through, the end of a side among it; as on a cable, nobody is told when not.
 */
export function joined(near: Socket, far: Socket, reaches: () => boolean = () => true): void {
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    one.on("data", (chunk) => {
      if (!reaches() || other.write(chunk)) return;
      one.pause();
      other.once("drain", () => one.resume());
    });
    one.on("end", () => void (reaches() && other.end()));
    // Its closing comes next.
    one.on("error", () => {});
    one.on("close", () => void (reaches() && other.destroy()));
  }
}
