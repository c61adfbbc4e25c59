import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { generate } from "@coo/codegen";
import type { ServiceDescriptor } from "@coo/soap/gen1";
// @boundaries-ignore test support is shared by all packages
import { linkDependencies } from "../../../../test/support/compilers.ts";
import type { Verdict } from "../harness/suite.ts";
import { Assault } from "./assault.ts";
import { Canary } from "./canary.ts";
import { type AttackCorpus, readCorpus } from "./corpus.ts";
import type { Target } from "./judge.ts";
import { judgeHmac } from "./judge-hmac.ts";

/** How a campaign went. */
export interface Campaign {
  readonly verdicts: readonly Verdict[];
  readonly figures: readonly string[];
  /** Time and memory of each case, by adapter. */
  readonly costs: Readonly<Record<string, Assault["costs"]>>;
}

/** Runs all attacks of a folder through each of the adapters. */
export async function attackCorpus(
  folder: string,
  adapters: readonly string[],
  work: string,
  wanted: (id: string) => boolean,
): Promise<Campaign> {
  const canary = await Canary.start();
  try {
    const corpus = readCorpus(folder, canary.port);
    const services = generateServices(corpus, work);
    const target = await targetOf(corpus, services);
    const verdicts: Verdict[] = [];
    const figures: string[] = [];
    const costs: Record<string, Assault["costs"]> = {};
    for (const item of corpus.hmac.filter((h) => wanted(h.id))) verdicts.push(await judgeHmac(item));
    for (const adapter of adapters) {
      const attack = new Assault(adapter, corpus, services, target, canary, wanted);
      const found = await attack.run();
      verdicts.push(...found);
      costs[adapter] = attack.costs;
      const failed = found.filter((v) => v.failure !== null).length;
      figures.push(`${adapter}: ${found.length - failed}/${found.length}; ${attack.figures()}`);
    }
    return { verdicts, figures, costs };
  } finally {
    canary.stop();
  }
}

/** Writes the code for the WSDL below `work`; gives the file with its services. */
function generateServices(corpus: AttackCorpus, work: string): string {
  const { files } = generate({ entries: [corpus.wsdl], served: true });
  for (const [name, text] of files) {
    const path = join(work, "gen", name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  writeFileSync(join(work, "package.json"), '{ "type": "module" }\n');
  linkDependencies(work);
  return join(work, "gen/services.ts");
}

async function targetOf(corpus: AttackCorpus, services: string): Promise<Target> {
  const module = (await import(pathToFileURL(services).href)) as Record<string, ServiceDescriptor>;
  for (const service of Object.values(module)) {
    for (const operation of Object.values(service.operations)) {
      if (operation.name === corpus.operation)
        return { operation: operation.name, message: operation.request, fields: corpus.fields };
    }
  }
  throw new Error(`${corpus.wsdl}: there is no operation ${corpus.operation}`);
}
