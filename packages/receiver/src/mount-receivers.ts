import type { PushHead, PushRequest, PushResponse } from "./push.ts";
import type { Receiver } from "./receiver.ts";

/**
 * One receiver out of several, each with the services of an edition of the interface: for the time in which some
 * pushes come in the old shape and some in the new one.
 *
 * A push goes to the receiver of its address (`path`). Where several share the address, root element and namespace of
 * the message decide: the first that has such an operation gets it. What nobody knows is answered by the first one.
 * With a journal each needs one of its own, since handlers are known there by the name of their operation.
 *
 * @param receivers - In order of precedence, the current edition first.
 */
export function mountReceivers(...receivers: readonly [Receiver, ...Receiver[]]): Receiver {
  const at = (head: PushHead): readonly [Receiver, ...Receiver[]] => {
    const [first = receivers[0], ...others] = receivers.filter((r) => r.isAddressed(head));
    return [first, ...others];
  };
  return Object.assign(
    (request: PushRequest): Promise<PushResponse> => {
      const found = at(request);
      // Alone at its address it reads the message itself.
      const chosen = found.length === 1 ? found[0] : (found.find((r) => r.knows(request)) ?? found[0]);
      return chosen(request);
    },
    {
      maxBodyBytes: Math.max(...receivers.map((r) => r.maxBodyBytes)),
      isAddressed: (head: PushHead): boolean => receivers.some((r) => r.isAddressed(head)),
      knows: (request: PushRequest): boolean => receivers.some((r) => r.isAddressed(request) && r.knows(request)),
      refuseHead(head: PushHead): PushResponse | undefined {
        const found = at(head);
        return found.reduce((a, b) => (b.maxBodyBytes > a.maxBodyBytes ? b : a)).refuseHead(head);
      },
      refuse: receivers[0].refuse,
      async close(): Promise<void> {
        await Promise.all(receivers.map((r) => r.close()));
      },
    },
  );
}
