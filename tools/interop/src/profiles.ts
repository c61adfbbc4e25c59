import { createHash } from "node:crypto";
import { createReceiver, type ReceiverError } from "@coo/receiver";
import { toNodeListener } from "@coo/receiver/node";
import { createSandbox } from "@coo/sandbox";
import { resolveWireProfile, WIRE_VALUES, type WireProfile } from "@coo/soap";
import { CALLS } from "./calls.ts";
import { serve } from "./http.ts";
import type { Stack } from "./matrix.ts";
import { bodyText, operationNames, operationOf, requestHead, sample, services, wsdlFile } from "./messages.ts";
import { errorText, type Outcome, type Peer } from "./peer.ts";
import { phpPeer } from "./php-peer.ts";
import { phpProfilePeer } from "./php-profile-peer.ts";
import { runCallsBy, type Sight } from "./run-calls.ts";
import { portName } from "./shapes.ts";
import { leavesOf, textOf, textsDifference, textsOf } from "./texts.ts";

/** One value of one key of a wire profile, and the foreign stack that speaks it. */
export interface ProfileRow {
  readonly key: string;
  readonly value: string;
  readonly stack: Stack;
  readonly messages: number;
  readonly run: () => Promise<readonly Outcome[]>;
}

export interface ProfileResult extends Omit<ProfileRow, "run"> {
  readonly version?: string;
  readonly outcomes: readonly Outcome[];
  readonly skipped?: string;
}

const PROVIDER = "TEST0001";
const KEY = "ccpit-demo-key-0001";
const NOW = Date.UTC(2026, 2, 2, 1, 30, 0);
const NAMESPACE = "urn:example:ccpit-coo:reference:v1";
const PUSHES = operationNames("push");

/** What the profile says of one business error: that the stack finds it where it should be. */
const ERROR_CALL = 1;

const TRUTH: Readonly<Record<WireProfile["booleans"], readonly [string, string]>> = {
  "true-false": ["false", "true"],
  "1-0": ["0", "1"],
  "Y-N": ["N", "Y"],
};

/** Texts as the profile writes them. A DOM cannot tell an element without children from an empty text. */
function sightOf(wire: WireProfile): Sight {
  const clear = (leaves: readonly string[]): readonly string[] =>
    leaves.filter((leaf) => !leaf.endsWith("=") && !(wire.emptyValues === "nil" && leaf.endsWith("=(nil)")));
  // JSON has truth values of its own.
  const [no, yes] = TRUTH[wire.answer === "json-string" ? "true-false" : wire.booleans];
  return {
    expected: (texts) => clear(leavesOf(texts)),
    found: clear,
    scalar: (value) => (typeof value === "boolean" ? (value ? yes : no) : textOf(value)),
  };
}

type Open = (place: {
  readonly address: string;
  readonly wsdl: "exchange.wsdl" | "push.wsdl";
  readonly key: string;
}) => Promise<Peer>;

function opener(wire: WireProfile): Open {
  if (wire.payload !== "typed") {
    return ({ address, key, wsdl }) =>
      phpProfilePeer({
        wire,
        ns: wire.namespace ?? NAMESPACE,
        operations: wsdl === "push.wsdl" ? PUSHES : operationNames("call"),
        address,
        key,
      });
  }
  return ({ address, key, wsdl }) =>
    phpPeer({
      wsdl: wsdlFile(wsdl),
      port: portName(wsdl === "push.wsdl" ? "Push" : "Exchange", "typed", wire.soapVersion),
      address,
      shape: "typed",
      soapVersion: wire.soapVersion,
      key,
    });
}

async function calls(wire: WireProfile, open: Open): Promise<readonly Outcome[]> {
  const sandbox = createSandbox({
    policy: "auto-approve",
    seed: "interop",
    wire,
    // Drawing is shown elsewhere.
    renderCertificate: async () => new TextEncoder().encode("%PDF-1.4 样张"),
  });
  try {
    const { url } = await sandbox.listen(0);
    const { key } = sandbox.credentials;
    const peer = await open({ address: `${url}/services/exchange`, wsdl: "exchange.wsdl", key: String(key) });
    try {
      const outcomes = await runCallsBy(sandbox, peer, wire, sightOf(wire));
      return [...outcomes, await refusedCall(peer, wire, sandbox.credentials.providerCode, sandbox.clock.now())];
    } finally {
      await peer.close();
    }
  } finally {
    await sandbox.close();
  }
}

/** A document that does not exist: code 3002 in a signed answer, or a fault that says so. */
async function refusedCall(peer: Peer, wire: WireProfile, providerCode: string, now: number): Promise<Outcome> {
  const operation = operationOf("queryDocument");
  const body = { docId: "NO-SUCH-DOCUMENT" };
  const head = requestHead("queryDocument", { providerCode, messageId: "f".repeat(32), now, time: wire.time });
  const name = "queryDocument of a document that does not exist";
  const said = await peer.call({ operation, head, body, bodyText: bodyText(operation.request, body) }).then(
    ({ returnCode }) => `code ${returnCode}`,
    (error: unknown) => errorText(error),
  );
  const expected = wire.error === "fault" ? /SoapFault: .*3002/ : /^code 3002$/;
  return { operation: name, ...(expected.test(said) ? {} : { error: said }) };
}

async function pushes(wire: WireProfile, open: Open): Promise<readonly Outcome[]> {
  const taken: unknown[] = [];
  const refused: ReceiverError[] = [];
  const receiver = createReceiver({
    services,
    providers: { [PROVIDER]: KEY },
    handlers: Object.fromEntries(PUSHES.map((name) => [name, (body: unknown) => void taken.push(body)])),
    wire,
    unknownElements: "error",
    now: () => NOW,
    onError: (error) => refused.push(error),
  });
  const running = await serve(toNodeListener(receiver));
  try {
    const peer = await open({ address: `${running.url}/push`, wsdl: "push.wsdl", key: KEY });
    try {
      const outcomes: Outcome[] = [];
      for (const name of PUSHES) {
        taken.length = refused.length = 0;
        const operation = operationOf(name);
        const body = sample(operation.request);
        const messageId = createHash("md5").update(name).digest("hex");
        const head = requestHead(name, { providerCode: PROVIDER, messageId, now: NOW, time: wire.time });
        const error = await peer.call({ operation, head, body, bodyText: bodyText(operation.request, body) }).then(
          ({ returnCode }) =>
            returnCode === "0000"
              ? textsDifference("push", textsOf(operation.request, body), textsOf(operation.request, taken[0]))
              : `return code ${returnCode}`,
          (thrown: unknown) => `${refused[0]?.message ?? ""} ${errorText(thrown)}`,
        );
        outcomes.push({ operation: name, ...(error === undefined ? {} : { error }) });
      }
      return outcomes;
    } finally {
      await peer.close();
    }
  } finally {
    await receiver.close();
    await running.close();
  }
}

/** The defaults stand in the row of each key, and are run once. */
const runs = new Map<string, Promise<readonly Outcome[]>>();

async function exchange(wire: WireProfile): Promise<readonly Outcome[]> {
  const open = opener(wire);
  return [...(await calls(wire, open)), ...(await pushes(wire, open))];
}

function row(key: string, value: unknown, settings: Partial<WireProfile>): ProfileRow {
  return {
    key,
    value: String(value),
    stack: "php",
    messages: CALLS.length + ERROR_CALL + PUSHES.length,
    run: () => {
      const wire = resolveWireProfile(settings);
      const name = JSON.stringify(wire);
      const run = runs.get(name) ?? exchange(wire);
      runs.set(name, run);
      return run;
    },
  };
}

/**
 * Settings that meet in one envelope: how the payload is carried, the version, and where the head stands. In the typed shape
 * PHP goes by the edition's own WSDL, whose wrappers hold the head.
 */
const COMBINED: readonly ProfileRow[] = (["escaped", "cdata", "base64", "typed"] as const).flatMap((payload) =>
  WIRE_VALUES.soapVersion.flatMap((soapVersion) =>
    (payload === "typed" ? (["inner"] as const) : WIRE_VALUES.head).map((head) =>
      row("payload + soapVersion + head", `${payload}, ${soapVersion}, ${head}`, {
        payload,
        soapVersion,
        head,
        ...(payload === "typed" ? { answer: "typed" as const } : {}),
      }),
    ),
  ),
);

/** Every value of every key. `answer: "typed"` comes with `payload: "typed"`. */
export const PROFILE_ROWS: readonly ProfileRow[] = [
  ...Object.entries(WIRE_VALUES).flatMap(([key, values]) =>
    values.map((value) => row(key, value, value === "typed" ? { payload: "typed" } : { [key]: value })),
  ),
  row("parameterName", "arg0", { parameterName: "arg0" }),
  row("parameterName", "arg0 … arg8", { parameterName: "arg0", head: "parameters" }),
  row("parameterName", "in0 … in2", { parameterName: "in0", payload: "three-strings" }),
  row("parameterName", "xml", { parameterName: "xml" }),
  row("resultName", "return", { resultName: "return" }),
  row("namespace", "http://peer.example/ws/", { namespace: "http://peer.example/ws/" }),
  ...COMBINED,
];

export async function runProfiles(
  rows: readonly ProfileRow[],
  versionOf: (stack: Stack) => string | undefined,
): Promise<readonly ProfileResult[]> {
  const results: ProfileResult[] = [];
  for (const { run, ...name } of rows) {
    const version = versionOf(name.stack);
    if (version === undefined) results.push({ ...name, outcomes: [], skipped: "not installed" });
    else {
      const outcomes = await run().catch((error: unknown) =>
        Array.from({ length: name.messages }, () => ({ operation: "start", error: errorText(error) })),
      );
      results.push({ ...name, version, outcomes });
    }
  }
  return results;
}

function cells({ key, value, stack, version = "", messages, outcomes }: ProfileResult): readonly string[] {
  const good = outcomes.filter(({ error }) => error === undefined).length;
  return [key, value, `${stack} ${version}`.trim(), `${good}/${messages}`];
}

export function profileTable(results: readonly ProfileResult[]): string {
  const rows = [["key", "value", "stack", "messages"], ["---", "---", "---", "---"], ...results.map(cells)];
  return rows.map((one) => `| ${one.join(" | ")} |`).join("\n");
}

export function profileText(results: readonly ProfileResult[]): string {
  const rows = results.map(cells);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((one) => (one[column] as string).length)));
  return rows.map((one) => one.map((text, i) => text.padEnd(widths[i] ?? 0)).join("  ")).join("\n");
}

/** Failures, one a line. */
export function profileRemarks(results: readonly ProfileResult[]): readonly string[] {
  return results.flatMap(({ key, value, outcomes }) =>
    outcomes.flatMap(({ operation, error }) =>
      error === undefined ? [] : [`FAILED profile ${key}=${value}: ${operation}: ${error}`],
    ),
  );
}
