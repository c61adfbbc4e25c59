import { connect } from "node:net";

/** What came back on the connection. */
export interface Answer {
  /** `undefined` when the connection ended without an answer. */
  readonly status: number | undefined;
  readonly text: string;
  readonly ms: number;
  /** The deadline passed first. */
  readonly late: boolean;
}

/** A POST as bytes. Header values are sent as they are. */
export function post(path: string, port: number, headers: Readonly<Record<string, string>>, body: Uint8Array): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n${lines.join("")}Content-Length: ${body.byteLength}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head, "utf8"), body]);
}

/**
 * Writes a whole HTTP request on a connection of its own and reads until the other side ends it.
 *
 * @param halfClose - Ends our side after the last byte.
 */
export function send(port: number, request: Uint8Array, halfClose: boolean, deadlineMs = 10_000): Promise<Answer> {
  return new Promise((resolve) => {
    const started = performance.now();
    const chunks: Buffer[] = [];
    let late = false;
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    const timer = setTimeout(() => {
      late = true;
      socket.destroy();
    }, deadlineMs);
    socket.on("connect", () => {
      if (halfClose) socket.end(request);
      else socket.write(request);
    });
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("end", () => socket.destroy());
    // A server that refuses early may close while we still write.
    socket.on("error", () => socket.destroy());
    socket.on("close", () => {
      clearTimeout(timer);
      // An interim answer is none yet.
      const text = Buffer.concat(chunks)
        .toString("utf8")
        .replace(/^(?:HTTP\/1\.1 1\d\d[^]*?\r\n\r\n)+/, "");
      const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
      resolve({
        status: status === undefined ? undefined : Number(status),
        text,
        ms: performance.now() - started,
        late,
      });
    });
  });
}
