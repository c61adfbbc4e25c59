import { spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildFolder, runTool } from "./build-folder.ts";
import { operationNames, wsdlFile } from "./messages.ts";
import type { Program } from "./program.ts";

/** Version of Debian's gSOAP with all that its programs are built with, or `undefined`. */
export function gsoapVersion(): string | undefined {
  const run = spawnSync("soapcpp2", ["-V"], { encoding: "utf8", timeout: 30_000 });
  const libraries = spawnSync("pkg-config", ["--exists", "gsoap++", "libxml-2.0", "libcrypto"], { timeout: 30_000 });
  if (libraries.status !== 0 || spawnSync("g++", ["--version"]).status !== 0) return undefined;
  return /\d+\.\d+\.\d+/.exec(`${run.stdout}${run.stderr}`)?.[0];
}

/** Prefixes of the two namespaces of wrappers, which gSOAP makes names of types of. */
const TYPE_MAP = `str = "urn:example:ccpit-coo:reference:v1"
typ = "urn:example:ccpit-coo:reference:v1:typed"
`;

const builds = new Map<string, Promise<string>>();

/** A program from the WSDL through wsdl2h, soapcpp2 and g++; compiled once a run. */
async function build(service: "Exchange" | "Push"): Promise<string> {
  const folder = buildFolder("gsoap");
  const file = (name: string): string => join(folder, name);
  writeFileSync(file("typemap.dat"), TYPE_MAP);
  const wsdl = wsdlFile(service === "Exchange" ? "exchange.wsdl" : "push.wsdl");
  await runTool(folder, "wsdl2h", ["-ttypemap.dat", "-NB", "-O4", "-W", "-o", "service.h", wsdl]);
  await runTool(folder, "soapcpp2", ["-j", "-L", "-w", "-x", "-I/usr/share/gsoap/import", "-pco", "service.h"]);
  const stubs = ["String", "Typed"].flatMap((shape) => [
    `co${service}${shape}BindingProxy`,
    `co${service}${shape}BindingService`,
  ]);
  writeFileSync(
    file("generated.h"),
    [...stubs.map((stub) => `${stub}.h`), `${service}TypedBinding.nsmap`]
      .map((name) => `#include "${name}"\n`)
      .join(""),
  );
  const names = operationNames(service === "Exchange" ? "call" : "push");
  writeFileSync(file("operations.h"), `#define OPERATIONS ${names.map((name) => `OPERATION(${name})`).join(" ")}\n`);
  const flags = (
    await runTool(folder, "pkg-config", ["--cflags", "--libs", "gsoap++", "libxml-2.0", "libcrypto"])
  ).trim();
  const compile = async (source: string, object: string): Promise<string> => {
    const options = [
      "-std=c++17",
      "-O0",
      "-c",
      "-DWITH_PURE_VIRTUAL",
      `-DSERVICE=${service}`,
      "-I.",
      "-I/usr/include/libxml2",
    ];
    await runTool(folder, "g++", [...options, "-o", object, source]);
    return object;
  };
  const objects: string[] = [];
  const main = fileURLToPath(new URL("gsoap_peer.cpp", import.meta.url));
  for (const source of ["coC.cpp", ...stubs.map((stub) => `${stub}.cpp`), main]) {
    objects.push(await compile(source, `${objects.length}.o`));
  }
  await runTool(folder, "g++", ["-o", "peer", ...objects, ...flags.split(/\s+/)]);
  return file("peer");
}

/** gSOAP: wsdl2h, soapcpp2 and its C++ engine. */
export const gsoap: Program = {
  name: "gsoap",
  async start(service) {
    const program = builds.get(service) ?? build(service);
    builds.set(service, program);
    return spawn(await program, [], { env: {} });
  },
};
