import type { PushRequest, PushResponse } from "../../src/index.ts";
import { escapeXml, signP1 } from "./platform.ts";
import { unescapeXml } from "./post.ts";

/** A push as a hand-made receiver took it. */
export interface Received {
  readonly operation: string;
  readonly head: Readonly<Record<string, string>>;
  /** Text of the Body element. */
  readonly body: string;
  readonly signatureFits: boolean;
  readonly request: PushRequest;
}

/** What the hand-made receiver may do wrong. */
export interface ReceiverSettings {
  readonly key?: string;
  readonly returnCode?: string;
  /** Changes the answer's text after signing. */
  readonly spoil?: (answer: string) => string;
  /** Answers this instead. */
  readonly instead?: (push: Received) => PushResponse | undefined | Promise<PushResponse | undefined>;
}

/** A receiver in the default shape, by plain searches and templates: not the package's own reader and writer. */
export function handMadeReceiver(settings: ReceiverSettings = {}): {
  readonly receive: (request: PushRequest) => Promise<PushResponse>;
  readonly received: Received[];
} {
  const received: Received[] = [];
  const key = settings.key ?? "ccpit-demo-key-0001";
  const receive = async (request: PushRequest): Promise<PushResponse> => {
    const text = new TextDecoder().decode(request.body);
    const operation = /<c:(\w+) xmlns:c="urn:example:ccpit-coo:reference:v1"><requestXml>/.exec(text)?.[1] ?? "";
    const inner = unescapeXml(/<requestXml>([\s\S]*)<\/requestXml>/.exec(text)?.[1] ?? "");
    const headText = /<Head>([\s\S]*?)<\/Head>/.exec(inner)?.[1] ?? "";
    const head = Object.fromEntries(
      [...headText.matchAll(/<(\w+)>(.*?)<\/\1>/g)].map(([, name, value]) => [name, value]),
    ) as Record<string, string>;
    const body = /<\/Head>([\s\S]*)<\/Request>/.exec(inner)?.[1] ?? "";
    const push: Received = {
      operation,
      head,
      body,
      signatureFits: head["sign"] === signP1(head, body, "ccpit-demo-key-0001"),
      request,
    };
    received.push(push);
    const other = await settings.instead?.(push);
    if (other !== undefined) return other;
    return answerTo(push, key, settings);
  };
  return { receive, received };
}

/** A signed answer to a push. */
export function answerTo(push: Received, key: string, settings: ReceiverSettings = {}): PushResponse {
  const head = {
    messageId: push.head["messageId"] ?? "",
    timestamp: push.head["timestamp"] ?? "",
    returnCode: settings.returnCode ?? "0000",
    signType: "HMAC-SHA256",
  };
  const fields = Object.entries({ ...head, sign: signP1(head, "<Body/>", key) });
  const inner = `<Response><Head>${fields.map(([name, value]) => `<${name}>${value}</${name}>`).join("")}</Head><Body/></Response>`;
  const text = `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><p:${push.operation}Response xmlns:p="urn:example:ccpit-coo:reference:v1"><responseXml>${escapeXml(inner)}</responseXml></p:${push.operation}Response></soap:Body></soap:Envelope>`;
  return {
    status: 200,
    headers: { "Content-Type": "text/xml; charset=utf-8" },
    body: new TextEncoder().encode((settings.spoil ?? ((same: string) => same))(text)),
  };
}
