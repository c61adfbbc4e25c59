import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type Client, createClient, isClientError } from "@coo/client";
import { generate } from "@coo/codegen";
import * as soap from "soap";
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import { weatherService as weather } from "../src/gen/weather/services.ts";

const FOLDER = join(import.meta.dirname, "../src");
const WSDL = join(FOLDER, "ordinary/weather.wsdl");

it("the generated code is fresh", () => {
  const { files } = generate({ entries: [WSDL] });
  const onDisk = readdirSync(join(FOLDER, "gen/weather")).map((f) => [
    f,
    readFileSync(join(FOLDER, "gen/weather", f), "utf8"),
  ]);
  expect(Object.fromEntries(onDisk)).toEqual(Object.fromEntries(files));
});

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
