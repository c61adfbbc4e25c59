import { isSandboxError } from "./errors.ts";
import { type HttpAnswer, type HttpRequest, plainAnswer } from "./http-message.ts";
import type { RecordKind } from "./records.ts";
import type { RemoteFault } from "./remote-faults.ts";
import type { Sandbox } from "./sandbox.ts";
import { formatDateTime } from "./time.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * `/_sandbox/*`: health and the part of the control that other processes need. GET reads; POST takes JSON and acts.
 * Requests must say `application/json`, so that a page in a browser cannot act by a form.
 */
export async function controlAnswer(request: HttpRequest, sandbox: Sandbox, policy: string): Promise<HttpAnswer> {
  const [path = ""] = request.path.slice("/_sandbox/".length).split("?");
  try {
    if (request.method === "GET") return read(path, sandbox, policy);
    if (request.method !== "POST") return plainAnswer(405);
    if (!(request.headers["content-type"] ?? "").toLowerCase().startsWith("application/json")) return plainAnswer(415);
    const text = new TextDecoder().decode(request.body);
    return await act(path, text === "" ? {} : (JSON.parse(text) as Json), sandbox);
  } catch (error) {
    if (isSandboxError(error)) {
      const status = error.code === "SANDBOX_NOT_FOUND" ? 404 : 409;
      return json(
        { ok: false, error: { code: error.code, message: error.message, messageZh: error.messageZh } },
        status,
      );
    }
    if (error instanceof SyntaxError)
      return json({ ok: false, error: { code: "JSON", message: "the body is no JSON" } }, 400);
    throw error;
  }
}

function read(path: string, sandbox: Sandbox, policy: string): HttpAnswer {
  switch (path) {
    case "health":
      return json({ ok: true, environment: "模拟环境", time: formatDateTime(sandbox.clock.now()), policy });
    case "records":
      return json({ ok: true, data: sandbox.control.list() });
    case "pushes":
      return json({ ok: true, data: sandbox.pushes });
    case "faults":
      return json({ ok: true, data: { active: sandbox.faults.active, hits: sandbox.faults.hits } });
    case "journal":
      return json({
        ok: true,
        data: sandbox.journal.entries.map(({ request, answer, ...entry }) => ({
          ...entry,
          path: request.path,
          status: answer?.status,
        })),
      });
    default:
      return plainAnswer(404);
  }
}

async function act(path: string, input: Json, sandbox: Sandbox): Promise<HttpAnswer> {
  const { control } = sandbox;
  const id = textOr(input["id"], "");
  const which = {
    ...(typeof input["providerCode"] === "string" ? { providerCode: input["providerCode"] } : {}),
    ...(typeof input["kind"] === "string" ? { kind: input["kind"] as RecordKind } : {}),
  };
  const opinion = typeof input["opinion"] === "string" ? input["opinion"] : undefined;
  switch (path) {
    case "approve":
      await control.approve(id, which);
      break;
    case "reject":
      await control.reject(id, opinion, { ...which, final: input["final"] === true });
      break;
    case "void":
      await control.void(id, opinion, which);
      break;
    case "withdraw":
      await control.withdraw(id, which);
      break;
    case "allow-reprint":
      await control.allowReprint(id, which);
      break;
    case "policy":
      control.setPolicy(String(input["policy"]) as "manual");
      break;
    case "clock/advance":
      await sandbox.clock.advance(textOr(input["by"], ""));
      break;
    case "pushes/resend":
      return json({ ok: true, data: await control.resend(id) });
    case "faults/on":
      sandbox.faults.on(input as unknown as RemoteFault);
      break;
    case "faults/clear":
      sandbox.faults.clear();
      break;
    case "reset":
      control.reset(which);
      break;
    default:
      return plainAnswer(404);
  }
  return json({ ok: true, time: formatDateTime(sandbox.clock.now()) });
}

function textOr(value: unknown, other: string): string {
  return typeof value === "string" ? value : other;
}

function json(value: unknown, status = 200): HttpAnswer {
  return { ...plainAnswer(status, JSON.stringify(value), "application/json; charset=utf-8"), status };
}
