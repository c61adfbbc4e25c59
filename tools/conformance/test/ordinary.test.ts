import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Client, createClient, type FaultBody, type HeaderFaultsOf, isClientError } from "@coo/client";
import { generate } from "@coo/codegen";
import { openJournal } from "@coo/journal";
import {
  createReceiver,
  type DurableHandler,
  PushFault,
  type PushHandler,
  type Receiver,
  type ReceiverOptions,
} from "@coo/receiver";
import { toNodeListener } from "@coo/receiver/node";
import * as soap from "soap";
import { afterAll, beforeAll, describe, expect, expectTypeOf, it, onTestFinished } from "vitest";
import { weatherService as weather } from "../src/gen/weather/services.ts";
import { weatherService as served } from "../src/gen/weather-served/services.ts";

const FOLDER = join(import.meta.dirname, "../src");
const WSDL = join(FOLDER, "ordinary/weather.wsdl");

it.each([
  ["weather", false],
  ["weather-served", true],
])("the generated code of %s is fresh", (name, served) => {
  const { files } = generate({ entries: [WSDL], served });
  const onDisk = readdirSync(join(FOLDER, "gen", name)).map((f) => [
    f,
    readFileSync(join(FOLDER, "gen", name, f), "utf8"),
  ]);
  expect(Object.fromEntries(onDisk)).toEqual(Object.fromEntries(files));
});

type ServedForecast = (typeof served)["operations"]["forecast"];

interface Forecast {
  readonly city: string;
  readonly days: number;
}

/** What the server was told. */
const seen: unknown[] = [];
let server: Server;
let client: Client<readonly [typeof weather]>;

beforeAll(async () => {
  server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const port = {
    forecast({ city, days }: Forecast) {
      if (city !== "Suzhou")
        throw {
          Fault: {
            faultcode: "soap:Client",
            faultstring: "no such city",
            detail: {
              "t:unknownCity": {
                attributes: { "xmlns:t": "urn:example:weather" },
                "t:city": city,
                "t:nearest": "Suzhou",
              },
            },
          },
        };
      return { day: Array.from({ length: Number(days) }, (_, i) => ({ date: `2026-05-0${i + 1}`, highest: "21.50" })) };
    },
    report(body: unknown) {
      seen.push(body);
    },
  };
  soap.listen(server, {
    path: "/weather",
    services: { WeatherService: { WeatherPort: port } },
    xml: readFileSync(WSDL, "utf8"),
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/weather`;
  client = createClient({ endpoint, services: [weather] });
});
afterAll(async () => {
  await client.close();
  server.closeAllConnections();
  server.close();
});

describe("an ordinary service, served by node-soap", () => {
  it("is called without provider code and key, and gives the typed answer", async () => {
    const answer = await client.forecast({ city: "Suzhou", days: 2 });
    expectTypeOf(answer.day[0]?.highest).toEqualTypeOf<string | undefined>();
    expect(answer).toEqual({
      day: [
        { date: "2026-05-01", highest: "21.50" },
        { date: "2026-05-02", highest: "21.50" },
      ],
    });
  });

  it("gives a declared fault with its value", async () => {
    const error = await client.forecast({ city: "Atlantis", days: 1 }).catch((e: unknown) => e);
    if (!isClientError(error)) throw error;
    expect(error.code).toBe("CLIENT_FAULT");
    expect(error.details).toMatchObject({ faultString: "no such city" });
    expect(error.body).toMatchObject({ declared: { value: { city: "Atlantis", nearest: "Suzhou" } } });
  });

  it("takes a message that has no answer", async () => {
    expect(await client.report({ city: "Suzhou", highest: "30.1" })).toBeUndefined();
    // node-soap reads decimals as numbers.
    expect(seen).toEqual([{ city: "Suzhou", highest: 30.1 }]);
  });

  it("still refuses an answer that breaks its schema", async () => {
    await expect(client.forecast({ city: "Suzhou", days: 0 })).rejects.toMatchObject({ code: "CLIENT_ANSWER" });
  });

  it("is called with a key as well, where the signature has no place in its messages", async () => {
    const keyed = createClient({ endpoint: endpointOf(), services: [weather], providerCode: "P", key: "0".repeat(32) });
    expect((await keyed.forecast({ city: "Suzhou", days: 1 })).day).toHaveLength(1);
    await keyed.close();
  });

  it("wants a signed answer where the signature stands in HTTP headers", async () => {
    const signed = createClient({
      endpoint: endpointOf(),
      services: [weather],
      providerCode: "P",
      key: "0".repeat(32),
      signature: "http-header",
    });
    await expect(signed.forecast({ city: "Suzhou", days: 1 })).rejects.toMatchObject({ code: "CLIENT_SIGNATURE" });
    await signed.close();
  });
});

function endpointOf(): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/weather`;
}

describe("header parts", () => {
  const NS = "urn:example:weather";
  const session = { token: "t-1", expires: "2026-05-01T00:00:00Z" };
  const envelope = (header: string, body: string): string =>
    `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header>${header}</e:Header><e:Body>${body}</e:Body></e:Envelope>`;
  const ANSWER = envelope(
    `<quota xmlns="${NS}"><left>7</left></quota>`,
    `<forecastResponse xmlns="${NS}"><day><date>2026-05-01</date><highest>9</highest></day></forecastResponse>`,
  );
  const EXPIRED = envelope(
    `<sessionExpired xmlns="${NS}"><since>2026-05-01T00:00:00Z</since></sessionExpired>`,
    "<e:Fault><faultcode>e:Client</faultcode><faultstring>expired</faultstring></e:Fault>",
  );

  it("of a request and of its answer travel, and are typed", async () => {
    const { endpoint, requests } = await answering(200, ANSWER);
    const caller = createClient({ endpoint, services: [weather] });
    const result = await caller.exchange("forecast", { city: "Suzhou", days: 1 }, { soapHeaders: { session } });
    expectTypeOf(result.soapHeaders.quota?.left).toEqualTypeOf<number | undefined>();
    expectTypeOf(result.body.day[0]?.date).toEqualTypeOf<string | undefined>();
    expect(result.soapHeaders).toEqual({ quota: { left: 7 } });
    await caller.forecast({ city: "Suzhou", days: 1 }, { soapHeaders: { session } });
    expect(requests).toHaveLength(2);
    for (const text of requests) expect(text).toMatch(/Header>.*token>t-1<.*expires>2026-05-01T00:00:00Z<.*Header>/s);
    await caller.close();
  });

  it("of a wrong form are refused by the compiler, and before anything is sent", async () => {
    const { endpoint, requests } = await answering(200, ANSWER);
    const caller = createClient({ endpoint, services: [weather] });
    // @ts-expect-error a session has a token
    const wrong = caller.forecast({ city: "Suzhou", days: 1 }, { soapHeaders: { session: { expires: "x" } } });
    await expect(wrong).rejects.toMatchObject({ code: "CLIENT_INVALID" });
    // @ts-expect-error the description has no such header part
    const unknown = caller.forecast({ city: "Suzhou", days: 1 }, { soapHeaders: { sesion: session } });
    await expect(unknown).rejects.toMatchObject({ code: "CLIENT_INVALID" });
    // @ts-expect-error neither has it such a body
    void (() => caller.exchange("forecast", { town: "Suzhou" }));
    expect(requests).toEqual([]);
    await caller.close();
  });

  it("that report an error about a header come with the fault", async () => {
    const { endpoint } = await answering(500, EXPIRED);
    const caller = createClient({ endpoint, services: [weather] });
    const error = await caller
      .forecast({ city: "Suzhou", days: 1 }, { soapHeaders: { session } })
      .catch((e: unknown) => e);
    if (!isClientError(error, "CLIENT_FAULT")) throw error;
    const { soapHeaders } = error.body as FaultBody;
    const { expired } = soapHeaders as HeaderFaultsOf<(typeof weather)["operations"]["forecast"]>;
    expectTypeOf(expired?.since).toEqualTypeOf<string | undefined>();
    expect(expired).toEqual({ since: "2026-05-01T00:00:00Z" });
    await caller.close();
  });

  it("of a request reach the handler of a receiver, typed", async () => {
    const key = "0".repeat(32);
    const tokens: unknown[] = [];
    const receiver = createReceiver({
      services: [served],
      providers: { P: key },
      signature: "http-header",
      handlers: {
        forecast(body, { soapHeaders }) {
          expectTypeOf(soapHeaders.session?.token).toEqualTypeOf<string | undefined>();
          tokens.push(soapHeaders.session?.token);
          return { day: [{ date: "2026-05-01", highest: String(body.days) }] };
        },
      },
    });
    const { endpoint } = await listening(createServer(toNodeListener(receiver)));
    const caller = createClient({ endpoint, services: [weather], providerCode: "P", key, signature: "http-header" });
    const answer = await caller.forecast({ city: "Suzhou", days: 3 }, { soapHeaders: { session } });
    expect(answer).toEqual({ day: [{ date: "2026-05-01", highest: "3" }] });
    expect(tokens).toEqual(["t-1"]);
    await caller.close();
  });

  it("of an answer are set by the handler, typed, and a repeat gets them again", async () => {
    let calls = 0;
    const { caller, receiver } = await serving((_body, { setAnswerHeaders }) => {
      setAnswerHeaders({ quota: { left: 10 - ++calls } });
      // @ts-expect-error the description has no such header part in answers
      void (() => setAnswerHeaders({ session }));
      return { day: [{ date: "2026-05-01", highest: "1" }] };
    });
    const first = await caller.exchange("forecast", { city: "Suzhou", days: 1 });
    expect(first.soapHeaders).toEqual({ quota: { left: 9 } });
    // The message has no id: the same content is the same message.
    const again = await caller.exchange("forecast", { city: "Suzhou", days: 1 });
    expect([calls, again.soapHeaders]).toEqual([1, { quota: { left: 9 } }]);
    await caller.close();
    await receiver.close();
  });

  it("of an answer that the description does not have are the handler's mistake", async () => {
    const { caller, receiver, errors } = await serving((_body, { setAnswerHeaders }) => {
      setAnswerHeaders({ wrong: 1 } as object);
      return { day: [{ date: "2026-05-01", highest: "1" }] };
    });
    await expect(caller.forecast({ city: "Suzhou", days: 1 })).rejects.toMatchObject({ code: "CLIENT_FAULT" });
    expect(errors).toEqual([["PUSH_HANDLER", expect.stringContaining("no header part wrong; its parts: quota")]]);
    await caller.close();
    await receiver.close();
  });

  it("that report an error about a header, and declared faults, are thrown by a handler", async () => {
    let calls = 0;
    const { caller, receiver, errors } = await serving((body) => {
      calls++;
      if (body.city === "Suzhou")
        throw new PushFault("the session is over", { soapHeaders: { expired: { since: "2026-05-01T00:00:00Z" } } });
      throw new PushFault("no such city", {
        fault: { name: body.city, value: { city: body.city } },
        blame: "receiver",
      });
    });
    const told = async (city: string): Promise<FaultBody> => {
      const error = await caller.forecast({ city, days: 1 }).catch((e: unknown) => e);
      if (!isClientError(error, "CLIENT_FAULT")) throw error;
      return error.body as FaultBody;
    };
    const expired = await told("Suzhou");
    expect(expired).toMatchObject({ code: "Client", reason: "the session is over" });
    expect(expired.soapHeaders).toEqual({ expired: { since: "2026-05-01T00:00:00Z" } });
    expect(await told("UnknownCity")).toMatchObject({
      code: "Server",
      reason: "no such city",
      declared: { name: "UnknownCity", value: { city: "UnknownCity" } },
    });
    // What was answered with a fault was not accepted: the same message comes to the handler again.
    await told("UnknownCity");
    expect(calls).toBe(3);
    // A fault that is not declared tells the sender nothing.
    expect((await told("Nowhere")).reason).not.toContain("city");
    expect(errors.map(([code]) => code)).toEqual(["PUSH_FAULT", "PUSH_FAULT", "PUSH_FAULT", "PUSH_HANDLER"]);
    await caller.close();
    await receiver.close();
  });

  it("of an answer are given before the handler runs where a journal stands between", async () => {
    const folder = mkdtempSync(join(tmpdir(), "coo-ordinary-"));
    const journal = await openJournal({ store: `sqlite:${join(folder, "coo.db")}` });
    const late: unknown[] = [];
    const { caller, receiver } = await serving(
      {
        answer: () => ({ day: [{ date: "2026-05-01", highest: "1" }] }),
        answerHeaders: ({ days }) => ({ quota: { left: days } }),
        after(_body, { setAnswerHeaders }) {
          try {
            setAnswerHeaders({ quota: { left: 0 } });
          } catch (error) {
            late.push(error);
          }
        },
      },
      { journal, work: { pollMs: 10 } },
    );
    for (let i = 0; i < 2; i++) {
      const { soapHeaders } = await caller.exchange("forecast", { city: "Suzhou", days: 5 });
      expect(soapHeaders).toEqual({ quota: { left: 5 } });
    }
    await expect.poll(() => late.length, { timeout: 10_000 }).toBe(1);
    expect(late[0]).toMatchObject({ code: "RECEIVER_OPTIONS", message: expect.stringContaining("answerHeaders") });
    await caller.close();
    await receiver.close();
    await journal.close();
    rmSync(folder, { recursive: true });
  });

  /** A receiver with that handler, and a client that calls it. */
  async function serving(
    forecast: PushHandler<ServedForecast> | DurableHandler<ServedForecast>,
    options: Pick<ReceiverOptions<readonly [typeof served]>, "journal" | "work"> = {},
  ): Promise<{ caller: Client<readonly [typeof weather]>; receiver: Receiver; errors: [string, string][] }> {
    const key = "0".repeat(32);
    const errors: [string, string][] = [];
    const receiver = createReceiver({
      services: [served],
      providers: { P: key },
      signature: "http-header",
      handlers: { forecast },
      ...options,
      onError: (error) => errors.push([error.code, (error.cause as Error | undefined)?.message ?? ""]),
    });
    const { endpoint } = await listening(createServer(toNodeListener(receiver)));
    const caller = createClient({ endpoint, services: [weather], providerCode: "P", key, signature: "http-header" });
    return { caller, receiver, errors };
  }

  /** A server that always says the same, and keeps what it was told. */
  async function answering(status: number, text: string): Promise<{ endpoint: string; requests: string[] }> {
    const requests: string[] = [];
    const one = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      requests.push(Buffer.concat(chunks).toString("utf8"));
      response.writeHead(status, { "content-type": "text/xml; charset=utf-8" }).end(text);
    });
    return { ...(await listening(one)), requests };
  }

  async function listening(one: Server): Promise<{ endpoint: string }> {
    await new Promise<void>((done) => one.listen(0, "127.0.0.1", done));
    onTestFinished(() => {
      one.closeAllConnections();
      one.close();
    });
    return { endpoint: `http://127.0.0.1:${(one.address() as AddressInfo).port}/` };
  }
});
