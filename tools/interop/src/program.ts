import type { ChildProcessWithoutNullStreams } from "node:child_process";
import type { AnyOperation, HeadField } from "@coo/soap";
import type { ClientJob } from "./client-stacks.ts";
import type { Running } from "./http.ts";
import { answerHead, bodyText } from "./messages.ts";
import type { Peer, Shape } from "./peer.ts";
import { Refusal, type ServerJob } from "./server-job.ts";
import { leavesOf, readBodyText } from "./texts.ts";
import { WordLines } from "./word-lines.ts";

/** A program on a foreign stack that was generated and compiled for one of our WSDLs; both ends speak {@link WordLines}. */
export interface Program {
  readonly name: string;
  /** Starts it for one of the two WSDLs. */
  readonly start: (service: "Exchange" | "Push", shape: Shape) => Promise<ChildProcessWithoutNullStreams>;
}

const XSI = [["xsi", "http://www.w3.org/2001/XMLSchema-instance"]] as const;

/** The values of a body as the stack wrote the objects it had made of it. */
function leavesIn(message: AnyOperation["request"], xml: string): readonly string[] {
  return leavesOf(readBodyText(message, xml, XSI));
}

function flat(head: readonly HeadField[]): readonly string[] {
  return head.flatMap(([name, value]) => [name, value]);
}

/** The program as a client. */
export async function programPeer(program: Program, job: ClientJob): Promise<Peer> {
  const service = job.service === "ExchangeService" ? "Exchange" : "Push";
  const lines = new WordLines(program.name, await program.start(service, job.shape));
  try {
    lines.write(["client", job.shape, job.soapVersion, job.key, job.address]);
    await lines.read();
  } catch (error) {
    lines.end();
    throw error;
  }
  return {
    async call({ operation, head, bodyText: body }) {
      lines.write([operation.name, body, ...flat(head)]);
      const [verdict, first = "", answer = ""] = await lines.read();
      if (verdict !== "answered") throw new Error(first);
      return { returnCode: first, leaves: leavesIn(operation.response, answer) };
    },
    async close() {
      lines.end();
    },
  };
}

/** The program as a server; it listens itself, and asks what to answer. */
export async function programServer(program: Program, job: ServerJob): Promise<Running> {
  const lines = new WordLines(program.name, await program.start(job.service, job.shape));
  let url: string;
  try {
    lines.write(["server", job.shape, job.soapVersion, job.key, ""]);
    url = (await lines.read())[1] ?? "";
  } catch (error) {
    lines.end();
    throw error;
  }
  const answerTo = ([, name = "", messageId = "", body = ""]: readonly string[]): readonly string[] => {
    const operation = job.operations.find((one) => one.name === name);
    if (operation === undefined) return ["fault", `${program.name} called ${name}`];
    try {
      const answer = job.answer(operation, leavesIn(operation.request, body));
      return ["answer", bodyText(operation.response, answer), ...flat(answerHead({ ...job, messageId }))];
    } catch (error) {
      return ["fault", error instanceof Refusal ? error.message : String(error)];
    }
  };
  const listen = async (): Promise<void> => {
    for (;;) lines.write(answerTo(await lines.next()));
  };
  // Ends with the process; the caller's own wait tells when that was too early.
  listen().catch(() => {});
  return {
    url,
    async close() {
      lines.end();
    },
  };
}
