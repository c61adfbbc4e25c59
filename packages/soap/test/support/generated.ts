import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { MessageDescriptor, ServiceDescriptor } from "@coo/soap/gen1";

/*
 * The generated packages, taken as they lie in the repository: they depend on this one, so this one cannot name them as
 * dependencies. Only exports are used whose shape is fixed by the descriptor contract.
 */

const AREAS = ["common", "enterprise", "document", "goods", "seal"] as const;
const packages = new URL("../../../", import.meta.url);

/** Whether the packages have been generated. */
export const hasGenerated = AREAS.every((area) => existsSync(new URL(`msg-${area}/src/index.ts`, packages)));

/** What of a zod schema is used here. */
export interface Schema {
  safeParse(value: unknown): { readonly success: boolean };
}

export interface GeneratedMessage {
  readonly name: string;
  readonly area: string;
  readonly descriptor: MessageDescriptor<unknown>;
  readonly schema: Schema | undefined;
  readonly build: (() => unknown) | undefined;
}

async function load(file: string): Promise<Readonly<Record<string, unknown>>> {
  return (await import(new URL(file, packages).href)) as Readonly<Record<string, unknown>>;
}

/** All messages with their schemas and builders. */
export async function generatedMessages(): Promise<readonly GeneratedMessage[]> {
  const found: GeneratedMessage[] = [];
  for (const area of AREAS) {
    const index = await load(`msg-${area}/src/index.ts`);
    const schemas = await load(`msg-${area}/src/schema.ts`);
    const builders = await load(`msg-${area}/src/testing.ts`);
    for (const [key, value] of Object.entries(index)) {
      if (!key.endsWith("Message") || typeof value !== "object" || value === null || !("k" in value)) continue;
      const name = key.slice(0, -"Message".length);
      found.push({
        name,
        area,
        descriptor: value as MessageDescriptor<unknown>,
        schema: schemas[`${name}Schema`] as Schema | undefined,
        build: builders[`build${name}`] as (() => unknown) | undefined,
      });
    }
  }
  return found;
}

/** All services. */
export async function generatedServices(): Promise<readonly ServiceDescriptor[]> {
  const found: ServiceDescriptor[] = [];
  for (const area of AREAS) {
    for (const value of Object.values(await load(`msg-${area}/src/index.ts`))) {
      if (typeof value === "object" && value !== null && "k" in value && value.k === "service")
        found.push(value as ServiceDescriptor);
    }
  }
  return found;
}

const edition = new URL("../schemas/2018-07/", packages);

/** Whether the samples are there. */
export const hasSamples: boolean = existsSync(new URL("samples/", edition));

export interface Sample {
  readonly file: string;
  readonly message: string;
  readonly xml: string;
  /** What a wrong sample breaks. */
  readonly wrong?: { readonly path: string; readonly element: string; readonly rule: string };
}

/** All samples, right and wrong. */
export function samples(): readonly Sample[] {
  const found: Sample[] = [];
  for (const message of readdirSync(new URL("samples/", edition)).sort()) {
    const folder = new URL(`samples/${message}/`, edition);
    for (const file of readdirSync(folder).sort()) {
      if (file.endsWith(".xml")) found.push({ file, message, xml: readFileSync(new URL(file, folder), "utf8") });
    }
    const wrong = JSON.parse(readFileSync(new URL("wrong.json", folder), "utf8")) as Readonly<
      Record<string, NonNullable<Sample["wrong"]>>
    >;
    for (const [file, expected] of Object.entries(wrong)) {
      found.push({
        file: `wrong/${file}`,
        message,
        xml: readFileSync(new URL(`wrong/${file}`, folder), "utf8"),
        wrong: expected,
      });
    }
  }
  return found;
}

/** The schema documents by the names they refer to each other with. */
export function schemaBuffers(): Record<string, Uint8Array> {
  const buffers: Record<string, Uint8Array> = {};
  for (const folder of ["", "roots/"]) {
    for (const file of readdirSync(new URL(folder, edition))) {
      if (file.endsWith(".xsd")) buffers[`edition/${folder}${file}`] = readFileSync(new URL(folder + file, edition));
    }
  }
  return buffers;
}
