import type { Inquiry, Peer, QueryResult, SendResult, Transmission } from "../../src/index.ts";

type Answer<In, Out> = Out | ((input: In) => Out | Promise<Out>);

/** A remote whose answers are scripted; the last one repeats. */
export class FakeRemote implements Peer {
  readonly provider = "P1";
  readonly operations = { apply: "submit", print: "effect" } as const;
  readonly sent: Transmission[] = [];
  readonly asked: Inquiry[] = [];
  sends: Answer<Transmission, SendResult>[] = [{ kind: "accepted", remoteId: "R-1" }];
  queries: Answer<Inquiry, QueryResult>[] = [{ kind: "absent" }];

  async send(transmission: Transmission): Promise<SendResult> {
    this.sent.push(transmission);
    return reply(this.sends, transmission);
  }

  async query(inquiry: Inquiry): Promise<QueryResult> {
    this.asked.push(inquiry);
    return reply(this.queries, inquiry);
  }
}

async function reply<In, Out>(answers: Answer<In, Out>[], input: In): Promise<Out> {
  const answer = (answers.length > 1 ? answers.shift() : answers[0]) as Answer<In, Out>;
  return typeof answer === "function" ? (answer as (input: In) => Out | Promise<Out>)(input) : answer;
}
