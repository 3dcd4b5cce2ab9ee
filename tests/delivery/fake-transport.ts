import type { Answer, Envelope, Transport } from "../../src/delivery/transport.ts";

/** A transport without a network, which answers as it is told to and keeps what it accepted. */
export interface FakeTransport extends Transport {
  readonly accepted: Envelope[];
  /** Who was tried, in order, whatever came of it. */
  readonly tried: string[];
  /** How often it was put to rest. */
  readonly rests: () => number;
}

export const ACCEPTED: Answer = { kind: "accepted", response: "250 Ok" };

/** Opens one; `answer` decides by address and by how often that address was tried before. */
export function openFakeTransport(
  answer: (to: string, before: number) => Answer = () => ACCEPTED,
): FakeTransport {
  const accepted: Envelope[] = [];
  const tried: string[] = [];
  let rests = 0;
  return {
    accepted,
    tried,
    rests: () => rests,
    open: async () => undefined,
    send: async (envelope, onHandOver) => {
      const given = answer(envelope.to, tried.filter((to) => to === envelope.to).length);
      tried.push(envelope.to);
      const isHandedOver =
        given.kind === "accepted" ||
        (given.kind === "lost" && given.isComplete) ||
        (given.kind === "refused" && given.stage === "content");
      if (isHandedOver && !(await onHandOver())) {
        return { kind: "lost", isComplete: false, response: "The message was withdrawn." };
      }
      if (given.kind === "accepted") accepted.push(envelope);
      return given;
    },
    rest: async () => {
      rests += 1;
    },
    [Symbol.asyncDispose]: async () => {},
  };
}
