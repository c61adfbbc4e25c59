import { type Experiment, type Row, runsOf, single } from "../src/experiment.ts";
import { certificate } from "../src/fixtures.ts";
import { operation } from "../src/messages.ts";
import { SERVICE, TYPED_PORT, WSDL_FILE } from "../src/node-soap.ts";
import { ANSWER, nodeSoapServer, ownServer } from "../src/round-trip.ts";
import { type Usage, wholeProcess } from "../src/whole-process.ts";

const at = (entry: string): string => JSON.stringify(import.meta.resolve(entry));

/** A whole program: the first message of a new process, typed. */
const OURS = `
import { createClient } from ${at("@coo/client")};
import { documents } from ${at("@coo/msg-document")};
const [, endpoint, message] = process.argv;
const client = createClient({
  services: [documents], endpoint, providerCode: "TEST0001", key: "ccpit-demo-key-0001",
  wire: { payload: "typed", answer: "typed" },
});
process.stdout.write(JSON.stringify(await client.${operation.name}(JSON.parse(message))));
await client.close();
`;

const NODE_SOAP = `
import { createClientAsync } from ${at("soap")};
const [, endpoint, message] = process.argv;
const client = await createClientAsync(${JSON.stringify(WSDL_FILE)}, { endpoint });
client.${SERVICE}.${TYPED_PORT}.${operation.name}({ Body: JSON.parse(message) }, (error, result) => {
  if (error) throw error;
  process.stdout.write(JSON.stringify(result.Body));
});
`;

const program = (code: string, ...args: string[]): Promise<Usage> =>
  wholeProcess(["--input-type=module", "--eval", code, ...args]);

/** Both programs in turns, each against a server in this process; their CPU from start to end. */
async function starts(rounds: number): Promise<Row[]> {
  const message = JSON.stringify(certificate(1));
  const servers = { own: await ownServer("typed"), nodeSoap: await nodeSoapServer() };
  const usages: { readonly idle: number[]; readonly own: number[]; readonly nodeSoap: number[] } = {
    idle: [],
    own: [],
    nodeSoap: [],
  };
  const add = (list: number[], { cpu, stdout }: Usage, expected: string): void => {
    if (stdout !== expected) throw new Error(`the answer is ${stdout.slice(0, 200)}`);
    list.push(cpu * 1000);
  };
  try {
    for (let round = 0; round < rounds; round++) {
      add(usages.idle, await program("0"), "");
      add(usages.own, await program(OURS, servers.own.url, message), JSON.stringify(ANSWER));
      add(usages.nodeSoap, await program(NODE_SOAP, servers.nodeSoap.url, message), JSON.stringify(ANSWER));
    }
  } finally {
    await servers.own.close();
    await servers.nodeSoap.close();
  }
  const [idle, own, nodeSoap] = [runsOf(usages.idle), runsOf(usages.own), runsOf(usages.nodeSoap)];
  return [
    { name: "an idle process", unit: "ms CPU", runs: idle },
    { name: "@coo/client: a process with one message", unit: "ms CPU", runs: own },
    { name: "node-soap: a process with one message", unit: "ms CPU", runs: nodeSoap },
    {
      name: "@coo/client against node-soap",
      unit: "×",
      runs: single(own.median / nodeSoap.median),
      target: 0.35,
      aim: 0.25,
    },
  ];
}

const experiments: readonly Experiment[] = [
  {
    title: "process start to first typed message",
    rehearse: () => starts(1),
    run: ({ full }) => starts(full ? 21 : 9),
  },
];

export default experiments;
