import { documents } from "@coo/msg-document";
import { createReceiver, type PushRequest, type PushResponse, type ReceiverError } from "@coo/receiver";
import {
  formatTimestamp,
  loadKey,
  type ProfileId,
  profile,
  type SignatureProfile,
  type SignKey,
  sign,
} from "@coo/sign";
import {
  buildRequest,
  encodeBody,
  type HeadField,
  type OperationDescriptor,
  resolveWireProfile,
  signedBody,
  type WireProfile,
} from "@coo/soap";

/** A signature profile and the shapes that it is tried in. */
export interface Arrangement {
  readonly name: string;
  readonly signature: SignatureProfile;
  readonly wire: WireProfile;
}

const NOW = Date.parse("2026-03-02T10:00:00+08:00");
const PROVIDER = "TEST0001";
const KEY: SignKey = loadKey("a key that only the exchange and we know");
const OPERATION = documents.operations.pushDocumentAuditResult as OperationDescriptor<unknown, unknown>;

/** What the exchange said, and nobody else may change. */
export const BODY: Readonly<Record<string, string>> = {
  docId: "DOC-1",
  docType: "C",
  docStatus: "30",
  auditResult: "2",
  auditOpinion: "请核对:发票日期\n第二行 <a> & b",
  auditTime: "2026-03-02 09:59:00",
};

/** All signature profiles, in the string shape, as CDATA and typed. */
export function arrangements(): Arrangement[] {
  const made: Arrangement[] = [];
  for (const id of ["P1", "P2", "P3", "P4", "P5", "P6", "http-header"] as const satisfies readonly ProfileId[]) {
    for (const payload of ["escaped", "cdata", "typed"] as const) {
      const wire = resolveWireProfile({ payload });
      made.push({ name: `${id} ${payload}`, signature: profile(id), wire });
    }
  }
  return made;
}

/** A push of the exchange, signed; what it says is {@link BODY}. */
export function signedPush({ signature, wire }: Arrangement): PushRequest {
  const bodyText = encodeBody(OPERATION, wire, "request", BODY);
  const fields: HeadField[] = [
    ["providerCode", PROVIDER],
    ["service", OPERATION.name],
    ["version", "1.0"],
    ["messageId", "M-1"],
    ["timestamp", formatTimestamp(signature, NOW)],
    ["nonceStr", "5K8264ILTKCH16CQ"],
    ["signType", "HMAC-SHA256"],
  ];
  const raw = signature.source === "raw";
  const value = raw ? "" : sign(signature, KEY, { fields, body: signedBody(bodyText, wire) });
  const { body, headers } = buildRequest({ operation: OPERATION, wire, head: [...fields, ["sign", value]], bodyText });
  const more = raw
    ? {
        [signature.providerHeader]: PROVIDER,
        [signature.signatureHeader]: sign(signature, KEY, { fields: [], raw: body }),
      }
    : {};
  return { method: "POST", path: "/push", headers: { ...headers, ...more }, body };
}

/** What a receiver of its own did with a push. */
export interface Reception {
  readonly answer: PushResponse;
  readonly taken: readonly { readonly body: object; readonly head: Readonly<Record<string, string>> }[];
  readonly errors: readonly ReceiverError[];
}

/** Hands a push to a receiver that has seen nothing yet and serves all pushes of the service. */
export async function receive({ signature, wire }: Arrangement, request: PushRequest): Promise<Reception> {
  const taken: { body: object; head: Readonly<Record<string, string>> }[] = [];
  const errors: ReceiverError[] = [];
  const take = (body: object, context: { readonly head: Readonly<Record<string, string>> }): void => {
    taken.push({ body, head: context.head });
  };
  const pushes = Object.entries(documents.operations).filter(([, o]) => o.direction === "push");
  const receiver = createReceiver({
    services: [documents],
    providers: { [PROVIDER]: ["another key", "a key that only the exchange and we know"], OTHER: "the key of another" },
    handlers: Object.fromEntries(pushes.map(([name]) => [name, take])),
    signature,
    wire,
    now: () => NOW,
    onError: (error) => errors.push(error),
  });
  return { answer: await receiver(request), taken, errors };
}
